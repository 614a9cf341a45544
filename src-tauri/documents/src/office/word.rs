//! The text of DOCX: the body with its pages, then notes, headers and footers; comments are kept apart.

use std::collections::{BTreeMap, BTreeSet};

use lockstep_intake::Trouble;

use super::Package;
use super::flow::Flow;
use super::slides::drawn_text;
use crate::document::Draft;
use crate::limits;
use crate::markup::{Attributes, Listener};

/// What is no text of the document: what was deleted or moved away, and the second telling of a text box.
const SKIPPED: &[&str] = &["Fallback", "del", "moveFrom", "instrText"];

/// Reads the document whose body is in the part `main`.
pub(super) fn read(package: &mut Package<'_>, main: &str, draft: &mut Draft) -> Result<(), Trouble> {
    let relations = package.relations(main)?;
    let mut styles = Styles::default();
    if let Some(part) = relations.iter().find(|relation| relation.is("/styles")) {
        package.walk(&part.target, &[], &mut styles)?;
    }
    let mut body = Body::new(&styles);
    package.walk(main, SKIPPED, &mut body)?;
    draft.heading = body.heading.take().map(|(_, heading)| heading);
    if draft.language.is_none() {
        let most = body.languages.iter().max_by_key(|(_, letters)| **letters);
        draft.language = most
            .map(|(language, _)| language.clone())
            .or_else(|| styles.language.clone());
    }
    let mut pages = body.flow.into_pages();
    let mut comments = String::new();
    // Each header once: a document has one for first, even and odd pages, often the same.
    let mut edges = BTreeSet::new();
    let mut notes = Vec::new();
    for relation in &relations {
        let is_edge = relation.is("/header") || relation.is("/footer");
        let is_note = relation.is("/footnotes") || relation.is("/endnotes");
        let is_comment = relation.is("/comments");
        if is_edge || is_note || is_comment {
            let mut part = Body::new(&styles);
            package.walk(&relation.target, SKIPPED, &mut part)?;
            let text = part.flow.into_text();
            if is_comment {
                comments.push_str(&text);
            } else if is_note {
                notes.push(text);
            } else {
                edges.insert(text);
            }
        } else if relation.is("/chart") || relation.is("/diagramData") {
            notes.push(drawn_text(package, &relation.target)?);
        }
    }
    if let Some(first) = pages.first_mut() {
        edges.iter().for_each(|edge| add_below(first, edge));
    }
    if let Some(last) = pages.last_mut() {
        notes.iter().for_each(|note| add_below(last, note));
    }
    for (index, page) in pages.iter().enumerate() {
        draft.add(page, (index == 0).then_some(comments.as_str()));
    }
    Ok(())
}

fn add_below(page: &mut String, text: &str) {
    if !text.trim().is_empty() {
        page.push_str("\n\n");
        page.push_str(text.trim());
    }
}

/// Which styles are headings, and the language that holds where nothing else is said.
#[derive(Default)]
struct Styles {
    /// The rank of a heading's style: a title before a first heading.
    ranks: BTreeMap<String, u8>,
    language: Option<String>,
    style: String,
    is_default: bool,
}

impl Listener for Styles {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "docDefaults" => self.is_default = true,
            "lang" if self.is_default => self.language = attributes.prefixed("val"),
            "style" => self.style = attributes.prefixed("styleId").unwrap_or_default(),
            // Styles are named in English in the file, whatever Word shows.
            "name" => {
                let rank = match attributes
                    .prefixed("val")
                    .unwrap_or_default()
                    .to_lowercase()
                    .as_str()
                {
                    "title" => 0,
                    "heading 1" => 1,
                    _ => return,
                };
                self.ranks.insert(self.style.clone(), rank);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.is_default &= name != "docDefaults";
    }

    fn text(&mut self, _: &str) {}
}

struct Body<'s> {
    flow: Flow,
    styles: &'s Styles,
    runs: usize,
    texts: usize,
    paragraph: usize,
    rank: Option<u8>,
    heading: Option<(u8, String)>,
    language: Option<String>,
    languages: BTreeMap<String, usize>,
}

impl Body<'_> {
    fn new(styles: &Styles) -> Body<'_> {
        Body {
            flow: Flow::default(),
            styles,
            runs: 0,
            texts: 0,
            paragraph: 0,
            rank: None,
            heading: None,
            language: None,
            languages: BTreeMap::new(),
        }
    }
}

impl Listener for Body<'_> {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "p" => {
                self.paragraph = self.flow.position();
                self.rank = None;
            }
            "pStyle" => {
                let style = attributes.prefixed("val").unwrap_or_default();
                self.rank = self.styles.ranks.get(&style).copied();
            }
            "r" => {
                self.runs += 1;
                self.language = None;
            }
            "lang" if self.runs > 0 => self.language = attributes.prefixed("val"),
            "t" => self.texts += 1,
            // A tab of the paragraph's ruler has the same name.
            "tab" if self.runs > 0 => self.flow.push("\t"),
            "br" if attributes.prefixed("type").as_deref() == Some("page") => self.flow.break_page(),
            "lastRenderedPageBreak" => self.flow.break_page(),
            "br" | "cr" => self.flow.push("\n"),
            "noBreakHyphen" => self.flow.push("-"),
            "tc" => self.flow.begin_cell(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                let text = self.flow.since(self.paragraph).trim();
                let is_higher = |rank| self.heading.as_ref().is_none_or(|(highest, _)| rank < *highest);
                if let Some(rank) = self.rank.filter(|rank| is_higher(*rank) && !text.is_empty()) {
                    self.heading = Some((rank, text.to_owned()));
                }
                self.rank = None;
                self.flow.end_line();
            }
            "r" => self.runs = self.runs.saturating_sub(1),
            "t" => self.texts = self.texts.saturating_sub(1),
            "tc" => self.flow.end_cell(),
            "tr" => self.flow.end_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.texts == 0 {
            return;
        }
        self.flow.push_words(text);
        if let Some(language) = &self.language {
            *self.languages.entry(language.clone()).or_default() += text.len();
        }
    }

    fn has_enough(&self) -> bool {
        self.flow.bytes() > 2 * limits::TEXT_BYTES
    }
}
