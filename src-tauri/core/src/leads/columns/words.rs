//! Texts of a column: each different one is kept once, and a row has its number.

use std::{
    borrow::Cow,
    hash::{BuildHasher, RandomState},
    num::NonZero,
    sync::OnceLock,
};

use hashbrown::HashTable;

use lockstep_text::fold_into;

/// Different texts, one behind the other in one piece of memory.
#[derive(Debug, Clone, Default)]
pub struct TextPool {
    text: String,
    ends: Vec<usize>,
}

impl TextPool {
    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the text at a place, counted from 0.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = match place.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// Returns all of them, in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let word = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            word
        })
    }

    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len());
    }

    /// Says of each text whether it contains `needle`. They are looked through in one go, and in parts side by side, which
    /// is what makes a million of them quick.
    pub(crate) fn containing(&self, needle: &str) -> Vec<bool> {
        let mut hits = vec![false; self.len()];
        let parts = if self.text.len() < WORTH_A_PART {
            1
        } else {
            std::thread::available_parallelism().map_or(1, NonZero::get)
        };
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        let size = self.len().div_ceil(parts).max(1);
        let all = hits.chunks_mut(size).zip(self.ends.chunks(size));
        let mut start = 0;
        let parts = all.map(|(hits, ends)| {
            let from = start;
            start = ends.last().copied().unwrap_or(start);
            let text = self.text.as_bytes().get(from..start).unwrap_or_default();
            Part {
                text,
                from,
                ends,
                hits,
            }
        });
        if size == self.len() {
            parts.for_each(|part| part.mark(&finder, needle.len()));
        } else {
            std::thread::scope(|scope| {
                for part in parts {
                    let finder = &finder;
                    scope.spawn(move || part.mark(finder, needle.len()));
                }
            });
        }
        hits
    }

    /// Returns the texts written in another way, each as `write` puts it into an empty text.
    fn rewritten(&self, write: impl Fn(&str, &mut String)) -> Self {
        let mut list = Self::default();
        let mut text = String::new();
        for word in self.iter() {
            text.clear();
            write(word, &mut text);
            list.push(&text);
        }
        list.shrink();
        list
    }

    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// So many bytes are worth a thread of their own.
const WORTH_A_PART: usize = 1 << 20;

/// Some of the texts, that are looked through together.
struct Part<'p> {
    text: &'p [u8],
    /// Where the part begins in the text of all.
    from: usize,
    ends: &'p [usize],
    hits: &'p mut [bool],
}

impl Part<'_> {
    fn mark(self, finder: &memchr::memmem::Finder, length: usize) {
        let (mut at, mut place) = (0, 0);
        while let Some(met) = self.text.get(at..).and_then(|rest| finder.find(rest)) {
            let start = at + met;
            // Matches come in order; the place is further on, mostly not by much.
            let behind = self.ends.get(place..).unwrap_or_default();
            place += leap(behind, |end| *end - self.from <= start);
            let Some(end) = self.ends.get(place).map(|end| end - self.from) else {
                break;
            };
            if start + length <= end {
                if let Some(hit) = self.hits.get_mut(place) {
                    *hit = true;
                }
                at = end;
            } else {
                at = start + 1;
            }
        }
    }
}

/// As `partition_point`, but quick where the point is near the start.
fn leap<T>(sorted: &[T], is_before: impl Fn(&T) -> bool) -> usize {
    let mut step = 1;
    while sorted.get(step - 1).is_some_and(&is_before) {
        step *= 2;
    }
    let from = step / 2;
    let to = step.min(sorted.len());
    from + sorted
        .get(from..to)
        .map_or(0, |part| part.partition_point(is_before))
}

/// A column of texts.
#[derive(Debug, Clone, Default)]
pub struct Words {
    codes: Vec<u32>,
    list: TextPool,
    /// Whether the texts are kept in small letters only.
    is_small: bool,
    folded: OnceLock<TextPool>,
    plain: OnceLock<TextPool>,
}

impl Words {
    /// Returns a column of these texts.
    #[cfg(test)]
    pub(crate) fn of_texts<'t>(texts: impl Iterator<Item = Option<&'t str>>) -> Self {
        let mut builder = WordsBuilder::default();
        texts.for_each(|text| builder.push(text));
        builder.done()
    }

    /// Returns the number of each row's text; 0 where there is none. Number n is the text at place n − 1 of the list.
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// Returns the different texts.
    pub fn list(&self) -> &TextPool {
        &self.list
    }

    /// Returns the different texts in small letters, at the same places. Made when it is asked for first.
    pub fn folded(&self) -> &TextPool {
        if self.is_small {
            return &self.list;
        }
        self.folded.get_or_init(|| self.list.rewritten(lowercase_into))
    }

    /// Returns the different texts as they sound, in small letters and without accents, at the same places. Made when it is
    /// asked for first.
    pub fn plain(&self) -> &TextPool {
        // Addresses are small already, and hardly one has an accent: no second list of a million of them.
        if self.is_small && self.list.text.is_ascii() {
            return &self.list;
        }
        self.plain.get_or_init(|| self.list.rewritten(fold_into))
    }

    /// Returns the text that has a number.
    pub fn word(&self, code: u32) -> Option<&str> {
        self.list.get(usize::try_from(code).ok()?.checked_sub(1)?)
    }

    /// Returns the text of a row.
    pub fn of(&self, row: usize) -> Option<&str> {
        self.word(*self.codes.get(row)?)
    }

    /// Returns the number of a text, if a row has it.
    pub fn code_of(&self, word: &str) -> Option<u32> {
        let place = self.list.iter().position(|known| known == word)?;
        u32::try_from(place + 1).ok()
    }

    /// Returns in how many rows there is a text.
    pub fn filled(&self) -> usize {
        self.codes.iter().filter(|code| **code != 0).count()
    }

    /// Returns the different texts that rows have, each with in how many rows it stands.
    pub fn counts(&self) -> impl Iterator<Item = (&str, u64)> {
        let mut counts = vec![0_u64; self.list.len() + 1];
        for code in &self.codes {
            if let Some(count) = usize::try_from(*code).ok().and_then(|code| counts.get_mut(code)) {
                *count += 1;
            }
        }
        self.list
            .iter()
            .zip(counts.into_iter().skip(1))
            .filter(|(_, rows)| *rows > 0)
    }

    /// Says what stands in a row.
    pub(super) fn replace(&mut self, row: usize, word: Option<&str>) {
        let word = word.map(|word| {
            if self.is_small {
                Cow::Owned(folded(word))
            } else {
                Cow::Borrowed(word)
            }
        });
        if self.of(row) == word.as_deref() {
            return;
        }
        let code = word.map_or(0, |word| {
            self.code_of(&word).unwrap_or_else(|| {
                self.list.push(&word);
                for (list, write) in [
                    (&mut self.folded, lowercase_into as fn(&str, &mut String)),
                    (&mut self.plain, fold_into),
                ] {
                    if let Some(list) = list.get_mut() {
                        let mut text = String::new();
                        write(&word, &mut text);
                        list.push(&text);
                    }
                }
                number(self.list.len())
            })
        });
        if let Some(slot) = self.codes.get_mut(row) {
            *slot = code;
        }
    }
}

/// Returns a text in small letters: how texts are compared where case does not matter.
pub fn folded(text: &str) -> String {
    let mut small = String::new();
    lowercase_into(text, &mut small);
    small
}

fn lowercase_into(text: &str, small: &mut String) {
    if text.is_ascii() {
        small.extend(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        small.extend(text.chars().flat_map(char::to_lowercase));
    }
}

/// A column of texts while it is read.
#[derive(Debug, Default)]
pub(super) struct WordsBuilder {
    words: Words,
    places: HashTable<u32>,
    hasher: RandomState,
    small: String,
}

impl WordsBuilder {
    /// Returns one that keeps its texts in small letters only: half the memory for what is searched and never shown.
    pub fn small() -> Self {
        Self {
            words: Words {
                is_small: true,
                ..Words::default()
            },
            ..Self::default()
        }
    }

    pub fn len(&self) -> usize {
        self.words.codes.len()
    }

    pub fn push(&mut self, word: Option<&str>) {
        let code = word.map_or(0, |word| self.code(word));
        self.words.codes.push(code);
    }

    /// Fills up with rows that have none.
    pub fn pad(&mut self, rows: usize) {
        if self.words.codes.len() < rows {
            self.words.codes.resize(rows, 0);
        }
    }

    fn code(&mut self, word: &str) -> u32 {
        let Self {
            words: Words { list, is_small, .. },
            places,
            hasher,
            small,
        } = self;
        let word = if *is_small {
            small.clear();
            lowercase_into(word, small);
            small.as_str()
        } else {
            word
        };
        let at = |code: u32| {
            usize::try_from(code)
                .ok()
                .and_then(|code| list.get(code.wrapping_sub(1)))
        };
        let hash = hasher.hash_one(word);
        if let Some(code) = places.find(hash, |code| at(*code) == Some(word)) {
            return *code;
        }
        let code = number(list.len() + 1);
        places.insert_unique(hash, code, |code| hasher.hash_one(at(*code).unwrap_or_default()));
        list.push(word);
        code
    }

    pub fn done(mut self) -> Words {
        self.words.codes.shrink_to_fit();
        self.words.list.shrink();
        self.words
    }
}

/// Rows are counted in four bytes: more than four thousand million of them fit no memory.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(texts: &[Option<&str>]) -> Words {
        let mut builder = WordsBuilder::default();
        texts.iter().for_each(|text| builder.push(*text));
        builder.done()
    }

    #[test]
    fn a_text_is_kept_once_and_can_be_replaced() {
        let mut words = words(&[Some("Web"), None, Some("Fair"), Some("Web"), Some("")]);
        assert_eq!(words.codes(), [1, 0, 2, 1, 3]);
        assert_eq!((words.list().len(), words.filled()), (3, 4));
        assert_eq!(
            (words.of(3), words.of(1), words.of(4)),
            (Some("Web"), None, Some(""))
        );
        words.replace(1, Some("Fair"));
        assert_eq!(words.plain().iter().collect::<Vec<_>>(), ["web", "fair", ""]);
        words.replace(0, Some("Máil"));
        assert_eq!(words.plain().get(3), Some("mail"));
        words.replace(3, None);
        assert_eq!(words.codes(), [4, 2, 2, 0, 3]);
        assert_eq!(words.of(0), Some("Máil"));
    }

    #[test]
    fn what_runs_from_one_text_into_the_next_is_not_found() {
        let words = words(&[Some("ab"), Some("ca"), Some("bab"), Some("Ä")]);
        assert_eq!(words.list().containing("ab"), [true, false, true, false]);
        assert_eq!(words.list().containing("bc"), [false; 4]);
        assert_eq!(words.folded().containing("ä"), [false, false, false, true]);
    }

    #[test]
    fn parts_side_by_side_find_what_one_finds() {
        let texts: Vec<String> = (0..200_000).map(|n| format!("{n} of many")).collect();
        let texts: Vec<Option<&str>> = texts.iter().map(|text| Some(text.as_str())).collect();
        let words = words(&texts);
        let hits = words.list().containing("99 of");
        let expected = (0..200_000).map(|n| n % 100 == 99);
        assert!(hits.into_iter().eq(expected));
    }

    proptest! {
        #[test]
        fn looking_through_all_at_once_finds_what_looking_at_each_finds(
            texts in prop::collection::vec("[abä]{0,4}", 0..40),
            needle in "[abä]{1,2}",
        ) {
            let texts: Vec<Option<&str>> = texts.iter().map(|text| Some(text.as_str())).collect();
            let words = words(&texts);
            let expected: Vec<bool> = words.list().iter().map(|word| word.contains(&needle)).collect();
            prop_assert_eq!(words.list().containing(&needle), expected);
        }
    }
}
