//! Words: how dates, numbers and money are written for the people in the room, in the company's language.

use chrono::{DateTime, Locale, NaiveDate, Utc};
use iso_currency::{Currency, IntoEnumIterator};
use pure_rust_locales::locale_match;

use crate::{
    scorecard::Unit,
    workspace::company::{Choice, Company},
    zone::Zone,
};

/// The languages in which dates and numbers can be written: tag, name, locale.
const LANGUAGES: &[(&str, &str, Locale)] = &[
    ("en-GB", "English (United Kingdom)", Locale::en_GB),
    ("en-US", "English (United States)", Locale::en_US),
    ("de-DE", "Deutsch (Deutschland)", Locale::de_DE),
    ("de-CH", "Deutsch (Schweiz)", Locale::de_CH),
    ("fr-FR", "français (France)", Locale::fr_FR),
    ("es-ES", "español (España)", Locale::es_ES),
    ("it-IT", "italiano (Italia)", Locale::it_IT),
    ("nl-NL", "Nederlands (Nederland)", Locale::nl_NL),
    ("pt-BR", "português (Brasil)", Locale::pt_BR),
    ("pt-PT", "português (Portugal)", Locale::pt_PT),
    ("sv-SE", "svenska (Sverige)", Locale::sv_SE),
    ("da-DK", "dansk (Danmark)", Locale::da_DK),
    ("nb-NO", "norsk (Norge)", Locale::nb_NO),
    ("fi-FI", "suomi (Suomi)", Locale::fi_FI),
    ("pl-PL", "polski (Polska)", Locale::pl_PL),
    ("cs-CZ", "čeština (Česko)", Locale::cs_CZ),
];

/// Returns the locale of a language tag, or nothing when it is none of ours.
pub fn language(tag: &str) -> Option<Locale> {
    LANGUAGES
        .iter()
        .find(|(known, ..)| *known == tag)
        .map(|(.., locale)| *locale)
}

/// Returns the language of ours that comes closest to a system's tag ("de_AT.UTF-8", "C"); British English where none does.
pub fn nearest_language(system: &str) -> &'static str {
    let tag = system
        .split(['.', '@'])
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let speech = tag.split('-').next().unwrap_or_default();
    LANGUAGES
        .iter()
        .find(|(known, ..)| *known == tag)
        .or_else(|| {
            LANGUAGES
                .iter()
                .find(|(known, ..)| known.split('-').next() == Some(speech))
        })
        .map_or("en-GB", |(known, ..)| known)
}

/// Returns the languages to choose from.
pub fn languages() -> Vec<Choice> {
    LANGUAGES
        .iter()
        .map(|(tag, name, _)| Choice {
            value: (*tag).into(),
            label: (*name).into(),
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

/// Writes values the way the company writes them.
#[derive(Debug, Clone)]
pub struct Words {
    locale: Locale,
    currency: String,
    symbol: String,
    digits: u32,
    zone: Zone,
}

impl Words {
    /// Returns the words of a company.
    pub fn new(company: &Company) -> Self {
        let currency = currency(&company.currency);
        Self {
            locale: language(&company.language).unwrap_or(Locale::en_GB),
            symbol: currency.map_or(company.currency.clone(), |c| c.symbol().symbol),
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
        let format = if self.locale == Locale::en_US {
            "%b %-d, %Y"
        } else {
            "%-d %b %Y"
        };
        day.format_localized(format, self.locale).to_string()
    }

    /// Returns a month as "Apr 2027".
    pub fn month(&self, day: NaiveDate) -> String {
        day.format_localized("%b %Y", self.locale).to_string()
    }

    /// Returns a month as "Apr".
    pub fn short_month(&self, day: NaiveDate) -> String {
        day.format_localized("%b", self.locale).to_string()
    }

    /// Returns a whole number with its thousands: "12,000".
    pub fn count(&self, value: i64) -> String {
        let locale = self.locale;
        let separator = match locale_match!(locale => LC_NUMERIC::THOUSANDS_SEP) {
            // A locale without a separator of its own still wants its millions readable.
            "" => "\u{202f}",
            known => known,
        };
        let digits = value.unsigned_abs().to_string();
        let mut written = String::new();
        for (place, digit) in digits.chars().enumerate() {
            let left = digits.len() - place;
            if place > 0 && left.is_multiple_of(3) {
                written.push_str(separator);
            }
            written.push(digit);
        }
        if value < 0 {
            format!("−{written}")
        } else {
            written
        }
    }

    /// Returns a number with `places` decimals, rounded half away from zero: "8,048.8".
    pub fn decimal(&self, value: f64, places: usize) -> String {
        let text = format!(
            "{:.places$}",
            (value * 10_f64.powi(places as i32)).round() / 10_f64.powi(places as i32)
        );
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let negative = whole.starts_with('-');
        let whole = self.count(whole.trim_start_matches('-').parse().unwrap_or_default());
        let sign = if negative && text.chars().any(|c| ('1'..='9').contains(&c)) {
            "−"
        } else {
            ""
        };
        if part.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{}{part}", self.point())
        }
    }

    /// Returns hundredths as a number with up to two decimals and no needless zeros: 350 is "3.5".
    pub fn hundredths(&self, value: i64) -> String {
        let places = match value % 100 {
            0 => 0,
            part if part % 10 == 0 => 1,
            _ => 2,
        };
        self.decimal(value as f64 / 100.0, places)
    }

    /// Returns a rate in basis points as "63.15 %".
    pub fn rate(&self, basis_points: i64) -> String {
        format!("{}\u{a0}%", self.hundredths(basis_points))
    }

    /// Returns money in minor units with its symbol, without the minor units where they are zero: "€12,000,000".
    pub fn money(&self, minor: i64) -> String {
        let scale = 10_i64.pow(self.digits);
        let number = if minor % scale == 0 {
            self.count((minor / scale).abs())
        } else {
            self.decimal((minor as f64 / scale as f64).abs(), self.digits as usize)
        };
        let sign = if minor < 0 { "−" } else { "" };
        let locale = self.locale;
        let before: bool = locale_match!(locale => LC_MONETARY::P_CS_PRECEDES) == 1;
        match (before, self.symbol.chars().count()) {
            (true, 1) => format!("{sign}{}{number}", self.symbol),
            (true, _) => format!("{sign}{}\u{a0}{number}", self.symbol),
            (false, _) => format!("{sign}{number}\u{a0}{}", self.symbol),
        }
    }

    /// Returns a value of a unit, written with it: "400", "€1,200", "63.15 %", "57 days".
    pub fn value(&self, unit: Unit, value: i64) -> String {
        match unit {
            Unit::Count => self.count(value),
            Unit::Money => self.money(value),
            Unit::Percent => self.rate(value),
            Unit::Days if value == 1 => "1 day".into(),
            Unit::Days => format!("{} days", self.count(value)),
            Unit::Number => self.hundredths(value),
        }
    }

    /// Returns the currency's ISO code.
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Returns the mark before decimals.
    pub fn decimal_mark(&self) -> char {
        self.point().chars().next().unwrap_or('.')
    }

    fn point(&self) -> &'static str {
        let locale = self.locale;
        locale_match!(locale => LC_NUMERIC::DECIMAL_POINT)
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
        assert_eq!(british.rate(6_315), "63.15\u{a0}%");
        let german = words("de-DE", "EUR");
        assert_eq!(german.money(123_456_789), "1.234.567,89\u{a0}€");
        assert_eq!(german.decimal(5_082.79, 1), "5.082,8");
        assert_eq!(words("en-US", "JPY").money(5_000), "¥5,000");
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
