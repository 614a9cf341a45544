//! A cell's value as the text that a spreadsheet would show, where it matters: days, percent, currencies.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime, Style};

/// What a cell's format says about its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Plain,
    Percent,
    Currency(char),
}

impl Format {
    /// Reads the first part of a format, which is for positive numbers: `#,##0.00 [$€-407]`, `0.0%`.
    pub(super) fn of(style: &Style) -> Format {
        match &style.number_format {
            Some(format) => Format::of_code(&format.format_code),
            None => Format::Plain,
        }
    }

    fn of_code(code: &str) -> Format {
        let mut in_brackets = false;
        let mut locale = false;
        let mut previous = '\0';
        for c in code.chars().take(200) {
            match c {
                '[' => (in_brackets, locale) = (true, false),
                ']' => in_brackets = false,
                // In brackets the dollar only begins a currency: [$€-407].
                '$' if in_brackets && previous == '[' => {}
                '-' if in_brackets => locale = true,
                ';' => break,
                '%' if !in_brackets && previous != '\\' => return Format::Percent,
                '$' | '€' | '£' | '¥' | '₹' if !locale => return Format::Currency(c),
                _ => {}
            }
            previous = c;
        }
        Format::Plain
    }
}

/// The text of a value: days as 2021-01-31, with their time where they have one; a formula as its result.
pub(super) fn text<'a>(value: &'a DataRef, format: Format) -> Cow<'a, str> {
    match value {
        DataRef::Int(value) => number(*value as f64, format).into(),
        DataRef::Float(value) => number(*value, format).into(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.into(),
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.into(),
        DataRef::DateTime(moment) => self::moment(moment).into(),
        DataRef::Error(error) => error.to_string().into(),
        DataRef::Empty => "".into(),
    }
}

fn number(value: f64, format: Format) -> String {
    match format {
        Format::Plain => plain(value),
        Format::Percent => format!("{}%", plain(rounded(value * 100.0))),
        Format::Currency(sign) => format!("{sign}{}", plain(value)),
    }
}

/// All its digits, never with an exponent where somebody could read it without.
fn plain(value: f64) -> String {
    if value == 0.0 {
        "0".to_string()
    } else if value.abs() < 1e21 {
        format!("{value}")
    } else {
        format!("{value:e}")
    }
}

/// Takes away what a multiplication added in the last digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

/// A day, a day with its time, or a time alone.
fn moment(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    // What lies outside of the calendar of spreadsheets is shown as the number that it is.
    if !(0.0..2_958_466.0).contains(&serial) {
        return plain(serial);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    if moment.is_duration() {
        let seconds = (serial * 86_400.0).round() as u64;
        return format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
    if serial < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_percent_and_currencies() {
        for (code, format) in [
            ("General", Format::Plain),
            ("0.00%", Format::Percent),
            ("#,##0.00 [$€-407]", Format::Currency('€')),
            ("[$-409]#,##0.00", Format::Plain),
            ("[$$-409]#,##0.00", Format::Currency('$')),
            ("\"$\"#,##0", Format::Currency('$')),
            ("[Red]0;[Blue]-0%", Format::Plain),
            ("0\\%", Format::Plain),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
    }

    #[test]
    fn numbers_show_the_digits_that_were_typed() {
        assert_eq!(number(0.07, Format::Percent), "7%");
        assert_eq!(number(0.6315, Format::Percent), "63.15%");
        assert_eq!(number(1234.5, Format::Currency('€')), "€1234.5");
        assert_eq!(number(200_000.0, Format::Plain), "200000");
        assert_eq!(number(-0.0, Format::Plain), "0");
        assert_eq!(number(0.1, Format::Plain), "0.1");
    }
}
