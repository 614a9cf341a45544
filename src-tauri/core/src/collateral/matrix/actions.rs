//! What is decided of the content matrix: whether a cell is required, and what needs no piece, with the reason.

use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MatrixMark;
use crate::{
    buyers::{BuyingPhase, BuyingPhaseId, Insight, Persona, PersonaId},
    ids::{ListItemId, MatrixMarkId},
};

/// Decides whether pieces are required in a cell, or for a need in it. Not required, it says why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkMatrix {
    /// The persona.
    pub persona: PersonaId,
    /// The phase.
    pub phase: BuyingPhaseId,
    /// The need; the whole cell where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub need: Option<ListItemId>,
    /// Whether pieces are required.
    pub is_required: bool,
    /// Why none is.
    #[serde(default)]
    #[ts(optional)]
    pub because: Option<String>,
}

impl Action for MarkMatrix {
    type Outcome = MatrixMark;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let persona: Persona = rows::get(reader, &self.persona, "This persona")?;
        let phase: BuyingPhase = rows::get(reader, &self.phase, "This phase")?;
        let verb = if self.is_required {
            "Require pieces"
        } else {
            "Need no piece"
        };
        Ok(format!("{verb} for {} in {}", persona.name, phase.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<MatrixMark> {
        rows::get::<Persona>(change, &self.persona, "This persona")?;
        rows::get::<BuyingPhase>(change, &self.phase, "This phase")?;
        if let Some(need) = &self.need {
            let insight: Insight = rows::get(change, need, "This need")?;
            if (&insight.persona, &insight.phase) != (&self.persona, &self.phase) {
                return Err(Error::invalid("need", "This need stands in another cell."));
            }
        }
        let mark = settled(MatrixMark {
            id: MatrixMark::id_of(&self.persona, &self.phase, self.need.as_ref()),
            persona: self.persona,
            phase: self.phase,
            need: self.need,
            is_required: self.is_required,
            not_needed_because: self.because.unwrap_or_default(),
        })?;
        match rows::find::<MatrixMark>(change, &mark.id)? {
            Some(_) => rows::update(change, &mark)?,
            None => rows::insert(change, &mark)?,
        }
        Ok(mark)
    }
}

fn settled(mut mark: MatrixMark) -> Result<MatrixMark> {
    mark.not_needed_because = mark.not_needed_because.trim().to_owned();
    if mark.is_required {
        mark.not_needed_because.clear();
    } else if mark.not_needed_because.is_empty() {
        return Err(Error::invalid("because", "Say why no piece is needed here."));
    }
    Ok(mark)
}

/// Changes what was decided: puts a field back as it was.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditMatrixMark {
    /// What was decided.
    pub id: MatrixMarkId,
    /// The fields that change.
    pub change: Patch<MatrixMark>,
}

impl Action for EditMatrixMark {
    type Outcome = MatrixMark;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Change what is required in the content matrix".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<MatrixMark> {
        let before: MatrixMark = rows::get(change, &self.id, "This decision")?;
        let mark = settled(self.change.apply(&before)?)?;
        rows::update(change, &mark)?;
        Ok(mark)
    }
}
