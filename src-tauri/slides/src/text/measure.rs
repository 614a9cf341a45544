//! How much room text takes. No font is asked: which one a machine draws with is not known, so the guess is a little too wide
//! on purpose.

/// By so much the guess is wider than Arial.
const CAUTION: f64 = 1.03;
/// By so much bold letters are wider.
const BOLD: f64 = 1.09;

/// No page holds as many lines: nobody needs to know where the next ones begin.
const ENOUGH: usize = 64;

/// A letter, where it stands in the text, and whether it is bold.
pub(crate) type Letter = (usize, char, bool);

/// Returns where each line of a text begins when it is set in a size and a width. There is always one line; of a text that is
/// longer than any page, only the first lines are told.
pub(crate) fn rows(letters: impl Iterator<Item = Letter>, size: f64, width: f64) -> Vec<usize> {
    let mut starts = vec![0];
    let mut line = 0.0;
    // Where the line may end, and how much has come since.
    let mut end: Option<usize> = None;
    let mut tail = 0.0;
    let mut before = ' ';
    for (place, letter, bold) in letters {
        if starts.len() > ENOUGH {
            break;
        }
        if letter == '\n' {
            starts.push(place + 1);
            (line, tail, end, before) = (0.0, 0.0, None, ' ');
            continue;
        }
        let wide = advance(letter, bold) * size;
        let is_full = line + wide > width && line > 0.0;
        if is_full && !letter.is_whitespace() && wide > 0.0 && before != JOINER {
            match end.take() {
                Some(end) => {
                    starts.push(end);
                    line = tail;
                }
                None => {
                    starts.push(place);
                    line = 0.0;
                }
            }
            // A word that has no room in a line of its own is divided.
            if line + wide > width && line > 0.0 {
                starts.push(place);
                line = 0.0;
            }
            tail = line;
        }
        line += wide;
        tail += wide;
        if may_end_after(letter) {
            (end, tail) = (Some(place + letter.len_utf8()), 0.0);
        }
        before = letter;
    }
    starts
}

/// Returns how wide the longest word of a text is.
pub(crate) fn longest_word(letters: impl Iterator<Item = Letter>, size: f64) -> f64 {
    let (longest, last) = letters.fold((0.0_f64, 0.0), |(longest, word), (_, letter, bold)| {
        let word = word + advance(letter, bold) * size;
        if may_end_after(letter) {
            (longest.max(word), 0.0)
        } else {
            (longest, word)
        }
    });
    longest.max(last)
}

/// Joins two signs into one.
const JOINER: char = '\u{200d}';

fn may_end_after(letter: char) -> bool {
    match letter {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => false,
        '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => true,
        letter => letter.is_whitespace(),
    }
}

/// Returns how wide a letter is at a size of one.
fn advance(letter: char, bold: bool) -> f64 {
    let wide = match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.24,
        'f' | 't' | 'I' | ' ' | '\u{a0}' | '\u{202f}' | '·' | '!' | ',' | '.' | '/' | ':' | ';' | '['
        | ']' | '\\' => 0.28,
        'r' | '(' | ')' | '-' | '`' | '"' | '*' | '{' | '}' | '°' => 0.37,
        'm' | 'M' => 0.84,
        'w' => 0.73,
        'W' | '@' | '…' | '—' | '™' => 1.02,
        '%' | '‰' => 0.9,
        'G' | 'O' | 'Q' => 0.78,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'a'..='z' | '0'..='9' | '$' | '#' | '?' | '_' | '€' | '£' => 0.56,
        'A'..='Z' | '&' => 0.72,
        '!'..='~' => 0.6,
        letter => other(letter),
    };
    wide * CAUTION * if bold { BOLD } else { 1.0 }
}

fn other(letter: char) -> f64 {
    match u32::from(letter) {
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x1ab0..=0x1aff => {
            0.0
        }
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x20d0..=0x20f0 | 0xfe00..=0xfe0f | 0xfeff => {
            0.0
        }
        0xa0..=0x58f if letter.is_uppercase() => 0.8,
        0xa0..=0x58f => 0.62,
        0x590..=0x8ff => 0.7,
        0x900..=0x10ff => 0.95,
        0x1e00..=0x1fff => 0.76,
        0x2000..=0x206f | 0x20a0..=0x20cf => 0.6,
        0x1f000..=0x1ffff => 1.4,
        _ => 1.05,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f64) -> Vec<&str> {
        let letters = text.char_indices().map(|(place, letter)| (place, letter, false));
        let starts = rows(letters, 10.0, width);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let pairs = starts.iter().copied().zip(ends);
        pairs.filter_map(|(from, to)| text.get(from..to)).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(lines("one two three", 50.0), ["one two ", "three"]);
        assert_eq!(lines("one\ntwo", 50.0), ["one\n", "two"]);
        assert_eq!(lines("", 50.0), [""]);
    }

    #[test]
    fn a_word_that_is_too_long_is_divided_and_nothing_is_lost() {
        let text = format!("so {} so", "n".repeat(40));
        let lines = lines(&text, 60.0);
        assert_eq!(lines.concat(), text);
        assert!(lines.len() > 4, "{lines:?}");
        assert!(lines.iter().all(|line| line.len() < 13), "{lines:?}");
    }

    #[test]
    fn what_must_stay_together_does() {
        assert_eq!(lines("ab 10\u{a0}000", 34.0), ["ab ", "10\u{a0}000"]);
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(lines(family, 20.0), [family]);
    }
}
