//! Records that the CRM has deleted, or merged into others, and exports all the same: they count nowhere there, and so nowhere
//! here.

use lockstep_intake::{Column, ColumnKind, Row, Survey, yes_no};

use super::choice::{Choice, ColumnChoice};
use crate::leads::recognition::Use;
use lockstep_text::words;

/// Words that say of a record that it is gone, as they are written plainly.
#[rustfmt::skip]
const GONE: &[&str] = &[
    "deleted", "merged", "geloscht", "supprime", "supprimee", "efface", "eliminado", "eliminada", "borrado", "borrada", "verwijderd",
    "eliminato", "eliminata", "cancellato", "excluido", "apagado", "usuniety", "usunieto", "slettet", "raderad", "borttagen",
    "poistettu", "smazano", "удален", "удалено",
];

/// Words for a record that was put aside: deleted in one CRM, lost in another.
#[rustfmt::skip]
const ARCHIVED: &[&str] = &["archived", "archiviert", "archive", "archivado", "archivada", "gearchiveerd", "archiviato", "arquivado"];

/// What stands beside such a word and adds nothing.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "is", "was", "flag", "record", "ist", "wurde", "est", "esta", "lead", "deal", "opportunity", "contact", "c", "hs",
];

/// What makes a day of it: "Deleted At", "Gelöscht am".
#[rustfmt::skip]
const DAY: &[&str] = &["at", "on", "date", "time", "day", "am", "datum", "le", "el", "op", "il", "em", "fecha", "data", "de", "the"];

/// The columns that say which rows are deleted, and how many were.
pub(super) struct Deleted {
    columns: Vec<(usize, String, Says)>,
    /// Columns of archived records, with how many rows they say so of.
    archived: Vec<(String, u64)>,
    left_out: i64,
    known: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Yes or no.
    Yes,
    /// The day, where there was one.
    Day,
}

impl Deleted {
    /// Finds the columns. One that somebody leaves out, or reads as a field, says nothing.
    pub fn of(choice: &Choice, survey: &Survey) -> Self {
        let columns = || {
            let columns = choice.columns.iter().zip(&survey.columns).enumerate();
            columns.filter(|(_, (choice, _))| choice.becomes == Use::Attribute)
        };
        let gone = |(place, (choice, seen)): (usize, (&ColumnChoice, &Column))| {
            says(seen, GONE).map(|says| (place, choice.column.clone(), says))
        };
        let archived = |(_, (choice, seen)): (usize, (&ColumnChoice, &Column))| {
            (says(seen, ARCHIVED)? == Says::Yes).then(|| (choice.column.clone(), rows_with_yes(seen)))
        };
        Self {
            columns: columns().filter_map(gone).collect(),
            archived: columns()
                .filter_map(archived)
                .filter(|(_, rows)| *rows > 0)
                .collect(),
            left_out: 0,
            known: 0,
        }
    }

    /// Returns the column that says that a row is of a deleted record, with its place.
    pub fn says(&self, row: &Row) -> Option<(usize, &str)> {
        let found = self.columns.iter().find(|(place, _, says)| {
            let cell = row.get(*place);
            match says {
                Says::Yes => yes_no::read(cell) == Some(true),
                Says::Day => !super::cells::is_nothing(cell, &[]),
            }
        });
        found.map(|(place, name, _)| (*place, name.as_str()))
    }

    /// Counts a row that was left out; `is_known` is whether an earlier file told of its record.
    pub fn count(&mut self, is_known: bool) {
        self.left_out += 1;
        self.known += i64::from(is_known);
    }

    /// Says in words what was left out and why, and what may have to be.
    pub fn notes(&self) -> Vec<String> {
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|(_, name, _)| format!("“{name}”"))
            .collect();
        let mut said = Vec::new();
        let names = names.join(" or ");
        match self.left_out {
            0 => {}
            1 => said.push(format!(
                "One row is left out, because {names} says that its record was deleted. If it is to count, leave that column out."
            )),
            rows => said.push(format!(
                "{rows} rows are left out, because {names} says that their records were deleted. If they are to count, leave \
                 that column out."
            )),
        }
        match self.known {
            0 => {}
            1 => said.push(
                "One of the deleted records is known from an earlier file, and still counts here.".to_owned(),
            ),
            records => said.push(format!(
                "{records} of the deleted records are known from earlier files, and still count here."
            )),
        }
        for (name, archived) in &self.archived {
            said.push(match archived {
                1 => format!(
                    "One row is archived, as “{name}” says: it counts, because some programs archive what was lost."
                ),
                rows => format!(
                    "{rows} rows are archived, as “{name}” says: they count, because some programs archive what was lost."
                ),
            });
        }
        said
    }
}

/// Returns how a column says that its rows are gone, if it does.
fn says(seen: &Column, called: &[&str]) -> Option<Says> {
    let heard = words(&seen.name);
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let says_so = heard.iter().any(|word| is(word, called));
    let adds_nothing = |word: &String| is(word, called) || is(word, BESIDE);
    if !says_so {
        return None;
    }
    let is_day = matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear);
    if is_day && heard.iter().all(|word| adds_nothing(word) || is(word, DAY)) {
        return Some(Says::Day);
    }
    let is_yes_no = seen.filled > 0 && seen.values.iter().all(|(value, _)| yes_no::read(value).is_some());
    (is_yes_no && heard.iter().all(adds_nothing)).then_some(Says::Yes)
}

fn rows_with_yes(seen: &Column) -> u64 {
    let yes = seen
        .values
        .iter()
        .filter(|(value, _)| yes_no::read(value) == Some(true));
    yes.map(|(_, rows)| rows).sum()
}
