//! The qualified lead: what both sides agreed that one is. Three questions, under each of them criteria that can be run
//! over real leads, worked examples that act as its tests, and the promises that go with it in both directions.
//!
//! The tables hold the working text. What both sides signed is frozen in [`crate::agreements`] and never changes here.

pub mod actions;
pub mod attainment;
pub mod back_test;
mod batches;
pub(crate) mod by_day;
mod clauses;
pub(crate) mod contact_due;
pub mod content;
pub mod evaluation;
pub mod feature_analysis;
pub mod fields;
pub mod judgements;
pub mod list_items;
pub mod queries;
pub mod room;
pub mod rules;
pub mod subject;
pub mod templates;
pub mod view;
mod worksheet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::{
    ids::{DefinitionId, ListItemId},
    leads::Reason,
};
use lockstep_workspace::{people::Side, rows::row};

/// The definition of a qualified lead. A workspace has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Definition {
    /// Names it.
    pub id: DefinitionId,
    /// The sentence that stands above everything: a lead is not yet a sale (P20).
    pub sentence: String,
    /// What type of customer is the most desirable (P16), in words.
    pub customer: String,
    /// What information is needed to start the sales process (P17), in words.
    pub information: String,
    /// What has to happen in a customer's company to make the sale certain (P18), in words.
    pub certainty: String,
    /// How many points a lead needs; nothing where points do not count.
    pub threshold: Option<i64>,
    /// The days on which people work, 1 (Monday) to 7 (Sunday). Promises count these days only.
    pub working_days: Vec<u32>,
    /// Days on which nobody works.
    pub holidays: Vec<NaiveDate>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}
row!(Definition, "definition", id: DefinitionId, flags: [], lists: ["working_days", "holidays"], ours: ["created_at"]);

/// The three questions that make a lead a sales-accepted lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// What type of customer is the most desirable?
    Customer,
    /// What information do you need to start the sales process?
    Information,
    /// What has to happen in a customer's company to make the sale certain?
    Certainty,
}

impl Question {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Information, Self::Certainty];

    /// Returns the question as it is asked.
    pub fn asked(self) -> &'static str {
        match self {
            Self::Customer => "What type of customer is the most desirable?",
            Self::Information => "What information do you need to start the sales process?",
            Self::Certainty => "What has to happen in a customer’s company to make the sale certain?",
        }
    }
}

/// What a criterion does to a lead that meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A lead that does not meet it is not qualified.
    Required,
    /// It brings points towards the threshold.
    Points,
    /// A lead that meets it is no lead for sales (P22).
    Disqualifies,
}

/// What is asked of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// There is something in it.
    Known,
    /// It is one of the words.
    AnyOf,
    /// It is none of the words.
    NoneOf,
    /// One of the words stands in it, as a word or a phrase of its own.
    Contains,
    /// One of the words stands in it, perhaps as a part of a longer word.
    ContainsPart,
    /// It is a number of at least `low`.
    AtLeast,
    /// It is a number of at most `high`.
    AtMost,
    /// It is a number from `low` to `high`.
    Between,
    /// It is a day not later than `days` after the lead was handed over (P21), and not before.
    WithinDays,
    /// It says yes.
    Yes,
    /// It says no.
    No,
}

/// A field of a lead: `company`, `source`, or `attribute:Employees` for what the company's own export calls so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct FieldName(pub String);

/// One criterion: a field, what is asked of it, and what follows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Criterion {
    /// Names it.
    pub id: ListItemId,
    /// The definition it belongs to.
    pub definition: DefinitionId,
    /// Its place.
    pub rank: String,
    /// The question under which it stands; nothing for what disqualifies.
    pub question: Option<Question>,
    /// What it does.
    pub role: Role,
    /// The field; empty while none was chosen.
    pub field: FieldName,
    /// What is asked of it.
    pub test: Test,
    /// The words, where words are asked.
    pub words: Vec<String>,
    /// The lowest number.
    pub low: Option<f64>,
    /// The highest number.
    pub high: Option<f64>,
    /// How many days.
    pub days: Option<i64>,
    /// How many points it brings.
    pub points: Option<i64>,
    /// Why a lead that meets it is no lead.
    pub reason: Option<Reason>,
    /// Why both sides want it so.
    pub why: String,
}
row!(Criterion, "criterion", id: ListItemId, in: "definition", flags: [], lists: ["words"]);

/// Whether something says to go on, or to walk away (P25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// It tells that a company is about to buy.
    Trigger,
    /// It tells to walk away.
    WalkAway,
}

/// A trigger or a walk-away point, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Signal {
    /// Names it.
    pub id: ListItemId,
    /// The definition it belongs to.
    pub definition: DefinitionId,
    /// Its place.
    pub rank: String,
    /// Which of the two.
    pub kind: SignalKind,
    /// What happens.
    pub text: String,
}
row!(Signal, "signal", id: ListItemId, in: "definition");

/// What a lead is by the definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It meets all that is asked.
    Qualified,
    /// Nothing speaks against it, but something that is asked is not known.
    NotYet,
    /// Something that is asked speaks against it.
    NotQualified,
}

impl Verdict {
    /// All verdicts, the best first.
    pub const ALL: [Self; 3] = [Self::Qualified, Self::NotYet, Self::NotQualified];

    /// Returns the verdict's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qualified => "Qualified",
            Self::NotYet => "Not yet",
            Self::NotQualified => "Not qualified",
        }
    }
}

/// A worked example: a lead, and the verdict that the definition must give it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkedExample {
    /// Names it.
    pub id: ListItemId,
    /// The definition it belongs to.
    pub definition: DefinitionId,
    /// Its place.
    pub rank: String,
    /// What it is an example of.
    pub name: String,
    /// What is known of the lead, by field.
    #[ts(type = "Record<string, string | number | boolean>")]
    pub facts: Map<String, Value>,
    /// The verdict it must get.
    pub verdict: Verdict,
}
row!(WorkedExample, "worked_example", id: ListItemId, in: "definition", flags: [], lists: ["facts"]);

/// What one side promises the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PromiseKind {
    /// Marketing: so many leads a month that sales accepts.
    AcceptedLeads,
    /// Marketing: every lead has its source (P26).
    SourceGiven,
    /// Marketing: every lead that is handed over has the needed information (P17).
    InformationGiven,
    /// Sales: a person gets in touch within so many working days.
    FirstTouch,
    /// Sales: accepts or rejects within so many working days (P19).
    Decision,
    /// Sales: tries so often before giving up (P33).
    Attempts,
    /// Sales: gives a reason with every rejection (P30).
    ReasonGiven,
}

impl PromiseKind {
    /// All promises, marketing's first, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::AcceptedLeads,
        Self::SourceGiven,
        Self::InformationGiven,
        Self::FirstTouch,
        Self::Decision,
        Self::Attempts,
        Self::ReasonGiven,
    ];

    /// Returns who makes it.
    pub fn side(self) -> Side {
        match self {
            Self::AcceptedLeads | Self::SourceGiven | Self::InformationGiven => Side::Marketing,
            Self::FirstTouch | Self::Decision | Self::Attempts | Self::ReasonGiven => Side::Sales,
        }
    }

    /// Returns whether it takes the day of something done to tell that it was kept.
    pub fn rests_on_days(self) -> bool {
        matches!(self, Self::FirstTouch | Self::Decision)
    }

    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::AcceptedLeads => "Accepted leads a month",
            Self::SourceGiven => "Lead source always given",
            Self::InformationGiven => "Needed information given",
            Self::FirstTouch => "First contact in time",
            Self::Decision => "Decision in time",
            Self::Attempts => "Attempts before giving up",
            Self::ReasonGiven => "Reason always given",
        }
    }

    /// Returns whether it promises a number, and which one to begin with.
    pub fn usual_amount(self) -> Option<i64> {
        match self {
            Self::AcceptedLeads => Some(30),
            Self::FirstTouch => Some(1),
            Self::Decision => Some(5),
            Self::Attempts => Some(6),
            Self::SourceGiven | Self::InformationGiven | Self::ReasonGiven => None,
        }
    }
}

/// A promise of one side to the other (SLA).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Promise {
    /// Names it.
    pub id: ListItemId,
    /// The definition it belongs to.
    pub definition: DefinitionId,
    /// Its place.
    pub rank: String,
    /// What is promised; who promises follows from it.
    pub kind: PromiseKind,
    /// How many leads, working days or attempts.
    pub amount: Option<i64>,
    /// What else was said about it.
    pub note: String,
}
row!(Promise, "promise", id: ListItemId, in: "definition");
