//! How one language writes numbers, amounts, rates and days: what the tables of CLDR say, and the rounding.

use chrono::{Datelike, NaiveDate};

use super::cldr::{LANGUAGES, OWN_SYMBOLS, SYMBOLS};

/// The forms of a language.
#[derive(Debug)]
pub(super) struct Formats {
    /// "de-CH".
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    pub decimal: &'static str,
    pub group: &'static str,
    /// From so many digits on the thousands stand apart.
    pub group_from: usize,
    /// What follows the number of a rate.
    pub percent: &'static str,
    /// Amounts with a sign ("€"): above and below zero.
    pub money: [&'static str; 2],
    /// Amounts with a word ("CHF", "kr.").
    pub money_in_words: [&'static str; 2],
    pub day: Dates,
    pub month: Dates,
    /// The months by themselves.
    pub short_months: [&'static str; 12],
}

/// A form of dates, and the months as they are written in it.
#[derive(Debug)]
pub(super) struct Dates {
    pub pattern: &'static str,
    pub months: [&'static str; 12],
}

/// A number as digits, rounded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Digits {
    is_negative: bool,
    whole: String,
    part: String,
}

impl Formats {
    /// Returns the forms of a language by its tag, or nothing when it is none of ours.
    pub fn of(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }

    /// Returns the forms of British English, for whoever has no language of ours.
    pub fn usual() -> &'static Self {
        let [british, ..] = &LANGUAGES;
        british
    }

    /// Returns all languages.
    pub fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// Returns a number with its thousands apart, and its minus.
    pub fn number(&self, digits: &Digits) -> String {
        let sign = if digits.is_negative { "−" } else { "" };
        format!("{sign}{}", self.unsigned(digits))
    }

    /// Returns a rate with its sign.
    pub fn rate(&self, digits: &Digits) -> String {
        format!("{}{}", self.number(digits), self.percent)
    }

    /// Returns an amount with the symbol of its currency.
    pub fn money(&self, digits: &Digits, symbol: &str) -> String {
        let [positive, _] = self.money;
        let beside_the_number = if positive.starts_with("{n}") {
            symbol.chars().next()
        } else {
            symbol.chars().next_back()
        };
        let [above, below] = if beside_the_number.is_some_and(is_of_a_word) {
            self.money_in_words
        } else {
            self.money
        };
        let pattern = if digits.is_negative { below } else { above };
        pattern
            .replace("{s}", symbol)
            .replace("{n}", &self.unsigned(digits))
    }

    /// Returns a day.
    pub fn day(&self, day: NaiveDate) -> String {
        self.day.write(day)
    }

    /// Returns a month and its year.
    pub fn month(&self, day: NaiveDate) -> String {
        self.month.write(day)
    }

    /// Returns a month by itself.
    pub fn short_month(&self, day: NaiveDate) -> String {
        named(&self.short_months, day).to_owned()
    }

    /// Returns the symbol of a currency.
    pub fn symbol(&self, currency: &str) -> String {
        let own = format!("{} {currency}", self.tag);
        look_up(OWN_SYMBOLS, &own)
            .or_else(|| look_up(SYMBOLS, currency))
            .map_or_else(|| currency.to_owned(), str::to_owned)
    }

    fn unsigned(&self, digits: &Digits) -> String {
        let count = digits.whole.len();
        let mut written = String::new();
        for (place, digit) in digits.whole.chars().enumerate() {
            if count >= self.group_from && place > 0 && (count - place).is_multiple_of(3) {
                written.push_str(self.group);
            }
            written.push(digit);
        }
        if !digits.part.is_empty() {
            written.push_str(self.decimal);
            written.push_str(&digits.part);
        }
        written
    }
}

impl Dates {
    /// Returns the code by which a spreadsheet writes such a date: `d". "mmm" "yyyy`.
    pub fn spreadsheet_code(&self) -> String {
        let month = match self.months {
            ["1", ..] => "m",
            ["01", ..] => "mm",
            _ => "mmm",
        };
        let coded = self
            .pattern
            .replace("{d}", "\"d\"")
            .replace("{m}", &format!("\"{month}\""))
            .replace("{y}", "\"yyyy\"");
        // Between two codes, what the pattern has stands in quotation marks; at the ends the marks enclose nothing.
        format!("\"{coded}\"").replace("\"\"", "")
    }

    fn write(&self, day: NaiveDate) -> String {
        self.pattern
            .replace("{d}", &day.day().to_string())
            .replace("{m}", named(&self.months, day))
            .replace("{y}", &day.year().to_string())
    }
}

impl Digits {
    /// Returns a whole number of the smallest step, of which `places` are decimals: 123 with two is 1.23.
    pub fn of_steps(steps: i64, places: u32) -> Self {
        let places = usize::try_from(places).unwrap_or(0);
        let digits = format!("{:0>width$}", steps.unsigned_abs(), width = places + 1);
        let (whole, part) = digits.split_at(digits.len() - places);
        Self {
            is_negative: steps < 0,
            whole: whole.to_owned(),
            part: part.to_owned(),
        }
    }

    /// Returns a number rounded to `places` decimals, half away from zero, as it is written and not as a computer holds it:
    /// 1.005 is 1.01. What is rounded to nothing has no minus.
    pub fn rounded(value: f64, places: usize) -> Self {
        let exact = value.abs().to_string();
        let (whole, part) = exact.split_once('.').unwrap_or((&exact, ""));
        let kept: String = part.chars().chain(std::iter::repeat('0')).take(places).collect();
        let digits = format!("{whole}{kept}");
        let digits = if part.chars().nth(places).is_some_and(|next| next >= '5') {
            one_more(&digits)
        } else {
            digits
        };
        let (whole, part) = digits.split_at(digits.len() - places);
        Self {
            is_negative: value < 0.0 && digits.contains(|digit| digit != '0'),
            whole: whole.to_owned(),
            part: part.to_owned(),
        }
    }

    /// Returns the number as programs read it: a decimal point, no thousands, a hyphen for minus.
    pub fn for_programs(&self) -> String {
        let sign = if self.is_negative { "-" } else { "" };
        let point = if self.part.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{}", self.whole, self.part)
    }

    /// Leaves out the decimals behind which nothing stands: 3.50 becomes 3.5.
    pub fn without_needless_zeros(mut self) -> Self {
        self.part.truncate(self.part.trim_end_matches('0').len());
        self
    }

    /// Leaves out the decimals if they are all zeros: 3.00 becomes 3, and 3.50 stays.
    pub fn whole_if_even(mut self) -> Self {
        if !self.part.contains(|digit| digit != '0') {
            self.part.clear();
        }
        self
    }
}

/// Returns the digits counted up by one.
fn one_more(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let zeros = "0".repeat(digits.len() - kept.len());
    let next =
        |digit: char| char::from_digit(digit.to_digit(10).map_or(1, |digit| digit + 1), 10).unwrap_or('0');
    let mut up: Vec<char> = kept.chars().collect();
    match up.pop() {
        Some(last) => up.push(next(last)),
        None => up.push('1'),
    }
    up.into_iter().collect::<String>() + &zeros
}

/// Says whether a character is part of a word, which is parted from a number, and not a sign like "€".
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '.' | '/' | '\u{a0}' | '\u{202f}')
}

fn named(months: &[&'static str; 12], day: NaiveDate) -> &'static str {
    usize::try_from(day.month0())
        .ok()
        .and_then(|month| months.get(month))
        .copied()
        .unwrap_or_default()
}

fn look_up(table: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    table
        .binary_search_by(|(known, _)| known.cmp(&key))
        .ok()
        .and_then(|place| table.get(place))
        .map(|(_, symbol)| *symbol)
}
