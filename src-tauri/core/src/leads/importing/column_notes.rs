//! What the cells of a column give to think, beside what the column becomes.

use lockstep_intake::{Column, ColumnKind, day};

use super::choice::ColumnChoice;
use crate::leads::{fields::Fits, recognition::Use, terms::RecordKind};

/// Returns what somebody should know of a column's cells, in sentences: those that do not fit the rest, and numbers that may
/// stand for days.
pub(super) fn column_notes(choice: &ColumnChoice, seen: &Column, kind: RecordKind) -> Vec<String> {
    [odd_cells(seen), numbers_as_days(choice, seen, kind)]
        .into_iter()
        .flatten()
        .collect()
}

fn odd_cells(seen: &Column) -> Option<String> {
    if seen.odd_count == 0 {
        return None;
    }
    let what = match seen.kind {
        ColumnKind::Day(_) | ColumnKind::DayUnclear => "date",
        _ => "number",
    };
    let cells: Vec<String> = seen
        .odd
        .iter()
        .map(|(row, text)| format!("“{text}” in row {row}"))
        .collect();
    let named = u64::try_from(cells.len()).unwrap_or(u64::MAX);
    // The same text may stand in many rows, so the rest is not counted.
    let more = if seen.odd_count > named { " …" } else { "" };
    let cells = cells.join(", ");
    Some(match seen.odd_count {
        1 => format!("One cell is no {what}: {cells}."),
        many => format!("{many} cells are no {what}s: {cells}{more}."),
    })
}

fn numbers_as_days(choice: &ColumnChoice, seen: &Column, kind: RecordKind) -> Option<String> {
    seen.could_be_days?;
    let holds_other = match choice.becomes {
        Use::Field(field) => field
            .entry(kind)
            .is_some_and(|entry| matches!(entry.fits, Fits::Day | Fits::Month | Fits::Id | Fits::Phone)),
        _ => false,
    };
    if holds_other {
        return None;
    }
    let number = seen.samples.first()?;
    let (day, _) = day::epoch_or_serial(number)?;
    Some(format!(
        "These numbers may be days, as programs count them: {number} would be {}. If they are, choose a field for a day.",
        day.format("%-d %b %Y")
    ))
}
