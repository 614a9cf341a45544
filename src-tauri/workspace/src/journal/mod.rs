//! The journal: every change is one entry with the rows it changed, before and after. Undo and redo, the history of the
//! workspace and of every field, who changed what, and the discovery of damage all come from it.

mod fields;
pub mod queries;
pub mod recorder;
mod restore;
pub mod row_images;
mod wording;

pub use queries::{
    ChangedField, History, HistoryEntry, HistoryPage, OpenEntry, Redo, Undo, UndoState, UndoStep,
    WhatCanBeUndone,
};
pub use restore::RestoreField;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::EntryId, people::Side};

/// What kind of entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Somebody did something that can be undone.
    Action,
    /// Somebody did something for good.
    Milestone,
    /// Somebody undid an entry.
    Undo,
    /// Somebody redid what was undone.
    Redo,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// Names the entry.
    pub id: EntryId,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Who did it, as they were called then; nothing where nobody was said to be at the keyboard.
    pub person_name: Option<String>,
    /// The side of whoever did it, then.
    pub side: Option<Side>,
    /// What was done, in words.
    pub summary: String,
    /// What kind of entry it is.
    pub kind: EntryKind,
}
