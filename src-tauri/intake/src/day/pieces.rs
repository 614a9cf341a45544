//! A text taken apart, piece by piece: numbers, words, and what stands between them.

use super::names;

/// A number or a word, and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) gap: Gap,
    pub(super) what: What<'a>,
    /// The text from this piece on.
    pub(super) from: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Its value, and how many digits it was written with. Of more than eighteen digits the value is not told.
    Number(u64, usize),
    /// Letters.
    Word(&'a str),
    /// There is no more.
    End,
}

/// What stands before a piece: spaces, and marks like `-` and `,`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) spaced: bool,
    /// How many marks there are.
    pub(super) marks: usize,
    /// The first and the last mark, as their plain forms.
    pub(super) first: char,
    pub(super) last: char,
}

impl Gap {
    /// Returns whether nothing stands there.
    pub(super) fn is_glue(self) -> bool {
        self.marks == 0 && !self.spaced
    }

    /// Returns whether this mark stands there alone, with or without spaces.
    pub(super) fn is(self, mark: char) -> bool {
        self.marks == 1 && self.first == mark
    }

    /// The one mark, a space where there are only spaces, nothing where there are several marks or no gap at all.
    pub(super) fn mark(self) -> Option<char> {
        match self.marks {
            0 => self.spaced.then_some(' '),
            1 => Some(self.first),
            _ => None,
        }
    }

    /// Returns whether there are at most two marks, both of them among these.
    pub(super) fn is_of(self, marks: &[char]) -> bool {
        self.marks == 0 || (self.marks <= 2 && marks.contains(&self.first) && marks.contains(&self.last))
    }

    fn add(&mut self, c: char) {
        self.last = match c {
            c if c.is_whitespace() => {
                self.spaced = true;
                return;
            }
            // Nobody sees these.
            '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{feff}' => return,
            '،' | '、' | '，' => ',',
            '．' | '。' => '.',
            '／' | '⁄' => '/',
            '‐' | '‑' | '–' | '−' | '－' => '-',
            '：' => ':',
            '（' => '(',
            '）' => ')',
            '’' | '`' | '´' | '\'' => '\'',
            c => c,
        };
        if self.marks == 0 {
            self.first = self.last;
        }
        self.marks += 1;
    }
}

/// Where the next piece begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Pieces<'a> {
    pub(super) fn of(text: &'a str) -> Pieces<'a> {
        Pieces { rest: text }
    }

    /// Returns whether a letter follows at once.
    pub(super) fn letter_follows(&self) -> bool {
        match self.rest.bytes().next() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
            Some(_) => self.rest.chars().next().is_some_and(is_letter),
            None => false,
        }
    }

    /// Takes the next piece.
    pub(super) fn next(&mut self) -> Piece<'a> {
        let mut gap = Gap::default();
        // Most pieces follow at once, or behind one mark or space.
        let mut rest = self.rest;
        if let Some(mark @ (b' ' | b'-' | b'.' | b'/' | b':')) = rest.bytes().next() {
            gap.add(char::from(mark));
            rest = rest.get(1..).unwrap_or_default();
        }
        let mut chars = rest.chars();
        loop {
            let from = chars.as_str();
            let what = match chars.next() {
                None => {
                    self.rest = "";
                    What::End
                }
                Some(c) => {
                    if let Some(digit) = digit(c) {
                        self.number(digit, chars.as_str())
                    } else if is_letter(c) {
                        self.word(from)
                    } else {
                        gap.add(c);
                        continue;
                    }
                }
            };
            return Piece { gap, what, from };
        }
    }

    /// Looks at the next piece without taking it.
    pub(super) fn peek(&self) -> Piece<'a> {
        let mut ahead = *self;
        ahead.next()
    }

    fn number(&mut self, first: u64, rest: &'a str) -> What<'a> {
        let (mut value, mut digits) = (first, 1);
        for byte in rest.bytes().take_while(u8::is_ascii_digit) {
            digits += 1;
            value = if digits <= 18 {
                value * 10 + u64::from(byte - b'0')
            } else {
                0
            };
        }
        let mut chars = rest.get(digits - 1..).unwrap_or_default().chars();
        loop {
            self.rest = chars.as_str();
            let Some(digit) = chars.next().and_then(digit) else {
                return What::Number(value, digits);
            };
            digits += 1;
            value = if digits <= 18 { value * 10 + digit } else { 0 };
        }
    }

    fn word(&mut self, from: &'a str) -> What<'a> {
        let ascii = from.bytes().take_while(u8::is_ascii_alphabetic).count();
        let end = match from.as_bytes().get(ascii) {
            Some(byte) if !byte.is_ascii() || *byte == b'_' => {
                from.find(|c| !is_letter(c)).unwrap_or(from.len())
            }
            _ => ascii,
        };
        let (word, rest) = from.split_at_checked(end).unwrap_or((from, ""));
        self.rest = rest;
        What::Word(word)
    }
}

/// The zeros of the scripts that have digits of their own; the others follow them.
const ZEROS: [char; 10] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{e50}', '\u{1040}', '\u{17e0}',
    '\u{ff10}',
];

fn digit(c: char) -> Option<u64> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| u64::from(c) - u64::from('0'));
    }
    if c < '\u{660}' {
        return None;
    }
    ZEROS
        .iter()
        .filter_map(|zero| u64::from(c).checked_sub(u64::from(*zero)))
        .find(|digit| *digit < 10)
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    // Vowels of Indian scripts and tones of Thai are signs, and yet belong to their words.
    let is_sign = matches!(c, '\u{900}'..='\u{96f}' | '\u{971}'..='\u{dff}' | '\u{e31}'..='\u{e4e}');
    (c.is_alphabetic() || is_sign || names::is_accent(c)) && digit(c).is_none()
}
