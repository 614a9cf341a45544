//! Words: how dates, numbers and money are written for the people in the room, in the company's language.

mod cldr;
mod formats;

use chrono::{DateTime, NaiveDate, Utc};
use iso_currency::{Currency, IntoEnumIterator};

use crate::{
    company::{Choice, Company},
    units::Unit,
    zone::Zone,
};
use formats::{Digits, Formats};

/// Says whether a language tag is one of ours.
pub fn is_language(tag: &str) -> bool {
    Formats::of(tag).is_some()
}

/// Returns the language of ours that comes closest to a system's tag ("de_AT.UTF-8", "C"); British English where none does.
pub fn nearest_language(system: &str) -> &'static str {
    let tag = system
        .split(['.', '@'])
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let speech = tag.split('-').next();
    Formats::of(&tag)
        .or_else(|| {
            Formats::all()
                .iter()
                .find(|known| known.tag.split('-').next() == speech)
        })
        .unwrap_or_else(Formats::usual)
        .tag
}

/// Returns the languages to choose from.
pub fn languages() -> Vec<Choice> {
    Formats::all()
        .iter()
        .map(|language| Choice {
            value: language.tag.into(),
            label: language.name.into(),
        })
        .collect()
}

/// Returns a currency by its ISO 4217 code, or nothing.
pub fn currency(code: &str) -> Option<Currency> {
    Currency::from_code(code).filter(|currency| currency.exponent().is_some())
}

/// Returns the currencies to choose from: the usual ones first, then all by code.
pub fn currencies() -> Vec<Choice> {
    const USUAL: [Currency; 6] = [
        Currency::EUR,
        Currency::USD,
        Currency::GBP,
        Currency::CHF,
        Currency::SEK,
        Currency::JPY,
    ];
    let rest = Currency::iter()
        .filter(|c| !USUAL.contains(c) && c.exponent().is_some() && c.is_superseded().is_none());
    USUAL
        .into_iter()
        .chain(rest)
        .map(|c| Choice {
            value: c.code().into(),
            label: format!("{}  {}", c.code(), c.name()),
        })
        .collect()
}

/// Returns the minor units of one unit of a currency as a power of ten (2 for cents, 0 for yen).
pub fn currency_digits(code: &str) -> u32 {
    currency(code)
        .and_then(|currency| currency.exponent())
        .map_or(2, u32::from)
}

/// Returns a text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}

/// Returns a number of the smallest steps, of which `places` are decimals, as programs read it: -123450 with two is "-1234.5".
pub fn for_programs(steps: i64, places: u32) -> String {
    Digits::of_steps(steps, places)
        .without_needless_zeros()
        .for_programs()
}

/// Writes values the way the company writes them.
#[derive(Debug, Clone)]
pub struct Words {
    formats: &'static Formats,
    currency: String,
    symbol: String,
    digits: u32,
    zone: Zone,
}

impl Words {
    /// Returns the words of a company.
    pub fn new(company: &Company) -> Self {
        let formats = Formats::of(&company.language).unwrap_or_else(Formats::usual);
        Self {
            formats,
            symbol: formats.symbol(&company.currency),
            digits: currency_digits(&company.currency),
            currency: company.currency.clone(),
            zone: company.zone(),
        }
    }

    /// Returns the company's day at an instant, as [`Words::day`] does.
    pub fn day_of(&self, at: DateTime<Utc>) -> String {
        self.day(self.zone.day_of(at))
    }

    /// Returns an instant as the company's calendar and clock showed it: "1 Apr 2027, 14:05 CEST".
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let clock = self.zone.local(at).format("%H:%M");
        format!("{}, {clock} {}", self.day_of(at), self.zone.abbreviation(at))
    }

    /// Returns a day as "1 Apr 2027", in the company's language.
    pub fn day(&self, day: NaiveDate) -> String {
        self.formats.day(day)
    }

    /// Returns a month as "Apr 2027".
    pub fn month(&self, day: NaiveDate) -> String {
        self.formats.month(day)
    }

    /// Returns a month as "Apr".
    pub fn short_month(&self, day: NaiveDate) -> String {
        self.formats.short_month(day)
    }

    /// Returns a whole number with its thousands: "12,000".
    pub fn count(&self, value: i64) -> String {
        self.formats.number(&Digits::of_steps(value, 0))
    }

    /// Returns a number with `places` decimals, rounded half away from zero: "8,048.8".
    pub fn decimal(&self, value: f64, places: usize) -> String {
        self.formats.number(&Digits::rounded(value, places))
    }

    /// Returns a number with up to four decimals and no needless ones: "100,000", "2.5".
    pub fn number(&self, value: f64) -> String {
        let places = (0..4).find(|places| {
            let scale = 10_f64.powi(*places);
            ((value * scale).round() / scale - value).abs() < 1e-9
        });
        self.decimal(value, usize::try_from(places.unwrap_or(4)).unwrap_or(4))
    }

    /// Returns hundredths as a number with up to two decimals and no needless zeros: 350 is "3.5".
    pub fn hundredths(&self, value: i64) -> String {
        self.formats
            .number(&Digits::of_steps(value, 2).without_needless_zeros())
    }

    /// Returns a rate in basis points as "63.15%".
    pub fn rate(&self, basis_points: i64) -> String {
        self.formats
            .rate(&Digits::of_steps(basis_points, 2).without_needless_zeros())
    }

    /// Returns a measured rate in basis points with up to `places` decimals, rounded half away from zero: "93.13%".
    pub fn measured_rate(&self, basis_points: f64, places: usize) -> String {
        self.formats
            .rate(&Digits::rounded(basis_points / 100.0, places).without_needless_zeros())
    }

    /// Returns money in minor units with its symbol, without the minor units where they are zero: "€12,000,000".
    pub fn money(&self, minor: i64) -> String {
        let digits = Digits::of_steps(minor, self.digits).whole_if_even();
        self.formats.money(&digits, &self.symbol)
    }

    /// Returns money rounded to whole units of the currency: what is split or extrapolated has no cents that would say anything.
    pub fn whole_money(&self, minor: i64) -> String {
        let unit = 10_i64.saturating_pow(self.digits);
        let half = unit / 2;
        let rounded = match minor {
            0.. => minor.saturating_add(half) / unit,
            _ => minor.saturating_sub(half) / unit,
        };
        self.money(rounded.saturating_mul(unit))
    }

    /// Returns a value of a unit, written with it: "400", "€1,200", "63.15%", "57 days".
    pub fn value(&self, unit: Unit, value: i64) -> String {
        match unit {
            Unit::Count => self.count(value),
            Unit::Money => self.money(value),
            Unit::Percent => self.rate(value),
            Unit::Days => self.days(value as f64),
            Unit::Number => self.hundredths(value),
        }
    }

    /// Returns days: "1 day", "57 days", "12.5 days".
    pub fn days(&self, days: f64) -> String {
        let digits = Digits::rounded(days, 1).whole_if_even();
        let written = self.formats.number(&digits);
        if written == "1" {
            "1 day".into()
        } else {
            format!("{written} days")
        }
    }

    /// Returns the currency's ISO code.
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Returns the minor units of one unit of the currency as a power of ten.
    pub fn currency_digits(&self) -> u32 {
        self.digits
    }

    /// Returns what follows the number of a rate: "%", or a space and the sign.
    pub fn percent_sign(&self) -> &'static str {
        self.formats.percent
    }

    /// Returns the code by which a spreadsheet writes days as the company does: `d" "mmm" "yyyy`.
    pub fn day_code(&self) -> String {
        self.formats.day.spreadsheet_code()
    }

    /// Returns the code by which a spreadsheet writes months as the company does: `mmm" "yyyy`.
    pub fn month_code(&self) -> String {
        self.formats.month.spreadsheet_code()
    }

    /// Returns the mark before decimals.
    pub fn decimal_mark(&self) -> char {
        self.formats.decimal.chars().next().unwrap_or('.')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, currency: &str) -> Words {
        Words::new(&Company {
            id: Company::ID.into(),
            name: "A company".into(),
            fiscal_start: 1,
            currency: currency.into(),
            language: language.into(),
            week_start: 1,
            one_person_does_both: false,
            time_zone: "UTC".into(),
        })
    }

    #[test]
    fn numbers_are_written_as_the_company_writes_them() {
        let british = words("en-GB", "GBP");
        assert_eq!(british.money(1_200_000_000), "£12,000,000");
        assert_eq!(british.money(-236_091), "−£2,360.91");
        assert_eq!(british.decimal(8_048.75, 1), "8,048.8");
        assert_eq!(british.decimal(-0.04, 1), "0.0");
        assert_eq!(british.rate(6_315), "63.15%");
        assert_eq!(british.measured_rate(9_312.5, 2), "93.13%", "half goes up");
        let german = words("de-DE", "EUR");
        assert_eq!(german.money(123_456_789), "1.234.567,89\u{a0}€");
        assert_eq!(german.decimal(5_082.79, 1), "5.082,8");
        assert_eq!(words("en-US", "JPY").money(5_000), "¥5,000");
        assert_eq!(
            words("en-GB", "EUR").money(i64::MIN),
            "−€92,233,720,368,547,758.08"
        );
    }

    #[test]
    fn all_is_written_as_the_browsers_of_the_world_write_it() {
        let examples = include_str!("words/examples.tsv");
        let mut held = 0;
        for line in examples.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let (language, kind, value, wanted) = (next(), next(), next(), next());
            let (kind, currency) = kind
                .split_once("money ")
                .map_or((kind, "EUR"), |(_, code)| ("money", code));
            let words = words(language, currency);
            let whole = || value.parse::<i64>().unwrap_or_default();
            let number = || value.parse::<f64>().unwrap_or_default();
            let day = || value.parse::<NaiveDate>().unwrap_or_default();
            let written = match kind {
                "count" => words.count(whole()),
                "decimal" => words.decimal(number(), 2),
                "rate" => words.measured_rate(number(), 2),
                "money" => words.money(whole()),
                "day" => words.day(day()),
                "month" => words.month(day()),
                "short month" => words.short_month(day()),
                _ => String::new(),
            };
            assert_eq!(written, wanted, "{line}");
            held += 1;
        }
        assert!(held > 900, "{held} examples were found");
    }

    #[test]
    fn a_spreadsheet_is_told_how_the_company_writes_days() {
        for (language, day, month) in [
            ("en-GB", r#"d" "mmm" "yyyy"#, r#"mmm" "yyyy"#),
            ("en-US", r#"mmm" "d", "yyyy"#, r#"mmm" "yyyy"#),
            ("de-DE", r#"d". "mmm" "yyyy"#, r#"mmm" "yyyy"#),
            ("pt-PT", r#"d"/"mm"/"yyyy"#, r#"mm"/"yyyy"#),
            ("pt-BR", r#"d" de "mmm" de "yyyy"#, r#"mmm" de "yyyy"#),
            ("cs-CZ", r#"d". "m". "yyyy"#, r#"mmm" "yyyy"#),
        ] {
            let words = words(language, "EUR");
            assert_eq!(
                (words.day_code().as_str(), words.month_code().as_str()),
                (day, month),
                "{language}"
            );
        }
    }

    #[test]
    fn numbers_are_rounded_as_they_are_written_half_away_from_zero() {
        let british = words("en-GB", "EUR");
        for (value, places, wanted) in [
            (93.125, 2, "93.13"),
            (-93.125, 2, "−93.13"),
            (1.005, 2, "1.01"),
            (99.995, 2, "100.00"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (999.95, 1, "1,000.0"),
            (-0.004, 2, "0.00"),
            (1e21, 1, "1,000,000,000,000,000,000,000.0"),
        ] {
            assert_eq!(british.decimal(value, places), wanted, "{value}");
        }
    }

    #[test]
    fn every_language_and_currency_of_the_lists_can_be_used() {
        for language in languages() {
            let words = words(&language.value, "EUR");
            assert!(words.count(1_234_567).len() >= 9, "{}", language.value);
            assert!(!words.day(NaiveDate::default()).is_empty());
        }
        assert!(
            currencies()
                .iter()
                .all(|choice| currency(&choice.value).is_some())
        );
    }

    #[test]
    fn any_system_language_leads_to_one_of_ours() {
        for (system, ours) in [
            ("de_AT.UTF-8", "de-DE"),
            ("C", "en-GB"),
            ("zh-TW", "en-GB"),
            ("en-US", "en-US"),
            ("", "en-GB"),
        ] {
            assert_eq!(nearest_language(system), ours, "{system}");
        }
    }
}
