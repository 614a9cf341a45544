//! Months and quarters, as costs are written down by.

use chrono::{Datelike, NaiveDate};

use super::DayOrder;
use super::cut::{full_year, month_meant};
use super::names::Meaning;
use super::pieces::{Gap, Pieces, What};
use super::read_moment;

/// Reads a month without a day, as its first: 2024-01, 01/2024, 202401, Jan 2024, 2024年1月. A whole day is read as its
/// month. Nothing for quarters, see [`read_period`].
pub fn read_month(text: &str, order: DayOrder) -> Option<NaiveDate> {
    read_period(text, order)
        .filter(|(_, months)| *months == 1)
        .map(|(first, _)| first)
}

/// Reads a month, a quarter or a half of a calendar year: its first day, and how many months it has, 1, 3 or 6. A whole
/// day is read as its month, in the order given. Nothing for fiscal years ("Q1 FY24"), weeks and years.
///
/// ```
/// use chrono::NaiveDate;
/// use lockstep_intake::day::{DayOrder, read_period};
/// let april = NaiveDate::from_ymd_opt(2024, 4, 1);
/// assert_eq!(read_period("Q2 2024", DayOrder::Dmy), april.map(|day| (day, 3)));
/// assert_eq!(read_period("avril 2024", DayOrder::Dmy), april.map(|day| (day, 1)));
/// assert_eq!(read_period("Q2 FY24", DayOrder::Dmy), None);
/// ```
pub fn read_period(text: &str, order: DayOrder) -> Option<(NaiveDate, u32)> {
    let text = text.trim();
    // The month as it is written: midnight on the first is not the month before, in whatever zone.
    if let Some(moment) = read_moment(text, order) {
        return Some((moment.written_day().with_day(1)?, 1));
    }
    if text.len() > 48 {
        return None;
    }
    let parts = Parts::of(text)?;
    let first = |month: u32| NaiveDate::from_ymd_opt(parts.year?, month, 1);
    match (parts.length, parts.small) {
        (1, Some(month)) => Some((first(month)?, 1)),
        // The fifth quarter would begin in the thirteenth month.
        (months, Some(number)) => Some((
            first(number.checked_sub(1)?.checked_mul(months)?.checked_add(1)?)?,
            months,
        )),
        (_, None) => None,
    }
}

/// What was found of a period so far.
struct Parts {
    year: Option<i32>,
    /// The month, or which quarter.
    small: Option<u32>,
    /// The months that it has.
    length: u32,
}

const QUARTERS: [&str; 12] = [
    "q",
    "qtr",
    "quarter",
    "quartal",
    "trimestre",
    "trim",
    "t",
    "kvartal",
    "kvartál",
    "kwartaal",
    "kwartał",
    "čtvrtletí",
];
const HALVES: [&str; 5] = ["h", "half", "halbjahr", "semestre", "hy"];

impl Parts {
    fn of(text: &str) -> Option<Parts> {
        let mut parts = Parts {
            year: None,
            small: None,
            length: 1,
        };
        let mut named: Option<Meaning> = None;
        let mut pieces = Pieces::of(text);
        loop {
            let piece = pieces.next();
            if !piece.gap.is_of(&['-', '/', '.', ',', '\'']) {
                return None;
            }
            match piece.what {
                What::End => {
                    if let Some(meaning) = named {
                        parts.small = month_meant(meaning, true, || piece.gap.first == '.');
                    }
                    return Some(parts);
                }
                What::Number(value, digits) => {
                    parts.number(u32::try_from(value).ok()?, digits, named.is_some())?
                }
                What::Word(word) => parts.word(piece.gap, word, &mut named)?,
            }
        }
    }

    fn number(&mut self, value: u32, digits: usize, is_named: bool) -> Option<()> {
        let is_small_known = is_named || (self.length > 1 && self.small.is_some());
        match digits {
            // 202401, in years that somebody plans with.
            6 if self.year.is_none() && self.small.is_none() && (1990..=2100).contains(&(value / 100)) => {
                self.year = i32::try_from(value / 100).ok();
                self.small = Some(value % 100);
            }
            4 if self.year.is_none() => self.year = Some(full_year((value, 4))?),
            2 if self.year.is_none() && is_small_known => self.year = Some(full_year((value, 2))?),
            1 | 2 if self.small.is_none() && !is_named => self.small = Some(value),
            _ => return None,
        }
        Some(())
    }

    fn word(&mut self, gap: Gap, word: &str, named: &mut Option<Meaning>) -> Option<()> {
        let is = |known: &&str| *known == word || known.eq_ignore_ascii_case(word);
        if QUARTERS.iter().any(is) || HALVES.iter().any(is) {
            if self.length > 1 || named.is_some() {
                return None;
            }
            self.length = if HALVES.iter().any(is) { 6 } else { 3 };
            return Some(());
        }
        if gap.is_glue()
            && [
                "年", "년", "月", "월", "月份", "st", "nd", "rd", "th", "er", "º", "e",
            ]
            .iter()
            .any(is)
        {
            return Some(());
        }
        let meaning = Meaning::of(word);
        if meaning.month().is_some() && named.is_none() && self.small.is_none() && self.length == 1 {
            *named = Some(meaning);
            return Some(());
        }
        meaning.is_between().then_some(())
    }
}
