//! What columns tell of others beside what they hold: which row of a deal has its primary contact, whether a source is the latest,
//! which other column could be the same field.

use lockstep_intake::{Survey, yes_no};

use super::choice::Choice;
use crate::leads::{
    recognition::{Guess, Use},
    terms::RecordKind,
};
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

/// Returns the columns of which one is guessed to be a field, and each could be it as well as this one. Where a header names a
/// field with terms, and another column says something else, the report names the rows in which they contradict each other.
pub(super) fn rivals_of(kind: RecordKind, column: &str, guesses: &[Guess]) -> Vec<String> {
    const NAMED_BY_ITS_HEADER: u8 = 80;
    let is_named = |guess: &Guess| match guess.becomes {
        Use::Field(field) => field.terms(kind).is_some() && guess.confidence >= NAMED_BY_ITS_HEADER,
        Use::Attribute | Use::LeftOut => false,
    };
    let group = guesses.iter().find(|guess| {
        !guess.rivals.is_empty()
            && !is_named(guess)
            && (guess.column == column || guess.rivals.iter().any(|rival| rival == column))
    });
    let all = group
        .into_iter()
        .flat_map(|guess| [&guess.column].into_iter().chain(&guess.rivals));
    all.filter(|name| *name != column).cloned().collect()
}
