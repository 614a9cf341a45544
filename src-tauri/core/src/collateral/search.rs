//! Finding pieces by their words: in the title, the tags and notes, and on the pages of the file, in other forms and with a
//! letter wrong. What stands in the title comes first; the passage on the page is shown with the words marked.

use std::collections::{BTreeSet, HashMap};

use lockstep_workspace::{context::ReadContext, error::Result};
use rapidfuzz::distance::osa;
use rusqlite::params;
use serde::Serialize;
use ts_rs::TS;

use super::{catalogue::Catalogue, words::Sought};

/// What marks the beginning and the end of a word that was found, in a passage as SQLite cuts it.
const MARKS: [char; 2] = ['\u{2}', '\u{3}'];
/// How many words a passage has.
const PASSAGE: i64 = 24;
/// With more pages than this, what was found is not ranked page by page.
const RANKED: usize = 1_000;
/// So many words at most are offered for one that was mistyped.
const OFFERED: usize = 3;

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

/// What was looked for, and what was found of it, by the piece's place in the list.
pub struct Found {
    pub sought: Sought,
    pub matches: HashMap<usize, Match>,
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
    correct(reader, &mut sought, languages, library)?;
    let mut matches: HashMap<usize, Match> = HashMap::new();
    let matcher = sought.matcher();
    for (place, entry) in library.entries().iter().enumerate() {
        if matcher.found_in(&entry.beside) == sought.len() {
            let found = Match {
                in_title: 1 + matcher.found_in(&entry.title),
                page: None,
                rank: 0.0,
            };
            matches.insert(place, found);
        }
    }
    for (page, rank) in found_pages(reader, &sought)? {
        for place in library.with_page(page) {
            let found = matches.entry(*place).or_default();
            match rank {
                Some(rank) if found.page.is_none() || rank < found.rank => {
                    (found.page, found.rank) = (Some(page), rank);
                }
                Some(_) => {}
                // Unranked, the piece with most such pages comes first, and the first of them is shown.
                None => {
                    found.page = Some(found.page.map_or(page, |first| first.min(page)));
                    found.rank -= 1.0;
                }
            }
        }
    }
    Ok(Some(Found { sought, matches }))
}

/// Returns the pages that have the words, by their places in the index. A rank, less being better, is worked out only where they
/// are few enough: words that thousands of pages have tell little, and to rank all of these takes longer than a letter is typed.
fn found_pages(reader: &ReadContext, sought: &Sought) -> Result<Vec<(i64, Option<f64>)>> {
    let expression = sought.expression();
    let mut statement = reader
        .db()
        .prepare_cached("SELECT rowid FROM page_words WHERE page_words MATCH ?1")?;
    let places = statement.query_map([&expression], |row| row.get(0))?;
    let places: Vec<i64> = places.collect::<rusqlite::Result<_>>()?;
    if places.len() > RANKED {
        return Ok(places.into_iter().map(|place| (place, None)).collect());
    }
    let mut statement = reader.db().prepare_cached(
        "SELECT rowid, bm25(page_words, 1.0, 0.8) FROM page_words WHERE page_words MATCH ?1",
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
    let mut statement = reader.db().prepare_cached(
        "SELECT page.number, snippet(page_words, 0, ?3, ?4, '…', ?5), snippet(page_words, 1, ?3, ?4, '…', ?5)
         FROM page_words JOIN page ON page.place = page_words.rowid WHERE page_words MATCH ?1 AND page_words.rowid = ?2",
    )?;
    let [begin, end] = MARKS.map(String::from);
    let mut rows = statement.query(params![sought.expression(), place, begin, end, PASSAGE])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let (page, text, notes): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
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

/// Puts words that the library has beside those that it does not: with one letter wrong, missing, too many or in another place, or
/// two in a long word.
fn correct(
    reader: &ReadContext,
    sought: &mut Sought,
    languages: &[String],
    library: &Catalogue,
) -> Result<()> {
    let is_beside = |word: &str, is_beginning: bool| {
        library.entries().iter().any(|entry| {
            entry
                .beside
                .plain()
                .any(|known| known == word || (is_beginning && known.starts_with(word)))
        })
    };
    // All words are read only for one that stands on no page.
    if sought
        .plain()
        .map(|(word, is_beginning)| {
            Ok(is_on_a_page(reader, word, is_beginning)? || is_beside(word, is_beginning))
        })
        .collect::<Result<Vec<_>>>()?
        .iter()
        .all(|known| *known)
    {
        return Ok(());
    }
    let mut known: HashMap<String, i64> = HashMap::new();
    let mut statement = reader.db().prepare_cached("SELECT word, files FROM page_word")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        known.insert(row.get(0)?, row.get(1)?);
    }
    for entry in library.entries() {
        for word in entry.beside.plain() {
            *known.entry(word.to_owned()).or_default() += 1;
        }
    }
    sought.correct(languages, |word, is_beginning, is_form| {
        near(&known, word, is_beginning, is_form)
    });
    Ok(())
}

/// Returns whether a page has a word, or one that begins with it.
fn is_on_a_page(reader: &ReadContext, word: &str, is_beginning: bool) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM page_word WHERE word = ?1 OR (?2 AND word > ?1 AND word < ?1 || char(1114111)))";
    Ok(reader.count(sql, params![word, is_beginning])? > 0)
}

fn near(
    known: &HashMap<String, i64>,
    word: &str,
    is_beginning: bool,
    is_form: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let letters = word.chars().count();
    let begins_alike = |one: &str| {
        one.chars()
            .zip(word.chars())
            .take(3)
            .filter(|(a, b)| a == b)
            .count()
            == 3
    };
    // The beginning of a known word, or another form of one, is no mistake.
    let is_known = known.contains_key(word)
        || known
            .keys()
            .any(|one| (is_beginning && one.starts_with(word)) || (begins_alike(one) && is_form(one)));
    if is_known || letters < 4 || !word.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let most = if letters < 8 { 1 } else { 2 };
    let mut close: BTreeSet<(usize, i64, &str)> = BTreeSet::new();
    for (one, files) in known {
        if one.chars().count().abs_diff(letters) <= most {
            let apart = osa::distance(one.chars(), word.chars());
            if apart <= most {
                close.insert((apart, -files, one));
            }
        }
    }
    let least = close.first().map(|(apart, ..)| *apart);
    close
        .into_iter()
        .take_while(|(apart, ..)| Some(*apart) == least)
        .take(OFFERED)
        .map(|(.., one)| one.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_wrong_missing_or_swapped_is_forgiven_and_a_known_word_is_none() {
        let known: HashMap<String, i64> = ["customer", "security", "revenue", "return", "strategic", "price"]
            .map(|word| (word.to_owned(), 1))
            .into();
        for (typed, meant) in [
            ("custommer", "customer"),
            ("secruity", "security"),
            ("revnue", "revenue"),
            ("retrun", "return"),
            ("strategc", "strategic"),
        ] {
            assert_eq!(
                near(&known, typed, true, &|one| typed == "customers"
                    && one == "customer"),
                [meant],
                "{typed}"
            );
        }
        for typed in ["price", "pric", "customers", "zzzz", "roi", "2026x"] {
            assert_eq!(
                near(&known, typed, true, &|one| typed == "customers"
                    && one == "customer"),
                Vec::<String>::new(),
                "{typed}"
            );
        }
    }

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
