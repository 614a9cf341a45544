//! A cell's value as the text that a spreadsheet would show, where it matters: days, percent, currencies.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime, Style};

use crate::number::Money;

/// What a cell's format says about its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Format {
    is_percent: bool,
    currency: Option<Money>,
    /// What multiplies the number for whoever reads it: "k" or "Mio".
    scale: Option<&'static str>,
}

/// A format that says nothing.
pub(super) const PLAIN: Format = Format {
    is_percent: false,
    currency: None,
    scale: None,
};

impl Format {
    /// Reads the first part of a format, which is for positive numbers: `#,##0.00 [$€-407]`, `0.0%`, `#,##0 "USD"`.
    pub(super) fn of(style: &Style) -> Format {
        match &style.number_format {
            Some(format) => Format::of_code(&format.format_code),
            None => PLAIN,
        }
    }

    fn of_code(code: &str) -> Format {
        let mut found = PLAIN;
        let (mut literal, mut is_scaled) = (String::new(), false);
        let mut chars = code.chars().take(200).peekable();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '%' => found.is_percent = true,
                '"' => {
                    literal.push(' ');
                    literal.extend(chars.by_ref().take_while(|c| *c != '"'));
                    literal.push(' ');
                }
                '\\' => literal.extend(chars.next()),
                // The width of a character, and one that fills the cell.
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let currency = inside.strip_prefix('$').and_then(|rest| rest.split('-').next());
                    literal.push(' ');
                    literal.push_str(currency.unwrap_or_default());
                    literal.push(' ');
                }
                // A comma behind the last digit shows thousandths of what is kept.
                ',' => is_scaled |= !matches!(chars.peek(), Some('0' | '#' | '?' | ',')),
                c if c.is_alphanumeric() || matches!(c, '#' | '?' | '.' | '+' | '/') => {}
                c => literal.push(c),
            }
        }
        for word in literal.split_whitespace() {
            let (scale, rest) = scaled(word);
            found.currency = found.currency.or_else(|| Money::named(rest));
            found.scale = found.scale.or(scale).filter(|_| !is_scaled);
        }
        found
    }
}

/// "k", "k€", "T€", "TEUR", "Mio.": what multiplies a number, and the currency behind it.
fn scaled(word: &str) -> (Option<&'static str>, &str) {
    if Money::named(word).is_some() {
        return (None, word);
    }
    let begins = [
        ("k", "k"),
        ("K", "k"),
        ("Tsd.", "k"),
        ("T", "k"),
        ("Mio.", "Mio"),
        ("Mio", "Mio"),
        ("M", "Mio"),
    ];
    for (mark, scale) in begins {
        for rest in [word.strip_prefix(mark), word.strip_suffix(mark)]
            .into_iter()
            .flatten()
        {
            if rest.is_empty() || Money::named(rest).is_some() {
                return (Some(scale), rest);
            }
        }
    }
    (None, word)
}

/// The text of a value: days as 2021-01-31, with their time where they have one; a formula as its result.
pub(super) fn text<'a>(value: &'a DataRef, format: &Format) -> Cow<'a, str> {
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

fn number(value: f64, format: &Format) -> String {
    if format.is_percent {
        return format!("{}%", plain(rounded(value * 100.0)));
    }
    let mut text = unmistakable(plain(value));
    if let Some(scale) = format.scale {
        text = format!("{text}{}{scale}", if scale == "k" { "" } else { " " });
    }
    match format.currency.map(Money::name) {
        None => text,
        Some(name) if name.chars().all(|c| !c.is_alphabetic()) => format!("{name}{text}"),
        Some("EUR") => format!("€{text}"),
        Some(name) => format!("{name} {text}"),
    }
}

/// "1.234" as a text may be a thousand; as a number it is not, and one more nought says so.
fn unmistakable(mut text: String) -> String {
    let is_either = text
        .split_once('.')
        .is_some_and(|(whole, part)| part.len() == 3 && whole.trim_start_matches('-').len() <= 3);
    if is_either {
        text.push('0');
    }
    text
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

    fn shown(value: f64, code: &str) -> String {
        number(value, &Format::of_code(code))
    }

    #[test]
    fn formats_tell_percent_and_currencies() {
        for (code, text) in [
            ("General", "12.5"),
            ("0.00%", "1250%"),
            ("#,##0.00 [$€-407]", "€12.5"),
            ("#,##0.00\\ \"€\"", "€12.5"),
            ("[$-409]#,##0.00", "12.5"),
            ("[$$-409]#,##0.00", "$12.5"),
            ("\"$\"#,##0", "$12.5"),
            ("_-$* #,##0.00_-", "$12.5"),
            ("[$£-809]#,##0", "£12.5"),
            ("[Red]0;[Blue]-0%", "12.5"),
            ("0\\%", "12.5"),
            ("[$USD]\\ #,##0.00", "USD 12.5"),
            ("#,##0\\ \"USD\"", "USD 12.5"),
            ("[$CHF-807]\\ #,##0.00", "CHF 12.5"),
            ("#,##0.00\\ [$kr-41D]", "kr 12.5"),
            ("\"Fr.\"\\ #,##0.00", "CHF 12.5"),
            ("#,##0.00\\ \"zł\"", "PLN 12.5"),
            ("#,##0\"k €\"", "€12.5k"),
            ("#,##0\"k\"", "12.5k"),
            ("#,##0,\"k\"", "12.5"),
            ("#,##0,,\"M €\"", "€12.5"),
            ("#,##0\\ \"TEUR\"", "€12.5k"),
            ("#,##0.0\" Mio. €\"", "€12.5 Mio"),
        ] {
            assert_eq!(shown(12.5, code), text, "{code}");
            let read = crate::number::readings(text);
            assert!(read.is_some(), "{text}");
        }
    }

    #[test]
    fn numbers_show_the_digits_that_were_typed() {
        assert_eq!(shown(0.07, "0%"), "7%");
        assert_eq!(shown(0.6315, "0%"), "63.15%");
        assert_eq!(shown(1234.5, "€0"), "€1234.5");
        assert_eq!(shown(200_000.0, "0"), "200000");
        assert_eq!(shown(-0.0, "0"), "0");
        assert_eq!(shown(0.1, "0"), "0.1");
        // A text "1.234" may be a thousand; a number is not.
        assert_eq!(shown(1.234, "0"), "1.2340");
        assert_eq!(shown(1234.567, "0"), "1234.567");
    }
}
