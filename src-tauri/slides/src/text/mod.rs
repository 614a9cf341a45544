//! Text on its way to a slide: cleaned, in pieces of one style, and with a guess at how much room it takes.

mod measure;
mod paragraph;

pub(crate) use paragraph::{Paragraph, Piece, Style};

use crate::xml::is_known;

/// Returns text as a slide can show it: lines end in `\n`, a tab is a space, and what XML does not know is gone.
pub(crate) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|letter| is_known(*letter))
        .map(|letter| match letter {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            letter => letter,
        })
        .collect()
}

/// Returns text in one line.
pub(crate) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says whether text runs from right to left: whether its first letter does.
pub(crate) fn runs_left(text: &str) -> bool {
    text.chars()
        .find(|letter| letter.is_alphabetic())
        .is_some_and(|letter| matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff))
}

/// Returns as many letters of a text as asked for, and whether that was all; a cut text ends in an ellipsis.
pub(crate) fn cut(text: &str, most: usize) -> (String, bool) {
    if text.chars().count() <= most {
        return (text.to_owned(), false);
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    (format!("{}…", kept.trim_end()), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_all_kinds_become_one() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\te\u{0}"), "a\nb\nc\nd e");
        assert_eq!(one_line("  a \n b\t c "), "a b c");
    }

    #[test]
    fn the_first_letter_says_where_a_text_begins() {
        assert!(runs_left("1. שלום world"));
        assert!(runs_left("مرحبا"));
        assert!(!runs_left("hello שלום"));
        assert!(!runs_left("2027 – 100%"));
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(cut("abcdef", 6), ("abcdef".into(), false));
        assert_eq!(cut("abcdefg", 6), ("abcde…".into(), true));
    }
}
