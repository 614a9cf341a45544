//! Two versions of a piece side by side, by the text that is kept of each: which pages changed, and which words came and went. How
//! lines break is no difference.

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::{Error, Result},
    rows,
};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

use super::{PieceVersion, files};
use crate::ids::{PieceId, PieceVersionId};

/// So many words of what stayed are shown on either side of a change.
const AROUND: usize = 12;
/// The words of so many changed pages are shown.
const SHOWN_PAGES: usize = 50;
/// So many pairs of words are weighed at most in one comparison; what goes beyond is told page by page.
const MOST_PAIRS: usize = 40_000_000;
/// So many words are shown of a page that is not compared word by word, or that is all new or all gone.
const OF_A_WHOLE: usize = 120;

/// Compares two versions of a piece.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparePieceVersions {
    /// The piece.
    pub piece: PieceId,
    /// The version from which, usually the earlier one.
    pub from: PieceVersionId,
    /// The version to which.
    pub to: PieceVersionId,
}

/// How two versions of a piece differ.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PieceComparison {
    /// The version from which.
    pub from: PieceVersion,
    /// The version to which.
    pub to: PieceVersion,
    /// Why their words cannot be compared; nothing where they can.
    pub why_not: Option<String>,
    /// What is to be known of the comparison: that only the first pages of one are read, for instance.
    pub notes: Vec<String>,
    /// How many pages with text are the same in both.
    pub same_pages: usize,
    /// How many words came.
    pub added: usize,
    /// How many words went.
    pub removed: usize,
    /// The pages that changed, came or went, in their order.
    pub pages: Vec<PageChange>,
}

/// A page that changed, came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageChange {
    /// Which page it was, from 1; nothing where it is new.
    pub before: Option<i64>,
    /// Which page it is, from 1; nothing where it is gone.
    pub after: Option<i64>,
    /// How many words came.
    pub added: usize,
    /// How many words went.
    pub removed: usize,
    /// Whether it is too long to be compared word by word: then all its words went, and all came.
    pub is_whole: bool,
    /// The words, with some around each change; none behind the first pages that changed.
    pub parts: Vec<TextPart>,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartFate {
    /// They stand in both.
    Same,
    /// They came.
    Added,
    /// They went.
    Removed,
}

/// Words that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextPart {
    /// What became of them.
    pub fate: PartFate,
    /// The words; “…” where some are left out.
    pub text: String,
}

impl Query for ComparePieceVersions {
    type Answer = PieceComparison;

    fn answer(self, reader: &ReadContext) -> Result<PieceComparison> {
        let version = |id: &PieceVersionId| -> Result<PieceVersion> {
            let found: PieceVersion = rows::get(reader, id, "This version")?;
            if found.piece == self.piece {
                Ok(found)
            } else {
                Err(Error::not_found("This version of the piece"))
            }
        };
        let (from, to) = (version(&self.from)?, version(&self.to)?);
        let texts = [pages(reader, &from)?, pages(reader, &to)?];
        let why_not = why_not(&from, &to, &texts);
        let [before, after] = texts;
        let compared = if why_not.is_none() {
            compare(&before, &after)
        } else {
            Compared::default()
        };
        let mut notes: Vec<String> = [&from, &to]
            .into_iter()
            .filter(|version| version.has_text && !version.trouble.is_empty())
            .map(|version| format!("“{}”: {}", version.file_name, version.trouble))
            .collect();
        notes.dedup();
        Ok(PieceComparison {
            why_not,
            notes,
            same_pages: compared.same_pages,
            added: compared.pages.iter().map(|page| page.added).sum(),
            removed: compared.pages.iter().map(|page| page.removed).sum(),
            pages: compared.pages,
            from,
            to,
        })
    }
}

/// The words of a page, with what is written beside it.
struct PageWords {
    number: i64,
    words: Vec<String>,
}

fn pages(reader: &ReadContext, version: &PieceVersion) -> Result<Vec<PageWords>> {
    let pages = files::pages_of(reader, &version.hash)?.into_iter();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    Ok(pages
        .map(|page| PageWords {
            number: page.number,
            words: [words(&page.text), words(&page.notes)].concat(),
        })
        .filter(|page| !page.words.is_empty())
        .collect())
}

fn why_not(from: &PieceVersion, to: &PieceVersion, texts: &[Vec<PageWords>; 2]) -> Option<String> {
    if from.hash == to.hash {
        return Some("Both are the same file.".into());
    }
    let mut without = [from, to]
        .into_iter()
        .zip(texts)
        .filter(|(_, pages)| pages.is_empty())
        .map(|(version, _)| format!("“{}”", version.file_name));
    match (without.next(), without.next()) {
        (None, _) => None,
        (Some(one), None) => Some(format!(
            "{one} has no text that could be read, so only pages and size can be compared."
        )),
        (Some(_), Some(_)) => Some(
            "Neither version has text that could be read, so only pages and size can be compared.".into(),
        ),
    }
}

#[derive(Default)]
struct Compared {
    same_pages: usize,
    pages: Vec<PageChange>,
}

/// Compares texts page by page: a page that was put in or taken out does not make those behind it differ.
fn compare(before: &[PageWords], after: &[PageWords]) -> Compared {
    let whole =
        |pages: &[PageWords]| -> Vec<String> { pages.iter().map(|page| page.words.join(" ")).collect() };
    let mut compared = Compared::default();
    let mut pairs_left = MOST_PAIRS;
    for op in capture_diff_slices(Algorithm::Myers, &whole(before), &whole(after)) {
        if let DiffOp::Equal { len, .. } = op {
            compared.same_pages += len;
            continue;
        }
        let old = before.get(op.old_range()).unwrap_or_default();
        let new = after.get(op.new_range()).unwrap_or_default();
        for place in 0..old.len().max(new.len()) {
            let shows = compared.pages.len() < SHOWN_PAGES;
            let change = page_change(old.get(place), new.get(place), &mut pairs_left, shows);
            compared.pages.push(change);
        }
    }
    compared
}

fn page_change(
    before: Option<&PageWords>,
    after: Option<&PageWords>,
    pairs_left: &mut usize,
    shows: bool,
) -> PageChange {
    let words = |page: Option<&PageWords>| page.map_or_else(Vec::new, |page| page.words.clone());
    let (old, new) = (words(before), words(after));
    // What both begin and end with is no work, however much it is.
    let begins = old
        .iter()
        .zip(&new)
        .take_while(|(one, other)| one == other)
        .count();
    let (old_rest, new_rest) = (
        old.get(begins..).unwrap_or_default(),
        new.get(begins..).unwrap_or_default(),
    );
    let backwards = old_rest.iter().rev().zip(new_rest.iter().rev());
    let ends = backwards.take_while(|(one, other)| one == other).count();
    let pairs = (old_rest.len() - ends).saturating_mul(new_rest.len() - ends);
    let is_whole = pairs > *pairs_left;
    let changes = if is_whole || old.is_empty() || new.is_empty() {
        vec![(PartFate::Removed, &old[..]), (PartFate::Added, &new[..])]
    } else {
        *pairs_left -= pairs;
        word_changes(&old, &new)
    };
    let count = |wanted: PartFate| {
        let those = changes.iter().filter(|(fate, _)| *fate == wanted);
        those.map(|(_, words)| words.len()).sum()
    };
    let last = changes.len().saturating_sub(1);
    let parts = changes
        .iter()
        .enumerate()
        .filter(|(_, (_, words))| shows && !words.is_empty())
        .map(|(place, (fate, words))| TextPart {
            fate: *fate,
            text: match fate {
                PartFate::Same => around(words, place == 0, place == last),
                PartFate::Added | PartFate::Removed => beginning(words),
            },
        })
        .collect();
    PageChange {
        before: before.map(|page| page.number),
        after: after.map(|page| page.number),
        added: count(PartFate::Added),
        removed: count(PartFate::Removed),
        is_whole,
        parts,
    }
}

/// Returns what became of words, run by run.
fn word_changes<'w>(old: &'w [String], new: &'w [String]) -> Vec<(PartFate, &'w [String])> {
    let mut runs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let went = old.get(op.old_range()).unwrap_or_default();
        let came = new.get(op.new_range()).unwrap_or_default();
        if matches!(op, DiffOp::Equal { .. }) {
            runs.push((PartFate::Same, came));
            continue;
        }
        runs.extend(
            [(PartFate::Removed, went), (PartFate::Added, came)]
                .into_iter()
                .filter(|(_, words)| !words.is_empty()),
        );
    }
    runs
}

/// Returns words that stayed: those near a change. What stands before the first change or behind the last one is near on one side only.
fn around(words: &[String], is_first: bool, is_last: bool) -> String {
    let (before, behind) = (
        if is_first { 0 } else { AROUND },
        if is_last { 0 } else { AROUND },
    );
    if words.len() <= before + behind {
        return words.join(" ");
    }
    let head = words.get(..before).unwrap_or_default().join(" ");
    let tail = words.get(words.len() - behind..).unwrap_or_default().join(" ");
    [head.as_str(), "…", tail.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns the first of many words.
fn beginning(words: &[String]) -> String {
    match words.get(..OF_A_WHOLE) {
        Some(first) if words.len() > OF_A_WHOLE => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(number: i64, text: &str) -> PageWords {
        PageWords {
            number,
            words: text.split_whitespace().map(str::to_owned).collect(),
        }
    }

    fn fates(change: &PageChange) -> Vec<(PartFate, &str)> {
        let parts = change.parts.iter();
        parts.map(|part| (part.fate, part.text.as_str())).collect()
    }

    #[test]
    fn a_page_put_in_does_not_make_the_others_differ() {
        let before = [page(1, "one"), page(2, "two words"), page(3, "three")];
        let after = [
            page(1, "one"),
            page(2, "quite new"),
            page(3, "two words"),
            page(4, "three more"),
        ];
        let compared = compare(&before, &after);
        assert_eq!(compared.same_pages, 2);
        let told: Vec<_> = compared
            .pages
            .iter()
            .map(|page| (page.before, page.after, page.removed, page.added))
            .collect();
        assert_eq!(told, [(None, Some(2), 0, 2), (Some(3), Some(4), 0, 1)]);
        assert_eq!(
            compared.pages.last().map(fates),
            Some(vec![(PartFate::Same, "three"), (PartFate::Added, "more")])
        );
    }

    #[test]
    fn words_far_from_a_change_are_left_out() {
        let far = "w ".repeat(40);
        let before = [page(1, &format!("{far} old {far}"))];
        let after = [page(1, &format!("{far} new {far}"))];
        let compared = compare(&before, &after);
        let near = ["w"; AROUND].join(" ");
        assert_eq!(
            compared.pages.first().map(fates),
            Some(vec![
                (PartFate::Same, format!("… {near}").as_str()),
                (PartFate::Removed, "old"),
                (PartFate::Added, "new"),
                (PartFate::Same, format!("{near} …").as_str()),
            ])
        );
    }

    #[test]
    fn what_is_too_much_to_compare_is_told_as_a_whole() {
        let (old, new) = (page(1, "a x b"), page(1, "c x d"));
        let change = page_change(Some(&old), Some(&new), &mut 8, true);
        assert!(change.is_whole);
        assert_eq!((change.removed, change.added), (3, 3));
        let change = page_change(Some(&old), Some(&new), &mut 9, true);
        assert!(!change.is_whole);
        assert_eq!((change.removed, change.added), (2, 2));
    }

    #[test]
    fn a_word_that_changed_in_a_long_page_is_one_word() {
        let words = |middle: &str| format!("{}{middle}{}", "before ".repeat(4_000), " behind".repeat(4_000));
        let (old, new) = (page(1, &words("old")), page(1, &words("new")));
        let change = page_change(Some(&old), Some(&new), &mut 1, true);
        assert!(!change.is_whole);
        assert_eq!((change.removed, change.added), (1, 1));
    }

    proptest! {
        /// What is said to have stayed and gone is the earlier text, and what stayed and came is the later one.
        #[test]
        fn nothing_is_lost_between_two_texts(
            old in prop::collection::vec("[abc]", 0..30), new in prop::collection::vec("[abc]", 0..30),
        ) {
            let runs = word_changes(&old, &new);
            let kept = |out: PartFate| -> Vec<String> {
                let runs = runs.iter().filter(|(fate, _)| *fate != out);
                runs.flat_map(|(_, words)| words.iter().cloned()).collect()
            };
            prop_assert_eq!(&kept(PartFate::Added), &old);
            prop_assert_eq!(&kept(PartFate::Removed), &new);
        }
    }
}
