//! Yes and no as people and programs write them.

/// Reads a yes or a no. An empty cell is neither.
///
/// ```
/// use lockstep_intake::yes_no::read;
/// assert_eq!(read("TRUE"), Some(true));
/// assert_eq!(read(" nein "), Some(false));
/// assert_eq!(read("perhaps"), None);
/// ```
pub fn read(text: &str) -> Option<bool> {
    const YES: &[&str] = &[
        "true",
        "yes",
        "y",
        "1",
        "x",
        "t",
        "on",
        "ja",
        "j",
        "wahr",
        "oui",
        "o",
        "vrai",
        "si",
        "sí",
        "sì",
        "s",
        "verdadero",
        "sim",
        "tak",
        "checked",
        "✓",
        "✔",
        "☑",
    ];
    const NO: &[&str] = &[
        "false",
        "no",
        "n",
        "0",
        "f",
        "off",
        "nein",
        "falsch",
        "non",
        "faux",
        "falso",
        "não",
        "nao",
        "nee",
        "nie",
        "nej",
        "unchecked",
        "✗",
        "☐",
    ];
    let text = text.trim();
    if text.is_empty() || text.len() > 10 {
        return None;
    }
    let text = text.to_lowercase();
    if YES.contains(&text.as_str()) {
        Some(true)
    } else if NO.contains(&text.as_str()) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_several_languages() {
        for text in ["TRUE", "yes", "Y", "1", "ja", "oui", "Sí", "x", "✓"] {
            assert_eq!(read(text), Some(true), "{text}");
        }
        for text in ["FALSE", "no", "N", "0", "nein", "non", "Não"] {
            assert_eq!(read(text), Some(false), "{text}");
        }
    }

    #[test]
    fn what_is_neither_is_not_guessed() {
        for text in ["", " ", "maybe", "2", "yes please", "10"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
