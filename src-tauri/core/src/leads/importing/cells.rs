//! What one cell says: nothing, a day, a number, an amount in another currency, or text.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use lockstep_intake::{
    ColumnKind, DayOrder,
    day::{self, Moment},
    number::{self, Written},
    yes_no,
};
use rusqlite::types::Value as Sql;
use serde_json::Value;

use crate::leads::{
    fields::Fits,
    proposals::{NullWord, null_word},
};
use lockstep_recognition::external_ids;
use lockstep_workspace::zone::Zone;

/// Returns whether a cell says that there is nothing; `also` are words that say so in its column.
pub(super) fn is_nothing(text: &str, also: &[String]) -> bool {
    // Words for nothing are short; most cells need not be looked at.
    text.is_empty()
        || (text.len() <= 40 && null_word(text) == NullWord::Nothing)
        || also.iter().any(|word| word == text)
}

/// What says in a column that there is nothing. Most columns have few words, which come again and again: what they say is
/// remembered.
#[derive(Debug, Default)]
pub(super) struct Nothing {
    also: Vec<String>,
    met: HashMap<String, bool>,
}

impl Nothing {
    /// Returns what knows the words that say so everywhere, and those that say so in this column.
    pub fn or(also: impl IntoIterator<Item = String>) -> Self {
        Self {
            also: also.into_iter().collect(),
            met: HashMap::new(),
        }
    }

    /// Returns whether a cell says that there is nothing.
    pub fn is(&mut self, text: &str) -> bool {
        const LONGEST: usize = 40;
        const REMEMBERED: usize = 1_000;
        // What is told at a glance need not be remembered.
        if text.is_empty() || text.len() > LONGEST || text.bytes().any(|byte| byte.is_ascii_digit()) {
            return is_nothing(text, &self.also);
        }
        if let Some(known) = self.met.get(text) {
            return *known;
        }
        let is_nothing = is_nothing(text, &self.also);
        if self.met.len() < REMEMBERED {
            self.met.insert(text.to_owned(), is_nothing);
        }
        is_nothing
    }
}

/// Returns an amount in another currency as it is kept with its record: as it stands there, with its currency.
pub(super) fn kept_apart(text: &str, currency: Option<&str>) -> Value {
    let text = text.trim();
    let is_bare = text.chars().all(|c| !c.is_alphabetic())
        && number::readings(text).is_some_and(|read| !read.point.is_money());
    Value::String(match currency {
        Some(currency) if is_bare => format!("{text} {currency}"),
        _ => text.into(),
    })
}

/// How the days of a column are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub order: DayOrder,
    /// Whether a spreadsheet swapped day and month of those that it understood.
    pub swap: bool,
    /// Whether a day that allows one order only is read in that, because the column is written in two ways.
    pub by_itself: bool,
    /// Whether a year of two digits stands first where the order says that the year does.
    pub short_year: bool,
    /// Whether all its instants are midnight: plain days that a program wrote as instants, which no time zone moves.
    pub plain_midnight: bool,
    /// In whose days instants are read.
    pub zone: Zone,
    /// Whether the fiscal year is the year of the calendar, so that “Q1 2024” and “2024” are the same in both.
    pub calendar_year: bool,
}

/// What stands between the first and the last month or day of a period.
#[rustfmt::skip]
const BETWEEN: [&str; 12] = ["–", "—", " - ", " to ", " until ", " bis ", " au ", " à ", " a ", " al ", " tot ", "-"];

impl Days {
    /// Reads a month, as its first day, and how many months are meant.
    fn read_period(self, text: &str) -> Option<(NaiveDate, u32)> {
        if self.swap || self.begins_with_a_short_year(text) {
            return Some((self.read(text)?.with_day(1)?, 1));
        }
        if let Some(Moment::Instant(_)) = day::read_moment(text, self.order) {
            return Some((self.read(text)?.with_day(1)?, 1));
        }
        day::read_period(text, self.order)
    }

    /// Reads a period of more than a month, as its first and last day: “Q1 2024”, “2024”, “Jan–Mar 2024”.
    pub fn span(self, text: &str) -> Option<(NaiveDate, NaiveDate)> {
        match self.read_period(text) {
            Some((_, 1)) => None,
            Some((first, months)) => self.calendar_year.then_some((first, last_of(first, months)?)),
            None => self.year(text).or_else(|| self.range(text)),
        }
    }

    /// Returns the last day of the month that a text names, where it names no day in it.
    pub fn last_of_month(self, text: &str) -> Option<NaiveDate> {
        let (first, _) = self.read_period(text).filter(|(_, months)| *months == 1)?;
        (!names_a_day(text)).then(|| last_of(first, 1))?
    }

    /// Returns the day that a text of a column of days names.
    pub fn day(self, text: &str) -> Option<NaiveDate> {
        let (month, _) = self.read_period(text).filter(|(_, months)| *months == 1)?;
        names_a_day(text).then(|| self.day_within(month, text))
    }

    fn year(self, text: &str) -> Option<(NaiveDate, NaiveDate)> {
        let year: i32 = text
            .trim()
            .parse()
            .ok()
            .filter(|year| (1990..=2100).contains(year))?;
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        self.calendar_year.then_some((first, last_of(first, 12)?))
    }

    fn range(self, text: &str) -> Option<(NaiveDate, NaiveDate)> {
        let month = |text: &str| self.read_period(text).filter(|(_, months)| *months == 1);
        let day = |text: &str| self.read(text);
        BETWEEN.iter().find_map(|between| {
            let (from, to) = text.split_once(between)?;
            let (from, to) = (from.trim(), to.trim());
            let last = day(to).or_else(|| last_of(month(to)?.0, 1))?;
            let first = day(from)
                .or_else(|| month(from).map(|(first, _)| first))
                // “Jan–Mar 2024”: the year stands once.
                .or_else(|| month(&format!("{from} {}", last.year())).map(|(first, _)| first))?;
            (first <= last).then_some((first, last))
        })
    }

    /// Returns the day of a month that a text names, or its first day where it names only the month. Costs by the day stay
    /// apart, so that the file of the second half of a month does not replace that of the first.
    fn day_within(self, month: NaiveDate, text: &str) -> NaiveDate {
        self.read(text)
            .filter(|day| names_a_day(text) && day.with_day(1) == Some(month))
            .unwrap_or(month)
    }

    fn begins_with_a_short_year(self, text: &str) -> bool {
        self.short_year && self.order == DayOrder::Ymd && day::read_with_a_short_year(text).is_some()
    }

    /// Reads a day; an instant is its day in the company's time zone.
    pub fn read(self, text: &str) -> Option<NaiveDate> {
        if self.plain_midnight
            && let Some(moment) = day::read_moment(text, self.order)
        {
            return Some(moment.written_day());
        }
        if self.begins_with_a_short_year(text) {
            return day::read_with_a_short_year(text);
        }
        let in_order = |order| day::read_cell(text, order, |instant| self.zone.day_of(instant));
        let other = match self.order {
            DayOrder::Dmy => DayOrder::Mdy,
            _ => DayOrder::Dmy,
        };
        let read = in_order(self.order).or_else(|| self.by_itself.then(|| in_order(other))?)?;
        let is_understood = self.swap && text.get(4..5) == Some("-");
        if is_understood {
            day::swapped(read)
        } else {
            Some(read)
        }
    }
}

/// "2024-01-05", "5 Jan 2024", "20240105".
fn names_a_day(text: &str) -> bool {
    let parts = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    parts.count() >= 3 || (text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns the last day of so many months.
fn last_of(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(months))?.pred_opt()
}

/// Reads a cell as its field wants it, or says what is wrong with it.
pub(super) fn value(text: &str, fits: Fits, days: Days, decimal: char) -> Result<Sql, &'static str> {
    match fits {
        // A day that programs write where there is none.
        Fits::Day if day::is_placeholder(text) => Ok(Sql::Null),
        Fits::Day => days
            .read(text)
            .map(|day| Sql::Text(day.to_string()))
            .ok_or("This is not a date."),
        Fits::Month => match days.read_period(text) {
            Some((month, 1)) => Ok(Sql::Text(days.day_within(month, text).to_string())),
            Some(_) => Err(
                "This may be of the calendar’s year or of the fiscal year. Write its months, as in “Jan–Mar 2024”.",
            ),
            None if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) => Err(
                "This may be the calendar’s year or the fiscal year. Write its months, as in “Jan–Dec 2024”.",
            ),
            None => Err("This is not a month."),
        },
        Fits::Number => number::read(text, decimal)
            .filter(|written| !written.is_percent)
            .and_then(Written::whole)
            .filter(|whole| *whole >= 0)
            .map(Sql::Integer)
            .ok_or("This is not a whole number of 0 or more."),
        Fits::Id => Ok(Sql::Text(external_ids::canonical(text).into())),
        Fits::Money | Fits::Text | Fits::Choice | Fits::Email | Fits::Phone | Fits::YesNo => {
            Ok(Sql::Text(text.into()))
        }
    }
}

/// Returns what stands in a column without a field, as what the column is. An odd cell stays text, and so does an amount in
/// another currency than the workspace's: as a number it would be compared with amounts that it cannot be compared with.
pub(super) fn attribute(text: &str, kind: ColumnKind, days: Days, decimal: char, ours: &str) -> Value {
    let read = match kind {
        ColumnKind::WholeNumber | ColumnKind::Number | ColumnKind::Money | ColumnKind::Percent => {
            exactly(text, decimal).or_else(|| {
                number::read(text, decimal)
                    .filter(|written| written.currency.is_none_or(|currency| currency.may_be(ours)))
                    .map(as_value)
            })
        }
        ColumnKind::Day(_) if day::is_placeholder(text) => return Value::Null,
        ColumnKind::Day(order) => Days { order, ..days }
            .read(text)
            .map(|day| Value::String(day.to_string())),
        ColumnKind::YesNo => yes_no::read(text).map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.into()))
}

/// Returns a number that is written as programs write it, with all its decimals.
fn exactly(text: &str, decimal: char) -> Option<Value> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if !is_plain || (decimal != '.' && text.contains('.')) {
        return None;
    }
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| text.parse::<f64>().ok().map(Value::from))
}

/// Returns a number with all the decimals that it was written with, up to millionths.
fn as_value(written: Written) -> Value {
    match written.whole() {
        Some(whole) => Value::from(whole),
        None => Value::from(written.millionths() as f64 / 1_000_000.0),
    }
}
