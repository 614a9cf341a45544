//! A text with the many forms of a character folded into one: digits of all scripts, spaces, minus signs, apostrophes.

/// The most characters that a number with all that stands around it may have.
const MOST: usize = 64;

/// The characters of a short text, folded.
pub(super) struct Folded {
    chars: [char; MOST],
    length: usize,
}

impl Folded {
    /// Folds a text; nothing when it is too long to be a number.
    pub fn of(text: &str) -> Option<Folded> {
        // Four bytes are the most that a character takes.
        if text.len() > 4 * MOST {
            return None;
        }
        let mut folded = Folded {
            chars: ['\0'; MOST],
            length: 0,
        };
        for c in text.chars().filter_map(fold) {
            *folded.chars.get_mut(folded.length)? = c;
            folded.length += 1;
        }
        Some(folded)
    }

    /// The folded characters without the space around them.
    pub fn trimmed(&self) -> &[char] {
        trimmed(self.chars.get(..self.length).unwrap_or_default())
    }
}

/// Takes the space around characters away.
pub(super) fn trimmed(mut chars: &[char]) -> &[char] {
    while let [' ', rest @ ..] | [rest @ .., ' '] = chars {
        chars = rest;
    }
    chars
}

/// One character for all that mean the same; nothing for marks that are not seen.
fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(if c.is_ascii_whitespace() { ' ' } else { c });
    }
    Some(match c {
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' => return None,
        '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => return None,
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '￡' => '£',
        '￥' => '¥',
        '￦' => '₩',
        '−' | '\u{fe63}' | '\u{2010}' | '\u{2011}' => '-',
        '’' | '‘' | 'ʼ' => '\'',
        '٪' | '﹪' => '%',
        '﹩' => '$',
        '،' => ',',
        '—' => '–',
        c if c.is_whitespace() => ' ',
        c => digit(c).unwrap_or(c),
    })
}

/// The ASCII digit of a digit in Arabic, Persian or Devanagari.
fn digit(c: char) -> Option<char> {
    let first = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        _ => return None,
    };
    char::from_digit(u32::from(c) - first, 10)
}

/// Returns whether a text may hold digits that are none of ASCII: quickly, and rather yes than no.
pub(crate) fn may_hold_other_digits(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xef))
}
