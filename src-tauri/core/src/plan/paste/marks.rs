//! How the numbers of a pasted table are written.

use lockstep_intake::number::{self, Written};

use lockstep_workspace::{company::Company, units::Unit, words};

/// How the numbers of a pasted table are read: by the mark that its other numbers give away, else by what a number can be.
pub(super) struct Marks {
    decimal: char,
    given_away: bool,
    currency: String,
    digits: u32,
}

impl Marks {
    /// Finds the mark that the numbers of a table give away.
    pub fn of(table: &[Vec<String>], company: &Company) -> Self {
        let mut marks = table
            .iter()
            .flatten()
            .filter_map(|cell| match number::readings(cell)?.mark {
                number::Mark::Certain(mark) => Some(mark),
                _ => None,
            });
        let first = marks.next();
        let agreed = first.filter(|first| marks.all(|mark| mark == *first));
        Self {
            decimal: agreed.unwrap_or_else(|| words::Words::new(company).decimal_mark()),
            given_away: agreed.is_some(),
            currency: company.currency.clone(),
            digits: words::currency_digits(&company.currency),
        }
    }

    /// Reads a number. "1.200" among numbers that give no mark away is twelve hundred: leads have no decimals, and amounts
    /// no more than the currency has.
    fn number(&self, cell: &str, unit: Unit) -> Option<Written> {
        let readings = number::readings(cell)?;
        let read = if readings.is_ambiguous() && !self.given_away {
            let whole = [readings.point, readings.comma]
                .into_iter()
                .max_by_key(|number| number.millionths().abs());
            let is_amount = readings.point.is_money() && self.digits <= 2;
            match unit {
                Unit::Money if self.digits > 2 => Some(readings.with(self.decimal)),
                Unit::Count | Unit::Days | Unit::Money => whole,
                _ if is_amount || readings.mark != number::Mark::Either(self.decimal) => whole,
                // One and a fifth, or twelve hundred: nothing says which.
                _ => None,
            }
        } else {
            Some(readings.with(self.decimal))
        };
        // What is too large to be kept in the currency's minor units is no number here.
        read.filter(|number| number.minor_units(self.digits).is_some())
    }

    /// Reads a number that is in no other currency than the workspace's.
    ///
    /// # Errors
    /// Says why it is not taken, as a part of a sentence.
    pub fn read(&self, cell: &str, unit: Unit) -> Result<Written, String> {
        let Some(number) = self.number(cell, unit) else {
            let is_open = number::readings(cell).is_some_and(number::Readings::is_ambiguous);
            return Err(if is_open {
                format!("“{cell}” can be read in two ways")
            } else {
                format!("“{cell}” is not a number")
            });
        };
        match number.currency {
            Some(money) if !money.may_be(&self.currency) => Err(format!(
                "“{cell}” is in another currency than this workspace ({})",
                self.currency
            )),
            _ => Ok(number),
        }
    }

    /// Returns a number in the smallest step of a unit, rounded half away from zero; nothing when it is too large.
    pub fn in_steps(&self, number: Written, unit: Unit) -> Option<i64> {
        match unit {
            Unit::Percent | Unit::Number => Some(number.hundredths()),
            Unit::Money => number.minor_units(self.digits),
            Unit::Count | Unit::Days => number.minor_units(0),
        }
    }
}
