//! Which column becomes which field: every pair is weighed, the best pair first gets its field, and no field gets two.

use lockstep_text::{key, words};
use std::collections::BTreeMap;

use super::{
    fit::{Fit, by_content, fit},
    headers::HeaderReader,
    seen::ColumnSeen,
};
use crate::{
    fields::{Field, fields},
    terms::RecordKind,
};

/// Below this a guess is not worth making: the column stays an attribute.
pub(super) const LEAST: u8 = 50;
/// From here on a header names the field itself.
pub(super) const PLAIN: u8 = 95;

/// A field that a column could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) column: usize,
    pub(super) field: Field,
    /// How sure, of 100.
    pub(super) sure: u8,
    /// What decides between two columns: how sure, and how well the column is filled.
    pub(super) rank: u64,
    /// Why, as a sentence without its full stop.
    pub(super) why: String,
    /// Whether that is because the header says outright that it is this field.
    pub(super) by_header: bool,
}

/// What a header says that the content denies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Denied {
    pub(super) column: usize,
    pub(super) field: Field,
    pub(super) sure: u8,
    pub(super) but: &'static str,
}

/// What is given to whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Assigned {
    /// The candidate that got the field.
    pub(super) given: BTreeMap<Field, Candidate>,
    /// Everything that was weighed, the best first.
    pub(super) weighed: Vec<Candidate>,
    /// What the content denies.
    pub(super) denied: Vec<Denied>,
}

impl Assigned {
    /// Returns what a column became.
    pub(super) fn of_column(&self, column: usize) -> Option<&Candidate> {
        self.given.values().find(|candidate| candidate.column == column)
    }

    /// Returns how surely a field was found, 0 where it was not.
    pub(super) fn sure(&self, field: Field) -> u8 {
        self.given.get(&field).map_or(0, |candidate| candidate.sure)
    }

    /// Takes a field back from its column.
    pub(super) fn free(&mut self, field: Field) -> Option<Candidate> {
        self.given.remove(&field)
    }

    /// Gives a field to the best of the columns that could be it and have nothing yet.
    pub(super) fn give_to_the_next(&mut self, field: Field) {
        let next = self
            .weighed
            .iter()
            .find(|candidate| candidate.field == field && self.of_column(candidate.column).is_none())
            .cloned();
        if let Some(candidate) = next {
            self.given.entry(field).or_insert(candidate);
        }
    }
}

/// Weighs all columns against all fields of a kind of record and gives each field its best column.
pub(super) fn assign(kind: RecordKind, columns: &[ColumnSeen]) -> Assigned {
    let mut assigned = weigh(kind, columns);
    let mut taken = vec![false; columns.len()];
    for candidate in &assigned.weighed {
        let Some(taken) = taken.get_mut(candidate.column) else {
            continue;
        };
        if !*taken && !assigned.given.contains_key(&candidate.field) {
            *taken = true;
            assigned.given.insert(candidate.field, candidate.clone());
        }
    }
    assigned
}

/// Weighs all columns against all fields, the best pair first. Between equals the field that is offered first and then the
/// column that stands first are first: nothing else depends on the order of the columns.
pub(super) fn weigh(kind: RecordKind, columns: &[ColumnSeen]) -> Assigned {
    let headers = HeaderReader::of(kind);
    let mut weighed = Vec::new();
    let mut denied = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        if column.is_empty() || only_numbers_the_rows(column) {
            continue;
        }
        let heard = headers.hear(&column.name);
        for (field, weight) in &heard {
            match fit(*field, kind, column, *weight >= PLAIN) {
                Fit::Cannot(but) => denied.push(Denied {
                    column: place,
                    field: *field,
                    sure: *weight,
                    but,
                }),
                Fit::Fits(more) => {
                    let sure = (i16::from(*weight) + more).clamp(0, 99) as u8;
                    weighed.extend(candidate(
                        place,
                        column,
                        *field,
                        sure,
                        by_header(kind, column, *field, *weight),
                    ));
                }
            }
        }
        if heard.is_empty() && !is_about_somebody_else(&column.name) {
            let looks = by_content(kind, column);
            weighed.extend(
                looks.and_then(|(field, sure, why)| {
                    candidate(place, column, field, sure, (why.into(), false))
                }),
            );
        }
    }
    let offered = |field: Field| fields(kind).iter().position(|entry| entry.field == field);
    weighed.sort_by(|a, b| {
        b.rank
            .cmp(&a.rank)
            .then_with(|| offered(a.field).cmp(&offered(b.field)))
            .then_with(|| a.column.cmp(&b.column))
    });
    Assigned {
        given: BTreeMap::new(),
        weighed,
        denied,
    }
}

fn candidate(
    place: usize,
    column: &ColumnSeen,
    field: Field,
    sure: u8,
    (why, by_header): (String, bool),
) -> Option<Candidate> {
    (sure >= LEAST).then(|| Candidate {
        column: place,
        field,
        sure,
        rank: u64::from(sure) * (6_000 + 4 * column.fill() / 10),
        why,
        by_header,
    })
}

/// Returns why a header speaks for a field, and whether it says outright that it is that field.
fn by_header(kind: RecordKind, column: &ColumnSeen, field: Field, weight: u8) -> (String, bool) {
    let name = field.entry(kind).map_or("", |entry| entry.name);
    // Many things are called "Name"; that it can stand for itself says nothing.
    if weight >= 85 || key(&column.name) == key(name) {
        (format!("The header says {}", lower_first(name)), true)
    } else {
        (format!("“{}” can stand for “{name}”", column.name), false)
    }
}

/// Returns whether a column only counts the rows: such a number is another one in the next export.
pub(super) fn only_numbers_the_rows(column: &ColumnSeen) -> bool {
    const NAMES: [&str; 9] = [
        "index",
        "row",
        "row number",
        "no",
        "nr",
        "line",
        "unnamed 0",
        "unnamed",
        "lfd nr",
    ];
    let name = words(&column.name).join(" ");
    (NAMES.contains(&name.as_str()) || column.name.trim() == "#")
        && column.kind == super::SeenKind::WholeNumber
        && column.tells_rows_apart()
}

/// Returns whether a header speaks of a colleague and not of the lead, so that its e-mail addresses are not the lead's.
fn is_about_somebody_else(header: &str) -> bool {
    const COLLEAGUES: [&str; 9] = [
        "owner",
        "by",
        "manager",
        "agent",
        "rep",
        "user",
        "assistant",
        "seller",
        "sdr",
    ];
    words(header)
        .iter()
        .any(|word| COLLEAGUES.contains(&word.as_str()))
}

/// Returns a name as it stands within a sentence.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
