//! The company's year: fiscal years, their months and quarters.

use chrono::{Datelike, Months, NaiveDate};

use crate::{
    bounds,
    error::{Error, Result},
};

/// A fiscal year, named by the calendar year in which it ends: with a start in April, 2027 runs from 1 April 2026 to
/// 31 March 2027. A year that starts in January carries its own number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear {
    year: i32,
    first_day: NaiveDate,
}

/// Returns the short name of a fiscal year, by its number: "FY27".
pub fn label(year: i32) -> String {
    format!("FY{:02}", year.rem_euclid(100))
}

impl FiscalYear {
    /// Returns the fiscal year `year` of a company whose year starts in month `start` (1 to 12).
    ///
    /// # Errors
    /// `Invalid` when the month is not 1 to 12 or the year not 1990 to 2200.
    pub fn new(year: i32, start: u32) -> Result<Self> {
        if !bounds::YEARS.contains(&year) {
            return Err(
                Error::invalid("year", format!("{year} is not a year that can be planned."))
                    .hint("Give a year between 1990 and 2200."),
            );
        }
        let begins_in = if start == 1 { year } else { year - 1 };
        let first_day = NaiveDate::from_ymd_opt(begins_in, start, 1).ok_or_else(|| {
            Error::invalid("fiscal_start", "The fiscal year starts in a month from 1 to 12.")
        })?;
        Ok(Self { year, first_day })
    }

    /// Returns the fiscal year in which `day` lies.
    ///
    /// # Errors
    /// As for [`FiscalYear::new`].
    pub fn of(day: NaiveDate, start: u32) -> Result<Self> {
        let ends_later = start > 1 && day.month() >= start;
        Self::new(day.year() + i32::from(ends_later), start)
    }

    /// Returns the number of the year.
    pub fn number(self) -> i32 {
        self.year
    }

    /// Returns the first day of the year.
    pub fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// Returns the last day of the year.
    pub fn last_day(self) -> NaiveDate {
        add_months(self.first_day, 12)
            .pred_opt()
            .unwrap_or(self.first_day)
    }

    /// Returns the first day of each of the twelve months, in order.
    pub fn months(self) -> Vec<NaiveDate> {
        (0..12).map(|n| add_months(self.first_day, n)).collect()
    }

    /// Returns the short name, "FY27".
    pub fn label(self) -> String {
        label(self.year)
    }

    /// Returns the names of the four quarters, "Q1 FY27" …
    pub fn quarters(self) -> Vec<String> {
        (1..=4).map(|n| format!("Q{n} {}", self.label())).collect()
    }
}

/// Returns the day `months` later (earlier when negative), on the last day of the month where the day does not exist.
pub fn add_months(day: NaiveDate, months: i32) -> NaiveDate {
    let span = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        day.checked_sub_months(span)
    } else {
        day.checked_add_months(span)
    };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_is_named_by_the_year_in_which_it_ends() -> Result<()> {
        let april = FiscalYear::new(2027, 4)?;
        assert_eq!(april.first_day().to_string(), "2026-04-01");
        assert_eq!(april.last_day().to_string(), "2027-03-31");
        assert_eq!(FiscalYear::new(2027, 1)?.first_day().to_string(), "2027-01-01");
        Ok(())
    }

    #[test]
    fn every_day_lies_in_exactly_the_year_that_holds_it() -> Result<()> {
        for start in 1..=12 {
            let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
            for _ in 0..800 {
                let year = FiscalYear::of(day, start)?;
                assert!(
                    year.first_day() <= day && day <= year.last_day(),
                    "{day} start {start}"
                );
                day = day.succ_opt().unwrap_or(day);
            }
        }
        Ok(())
    }
}
