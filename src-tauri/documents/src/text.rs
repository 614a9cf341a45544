//! Text as it is kept: one way to write each letter, and nothing that is not meant to be read.

use unicode_normalization::UnicodeNormalization;

/// Returns a text in NFKC, so that "ﬁ" and "２０２６" are found by whoever types them; without control characters, without
/// characters that only hide or turn text round; with tabs between cells, plain spaces, and one blank line at most.
pub(crate) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut line_breaks = 2;
    let mut space = Space::None;
    let text = text.replace("\r\n", "\n");
    // Most text is plain, and stays as it is.
    let text = if text.is_ascii() {
        text
    } else {
        text.nfkc().collect()
    };
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if line_breaks < 2 {
                    clean.push('\n');
                }
                line_breaks += 1;
                space = Space::None;
            }
            // A cell that stands behind empty ones keeps its column.
            '\t' => {
                clean.push('\t');
                space = Space::None;
            }
            _ if letter.is_whitespace() => space = Space::Waits,
            _ if letter.is_control() || is_hidden(letter) => {}
            _ => {
                if matches!(space, Space::Waits) && line_breaks == 0 && !clean.ends_with('\t') {
                    clean.push(' ');
                }
                clean.push(letter);
                line_breaks = 0;
                space = Space::None;
            }
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

enum Space {
    None,
    Waits,
}

/// Returns a text as one line, no longer than a title may be; nothing where nothing is left.
pub(crate) fn title(text: &str) -> Option<String> {
    let words = cleaned(text);
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > 4 * crate::limits::TITLE_CHARACTERS {
            break;
        }
    }
    let line: String = line.chars().take(crate::limits::TITLE_CHARACTERS).collect();
    let line = line.trim();
    line.chars().any(char::is_alphanumeric).then(|| line.to_owned())
}

/// Soft hyphens, zero widths, marks of direction, the byte order mark, private use and what is no character.
fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}'..='\u{ffff}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_wide_figures_and_soft_hyphens_become_what_people_type() {
        assert_eq!(cleaned("ﬁne ２０２６ cut\u{ad}ting"), "fine 2026 cutting");
        assert_eq!(cleaned("a\u{a0}b\u{202e}c\u{0}d\u{7}"), "a bcd");
    }

    #[test]
    fn tables_keep_their_cells_and_texts_one_blank_line() {
        assert_eq!(cleaned("a\t\t b \n\n\n\nc  d\r\n\te\n\n"), "a\t\tb\n\nc d\n\te");
    }

    #[test]
    fn a_title_is_one_line_and_says_something() {
        assert_eq!(title(" Sales \n one-pager ").as_deref(), Some("Sales one-pager"));
        assert_eq!(title(" -- \u{feff}"), None);
        assert_eq!(
            title(&"long ".repeat(1_000)).map(|title| title.chars().count()),
            Some(199)
        );
    }
}
