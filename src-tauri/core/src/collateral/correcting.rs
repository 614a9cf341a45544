//! Words that stand nowhere in the library are looked for by those that they may have been meant for: with one letter wrong, missing,
//! too many or in another place, or two in a long word.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use lockstep_workspace::{context::ReadContext, error::Result};
use rapidfuzz::distance::osa;

use super::{word_index::WordIndex, words::Sought};

/// A word of fewer letters is not corrected.
const SHORTEST: usize = 4;
/// Forms of a word begin with so many letters alike.
const ALIKE: usize = 3;
/// So many words at most are offered for one that was mistyped.
const OFFERED: usize = 3;

/// Puts words that the library has beside those that it does not.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn correct(
    reader: &ReadContext,
    sought: &mut Sought,
    languages: &[String],
    beside: &WordIndex,
) -> Result<()> {
    sought.correct(languages, |word, is_beginning, is_form| {
        // The beginning of a known word, or another form of one, is no mistake.
        let is_left_alone = word.chars().count() < SHORTEST
            || !word.chars().all(char::is_alphabetic)
            || beside.has(word, is_beginning)
            || is_on_a_page(reader, word, is_beginning)?
            || has_form(reader, beside, word, is_form)?;
        if is_left_alone {
            return Ok(Vec::new());
        }
        let mut near = Near::to(word);
        let mut statement = reader
            .db()
            .prepare_cached("SELECT word, files FROM page_word WHERE length(word) BETWEEN ?1 AND ?2")?;
        let mut rows = statement.query(near.lengths())?;
        while let Some(row) = rows.next()? {
            near.see(row.get_ref(0)?.as_str().unwrap_or_default(), row.get(1)?);
        }
        for (known, pieces) in beside.counted() {
            near.see(known, i64::try_from(pieces).unwrap_or(i64::MAX));
        }
        Ok(near.best())
    })
}

/// Returns whether a known word is only another form of one. Forms of a word differ in their ends.
fn has_form(
    reader: &ReadContext,
    beside: &WordIndex,
    word: &str,
    is_form: &dyn Fn(&str) -> bool,
) -> Result<bool> {
    let begun: String = word.chars().take(ALIKE).collect();
    if beside.any_beginning(&begun, is_form) {
        return Ok(true);
    }
    let mut statement = reader
        .db()
        .prepare_cached("SELECT word FROM page_word WHERE word >= ?1 AND word < ?1 || char(1114111)")?;
    let mut rows = statement.query([begun])?;
    while let Some(row) = rows.next()? {
        if is_form(row.get_ref(0)?.as_str().unwrap_or_default()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns whether a page has a word, or one that begins with it.
fn is_on_a_page(reader: &ReadContext, word: &str, is_beginning: bool) -> Result<bool> {
    let sql = if is_beginning {
        "SELECT EXISTS (SELECT 1 FROM page_word WHERE word >= ?1 AND word < ?1 || char(1114111))"
    } else {
        "SELECT EXISTS (SELECT 1 FROM page_word WHERE word = ?1)"
    };
    Ok(reader.count(sql, [word])? > 0)
}

/// The known words that are so close to a mistyped one that it may have been meant for them.
struct Near {
    word: osa::BatchComparator<char>,
    letters: usize,
    /// How many letters may be wrong.
    most: usize,
    /// How far they are from it, and how many files and pieces have them.
    close: HashMap<String, (usize, i64)>,
}

impl Near {
    fn to(word: &str) -> Self {
        let letters = word.chars().count();
        Self {
            word: osa::BatchComparator::new(word.chars()),
            letters,
            most: if letters < 8 { 1 } else { 2 },
            close: HashMap::new(),
        }
    }

    /// Returns how few and how many letters such a word has.
    fn lengths(&self) -> [i64; 2] {
        [self.letters.saturating_sub(self.most), self.letters + self.most]
            .map(|letters| i64::try_from(letters).unwrap_or(i64::MAX))
    }

    fn see(&mut self, known: &str, files: i64) {
        if known.chars().count().abs_diff(self.letters) > self.most {
            return;
        }
        let apart = self.word.distance(known.chars());
        if apart <= self.most {
            let close = self.close.entry(known.to_owned()).or_insert((apart, 0));
            close.1 = close.1.saturating_add(files);
        }
    }

    /// Returns the closest, those that most files have first.
    fn best(self) -> Vec<String> {
        let all = self.close.into_iter();
        let close: BTreeSet<(usize, Reverse<i64>, String)> = all
            .map(|(known, (apart, files))| (apart, Reverse(files), known))
            .collect();
        let least = close.first().map(|(apart, ..)| *apart);
        close
            .into_iter()
            .take_while(|(apart, ..)| Some(*apart) == least)
            .take(OFFERED)
            .map(|(.., known)| known)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_wrong_missing_or_swapped_is_forgiven_and_more_is_not() {
        let best = |typed: &str| {
            let mut near = Near::to(typed);
            for word in ["customer", "security", "revenue", "return", "strategic", "price"] {
                near.see(word, 1);
            }
            near.best()
        };
        for (typed, meant) in [
            ("custommer", "customer"),
            ("secruity", "security"),
            ("revnue", "revenue"),
            ("retrun", "return"),
            ("strategc", "strategic"),
        ] {
            assert_eq!(best(typed), [meant], "{typed}");
        }
        for typed in ["zzzz", "custommmmer", "pr"] {
            assert_eq!(best(typed), Vec::<String>::new(), "{typed}");
        }
    }

    #[test]
    fn of_words_that_are_as_close_the_one_that_most_files_have_is_offered_first() {
        let mut near = Near::to("bads");
        for (word, files) in [("beds", 1), ("bids", 2), ("beds", 4), ("bats", 1), ("pads", 1)] {
            near.see(word, files);
        }
        assert_eq!(near.best(), ["beds", "bids", "bats"]);
    }
}
