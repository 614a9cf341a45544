//! Promises kept: what both sides promised, held against what happened, in the same layout for both. A promise counts as
//! kept, late, or overdue; what is not due yet is left out, and what the files cannot tell is said to be so. A lead is held
//! to the promises that were in force when it was handed over, as it is judged by the definition of that day: nobody keeps
//! or breaks a promise before it is made. What was before the first one is told apart, as if it had applied.

mod counting;
mod counts;
mod done;
pub(super) mod of_rooms;

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    FieldName, Promise, PromiseKind, Question, Role, Test,
    content::{DefinitionContent, is_ready},
    evaluation::day_of,
    judgements::ever_in_force,
    queries::content_of,
    rules::{reading, working_days::WorkingDays},
};
use crate::{
    ids::DefinitionId,
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY, lead_columns, numbered_day},
        period::Period,
        rules::Rate,
    },
};
use counting::Keeping;
use counts::Counts;
use lockstep_workspace::{
    company::Company,
    context::{Query, ReadContext},
    error::Result,
    people::Side,
    promises::Fared,
    words::Words,
};
pub use of_rooms::PromiseOfRoom;

/// So many spans are kept: a review asks for its period, those it is held against, and month by month.
const SPANS: usize = 20;

/// Shows how the promises of both sides were kept, since they were signed; else how those of the draft would have been.
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
pub struct PromiseAttainment {
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
    /// On time ÷ (on time + late + overdue); nothing where more cannot be told than can.
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
pub struct SideAttainment {
    /// The side.
    pub side: Side,
    /// Each promise.
    pub promises: Vec<PromiseAttainment>,
    /// All promises that are counted in leads and have a rate together: on time ÷ (on time + late + overdue). Months are no leads.
    pub kept: Rate,
    /// What is overdue of them.
    pub overdue: i64,
}

/// How the promises of both sides were kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PromisesKeptView {
    /// Whether the definition is begun, which promises something of leads.
    pub is_begun: bool,
    /// The version whose promises are in force; nothing while none is: then it is told how the draft's would have been kept.
    pub version: Option<u32>,
    /// The day on which the first version came into force.
    pub since: Option<NaiveDate>,
    /// How many leads are looked at.
    pub leads: i64,
    /// Leads of which the day of the hand-over is not known, so that nobody can say which promises they fall under.
    pub without_day: i64,
    /// Marketing and sales, in the same layout.
    pub sides: Vec<SideAttainment>,
    /// What other rooms promise, such as an answer to what was requested; held from the first day on, and in no rate of leads.
    pub of_rooms: Vec<PromiseOfRoom>,
    /// The leads from before the first version; nothing where there are none, or no version is in force.
    pub before: Option<BeforeView>,
}

/// How promises would have been kept, had they applied before they were made.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BeforeView {
    /// How many leads are looked at.
    pub leads: i64,
    /// Marketing and sales, in the same layout.
    pub sides: Vec<SideAttainment>,
}

impl Query for PromisesKept {
    type Answer = PromisesKeptView;

    fn answer(self, reader: &ReadContext) -> Result<PromisesKeptView> {
        let period = Period::of(self.from, self.to);
        let of_rooms = of_rooms::of_rooms(reader, self.from, self.to)?;
        let Some(asked) = Asked::of(reader, period)? else {
            return Ok(PromisesKeptView::of_rooms_alone(of_rooms));
        };
        let leads = lead_columns(reader)?;
        let kept = leads
            .answer_cache
            .one_of(SPANS, asked, |asked| asked.kept(&leads));
        Ok(PromisesKeptView {
            of_rooms,
            ..PromisesKeptView::clone(&kept)
        })
    }
}

impl PromisesKeptView {
    /// Where no definition is begun, nothing is promised of leads; what rooms promise stands all the same.
    fn of_rooms_alone(of_rooms: Vec<PromiseOfRoom>) -> Self {
        Self {
            is_begun: false,
            version: None,
            since: None,
            leads: 0,
            without_day: 0,
            sides: [Side::Marketing, Side::Sales]
                .map(|side| by_side(side, &[]))
                .into(),
            of_rooms,
            before: None,
        }
    }
}

/// Leads by how a promise of them fared: those behind a number of [`PromisesKept`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PromiseFared {
    /// What was promised; leads that are accepted month by month stand behind no single lead.
    pub kind: PromiseKind,
    /// How it fared.
    pub fared: Fared,
    /// Only leads that were handed over (where that is not known: came in) on this day or later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

impl PromiseFared {
    /// Returns which leads fared so, row by row.
    ///
    /// # Errors
    /// `Damaged` when what stands in the file cannot be read.
    pub fn which(&self, reader: &ReadContext, leads: &LeadColumns) -> Result<Arc<Vec<bool>>> {
        let Some(asked) = Asked::of(reader, Period::of(self.from, self.to))? else {
            return Ok(Arc::new(vec![false; leads.rows()]));
        };
        let which = (self.kind, self.fared, asked);
        Ok(leads.answer_cache.answer(which, |(kind, fared, asked)| {
            let mut marked = vec![false; leads.rows()];
            for one in &asked.promised {
                let period = asked.period.between(one.days.start, one.days.end);
                if let Some(promise) = one.promises.iter().find(|promise| promise.kind == *kind) {
                    Keeping::new(one, leads, period, asked.today).mark(promise, *fared, &mut marked);
                }
            }
            marked
        }))
    }
}

/// All on which it rests how promises were kept, beside the leads.
#[derive(PartialEq)]
struct Asked {
    promised: Vec<Promised>,
    /// The version in force.
    version: Option<u32>,
    /// The day on which the first one came into force.
    since: Option<DayNumber>,
    company: Company,
    period: Period,
    today: NaiveDate,
}

/// What was promised while one version was in force, or what the draft promises.
#[derive(Debug, Clone, PartialEq)]
struct Promised {
    promises: Vec<Promise>,
    needed: Vec<FieldName>,
    working: WorkingDays,
    /// The days on which it was in force, the last one not among them.
    days: Range<DayNumber>,
    is_in_force: bool,
}

impl Promised {
    fn of(content: &DefinitionContent, days: Range<DayNumber>, is_in_force: bool) -> Self {
        Self {
            promises: content.promises.clone(),
            needed: needed(content),
            working: WorkingDays::new(&content.definition.working_days, &content.definition.holidays),
            days,
            is_in_force,
        }
    }
}

impl Asked {
    /// Returns what was promised of the leads of a period, by which version and since when; nothing where no definition is begun.
    fn of(reader: &ReadContext, period: Period) -> Result<Option<Self>> {
        let versions = ever_in_force(reader)?;
        if versions.is_empty()
            && lockstep_workspace::rows::find::<super::Definition>(reader, &DefinitionId::only())?.is_none()
        {
            return Ok(None);
        }
        let mut promised: Vec<Promised> = Vec::new();
        for (place, version) in versions.iter().enumerate() {
            let until = versions.get(place + 1).map_or(DayNumber::MAX, |next| next.since);
            promised.push(Promised::of(&version.content, version.since..until, true));
        }
        let company = match versions.last() {
            Some(version) => version.content.company.clone(),
            None => {
                let draft = content_of(reader, None)?;
                promised.push(Promised::of(&draft, UNKNOWN_DAY..DayNumber::MAX, false));
                draft.company
            }
        };
        Ok(Some(Self {
            promised,
            version: versions.last().map(|version| version.number),
            since: versions.first().map(|version| version.since),
            company,
            period,
            today: reader.today(),
        }))
    }

    fn kept(&self, leads: &LeadColumns) -> PromisesKeptView {
        let (all, sides) = self.held(leads, &self.promised);
        let first = self.promised.first().zip(self.since);
        let before = first.map(|(promised, since)| {
            // Everything that has a day and lies before the first version.
            let as_if = Promised {
                days: UNKNOWN_DAY + 1..since,
                is_in_force: false,
                ..promised.clone()
            };
            let (leads, sides) = self.held(leads, &[as_if]);
            BeforeView { leads, sides }
        });
        let has_no_day = |row: &usize| day_of(leads, *row) == UNKNOWN_DAY;
        let without_day = if self.period.holds(UNKNOWN_DAY) {
            (0..leads.rows()).filter(has_no_day).count()
        } else {
            0
        };
        PromisesKeptView {
            is_begun: true,
            version: self.version,
            since: self.since.and_then(numbered_day),
            leads: all,
            without_day: i64::try_from(without_day).unwrap_or(i64::MAX),
            sides,
            of_rooms: Vec::new(),
            before: before.filter(|before| before.leads > 0),
        }
    }

    /// Returns how promises were kept, each of the leads of its time, and of how many leads.
    fn held(&self, leads: &LeadColumns, promised: &[Promised]) -> (i64, Vec<SideAttainment>) {
        let words = Words::new(&self.company);
        let mut all = 0;
        let mut tallies: BTreeMap<PromiseKind, (&Promise, Counts)> = BTreeMap::new();
        for one in promised {
            let ordered: Vec<&Promise> = PromiseKind::ALL
                .into_iter()
                .filter_map(|kind| one.promises.iter().find(|promise| promise.kind == kind))
                .collect();
            let period = self.period.between(one.days.start, one.days.end);
            let held = Keeping::new(one, leads, period, self.today).hold(&ordered);
            all += held.leads;
            for (promise, tally) in ordered.into_iter().zip(held.tallies) {
                let (latest, sum) = tallies
                    .entry(promise.kind)
                    .or_insert((promise, Counts::default()));
                *latest = promise;
                sum.add_all(&tally);
            }
        }
        let asks_for_nothing = promised.last().is_some_and(|one| one.needed.is_empty());
        let promises: Vec<PromiseAttainment> = PromiseKind::ALL
            .into_iter()
            .filter_map(|kind| tallies.remove(&kind))
            .map(|(promise, tally)| told(promise, tally, asks_for_nothing, &words))
            .collect();
        let sides = [Side::Marketing, Side::Sales].map(|side| by_side(side, &promises));
        (all, sides.into())
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
fn told(promise: &Promise, tally: Counts, asks_for_nothing: bool, words: &Words) -> PromiseAttainment {
    let told = tally.on_time + tally.late + tally.overdue;
    // What was done is told only with its day, what was not done always: of the few that are left, no rate can be given.
    let few = tally.cannot_be_told > told && promise.kind.rests_on_days();
    let kept = if few {
        Rate::of(0, 0)
    } else {
        Rate::of(tally.on_time, told)
    };
    PromiseAttainment {
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
        why_not: (kept.n == 0).then(|| match promise.kind {
            PromiseKind::InformationGiven if asks_for_nothing => {
                "The definition asks for no information, so there is none to give.".into()
            }
            kind if few && told > 0 => {
                too_few(kind, tally.cannot_be_told, told + tally.cannot_be_told, words)
            }
            kind => why_not(kind, tally.cannot_be_told, tally.not_yet_due),
        }),
        on_time: tally.on_time,
        late: tally.late,
        overdue: tally.overdue,
        not_yet_due: tally.not_yet_due,
        cannot_be_told: tally.cannot_be_told,
        kept,
    }
}

fn by_side(side: Side, promises: &[PromiseAttainment]) -> SideAttainment {
    let promises: Vec<PromiseAttainment> = promises
        .iter()
        .filter(|promise| promise.side == side)
        .cloned()
        .collect();
    let of_leads = || {
        promises
            .iter()
            .filter(|promise| promise.kind != PromiseKind::AcceptedLeads)
    };
    let sum = |of: fn(&PromiseAttainment) -> i64| of_leads().map(of).sum::<i64>();
    SideAttainment {
        side,
        kept: Rate::of(sum(|one| one.kept.part), sum(|one| one.kept.n)),
        overdue: sum(|one| one.overdue),
        promises,
    }
}

/// Says that too little is known for a rate.
fn too_few(kind: PromiseKind, cannot_be_told: i64, all: i64, words: &Words) -> String {
    let what = match kind {
        PromiseKind::FirstTouch => "when somebody first got in touch",
        _ => "when sales decided",
    };
    format!(
        "The files do not say {what} for {} of {} leads, so there is no rate.",
        words.count(cannot_be_told),
        words.count(all)
    )
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
        PromiseKind::Attempts => "No lead is known to have been given up.".into(),
        PromiseKind::ReasonGiven => "No lead was rejected.".into(),
        PromiseKind::AcceptedLeads => "No whole month has passed since it was promised.".into(),
        _ => "No lead was handed over in this time.".into(),
    }
}
