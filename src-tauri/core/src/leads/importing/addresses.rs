//! E-mail addresses as they stand in cells: with a name before them, and more than one of them.

/// Returns whether a cell may hold more than an address alone. Most hold just one.
pub(super) fn is_more_than_one(text: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '/' | '<' | '>' | ':');
    text.contains('@') && text.trim().contains(is_mark)
}

/// Returns the first address of a cell, and how many others stand there. Where none does, the cell as it stands.
pub(super) fn first(text: &str) -> (&str, usize) {
    let between = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ';' | ',' | '|' | '/' | '<' | '>' | '"' | '(' | ')' | '[' | ']' | ':'
            )
    };
    let is_address = |word: &&str| {
        word.split_once('@')
            .is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.') && !domain.contains('@'))
    };
    let mut found = text.split(between).filter(is_address);
    let Some(first) = found.next() else {
        return (text, 0);
    };
    // The same address twice is one: “ada@x.example <ada@x.example>”.
    let others = found.filter(|other| !other.eq_ignore_ascii_case(first)).count();
    (first, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_address_of_a_cell_is_the_one() {
        for (cell, expected) in [
            ("a@x.example; b@x.example", ("a@x.example", 1)),
            ("a@x.example,b@x.example , c@x.example", ("a@x.example", 2)),
            ("a@x.example\nb@x.example", ("a@x.example", 1)),
            ("Ada Ace <a@x.example>", ("a@x.example", 0)),
            ("mailto:a@x.example", ("a@x.example", 0)),
            ("a@x.example <A@X.example>", ("a@x.example", 0)),
            ("a at x; nothing @ all", ("a at x; nothing @ all", 0)),
        ] {
            assert!(!cell.contains('@') || is_more_than_one(cell), "{cell}");
            assert_eq!(first(cell), expected, "{cell}");
        }
        assert!(!is_more_than_one("ada@x.example") && !is_more_than_one("Ada Ace"));
    }
}
