//! A text cut into the three numbers of a day, and the time behind them.

use chrono::NaiveDate;

use super::clock::{self, Clock};
use super::names::Meaning;
use super::pieces::{Gap, Piece, Pieces, What};

/// Longer texts are no days; the longest is a browser's, with the name of its time zone spelt out.
pub(crate) const LONGEST: usize = 100;

/// A text that has the shape of a day. Whether there is such a day is another question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// The numbers, each with how many digits it was written with.
    numbers: [(u32, usize); 3],
    /// Which of the three was written as a name of a month.
    pub(super) named: Option<usize>,
    dotted: bool,
    /// 2021-01-31, as programs write it, and spreadsheets.
    pub(super) dashed: bool,
    /// All in one, 20210131.
    pub(super) compact: bool,
    /// 2021年1月31日, where the signs say what each number is.
    signed: bool,
    pub(super) clock: Clock,
}

/// What may stand around the name of a month.
const AROUND_NAMES: [char; 5] = ['-', '/', '.', ',', '\''];

/// Cuts a text without space around it.
pub(super) fn cut(text: &str) -> Option<Cut> {
    if !(6..=LONGEST).contains(&text.len()) {
        return None;
    }
    if let Some(cut) = as_programs_write(text) {
        return cut;
    }
    let begins = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    if !text.bytes().next().is_some_and(begins) {
        return None;
    }
    let start = Pieces::of(text);
    let mut pieces = start;
    let first = pieces.next();
    if !first.gap.is_glue() {
        return None;
    }
    match first.what {
        What::Number(..) => from_first_number(start),
        What::Word(word) => {
            let meaning = Meaning::of(word);
            // "mar" is Tuesday in three languages, and March in others.
            let behind_weekday = meaning
                .is_weekday()
                .then(|| from_first_number(without_weekday(pieces)));
            behind_weekday
                .flatten()
                .or_else(|| meaning.month().and_then(|_| from_first_number(start)))
        }
        What::End => None,
    }
}

/// 2021-01-31, the way that most files have it: quickly told. Nothing when it is written in another way, nothing inside when
/// more than a time stands behind it.
fn as_programs_write(text: &str) -> Option<Option<Cut>> {
    let (day, rest) = text.as_bytes().split_first_chunk::<10>()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *day else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |value, byte| {
            byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    if rest.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let clock = if rest.is_empty() {
        Some(Clock::default())
    } else {
        clock::read(Pieces::of(text.get(10..)?))
    };
    Some(clock.map(|clock| Cut {
        numbers: [(year, 4), (month, 2), (day, 2)],
        named: None,
        dotted: false,
        dashed: true,
        compact: false,
        signed: false,
        clock,
    }))
}

/// "Mon, 5 Jan 2021", "quinta-feira, 5 de março", "torsdag den 5. marts".
fn without_weekday(mut pieces: Pieces<'_>) -> Pieces<'_> {
    loop {
        let mut ahead = pieces;
        let piece = ahead.next();
        match piece.what {
            What::Word(word) if piece.gap.is_of(&['.', ',', '-']) => {
                let meaning = Meaning::of(word);
                if meaning.month().is_some() || !(meaning.is_weekday() || meaning.is_between()) {
                    return pieces;
                }
                pieces = ahead;
            }
            _ => return pieces,
        }
    }
}

/// What was found of a day so far.
#[derive(Default)]
struct Found {
    numbers: [(u32, usize); 3],
    /// How many of them there are.
    place: usize,
    named: Option<Meaning>,
    named_at: Option<usize>,
    /// The marks before the second and the third.
    marks: [Option<char>; 2],
    around_names: bool,
    /// Words between them, or ends like that of "5th".
    words: bool,
    signs: usize,
}

impl Found {
    fn add(&mut self, gap: Gap, value: u32, digits: usize) -> Option<()> {
        if let Some(before) = self.place.checked_sub(1) {
            *self.marks.get_mut(before)? = gap.mark();
        }
        self.around_names &= self.place == 0 || gap.is_of(&AROUND_NAMES);
        *self.numbers.get_mut(self.place)? = (value, digits);
        self.place += 1;
        // Without a name, two different marks are no day; most numbers end here.
        let [first, second] = self.marks;
        let may_be = self.place < 3 || self.named.is_some() || self.signs > 0 || first == second;
        may_be.then_some(())
    }

    fn is_plain(&self) -> bool {
        let [first, second] = self.marks;
        first == second && matches!(first, Some('-' | '/' | '.')) && !self.words
    }
}

fn from_first_number(mut pieces: Pieces<'_>) -> Option<Cut> {
    let mut found = Found {
        around_names: true,
        ..Found::default()
    };
    while found.place < 3 {
        let piece = pieces.next();
        match piece.what {
            What::End => return None,
            What::Number(value, digits @ (8 | 14)) if found.place == 0 => {
                return all_in_one(value, digits, pieces);
            }
            What::Number(value, digits) => {
                if digits > 4 {
                    return None;
                }
                found.add(piece.gap, u32::try_from(value).ok()?, digits)?;
                pieces = behind_number(pieces, digits, &mut found)?;
            }
            What::Word(word) => a_word(piece, word, &mut found)?,
        }
    }
    let point_follows = || pieces.peek().gap.first == '.';
    let signed = found.signs == 3;
    let is_day = signed || found.is_plain() || (found.named.is_some() && found.around_names);
    if !is_day {
        return None;
    }
    let mut numbers = found.numbers;
    let dotted = found.marks == [Some('.'), Some('.')];
    if dotted && numbers.iter().all(|(_, digits)| *digits <= 2) && point_follows() {
        // Koreans write "26. 3. 5." with the year first, others do not.
        return None;
    }
    if let (Some(meaning), Some(place)) = (found.named, found.named_at) {
        let [first_mark, _] = found.marks;
        let point_behind_day = place == 1 && first_mark == Some('.');
        numbers.get_mut(place)?.0 = month_meant(meaning, point_behind_day, point_follows)?;
    }
    Some(Cut {
        numbers,
        named: found.named_at,
        dotted,
        dashed: found.marks == [Some('-'), Some('-')] && found.named.is_none(),
        compact: false,
        signed,
        clock: clock::read(pieces)?,
    })
}

/// The month of a name. A few names are another month in Croatian, where a point stands behind the year; where only the
/// day has a point, as in Czech and in hasty Croatian, nobody can tell.
pub(super) fn month_meant(
    meaning: Meaning,
    point_behind_day: bool,
    point_behind_year: impl Fn() -> bool,
) -> Option<u32> {
    match meaning.croatian_month() {
        Some(month) if point_behind_year() => Some(month),
        Some(_) if point_behind_day => None,
        _ => meaning.month(),
    }
}

fn a_word(piece: Piece<'_>, word: &str, found: &mut Found) -> Option<()> {
    let meaning = Meaning::of(word);
    if meaning.month().is_some() && found.named.is_none() {
        found.named = Some(meaning);
        found.named_at = Some(found.place);
        // The month itself is asked for at the end, when more is known.
        return found.add(piece.gap, 0, 2);
    }
    if found.place == 0 || piece.gap.is_glue() || !meaning.is_between() {
        return None;
    }
    found.words = true;
    found.around_names &= piece.gap.is_of(&AROUND_NAMES);
    Some(())
}

/// Steps over what is written together with a number: "5th", "1er", "2026年". What begins a name or a time is left.
fn behind_number<'a>(pieces: Pieces<'a>, digits: usize, found: &mut Found) -> Option<Pieces<'a>> {
    if !pieces.letter_follows() {
        return Some(pieces);
    }
    let mut behind = pieces;
    let What::Word(word) = behind.next().what else {
        return Some(pieces);
    };
    let sign = match word.chars().next() {
        Some('年' | '년') => Some(1),
        Some('月' | '월') => Some(2),
        Some('日' | '号' | '일') => Some(3),
        _ => None,
    };
    if let Some(sign) = sign {
        if sign != found.place || (sign > 1 && found.signs != sign - 1) {
            return None;
        }
        found.signs = sign;
        let mut rest = word.chars();
        rest.next();
        let rest = rest.as_str();
        return (rest.is_empty() || (sign == 3 && Meaning::of(rest).is_weekday())).then_some(behind);
    }
    if digits <= 2
        && ["st", "nd", "rd", "th", "er", "re", "e", "ste", "de", "º", "ª"]
            .iter()
            .any(|end| end.eq_ignore_ascii_case(word))
    {
        found.words = true;
        return Some(behind);
    }
    // Ids like "00Q5g" end here, before anything is looked up.
    (found.place == 3 || word.chars().nth(1).is_some()).then_some(pieces)
}

/// 20210105, 20210105T081500Z, 20210105081500: only in years that somebody may plan with, because it could as well be a
/// count or an id.
fn all_in_one(value: u64, digits: usize, behind: Pieces<'_>) -> Option<Cut> {
    let (day, time) = if digits == 14 {
        (value / 1_000_000, Some(value % 1_000_000))
    } else {
        (value, None)
    };
    let number = |value: u64| u32::try_from(value).ok();
    let year = number(day / 10_000)?;
    let years = if time.is_some() { 1990..=2100 } else { 1970..=2100 };
    if !years.contains(&year) {
        return None;
    }
    let clock = match time {
        Some(time) => Clock::of_digits(time, behind)?,
        None => clock::read(behind)?,
    };
    Some(Cut {
        numbers: [(year, 4), (number(day / 100 % 100)?, 2), (number(day % 100)?, 2)],
        named: None,
        dotted: false,
        dashed: false,
        compact: true,
        signed: true,
        clock,
    })
}

/// The days that a cut text can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Days {
    pub(super) ymd: Option<NaiveDate>,
    pub(super) dmy: Option<NaiveDate>,
    pub(super) mdy: Option<NaiveDate>,
    /// With a year of two digits before month and day.
    pub(super) short_ymd: Option<NaiveDate>,
}

impl Days {
    pub(super) fn any(&self) -> Option<NaiveDate> {
        self.ymd.or(self.dmy).or(self.mdy)
    }
}

impl Cut {
    pub(super) fn days(&self) -> Days {
        let [first, second, third] = self.numbers;
        let ymd = match self.named {
            _ if first.1 != 4 => None,
            None | Some(1) => day_of(first, second, third),
            // 2026. gada 5. marts
            Some(2) => day_of(first, third, second),
            Some(_) => None,
        };
        if self.signed {
            return Days {
                ymd,
                ..Days::default()
            };
        }
        let dmy = matches!(self.named, None | Some(1))
            .then(|| day_of(third, second, first))
            .flatten();
        // Nobody writes the month first between points, so what can be a day-first day there is one.
        let mdy = (matches!(self.named, None | Some(0)) && !(self.dotted && dmy.is_some()))
            .then(|| day_of(third, first, second))
            .flatten();
        let is_short = self.named.is_none() && [first, second, third].iter().all(|(_, digits)| *digits == 2);
        Days {
            ymd,
            dmy,
            mdy,
            short_ymd: is_short.then(|| day_of(first, second, third)).flatten(),
        }
    }

    /// The three numbers as they are written, where no month is named.
    pub(super) fn plain_numbers(&self) -> Option<[(u32, usize); 3]> {
        self.named.is_none().then_some(self.numbers)
    }
}

/// Each number comes with how many digits it was written with.
fn day_of(year: (u32, usize), month: (u32, usize), day: (u32, usize)) -> Option<NaiveDate> {
    if month.1 > 2 || day.1 > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(full_year(year)?, month.0, day.0)
}

/// Two digits are the years around now, as spreadsheets take them.
pub(super) fn full_year((year, digits): (u32, usize)) -> Option<i32> {
    match digits {
        4 if year >= 1000 => i32::try_from(year).ok(),
        2 if year < 70 => Some(2000 + i32::try_from(year).ok()?),
        2 => Some(1900 + i32::try_from(year).ok()?),
        _ => None,
    }
}
