//! Plain text: what people wrote, without what would steer the setting instead of being read.

use serde_json::Value;

/// So many letters without a space are too long for a line somewhere.
const LONGEST_RUN: usize = 28;

/// A long word may be divided into pieces of so many letters: the narrowest column holds one.
const PIECE: usize = 4;

/// Where a word that no line can hold may be divided without a hyphen.
const MAY_BREAK: char = '\u{200b}';

/// Makes every text of a document plain: without the invisible characters that turn the order of letters round or ring
/// bells, and with places to break inside words that no line can hold.
pub fn make_plain(value: &mut Value) {
    match value {
        Value::String(text) => *text = plain(text),
        Value::Array(items) => items.iter_mut().for_each(make_plain),
        Value::Object(fields) => fields.values_mut().for_each(make_plain),
        _ => {}
    }
}

fn plain(text: &str) -> String {
    let kept: Vec<char> = text.chars().filter(|letter| !steers(*letter)).collect();
    let mut plain = String::with_capacity(text.len());
    for word in kept.split_inclusive(|letter| letter.is_whitespace()) {
        let is_long = word.len() > LONGEST_RUN;
        for (place, letter) in word.iter().enumerate() {
            if is_long && place > 0 && may_break_before(*letter, place) {
                plain.push(MAY_BREAK);
            }
            plain.push(*letter);
        }
    }
    plain
}

/// Says whether a word that is too long may be divided before its letter at this place. Where letters are joined, small
/// pieces would tear them apart; and scripts that put no spaces between words are divided by the rules of their languages.
fn may_break_before(letter: char, place: usize) -> bool {
    match letter {
        '\u{300}'..='\u{36f}' => false,
        '\0'..='\u{58f}' => place.is_multiple_of(PIECE) && !letter.is_whitespace(),
        '\u{590}'..='\u{dff}' => place.is_multiple_of(LONGEST_RUN),
        _ => false,
    }
}

/// Says whether a character steers the text instead of being part of it. Line breaks and tabs are kept.
fn steers(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_steers_is_made_plain_and_the_rest_is_left_alone() {
        assert_eq!(plain("a\u{202e}b\u{0007}c\u{2066}d"), "abcd");
        assert_eq!(
            plain("two\nlines #panic() *bold* $x$"),
            "two\nlines #panic() *bold* $x$"
        );
        let german = "Vertriebspartnerprogramme in Süddeutschland";
        assert_eq!(plain(german), german, "a word that people write stays whole");
    }

    #[test]
    fn a_word_that_no_line_can_hold_may_be_divided_into_small_pieces() {
        let broken = plain(&format!("{} x", "e\u{301}".repeat(100)));
        assert_eq!(
            broken.matches(MAY_BREAK).count(),
            49,
            "an accent stays with its letter"
        );
        assert!(broken.ends_with("e\u{301} x"));
        assert_eq!(plain(&"東".repeat(100)).matches(MAY_BREAK).count(), 0);
        assert_eq!(plain(&"م".repeat(100)).matches(MAY_BREAK).count(), 3);
    }
}
