//! What screens ask about the definition: its page, and the verdict on a lead that somebody typed in.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    Criterion, Definition, PromiseKind, Question, Role, SignalKind, actions,
    content::DefinitionContent,
    rules::facts::typed,
    rules::{completeness, reading},
    subject,
    templates::{self, TemplateEntry},
    view::{CriterionView, DefinitionView, ExampleView, JudgedLead, PromiseOffer, PromiseView, QuestionView},
};
use crate::{definition::subject::DEFINITION, ids::DefinitionId};
use lockstep_workspace::{
    agreements::{AgreementView, queries as agreements},
    context::{Query, ReadContext},
    error::{Error, Result},
    rows,
    waiting::{self, Waiting},
    words::Words,
};

/// Opens the page of the definition: the draft, or the frozen text of a version; nothing while none was begun.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenDefinition {
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl Query for OpenDefinition {
    type Answer = Option<DefinitionView>;

    fn answer(self, reader: &ReadContext) -> Result<Option<DefinitionView>> {
        let id = DefinitionId::only();
        if rows::find::<Definition>(reader, &id)?.is_none() {
            return Ok(None);
        }
        let agreement = agreements::view(reader, &DEFINITION, id.as_str())?;
        let locked = match self.version {
            Some(number) => Some(format!("This is version {number} as it was signed.")),
            None => actions::why_locked(reader, &id)?,
        };
        let content = content_of(reader, self.version)?;
        Ok(Some(page(content, self.version, locked, agreement)))
    }
}

/// Opens the definition as a document has it: a version, or the draft. A draft that says nothing else than what is in force
/// is given as that version, so that no page under the seal shows a word that was not signed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DefinitionDocument {
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl Query for DefinitionDocument {
    type Answer = DefinitionView;

    fn answer(self, reader: &ReadContext) -> Result<DefinitionView> {
        let page = |version| OpenDefinition { version }.answer(reader)?.ok_or_else(not_begun);
        let view = page(self.version)?;
        let agreed = view.agreement.in_force.as_ref().and_then(|known| known.version);
        let says_the_same = self.version.is_none() && view.agreement.differences.is_empty();
        match agreed.filter(|_| says_the_same) {
            Some(version) => page(Some(version)),
            None => Ok(view),
        }
    }
}

fn not_begun() -> Error {
    Error::not_found("The definition of a qualified lead").hint("Begin it under Qualified lead.")
}

/// Returns what a version says, or the draft.
///
/// # Errors
/// `NotFound` when none was begun, or there is no such version.
pub(crate) fn content_of(reader: &ReadContext, version: Option<u32>) -> Result<DefinitionContent> {
    let id = DefinitionId::only();
    match version {
        None => {
            rows::find::<Definition>(reader, &id)?.ok_or_else(not_begun)?;
            DefinitionContent::draft(reader, &id)
        }
        Some(number) => {
            let (_, text) = agreements::text_of_version(reader, &DEFINITION, id.as_str(), number)?;
            let mut content = subject::read(&text)?;
            // Instants are told in the days the company counts in now, for a frozen text, too.
            content.company.time_zone = reader.zone().name().into();
            Ok(content)
        }
    }
}

/// Judges a lead that somebody typed in: by the draft, or by a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryLead {
    /// What is known of the lead, by field (`company`, `attribute:Employees`).
    #[ts(type = "Record<string, string | number | boolean | null>")]
    pub facts: Map<String, Value>,
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl Query for TryLead {
    type Answer = JudgedLead;

    fn answer(self, reader: &ReadContext) -> Result<JudgedLead> {
        let content = content_of(reader, self.version)?;
        let words = Words::new(&content.company);
        let facts = typed(&self.facts, words.decimal_mark());
        Ok(content.judge(&facts, Some(reader.today()), &words))
    }
}

/// Lists the templates with which a definition can begin.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListTemplates {}

impl Query for ListTemplates {
    type Answer = Vec<TemplateEntry>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<TemplateEntry>> {
        templates::entries(reader)
    }
}

fn page(
    content: DefinitionContent,
    version: Option<u32>,
    locked: Option<String>,
    agreement: AgreementView,
) -> DefinitionView {
    let words = Words::new(&content.company);
    let missing = completeness::missing(&content);
    let criterion = |criterion: &Criterion| CriterionView {
        label: criterion.field.label(),
        sentence: reading::criterion(criterion, &words),
        consequence: reading::consequence(criterion, &words),
        missing: completeness::missing_in_criterion(criterion).map(Into::into),
        criterion: criterion.clone(),
    };
    let questions = Question::ALL.map(|question| QuestionView {
        question,
        asked: question.asked().into(),
        answer: match question {
            Question::Customer => content.definition.customer.clone(),
            Question::Information => content.definition.information.clone(),
            Question::Certainty => content.definition.certainty.clone(),
        },
        criteria: content
            .criteria
            .iter()
            .filter(|one| one.question == Some(question))
            .map(criterion)
            .collect(),
    });
    let examples = content
        .examples
        .iter()
        .map(|example| {
            let facts = typed(&example.facts, words.decimal_mark());
            let judged = content.judge(&facts, None, &words);
            ExampleView {
                comes_out_right: judged.verdict == example.verdict,
                judged,
                example: example.clone(),
            }
        })
        .collect();
    let signals = |kind| {
        content
            .signals
            .iter()
            .filter(|signal| signal.kind == kind)
            .cloned()
            .collect()
    };
    // Marketing's and sales' stand side by side, each in the order in which they are offered.
    let promises = PromiseKind::ALL
        .into_iter()
        .filter_map(|kind| content.promises.iter().find(|promise| promise.kind == kind))
        .map(|promise| PromiseView {
            side: promise.kind.side(),
            name: promise.kind.name().into(),
            sentence: reading::promise(promise, &words),
            has_amount: promise.kind.usual_amount().is_some(),
            missing: completeness::missing_in_promise(promise).map(Into::into),
            promise: promise.clone(),
        })
        .collect();
    let offers = PromiseKind::ALL
        .into_iter()
        .filter(|kind| !content.promises.iter().any(|promise| promise.kind == *kind))
        .map(|kind| PromiseOffer {
            kind,
            side: kind.side(),
            name: kind.name().into(),
            amount: kind.usual_amount(),
        })
        .collect();
    DefinitionView {
        has_points: content.criteria.iter().any(|one| one.role == Role::Points),
        non_leads: content
            .criteria
            .iter()
            .filter(|one| one.question.is_none())
            .map(criterion)
            .collect(),
        questions: questions.into(),
        triggers: signals(SignalKind::Trigger),
        walk_aways: signals(SignalKind::WalkAway),
        examples,
        promises,
        offers,
        version,
        locked,
        agreement,
        missing,
        company: content.company,
        definition: content.definition,
    }
}

/// Returns what waits for whom with the definition; nothing while none was begun.
pub(crate) fn waiting(reader: &ReadContext) -> Result<Option<Waiting>> {
    let Some(view) = OpenDefinition::default().answer(reader)? else {
        return Ok(None);
    };
    let agreement = &view.agreement;
    Ok(waiting::on_a_draft(
        crate::definition::room::NAME,
        "the definition of a qualified lead",
        agreement.in_force.is_some(),
        agreement.proposed.as_ref(),
        !agreement.differences.is_empty(),
        view.missing.len(),
    ))
}
