//! In which currency the amounts of a column are, and what becomes of those that are in another than the workspace's. Amounts
//! of unlike currencies are never added up: what is in another currency is kept with its record, apart from every sum.

use lockstep_intake::{
    Column, ColumnKind, Row, Survey,
    number::{self, Money},
};

use super::choice::Choice;
use crate::{
    bounds,
    leads::{
        fields::{Field, Fits},
        plain::words,
        recognition::{Recognition, Use},
    },
    words::currency_digits,
};

/// What a header says of the amounts below it: "Amount (USD)", "Betrag in TEUR", "Amount (k€)".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct HeaderMoney {
    /// The currency.
    pub currency: Option<Money>,
    /// By how many the numbers are to be multiplied, where it is said that they are thousands or millions.
    pub scale: Option<i64>,
    /// Whether the amounts were converted into the currency of the company.
    pub converted: bool,
}

impl HeaderMoney {
    /// Returns what a header says.
    pub fn of(header: &str) -> Self {
        let mut said = Self {
            converted: is_converted(header),
            ..Self::default()
        };
        let parts = header
            .split(|c: char| {
                c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '/' | ':' | '_')
            })
            .filter(|part| !part.is_empty());
        for part in parts {
            let (scale, unit) = scaled(part);
            if let Some(money) = Money::named(unit) {
                said.currency = Some(money);
                said.scale = said.scale.or(scale);
            } else if unit.is_empty() {
                said.scale = said.scale.or(scale);
            }
        }
        said.scale = said.scale.or_else(|| in_words(header));
        said
    }
}

/// "k€", "TEUR", "T€", "€k", "MEUR", "'000": a scale and the currency behind it; the whole part where it has none.
fn scaled(part: &str) -> (Option<i64>, &str) {
    const THOUSAND: Option<i64> = Some(1_000);
    const MILLION: Option<i64> = Some(1_000_000);
    if matches!(part.trim_matches(['\'', '’']), "000" | "000s" | "k" | "K") {
        return (THOUSAND, "");
    }
    for (mark, scale) in [
        ("k", THOUSAND),
        ("K", THOUSAND),
        ("T", THOUSAND),
        ("M", MILLION),
        ("m", MILLION),
    ] {
        for unit in [part.strip_prefix(mark), part.strip_suffix(mark)]
            .into_iter()
            .flatten()
        {
            if Money::named(part).is_none() && Money::named(unit).is_some() {
                return (scale, unit);
            }
        }
    }
    (None, part)
}

/// "in thousands", "in Mio. EUR".
fn in_words(header: &str) -> Option<i64> {
    const THOUSANDS: [&str; 8] = [
        "thousands",
        "thousand",
        "tausend",
        "tsd",
        "milliers",
        "miles",
        "duizend",
        "migliaia",
    ];
    const MILLIONS: [&str; 8] = [
        "millions",
        "million",
        "mio",
        "mn",
        "millionen",
        "miljoen",
        "millones",
        "milioni",
    ];
    let heard = words(header);
    let has = |list: &[&str]| heard.iter().any(|word| list.contains(&word.as_str()));
    match (has(&THOUSANDS), has(&MILLIONS)) {
        (true, false) => Some(1_000),
        (false, true) => Some(1_000_000),
        _ => None,
    }
}

/// "Amount (converted)", "Amount in company currency", "Amount in home currency".
fn is_converted(header: &str) -> bool {
    let heard = words(header);
    let has = |word: &str| heard.iter().any(|heard| heard == word);
    has("converted")
        || has("umgerechnet")
        || has("converti")
        || has("convertido")
        || (has("currency") && (has("company") || has("home") || has("corporate") || has("base")))
}

/// Returns whether a column says in which currency the amounts beside it are: nothing but ISO codes.
pub(crate) fn names_currencies(column: &Column) -> bool {
    let is_code = |value: &str| Money::named(value.trim()).is_some_and(|money| money.code().is_some());
    column.kind == ColumnKind::Text
        && !column.values.is_empty()
        && !column.more_distinct
        && column.values.iter().all(|(value, _)| is_code(value))
        && words(&column.name)
            .iter()
            .any(|word| WORDS_FOR_CURRENCY.contains(&word.as_str()))
}

const WORDS_FOR_CURRENCY: [&str; 12] = [
    "currency",
    "currencies",
    "iso",
    "waehrung",
    "wahrung",
    "devise",
    "monnaie",
    "moneda",
    "valuta",
    "moeda",
    "waluta",
    "mena",
];

/// Returns the column that says in which currency the amounts of another are: the one named after it ("Amount Currency"), else
/// the only one there is, else the one beside it.
pub(crate) fn currency_column(survey: &Survey, amounts: usize) -> Option<usize> {
    let column = survey.columns.get(amounts)?;
    let all: Vec<usize> = survey
        .columns
        .iter()
        .enumerate()
        .filter(|(_, other)| names_currencies(other))
        .map(|(place, _)| place)
        .collect();
    let plain = |place: usize| -> Vec<String> {
        let heard = survey.columns.get(place).map(|column| words(&column.name));
        let mut heard = heard.unwrap_or_default();
        heard.retain(|word| !WORDS_FOR_CURRENCY.contains(&word.as_str()) && word != "code");
        heard
    };
    let wanted = words(&column.name);
    let named = all.iter().copied().find(|place| plain(*place) == wanted);
    // A column of converted amounts is in one currency, whatever the column of the others says.
    if named.is_some() || HeaderMoney::of(&column.name).converted {
        return named;
    }
    match all.as_slice() {
        [only] => Some(*only),
        several => several
            .iter()
            .copied()
            .filter(|place| plain(*place).is_empty())
            .min_by_key(|place| place.abs_diff(amounts)),
    }
}

/// Reads amounts from the column that has them in the workspace's currency, where a file has both: "Amount" in the currency of
/// each deal, and "Amount (converted)" beside it.
pub(super) fn prefer_converted(
    found: &mut Recognition,
    choice: &mut Choice,
    survey: &Survey,
    currency: &str,
) {
    let kind = choice.kind;
    let money: Vec<(usize, Field)> = choice
        .columns
        .iter()
        .enumerate()
        .flat_map(|(place, column)| column.fields().map(move |field| (place, field)))
        .filter(|(_, field)| field.entry(kind).is_some_and(|entry| entry.fits == Fits::Money))
        .collect();
    for (place, field) in money {
        if Amounts::of(choice, survey, place, currency).are_all_ours(survey) {
            continue;
        }
        let converted = choice
            .columns
            .iter()
            .zip(&survey.columns)
            .position(|(other, seen)| {
                HeaderMoney::of(&seen.name).converted
                    && seen.is_mostly_numbers()
                    && other.fields().next().is_none()
            });
        let Some(converted) = converted else { continue };
        if !Amounts::of(choice, survey, converted, currency).are_all_ours(survey) {
            continue;
        }
        let (Some(from), Some(to)) = (survey.columns.get(place), survey.columns.get(converted)) else {
            continue;
        };
        if choice.give(field, &to.name, survey).is_err() {
            continue;
        }
        let why = [
            (
                place,
                Use::Attribute,
                format!(
                    "Its amounts are in several currencies; “{}” has them converted.",
                    to.name
                ),
            ),
            (
                converted,
                Use::Field(field),
                format!(
                    "It has the amounts of “{}” in the currency of this workspace.",
                    from.name
                ),
            ),
        ];
        for (place, becomes, why) in why {
            if let Some(guess) = found.guesses.get_mut(place) {
                guess.becomes = becomes;
                guess.also = None;
                guess.ask = None;
                guess.why = why;
            }
        }
    }
}

/// An amount as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// Nothing stands there.
    None,
    /// In the workspace's currency, in its minor units.
    Ours(i64),
    /// In another currency, or in none that is said among amounts that have one.
    Apart {
        currency: Option<&'static str>,
        hundredths: i64,
    },
}

/// How the amounts of a column are read.
#[derive(Debug, Clone)]
pub(super) struct Amounts {
    ours: String,
    digits: u32,
    /// By which power of ten the numbers are to be multiplied: 3 where the header says thousands.
    power: u32,
    header: Option<Money>,
    /// Where the row says its currency.
    beside: Option<usize>,
    /// What somebody said that they are in.
    chosen: Option<Money>,
    /// Whether an amount without a currency is in the workspace's: none of the column says another.
    unsaid_is_ours: bool,
}

impl Amounts {
    /// Prepares the reading of a column for a workspace that counts in `currency`.
    pub fn of(choice: &Choice, survey: &Survey, place: usize, currency: &str) -> Self {
        let column = survey.columns.get(place);
        let header = column
            .map(|column| HeaderMoney::of(&column.name))
            .unwrap_or_default();
        let beside = currency_column(survey, place);
        let in_cells = column.into_iter().flat_map(|column| &column.currencies);
        let in_rows = beside
            .and_then(|beside| survey.columns.get(beside))
            .into_iter()
            .flat_map(|beside| &beside.values);
        let is_ours = |name: &str| Money::named(name.trim()).is_some_and(|money| money.may_be(currency));
        Self {
            ours: currency.to_owned(),
            digits: currency_digits(currency),
            power: header.scale.map_or(0, i64::ilog10),
            header: header.currency,
            beside,
            chosen: choice.currency.as_deref().and_then(Money::named),
            unsaid_is_ours: in_cells.chain(in_rows).all(|(name, _)| is_ours(name)),
        }
    }

    /// Returns whether no amount of the column is said to be in another currency than the workspace's.
    fn are_all_ours(&self, survey: &Survey) -> bool {
        let of_rows = self.beside.and_then(|beside| survey.columns.get(beside));
        let mut rows = of_rows.into_iter().flat_map(|column| &column.values);
        let is_ours = |money: Option<Money>| money.is_none_or(|money| money.may_be(&self.ours));
        self.unsaid_is_ours
            && is_ours(self.header)
            && rows.all(|(name, _)| is_ours(Money::named(name.trim())))
    }

    /// Reads an amount; nothing where it is none.
    pub fn read(&self, text: &str, decimal: char, row: &Row) -> Option<Amount> {
        let written = number::read(text, decimal).filter(|written| !written.is_percent)?;
        let of_row = self
            .beside
            .and_then(|beside| Money::named(row.get(beside).trim()));
        let said = written.currency.or(of_row).or(self.header);
        let currency = match self.chosen {
            Some(chosen) if chosen.may_be(&self.ours) => Some(chosen),
            chosen => said.or(chosen),
        };
        let is_ours = currency.map_or(self.unsaid_is_ours, |money| money.may_be(&self.ours));
        if is_ours {
            // Scaled before it is rounded: 0.1234 of a thousand is 123.40.
            let minor = written.minor_units(self.digits + self.power)?;
            return Some(Amount::Ours(minor)).filter(|_| bounds::is_countable(minor));
        }
        Some(Amount::Apart {
            currency: currency.map(Money::name),
            hundredths: written
                .minor_units(2 + self.power)
                .filter(|hundredths| bounds::is_countable(*hundredths))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_currency_and_scale() {
        for (header, currency, scale) in [
            ("Amount", None, None),
            ("Amount (USD)", Some("USD"), None),
            ("Amount (k€)", Some("EUR"), Some(1_000)),
            ("Betrag in TEUR", Some("EUR"), Some(1_000)),
            ("Umsatz T€", Some("EUR"), Some(1_000)),
            ("Revenue £k", Some("£"), Some(1_000)),
            ("Value EUR", Some("EUR"), None),
            ("Revenue (in thousands)", None, Some(1_000)),
            ("Betrag (Mio. EUR)", Some("EUR"), Some(1_000_000)),
            ("Amount ('000)", None, Some(1_000)),
            ("Deal Value", None, None),
            ("MRR", None, None),
            ("Total amount", None, None),
        ] {
            let said = HeaderMoney::of(header);
            assert_eq!(said.currency.map(Money::name), currency, "{header}");
            assert_eq!(said.scale, scale, "{header}");
        }
        assert!(HeaderMoney::of("Amount (converted)").converted);
        assert!(HeaderMoney::of("Amount in company currency").converted);
        assert!(!HeaderMoney::of("Amount").converted);
    }
}
