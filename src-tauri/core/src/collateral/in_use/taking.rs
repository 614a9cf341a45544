//! How often a piece was taken out of the library: opened, saved as a copy, or sent in a pack. Counted in this file, day by day, and told
//! to nobody else; it says nothing of who it was.

use std::collections::{BTreeSet, HashMap};

use lockstep_workspace::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    collateral::{actions::piece, merging::Merged},
    ids::PieceId,
};

/// How a piece is taken out of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Taking {
    /// Opened in the program that shows it, or in the browser.
    Opened,
    /// Saved as a copy.
    Saved,
    /// Put into a pack for somebody.
    Sent,
}

impl Taking {
    fn word(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Saved => "saved",
            Self::Sent => "sent",
        }
    }
}

/// Counts that pieces were taken out of the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CountTaken {
    /// The pieces.
    pub pieces: Vec<PieceId>,
    /// How they were taken.
    pub how: Taking,
}

impl Action for CountTaken {
    type Outcome = ();
    const UNDO: UndoPolicy = UndoPolicy::Untracked;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(String::new())
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let day = change.today();
        let pieces: BTreeSet<&PieceId> = self.pieces.iter().collect();
        for id in pieces {
            piece(change, id)?;
            change
                .db()
                .prepare_cached(
                    "INSERT INTO piece_taken (piece, day, how, times) VALUES (?1, ?2, ?3, 1)
                     ON CONFLICT (piece, day, how) DO UPDATE SET times = times + 1",
                )?
                .execute(params![id, day.to_string(), self.how.word()])?;
        }
        Ok(())
    }
}

/// How often a piece was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct TakenCounts {
    /// Opened.
    pub opened: i64,
    /// Saved as a copy.
    pub saved: i64,
    /// Put into a pack for somebody.
    pub sent: i64,
}

/// Returns how often each piece was taken.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn taken(reader: &ReadContext) -> Result<HashMap<PieceId, TakenCounts>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT piece, how, sum(times) FROM piece_taken GROUP BY piece, how")?;
    let mut rows = statement.query([])?;
    let merged = Merged::read(reader)?;
    let mut all: HashMap<PieceId, TakenCounts> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (piece, how, times): (PieceId, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let counts = all.entry(merged.resolve(piece)).or_default();
        match how.as_str() {
            "opened" => counts.opened += times,
            "saved" => counts.saved += times,
            "sent" => counts.sent += times,
            other => {
                return Err(Error::damaged(format!(
                    "“{other}” is no way in which a piece is taken."
                )));
            }
        }
    }
    Ok(all)
}
