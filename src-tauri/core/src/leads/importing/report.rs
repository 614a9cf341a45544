//! What became of a file, or would become of it.

use lockstep_workspace::zone::Zone;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    DataFile, Proposed, Surveyed,
    choice::{self, ColumnChoice},
    reading_notes::reading_notes,
};
use crate::{
    ids::ImportId,
    leads::{
        recognition::{Guess, Lack, Use},
        terms::RecordKind,
    },
};

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RejectedRow {
    /// The row, counted as a spreadsheet does.
    pub row: u64,
    /// The column that is to blame, where one is.
    pub column: Option<String>,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
}

/// A value for which there is no term; its records keep the word and have no term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Untranslated {
    /// The column in which it stands.
    pub column: String,
    /// The field that the column is.
    pub field: String,
    /// The value, as it stands in the file.
    pub value: String,
    /// In how many rows.
    pub rows: u64,
}

/// Amounts that are in no sum, because they are in another currency than the workspace's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Apart {
    /// The column in which they stand.
    pub column: String,
    /// The currency: an ISO 4217 code, a sign that several share, or nothing where amounts without a currency stand among
    /// those with one.
    pub currency: Option<String>,
    /// In how many rows.
    pub rows: i64,
    /// How much that is, in hundredths of the currency's unit; nothing when it is more than can be counted.
    pub hundredths: Option<i64>,
}

/// How a column was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnRead {
    /// The name of the column, as the file has it.
    pub column: String,
    /// What it became.
    pub becomes: Use,
    /// The second field that was read from it.
    pub also: Option<String>,
    /// How sure that is, of 100; nothing when it was chosen, now or the last time.
    pub confidence: Option<u8>,
    /// Why it was read so, in words.
    pub why: String,
    /// What a person should look at.
    pub ask: Option<String>,
}

/// What became of a file, or would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    /// Names the import; nothing when it was only a preview, or nothing was new.
    pub import: Option<ImportId>,
    /// The file's name.
    pub file_name: String,
    /// What its rows are.
    pub kind: RecordKind,
    /// How sure that is, of 100.
    pub confidence: u8,
    /// Why they are taken for that, in words.
    pub why: String,
    /// Whether an earlier file of the same shape said how it is read.
    pub remembered: bool,
    /// How each column was read.
    pub columns: Vec<ColumnRead>,
    /// What the records lack.
    pub lacks: Vec<Lack>,
    /// How many rows the file has.
    pub rows: i64,
    /// How many records are new.
    pub added: i64,
    /// How many say something new.
    pub updated: i64,
    /// How many say what was known.
    pub unchanged: i64,
    /// How many rows could not be read.
    pub rejected: i64,
    /// The first thousand of them.
    pub rejected_rows: Vec<RejectedRow>,
    /// How many of the leads have no source.
    pub source_missing: i64,
    /// How many values were changed here by hand and are told otherwise by the file; what was changed here stays.
    pub conflicts: i64,
    /// Values without a term.
    pub untranslated: Vec<Untranslated>,
    /// Amounts in other currencies than the workspace's: kept with their records, apart from every sum.
    pub apart: Vec<Apart>,
    /// What was taken as likely without being asked, in words.
    pub guesses: Vec<String>,
    /// How the file was read where somebody may expect otherwise, in words.
    pub notes: Vec<String>,
    /// How many opportunities, of this file or of earlier ones, found their lead with it; below zero where some lost it.
    pub newly_linked: i64,
    /// How many opportunities of the workspace have their lead.
    pub linked: i64,
    /// How many opportunities the workspace has.
    pub opportunities: i64,
}

/// Returns the report of a file of which no row was read yet.
pub(super) fn begin(file: &DataFile, surveyed: &Surveyed, proposed: &Proposed, zone: Zone) -> ImportReport {
    let Proposed {
        recognition,
        choice,
        remembered,
        ..
    } = proposed;
    let columns = choice
        .columns
        .iter()
        .zip(&recognition.guesses)
        .map(|(choice, guess)| column_read(choice, guess, *remembered));
    ImportReport {
        import: None,
        file_name: file.name(),
        kind: choice.kind,
        confidence: recognition.confidence,
        why: recognition.why.clone(),
        remembered: *remembered,
        columns: columns.collect(),
        lacks: proposed.lacks(),
        rows: 0,
        added: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        rejected_rows: Vec::new(),
        source_missing: 0,
        conflicts: 0,
        untranslated: Vec::new(),
        apart: Vec::new(),
        guesses: proposed.guesses(surveyed),
        notes: reading_notes(choice, surveyed, zone),
        newly_linked: 0,
        linked: 0,
        opportunities: 0,
    }
}

/// Says how a column is read: as it was guessed, or as somebody chose.
pub(super) fn column_read(choice: &ColumnChoice, guess: &Guess, remembered: bool) -> ColumnRead {
    let guessed = choice.becomes == guess.becomes && choice.also == guess.also;
    ColumnRead {
        column: choice.column.clone(),
        becomes: choice.becomes,
        also: choice.also.map(choice::word),
        confidence: guessed.then_some(guess.confidence),
        why: if guessed {
            guess.why.clone()
        } else {
            "It was chosen by hand.".into()
        },
        ask: guess.ask.clone().filter(|_| guessed && !remembered),
    }
}
