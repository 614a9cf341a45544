//! In which currency the amounts of a column are, and what becomes of those that are in another than the workspace's. Amounts
//! of unlike currencies are never added up: what is in another currency is kept with its record, apart from every sum.

use lockstep_intake::{
    Row, Survey,
    number::{self, Money, Written},
};

use super::{
    choice::Choice,
    currencies::{HeaderMoney, SaidBeside, currency_column, named},
};
use crate::leads::{
    fields::{Field, Fits},
    recognition::{Recognition, Use},
};
use lockstep_workspace::{bounds, words::currency_digits};

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
        if Amounts::of(choice, survey, place, currency).are_all_ours() {
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
        if !Amounts::of(choice, survey, converted, currency).are_all_ours() {
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

/// Returns an amount that is to be multiplied by a power of ten, in the minor units of a currency with so many decimals.
fn minor_units(written: Written, digits: u32, power: i32) -> Option<i64> {
    match digits.checked_add_signed(power) {
        Some(shift) => written.minor_units(shift),
        // Millionths of a yen are less than its smallest unit.
        None => {
            let factor = 10_i128.pow(6 + power.unsigned_abs().saturating_sub(digits));
            let millionths = written.millionths();
            i64::try_from((millionths + millionths.signum() * (factor / 2)) / factor).ok()
        }
    }
}

/// Returns a number times a power of ten.
fn scaled(number: i128, power: i32) -> i128 {
    let factor = 10_i128.pow(power.unsigned_abs());
    if power < 0 {
        number / factor
    } else {
        number * factor
    }
}

/// An amount as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// Nothing stands there.
    None,
    /// What stands there is no amount.
    Unreadable,
    /// In the workspace's currency, in its minor units, and in millionths of its unit.
    Ours { minor: i64, millionths: i128 },
    /// In another currency, or in none that is said among amounts that have one.
    Apart {
        currency: Option<&'static str>,
        millionths: i128,
    },
}

/// The currencies whose sign is the K that stands for thousands everywhere else.
const CALLED_K: [&str; 3] = ["MMK", "PGK", "ZMW"];

/// How the amounts of a column are read.
#[derive(Debug, Clone)]
pub(super) struct Amounts {
    ours: String,
    digits: u32,
    /// By which power of ten the numbers are to be multiplied: 3 where the header says thousands, -2 where it says cents.
    power: i32,
    header: Option<Money>,
    /// Where the row says its currency.
    beside: Option<usize>,
    /// What somebody said that they are in.
    chosen: Option<Money>,
    /// Whether an amount without a currency is in the workspace's: none of the column says another.
    unsaid_is_ours: bool,
    /// Whether a sign that several currencies share is another than the workspace's: where amounts in ours have its code, a
    /// plain "$" beside "US$", and "kr" beside "SEK", is somebody else's.
    shared_is_another: bool,
}

impl Amounts {
    /// Prepares the reading of a column for a workspace that counts in `currency`.
    pub fn of(choice: &Choice, survey: &Survey, place: usize, currency: &str) -> Self {
        let column = survey.columns.get(place);
        let header = column
            .map(|column| HeaderMoney::of_column(survey, &column.name).0)
            .unwrap_or_default();
        let beside = currency_column(survey, place);
        let in_cells = column.into_iter().flat_map(|column| &column.currencies);
        let in_rows = beside
            .and_then(|beside| survey.columns.get(beside))
            .into_iter()
            .flat_map(|beside| &beside.values);
        let said: Vec<Option<Money>> = in_cells.chain(in_rows).map(|(name, _)| named(name)).collect();
        let is_ours = |money: &Option<Money>| money.is_some_and(|money| money.may_be(currency));
        let is_shared = |money: &Money| money.code().is_none() && money.may_be(currency);
        let has_our_code = || said.iter().flatten().any(|money| money.code() == Some(currency));
        let shared_is_another = said.iter().flatten().any(is_shared) && has_our_code();
        Self {
            ours: currency.to_owned(),
            digits: currency_digits(currency),
            power: header.power(),
            header: header.currency,
            beside,
            chosen: choice.currency.as_deref().and_then(Money::named),
            unsaid_is_ours: !shared_is_another && said.iter().all(is_ours),
            shared_is_another,
        }
    }

    /// Returns whether no amount of the column is said to be in another currency than the workspace's.
    fn are_all_ours(&self) -> bool {
        self.unsaid_is_ours && self.header.is_none_or(|money| money.may_be(&self.ours))
    }

    /// Reads an amount, or says why it cannot be told how much it is.
    pub fn read(&self, text: &str, decimal: char, row: &Row) -> Result<Amount, &'static str> {
        let Some(written) = number::read(text, decimal).filter(|written| !written.is_percent) else {
            return Ok(Amount::Unreadable);
        };
        let (currency, is_ours) = self.currency_of(written.currency, row)?;
        let meant = currency.and_then(Money::code).or(is_ours.then_some(&self.ours));
        if written.currency.is_none()
            && text.contains('K')
            && meant.is_some_and(|code| CALLED_K.contains(&code))
        {
            return Err("“K” may stand for thousands here, or for the currency.");
        }
        if is_ours {
            // Scaled before it is rounded: 0.1234 of a thousand is 123.40.
            let minor =
                minor_units(written, self.digits, self.power).filter(|minor| bounds::is_countable(*minor));
            return Ok(minor.map_or(Amount::Unreadable, |minor| Amount::Ours {
                minor,
                millionths: scaled(written.millionths(), self.power),
            }));
        }
        let hundredths = minor_units(written, 2, self.power).filter(|one| bounds::is_countable(*one));
        Ok(hundredths.map_or(Amount::Unreadable, |_| Amount::Apart {
            currency: currency.map(Money::name),
            millionths: scaled(written.millionths(), self.power),
        }))
    }

    /// Returns in which currency an amount is, and whether that is the workspace's.
    fn currency_of(&self, in_cell: Option<Money>, row: &Row) -> Result<(Option<Money>, bool), &'static str> {
        let in_ours = self.chosen.filter(|chosen| chosen.may_be(&self.ours));
        if in_ours.is_some() {
            return Ok((in_ours, true));
        }
        let in_row = self
            .beside
            .map_or(SaidBeside::Nothing, |beside| SaidBeside::of(row.get(beside)));
        let said = match (in_cell, in_row) {
            (Some(cell), SaidBeside::Known(row)) => Some(
                cell.and(row)
                    .ok_or("The amount and the column beside it name different currencies.")?,
            ),
            (None, SaidBeside::Known(row)) => Some(row),
            (Some(cell), _) => Some(cell),
            (None, SaidBeside::Unknown) => return Ok((None, false)),
            (None, SaidBeside::Nothing) => None,
        };
        // "$" below "Amount (CAD)" are Canadian dollars; "€" there are euros.
        let said = match (said, self.header) {
            (Some(said), Some(header)) => Some(said.and(header).unwrap_or(said)),
            (said, header) => said.or(header),
        };
        let currency = said.or(self.chosen);
        let is_ours = currency.map_or(self.unsaid_is_ours, |money| {
            money.may_be(&self.ours) && !(self.shared_is_another && money.code().is_none())
        });
        Ok((currency, is_ours))
    }
}
