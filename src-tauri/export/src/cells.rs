//! What stands in the cells of tables that go out.

/// Returns text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front,
/// which our own import takes away again.
pub(crate) fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_begins_like_a_formula_is_made_text() {
        for begin in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(safe(begin), format!("'{begin}"));
        }
        assert_eq!(safe("Win rate = won ÷ decided"), "Win rate = won ÷ decided");
    }
}
