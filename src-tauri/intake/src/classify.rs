//! What a single cell could be.

use serde::{Deserialize, Serialize};

use crate::{day, number, yes_no};

/// How many of a column's filled cells could be what. A cell may count several times: "1" is a number and a yes.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// A number of whatever kind, money and percent among them; no ids with leading zeros, no telephone numbers.
    pub number: u64,
    /// A number without decimals, as digits alone or with thousands.
    pub whole_number: u64,
    /// A number beside a currency.
    pub money: u64,
    /// A number with a percent sign.
    pub percent: u64,
    /// A number that can only be read with a decimal point.
    pub decimal_point: u64,
    /// A number that can only be read with a decimal comma.
    pub decimal_comma: u64,
    /// A day that begins with its year.
    pub day_ymd: u64,
    /// A day that can begin with its day.
    pub day_dmy: u64,
    /// A day that can begin with its month.
    pub day_mdy: u64,
    /// A day that can begin with its day or with its month.
    pub day_either: u64,
    /// Yes or no, in words or as 1 and 0.
    pub yes_no: u64,
    /// Yes or no in words.
    pub yes_no_word: u64,
    /// An e-mail address.
    pub email: u64,
    /// An address in the web.
    pub address: u64,
}

/// What a cell could be.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds {
    number: Option<Numeric>,
    orders: day::Orders,
    yes_no: bool,
    email: bool,
    address: bool,
    /// The length of a cell of digits alone.
    pub(crate) digits: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Numeric {
    whole: bool,
    money: bool,
    percent: bool,
    mark: Option<char>,
}

#[cfg(test)]
impl Kinds {
    pub(crate) fn is_number(&self) -> bool {
        self.number.is_some()
    }
}

impl Counts {
    /// Counts a cell that stands `times` times in its column.
    pub(crate) fn add(&mut self, kinds: &Kinds, times: u64) {
        let count = |what: &mut u64, is: bool| *what += if is { times } else { 0 };
        if let Some(numeric) = kinds.number {
            self.number += times;
            count(&mut self.whole_number, numeric.whole);
            count(&mut self.money, numeric.money);
            count(&mut self.percent, numeric.percent);
            count(&mut self.decimal_point, numeric.mark == Some('.'));
            count(&mut self.decimal_comma, numeric.mark == Some(','));
        }
        count(&mut self.day_ymd, kinds.orders.ymd);
        count(&mut self.day_dmy, kinds.orders.dmy && !kinds.orders.ymd);
        count(&mut self.day_mdy, kinds.orders.mdy && !kinds.orders.ymd);
        count(
            &mut self.day_either,
            kinds.orders.dmy && kinds.orders.mdy && !kinds.orders.ymd,
        );
        count(&mut self.yes_no, kinds.yes_no);
        count(&mut self.yes_no_word, kinds.yes_no && kinds.number.is_none());
        count(&mut self.email, kinds.email);
        count(&mut self.address, kinds.address);
    }
}

/// What stands in a text, counted once, so that most questions about it need not be asked.
#[derive(Default)]
struct Shape {
    digits: usize,
    letters: usize,
    points: usize,
    commas: usize,
    at: usize,
    others: usize,
}

impl Shape {
    fn of(text: &str) -> Shape {
        let mut shape = Shape::default();
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => shape.digits += 1,
                b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => shape.letters += 1,
                b'.' => shape.points += 1,
                b',' => shape.commas += 1,
                b'@' => shape.at += 1,
                _ => shape.others += 1,
            }
        }
        shape
    }
}

/// Says what a cell could be. Long texts are nothing but text.
pub(crate) fn classify(text: &str) -> Kinds {
    let mut kinds = Kinds::default();
    if text.len() > 2_000 {
        return kinds;
    }
    let shape = Shape::of(text);
    if shape.at == 1 {
        kinds.email = is_email(text);
        return kinds;
    }
    if shape.letters == 0 && shape.digits == text.len() {
        kinds.digits = Some(shape.digits);
        kinds.number = may_be_counted(text).then_some(Numeric {
            whole: true,
            money: false,
            percent: false,
            mark: None,
        });
        if shape.digits == 8 {
            kinds.orders = day::orders_that_fit(text);
        }
        kinds.yes_no = text == "0" || text == "1";
        return kinds;
    }
    if shape.digits == 0 {
        kinds.yes_no = yes_no::read(text).is_some();
        kinds.address = is_address(text);
        return kinds;
    }
    // A day has three numbers with marks between them, or a month's name.
    if (3..=16).contains(&shape.digits) && text.len() <= 48 && (shape.others > 0 || shape.points >= 2) {
        kinds.orders = day::orders_that_fit(text);
    }
    if !kinds.orders.any() {
        if shape.digits <= 24 && text.len() <= 40 && shape.letters <= 12 {
            kinds.number = numeric(text, &shape);
        }
        kinds.address = shape.letters > 0 && is_address(text);
    }
    kinds
}

/// Digits that are counted: no leading zero, no more than a number holds. Others are ids.
fn may_be_counted(digits: &str) -> bool {
    digits.len() <= 15 && (digits.len() == 1 || !digits.starts_with('0'))
}

/// "3558.5", which is how programs write: quickly told, because no other way of reading it comes into question.
fn plain_decimal(text: &str, shape: &Shape) -> bool {
    if shape.points != 1 || shape.digits + 1 != text.len() {
        return false;
    }
    let (whole, part) = text.split_once('.').unwrap_or_default();
    let may_be_thousands = part.len() == 3 && whole.len() <= 3 && whole != "0";
    !part.is_empty() && !whole.is_empty() && !may_be_thousands && may_be_counted(whole) && shape.digits <= 15
}

fn numeric(text: &str, shape: &Shape) -> Option<Numeric> {
    if plain_decimal(text, shape) {
        return Some(Numeric {
            whole: false,
            money: false,
            percent: false,
            mark: Some('.'),
        });
    }
    if looks_like_telephone(text) {
        return None;
    }
    let bare = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let leading = bare
        .split(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    if leading.len() > 15 || (leading.len() > 1 && leading.starts_with('0')) {
        return None;
    }
    let with_point = number::read(text, '.');
    let with_comma = number::read(text, ',');
    let written = with_point.or(with_comma)?;
    Some(Numeric {
        whole: written.hundredths % 100 == 0 && is_whole(shape, with_point == with_comma),
        money: written.is_money,
        percent: written.is_percent,
        mark: number::decimal_mark(text),
    })
}

/// Returns whether no decimals are written. "1,234" may be thousands, "1.00" and "5.5" are not whole.
fn is_whole(shape: &Shape, reads_alike: bool) -> bool {
    match (shape.points, shape.commas) {
        (0, 0) => true,
        (points, commas) if points > 1 || commas > 1 => points == 0 || commas == 0,
        _ => !reads_alike,
    }
}

/// Telephone numbers have a plus before many digits, or spaces that are no thousands.
fn looks_like_telephone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if text.starts_with('+') && digits >= 7 {
        return true;
    }
    let mut groups = text
        .split_whitespace()
        .filter(|group| group.bytes().any(|byte| byte.is_ascii_digit()))
        .skip(1)
        .peekable();
    groups.peek().is_some() && groups.any(|group| group.bytes().take_while(u8::is_ascii_digit).count() != 3)
}

/// One name, one @, a domain with a dot. Whether mail arrives there is another question.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')');
    !name.is_empty()
        && text.len() <= 254
        && text.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
}

/// An address in the web begins with "http" or "www.".
fn is_address(text: &str) -> bool {
    let begins_with = |start: &str| {
        text.get(..start.len())
            .is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
    };
    (begins_with("http://") || begins_with("https://") || begins_with("www."))
        && text.len() > 8
        && !text.contains(char::is_whitespace)
}
