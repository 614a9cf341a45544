//! The content matrix (P47): for each persona in each phase what they need to know, which approved pieces answer it, how these
//! fare, and how many open leads and how much open value sit there. Where something is missing is a gap.

pub mod actions;
mod leads_in_cells;
pub mod queries;
pub mod view;

use lockstep_workspace::rows::row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    ids::{ListItemId, MatrixMarkId, derived},
};

/// What was decided of a cell of the matrix, or of one need in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MatrixMark {
    /// Names it: it follows from what it is about.
    pub id: MatrixMarkId,
    /// The persona.
    pub persona: PersonaId,
    /// The phase.
    pub phase: BuyingPhaseId,
    /// The need; nothing where it is about the whole cell.
    pub need: Option<ListItemId>,
    /// Whether pieces are required here.
    pub is_required: bool,
    /// Why none is needed; empty where one is.
    pub not_needed_because: String,
}
row!(MatrixMark, "matrix_mark", id: MatrixMarkId, flags: ["is_required"], lists: [],
     ours: ["persona", "phase", "need"]);

impl MatrixMark {
    /// Returns the id of what is decided of a cell, or of a need in it: two copies of a workspace make the same.
    pub fn id_of(persona: &PersonaId, phase: &BuyingPhaseId, need: Option<&ListItemId>) -> MatrixMarkId {
        let need = need.map_or("", ListItemId::as_str);
        derived(&["matrix_mark", persona.as_str(), phase.as_str(), need]).into()
    }
}
