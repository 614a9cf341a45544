//! What a single cell could be.

use serde::{Deserialize, Serialize};

use crate::day::{self, DayNumber, DayOrder};
use crate::number::{self, Mark, Money};
use crate::yes_no;

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
    /// A number with one point and three digits behind it, "1.500": thousands or decimals.
    #[serde(default)]
    pub ambiguous_point: u64,
    /// A number with one comma and three digits behind it, "1,500": thousands or decimals.
    #[serde(default)]
    pub ambiguous_comma: u64,
    /// A number that has three decimals or more for certain: "0.335", "12.3456".
    #[serde(default)]
    pub fine: u64,
    /// A number that has groups as well as a certain mark before decimals: "1,234.50", "1.234.567".
    #[serde(default)]
    pub grouped: u64,
    /// A number with its currency behind it.
    #[serde(default)]
    pub money_behind: u64,
    /// A day that begins with its year.
    pub day_ymd: u64,
    /// A day that can begin with its day.
    pub day_dmy: u64,
    /// A day that can begin with its month.
    pub day_mdy: u64,
    /// A day that can begin with its day or with its month.
    pub day_either: u64,
    /// A day that names its month and begins with its day, or with the name; it is read in any order, and not counted
    /// among those above.
    pub day_named: u64,
    /// Of those, the ones that begin with the name.
    pub day_named_mdy: u64,
    /// A day written as eight digits, counted among the days and among the numbers.
    pub day_digits: u64,
    /// What stands for a day that is not known: 0000-00-00, 1970-01-01.
    pub placeholder: u64,
    /// Of those, the ones that are no day of the calendar and are not counted among the days.
    pub placeholder_only: u64,
    /// A time with its distance from UTC, whose day depends on the zone.
    pub instant: u64,
    /// Of those, the ones at midnight as they are written. Where all are, the column holds days and no instants.
    pub instant_midnight: u64,
    /// A time behind which the name of a zone stands, "EST": the letters stand for several, so the day is read as it is written.
    #[serde(default)]
    pub named_zone: u64,
    /// A day written as 2021-01-31 that is no placeholder.
    pub day_dashed: u64,
    /// Of those, the ones until the twelfth of their month, whose day and month may have been swapped.
    pub day_dashed_low: u64,
    /// A number that could be a day as spreadsheets count them.
    pub serial: u64,
    /// A number that could be seconds since 1970.
    pub epoch_seconds: u64,
    /// A number that could be milliseconds since 1970.
    pub epoch_milliseconds: u64,
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
    day: day::Look,
    /// What a number counts, if it stands for a day.
    day_number: Option<DayNumber>,
    yes_no: bool,
    email: bool,
    address: bool,
    /// The length of a cell of digits alone.
    pub(crate) digits: Option<usize>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Numeric {
    whole: bool,
    money: Option<Money>,
    money_behind: bool,
    percent: bool,
    mark: Mark,
    grouped: bool,
    fine: bool,
}

impl Kinds {
    /// Returns whether the cell could be a number.
    pub(crate) fn is_number(&self) -> bool {
        self.number.is_some()
    }

    /// The currency that stood beside a number.
    pub(crate) fn currency(&self) -> Option<Money> {
        self.number.and_then(|number| number.money)
    }

    /// Returns whether it has its place in a column of days.
    pub(crate) fn may_be_day(&self) -> bool {
        self.day.is_day() || self.day_number.is_some()
    }

    /// Returns whether it is a day of numbers that does not begin with a year of four digits.
    pub(crate) fn is_plain_day(&self) -> bool {
        self.day.orders.any() && !self.day.orders.ymd && !self.day.named
    }

    /// What stands first and last in a day that could begin with a year of two digits.
    pub(crate) fn short_year(&self) -> Option<(u32, u32)> {
        self.day.short_year
    }

    /// The order without which it is no day.
    pub(crate) fn only_order(&self) -> Option<DayOrder> {
        let orders = self.day.orders;
        match (orders.dmy, orders.mdy) {
            _ if orders.ymd || self.day.named => None,
            (true, false) => Some(DayOrder::Dmy),
            (false, true) => Some(DayOrder::Mdy),
            _ => None,
        }
    }
}

impl Counts {
    /// Counts a cell that stands `times` times in its column.
    pub(crate) fn add(&mut self, kinds: &Kinds, times: u64) {
        let count = |what: &mut u64, is: bool| *what += if is { times } else { 0 };
        if let Some(numeric) = kinds.number {
            self.number += times;
            count(&mut self.whole_number, numeric.whole);
            count(&mut self.money, numeric.money.is_some());
            count(&mut self.money_behind, numeric.money_behind);
            count(&mut self.percent, numeric.percent);
            count(&mut self.decimal_point, numeric.mark == Mark::Certain('.'));
            count(&mut self.decimal_comma, numeric.mark == Mark::Certain(','));
            count(&mut self.ambiguous_point, numeric.mark == Mark::Either('.'));
            count(&mut self.ambiguous_comma, numeric.mark == Mark::Either(','));
            count(&mut self.grouped, numeric.grouped);
            count(&mut self.fine, numeric.fine);
        }
        if kinds.day.is_day() {
            self.add_day(kinds.day, times);
        }
        match kinds.day_number {
            Some(DayNumber::ExcelSerial) => self.serial += times,
            Some(DayNumber::Seconds) => self.epoch_seconds += times,
            Some(DayNumber::Milliseconds) => self.epoch_milliseconds += times,
            None => {}
        }
        count(&mut self.yes_no, kinds.yes_no);
        count(&mut self.yes_no_word, kinds.yes_no && kinds.number.is_none());
        count(&mut self.email, kinds.email);
        count(&mut self.address, kinds.address);
    }

    fn add_day(&mut self, day: day::Look, times: u64) {
        let count = |what: &mut u64, is: bool| *what += if is { times } else { 0 };
        let orders = day.orders;
        let plain = !orders.ymd && !day.named;
        count(&mut self.day_ymd, orders.ymd);
        count(&mut self.day_dmy, orders.dmy && plain);
        count(&mut self.day_mdy, orders.mdy && plain);
        count(&mut self.day_either, orders.dmy && orders.mdy && plain);
        count(&mut self.day_named, orders.any() && day.named && !orders.ymd);
        count(&mut self.day_named_mdy, orders.mdy && day.named && !orders.ymd);
        count(&mut self.day_digits, day.compact);
        count(&mut self.placeholder, day.placeholder);
        count(&mut self.placeholder_only, day.placeholder && !orders.any());
        count(&mut self.instant, day.instant);
        count(&mut self.instant_midnight, day.midnight);
        count(&mut self.named_zone, day.named_zone);
        if !day.placeholder {
            count(&mut self.day_dashed, day.dashed.is_some());
            count(&mut self.day_dashed_low, day.dashed == Some(true));
        }
    }

    /// The cells that are a day of the calendar, in whatever order.
    pub fn days(&self) -> u64 {
        self.day_ymd + self.day_dmy + self.day_mdy + self.day_named - self.day_either
    }

    /// The cells whose number could stand for a day.
    pub fn day_numbers(&self) -> u64 {
        self.serial + self.epoch_seconds + self.epoch_milliseconds
    }
}

/// The most letters that may stand beside a number: a currency, and a word that multiplies.
const LETTERS: usize = 12;

/// What stands in a text, counted once, so that most questions about it need not be asked.
#[derive(Default)]
struct Shape {
    digits: usize,
    letters: usize,
    /// The letters beyond ASCII, byte by byte; digits, spaces and currencies of other scripts among them.
    beyond_ascii: usize,
    points: usize,
    at: usize,
    others: usize,
}

impl Shape {
    fn of(text: &str) -> Shape {
        let mut shape = Shape::default();
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => shape.digits += 1,
                b'a'..=b'z' | b'A'..=b'Z' => shape.letters += 1,
                0x80.. => {
                    shape.letters += 1;
                    shape.beyond_ascii += 1;
                }
                b'.' => shape.points += 1,
                b'@' => shape.at += 1,
                b',' => {}
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
            ..Numeric::default()
        });
        match shape.digits {
            8 | 14 => kinds.day = day::look(text),
            5 | 9..=13 => kinds.day_number = day::day_number_of_digits(text),
            _ => {}
        }
        kinds.yes_no = text == "0" || text == "1";
        return kinds;
    }
    if shape.digits == 0 {
        if may_have_other_digits(text) {
            kinds.day = day::look(text);
        }
        // Digits of other scripts, beside no more letters than a currency has.
        let letters = shape.letters - shape.beyond_ascii;
        let may_be_number = shape.beyond_ascii > 0 && letters <= 4 && number::may_hold_other_digits(text);
        if may_be_number && !kinds.day.is_day() {
            kinds.number = numeric(text, &shape);
        }
        kinds.yes_no = yes_no::read(text).is_some();
        kinds.address = is_address(text);
        return kinds;
    }
    if may_be_day(text, &shape) {
        kinds.day = day::look(text);
    }
    if !kinds.day.is_day() {
        if shape.digits <= 24 && text.len() <= 64 && shape.letters - shape.beyond_ascii <= LETTERS {
            kinds.number = numeric(text, &shape);
            if shape.letters == 0 && kinds.number.is_some() {
                kinds.day_number = day::day_number(text);
            }
        }
        kinds.address = shape.letters > 0 && is_address(text);
    }
    kinds
}

/// A day has three numbers with marks between them, or the name of a month, or signs: "5Jan2021", "2021年1月5日".
fn may_be_day(text: &str, shape: &Shape) -> bool {
    if !(3..=30).contains(&shape.digits) || text.len() > day::LONGEST {
        return false;
    }
    if shape.others > 0 || shape.points >= 2 {
        return true;
    }
    // What is written without marks, and yet no id: two letters or more behind digits, or a T behind eight.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut behind = text.bytes().skip(digits);
    match (behind.next(), behind.next()) {
        (Some(b'T' | b't'), _) if digits == 8 => true,
        (Some(letter), Some(next)) => matches!(digits, 1 | 2 | 4) && is_letter(letter) && is_letter(next),
        _ => false,
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// Returns whether the text has letters of scripts that have digits of their own: ٠, ०, ๐ and ０ begin with these bytes.
fn may_have_other_digits(text: &str) -> bool {
    !text.is_ascii()
        && text.len() <= day::LONGEST
        && text
            .bytes()
            .filter(|byte| matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xe1 | 0xef))
            .nth(2)
            .is_some()
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
            mark: Mark::Certain('.'),
            fine: text.split_once('.').is_some_and(|(_, part)| part.len() > 2),
            ..Numeric::default()
        });
    }
    // Telephone numbers have a plus before many digits.
    if text.starts_with('+') && shape.digits >= 7 {
        return None;
    }
    let readings = number::readings(text)?;
    let (length, is_zero) = readings.leading;
    if length > 15 || (length > 1 && is_zero) {
        return None;
    }
    Some(Numeric {
        whole: !readings.has_decimals && (readings.is_ambiguous() || readings.point.whole().is_some()),
        money: readings.point.currency,
        money_behind: readings.is_money_behind,
        percent: readings.point.is_percent,
        mark: readings.mark,
        fine: matches!(readings.mark, Mark::Certain(mark) if decimals_behind(text, mark) > 2),
        grouped: readings.is_grouped && matches!(readings.mark, Mark::Certain(_)),
    })
}

/// Counts the digits behind the last mark of this kind.
fn decimals_behind(text: &str, mark: char) -> usize {
    let behind = text.rsplit_once(mark).map_or("", |(_, behind)| behind);
    behind.chars().take_while(char::is_ascii_digit).count()
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
