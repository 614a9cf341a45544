//! Numbers as people write them: signs, thousands, decimal comma, currency, percent, `K` and `M`.

/// A number as it was written: its value in hundredths, and what stood around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The value times 100, rounded half away from zero.
    pub hundredths: i64,
    /// Whether a percent sign stood behind it.
    pub is_percent: bool,
    /// Whether a currency sign or code stood beside it.
    pub is_money: bool,
}

/// Words that stand for "no value".
const NULL_WORDS: &[&str] = &[
    "", "-", "–", "—", "n/a", "na", "null", "none", "select", "#n/a", "?",
];

/// Returns whether a cell says that there is no value.
pub fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    // Longer than the longest of the words; most cells are, and need not be looked at.
    text.len() <= 6 && NULL_WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Tells the mark before decimals that a number gives away by the way it is written: `.` in "1,234.5" and "1,234,567",
/// `,` in "12,5" and "1.234.567". "1,234" gives nothing away, nor does a number without marks.
pub fn decimal_mark(text: &str) -> Option<char> {
    let mut digits = String::new();
    digits.extend(
        text.chars()
            .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')),
    );
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    match (points, commas) {
        (0, 0) => None,
        (0, 1) => (!are_thousands(&digits, ',')).then_some(','),
        (1, 0) => (!are_thousands(&digits, '.')).then_some('.'),
        (0, _) => Some('.'),
        (_, 0) => Some(','),
        _ => {
            if digits.rfind('.') > digits.rfind(',') {
                Some('.')
            } else {
                Some(',')
            }
        }
    }
}

/// Reads a number. `decimal` is the mark that the writer's language uses before decimals, `.` or `,`; it decides only
/// where the text could be read both ways ("1,234"). Returns nothing when the text is no number.
///
/// ```
/// use lockstep_intake::number::read;
/// assert_eq!(read("$1,234.50", '.').map(|n| n.hundredths), Some(123_450));
/// assert_eq!(read("1.234,50 €", ',').map(|n| n.hundredths), Some(123_450));
/// assert_eq!(read("12.5K", '.').map(|n| n.hundredths), Some(1_250_000));
/// assert_eq!(read("Select", '.'), None);
/// ```
pub fn read(text: &str, decimal: char) -> Option<Written> {
    let text = text.trim().trim_start_matches('\'');
    let in_brackets = text.starts_with('(') && text.ends_with(')');
    let text = text.trim_start_matches('(').trim_end_matches(')');
    let mut is_percent = false;
    let mut is_money = false;
    let mut scale: i128 = 1;
    let mut negative = in_brackets;
    let mut digits = String::new();
    let mut letters = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' | '.' | ',' => digits.push(c),
            '\'' | '’' | '_' => {}
            c if c.is_whitespace() || c == '\u{202f}' => {}
            '-' | '−' if digits.is_empty() && !negative => negative = true,
            '+' if digits.is_empty() => {}
            '%' if !is_percent => is_percent = true,
            '$' | '€' | '£' | '¥' | '₹' => is_money = true,
            c if c.is_alphabetic() => letters.push(c.to_ascii_lowercase()),
            _ => return None,
        }
    }
    match letters.as_str() {
        "" => {}
        "k" | "t" | "tsd" => scale = 1_000,
        "m" | "mio" | "mn" | "mm" => scale = 1_000_000,
        "b" | "bn" | "mrd" => scale = 1_000_000_000,
        "usd" | "eur" | "gbp" | "chf" | "sek" | "nok" | "dkk" | "jpy" | "pln" | "czk" | "cad" | "aud" => {
            is_money = true
        }
        "days" | "day" | "d" => {}
        _ => return None,
    }
    let plain = plain_decimal(&digits, decimal)?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let thousandths: i128 = format!("{whole}{part:0<9.9}").parse().ok()?;
    let scaled = thousandths.checked_mul(scale)?;
    // Nine decimals are carried; hundredths are what is kept.
    let rounded = (scaled + 5_000_000) / 10_000_000;
    let signed = if negative { -rounded } else { rounded };
    let hundredths = i64::try_from(signed)
        .ok()
        .filter(|value| value.unsigned_abs() < 1 << 53)?;
    Some(Written {
        hundredths,
        is_percent,
        is_money,
    })
}

/// Returns the digits with a point before the decimals and no thousands.
fn plain_decimal(digits: &str, decimal: char) -> Option<String> {
    if !digits.chars().any(|c| c.is_ascii_digit()) || digits.len() > 24 {
        return None;
    }
    let last_point = digits.rfind('.');
    let last_comma = digits.rfind(',');
    let mark = match (last_point, last_comma) {
        (Some(point), Some(comma)) => Some(if point > comma { '.' } else { ',' }),
        (None, None) => None,
        (point, _) => {
            let mark = if point.is_some() { '.' } else { ',' };
            let groups = digits.split(mark).count();
            match (are_thousands(digits, mark), groups) {
                (true, 2) => (mark == decimal).then_some(mark),
                (true, _) => None,
                (false, 2) => Some(mark),
                (false, _) => return None,
            }
        }
    };
    let (whole, part) = match mark.and_then(|mark| digits.rsplit_once(mark)) {
        Some((whole, part)) => (whole, part),
        None => (digits, ""),
    };
    if !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    if let Some(mark) = mark {
        let thousands = if mark == '.' { ',' } else { '.' };
        if whole.contains(mark) || !are_thousands(whole, thousands) {
            return None;
        }
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = if whole.is_empty() { "0".to_string() } else { whole };
    Some(if part.is_empty() {
        whole
    } else {
        format!("{whole}.{part}")
    })
}

/// Returns whether digits stand in groups of three between `separator`, as thousands do; without any they may be as many
/// as they like.
fn are_thousands(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none()
        || ((1..=3).contains(&first.len()) && first != "0" && rest.all(|group| group.len() == 3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str, decimal: char) -> Option<i64> {
        read(text, decimal).map(|written| written.hundredths)
    }

    #[test]
    fn what_people_write_is_read() {
        for (text, decimal, hundredths) in [
            ("12", '.', 1_200),
            ("1,234", '.', 123_400),
            ("1,234", ',', 123),
            ("1.234.567", '.', 123_456_700),
            ("1.234,5", '.', 123_450),
            ("$200,000 ", '.', 20_000_000),
            ("(1,200)", '.', -120_000),
            ("-7.5", '.', -750),
            ("63.15 %", '.', 6_315),
            ("1 234 567,89", ',', 123_456_789),
            ("0.5M", '.', 50_000_000),
            ("€ 3", ',', 300),
            ("57 days", '.', 5_700),
            ("0.125", ',', 13),
            ("1'200.50", '.', 120_050),
            ("−3", '.', -300),
        ] {
            assert_eq!(value(text, decimal), Some(hundredths), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read_as_one() {
        for text in [
            "",
            "Select",
            "n/a",
            "1,2,3.4.5",
            "+1 555 x",
            "NaN",
            "1e400",
            "--1",
            "12-3",
            "€",
            "=1+1",
            "99999999999999999999999999",
        ] {
            assert_eq!(value(text, '.'), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_written_plainly_comes_back(hundredths in -1_000_000_000_000_i64..1_000_000_000_000) {
            let sign = if hundredths < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
            prop_assert_eq!(value(&text, '.'), Some(hundredths));
        }

        #[test]
        fn no_text_makes_it_fall_over(text in ".{0,60}") {
            let _ = read(&text, '.');
            let _ = read(&text, ',');
        }
    }
}
