//! Facts and tests: what is known of one field of a lead, and what it says to a criterion. The answer is yes, no, or that
//! nobody can tell: what is not known is never taken for a no.

use chrono::{Days, NaiveDate};
use lockstep_intake::number;
use serde_json::{Map, Value};

use crate::definition::{Criterion, Test};
use lockstep_text::fold;

/// What is known of one field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact<'a> {
    /// Nothing.
    Unknown,
    /// A word or a text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    YesNo(bool),
}

impl<'a> Fact<'a> {
    /// Returns a JSON value as a fact; an empty text says nothing.
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::String(text) if !text.trim().is_empty() => Self::Text(text),
            Value::Number(number) => number.as_f64().map_or(Self::Unknown, Self::Number),
            Value::Bool(yes) => Self::YesNo(*yes),
            _ => Self::Unknown,
        }
    }

    /// Returns the day, where it is one or begins like one (2027-01-31).
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Text(text) => text.trim().get(..10).and_then(|text| text.parse().ok()),
            _ => None,
        }
    }

    /// Returns whether it says yes or no, where it says either.
    pub fn yes_no(self) -> Option<bool> {
        match self {
            Self::YesNo(yes) => Some(yes),
            Self::Number(1.0) => Some(true),
            Self::Number(0.0) => Some(false),
            Self::Text(text) => lockstep_intake::yes_no::read(text),
            _ => None,
        }
    }

    /// Returns it as a word, as people would write it.
    pub fn word(self) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::Text(text) => Some(text.into()),
            Self::Number(number) => Some(number.to_string()),
            Self::Day(day) => Some(day.to_string()),
            Self::YesNo(yes) => Some(if yes { "yes" } else { "no" }.into()),
        }
    }
}

/// Returns facts as somebody types them, where "1,200" is what it is in the company's language: where the mark is not the one
/// before its decimals, thousands are meant. What could be either stays as it was typed, and then nobody can tell.
pub fn typed(facts: &Map<String, Value>, decimal: char) -> Map<String, Value> {
    let meant = |value: &Value| {
        let read = number::readings(value.as_str()?)?;
        match read.mark {
            number::Mark::Either(mark) if mark != decimal => {
                Some(Value::from(in_units(read.with(decimal).millionths())))
            }
            _ => None,
        }
    };
    facts
        .iter()
        .map(|(name, value)| (name.clone(), meant(value).unwrap_or_else(|| value.clone())))
        .collect()
}

/// Reads a number as people write it; nothing where it could be read in two ways ("1.500").
fn number_in(text: &str) -> Option<f64> {
    // Most texts are none, and that is quickly seen.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    number::readings(text)
        .filter(|read| !read.is_ambiguous())
        .map(|read| in_units(read.point.millionths()))
}

fn in_units(millionths: i128) -> f64 {
    millionths as f64 / 1_000_000.0
}

/// Between which numbers something lies: both the same where it is one number; open where an end is not said.
#[derive(Debug, Clone, Copy)]
struct Span {
    low: f64,
    high: f64,
}

impl Span {
    /// Returns what a fact can be read as: one span, or two where its marks can be read both ways.
    fn all(fact: Fact) -> Vec<Self> {
        let exactly = |number: f64| Self {
            low: number,
            high: number,
        };
        match fact {
            Fact::Number(number) if number.is_finite() => vec![exactly(number)],
            Fact::Text(text) if text.bytes().any(|byte| byte.is_ascii_digit()) => {
                match number::readings(text) {
                    Some(read) => ['.', ',']
                        .map(|mark| exactly(in_units(read.with(mark).millionths())))
                        .to_vec(),
                    // Nobody counts people in thousandths, so "1,000+" is a thousand and more whatever the mark.
                    None => ['.', ',']
                        .iter()
                        .filter_map(|mark| Self::of_range(text, *mark))
                        .max_by(|one, other| one.largest().total_cmp(&other.largest()))
                        .into_iter()
                        .collect(),
                }
            }
            _ => Vec::new(),
        }
    }

    fn of_range(text: &str, decimal: char) -> Option<Self> {
        let range = number::range(text, decimal)?;
        let bound = |bound: Option<number::Bound>, open: f64| {
            bound.map_or(open, |bound| in_units(bound.value.millionths()))
        };
        Some(Self {
            low: bound(range.low, f64::NEG_INFINITY),
            high: bound(range.high, f64::INFINITY),
        })
    }

    /// The larger of its ends that are said.
    fn largest(self) -> f64 {
        if self.high.is_finite() {
            self.high
        } else {
            self.low
        }
    }

    /// Returns whether all of it lies between two numbers, both within; nothing where only a part of it does.
    fn lies_within(self, low: f64, high: f64) -> Option<bool> {
        if low <= self.low && self.high <= high {
            Some(true)
        } else if self.high < low || high < self.low {
            Some(false)
        } else {
            None
        }
    }
}

/// Returns whether a phrase stands in a text as whole words, the last of them perhaps in its plural. Both are plain.
pub fn stands_as_words(text: &str, phrase: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(place, _)| {
        let before = text.get(..place).and_then(|before| before.chars().next_back());
        let behind = text.get(place + phrase.len()..).unwrap_or_default();
        let ends = |end: &str| {
            behind
                .strip_prefix(end)
                .is_some_and(|rest| is_edge(rest.chars().next()))
        };
        is_edge(before) && (ends("") || ends("s") || ends("es"))
    })
}

/// A criterion, ready to be asked of many leads: its words are made plain once.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    test: Test,
    words: Vec<String>,
    /// The words that are numbers.
    numbers: Vec<f64>,
    low: Option<f64>,
    high: Option<f64>,
    days: Option<u64>,
}

impl Asked {
    /// Makes a criterion ready.
    pub fn of(criterion: &Criterion) -> Self {
        let words: Vec<String> = criterion
            .words
            .iter()
            .map(|word| fold(word.trim()))
            .filter(|word| !word.is_empty())
            .collect();
        Self {
            test: criterion.test,
            numbers: words.iter().filter_map(|word| number_in(word)).collect(),
            words,
            low: criterion.low,
            high: criterion.high,
            days: criterion.days.and_then(|days| u64::try_from(days).ok()),
        }
    }

    /// Returns what it asks.
    pub fn test(&self) -> Test {
        self.test
    }

    /// Returns the words that it asks for, plain.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns between which numbers it asks a number to lie, both within; nothing where it asks something else.
    pub fn range(&self) -> Option<(f64, f64)> {
        match self.test {
            Test::AtLeast => Some((self.low?, f64::INFINITY)),
            Test::AtMost => Some((f64::NEG_INFINITY, self.high?)),
            Test::Between => Some((self.low?, self.high?)),
            _ => None,
        }
    }

    /// Returns within how many days it asks a day to lie; nothing where it asks something else.
    pub fn days(&self) -> Option<u64> {
        self.days.filter(|_| self.looks_at_the_day())
    }

    /// Returns whether the test looks at the day of the hand-over too.
    pub fn looks_at_the_day(&self) -> bool {
        self.test == Test::WithinDays
    }

    /// Returns what a fact says to the test: yes, no, or nothing when it cannot be told. `handed_over` is the day from which
    /// days are counted.
    pub fn answer(&self, fact: Fact, handed_over: Option<NaiveDate>) -> Option<bool> {
        if fact == Fact::Unknown {
            return None;
        }
        match self.test {
            Test::Known => Some(true),
            Test::AnyOf => self.is_one(fact),
            Test::NoneOf => self.is_one(fact).map(|is| !is),
            Test::Contains => {
                let text = fold(&fact.word()?);
                Some(self.words.iter().any(|word| stands_as_words(&text, word)))
            }
            Test::ContainsPart => {
                let text = fold(&fact.word()?);
                Some(self.words.iter().any(|word| text.contains(word.as_str())))
            }
            Test::AtLeast | Test::AtMost | Test::Between => self.lies_in_range(fact),
            Test::WithinDays => {
                let (day, from) = (fact.day()?, handed_over?);
                let until = from.checked_add_days(Days::new(self.days?))?;
                Some(from <= day && day <= until)
            }
            Test::Yes => fact.yes_no(),
            Test::No => fact.yes_no().map(|yes| !yes),
        }
    }

    /// Returns whether a number, or a range such as "51-200", lies in the range; nothing where it cannot be told: where only a
    /// part of it does, or where its marks can be read both ways and that would decide.
    fn lies_in_range(&self, fact: Fact) -> Option<bool> {
        let (low, high) = self.range()?;
        let mut answers = Span::all(fact)
            .into_iter()
            .map(|span| span.lies_within(low, high));
        let first = answers.next()??;
        answers.all(|answer| answer == Some(first)).then_some(first)
    }

    fn is_one(&self, fact: Fact) -> Option<bool> {
        match fact {
            Fact::Unknown => None,
            Fact::Number(number) => Some(self.numbers.contains(&number)),
            Fact::Text(text) => Some(self.is_one_of(&fold(text.trim()), text)),
            Fact::Day(_) | Fact::YesNo(_) => {
                let word = fact.word()?;
                Some(self.is_one_of(&fold(&word), &word))
            }
        }
    }

    /// Returns whether a text is one of the words, or the same number as one; `plain` is the text, plain.
    pub fn is_one_of(&self, plain: &str, text: &str) -> bool {
        self.words.iter().any(|word| word == plain)
            || (!self.numbers.is_empty()
                && number_in(text).is_some_and(|number| self.numbers.contains(&number)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(test: Test, words: &[&str], low: Option<f64>, high: Option<f64>) -> Asked {
        Asked {
            test,
            words: words.iter().map(|word| fold(word)).collect(),
            numbers: words.iter().filter_map(|word| number_in(word)).collect(),
            low,
            high,
            days: Some(90),
        }
    }

    #[test]
    fn what_is_not_known_is_neither_yes_nor_no() {
        for test in [Test::Known, Test::AnyOf, Test::NoneOf, Test::AtLeast, Test::Yes] {
            let asked = asked(test, &["web"], Some(1.0), None);
            assert_eq!(asked.answer(Fact::Unknown, None), None, "{test:?}");
        }
        // A word where a number is asked tells nothing.
        let size = asked(Test::AtLeast, &[], Some(50.0), None);
        assert_eq!(size.answer(Fact::Text("many"), None), None);
        assert_eq!(size.answer(Fact::Text("12,000.50"), None), Some(true));
    }

    #[test]
    fn a_range_is_a_number_where_all_of_it_gives_one_answer() {
        let size = asked(Test::AtLeast, &[], Some(50.0), None);
        let between = asked(Test::Between, &[], Some(50.0), Some(250.0));
        for (text, at_least, within) in [
            ("51-200", Some(true), Some(true)),
            ("1-10", Some(false), Some(false)),
            ("11-60", None, None),
            ("1,000+", Some(true), Some(false)),
            (">1000", Some(true), Some(false)),
            ("50+", Some(true), None),
            ("up to 20", Some(false), Some(false)),
            // One and a half, or fifteen hundred: nobody can tell.
            ("1.500", None, Some(false)),
            // Either way it is more.
            ("60.000", Some(true), None),
            ("12.500,00", Some(true), Some(false)),
        ] {
            assert_eq!(size.answer(Fact::Text(text), None), at_least, "{text}");
            assert_eq!(between.answer(Fact::Text(text), None), within, "{text}");
        }
    }

    #[test]
    fn what_is_contained_stands_there_as_whole_words() {
        let title = asked(
            Test::Contains,
            &["CTO", "IT", "intern", "Head of Sales"],
            None,
            None,
        );
        let part = asked(Test::ContainsPart, &["intern"], None, None);
        for (text, contains) in [
            ("Director of Sales", false),
            ("CTO", true),
            ("Interim CTO, EMEA", true),
            ("Recruiter", false),
            ("IT-Leiter", true),
            ("Internal Communications VP", false),
            ("Interns programme", true),
            ("Global head of sales (acting)", true),
        ] {
            assert_eq!(title.answer(Fact::Text(text), None), Some(contains), "{text}");
        }
        assert_eq!(
            part.answer(Fact::Text("Internal Communications VP"), None),
            Some(true)
        );
    }

    #[test]
    fn words_are_the_same_however_they_are_written() {
        let source = asked(Test::AnyOf, &["Trade Shows", "Müller"], None, None);
        assert_eq!(source.answer(Fact::Text(" trade shows "), None), Some(true));
        assert_eq!(source.answer(Fact::Text("muller"), None), Some(true));
        assert_eq!(source.answer(Fact::Text("Trade"), None), Some(false));
        let title = asked(Test::Contains, &["chief"], None, None);
        assert_eq!(title.answer(Fact::Text("CHIEF buyer"), None), Some(true));
        let size = asked(Test::AnyOf, &["50"], None, None);
        assert_eq!(size.answer(Fact::Number(50.0), None), Some(true));
    }

    #[test]
    fn days_are_counted_from_the_hand_over() {
        let soon = asked(Test::WithinDays, &[], None, None);
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let from = day("2027-01-01");
        assert_eq!(soon.answer(Fact::Text("2027-04-01"), from), Some(true));
        assert_eq!(soon.answer(Fact::Text("2027-04-02"), from), Some(false));
        assert_eq!(soon.answer(Fact::Text("2026-12-31"), from), Some(false));
        assert_eq!(soon.answer(Fact::Text("2027-04-01"), None), None);
    }
}
