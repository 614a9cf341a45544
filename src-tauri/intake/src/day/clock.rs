//! The time behind a day, and where on earth it is meant.

use super::names::Meaning;
use super::pieces::{Pieces, What};

/// What stands behind a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clock {
    /// The seconds since midnight, where there is a time.
    pub(super) seconds: Option<u32>,
    pub(super) zone: Zone,
}

/// Where a time is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Zone {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// A name, "EST", "Europe/Berlin": of several zones, or of one whose summer time nobody looks up here.
    Named,
    /// So many seconds before UTC.
    Offset(i32),
}

/// Letters that people write behind a time for their zone, beside UTC.
const NAMES: [&str; 48] = [
    "ACDT", "ACST", "ADT", "AEDT", "AEST", "AKDT", "AKST", "ART", "AST", "AWST", "BRT", "BST", "CAT", "CDT",
    "CEST", "CET", "CLT", "CST", "CT", "EAT", "EDT", "EEST", "EET", "EST", "ET", "GST", "HKT", "HST", "ICT",
    "IST", "JST", "KST", "MDT", "MESZ", "MEZ", "MSK", "MST", "MT", "NZDT", "NZST", "PDT", "PKT", "PST", "PT",
    "SAST", "SGT", "WEST", "WET",
];

/// Reads what stands behind a day; nothing where it is more than a time.
pub(super) fn read(pieces: Pieces<'_>) -> Option<Clock> {
    let mut reading = Reading {
        pieces,
        ..Reading::default()
    };
    if !reading.hour()? {
        return Some(Clock::default());
    }
    reading.minutes()?;
    reading.rest()?;
    reading.clock()
}

impl Clock {
    /// The six digits of a time written without marks, and what stands behind them.
    pub(super) fn of_digits(digits: u64, pieces: Pieces<'_>) -> Option<Clock> {
        let mut reading = Reading {
            pieces,
            ..Reading::default()
        };
        reading.all_in_one(digits)?;
        reading.rest()?;
        reading.clock()
    }
}

#[derive(Default)]
struct Reading<'a> {
    pieces: Pieces<'a>,
    hour: u64,
    minute: Option<u64>,
    second: Option<u64>,
    /// Something says that the number is an hour: minutes, "pm", "h".
    is_time: bool,
    afternoon: Option<bool>,
    zone: Zone,
    /// The zone is a place, behind which no offset stands.
    is_place: bool,
}

impl Reading<'_> {
    /// Looks for the hour, behind a T or words like "at"; false where nothing stands there.
    fn hour(&mut self) -> Option<bool> {
        let mut behind_t = false;
        loop {
            let piece = self.pieces.next();
            match piece.what {
                What::End => return piece.gap.is_of(&['.', ')']).then_some(false),
                What::Word("T" | "t") if piece.gap.is_glue() && !behind_t => behind_t = true,
                // A day of XML, which may say so.
                What::Word("Z") if piece.gap.is_glue() && self.pieces.peek().what == What::End => {
                    return Some(false);
                }
                What::Word(word) if piece.gap.is_of(&[',', '.', '(', ')']) => {
                    let meaning = self.half_of_day(word);
                    if !(meaning.is_weekday_alone(word) || meaning.is_between() || self.afternoon.is_some()) {
                        return None;
                    }
                }
                What::Number(value, digits @ (4 | 6)) if behind_t && piece.gap.is_glue() => {
                    self.all_in_one(if digits == 4 { value * 100 } else { value })?;
                    return Some(true);
                }
                What::Number(hour, 1..=2) => {
                    let is_apart = (piece.gap.spaced && piece.gap.is_of(&[',', '.', ')', ':', '-']))
                        || matches!(piece.gap.mark(), Some(',' | ':' | ')'));
                    if !(is_apart || (piece.gap.is_glue() && (behind_t || self.afternoon.is_some()))) {
                        return None;
                    }
                    self.hour = hour;
                    return Some(true);
                }
                _ => return None,
            }
        }
    }

    fn all_in_one(&mut self, digits: u64) -> Option<()> {
        self.hour = digits / 10_000;
        self.minute = Some(digits / 100 % 100);
        self.second = Some(digits % 100);
        self.is_time = true;
        (digits < 1_000_000).then_some(())
    }

    /// Reads minutes, seconds and parts of them: "15:45:00.123", "15.45", "15h45", "15시 45분".
    fn minutes(&mut self) -> Option<()> {
        loop {
            let mut ahead = self.pieces;
            let piece = ahead.next();
            match piece.what {
                What::Number(value, 2) if self.second.is_none() => {
                    let gap = piece.gap;
                    let behind_sign = self.is_time && self.minute.is_none() && gap.marks == 0;
                    if !(behind_sign || (!gap.spaced && (gap.is(':') || gap.is('.')))) {
                        return Some(());
                    }
                    match self.minute {
                        None => self.minute = Some(value),
                        Some(_) => self.second = Some(value),
                    }
                }
                What::Number(_, 1..=9) if self.second.is_some() && !piece.gap.spaced => {
                    // A part of a second.
                    if piece.gap.is('.') || piece.gap.is(',') {
                        self.pieces = ahead;
                    }
                    return Some(());
                }
                What::Word(
                    "h" | "H" | "時" | "时" | "點" | "点" | "시" | "分" | "분" | "秒" | "초" | "min" | "s",
                ) if piece.gap.marks == 0 => {}
                _ => return Some(()),
            }
            self.is_time = true;
            self.pieces = ahead;
        }
    }

    /// Reads the half of the day and the zone, up to the end.
    fn rest(&mut self) -> Option<()> {
        loop {
            let piece = self.pieces.next();
            if piece.gap.first == '(' {
                return self.in_brackets(piece.from);
            }
            match piece.what {
                What::End => return piece.gap.is_of(&['.', ')']).then_some(()),
                What::Number(value, digits) => {
                    let sign = match piece.gap.mark() {
                        Some('+') => 1,
                        Some('-') => -1,
                        _ => return None,
                    };
                    self.offset(sign, value, digits)?;
                }
                What::Word(word) => {
                    if !piece.gap.is_of(&['.', ',', '\'']) {
                        return None;
                    }
                    self.word(word)?;
                }
            }
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        if ["z", "utc", "gmt", "ut"].iter().any(is) {
            self.zone = Zone::Offset(0);
        } else if NAMES.iter().any(is) {
            self.zone = Zone::Named;
        } else if ["uhr", "uur"].iter().any(is) {
            self.is_time = true;
        } else if self.pieces.peek().gap.is('/') {
            return self.place();
        } else {
            let before = self.afternoon;
            let meaning = self.half_of_day(word);
            return (self.afternoon != before || meaning.is_between() || meaning.is_weekday_alone(word))
                .then_some(());
        }
        Some(())
    }

    /// "America/New_York".
    fn place(&mut self) -> Option<()> {
        while self.pieces.peek().gap.is('/') {
            let What::Word(_) = self.pieces.next().what else {
                return None;
            };
        }
        self.zone = Zone::Named;
        self.is_place = true;
        Some(())
    }

    /// "AM", "p. m.", "μ.μ.": the letters may stand apart.
    fn half_of_day(&mut self, word: &str) -> Meaning {
        let meaning = Meaning::of(word);
        if let Some(afternoon) = meaning.is_afternoon() {
            self.afternoon = Some(afternoon);
            self.is_time = true;
            return meaning;
        }
        let next = self.pieces.peek();
        if let What::Word(other) = next.what
            && next.gap.first == '.'
            && word.len() <= 2
            && other.len() <= 2
        {
            let mut both = [0; 4];
            let both = both.get_mut(..word.len() + other.len()).and_then(|room| {
                let (one, two) = room.split_at_mut_checked(word.len())?;
                one.copy_from_slice(word.as_bytes());
                two.copy_from_slice(other.as_bytes());
                std::str::from_utf8(room).ok()
            });
            let afternoon = both.and_then(|both| Meaning::of(both).is_afternoon());
            if afternoon.is_some() {
                self.afternoon = afternoon;
                self.is_time = true;
                self.pieces.next();
            }
        }
        meaning
    }

    /// "+01:00", "-0500", "+1".
    fn offset(&mut self, sign: i32, value: u64, digits: usize) -> Option<()> {
        let value = i32::try_from(value).ok()?;
        let (hours, minutes) = match digits {
            1 | 2 => {
                let next = self.pieces.peek();
                match next.what {
                    What::Number(minutes, 2) if next.gap.is(':') && !next.gap.spaced => {
                        self.pieces.next();
                        (value, i32::try_from(minutes).ok()?)
                    }
                    _ => (value, 0),
                }
            }
            4 => (value / 100, value % 100),
            _ => return None,
        };
        if hours > 14 || minutes > 59 || self.is_place {
            return None;
        }
        self.zone = Zone::Offset(sign * (hours * 3_600 + minutes * 60));
        Some(())
    }

    /// "(EST)", "(UTC+01:00)", "(Central European Standard Time)": a name where nothing better was said before.
    fn in_brackets(&mut self, text: &str) -> Option<()> {
        let inner = text.strip_suffix([')', '）'])?;
        if self.zone == Zone::Unsaid {
            let mut said = Reading {
                pieces: Pieces::of(inner),
                ..Reading::default()
            };
            self.zone = match said.rest() {
                Some(()) if said.zone != Zone::Unsaid => said.zone,
                _ => Zone::Named,
            };
        }
        let says_a_name = |c: char| {
            c.is_alphanumeric() || matches!(c, ' ' | '-' | '+' | ':' | '/' | '_' | '.' | '\'' | '’')
        };
        inner.chars().all(says_a_name).then_some(())
    }

    fn clock(&self) -> Option<Clock> {
        let is_time = self.is_time || self.minute.is_some();
        let (minute, second) = (self.minute.unwrap_or_default(), self.second.unwrap_or_default());
        if !is_time || self.hour > 24 || minute > 59 || second > 60 {
            return None;
        }
        let hour = match self.afternoon {
            Some(true) if self.hour < 12 => self.hour + 12,
            Some(false) if self.hour == 12 => 0,
            _ => self.hour,
        };
        // The end of a day, and a leap second, still belong to it.
        let seconds = (hour * 3_600 + minute * 60 + second).min(86_399);
        Some(Clock {
            seconds: u32::try_from(seconds).ok(),
            zone: self.zone,
        })
    }
}
