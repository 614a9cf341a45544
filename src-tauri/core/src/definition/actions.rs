//! What is done with the definition as a whole: begin it from a template, change its own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Definition,
    list_items::DefinitionItem,
    templates::{self, Template},
};
use crate::{definition::subject::DEFINITION, ids::DefinitionId};
use lockstep_workspace::{
    agreements, bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    list_items::Parent,
    rows::{self, Patch},
};

/// Returns why the definition cannot be changed just now, or nothing.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn why_locked(reader: &ReadContext, id: &DefinitionId) -> Result<Option<String>> {
    let open = agreements::queries::is_proposed(reader, &DEFINITION, id.as_str())?;
    Ok(open.then(|| "The definition is proposed and waits for signatures.".into()))
}

/// Begins the definition of a qualified lead from a template; what the company's leads call a field is looked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginDefinition {
    /// The template to begin with.
    pub template: Template,
}

impl Action for BeginDefinition {
    type Outcome = Definition;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Begin the definition of a qualified lead".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<Definition> {
        let id = DefinitionId::only();
        if rows::find::<Definition>(change, &id)?.is_some() {
            return Err(
                Error::refused("The definition was begun already.").hint("Change it, or undo its beginning.")
            );
        }
        let text = templates::text(self.template);
        let begun = templates::lines(self.template, change)?;
        let definition = Definition {
            id: id.clone(),
            sentence: templates::SENTENCE.into(),
            customer: text.customer.into(),
            information: text.information.into(),
            certainty: text.certainty.into(),
            threshold: begun.threshold(text.threshold),
            working_days: vec![1, 2, 3, 4, 5],
            holidays: Vec::new(),
            created_at: change.now(),
        };
        rows::insert(change, &definition)?;
        let template = serde_json::json!(self.template);
        for (place, line) in begun.lines.into_iter().enumerate() {
            let key = format!("{template}/{place}");
            match line {
                DefinitionItem::Criterion(values) => {
                    lockstep_workspace::list_items::add_first(change, id.clone(), *values, &key)
                        .map(|_| ())?;
                }
                DefinitionItem::Signal(values) => {
                    lockstep_workspace::list_items::add_first(change, id.clone(), values, &key)
                        .map(|_| ())?;
                }
                DefinitionItem::Promise(values) => {
                    lockstep_workspace::list_items::add(change, id.clone(), values, None).map(|_| ())?;
                }
            }
        }
        Ok(definition)
    }
}

/// Changes the definition's own words: the sentence, the answers to the three questions, the threshold, the working days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditDefinition {
    /// The definition.
    pub id: DefinitionId,
    /// The fields that change.
    pub change: Patch<Definition>,
}

impl Action for EditDefinition {
    type Outcome = Definition;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Change the definition".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<Definition> {
        self.id.must_be_editable(change)?;
        let before: Definition = rows::get(change, &self.id, "The definition")?;
        let mut after = self.change.apply(&before)?;
        if after.threshold.is_some_and(|points| points < 1) {
            return Err(Error::invalid("threshold", "A threshold is at least 1 point.")
                .hint("Empty it when points do not count."));
        }
        bounds::up_to("threshold", after.threshold, bounds::MOST_POINTS)?;
        after.working_days.sort_unstable();
        after.working_days.dedup();
        if after.working_days.is_empty() || after.working_days.iter().any(|day| !(1..=7).contains(day)) {
            return Err(Error::invalid(
                "working_days",
                "At least one day of the week is a working day, from 1 (Monday) to 7 (Sunday).",
            ));
        }
        after.holidays.sort_unstable();
        after.holidays.dedup();
        for day in &after.holidays {
            bounds::day("holidays", Some(*day))?;
        }
        rows::update(change, &after)?;
        Ok(after)
    }
}
