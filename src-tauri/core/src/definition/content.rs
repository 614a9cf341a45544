//! All that a definition says, as raw rows: what is read from the tables as the draft, and what an agreement freezes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    Criterion, Definition, FieldName, Promise, Role, Signal, WorkedExample,
    rules::{
        facts::{Asked, Fact},
        verdict::{self, Said},
    },
    view::{JudgedCriterion, JudgedLead},
};
use crate::ids::DefinitionId;
use lockstep_text::key;
use lockstep_workspace::{
    company::Company, context::ReadContext, error::Result, list_items, rows, words::Words,
};

/// A definition's whole content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DefinitionContent {
    /// The company, as it was called then.
    pub company: Company,
    /// The definition itself.
    pub definition: Definition,
    /// The criteria, in their order.
    pub criteria: Vec<Criterion>,
    /// Triggers and walk-away points.
    pub signals: Vec<Signal>,
    /// The worked examples.
    pub examples: Vec<WorkedExample>,
    /// What each side promises.
    pub promises: Vec<Promise>,
}

impl DefinitionContent {
    /// Returns the draft as it stands.
    ///
    /// # Errors
    /// `NotFound` when none was begun.
    pub fn draft(reader: &ReadContext, id: &DefinitionId) -> Result<Self> {
        Ok(Self {
            definition: rows::get(reader, id, "The definition")?,
            company: reader.company()?,
            criteria: list_items::all(reader, id)?,
            signals: list_items::all(reader, id)?,
            examples: list_items::all(reader, id)?,
            promises: list_items::all(reader, id)?,
        })
    }

    /// Judges one lead, criterion by criterion. `facts` holds what is known by field; `handed_over` is the day from which
    /// days are counted, where the facts do not tell.
    pub fn judge(
        &self,
        facts: &Map<String, Value>,
        handed_over: Option<NaiveDate>,
        words: &Words,
    ) -> JudgedLead {
        let fact = |field: &str| found(facts, field).map_or(Fact::Unknown, Fact::of);
        let day = ["handed_over_on", "created_on"]
            .iter()
            .find_map(|field| fact(field).day())
            .or(handed_over);
        let mut criteria = Vec::new();
        let mut said = Vec::new();
        for criterion in self.criteria.iter().filter(|one| is_ready(one)) {
            let fact = fact(&criterion.field.0);
            let met = Asked::of(criterion).answer(fact, day);
            said.push(Said {
                role: criterion.role,
                points: criterion.points.unwrap_or(0),
                met,
            });
            criteria.push(JudgedCriterion::of(criterion, met, fact.word(), words));
        }
        let threshold = self.points_needed();
        let verdict = verdict::verdict(said.iter().copied(), threshold);
        let points = threshold.map(|_| verdict::points(said.iter().copied()));
        JudgedLead {
            because: because(verdict, &criteria, points.zip(threshold)),
            missing: missing(&criteria),
            verdict,
            points,
            threshold,
            criteria,
        }
    }

    /// Returns how many points a lead needs: nothing where no criterion brings any.
    pub fn points_needed(&self) -> Option<i64> {
        self.definition.threshold.filter(|_| {
            self.criteria
                .iter()
                .any(|criterion| criterion.role == Role::Points)
        })
    }
}

/// Returns what is said of a field, however whoever wrote the facts called it: `attribute:Employees`, `Employees`,
/// `Lead source`.
fn found<'f>(facts: &'f Map<String, Value>, field: &str) -> Option<&'f Value> {
    if let Some(value) = facts.get(field) {
        return Some(value);
    }
    let name = FieldName(field.into());
    let label = key(&name.label());
    facts
        .iter()
        .find(|(said, _)| !said.contains(':') && key(said) == label)
        .map(|(_, value)| value)
}

/// Returns whether a criterion can be asked of a lead.
pub fn is_ready(criterion: &Criterion) -> bool {
    super::rules::completeness::missing_in_criterion(criterion).is_none()
}

/// Returns what is asked and not known, by the fields' names.
fn missing(criteria: &[JudgedCriterion]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for one in criteria {
        if one.met.is_none() && one.role != Role::Disqualifies && !missing.contains(&one.label) {
            missing.push(one.label.clone());
        }
    }
    missing
}

/// Says in one sentence why a lead got its verdict. `points` are those that it has and needs, where points count.
pub(super) fn because(
    verdict: super::Verdict,
    criteria: &[JudgedCriterion],
    points: Option<(i64, i64)>,
) -> String {
    use super::Verdict;
    match verdict {
        Verdict::Qualified if criteria.is_empty() => "Nothing is asked of a lead yet.".into(),
        Verdict::Qualified => "It meets all that is asked.".into(),
        Verdict::NotYet => {
            let mut few = missing(criteria);
            few.truncate(4);
            format!("Not known yet: {}.", few.join(", "))
        }
        Verdict::NotQualified => {
            let speaks_against = |wanted: Role| {
                criteria
                    .iter()
                    .find(move |one| one.role == wanted && one.met == Some(wanted == Role::Disqualifies))
            };
            let stops = speaks_against(Role::Disqualifies)
                .map(|one| format!("{}, which makes it {}.", one.sentence, one.consequence))
                .or_else(|| {
                    speaks_against(Role::Required).map(|one| format!("It is asked that {}.", one.sentence))
                });
            match (stops, points) {
                (Some(stops), _) => stops,
                (None, Some((has, needs))) => format!("It has {has} of the {needs} points that are needed."),
                (None, None) => "Something that is asked speaks against it.".into(),
            }
        }
    }
}
