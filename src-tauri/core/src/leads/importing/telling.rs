//! What columns tell of others beside what they hold: which row of a deal has its primary contact, whether a source is the latest.

use lockstep_intake::{Survey, yes_no};

use super::choice::Choice;
use crate::leads::recognition::Use;
use lockstep_text::words;

/// Returns the column that says by yes and no which of several contacts is the primary one: “Primary”, “Primary Contact”.
pub(super) fn primary(choice: &Choice, survey: &Survey) -> Option<usize> {
    const PRIMARY: [&str; 8] = [
        "primary",
        "hauptkontakt",
        "hauptansprechpartner",
        "principal",
        "principale",
        "primario",
        "primar",
        "primair",
    ];
    let mut columns = choice.columns.iter().zip(&survey.columns);
    columns.position(|(column, seen)| {
        column.becomes == Use::Attribute
            && words(&column.column)
                .iter()
                .any(|word| PRIMARY.contains(&word.as_str()))
            && !seen.values.is_empty()
            && seen.values.iter().all(|(value, _)| yes_no::read(value).is_some())
    })
}

/// Returns whether a header says that it holds the latest of something, not what was set once.
pub(super) fn tells_the_latest(header: &str) -> bool {
    const LATEST: [&str; 11] = [
        "latest", "last", "recent", "current", "letzte", "aktuelle", "derniere", "ultima", "laatste",
        "senaste", "seneste",
    ];
    words(header).iter().any(|word| LATEST.contains(&word.as_str()))
}
