//! Promises kept: what both sides promised, held against what happened, in the same layout for both. A promise counts as
//! kept, late, or overdue; what is not due yet is left out, and what the files cannot tell is said to be so.

mod counting;
mod done;
mod tally;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    FieldName, Promise, PromiseKind, Question, Role, Test,
    content::{DefinitionContent, is_ready},
    queries::content_of,
    rules::{reading, working_days::WorkingDays},
};
use crate::{
    agreements::{SubjectKind, VersionState, queries as agreements},
    change::{Query, Reader},
    error::Result,
    ids::DefinitionId,
    leads::{columns::LeadColumns, period::Period, rules::Rate},
    people::Side,
    words::Words,
    workspace::company::Company,
};
use counting::Keeping;
use tally::Tally;

/// Shows how the promises of both sides were kept: those in force, else those of the draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PromisesKept {
    /// Only for leads that were handed over (where that is not known: came in) on this day or later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

/// How one promise was kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KeptPromise {
    /// What was promised.
    pub kind: PromiseKind,
    /// By whom.
    pub side: Side,
    /// What it is called.
    pub name: String,
    /// It as a sentence.
    pub sentence: String,
    /// What is counted: "leads" or "months".
    pub counted: String,
    /// On time.
    pub on_time: i64,
    /// Done, but late.
    pub late: i64,
    /// Due, and not done.
    pub overdue: i64,
    /// Not due yet; left out of the rate.
    pub not_yet_due: i64,
    /// What the files do not tell; left out of the rate.
    pub cannot_be_told: i64,
    /// On time ÷ (on time + late + overdue).
    pub kept: Rate,
    /// The middle number of working days that it took, where days are promised.
    pub median_days: Option<f64>,
    /// The number of working days within which nine of ten were done, where days are promised.
    pub most_days: Option<i64>,
    /// Why nothing can be said; nothing where something can.
    pub why_not: Option<String>,
}

/// How the promises of one side were kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KeptBySide {
    /// The side.
    pub side: Side,
    /// Each promise.
    pub promises: Vec<KeptPromise>,
    /// All promises of leads together: on time ÷ (on time + late + overdue).
    pub kept: Rate,
    /// What is overdue.
    pub overdue: i64,
}

/// How the promises of both sides were kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PromisesKeptView {
    /// The version whose promises these are; nothing for the draft.
    pub version: Option<u32>,
    /// How many leads are looked at.
    pub leads: i64,
    /// Marketing and sales, in the same layout.
    pub sides: Vec<KeptBySide>,
}

impl Query for PromisesKept {
    type Answer = Option<PromisesKeptView>;

    fn answer(self, reader: &Reader) -> Result<Option<PromisesKeptView>> {
        let id = DefinitionId::only();
        let standing = agreements::standing(reader, SubjectKind::Definition, id.as_str())?;
        let version = standing
            .iter()
            .find(|version| version.state == VersionState::InForce)
            .and_then(|version| version.version);
        if version.is_none() && crate::rows::find::<super::Definition>(reader, &id)?.is_none() {
            return Ok(None);
        }
        let content = content_of(reader, version)?;
        let asked = Asked {
            needed: needed(&content),
            promises: content.promises,
            working: WorkingDays::new(&content.definition.working_days, &content.definition.holidays),
            company: content.company,
            period: Period::of(self.from, self.to),
            today: reader.today(),
        };
        let leads = reader.lead_columns()?;
        let kept = leads.remembered.answer(asked, |asked| asked.kept(&leads));
        Ok(Some(PromisesKeptView {
            version,
            leads: kept.leads,
            sides: kept.sides.clone(),
        }))
    }
}

/// All on which it rests how promises were kept, beside the leads.
#[derive(PartialEq)]
struct Asked {
    promises: Vec<Promise>,
    needed: Vec<FieldName>,
    working: WorkingDays,
    company: Company,
    period: Period,
    today: NaiveDate,
}

/// How the promises were kept.
struct Kept {
    leads: i64,
    sides: Vec<KeptBySide>,
}

impl Asked {
    fn kept(&self, leads: &LeadColumns) -> Kept {
        let words = Words::new(&self.company);
        let keeping = Keeping::new(self, leads);
        let promised: Vec<&Promise> = PromiseKind::ALL
            .into_iter()
            .filter_map(|kind| self.promises.iter().find(|promise| promise.kind == kind))
            .collect();
        let held = keeping.hold(&promised);
        let promises: Vec<KeptPromise> = promised
            .iter()
            .zip(held.tallies)
            .map(|(promise, tally)| told(promise, tally, &words))
            .collect();
        Kept {
            leads: held.leads,
            sides: [Side::Marketing, Side::Sales]
                .map(|side| by_side(side, &promises))
                .into(),
        }
    }
}

/// Returns the fields that marketing promises to fill in: those that are asked under the second question.
fn needed(content: &DefinitionContent) -> Vec<FieldName> {
    content
        .criteria
        .iter()
        .filter(|one| one.question == Some(Question::Information) && is_ready(one))
        .filter(|one| one.role == Role::Required || one.test == Test::Known)
        .map(|one| one.field.clone())
        .collect()
}

/// Returns how a promise was kept, in words and numbers.
fn told(promise: &Promise, tally: Tally, words: &Words) -> KeptPromise {
    let kept = Rate::of(tally.on_time, tally.on_time + tally.late + tally.overdue);
    KeptPromise {
        kind: promise.kind,
        side: promise.kind.side(),
        name: promise.kind.name().into(),
        sentence: reading::promise(promise, words),
        counted: match promise.kind {
            PromiseKind::AcceptedLeads => "months".into(),
            _ => "leads".into(),
        },
        median_days: tally.median_days(),
        most_days: tally.nine_of_ten(),
        why_not: (kept.n == 0).then(|| why_not(promise.kind, tally.cannot_be_told, tally.not_yet_due)),
        on_time: tally.on_time,
        late: tally.late,
        overdue: tally.overdue,
        not_yet_due: tally.not_yet_due,
        cannot_be_told: tally.cannot_be_told,
        kept,
    }
}

fn by_side(side: Side, promises: &[KeptPromise]) -> KeptBySide {
    let promises: Vec<KeptPromise> = promises
        .iter()
        .filter(|promise| promise.side == side)
        .cloned()
        .collect();
    let sum = |of: fn(&KeptPromise) -> i64| promises.iter().map(of).sum::<i64>();
    KeptBySide {
        side,
        kept: Rate::of(
            sum(|one| one.on_time),
            sum(|one| one.on_time + one.late + one.overdue),
        ),
        overdue: sum(|one| one.overdue),
        promises,
    }
}

fn why_not(kind: PromiseKind, cannot_be_told: i64, not_yet_due: i64) -> String {
    if not_yet_due > 0 && cannot_be_told == 0 {
        return "Nothing is due yet.".into();
    }
    match kind {
        PromiseKind::FirstTouch if cannot_be_told > 0 => {
            "The files do not say when somebody first got in touch.".into()
        }
        PromiseKind::Decision if cannot_be_told > 0 => "The files do not say when sales decided.".into(),
        PromiseKind::Attempts if cannot_be_told > 0 => {
            "The files do not say how often somebody tried.".into()
        }
        PromiseKind::Attempts => "No lead was given up.".into(),
        PromiseKind::ReasonGiven => "No lead was rejected.".into(),
        _ => "There are no leads in this period.".into(),
    }
}
