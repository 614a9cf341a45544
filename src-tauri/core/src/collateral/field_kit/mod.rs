//! The field kit: the approved and current pieces for whoever never opens Lockstep, and the return slips by which they answer.

pub mod content;
mod slip;
pub mod slips;

use chrono::{DateTime, Utc};
use lockstep_workspace::rows::row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use slip::SlipNoteKind;

use crate::ids::SlipNoteId;

/// A note that came by a return slip. It counts once, however often its slip is dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedNote {
    /// Names it, as the page that wrote it did.
    pub id: SlipNoteId,
    /// Whose word it is.
    pub said_by: String,
    /// What the slip was called.
    pub file_name: String,
    /// When it was imported.
    pub imported_at: DateTime<Utc>,
}
row!(ImportedNote, "slip_note", id: SlipNoteId);
