//! Finding pieces by their words: in the title, the tags and notes, and on the pages of the file, in other forms and with a
//! letter wrong. What stands in the title comes first; the passage on the page is shown with the words marked.

use lockstep_workspace::{context::ReadContext, error::Result};
use rusqlite::params;
use serde::Serialize;
use ts_rs::TS;

use super::{catalogue::Catalogue, correcting::correct, words::Sought};

/// What marks the beginning and the end of a word that was found, in a passage as SQLite cuts it.
const MARKS: [char; 2] = ['\u{2}', '\u{3}'];
/// How many words a passage has.
const PASSAGE: i64 = 24;
/// With more pages than this, what was found is not ranked page by page.
const RANKED: usize = 1_000;
/// A page of more bytes is not read word by word for its passage: FTS5 goes through the whole index for it in less time.
const SHORT_PAGE: usize = 32_768;

/// A part of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassagePart {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub is_match: bool,
}

/// Where the words stand in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Passage {
    /// The page, slide or sheet, from 1.
    pub page: i64,
    /// Whether it stands in the notes beside it.
    pub in_notes: bool,
    /// The passage, in parts.
    pub parts: Vec<PassagePart>,
}

/// How a piece was found.
#[derive(Debug, Clone, Default)]
pub struct Match {
    /// How many of the words stand in its title, its tags or its notes, the title's counting most.
    pub in_title: usize,
    /// The best page: its place in the index.
    page: Option<i64>,
    /// How well that page matches; less is better.
    rank: f64,
}

impl Match {
    /// Returns by what matches are ordered, the best first.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        other
            .in_title
            .cmp(&self.in_title)
            .then(self.rank.total_cmp(&other.rank))
    }
}

/// What was looked for, and what was found of it.
pub struct Found {
    pub sought: Sought,
    /// How each piece was found, by its place in the library; nothing where it was not.
    matches: Vec<Option<Match>>,
}

impl Found {
    /// Returns how the piece at a place in the library was found; nothing where it was not.
    pub fn at(&self, place: usize) -> Option<&Match> {
        self.matches.get(place)?.as_ref()
    }
}

/// Puts the best in order, as many as are told, and leaves out the others: thousands may have been found.
pub fn best_first<T>(found: &mut Vec<T>, told: usize, order: impl Fn(&T, &T) -> std::cmp::Ordering) {
    if told < found.len() {
        found.select_nth_unstable_by(told, &order);
        found.truncate(told);
    }
    found.sort_unstable_by(order);
}

/// Looks for words among pieces. Nothing where there is no word in what was typed.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn find(reader: &ReadContext, typed: &str, library: &Catalogue) -> Result<Option<Found>> {
    let languages = library.languages();
    let Some(mut sought) = Sought::of(typed, languages) else {
        return Ok(None);
    };
    correct(reader, &mut sought, languages, library.words())?;
    let entries = library.entries();
    let mut matches: Vec<Option<Match>> = vec![None; entries.len()];
    let matcher = sought.matcher();
    for place in library.words().with_all(&matcher) {
        if let (Some(found), Some(entry)) = (matches.get_mut(place), entries.get(place)) {
            *found = Some(Match {
                in_title: 1 + matcher.found_in(&entry.title),
                page: None,
                rank: 0.0,
            });
        }
    }
    let pages = found_pages(reader, &sought)?;
    let pieces = library.with_pages(pages.iter().map(|(page, _)| *page));
    for ((page, rank), pieces) in pages.iter().zip(pieces) {
        for place in pieces {
            let Some(found) = matches.get_mut(*place) else {
                continue;
            };
            let found = found.get_or_insert_default();
            match *rank {
                Some(rank) if found.page.is_none() || rank < found.rank => {
                    (found.page, found.rank) = (Some(*page), rank);
                }
                Some(_) => {}
                // Unranked, the piece with most such pages comes first, and the first of them is shown.
                None => {
                    found.page.get_or_insert(*page);
                    found.rank -= 1.0;
                }
            }
        }
    }
    Ok(Some(Found { sought, matches }))
}

/// Returns the pages that have the words, by their places in the index, the lowest first. A rank, less being better, is worked out
/// only where they are few enough: words that thousands of pages have tell little, and to rank all of these takes longer than a letter
/// is typed.
fn found_pages(reader: &ReadContext, sought: &Sought) -> Result<Vec<(i64, Option<f64>)>> {
    let expression = sought.expression();
    let mut statement = reader
        .db()
        .prepare_cached("SELECT rowid FROM page_words WHERE page_words MATCH ?1 ORDER BY rowid")?;
    let places = statement.query_map([&expression], |row| Ok((row.get(0)?, None)))?;
    let places: Vec<(i64, Option<f64>)> = places.collect::<rusqlite::Result<_>>()?;
    if places.is_empty() || places.len() > RANKED {
        return Ok(places);
    }
    let mut statement = reader.db().prepare_cached(
        "SELECT rowid, bm25(page_words, 1.0, 0.8) FROM page_words WHERE page_words MATCH ?1 ORDER BY rowid",
    )?;
    let ranked = statement.query_map([&expression], |row| Ok((row.get(0)?, Some(row.get(1)?))))?;
    Ok(ranked.collect::<rusqlite::Result<_>>()?)
}

/// Returns the passage in which a piece's words stand; nothing where they stand on no page.
///
/// # Errors
/// As for [`find`].
pub fn passage(reader: &ReadContext, sought: &Sought, found: &Match) -> Result<Option<Passage>> {
    let Some(place) = found.page else {
        return Ok(None);
    };
    let mut statement = reader
        .db()
        .prepare_cached("SELECT number, language, text, notes FROM page WHERE place = ?1")?;
    let mut rows = statement.query([place])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let number = row.get(0)?;
    let text = |column| -> rusqlite::Result<&str> { Ok(row.get_ref(column)?.as_str().unwrap_or_default()) };
    let (language, text, notes) = (text(1)?, text(2)?, text(3)?);
    if text.len() + notes.len() <= SHORT_PAGE
        && let Some(expression) = sought.expression_on([text, notes], language)
        && let Some(passage) = cut(reader, &expression, place, number)?
    {
        return Ok(Some(passage));
    }
    cut(reader, &sought.expression(), place, number)
}

/// Has SQLite cut the passage of a page that an expression finds.
fn cut(reader: &ReadContext, expression: &str, place: i64, page: i64) -> Result<Option<Passage>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT snippet(page_words, 0, ?3, ?4, '…', ?5), snippet(page_words, 1, ?3, ?4, '…', ?5)
         FROM page_words WHERE page_words MATCH ?1 AND rowid = ?2",
    )?;
    let [begin, end] = MARKS.map(String::from);
    let mut rows = statement.query(params![expression, place, begin, end, PASSAGE])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let (text, notes): (String, String) = (row.get(0)?, row.get(1)?);
    let in_notes = !text.contains(MARKS[0]) && notes.contains(MARKS[0]);
    Ok(Some(Passage {
        page,
        in_notes,
        parts: parts(if in_notes { &notes } else { &text }),
    }))
}

/// Cuts a passage at its marks. White space in it is one space.
fn parts(marked: &str) -> Vec<PassagePart> {
    let mut parts = Vec::new();
    let mut is_match = false;
    for piece in marked.split(MARKS) {
        let text = collapsed(piece);
        if !text.is_empty() {
            parts.push(PassagePart { text, is_match });
        }
        is_match = !is_match;
    }
    parts
}

fn collapsed(text: &str) -> String {
    let mut one = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if one.ends_with(' ') => {}
            true => one.push(' '),
            false => one.push(c),
        }
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_cut_at_its_marks() {
        let found = parts("the \u{2}return\u{3} on\n\n \u{2}investment\u{3}");
        let told: Vec<(&str, bool)> = found
            .iter()
            .map(|part| (part.text.as_str(), part.is_match))
            .collect();
        assert_eq!(
            told,
            [
                ("the ", false),
                ("return", true),
                (" on ", false),
                ("investment", true)
            ]
        );
    }
}
