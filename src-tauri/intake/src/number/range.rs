//! Ranges as people write them: "51-200", "1,000+", "up to 50", "10,000 or more".

use super::{Mark, Readings, Written, readings};

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bound {
    /// The number that stood there.
    pub value: Written,
    /// Whether the number itself is in the range: it is in "≥ 50" and "51-200", not in "> 50".
    pub is_included: bool,
}

/// All numbers between two ends, of which one may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    /// The lower end; nothing where it is open.
    pub low: Option<Bound>,
    /// The upper end; nothing where it is open.
    pub high: Option<Bound>,
}

/// What stands before or behind a number and opens a range: the words, whether the number is its lower end, and whether
/// it is in it. Longer ones come before those that they begin with.
type Opening = (&'static str, bool, bool);

const BEFORE: &[Opening] = &[
    (">=", true, true),
    ("=>", true, true),
    ("<=", false, true),
    ("=<", false, true),
    (">", true, false),
    ("<", false, false),
    ("≥", true, true),
    ("≤", false, true),
    ("more than ", true, false),
    ("over ", true, false),
    ("above ", true, false),
    ("at least ", true, true),
    ("from ", true, true),
    ("min. ", true, true),
    ("min ", true, true),
    ("less than ", false, false),
    ("fewer than ", false, false),
    ("under ", false, false),
    ("below ", false, false),
    ("up to ", false, true),
    ("at most ", false, true),
    ("max. ", false, true),
    ("max ", false, true),
    ("mehr als ", true, false),
    ("über ", true, false),
    ("mindestens ", true, true),
    ("ab ", true, true),
    ("weniger als ", false, false),
    ("unter ", false, false),
    ("höchstens ", false, true),
    ("bis zu ", false, true),
    ("bis ", false, true),
    ("plus de ", true, false),
    ("moins de ", false, false),
    ("jusqu'à ", false, true),
    ("más de ", true, false),
    ("menos de ", false, false),
    ("hasta ", false, true),
    ("mais de ", true, false),
    ("até ", false, true),
    ("più di ", true, false),
    ("meno di ", false, false),
    ("fino a ", false, true),
    ("meer dan ", true, false),
    ("minder dan ", false, false),
    ("tot ", false, true),
];

const BEHIND: &[Opening] = &[
    ("+", true, true),
    (" or more", true, true),
    (" and more", true, true),
    (" or above", true, true),
    (" and above", true, true),
    (" or over", true, true),
    (" and over", true, true),
    (" and up", true, true),
    (" or less", false, true),
    (" or fewer", false, true),
    (" and below", false, true),
    (" und mehr", true, true),
    (" oder mehr", true, true),
    (" und weniger", false, true),
    (" oder weniger", false, true),
    (" et plus", true, true),
    (" ou plus", true, true),
    (" ou moins", false, true),
    (" o más", true, true),
    (" ou mais", true, true),
    (" o più", true, true),
    (" of meer", true, true),
];

/// What stands between the two ends of a range.
const BETWEEN: &[&str] = &[
    " to ", " bis ", " à ", " till ", " til ", " tot ", " a ", "...", "..", "…", "–", "—", "-",
];

/// Reads a range. `decimal`, `.` or `,`, decides where a number in it could be read both ways. Both ends of "51-200" are
/// in the range; what "more than", "under", `>` and `<` name is not. Words behind the numbers ("employees") are stepped
/// over. Returns nothing for a number alone, and for days, telephone numbers and ids.
///
/// ```
/// use lockstep_intake::number::range;
/// let ends = |text| {
///     let range = range(text, '.')?;
///     Some((range.low?.value.whole()?, range.high?.value.whole()?))
/// };
/// assert_eq!(ends("1,001 to 5,000"), Some((1_001, 5_000)));
/// assert_eq!(ends("51-200 employees"), Some((51, 200)));
/// assert_eq!(ends("2024-01"), None);
/// ```
pub fn range(text: &str, decimal: char) -> Option<Range> {
    let text = text.trim();
    if text.len() > 100 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let text = text
        .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
        .replace('’', "'");
    one_end(&text, decimal).or_else(|| two_ends(&text, decimal))
}

fn one_end(text: &str, decimal: char) -> Option<Range> {
    for (words, is_low, is_included) in BEFORE {
        if let Some(rest) = without_beginning(text, words) {
            let (number, _) = number_before_words(rest)?;
            return Some(open(number.with(decimal), *is_low, *is_included));
        }
    }
    // "50+ employees" has words behind its plus.
    let ends = std::iter::once(text.len()).chain(
        text.rmatch_indices([' ', '+'])
            .map(|(at, mark)| at + if mark == "+" { 1 } else { 0 }),
    );
    for end in ends {
        let (head, tail) = (text.get(..end)?, text.get(end..)?);
        if !are_words(tail) {
            break;
        }
        for (words, is_low, is_included) in BEHIND {
            if let Some(rest) = without_end(head, words)
                && let Some((number, _)) = number_before_words(rest)
            {
                return Some(open(number.with(decimal), *is_low, *is_included));
            }
        }
    }
    None
}

/// Takes words from the beginning of a text, in whatever case they are written.
fn without_beginning<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let end = text
        .char_indices()
        .nth(words.chars().count())
        .map_or(text.len(), |(at, _)| at);
    let (beginning, rest) = text.split_at_checked(end)?;
    are_alike(beginning, words).then_some(rest)
}

/// Takes words from the end of a text, in whatever case they are written.
fn without_end<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let last = words.chars().count().checked_sub(1)?;
    let (start, _) = text.char_indices().rev().nth(last)?;
    let (rest, end) = text.split_at_checked(start)?;
    are_alike(end, words).then_some(rest)
}

fn are_alike(text: &str, words: &str) -> bool {
    text.chars().flat_map(char::to_lowercase).eq(words.chars())
}

fn open(value: Written, is_low: bool, is_included: bool) -> Range {
    let bound = Some(Bound { value, is_included });
    match is_low {
        true => Range {
            low: bound,
            high: None,
        },
        false => Range {
            low: None,
            high: bound,
        },
    }
}

fn two_ends(text: &str, decimal: char) -> Option<Range> {
    let text = ["from ", "von "]
        .iter()
        .find_map(|words| without_beginning(text, words))
        .unwrap_or(text);
    let (low, high, is_glued) = BETWEEN.iter().find_map(|between| {
        let (low, high) = text.split_once(between)?;
        let holds_digit = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
        let is_glued = !low.ends_with(' ') && !between.starts_with(' ');
        (holds_digit(low) && holds_digit(high)).then_some((low, high, is_glued))
    })?;
    let (first, first_has_words) = number_before_words(low)?;
    let (second, has_words) = number_before_words(high)?;
    if begins_with_sign(low.trim()) || begins_with_sign(high.trim()) {
        return None;
    }
    let is_plain = is_glued && !has_words && !first_has_words;
    if starts_with_zero(&first)
        || starts_with_zero(&second)
        || is_plain && is_day_or_telephone(&first, &second)
    {
        return None;
    }
    let (mut low, high) = (first.with(decimal), second.with(decimal));
    if first.scale == 0 && second.scale > 0 {
        // "1-5 Mio. €" means millions on both sides.
        low.millionths = low.millionths.checked_mul(10_i128.checked_pow(second.scale)?)?;
    }
    let agree = low.is_percent == high.is_percent || high.is_percent;
    let bound = |value| {
        Some(Bound {
            value,
            is_included: true,
        })
    };
    (agree && low.millionths < high.millionths).then_some(Range {
        low: bound(low),
        high: bound(high),
    })
}

fn begins_with_sign(text: &str) -> bool {
    text.starts_with(['+', '-', '−', '('])
}

/// Digits that begin with zero are parts of a day, or an id; "0" and "0.5" are not.
fn starts_with_zero(number: &Readings) -> bool {
    let (length, is_zero) = number.leading;
    is_zero && length > 1
}

/// Returns whether two numbers without anything else, with a dash between them, are two years, a month and a year, or a
/// telephone number. Ranges of many digits begin and end with round numbers ("501-1000", "1000-4999").
fn is_day_or_telephone(first: &Readings, second: &Readings) -> bool {
    let plain = |number: &Readings| {
        let is_plain = number.mark == Mark::None && number.scale == 0 && !number.point.is_money();
        is_plain.then(|| number.point.whole())?
    };
    let (Some(low), Some(high)) = (plain(first), plain(second)) else {
        return false;
    };
    let is_year = |value: i64| (1_900..2_100).contains(&value) && value % 100 != 0;
    let digits = first.leading.0 + second.leading.0;
    let is_round = matches!(low % 10, 0 | 1) && matches!(high % 10, 0 | 9);
    is_year(high) && (is_year(low) || low <= 12) || digits >= 7 && first.leading.0 >= 2 && !is_round
}

/// Reads the number at the beginning of a text that may have words behind it; whether it has.
fn number_before_words(text: &str) -> Option<(Readings, bool)> {
    let text = text.trim();
    if let Some(number) = readings(text) {
        return Some((number, false));
    }
    text.match_indices(' ')
        .filter_map(|(at, _)| Some((text.get(..at)?, text.get(at..)?)))
        .filter(|(_, words)| are_words(words))
        .find_map(|(number, _)| Some((readings(number)?, true)))
}

/// Returns whether these are words, or nothing.
fn are_words(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '/' | '(' | ')' | '\''))
}
