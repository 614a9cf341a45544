//! The numbers of a period, each with of how many and why there is none: as the worksheet of a review and the goals of a plan tell them.

use super::{activity::Activity, rules::Rate};

/// A number, in the smallest step of its unit.
#[derive(Default)]
pub(crate) struct PeriodNumber {
    /// The number; nothing where it is not known.
    pub value: Option<i64>,
    /// Of how many, where it is a rate or an average.
    pub n: Option<i64>,
    /// Why it is not known.
    pub because: Option<&'static str>,
}

const WITHOUT_DAY: &str = "Some that were won or lost have no closing day.";
const WITHOUT_VALUE: &str = "Some that were won have no value, so the sum is not known.";
const ACCEPTED_WITHOUT_VALUE: &str =
    "Some accepted leads have an opportunity without a value, so the sum is not known.";

fn nearest(value: f64) -> i64 {
    value.round() as i64
}

impl PeriodNumber {
    /// Returns a count or a sum.
    pub fn of(value: Option<i64>, because: Option<&'static str>) -> Self {
        Self {
            value,
            n: None,
            because,
        }
    }

    fn rate(rate: Rate) -> Self {
        Self {
            value: rate.basis_points.map(nearest),
            n: Some(rate.n),
            because: rate.because,
        }
    }
}

impl Activity {
    /// Leads handed over.
    pub(crate) fn leads(&self) -> PeriodNumber {
        PeriodNumber::of(Some(self.handed_over.leads), None)
    }

    /// Leads that sales accepted.
    pub(crate) fn accepted(&self) -> PeriodNumber {
        PeriodNumber::of(self.decided.accepted, self.decided.because.accepted)
    }

    /// Accepted ÷ (accepted + rejected).
    pub(crate) fn acceptance(&self) -> PeriodNumber {
        PeriodNumber::rate(self.decided.acceptance)
    }

    /// Of the leads handed over, the share that has an opportunity.
    pub(crate) fn converted(&self) -> PeriodNumber {
        PeriodNumber::rate(self.handed_over.converted)
    }

    /// Of the leads handed over, the share that was lost or ignored.
    pub(crate) fn lost_or_ignored(&self) -> PeriodNumber {
        PeriodNumber::rate(self.handed_over.lost_or_ignored)
    }

    /// The value of the opportunities of accepted leads; not known where one of them has none.
    pub(crate) fn accepted_value(&self) -> PeriodNumber {
        let decided = &self.decided;
        let is_whole = decided.accepted_without_value == 0;
        let why = decided.because.accepted.or(decided.because.value);
        PeriodNumber::of(
            decided.accepted_value.filter(|_| is_whole),
            why.or(Some(ACCEPTED_WITHOUT_VALUE)),
        )
    }

    /// Opportunities won.
    pub(crate) fn won(&self) -> PeriodNumber {
        self.of_won(self.closed.won, self.closed.because.won)
    }

    /// Won ÷ (won + lost); not known where something was lost on a day that no file tells, either.
    pub(crate) fn win_rate(&self) -> PeriodNumber {
        if self.won_without_day + self.lost_without_day > 0 {
            return PeriodNumber::of(None, Some(WITHOUT_DAY));
        }
        PeriodNumber::rate(self.closed.win_rate)
    }

    /// The value of what was won.
    pub(crate) fn won_value(&self) -> PeriodNumber {
        self.of_won_value(self.closed.won_value, self.closed.because.won_value)
    }

    /// The part of the won value that marketing sourced.
    pub(crate) fn sourced_value(&self) -> PeriodNumber {
        self.of_won_value(self.closed.sourced_value, self.closed.because.sourced_value)
    }

    /// The part of the won value in which marketing took part.
    pub(crate) fn influenced_value(&self) -> PeriodNumber {
        self.of_won_value(self.closed.influenced_value, self.closed.because.sourced_value)
    }

    /// Won value ÷ number of won opportunities of which a value is known.
    pub(crate) fn average_deal(&self) -> PeriodNumber {
        let closed = &self.closed;
        let valued = closed.won.unwrap_or(0) - closed.won_without_value;
        let value = closed.won_value.filter(|_| valued > 0);
        PeriodNumber {
            n: Some(valued),
            ..self.of_won(
                value.map(|sum| nearest(sum as f64 / valued as f64)),
                closed.because.won_value.or(Some("Nothing was won.")),
            )
        }
    }

    /// Median days from created to closed, won only.
    pub(crate) fn cycle_days(&self) -> PeriodNumber {
        let closed = &self.closed;
        PeriodNumber {
            n: closed.won,
            ..self.of_won(
                closed.median_cycle_days.map(nearest),
                closed.because.median_cycle_days,
            )
        }
    }

    /// What was spent ÷ leads accepted.
    pub(crate) fn cost_per_accepted(&self) -> PeriodNumber {
        let accepted = self.decided.accepted.unwrap_or(0);
        let cost = self.handed_over.cost.filter(|_| accepted > 0);
        PeriodNumber {
            value: cost.map(|cost| nearest(cost as f64 / accepted as f64)),
            n: Some(accepted),
            because: Some(match (self.handed_over.cost, self.decided.accepted) {
                (None, _) => "No cost is known for it.",
                (_, None) => "No file says which leads sales accepted.",
                _ => "Sales accepted none of them.",
            }),
        }
    }

    /// Returns a number of what was won; where something was won on a day that no file tells, it is not known.
    fn of_won(&self, value: Option<i64>, because: Option<&'static str>) -> PeriodNumber {
        if self.won_without_day > 0 {
            return PeriodNumber::of(None, Some(WITHOUT_DAY));
        }
        PeriodNumber::of(value, because)
    }

    /// Returns a sum of what was won; where one of it has no value, it is not known.
    fn of_won_value(&self, value: Option<i64>, because: Option<&'static str>) -> PeriodNumber {
        let is_whole = self.closed.won_without_value == 0;
        self.of_won(value.filter(|_| is_whole), because.or(Some(WITHOUT_VALUE)))
    }
}
