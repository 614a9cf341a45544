//! The words that stand beside the pages of pieces, each once, in order, with the pieces that have it: what begins with some letters,
//! and what has a form, is looked up instead of looked for in every piece.

use std::collections::HashMap;

use super::words::{Matcher, TextWords};

/// A word, and the pieces that have it by their places in the library, the lowest first.
struct Known {
    plain: String,
    stem: String,
    pieces: Vec<usize>,
}

/// The words of all pieces.
pub struct WordIndex {
    /// By the plain word, then by its stem.
    words: Vec<Known>,
    /// The places of the words, by their stems.
    by_stem: Vec<usize>,
    /// How many pieces there are.
    pieces: usize,
}

impl WordIndex {
    /// Puts the words of pieces in order, which are told in the order of the library.
    pub fn of<'t>(texts: impl Iterator<Item = &'t TextWords>) -> Self {
        let mut known: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        let mut pieces = 0;
        for (place, text) in texts.enumerate() {
            for word in text.words() {
                known.entry(word).or_default().push(place);
            }
            pieces = place + 1;
        }
        let mut words: Vec<Known> = known
            .into_iter()
            .map(|((plain, stem), pieces)| Known {
                plain: plain.to_owned(),
                stem: stem.to_owned(),
                pieces,
            })
            .collect();
        words.sort_by(|one, other| (&one.plain, &one.stem).cmp(&(&other.plain, &other.stem)));
        let mut by_stem: Vec<usize> = (0..words.len()).collect();
        by_stem.sort_by_key(|place| words.get(*place).map(|word| word.stem.as_str()));
        Self {
            words,
            by_stem,
            pieces,
        }
    }

    /// Returns the words that begin with some letters.
    fn beginning(&self, letters: &str) -> impl Iterator<Item = &Known> {
        let first = self.words.partition_point(|word| word.plain.as_str() < letters);
        let rest = self.words.get(first..).unwrap_or_default().iter();
        rest.take_while(move |word| word.plain.starts_with(letters))
    }

    /// Returns the words that are `plain`.
    fn plain(&self, plain: &str) -> impl Iterator<Item = &Known> {
        self.beginning(plain).take_while(move |word| word.plain == plain)
    }

    /// Returns the words that have a stem.
    fn stemmed(&self, stem: &str) -> impl Iterator<Item = &Known> {
        let word = |place: &usize| self.words.get(*place);
        let first = self
            .by_stem
            .partition_point(|place| word(place).is_some_and(|word| word.stem.as_str() < stem));
        let rest = self.by_stem.get(first..).unwrap_or_default().iter();
        rest.map_while(word).take_while(move |word| word.stem == stem)
    }

    /// Returns the places of the pieces that have all the words that are looked for.
    pub fn with_all(&self, sought: &Matcher) -> impl Iterator<Item = usize> {
        // How many of the words a piece has, from the first; one that lacks a word is not counted further.
        let mut has = vec![0_usize; self.pieces];
        let mut words = 0;
        for (beginning, forms) in sought.words() {
            let begins = beginning.into_iter().flat_map(|letters| self.beginning(letters));
            let forms = forms
                .iter()
                .flat_map(|form| self.plain(form).chain(self.stemmed(form)));
            for place in begins.chain(forms).flat_map(|word| &word.pieces) {
                if let Some(has) = has.get_mut(*place).filter(|has| **has == words) {
                    *has = words + 1;
                }
            }
            words += 1;
        }
        let all = has.into_iter().enumerate();
        all.filter(move |(_, has)| *has == words).map(|(place, _)| place)
    }

    /// Returns whether one of the words that begin with some letters is such a one.
    pub fn any_beginning(&self, letters: &str, is_one: &dyn Fn(&str) -> bool) -> bool {
        self.beginning(letters).any(|word| is_one(&word.plain))
    }

    /// Returns whether a piece has a word, or one that begins with it.
    pub fn has(&self, word: &str, is_beginning: bool) -> bool {
        let found = self.beginning(word).next();
        found.is_some_and(|found| is_beginning || found.plain == word)
    }

    /// Returns each word, plain, with how many pieces have it.
    pub fn counted(&self) -> impl Iterator<Item = (&str, usize)> {
        self.words
            .iter()
            .map(|word| (word.plain.as_str(), word.pieces.len()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::collateral::words::Sought;

    const WORDS: [&str; 9] = [
        "price", "prices", "pricing", "häuser", "haus", "beds", "bed", "the", "p",
    ];

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let text = proptest::collection::vec(0..WORDS.len(), 0..5);
        let text = text.prop_map(|words| {
            let words = words.into_iter().filter_map(|word| WORDS.get(word).copied());
            words.collect::<Vec<_>>().join(" ")
        });
        proptest::collection::vec(text, 0..12)
    }

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_one_finds_by_looking_at_every_piece(
            texts in texts(),
            typed in "(price|pri|prices|haus|häuser|be|beds|the|p|x)( (pric|bed|haus|the|t|x))?",
        ) {
            let texts: Vec<TextWords> = texts.iter().map(|text| TextWords::of(text, "de")).collect();
            let sought = Sought::of(&typed, &["de".into()]).ok_or_else(|| TestCaseError::fail("no word"))?;
            let matcher = sought.matcher();
            let index = WordIndex::of(texts.iter());
            let looked_at: Vec<usize> = (0..texts.len())
                .filter(|place| texts.get(*place).is_some_and(|text| matcher.found_in(text) == sought.plain().count()))
                .collect();
            prop_assert_eq!(index.with_all(&matcher).collect::<Vec<_>>(), looked_at);
            for (word, is_beginning) in sought.plain() {
                let has = texts.iter().flat_map(TextWords::words).any(|(plain, _)| {
                    plain == word || (is_beginning && plain.starts_with(word))
                });
                prop_assert_eq!(index.has(word, is_beginning), has);
            }
        }
    }
}
