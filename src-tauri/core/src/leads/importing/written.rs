//! What became of a record of a file, and why it was not written where it was not.

use super::duplicates;

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    Added,
    Updated,
    Unchanged,
    /// It stood in this row of the file already, where the columns named here say something else.
    Twice(u64, Vec<&'static str>),
    /// One row tells an earlier state of a record than another.
    Superseded(Superseded),
    /// Several records have its id, and nothing in it tells which of them it is.
    Doubtful,
    /// Nothing in it tells it from others.
    Nobody,
}

/// A row that tells an earlier state of a record than another row of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Superseded {
    /// The row that does not count.
    pub row: u64,
    /// The row that does.
    pub by: u64,
    /// Whether the record says something new.
    pub news: News,
    /// Why the other counts.
    pub why: Why,
}

/// Why one of two rows of a record counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It tells a later state.
    Later,
    /// It tells of the primary contact.
    Primary,
}

/// Whether a record says something new, once a later state of it was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// As before.
    Still,
    /// It said nothing new until now.
    Now,
    /// Only its earlier state did, and the row is again what it was before the import.
    NoLonger,
}

/// Says why a record was not written, where it was not.
pub(super) fn why_not(written: &Written) -> Option<String> {
    match written {
        Written::Twice(first, other) if other.is_empty() => Some(format!(
            "The same one stands in row {first} already; that one was taken."
        )),
        Written::Twice(first, other) => Some(format!(
            "It stands in row {first} already, with another {}, and nothing tells which row is later; that one was taken.",
            duplicates::in_words(other)
        )),
        Written::Nobody => {
            Some("Nothing tells this row from others: it has no id, no e-mail and no name.".into())
        }
        Written::Doubtful => Some(
            "Several records have this id, and nothing else in this row tells which of them it is.".into(),
        ),
        Written::Added | Written::Updated | Written::Unchanged | Written::Superseded(_) => None,
    }
}
