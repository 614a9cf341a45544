//! Numbers as people and programs write them: signs and brackets, thousands of every kind, decimal point or comma, the
//! signs and codes of all currencies, percent, `K` and `Mio.`, and the digits of other scripts.
//!
//! Some texts can be read both ways: "1.234" is a thousand and some to one writer, and one and some to another.
//! [`readings`] tells both, and [`Mark`] what a number gives away; a whole column or file usually settles it.

mod beside;
mod body;
mod currencies;
mod folded;
#[cfg(test)]
mod properties;
mod range;
#[cfg(test)]
mod range_tests;
mod symbols;
#[cfg(test)]
mod tests;

use beside::Beside;
use body::Body;
use folded::Folded;

pub use body::Mark;
pub use currencies::Money;
pub(crate) use folded::may_hold_other_digits;
pub use range::{Bound, Range, range};

/// How many millionths one is.
const ONE: i128 = 1_000_000;
/// Numbers are kept where programs hold whole numbers exactly.
const MOST: i128 = 1 << 53;

/// A number as it was written: its exact value, and what stood around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Written {
    millionths: i128,
    /// Whether a percent sign stood beside it. "12 %" has the value 12.
    pub is_percent: bool,
    /// The currency that stood beside it.
    pub currency: Option<Money>,
}

impl Written {
    /// Returns the value times a million. Decimals beyond the sixth are rounded half away from zero.
    pub fn millionths(self) -> i128 {
        self.millionths
    }

    /// Returns the value times 100, rounded half away from zero; always within ±2^53.
    pub fn hundredths(self) -> i64 {
        // What does not fit is never read.
        i64::try_from(divided(self.millionths, ONE / 100)).unwrap_or_default()
    }

    /// Returns the value in the minor units of a currency with so many decimals (2: cents), rounded half away from zero;
    /// nothing beyond ±2^53, where programs no longer count exactly.
    pub fn minor_units(self, digits: u32) -> Option<i64> {
        let wanted = self.millionths.checked_mul(10_i128.checked_pow(digits)?)?;
        let units = divided(wanted, ONE);
        (units.abs() <= MOST).then(|| i64::try_from(units).ok())?
    }

    /// Returns the value where it is whole, and nothing where decimals would be lost.
    pub fn whole(self) -> Option<i64> {
        (self.millionths % ONE == 0).then(|| i64::try_from(self.millionths / ONE).ok())?
    }

    /// Returns whether a currency's sign or code stood beside it.
    pub fn is_money(self) -> bool {
        self.currency.is_some()
    }
}

/// A number in all ways it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Readings {
    /// What it is where a point is before decimals, as far as that is open.
    pub point: Written,
    /// What it is where a comma is before decimals, as far as that is open.
    pub comma: Written,
    /// What it gives away about the mark before decimals.
    pub mark: Mark,
    /// Whether decimals are written; "1,234", which may be thousands, counts as without.
    pub has_decimals: bool,
    /// Whether its digits stand in groups for certain: "1,234.5", "1 200".
    pub is_grouped: bool,
    /// Whether a currency stands behind it rather than before it.
    pub is_money_behind: bool,
    /// How many digits stand before the first mark, and whether they begin with zero.
    pub(crate) leading: (usize, bool),
    pub(crate) scale: u32,
}

impl Readings {
    /// Returns what it is where `decimal`, `.` or `,`, is before decimals.
    pub fn with(self, decimal: char) -> Written {
        if decimal == ',' { self.comma } else { self.point }
    }

    /// Returns whether it is another number with a decimal point than with a decimal comma.
    pub fn is_ambiguous(self) -> bool {
        matches!(self.mark, Mark::Either(_))
    }
}

/// Words that stand for "no value": what people and databases write, and what a spreadsheet shows where a formula failed.
const NULL_WORDS: &[&str] = &[
    "", "-", "–", "—", "n/a", "na", "null", "none", "select", "#n/a", "?", "\\n", "<null>", "(null)",
    "(none)", "(blank)", "(leer)", "(vide)", "#ref!", "#name?", "#value!", "#div/0!", "#null!", "#num!",
    "#spill!", "#calc!",
];

/// Returns whether a cell says that there is no value.
pub fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    // Longer than the longest of the words, or with a digit before all else; most cells are, and need not be looked at.
    text.len() <= 7
        && !text.starts_with(|first: char| first.is_ascii_digit())
        && NULL_WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Reads a number. `decimal` is the mark that the writer's language uses before decimals, `.` or `,`; it decides only
/// where the text could be read both ways ("1,234"). Returns nothing when the text is no number, or one beyond 2^53
/// hundredths.
///
/// ```
/// use lockstep_intake::number::read;
/// let hundredths = |text, decimal| read(text, decimal).map(|number| number.hundredths());
/// assert_eq!(hundredths("$1,234.50", '.'), Some(123_450));
/// assert_eq!(hundredths("1.234,50 €", '.'), Some(123_450));
/// assert_eq!(hundredths("12.000 €", ','), Some(1_200_000));
/// assert_eq!(hundredths("12.5K", '.'), Some(1_250_000));
/// assert_eq!(read("Select", '.'), None);
/// ```
pub fn read(text: &str, decimal: char) -> Option<Written> {
    Some(readings(text)?.with(decimal))
}

/// Reads a number in all ways it can be read. Returns nothing when the text is no number: an id, a telephone number, a
/// version, a day, a range.
///
/// ```
/// use lockstep_intake::number::{Mark, readings};
/// let open = readings("12.000 €").map(|n| (n.point.whole(), n.comma.whole(), n.mark));
/// assert_eq!(open, Some((Some(12), Some(12_000), Mark::Either('.'))));
/// assert_eq!(readings("12,50 €").map(|n| n.mark), Some(Mark::Certain(',')));
/// ```
pub fn readings(text: &str) -> Option<Readings> {
    if !has_one_number(text) {
        return None;
    }
    let folded = Folded::of(text)?;
    let chars = match folded.trimmed() {
        // Spreadsheets mark text with an apostrophe.
        ['\'', rest @ ..] => folded::trimmed(rest),
        chars => chars,
    };
    let start = chars.iter().position(char::is_ascii_digit)?;
    let end = chars.iter().rposition(char::is_ascii_digit)? + 1;
    let start = with_leading_mark(chars, start);
    let digits = chars.get(start..end)?;
    let (digits, power) = without_power(digits)?;
    let mut body = Body::of(digits)?;
    let beside = Beside::of(chars.get(..start)?, chars.get(end..)?)?;
    if power.is_some() && (beside.scale.is_some() || body.is_bare() && !has_sign(chars.get(start..end)?)) {
        return None;
    }
    settle(&mut body, &beside, power.is_some())?;
    let is_bare = body.is_bare();
    // "05.2024" is a month.
    let (length, is_zero) = body.leading();
    if is_zero && length > 1 && !is_bare {
        return None;
    }
    if beside.makes_id(is_bare, body.digits()) || is_telephone(&body, &beside) {
        return None;
    }
    let is_alone = !beside.is_percent && beside.money.is_none() && beside.scale.is_none();
    if is_alone && body.looks_like_address() {
        return None;
    }
    let scale = beside.scale.unwrap_or_default();
    let power = power.unwrap_or_default() + i32::try_from(scale).ok()?;
    let written = |decimal| {
        let (value, decimals) = body.value(decimal)?;
        let millionths = in_millionths(value, i32::try_from(decimals).ok()?, power)?;
        Some(Written {
            millionths: if beside.is_negative {
                -millionths
            } else {
                millionths
            },
            is_percent: beside.is_percent,
            currency: beside.money,
        })
    };
    let point = written('.')?;
    let is_either = matches!(body.meaning.mark, Mark::Either(_));
    Some(Readings {
        point,
        comma: if is_either { written(',')? } else { point },
        mark: body.meaning.mark,
        has_decimals: body.has_decimals(),
        is_grouped: body.meaning.is_grouped,
        is_money_behind: beside.is_behind,
        leading: body.leading(),
        scale,
    })
}

/// Returns whether there may be digits, and nothing between them that is never in a number: quickly, because most texts are
/// words, and most with digits ids, names and telephone numbers.
fn has_one_number(text: &str) -> bool {
    let (mut previous, mut has_digits, mut is_cut) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' if is_cut => return false,
            b'0'..=b'9' => has_digits = true,
            b'.' | b',' | b' ' | b'\'' | b'_' | b'e' | b'E' | b'\t' | 0x80.. => {}
            b'-' | b'+' if matches!(previous, b'e' | b'E') => {}
            _ => is_cut = has_digits,
        }
        previous = byte;
    }
    // Other scripts have digits of their own.
    has_digits || !text.is_ascii()
}

/// ".5" begins with its mark; "Rs.500" begins with a word that ends in one.
fn with_leading_mark(chars: &[char], start: usize) -> usize {
    let before = chars.get(..start).unwrap_or_default();
    match before {
        [.., previous, '.'] if previous.is_alphabetic() || matches!(previous, '.' | ',') => start,
        [.., '.' | ',' | '٫'] => start - 1,
        _ => start,
    }
}

/// Cuts "E+03" off; the power of ten that it says.
fn without_power(digits: &[char]) -> Option<(&[char], Option<i32>)> {
    let Some(at) = digits.iter().position(|c| matches!(c, 'e' | 'E')) else {
        return Some((digits, None));
    };
    let (digits, power) = digits.split_at(at);
    let (sign, power) = match power {
        [_, '-', power @ ..] => (-1, power),
        [_, '+', power @ ..] | [_, power @ ..] => (1, power),
        [] => return None,
    };
    if power.len() > 2 || digits.len() > 20 {
        return None;
    }
    let power = power.iter().try_fold(0, |sum, c| {
        let digit = i32::try_from(c.to_digit(10)?).ok()?;
        Some(sum * 10 + digit)
    })?;
    Some((digits, Some(sign * power)))
}

/// "12E4" is an id; "1.2E4" and "1E+05" are numbers.
fn has_sign(digits: &[char]) -> bool {
    digits.iter().any(|c| matches!(c, '+' | '-'))
}

/// Settles a mark that could be either by what stands beside it, where that leaves no doubt.
fn settle(body: &mut Body, beside: &Beside, has_power: bool) -> Option<()> {
    if has_power {
        if body.meaning.is_grouped || body.leading().0 > 3 {
            return None;
        }
        // Programs write one digit before the mark, and decimals behind it.
        body.settle(true, body.leading().0 == 1);
    }
    if let Some(mark) = beside.whole_mark {
        match body.meaning.mark {
            // "1.200,-": decimals would stand behind the comma. "1.200.-" says no more than that none are there.
            Mark::Either(thousands) => body.settle(false, thousands != mark),
            _ if body.has_decimals() => return None,
            Mark::None if beside.has_dashes => body.meaning.mark = Mark::Certain(mark),
            _ => {}
        }
    }
    // Nobody writes thousandths of a yen.
    if matches!(body.meaning.mark, Mark::Either(_))
        && beside.scale.is_none()
        && beside.money.is_some_and(Money::is_without_decimals)
    {
        body.settle(false, true);
    }
    Some(())
}

/// Telephone numbers have a plus before many digits.
fn is_telephone(body: &Body, beside: &Beside) -> bool {
    let is_plain = beside.money.is_none() && !beside.is_percent && beside.scale.is_none();
    beside.has_plus && is_plain && body.digits() >= 7 && !body.has_decimals()
}

/// A number with so many decimals, times a power of ten, in millionths; nothing when it is too large to be kept.
fn in_millionths(value: i128, decimals: i32, power: i32) -> Option<i128> {
    let shift = 6 - decimals + power;
    let factor = 10_i128.checked_pow(shift.unsigned_abs());
    let millionths = if shift >= 0 {
        // Nothing times anything is nothing.
        if value == 0 {
            0
        } else {
            value.checked_mul(factor?)?
        }
    } else {
        factor.map_or(0, |factor| divided(value, factor))
    };
    (divided(millionths, ONE / 100) < MOST).then_some(millionths)
}

/// Divides and rounds half away from zero.
fn divided(value: i128, by: i128) -> i128 {
    let half = by / 2;
    (if value < 0 { value - half } else { value + half }) / by
}
