//! Promises kept: what both sides promised, held against what happened, in the same layout for both. A promise counts as
//! kept, late, or overdue; what is not due yet is left out, and what the files cannot tell is said to be so.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Promise, PromiseKind, Role, Test,
    content::{DefinitionContent, is_ready},
    judging::{column, day_of, fact},
    queries::content_of,
    rules::{facts::Fact, measuring::middle, reading, working_days::WorkingDays},
};
use crate::{
    agreements::{SubjectKind, queries as agreements},
    change::{Query, Reader},
    error::Result,
    ids::DefinitionId,
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number, numbered_day},
        rules::Rate,
        terms::{Acceptance, LeadStage, Reason},
    },
    people::Side,
    words::Words,
};

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
            .find(|version| version.state == crate::agreements::VersionState::InForce)
            .and_then(|version| version.version);
        if version.is_none() && crate::rows::find::<super::Definition>(reader, &id)?.is_none() {
            return Ok(None);
        }
        let content = content_of(reader, version)?;
        let leads = reader.lead_columns()?;
        let from = self.from.map_or(DayNumber::MIN + 1, day_number);
        let to = self.to.map_or(DayNumber::MAX, day_number);
        let all_days = self.from.is_none() && self.to.is_none();
        let rows: Vec<usize> = (0..leads.rows())
            .filter(|row| day_of(&leads, *row).map_or(all_days, |day| from <= day && day <= to))
            .collect();
        let mut keeping = Keeping::new(&content, &leads, rows, reader.today());
        let promises: Vec<KeptPromise> = PromiseKind::ALL
            .into_iter()
            .filter_map(|kind| content.promises.iter().find(|promise| promise.kind == kind))
            .map(|promise| keeping.hold(promise))
            .collect();
        let sides = [Side::Marketing, Side::Sales]
            .map(|side| by_side(side, &promises))
            .into();
        Ok(Some(PromisesKeptView {
            version,
            leads: i64::try_from(keeping.rows.len()).unwrap_or(i64::MAX),
            sides,
        }))
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

/// How one lead fared under a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fared {
    OnTime(Option<i64>),
    Late(i64),
    Overdue,
    NotYetDue,
    CannotBeTold,
    /// The promise does not concern it.
    Aside,
}

struct Keeping<'l> {
    content: &'l DefinitionContent,
    leads: &'l LeadColumns,
    rows: Vec<usize>,
    working: WorkingDays,
    words: Words,
    today: NaiveDate,
}

impl<'l> Keeping<'l> {
    fn new(
        content: &'l DefinitionContent,
        leads: &'l LeadColumns,
        rows: Vec<usize>,
        today: NaiveDate,
    ) -> Self {
        let definition = &content.definition;
        Self {
            content,
            leads,
            rows,
            working: WorkingDays::new(&definition.working_days, &definition.holidays),
            words: Words::new(&content.company),
            today,
        }
    }

    fn hold(&mut self, promise: &Promise) -> KeptPromise {
        let fared: Vec<Fared> = match promise.kind {
            PromiseKind::AcceptedLeads => self.accepted_by_month(promise.amount.unwrap_or(0)),
            PromiseKind::SourceGiven => self.each(|leads, row| is_given(leads.source.of(row).is_some())),
            PromiseKind::InformationGiven => {
                let needed = self.needed();
                self.each(move |leads, row| {
                    is_given(needed.iter().all(|field| {
                        column(leads, field).is_some_and(|column| fact(&column, row) != Fact::Unknown)
                    }))
                })
            }
            PromiseKind::FirstTouch => self.in_time(promise, first_touch),
            PromiseKind::Decision => self.in_time(promise, decision),
            PromiseKind::Attempts => {
                let least = promise.amount.unwrap_or(1);
                self.each(move |leads, row| attempts(leads, row, least))
            }
            PromiseKind::ReasonGiven => self.each(reason_given),
        };
        self.sum(promise, &fared)
    }

    fn each(&self, fares: impl Fn(&LeadColumns, usize) -> Fared) -> Vec<Fared> {
        self.rows.iter().map(|row| fares(self.leads, *row)).collect()
    }

    /// Returns the fields that marketing promises to fill in: those that are asked under the second question.
    fn needed(&self) -> Vec<super::FieldName> {
        self.content
            .criteria
            .iter()
            .filter(|one| one.question == Some(super::Question::Information) && is_ready(one))
            .filter(|one| one.role == Role::Required || one.test == Test::Known)
            .map(|one| one.field.clone())
            .collect()
    }

    /// How many days it took, and whether that is within what was promised.
    fn in_time(
        &self,
        promise: &Promise,
        done_on: fn(&LeadColumns, usize) -> (Option<DayNumber>, bool),
    ) -> Vec<Fared> {
        let within = promise.amount.unwrap_or(0);
        self.rows
            .iter()
            .map(|row| {
                let Some(given) = day_of(self.leads, *row).and_then(numbered_day) else {
                    return Fared::CannotBeTold;
                };
                let (done, is_done) = done_on(self.leads, *row);
                match (done.and_then(numbered_day), is_done) {
                    (Some(done), _) => {
                        let took = self.working.between(given, done);
                        if took <= within {
                            Fared::OnTime(Some(took))
                        } else {
                            Fared::Late(took)
                        }
                    }
                    // It was done, and nobody wrote down when.
                    (None, true) => Fared::CannotBeTold,
                    (None, false) if self.working.between(given, self.today) > within => Fared::Overdue,
                    (None, false) => Fared::NotYetDue,
                }
            })
            .collect()
    }

    /// Months that are over, by whether enough leads were accepted in them.
    fn accepted_by_month(&self, promised: i64) -> Vec<Fared> {
        let month_of = |day: DayNumber| numbered_day(day).map(|day| (day.year(), day.month()));
        let mut months: BTreeMap<(i32, u32), i64> = BTreeMap::new();
        for row in &self.rows {
            if let Some(month) = day_of(self.leads, *row).and_then(month_of) {
                months.entry(month).or_default();
            }
            let is_accepted = self
                .leads
                .standing
                .get(*row)
                .is_some_and(|standing| standing.decision() == Acceptance::Accepted);
            // By the day of the decision; where nobody wrote it down, by the day of the hand-over.
            let day = decision(self.leads, *row).0.or_else(|| day_of(self.leads, *row));
            if is_accepted && let Some(month) = day.and_then(month_of) {
                *months.entry(month).or_default() += 1;
            }
        }
        let this_month = (self.today.year(), self.today.month());
        months
            .into_iter()
            .map(|(month, accepted)| {
                if accepted >= promised {
                    Fared::OnTime(None)
                } else if month < this_month {
                    Fared::Overdue
                } else {
                    Fared::NotYetDue
                }
            })
            .collect()
    }

    fn sum(&self, promise: &Promise, fared: &[Fared]) -> KeptPromise {
        let count = |is: fn(&Fared) -> bool| {
            i64::try_from(fared.iter().filter(|one| is(one)).count()).unwrap_or(i64::MAX)
        };
        let on_time = count(|one| matches!(one, Fared::OnTime(_)));
        let late = count(|one| matches!(one, Fared::Late(_)));
        let overdue = count(|one| *one == Fared::Overdue);
        let not_yet_due = count(|one| *one == Fared::NotYetDue);
        let cannot_be_told = count(|one| *one == Fared::CannotBeTold);
        let mut took: Vec<i64> = fared
            .iter()
            .filter_map(|one| match one {
                Fared::OnTime(took) => *took,
                Fared::Late(took) => Some(*took),
                _ => None,
            })
            .collect();
        let median_days = middle(&mut took);
        let kept = Rate::of(on_time, on_time + late + overdue);
        KeptPromise {
            kind: promise.kind,
            side: promise.kind.side(),
            name: promise.kind.name().into(),
            sentence: reading::promise(promise, &self.words),
            counted: match promise.kind {
                PromiseKind::AcceptedLeads => "months".into(),
                _ => "leads".into(),
            },
            median_days,
            most_days: nine_of_ten(&took),
            why_not: (kept.n == 0).then(|| why_not(promise.kind, cannot_be_told, not_yet_due)),
            on_time,
            late,
            overdue,
            not_yet_due,
            cannot_be_told,
            kept,
        }
    }
}

fn is_given(given: bool) -> Fared {
    if given {
        Fared::OnTime(None)
    } else {
        Fared::Overdue
    }
}

fn known(day: Option<&DayNumber>) -> Option<DayNumber> {
    day.copied().filter(|day| *day != UNKNOWN_DAY)
}

/// When a person first got in touch, and whether somebody did.
fn first_touch(leads: &LeadColumns, row: usize) -> (Option<DayNumber>, bool) {
    let day = known(leads.first_touch_on.get(row));
    let touched = leads.touches.get(row).copied().flatten().is_some_and(|n| n > 0);
    // A lead beyond the first stage was touched, whether or not anybody wrote down when.
    let moved = leads
        .stage
        .get(row)
        .copied()
        .flatten()
        .is_some_and(|stage| stage != LeadStage::New);
    (day, touched || moved)
}

/// When sales accepted or rejected, to the lead or to one of its opportunities, and whether it did.
fn decision(leads: &LeadColumns, row: usize) -> (Option<DayNumber>, bool) {
    let of_deals = leads
        .deals_of(row)
        .iter()
        .filter_map(|deal| known(leads.deals.decided_on.get(usize::try_from(*deal).ok()?)))
        .min();
    let day = known(leads.decided_on.get(row)).or(of_deals);
    let standing = leads.standing.get(row);
    let decided = standing.is_some_and(|standing| standing.decision() != Acceptance::Undecided);
    (day, decided)
}

/// Whether a lead that was given up was tried often enough.
fn attempts(leads: &LeadColumns, row: usize, least: i64) -> Fared {
    let given_up = matches!(
        leads.reason.get(row).copied().flatten(),
        Some(Reason::Abandoned | Reason::NoResponse)
    );
    if !given_up {
        return Fared::Aside;
    }
    match leads.touches.get(row).copied().flatten() {
        None => Fared::CannotBeTold,
        Some(touches) => is_given(i64::from(touches) >= least),
    }
}

/// Whether a rejection has its reason.
fn reason_given(leads: &LeadColumns, row: usize) -> Fared {
    let rejected = leads
        .standing
        .get(row)
        .is_some_and(|standing| standing.decision() == Acceptance::Rejected);
    let is_out = leads.stage.get(row).copied().flatten() == Some(LeadStage::Disqualified);
    if !rejected && !is_out {
        return Fared::Aside;
    }
    is_given(leads.reason.get(row).copied().flatten().is_some())
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

/// Returns the number within which nine of ten lie.
fn nine_of_ten(sorted: &[i64]) -> Option<i64> {
    sorted
        .get((sorted.len() * 9).div_ceil(10).checked_sub(1)?)
        .copied()
}
