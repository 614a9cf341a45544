//! What screens show of the definition: the page, a judged lead, what is missing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Criterion, Definition, FieldName, Promise, PromiseKind, Question, Role, Signal, Verdict, WorkedExample,
    rules::reading,
};
use crate::ids::ListItemId;
use lockstep_workspace::{agreements::AgreementView, company::Company, people::Side, words::Words};

/// The parts of the page, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DefinitionPart")]
pub enum Part {
    /// A lead is not yet a sale.
    Sentence,
    /// The first question.
    Customer,
    /// The second question.
    Information,
    /// The third question.
    Certainty,
    /// How many points are needed.
    Threshold,
    /// What is no lead.
    NonLeads,
    /// Triggers and walk-away points.
    Signals,
    /// Worked examples.
    Examples,
    /// What each side promises.
    Promises,
    /// Propose, sign, in force.
    Agreement,
}

impl Part {
    /// Returns the part of a question.
    pub fn of(question: Question) -> Self {
        match question {
            Question::Customer => Self::Customer,
            Question::Information => Self::Information,
            Question::Certainty => Self::Certainty,
        }
    }

    /// Returns the part in which a criterion stands.
    pub fn of_criterion(criterion: &Criterion) -> Self {
        criterion.question.map_or(Self::NonLeads, Self::of)
    }

    /// Returns the part's title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Sentence => "What it says first",
            Self::Customer => "The most desirable customer",
            Self::Information => "The information to start with",
            Self::Certainty => "What makes the sale certain",
            Self::Threshold => "Points",
            Self::NonLeads => "What is no lead",
            Self::Signals => "Triggers and walk-away points",
            Self::Examples => "Worked examples",
            Self::Promises => "Promises in both directions",
            Self::Agreement => "Agreement",
        }
    }
}

/// Something that stands between the draft of the definition and a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DefinitionMissing {
    /// Where it can be mended.
    pub part: Part,
    /// The line it is about, where it is about one.
    pub line: Option<String>,
    /// What is missing.
    pub message: String,
}

/// What a criterion said to one lead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgedCriterion {
    /// The criterion.
    pub id: ListItemId,
    /// What it does.
    pub role: Role,
    /// It as a sentence.
    pub sentence: String,
    /// What follows from it.
    pub consequence: String,
    /// The field it looks at.
    pub field: FieldName,
    /// What the field is called.
    pub label: String,
    /// What was found there; nothing when it is not known.
    pub found: Option<String>,
    /// Whether the lead meets it; nothing when that cannot be told.
    pub met: Option<bool>,
}

impl JudgedCriterion {
    /// Says what a criterion said to a lead in which `found` stands.
    pub fn of(criterion: &Criterion, met: Option<bool>, found: Option<String>, words: &Words) -> Self {
        Self {
            id: criterion.id.clone(),
            role: criterion.role,
            sentence: reading::criterion(criterion, words),
            consequence: reading::consequence(criterion, words),
            field: criterion.field.clone(),
            label: criterion.field.label(),
            found,
            met,
        }
    }
}

/// A verdict on a lead, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgedLead {
    /// What the definition says of it.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub because: String,
    /// The points it has, where points count.
    pub points: Option<i64>,
    /// The points it needs, where points count.
    pub threshold: Option<i64>,
    /// What is asked and not known, by the fields' names.
    pub missing: Vec<String>,
    /// What each criterion said.
    pub criteria: Vec<JudgedCriterion>,
}

/// A criterion, with how it reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CriterionView {
    /// The criterion.
    pub criterion: Criterion,
    /// The field's name.
    pub label: String,
    /// It as a sentence: "Employees is known and at least 50".
    pub sentence: String,
    /// What follows from it: "required", "20 points".
    pub consequence: String,
    /// What it needs before it can be asked of a lead; nothing when it can.
    pub missing: Option<String>,
}

/// A worked example, with what the definition makes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExampleView {
    /// The lead, and the verdict that was agreed on it.
    pub example: WorkedExample,
    /// What the definition makes of it.
    pub judged: JudgedLead,
    /// Whether that is what it must be.
    pub comes_out_right: bool,
}

/// A promise, with how it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromiseView {
    /// The promise.
    pub promise: Promise,
    /// Who makes it.
    pub side: Side,
    /// What it is called.
    pub name: String,
    /// It as a sentence.
    pub sentence: String,
    /// Whether it promises a number.
    pub has_amount: bool,
    /// What it needs; nothing when it can be kept or broken.
    pub missing: Option<String>,
}

/// A promise that could be made and was not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromiseOffer {
    /// What would be promised.
    pub kind: PromiseKind,
    /// Who would make it.
    pub side: Side,
    /// What it is called.
    pub name: String,
    /// The number to begin with.
    pub amount: Option<i64>,
}

/// One of the three questions, with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Which of the three it is.
    pub question: Question,
    /// As it is asked.
    pub asked: String,
    /// The answer in words.
    pub answer: String,
    /// The criteria under it.
    pub criteria: Vec<CriterionView>,
}

/// The page of the definition: the draft, or the frozen text of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DefinitionView {
    /// Whose definition it is.
    pub company: Company,
    /// The definition itself.
    pub definition: Definition,
    /// The three questions.
    pub questions: Vec<QuestionView>,
    /// Whether criteria bring points.
    pub has_points: bool,
    /// What is no lead.
    pub non_leads: Vec<CriterionView>,
    /// What tells that a company is about to buy.
    pub triggers: Vec<Signal>,
    /// What tells to walk away.
    pub walk_aways: Vec<Signal>,
    /// The worked examples.
    pub examples: Vec<ExampleView>,
    /// The promises, marketing's and sales'.
    pub promises: Vec<PromiseView>,
    /// What could be promised besides.
    pub offers: Vec<PromiseOffer>,
    /// The version that is shown; nothing for the draft.
    pub version: Option<u32>,
    /// Why it cannot be changed just now; nothing when it can.
    pub locked: Option<String>,
    /// Where the agreement stands.
    pub agreement: AgreementView,
    /// What is missing before it can be proposed.
    pub missing: Vec<DefinitionMissing>,
}
