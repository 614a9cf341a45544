//! Recognition, shown on columns written by hand: what real exports hold, and the layouts of the CRMs.

mod headers;
#[rustfmt::skip] // Headers are read side by side, not one below the other.
mod layouts;
mod others;
mod properties;
#[rustfmt::skip] // A column, a line.
mod real;
#[rustfmt::skip]
mod samples;

use super::{ColumnSeen, Guess, Holds, Recognition, SeenKind, Use, recognise};
use crate::fields::Field;

/// A column filled in every one of a hundred rows, each with a value of its own.
pub(super) fn column(name: &str, kind: SeenKind) -> ColumnSeen {
    let samples = match kind {
        SeenKind::Empty => vec![],
        SeenKind::Text => vec!["Orchid", "Maple", "Cedar"],
        SeenKind::WholeNumber => vec!["17", "250", "4"],
        SeenKind::Number => vec!["17.5", "250.25", "4.1"],
        SeenKind::Money => vec!["€17", "€250", "€4"],
        SeenKind::Percent => vec!["17 %", "25 %", "4 %"],
        SeenKind::Day => vec!["2024-01-15", "2024-02-20", "2024-03-31"],
        SeenKind::DayUnclear => vec!["01/02/2024", "03/04/2024", "05/06/2024"],
        SeenKind::YesNo => vec!["TRUE", "FALSE"],
        SeenKind::Email => vec!["a@example.com", "b@example.com", "c@example.com"],
        SeenKind::Address => vec!["https://a.example", "https://b.example", "https://c.example"],
    };
    let filled = if kind == SeenKind::Empty { 0 } else { 100 };
    ColumnSeen {
        name: name.into(),
        kind,
        filled,
        rows: 100,
        distinct: if kind == SeenKind::YesNo { 2 } else { filled },
        more_distinct: false,
        samples: samples.into_iter().map(String::from).collect(),
        values: vec![],
        mostly_numbers: false,
    }
}

/// A column of words from a short list.
pub(super) fn list(name: &str, values: &[&str]) -> ColumnSeen {
    ColumnSeen {
        distinct: values.len() as u64,
        samples: values.iter().take(3).map(|value| value.to_string()).collect(),
        values: values
            .iter()
            .map(|value| (value.to_string(), 100 / values.len() as u64))
            .collect(),
        ..column(name, SeenKind::Text)
    }
}

impl ColumnSeen {
    /// The same column, filled in so many of so many rows with so many different values.
    pub(super) fn with(self, filled: u64, rows: u64, distinct: u64) -> Self {
        Self {
            filled,
            rows,
            distinct,
            ..self
        }
    }

    /// The same column with other samples.
    pub(super) fn like(self, samples: &[&str]) -> Self {
        Self {
            samples: samples.iter().map(|sample| sample.to_string()).collect(),
            ..self
        }
    }
}

pub(super) fn guess<'r>(recognition: &'r Recognition, name: &str) -> &'r Guess {
    let Some(found) = recognition.guesses.iter().find(|guess| guess.column == name) else {
        unreachable!("there is no column {name}");
    };
    found
}

/// Checks what a file is said to hold and which columns become which fields, all others staying attributes.
#[track_caller]
pub(super) fn expect(columns: &[ColumnSeen], holds: Holds, fields: &[(&str, Field)]) -> Recognition {
    let found = recognise(columns);
    let mut became: Vec<(&str, Field)> = found
        .guesses
        .iter()
        .filter_map(|guess| match guess.becomes {
            Use::Field(field) => Some((guess.column.as_str(), field)),
            Use::Attribute | Use::LeftOut => None,
        })
        .collect();
    let mut fields = fields.to_vec();
    became.sort_by_key(|(_, field)| *field);
    fields.sort_by_key(|(_, field)| *field);
    assert_eq!(found.holds, holds, "{found:#?}");
    assert_eq!(became, fields, "{found:#?}");
    assert_eq!(found.guesses.len(), columns.len());
    assert!(
        found.guesses.iter().all(|guess| guess.why.ends_with('.')),
        "{found:#?}"
    );
    found
}

/// Returns the columns about which a person is asked.
pub(super) fn asked(recognition: &Recognition) -> Vec<&str> {
    let asked = recognition.guesses.iter().filter(|guess| guess.ask.is_some());
    asked.map(|guess| guess.column.as_str()).collect()
}

/// Returns why a recognised file cannot be taken in or says too little.
pub(super) fn lacking(recognition: &Recognition) -> Vec<Field> {
    recognition
        .lacks
        .iter()
        .filter_map(|lack| lack.fields.first().copied())
        .collect()
}
