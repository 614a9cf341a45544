//! What is done with the buying cycle as a whole: begin it, and copy a persona with all that is known of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BuyingCycle, Insight, Persona, PersonaId, starter_set};
use crate::ids::BuyingCycleId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    list_items,
    rows::{self, Patch},
};

/// Begins the buying cycle: with a starter set of personas and phases to make one's own, or empty.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginBuyingCycle {
    /// Whether it begins with the starter set.
    pub with_starter_set: bool,
}

impl Action for BeginBuyingCycle {
    type Outcome = BuyingCycle;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(match self.with_starter_set {
            true => "Begin the buying cycle with the starter set".into(),
            false => "Begin the buying cycle".into(),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<BuyingCycle> {
        let id = BuyingCycleId::only();
        if rows::find::<BuyingCycle>(change, &id)?.is_some() {
            return Err(
                Error::refused("There is a buying cycle already.").hint("Change it, or undo its beginning.")
            );
        }
        let buying_cycle = BuyingCycle {
            id,
            created_at: change.now(),
        };
        rows::insert(change, &buying_cycle)?;
        if self.with_starter_set {
            starter_set::write(change, &buying_cycle.id)?;
        }
        Ok(buying_cycle)
    }
}

/// Copies a persona with all that is known of it, under another name. Its title words stay with the original: a job title
/// tells of one persona only.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyPersona {
    /// The persona to copy.
    pub id: PersonaId,
    /// What the copy is called.
    pub name: String,
}

impl Action for CopyPersona {
    type Outcome = Persona;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let of: Persona = rows::get(reader, &self.id, "This persona")?;
        Ok(match of.name.trim() {
            "" => format!("Copy a persona as “{}”", self.name.trim()),
            name => format!("Copy persona “{name}” as “{}”", self.name.trim()),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<Persona> {
        let of: Persona = rows::get(change, &self.id, "This persona")?;
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Error::invalid("name", "Give the copy a name."));
        }
        let values = [
            ("name", name),
            ("role", &of.role),
            ("goals", &of.goals),
            ("pains", &of.pains),
            ("convinced_by", &of.convinced_by),
            ("objections", &of.objections),
        ]
        .map(|(field, text)| (field.to_owned(), text.into()));
        let values = Patch::from_iter(values);
        let copy: Persona = list_items::add(change, of.buying_cycle, values, Some(of.id))?;
        let insights: Vec<Insight> = rows::all(change, "WHERE persona = ?1 ORDER BY rank, id", [&self.id])?;
        for insight in insights {
            let values = serde_json::from_value(serde_json::json!({
                "persona": copy.id, "phase": insight.phase, "kind": insight.kind, "text": insight.text,
                "evidence": insight.evidence, "evidence_on": insight.evidence_on,
                "evidence_note": insight.evidence_note,
            }))?;
            list_items::add::<Insight>(change, insight.buying_cycle, values, None)?;
        }
        Ok(copy)
    }
}
