//! Words as they are searched: in their stems, in the language of the text. A stem takes the place of its word and changes nothing
//! else, so that a place among the stems is the same place in the text.

use std::collections::BTreeSet;

use frostem::{Algorithm, Stemmer};
use lockstep_text::fold;
use lockstep_workspace::error::Result;

/// A word of more letters is none: it is an address or a number, and stands as it is.
const LONGEST: usize = 60;
/// Beginnings of so many letters at most have an index of their own among the pages (`prefix` of `page_words`).
const LONGEST_INDEXED: usize = 3;

/// Returns the stemmer of a language; English where the language is not known or has none here.
fn stemmer(language: &str) -> Stemmer {
    Stemmer::new(match language {
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "sv" => Algorithm::Swedish,
        _ => Algorithm::English,
    })
}

/// Returns the text with each word in its stem.
pub fn stems(text: &str, language: &str) -> String {
    let stemmer = stemmer(language);
    let mut all = String::with_capacity(text.len());
    for (word, is_word) in runs(text) {
        if is_word {
            all.push_str(&stem(&stemmer, word));
        } else {
            all.push_str(word);
        }
    }
    all
}

/// Returns the stem of a word; the word itself where a stem of it would be no word.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let small = word.to_lowercase();
    if small.chars().count() > LONGEST || !small.chars().all(char::is_alphabetic) {
        return word.to_owned();
    }
    let stem = stemmer.stem(&small);
    if stem.is_empty() || !stem.chars().all(char::is_alphabetic) {
        word.to_owned()
    } else {
        stem.into_owned()
    }
}

/// Returns a text in runs of letters and digits, and what stands between them.
fn runs(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_word = first.is_alphanumeric();
        let end = rest
            .find(|c: char| c.is_alphanumeric() != is_word)
            .unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        rest = behind;
        Some((run, is_word))
    })
}

/// Returns the words of a text, plain: in small letters and without accents.
pub fn plain_words(text: &str) -> impl Iterator<Item = String> {
    runs(text)
        .filter(|(_, is_word)| *is_word)
        .map(|(word, _)| fold(word))
}

/// What somebody looks for: words, all of which are to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    words: Vec<SoughtWord>,
}

/// A word that is looked for, in every form in which it may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SoughtWord {
    /// In small letters, as typed.
    typed: String,
    /// The same without accents.
    plain: String,
    /// As typed, and its stems in the languages that the library has.
    forms: BTreeSet<String>,
    /// Whether words that begin with it are meant, too: somebody is still typing.
    is_beginning: bool,
    /// Words that it may have been meant for, where no page has it.
    meant: Vec<String>,
}

impl Sought {
    /// Returns what somebody typed; nothing where there is no word in it. `languages` are those of the library.
    pub fn of(typed: &str, languages: &[String]) -> Option<Self> {
        let ends_in_a_word = typed.chars().next_back().is_some_and(char::is_alphanumeric);
        let typed: Vec<&str> = runs(typed)
            .filter(|(_, is_word)| *is_word)
            .map(|(word, _)| word)
            .collect();
        let last = typed.len().checked_sub(1)?;
        let words = typed.iter().enumerate().map(|(place, word)| SoughtWord {
            typed: word.to_lowercase(),
            plain: fold(word),
            forms: forms(word, languages),
            is_beginning: place == last && ends_in_a_word,
            meant: Vec::new(),
        });
        Some(Self {
            words: words.collect(),
        })
    }

    /// Returns the words, plain, each with whether it may go on.
    #[cfg(test)]
    pub fn plain(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words
            .iter()
            .map(|word| (word.plain.as_str(), word.is_beginning))
    }

    /// Puts other words beside those that no page has: `near` returns what a word may have been meant for. It is told whether the
    /// word may go on, and can ask whether another word is only another form of it.
    ///
    /// # Errors
    /// What `near` fails with.
    pub fn correct(
        &mut self,
        languages: &[String],
        mut near: impl FnMut(&str, bool, &dyn Fn(&str) -> bool) -> Result<Vec<String>>,
    ) -> Result<()> {
        for word in &mut self.words {
            let own = forms(&word.plain, languages);
            let is_form = |other: &str| !own.is_disjoint(&forms(other, languages));
            word.meant = near(&word.plain, word.is_beginning, &is_form)?;
            for meant in &word.meant {
                word.forms.extend(forms(meant, languages));
            }
        }
        Ok(())
    }

    /// Returns what was looked for in place of what was typed, word by word.
    pub fn corrections(&self) -> Vec<(String, Vec<String>)> {
        let corrected = self.words.iter().filter(|word| !word.meant.is_empty());
        corrected
            .map(|word| (word.plain.clone(), word.meant.clone()))
            .collect()
    }

    /// Returns the words as FTS5 looks for them: all of them on one page. Every word is quoted, so nothing that somebody types is
    /// taken for a sign of its language.
    pub fn expression(&self) -> String {
        self.written(|form| vec![format!("\"{form}\" *")])
    }

    /// Returns the words as FTS5 looks for them on a page with these texts; nothing where the expression for all pages does as well. A
    /// beginning that no index of beginnings has takes FTS5 through the whole index, for one page as for all of them, so it is looked
    /// for by the words of the page that begin so.
    pub fn expression_on(&self, texts: [&str; 2], language: &str) -> Option<String> {
        let beginning = self.words.iter().find(|word| word.is_beginning)?;
        if beginning.plain.chars().count() <= LONGEST_INDEXED {
            return None;
        }
        let first = beginning.plain.chars().next()?;
        // A stem is sought only of words that may begin so: it differs from its word in the end, and in accents.
        let may_begin = |word: &str| {
            let own = word.chars().next();
            own.is_some_and(|own| !own.is_ascii() || own.to_ascii_lowercase() == first)
        };
        let stemmer = stemmer(language);
        let begun: BTreeSet<String> = texts
            .into_iter()
            .flat_map(runs)
            .filter(|(word, is_word)| *is_word && may_begin(word))
            .map(|(word, _)| fold(&stem(&stemmer, word)))
            .filter(|word| word.starts_with(&beginning.plain))
            .collect();
        Some(self.written(|form| {
            let whole = [form].into_iter().chain(begun.iter().map(String::as_str));
            whole.map(|word| format!("\"{word}\"")).collect()
        }))
    }

    /// Writes the words; `begun` writes one that may go on.
    fn written(&self, begun: impl Fn(&str) -> Vec<String>) -> String {
        let words: Vec<String> = self
            .words
            .iter()
            .map(|word| {
                // Words that go on are meant as they are typed; what goes on from a stem may be anything. One letter begins half of
                // all words: it is looked for as it stands.
                let goes_on =
                    |form: &str| word.is_beginning && form == word.typed && form.chars().nth(1).is_some();
                let forms = word.forms.iter().flat_map(|form| {
                    if goes_on(form) {
                        begun(form)
                    } else {
                        vec![format!("\"{form}\"")]
                    }
                });
                format!("({})", forms.collect::<Vec<_>>().join(" OR "))
            })
            .collect();
        words.join(" AND ")
    }

    /// Returns what tells whether words stand in a text, ready for many texts.
    pub fn matcher(&self) -> Matcher<'_> {
        let words = self.words.iter().map(|word| {
            let forms: BTreeSet<String> = word.forms.iter().map(|form| fold(form)).collect();
            (word.is_beginning.then_some(word.plain.as_str()), forms)
        });
        Matcher(words.collect())
    }
}

/// What tells whether words stand in a text: of each its beginning, where it may go on, and its forms.
pub struct Matcher<'s>(Vec<(Option<&'s str>, BTreeSet<String>)>);

impl Matcher<'_> {
    /// Returns the words: the beginning of each, where it may go on, and its forms.
    pub fn words(&self) -> impl Iterator<Item = (Option<&str>, &BTreeSet<String>)> {
        self.0.iter().map(|(beginning, forms)| (*beginning, forms))
    }

    /// Returns how many of the words stand in a text.
    pub fn found_in(&self, text: &TextWords) -> usize {
        let stands = |(beginning, forms): &&(Option<&str>, BTreeSet<String>)| {
            text.0.iter().any(|(plain, stem)| {
                beginning.is_some_and(|beginning| plain.starts_with(beginning))
                    || forms.contains(plain)
                    || forms.contains(stem)
            })
        };
        self.0.iter().filter(stands).count()
    }
}

/// The words of a text, each plain and in its stem, each once.
pub struct TextWords(Vec<(String, String)>);

impl TextWords {
    /// Returns the words of a text in a language.
    pub fn of(text: &str, language: &str) -> Self {
        let stemmer = stemmer(language);
        let words: BTreeSet<(String, String)> = runs(text)
            .filter(|(_, is_word)| *is_word)
            .map(|(word, _)| (fold(word), fold(&stem(&stemmer, word))))
            .collect();
        Self(words.into_iter().collect())
    }

    /// Returns the words, each plain and in its stem.
    pub fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(plain, stem)| (plain.as_str(), stem.as_str()))
    }
}

fn forms(word: &str, languages: &[String]) -> BTreeSet<String> {
    let small = word.to_lowercase();
    let english = String::from("en");
    let stems = languages
        .iter()
        .chain([&english])
        .map(|language| stem(&stemmer(language), &small));
    stems.chain([small.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sought(typed: &str) -> Option<Sought> {
        Sought::of(typed, &["de".into(), "fr".into()])
    }

    #[test]
    fn words_are_put_in_their_stems_and_nothing_else_changes() {
        assert_eq!(
            stems("Customers’ returns: 12% (2026)!", "en"),
            "custom’ return: 12% (2026)!"
        );
        assert_eq!(stems("die Verträge, 2. Häuser", "de"), "die vertrag, 2. haus");
    }

    #[test]
    fn what_somebody_types_is_never_a_sign_of_the_search_language() {
        assert_eq!(sought("  \"(*-"), None);
        let expression = sought("NEAR(a, b) OR c*")
            .map(|sought| sought.expression())
            .unwrap_or_default();
        assert!(
            expression.starts_with("(\"near\") AND (\"a\") AND (\"b\") AND (\"or\") AND (\"c\""),
            "{expression}"
        );
        let beginning = sought("brochur")
            .map(|sought| sought.expression())
            .unwrap_or_default();
        assert!(beginning.contains("\"brochur\" *"), "{beginning}");
    }

    #[test]
    fn a_title_is_found_by_other_forms_and_beginnings_of_its_words() {
        for (typed, title, found) in [
            ("returns on invest", "Return on investment", 3),
            ("vertrage", "Unsere Verträge", 1),
            ("strateg", "Stratégie commerciale", 1),
            ("price list", "Our prices", 1),
        ] {
            let language = if title.contains("Unsere") { "de" } else { "en" };
            assert_eq!(
                sought(typed).map(|sought| sought.matcher().found_in(&TextWords::of(title, language))),
                Some(found),
                "{typed}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_text_keeps_its_number_of_words(text in "\\PC{0,60}", language in "de|en|fr|it|nl|sv") {
            let count = |text: &str| runs(text).filter(|(_, is_word)| *is_word).count();
            prop_assert_eq!(count(&stems(&text, &language)), count(&text));
        }
    }
}
