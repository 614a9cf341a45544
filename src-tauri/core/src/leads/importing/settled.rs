//! What a file left open when it was answered. An answer is remembered for files of the same shape, and read by only where they
//! leave the same open: the next export may be in another currency, or from a spreadsheet with another decimal mark.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Surveyed,
    choice::Choice,
    questions::{currencies, holds_money, holds_numbers},
};

/// What files left open that an answer was given for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The marks in numbers that could be read in two ways, each with the likeliest mark before decimals, as far as one was.
    #[serde(default)]
    decimals: BTreeSet<(char, Option<char>)>,
    /// The currencies that amounts were said to be in.
    #[serde(default)]
    currencies: BTreeSet<String>,
}

impl Settled {
    fn by(choice: &Choice, surveyed: &Surveyed) -> Self {
        let mut settled = Self::default();
        let evidence = surveyed.survey.decimal_evidence(&surveyed.how);
        let columns = choice.columns.iter().zip(&surveyed.survey.columns).enumerate();
        for (place, (column, seen)) in columns {
            if seen.needs_decimal_mark() && holds_numbers(choice, column, seen) {
                let known = evidence.iter().find(|known| known.column == place);
                let likely = known
                    .filter(|known| !known.reasons.is_empty())
                    .map(|known| known.mark);
                let kinds = [
                    ('.', seen.kinds.ambiguous_point),
                    (',', seen.kinds.ambiguous_comma),
                ];
                let open = kinds.iter().filter(|(_, cells)| *cells > 0);
                settled.decimals.extend(open.map(|(mark, _)| (*mark, likely)));
            }
            if holds_money(choice, column) {
                settled.currencies.extend(currencies(surveyed, place, seen));
            }
        }
        settled
    }
}

impl Choice {
    /// Gives up answers that were remembered where this file leaves open what the earlier ones did not.
    pub(super) fn ask_again(&mut self, surveyed: &Surveyed) {
        let now = Settled::by(self, surveyed);
        if !now.decimals.is_subset(&self.settled.decimals) {
            self.unsettle_decimals();
            self.decimal = None;
        }
        if !now.currencies.is_subset(&self.settled.currencies) {
            self.unsettle_currencies();
            self.currency = None;
        }
    }

    /// Says that the answers hold for files that leave open what this one does.
    pub(super) fn settle(&mut self, surveyed: &Surveyed) {
        let now = Settled::by(self, surveyed);
        if self.decimal.is_some() {
            self.settled.decimals.extend(now.decimals);
        }
        if self.currency.is_some() {
            self.settled.currencies.extend(now.currencies);
        }
    }

    pub(super) fn unsettle_decimals(&mut self) {
        self.settled.decimals.clear();
    }

    pub(super) fn unsettle_currencies(&mut self) {
        self.settled.currencies.clear();
    }
}
