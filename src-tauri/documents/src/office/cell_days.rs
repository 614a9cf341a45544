//! Which cells of a workbook are days. The file has only numbers; how a cell is written says what they are.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::markup::{Attributes, Listener};

/// The ways to write a cell, as `xl/styles.xml` lists them.
#[derive(Debug, Default)]
pub(super) struct CellFormats {
    own: HashMap<u32, bool>,
    are_days: Vec<bool>,
    is_list: bool,
}

impl CellFormats {
    /// Says whether cells of a style show a day.
    pub(super) fn is_day(&self, style: usize) -> bool {
        self.are_days.get(style).copied().unwrap_or(false)
    }
}

impl Listener for CellFormats {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        let number = || attributes.plain("numFmtId")?.parse::<u32>().ok();
        match name {
            "numFmt" => {
                if let (Some(number), Some(code)) = (number(), attributes.plain("formatCode")) {
                    self.own.insert(number, shows_a_day(&code));
                }
            }
            "cellXfs" => self.is_list = true,
            "xf" if self.is_list => {
                let number = number().unwrap_or(0);
                let is_day = self.own.get(&number).copied();
                // What every spreadsheet program knows by its number.
                self.are_days
                    .push(is_day.unwrap_or(matches!(number, 14..=17 | 22 | 27..=31 | 36 | 50..=58)));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.is_list &= name != "cellXfs";
    }

    fn text(&mut self, _: &str) {}
}

/// A format shows a day where it has a place for the day or the year outside quotations and brackets.
fn shows_a_day(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            '\\' | '_' | '*' if !quoted => {
                letters.next();
            }
            'd' | 'D' | 'y' | 'Y' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}

/// The day of a number, counted as workbooks count.
pub(super) fn day(number: &str, from_1904: bool) -> Option<NaiveDate> {
    let number: f64 = number.trim().parse().ok()?;
    if !(1.0..3_000_000.0).contains(&number) {
        return None;
    }
    let first = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    };
    first?.checked_add_days(Days::new(number as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_with_a_day_or_a_year_is_a_day() {
        for (code, is_day) in [
            ("dd/mm/yyyy", true),
            ("[$-407]MMMM YYYY", true),
            ("0.00", false),
            ("#,##0 \"days\"", false),
            ("[Red]0.0", false),
            ("[h]:mm", false),
            ("0\\d", false),
            ("_d0", false),
        ] {
            assert_eq!(shows_a_day(code), is_day, "{code}");
        }
    }

    #[test]
    fn a_number_is_a_day_in_either_way_of_counting() {
        let told = |number, from_1904| day(number, from_1904).map(|day| day.to_string());
        assert_eq!(told("46086.5", false).as_deref(), Some("2026-03-05"));
        assert_eq!(told("44624", true).as_deref(), Some("2026-03-05"));
        for number in ["0.5", "-3", "1e300", "NaN", "x"] {
            assert_eq!(told(number, false), None);
        }
    }
}
