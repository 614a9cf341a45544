//! Facts and tests: what is known of one field of a lead, and what it says to a criterion. The answer is yes, no, or that
//! nobody can tell: what is not known is never taken for a no.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::{
    definition::{Criterion, Test},
    leads::plain,
};

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

    /// Returns the number, where it is one or is written as one ("1,200", "12 000").
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(text) => number_in(text),
            _ => None,
        }
        .filter(|number| number.is_finite())
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

/// Reads a number as people type it: thousands apart by comma, space or apostrophe, a point before the decimals.
fn number_in(text: &str) -> Option<f64> {
    // Most texts are none, and that is quickly seen.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}'))
        .collect();
    digits.parse().ok()
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
            .map(|word| plain(word.trim()))
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
                let text = plain(&fact.word()?);
                Some(self.words.iter().any(|word| text.contains(word.as_str())))
            }
            Test::AtLeast => Some(fact.number()? >= self.low?),
            Test::AtMost => Some(fact.number()? <= self.high?),
            Test::Between => {
                let (number, low, high) = (fact.number()?, self.low?, self.high?);
                Some(low <= number && number <= high)
            }
            Test::WithinDays => {
                let (day, from) = (fact.day()?, handed_over?);
                let until = from.checked_add_days(Days::new(self.days?))?;
                Some(from <= day && day <= until)
            }
            Test::Yes => fact.yes_no(),
            Test::No => fact.yes_no().map(|yes| !yes),
        }
    }

    fn is_one(&self, fact: Fact) -> Option<bool> {
        match fact {
            Fact::Unknown => None,
            Fact::Number(number) => Some(self.numbers.contains(&number)),
            Fact::Text(text) => Some(self.is_one_of(&plain(text.trim()), text)),
            Fact::Day(_) | Fact::YesNo(_) => {
                let word = fact.word()?;
                Some(self.is_one_of(&plain(&word), &word))
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
            words: words.iter().map(|word| plain(word)).collect(),
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
        assert_eq!(size.answer(Fact::Text("1,200"), None), Some(true));
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
