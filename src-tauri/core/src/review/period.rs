//! The periods of reviews: the quarters and months of a fiscal year, and those they are held against.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::{Error, Result},
    ids::derived,
    words::Words,
    worksheet::{DaySpan, ReviewDays},
};

use super::{Review, ReviewKind};
use crate::ids::ReviewId;

/// A quarter or a month of a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewPeriod {
    year: FiscalYear,
    kind: ReviewKind,
    number: i64,
}

impl ReviewKind {
    /// Returns what a review of this kind is called: “review of Q3 FY27”, “check-in of Aug 2027”.
    #[must_use]
    pub fn called(self, label: &str) -> String {
        match self {
            Self::Quarter => format!("review of {label}"),
            Self::Month => format!("check-in of {label}"),
        }
    }

    /// Returns how many months it is long.
    #[must_use]
    pub fn months(self) -> i32 {
        match self {
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// Returns how many there are in a year.
    #[must_use]
    pub fn in_a_year(self) -> i64 {
        i64::from(12 / self.months())
    }
}

impl ReviewPeriod {
    /// Returns the quarter or month `number` of the fiscal year `year` of a company whose year starts in month `start`.
    ///
    /// # Errors
    /// `Invalid` when there is no such period.
    pub fn new(year: i32, kind: ReviewKind, number: i64, start: u32) -> Result<Self> {
        let last = kind.in_a_year();
        if !(1..=last).contains(&number) {
            return Err(Error::invalid(
                "number",
                format!("Give a number from 1 to {last}."),
            ));
        }
        Ok(Self {
            year: FiscalYear::new(year, start)?,
            kind,
            number,
        })
    }

    /// Returns the period of a review.
    ///
    /// # Errors
    /// As for [`ReviewPeriod::new`].
    pub fn of(review: &Review, start: u32) -> Result<Self> {
        Self::new(review.year, review.kind, review.number, start)
    }

    /// Returns the id of its review: two copies of a workspace that both plan it plan the same.
    #[must_use]
    pub fn review_id(self) -> ReviewId {
        let kind = match self.kind {
            ReviewKind::Quarter => "quarter",
            ReviewKind::Month => "month",
        };
        let (year, number) = (self.year.number().to_string(), self.number.to_string());
        derived(&["review", &year, kind, &number]).into()
    }

    /// Returns its fiscal year.
    #[must_use]
    pub fn year(self) -> FiscalYear {
        self.year
    }

    /// Returns its days.
    #[must_use]
    pub fn span(self) -> DaySpan {
        let months = self.kind.months();
        let before = i32::try_from(self.number - 1).unwrap_or(0) * months;
        months_from(add_months(self.year.first_day(), before), months)
    }

    /// Returns the days its worksheet looks at on a day.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> ReviewDays {
        let now = self.span();
        let months = self.kind.months();
        ReviewDays {
            now,
            before: months_from(add_months(now.from, -months), months),
            year_ago: months_from(add_months(now.from, -12), months),
            as_of: today.min(now.to),
        }
    }

    /// Returns what it is called: "Q3 FY27", "Aug 2026".
    #[must_use]
    pub fn label(self, words: &Words) -> String {
        match self.kind {
            ReviewKind::Quarter => format!("Q{} {}", self.number, self.year.label()),
            ReviewKind::Month => words.month(self.span().from),
        }
    }

    /// Returns the day that is offered for its review: ten days after the period, or the Monday after where that is a weekend.
    /// By then the numbers of the period are in, and there is still time to act on them.
    #[must_use]
    pub fn usual_day(self) -> NaiveDate {
        let day = later(self.span().to, 10);
        match day.weekday() {
            Weekday::Sat => later(day, 2),
            Weekday::Sun => later(day, 1),
            _ => day,
        }
    }
}

fn months_from(from: NaiveDate, months: i32) -> DaySpan {
    let to = add_months(from, months).pred_opt().unwrap_or(from);
    DaySpan { from, to }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_quarter_is_held_against_the_one_before_and_the_same_a_year_ago() -> Result<()> {
        let span = |from: &str, to: &str| DaySpan {
            from: day(from),
            to: day(to),
        };
        let days = ReviewPeriod::new(2027, ReviewKind::Quarter, 1, 4)?.days(day("2026-05-03"));
        assert_eq!(days.now, span("2026-04-01", "2026-06-30"));
        assert_eq!(days.before, span("2026-01-01", "2026-03-31"));
        assert_eq!(days.year_ago, span("2025-04-01", "2025-06-30"));
        assert_eq!(days.as_of, day("2026-05-03"));
        let later = ReviewPeriod::new(2027, ReviewKind::Quarter, 1, 4)?.days(day("2027-01-01"));
        assert_eq!(later.as_of, day("2026-06-30"));
        let month = ReviewPeriod::new(2027, ReviewKind::Month, 11, 4)?.days(day("2027-02-10"));
        assert_eq!(month.now, span("2027-02-01", "2027-02-28"));
        assert_eq!(month.before, span("2027-01-01", "2027-01-31"));
        Ok(())
    }

    #[test]
    fn the_periods_of_a_year_follow_one_another_without_a_gap() -> Result<()> {
        for start in 1..=12 {
            for kind in [ReviewKind::Quarter, ReviewKind::Month] {
                let year = FiscalYear::new(2027, start)?;
                let mut next = year.first_day();
                for number in 1..=kind.in_a_year() {
                    let span = ReviewPeriod::new(2027, kind, number, start)?.span();
                    assert_eq!(span.from, next);
                    next = later(span.to, 1);
                }
                assert_eq!(next, later(year.last_day(), 1));
                assert!(ReviewPeriod::new(2027, kind, kind.in_a_year() + 1, start).is_err());
                assert!(ReviewPeriod::new(2027, kind, 0, start).is_err());
            }
        }
        Ok(())
    }

    #[test]
    fn no_review_is_offered_for_a_weekend() -> Result<()> {
        for year in 2020..2032 {
            for number in 1..=12 {
                let period = ReviewPeriod::new(year, ReviewKind::Month, number, 1)?;
                let offered = period.usual_day();
                assert!(!matches!(offered.weekday(), Weekday::Sat | Weekday::Sun));
                assert!((10..=12).contains(&(offered - period.span().to).num_days()));
            }
        }
        Ok(())
    }
}
