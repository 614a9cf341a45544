//! The definition as something that is agreed: its canonical text, and what is missing before it can be proposed.

use serde_json::Value;

use super::{Definition, clauses::clauses, content::DefinitionContent, rules::completeness};
use crate::ids::DefinitionId;
use lockstep_workspace::{
    agreements::{self, Clause, SubjectKind},
    context::ReadContext,
    error::{Error, Result},
    rows,
};

/// The definition of a qualified lead, as a kind of thing that is agreed.
pub static DEFINITION: SubjectKind = SubjectKind::named("definition");

/// The definition, to the agreements.
pub struct DefinitionSubject;

impl agreements::Subject for DefinitionSubject {
    fn kind(&self) -> SubjectKind {
        DEFINITION.clone()
    }

    fn title(&self, reader: &ReadContext, subject: &str) -> Result<String> {
        rows::get::<Definition>(reader, &DefinitionId(subject.into()), "The definition")?;
        Ok("the definition of a qualified lead".into())
    }

    fn text(&self, reader: &ReadContext, subject: &str) -> Result<Value> {
        let content = DefinitionContent::draft(reader, &DefinitionId(subject.into()))?;
        Ok(serde_json::to_value(settled(content))?)
    }

    fn clauses(&self, text: &str) -> Result<Vec<Clause>> {
        Ok(clauses(&read(text)?))
    }

    fn missing(&self, reader: &ReadContext, subject: &str) -> Result<Vec<String>> {
        let content = DefinitionContent::draft(reader, &DefinitionId(subject.into()))?;
        Ok(completeness::missing(&content)
            .into_iter()
            .map(|missing| missing.message)
            .collect())
    }
}

/// Returns the content without what is no part of the agreement: how lines are ordered inside.
fn settled(mut content: DefinitionContent) -> DefinitionContent {
    content.criteria.iter_mut().for_each(|line| line.rank.clear());
    content.signals.iter_mut().for_each(|line| line.rank.clear());
    content.examples.iter_mut().for_each(|line| line.rank.clear());
    content.promises.iter_mut().for_each(|line| line.rank.clear());
    content
}

/// Reads a frozen text.
///
/// # Errors
/// `Damaged` when it is none.
pub fn read(text: &str) -> Result<DefinitionContent> {
    serde_json::from_str(text).map_err(|error| {
        Error::damaged(format!(
            "The text of a signed definition cannot be read: {error}."
        ))
    })
}
