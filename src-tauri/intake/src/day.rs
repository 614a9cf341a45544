//! Days as people and programs write them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// In which order a column writes day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 2021-01-31, 20210131, 2021/1/31, and instants like 2021-01-31T08:00:00Z.
    Ymd,
    /// 31/1/2021, 31.01.21, 31 Jan 2021.
    Dmy,
    /// 1/31/2021, 01-31-21, Jan 31, 2021.
    Mdy,
}

/// The orders in which a text can be read as a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Orders {
    /// The year stands first; such a day is understood in a column of any order.
    pub ymd: bool,
    /// The day stands first.
    pub dmy: bool,
    /// The month stands first.
    pub mdy: bool,
}

impl Orders {
    /// Returns whether the text can be read as a day at all.
    pub fn any(self) -> bool {
        self.ymd || self.dmy || self.mdy
    }
}

/// A text cut into the three numbers of a day.
struct Parts {
    first: (u32, usize),
    second: (u32, usize),
    third: (u32, usize),
    /// Which of the three was written as a name of a month.
    named: Option<usize>,
    dotted: bool,
}

impl Parts {
    /// Nobody writes the month first between points, so what can be a day-first day there is one.
    fn is_day_first(&self, dmy: Option<NaiveDate>) -> bool {
        self.dotted && dmy.is_some()
    }
}

/// Reads a day, with or without a time behind it. `order` decides only where the text could be read in several ways: what
/// begins with the year, or names its month, is read in any order.
///
/// ```
/// use chrono::NaiveDate;
/// use lockstep_intake::day::{DayOrder, read};
/// assert_eq!(read("1/18/2021 0:00", DayOrder::Mdy), NaiveDate::from_ymd_opt(2021, 1, 18));
/// assert_eq!(read("05-Jan-21", DayOrder::Mdy), NaiveDate::from_ymd_opt(2021, 1, 5));
/// assert_eq!(read("30.02.2021", DayOrder::Dmy), None);
/// ```
pub fn read(text: &str, order: DayOrder) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(day) = eight_digits(text) {
        return Some(day);
    }
    let parts = cut(text)?;
    let dmy = day_first(&parts);
    let mdy = month_first(&parts).filter(|_| !parts.is_day_first(dmy));
    year_first(&parts)
        .or(match order {
            DayOrder::Ymd => None,
            DayOrder::Dmy => dmy,
            DayOrder::Mdy => mdy,
        })
        .or(parts.named.and(dmy.or(mdy)))
}

/// Tells in which orders a text is a day.
pub fn orders_that_fit(text: &str) -> Orders {
    let text = text.trim();
    if eight_digits(text).is_some() {
        return Orders {
            ymd: true,
            ..Orders::default()
        };
    }
    let Some(parts) = cut(text) else {
        return Orders::default();
    };
    let dmy = day_first(&parts);
    Orders {
        ymd: year_first(&parts).is_some(),
        dmy: dmy.is_some(),
        mdy: !parts.is_day_first(dmy) && month_first(&parts).is_some(),
    }
}

/// Reads a month without a day, as its first: 2024-01, 01/2024, Jan 2024. A whole day is read as its month.
pub fn read_month(text: &str, order: DayOrder) -> Option<NaiveDate> {
    use chrono::Datelike;
    if let Some(day) = read(text, order) {
        return day.with_day(1);
    }
    let mut words = text
        .trim()
        .split(['-', '/', '.', ' '])
        .filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let (year, month) = if first.len() == 4 && month_named(first).is_none() {
        (first, second)
    } else {
        (second, first)
    };
    let year = if year.len() == 4 || month_named(month).is_some() {
        full_year((number(year)?, year.len()))?
    } else {
        return None;
    };
    let month = month_named(month).or_else(|| number(month))?;
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// 20210105: only in years that somebody may plan with, because it could as well be a count or an id.
fn eight_digits(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = text.get(..4)?.parse().ok()?;
    if !(1970..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year, text.get(4..6)?.parse().ok()?, text.get(6..8)?.parse().ok()?)
}

fn year_first(parts: &Parts) -> Option<NaiveDate> {
    if parts.first.1 != 4 || parts.named == Some(0) || parts.named == Some(2) {
        return None;
    }
    day_of(parts.first, parts.second, parts.third)
}

fn day_first(parts: &Parts) -> Option<NaiveDate> {
    if parts.named == Some(0) {
        return None;
    }
    day_of(parts.third, parts.second, parts.first)
}

fn month_first(parts: &Parts) -> Option<NaiveDate> {
    if parts.named == Some(1) {
        return None;
    }
    day_of(parts.third, parts.first, parts.second)
}

/// Each number comes with how many digits it was written with.
fn day_of(year: (u32, usize), month: (u32, usize), day: (u32, usize)) -> Option<NaiveDate> {
    if month.1 > 2 || day.1 > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(full_year(year)?, month.0, day.0)
}

/// Two digits are the years around now, as spreadsheets take them.
fn full_year((year, digits): (u32, usize)) -> Option<i32> {
    match digits {
        4 if year >= 1000 => i32::try_from(year).ok(),
        2 if year < 70 => Some(2000 + i32::try_from(year).ok()?),
        2 => Some(1900 + i32::try_from(year).ok()?),
        _ => None,
    }
}

/// Cuts a text into three numbers and checks that only a time stands behind them.
fn cut(text: &str) -> Option<Parts> {
    if !(6..=48).contains(&text.len()) {
        return None;
    }
    let mut rest = without_weekday(text);
    let mut found = [(0_u32, 0_usize); 3];
    let mut named = None;
    let mut separators = ['\0'; 2];
    for place in 0..3 {
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && !('\u{c0}'..='\u{24f}').contains(&c))
            .unwrap_or(rest.len());
        let (mut word, mut behind) = rest.split_at_checked(length)?;
        if place == 2
            && let Some(t) = word.find(['T', 't'])
        {
            // 2021-01-05T08:00:00Z
            (word, behind) = rest.split_at_checked(t)?;
        }
        let slot = found.get_mut(place)?;
        if let Some(value) = number(word) {
            *slot = (value, word.len());
        } else if let Some(value) = ordinal(word) {
            *slot = (value, word.len() - 2);
        } else if named.is_none() {
            *slot = (month_named(word)?, 2);
            named = Some(place);
        } else {
            return None;
        }
        rest = behind;
        if place < 2 {
            let gap = rest
                .find(|c: char| !matches!(c, '-' | '/' | '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'))
                .unwrap_or(rest.len());
            let (mark, behind) = rest.split_at_checked(gap)?;
            let mut plain = mark.trim().chars();
            *separators.get_mut(place)? = match (plain.next(), plain.next()) {
                (Some(mark), None) => mark,
                (None, None) if !mark.is_empty() => ' ',
                _ => return None,
            };
            rest = behind;
        }
    }
    let [first_mark, second_mark] = separators;
    let plain_marks = first_mark == second_mark && matches!(first_mark, '-' | '/' | '.');
    if !(plain_marks || named.is_some()) || !is_time(rest) {
        return None;
    }
    let [first, second, third] = found;
    Some(Parts {
        first,
        second,
        third,
        named,
        dotted: first_mark == '.' && second_mark == '.',
    })
}

/// "Mon, 5 Jan 2021" and "Tuesday 5 January 2021".
fn without_weekday(text: &str) -> &str {
    if text.bytes().next().is_none_or(|byte| !byte.is_ascii_alphabetic()) {
        return text;
    }
    let Some((word, rest)) = text.split_once([' ', ',']) else {
        return text;
    };
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let is_weekday = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tues",
        "thur",
        "thurs",
    ]
    .iter()
    .any(|day| *day == word || (word.len() == 3 && day.starts_with(&word)));
    if is_weekday {
        rest.trim_start_matches([' ', ','])
    } else {
        text
    }
}

fn number(word: &str) -> Option<u32> {
    if (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) {
        word.parse().ok()
    } else {
        None
    }
}

/// 1st, 2nd, 3rd, 5th.
fn ordinal(word: &str) -> Option<u32> {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .filter(|digits| digits.len() <= 2)
        .and_then(number)
}

/// The months in English, German, French and Spanish, in full or by their usual beginnings.
fn month_named(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &[
            "jan", "january", "januar", "jänner", "janvier", "janv", "enero", "ene",
        ],
        &[
            "feb", "february", "februar", "février", "févr", "fév", "fevrier", "febrero",
        ],
        &["mar", "march", "märz", "mär", "mrz", "mars", "marzo"],
        &["apr", "april", "avril", "avr", "abril", "abr"],
        &["may", "mai", "mayo"],
        &["jun", "june", "juni", "juin", "junio"],
        &["jul", "july", "juli", "juillet", "juil", "julio"],
        &["aug", "august", "août", "aout", "agosto", "ago"],
        &["sep", "sept", "september", "septembre", "septiembre"],
        &["oct", "october", "oktober", "okt", "octobre", "octubre"],
        &["nov", "november", "novembre", "noviembre"],
        &[
            "dec",
            "december",
            "dezember",
            "dez",
            "décembre",
            "déc",
            "decembre",
            "diciembre",
            "dic",
        ],
    ];
    if !(3..=12).contains(&word.len()) || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let word = word.to_lowercase();
    let month = NAMES.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(month + 1).ok()
}

/// Returns whether nothing but a time of day stands here: "", "T08:15:00.000Z", " 0:00", ", 8:15 PM", " 10:00 +02:00".
fn is_time(text: &str) -> bool {
    let text = text.trim_start_matches(['T', 't', ' ', ',', '\u{a0}', '\u{202f}']);
    if text.is_empty() {
        return true;
    }
    let clock_end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'))
        .unwrap_or(text.len());
    let Some((clock, zone)) = text.split_at_checked(clock_end) else {
        return false;
    };
    let mut numbers = clock.split(':');
    let hour_is_right = numbers.next().and_then(number).is_some_and(|hour| hour <= 24);
    let mut parts = 0;
    let rest_is_right = numbers.all(|part| {
        parts += 1;
        let whole = part.split('.').next().unwrap_or_default();
        whole.len() == 2 && number(whole).is_some_and(|value| value < 61)
    });
    hour_is_right && rest_is_right && (1..=2).contains(&parts) && is_zone(zone)
}

fn is_zone(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let upper = word.to_ascii_uppercase();
        matches!(
            upper.as_str(),
            "AM" | "PM"
                | "A.M."
                | "P.M."
                | "Z"
                | "UTC"
                | "GMT"
                | "CET"
                | "CEST"
                | "EST"
                | "EDT"
                | "PST"
                | "PDT"
                | "CST"
                | "CDT"
                | "UHR"
        ) || upper.strip_prefix(['+', '-']).is_some_and(|offset| {
            (2..=6).contains(&offset.len())
                && offset.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        })
    })
}

#[cfg(test)]
mod tests;
