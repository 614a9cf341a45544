//! What became of rows that were there where somebody may expect otherwise: an older file changed nothing, a decided record is
//! open again, a latest source was not taken.

use std::collections::BTreeMap;

use rusqlite::types::Value as Sql;

use super::{identity::text_of, merging::Merged, record::Record};
use crate::leads::terms::{Acceptance, LeadStage, Outcome, RecordKind, Term};

/// How many records are named.
const NAMED: usize = 3;

/// Records that were counted, and the first of them by name.
#[derive(Debug, Default)]
pub(super) struct Named {
    count: i64,
    named: Vec<String>,
}

impl Named {
    /// Counts one more.
    pub fn add(&mut self, name: impl FnOnce() -> String) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(name());
        }
    }

    /// Says it in the words for one or for several, in which `{count}` and `{named}` stand for them.
    pub fn note(&self, of_one: &str, of_many: &str) -> Option<String> {
        let text = match self.count {
            0 => return None,
            1 => of_one.to_owned(),
            count => of_many.replace("{count}", &count.to_string()),
        };
        let has_more = usize::try_from(self.count).is_ok_and(|count| count > self.named.len());
        let more = if has_more { " …" } else { "" };
        Some(text.replace("{named}", &format!("{}{more}", self.named.join(", "))))
    }
}

/// Rows by their places, with the names of the first of them.
#[derive(Debug, Default)]
struct Places(BTreeMap<i64, Option<String>>);

impl Places {
    /// Notes a row, or that it is none of these any more: a later row of the file tells something else of it.
    fn note(&mut self, place: i64, is_one: bool, name: impl FnOnce() -> String) {
        const KEPT: usize = 100;
        if is_one {
            let name = (self.0.len() < KEPT).then(name);
            self.0.entry(place).or_insert(name);
        } else if !self.0.is_empty() {
            self.0.remove(&place);
        }
    }

    fn note_in_words(&self, of_one: &str, of_many: &str) -> Option<String> {
        let named = self.0.values().flatten().take(NAMED).cloned().collect();
        let count = i64::try_from(self.0.len()).unwrap_or(i64::MAX);
        Named { count, named }.note(of_one, of_many)
    }
}

/// What became of rows where that may surprise.
#[derive(Debug, Default)]
pub(super) struct UpdateNotes {
    /// The file itself says that it tells an earlier state than is known.
    older: Places,
    /// A record was decided and is not any more, and nothing says which file is later.
    undecided: Places,
    /// The file tells another latest source, and the one that was set once stays.
    latest_source: Places,
}

impl UpdateNotes {
    /// Looks at what a record makes of a row.
    pub fn look(&mut self, place: i64, record: &Record, standing: &[Sql], merged: &Merged) {
        let name = || name_of(record, &merged.values);
        self.older.note(place, merged.is_older, name);
        self.latest_source.note(place, merged.keeps_source, name);
        if merged.values.as_slice() == standing {
            return;
        }
        let was = decided(record, standing);
        let is = open_again(record, &merged.values);
        // What an earlier row of the file undid stays undone until a later row decides it.
        if was.is_some() || is.is_none() {
            self.undecided.note(place, was.is_some() && is.is_some(), || {
                format!(
                    "{} ({}, now {})",
                    name(),
                    was.unwrap_or_default(),
                    is.unwrap_or_default()
                )
            });
        }
    }

    /// Notes that the file tells the row as it stands.
    pub fn settle(&mut self, place: i64) {
        self.older.note(place, false, String::new);
    }

    /// Says it, each in a sentence or two.
    pub fn notes(&self, kind: RecordKind) -> Vec<String> {
        let (one, many) = match kind {
            RecordKind::Leads => ("lead", "leads"),
            RecordKind::Opportunities => ("opportunity", "opportunities"),
            RecordKind::Costs => ("cost", "costs"),
        };
        let said = |found: &Places, of_one: &str, of_many: &str| {
            found.note_in_words(&of_one.replace("{one}", one), &of_many.replace("{many}", many))
        };
        [
            said(
                &self.older,
                "One {one} was changed after this file says it was, by an export that is in already: the later state stays \
                 ({named}).",
                "{count} {many} were changed after this file says they were, by an export that is in already: the later states \
                 stay ({named}).",
            ),
            said(
                &self.undecided,
                "One {one} was decided and is no longer, by this file: {named}. If the file is older than what is in, leave it \
                 out, or take its import back.",
                "{count} {many} were decided and are no longer, by this file: {named}. If the file is older than what is in, \
                 leave it out, or take its import back.",
            ),
            said(
                &self.latest_source,
                "One {one} has another latest source than the one that is known: the source is set once, and stays ({named}).",
                "{count} {many} have other latest sources than those that are known: the source is set once, and stays \
                 ({named}).",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn name_of(record: &Record, values: &[Sql]) -> String {
    ["name", "email", "external_id", "company", "source", "campaign"]
        .iter()
        .find_map(|column| text_of(record.table, values, column))
        .unwrap_or_default()
        .to_owned()
}

/// Returns what was decided of a record: won, lost, accepted, rejected or converted.
fn decided(record: &Record, values: &[Sql]) -> Option<&'static str> {
    let says = |column: &str, term: Term| text_of(record.table, values, column) == Some(term.word().as_str());
    [
        ("outcome", Term::Outcome(Outcome::Won), "won"),
        ("outcome", Term::Outcome(Outcome::Lost), "lost"),
        ("stage", Term::Stage(LeadStage::Converted), "converted"),
        ("stage", Term::Stage(LeadStage::Rejected), "rejected"),
        ("stage", Term::Stage(LeadStage::Accepted), "accepted"),
        ("accepted", Term::Acceptance(Acceptance::Rejected), "rejected"),
        ("accepted", Term::Acceptance(Acceptance::Accepted), "accepted"),
    ]
    .into_iter()
    .find(|(column, term, _)| says(column, *term))
    .map(|(.., word)| word)
}

/// Returns in what state a record is that nobody decided on; nothing where somebody did, or where it was put off.
fn open_again(record: &Record, values: &[Sql]) -> Option<String> {
    let later = [LeadStage::Recycled, LeadStage::Disqualified];
    let stage = text_of(record.table, values, "stage");
    if decided(record, values).is_some()
        || later
            .iter()
            .any(|term| stage == Some(Term::Stage(*term).word().as_str()))
    {
        return None;
    }
    let said = ["stage_said", "outcome", "stage"]
        .iter()
        .find_map(|column| text_of(record.table, values, column));
    Some(said.map_or_else(|| "open".to_owned(), |said| format!("“{said}”")))
}
