//! All that a definition says, as raw rows: what is read from the tables as the draft, and what an agreement freezes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    Criterion, Definition, Promise, Role, Signal, WorkedExample,
    rules::{
        facts::{Asked, Fact},
        reading,
        verdict::{self, Said},
    },
    view::{JudgedCriterion, JudgedLead},
};
use crate::{
    change::Reader, error::Result, ids::DefinitionId, lines, rows, words::Words, workspace::company::Company,
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
    pub fn draft(reader: &Reader, id: &DefinitionId) -> Result<Self> {
        Ok(Self {
            definition: rows::get(reader, id, "The definition")?,
            company: reader.company()?,
            criteria: lines::all(reader, id)?,
            signals: lines::all(reader, id)?,
            examples: lines::all(reader, id)?,
            promises: lines::all(reader, id)?,
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
        let fact = |field: &str| facts.get(field).map_or(Fact::Unknown, Fact::of);
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
            criteria.push(JudgedCriterion {
                id: criterion.id.clone(),
                role: criterion.role,
                sentence: reading::criterion(criterion, words),
                consequence: reading::consequence(criterion, words),
                field: criterion.field.clone(),
                label: criterion.field.label(),
                found: fact.word(),
                met,
            });
        }
        let threshold = self.points_needed();
        let verdict = verdict::verdict(said.iter().copied(), threshold);
        let points = threshold.map(|_| verdict::points(said.iter().copied()));
        let mut missing: Vec<String> = Vec::new();
        for one in &criteria {
            if one.met.is_none() && one.role != Role::Disqualifies && !missing.contains(&one.label) {
                missing.push(one.label.clone());
            }
        }
        JudgedLead {
            because: because(verdict, &criteria, &missing, points.zip(threshold)),
            verdict,
            points,
            threshold,
            missing,
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

/// Returns whether a criterion can be asked of a lead.
pub fn is_ready(criterion: &Criterion) -> bool {
    super::rules::completeness::missing_in_criterion(criterion).is_none()
}

/// Says in one sentence why a lead got its verdict.
fn because(
    verdict: super::Verdict,
    criteria: &[JudgedCriterion],
    missing: &[String],
    points: Option<(i64, i64)>,
) -> String {
    use super::Verdict;
    match verdict {
        Verdict::Qualified if criteria.is_empty() => "Nothing is asked of a lead yet.".into(),
        Verdict::Qualified => "It meets all that is asked.".into(),
        Verdict::NotYet => {
            let few: Vec<&str> = missing.iter().map(String::as_str).take(4).collect();
            format!("Not known yet: {}.", few.join(", "))
        }
        Verdict::NotQualified => {
            let stops = criteria.iter().find_map(|one| match (one.role, one.met) {
                (Role::Disqualifies, Some(true)) => {
                    Some(format!("{}, which makes it {}.", one.sentence, one.consequence))
                }
                (Role::Required, Some(false)) => Some(format!("It is asked that {}.", one.sentence)),
                _ => None,
            });
            match (stops, points) {
                (Some(stops), _) => stops,
                (None, Some((has, needs))) => format!("It has {has} of the {needs} points that are needed."),
                (None, None) => "Something that is asked speaks against it.".into(),
            }
        }
    }
}
