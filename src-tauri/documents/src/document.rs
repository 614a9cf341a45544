//! What is read of a piece of collateral.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{FileKind, language, limits, text};

/// What a file says: its text, page by page, and what it tells of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// What the file is, by its content.
    pub kind: FileKind,
    /// The title of its properties, or its first heading; at most 200 characters.
    pub title: Option<String>,
    /// The language of its text, as two or three small letters ("de"); nothing in doubt.
    pub language: Option<String>,
    /// The day of the last change, as its properties tell it; for an e-mail, the day it was sent.
    pub day: Option<NaiveDate>,
    /// Its pages, slides or sheets, in order. What has no pages is one; what has no text has none.
    pub pages: Vec<Page>,
    /// How many pages it has, those that were not read included.
    pub page_count: usize,
    /// Whether any page has text. A scan has none.
    pub has_text: bool,
    /// Whether it opens only with a password, so that nothing could be read.
    pub is_protected: bool,
    /// Whether it has more text or pages than are kept.
    pub was_cut: bool,
}

/// A page of a PDF, a slide, a sheet, or a whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Page {
    /// Which page it is, from 1.
    pub number: usize,
    /// Its text: NFKC, lines by line feeds, the cells of a row by tabs. A sheet's first line is its name.
    pub text: String,
    /// What is written beside it: a slide's speaker notes, the comments of a text.
    pub notes: Option<String>,
}

/// A document while it is being read: keeps to the limits of pages and text.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<String>,
    /// The title that the text itself has, for files whose properties have none.
    pub(crate) heading: Option<String>,
    /// What the file says of its language.
    pub(crate) language: Option<String>,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) was_cut: bool,
    pub(crate) pages: Vec<Page>,
    pub(crate) page_count: usize,
    /// How many bytes of text its pages have.
    pub(crate) bytes: usize,
}

impl Draft {
    /// Adds a page. What is beyond the limits is only counted.
    pub(crate) fn add(&mut self, text: &str, notes: Option<&str>) {
        self.page_count += 1;
        if self.is_full() {
            self.was_cut = true;
            return;
        }
        let text = self.fitting(text);
        let notes = notes
            .map(|notes| self.fitting(notes))
            .filter(|notes| !notes.is_empty());
        self.pages.push(Page {
            number: self.page_count,
            text,
            notes,
        });
    }

    /// Counts pages that are not read.
    pub(crate) fn skip(&mut self, pages: usize) {
        self.page_count += pages;
        self.was_cut |= pages > 0;
    }

    /// Says whether nothing more would be kept.
    pub(crate) fn is_full(&self) -> bool {
        self.page_count > limits::PAGES
            || self.pages.len() >= limits::PAGES
            || self.bytes >= limits::TEXT_BYTES
    }

    /// How many bytes of text there is still room for.
    pub(crate) fn room(&self) -> usize {
        limits::TEXT_BYTES.saturating_sub(self.bytes)
    }

    fn fitting(&mut self, text: &str) -> String {
        let room = self.room();
        let mut clean = text::cleaned(beginning(text, room));
        let fits = beginning(&clean, room).len();
        let is_cut = text.len() > room || fits < clean.len();
        clean.truncate(fits);
        self.was_cut |= is_cut;
        // Behind what was cut nothing follows, however little there is room for.
        self.bytes = if is_cut {
            limits::TEXT_BYTES
        } else {
            self.bytes + clean.len()
        };
        clean
    }

    /// Puts the document together.
    pub(crate) fn finished(self, kind: FileKind) -> Document {
        let has_text = self.pages.iter().any(|page| !page.text.is_empty());
        let of_text = language::of_pages(&self.pages);
        Document {
            kind,
            title: self
                .title
                .as_deref()
                .and_then(text::title)
                .or_else(|| self.heading.as_deref().and_then(text::title)),
            // Templates and old versions leave their language behind; where the words are clear, they are right.
            language: of_text
                .map(str::to_owned)
                .or_else(|| self.language.as_deref().and_then(language::tag)),
            day: self.day,
            page_count: self.page_count,
            has_text,
            is_protected: false,
            was_cut: self.was_cut,
            pages: self.pages,
        }
    }
}

impl Document {
    /// A file without text that is read here: a picture, a video, anything else.
    pub(crate) fn without_text(kind: FileKind) -> Document {
        Draft::default().finished(kind)
    }

    /// A file that opens only with a password.
    pub(crate) fn protected(kind: FileKind) -> Document {
        Document {
            is_protected: true,
            ..Document::without_text(kind)
        }
    }
}

/// The beginning of a text, cut between characters.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_keeps_to_its_limits_and_says_so() {
        let mut draft = Draft::default();
        draft.add(&"word ".repeat(limits::TEXT_BYTES / 5 + 10), Some("a note"));
        draft.add("more", None);
        let document = draft.finished(FileKind::Text);
        assert!(document.was_cut && document.has_text);
        assert_eq!((document.pages.len(), document.page_count), (1, 2));
        assert!(
            document
                .pages
                .iter()
                .all(|page| page.text.len() <= limits::TEXT_BYTES && page.notes.is_none())
        );
    }

    #[test]
    fn pages_beyond_the_limit_are_counted() {
        let mut draft = Draft::default();
        (0..limits::PAGES + 5).for_each(|_| draft.add("a", None));
        let document = draft.finished(FileKind::Pdf);
        assert!(document.was_cut);
        assert_eq!(
            (document.pages.len(), document.page_count),
            (limits::PAGES, limits::PAGES + 5)
        );
    }

    #[test]
    fn the_words_speak_louder_than_a_templates_language() {
        let mut draft = Draft {
            language: Some("en-US".into()),
            ..Draft::default()
        };
        draft.add(
            &"Wir haben die Kunden gefragt und sie sind mit der Lösung zufrieden. ".repeat(4),
            None,
        );
        assert_eq!(draft.finished(FileKind::Document).language.as_deref(), Some("de"));
        let mut draft = Draft {
            language: Some("en-GB".into()),
            ..Draft::default()
        };
        draft.add("Lockstep", None);
        assert_eq!(draft.finished(FileKind::Document).language.as_deref(), Some("en"));
    }
}
