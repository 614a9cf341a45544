//! Plain text: what people wrote, without what would steer the setting instead of being read.

use serde_json::Value;

/// So many letters without a space are too long for a line somewhere.
const LONGEST_RUN: usize = 28;

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
    let mut plain = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars().filter(|letter| !steers(*letter)) {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_RUN {
            plain.push('\u{200b}');
            run = 1;
        }
        plain.push(letter);
    }
    plain
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
    }

    #[test]
    fn a_word_that_no_line_can_hold_gets_places_to_break() {
        let broken = plain(&"x".repeat(100));
        assert!(
            broken
                .split('\u{200b}')
                .all(|part| part.chars().count() <= LONGEST_RUN)
        );
        assert_eq!(broken.replace('\u{200b}', "").len(), 100);
    }
}
