//! Where open leads and their open value sit in the content matrix: the job title tells the persona, the stage the phase. What
//! cannot be told is counted apart.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use lockstep_workspace::{bounds, context::ReadContext, error::Result};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    buyers::{BuyingPhase, Persona, rules},
    leads::{
        LeadStage,
        columns::{LeadColumns, lead_columns},
        rules::LeadState,
    },
};

/// So many titles and stages that tell nothing are named.
const NAMED: usize = 20;

/// Open leads, and the open opportunities of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenLeads {
    /// How many open leads.
    pub leads: u64,
    /// How many open opportunities.
    pub opportunities: u64,
    /// What these are worth, in minor units: those whose value is known. Nothing where it is more than can be counted.
    pub value: Option<i64>,
    /// How many of these opportunities have no value.
    pub without_value: u64,
}

impl Default for OpenLeads {
    /// Nobody: no leads, and nothing that they are worth.
    fn default() -> Self {
        Sum::default().told()
    }
}

/// A word of the files that tells of no cell, and how many open leads or opportunities have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnmatchedWord {
    /// As the files have it; empty where they say nothing.
    pub word: String,
    /// How many have it.
    pub count: u64,
}

/// Open leads that sit in no cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct OutsideMatrix {
    /// Those whose persona or phase cannot be told.
    pub open: OpenLeads,
    /// Job titles that tell of no persona, the most frequent first, 20 at most.
    pub titles: Vec<UnmatchedWord>,
    /// Stages that belong to no phase, the most frequent first, 20 at most.
    pub stages: Vec<UnmatchedWord>,
    /// Open opportunities that came from no known lead, so that nobody's title is known.
    pub without_lead: u64,
}

#[derive(Debug, Default)]
struct Sum {
    leads: u64,
    opportunities: u64,
    value: i128,
    without_value: u64,
}

impl Sum {
    fn told(&self) -> OpenLeads {
        OpenLeads {
            leads: self.leads,
            opportunities: self.opportunities,
            value: bounds::countable(self.value),
            without_value: self.without_value,
        }
    }
}

/// Open leads by the cells in which they sit: by the place of the persona and of the phase.
#[derive(Debug, Default)]
pub(super) struct LeadsInCells {
    pub cells: HashMap<(usize, usize), OpenLeads>,
    pub outside: OutsideMatrix,
    /// Whether the workspace has leads or opportunities at all.
    pub any: bool,
}

/// What the cells rest on beside the leads.
#[derive(PartialEq)]
struct Question {
    personas: Vec<Persona>,
    phases: Vec<BuyingPhase>,
}

/// Returns where open leads sit.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn leads_in_cells(
    reader: &ReadContext,
    personas: &[Persona],
    phases: &[BuyingPhase],
) -> Result<Arc<LeadsInCells>> {
    let leads = lead_columns(reader)?;
    let question = Question {
        personas: personas.to_vec(),
        phases: phases.to_vec(),
    };
    leads.answer_cache.try_answer(question, |asked| {
        let stages = open_stages(reader, &leads)?;
        Ok(of(&leads, &stages, &asked.personas, &asked.phases))
    })
}

/// Returns the stage of each open opportunity, by its row.
fn open_stages(reader: &ReadContext, leads: &LeadColumns) -> Result<HashMap<usize, String>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT rowid, coalesce(stage_said, '') FROM opportunity WHERE coalesce(outcome, 'open') = 'open'",
    )?;
    let mut rows = statement.query([])?;
    let mut stages = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(place) = leads.opportunities.row_at(row.get(0)?) {
            stages.insert(place, row.get(1)?);
        }
    }
    Ok(stages)
}

fn is_open(state: LeadState) -> bool {
    matches!(
        state,
        LeadState::Unknown
            | LeadState::Untouched
            | LeadState::Working
            | LeadState::Accepted
            | LeadState::Converted
    )
}

fn of(
    leads: &LeadColumns,
    stages: &HashMap<usize, String>,
    personas: &[Persona],
    phases: &[BuyingPhase],
) -> LeadsInCells {
    let place_of_phase: HashMap<&str, usize> = phases
        .iter()
        .enumerate()
        .map(|(place, phase)| (phase.id.as_str(), place))
        .collect();
    let phase_at = |lead: Option<LeadStage>, opportunity: Option<&str>| {
        let phase = rules::phase_of(phases, lead, opportunity)?;
        place_of_phase.get(phase.as_str()).copied()
    };
    // Each title is looked at once, however many leads have it.
    let by_title: Vec<Option<usize>> = leads
        .title
        .list()
        .iter()
        .map(|title| {
            let id = rules::persona_of_title(personas, title)?;
            personas.iter().position(|persona| persona.id == id)
        })
        .collect();
    let persona_of = |row: usize| {
        let code = usize::try_from(*leads.title.codes().get(row)?).ok()?;
        *by_title.get(code.checked_sub(1)?)?
    };
    let mut phases_by_stage: HashMap<(Option<LeadStage>, &str), Option<usize>> = HashMap::new();
    let mut sums: HashMap<(usize, usize), Sum> = HashMap::new();
    let mut outside = Sum::default();
    let mut titles: BTreeMap<&str, u64> = BTreeMap::new();
    let mut unmatched: BTreeMap<&str, u64> = BTreeMap::new();
    let mut known_lead: HashSet<usize> = HashSet::new();
    for row in (0..leads.rows()).filter(|row| is_open(leads.state(*row))) {
        let persona = persona_of(row);
        if persona.is_none() {
            *titles.entry(leads.title.of(row).unwrap_or_default()).or_default() += 1;
        }
        let stage = leads.stage.get(row).copied().flatten();
        let open: Vec<(usize, &str)> = leads
            .opportunities_of(row)
            .iter()
            .filter_map(|place| {
                let place = usize::try_from(*place).ok()?;
                Some((place, stages.get(&place)?.as_str()))
            })
            .collect();
        let mut furthest = None;
        for (place, word) in &open {
            known_lead.insert(*place);
            let phase = *phases_by_stage
                .entry((stage, word))
                .or_insert_with(|| phase_at(stage, Some(word)));
            furthest = furthest.max(phase);
            if phase.is_none() {
                *unmatched.entry(word).or_default() += 1;
            }
            let sum = match (persona, phase) {
                (Some(persona), Some(phase)) => sums.entry((persona, phase)).or_default(),
                _ => &mut outside,
            };
            sum.opportunities += 1;
            match leads.opportunities.value.get(*place).copied().flatten() {
                Some(value) => sum.value += i128::from(value),
                None => sum.without_value += 1,
            }
        }
        if open.is_empty() {
            furthest = *phases_by_stage
                .entry((stage, ""))
                .or_insert_with(|| phase_at(stage, None));
            if furthest.is_none() {
                *unmatched.entry(stage.map_or("", LeadStage::name)).or_default() += 1;
            }
        }
        match (persona, furthest) {
            (Some(persona), Some(phase)) => sums.entry((persona, phase)).or_default().leads += 1,
            _ => outside.leads += 1,
        }
    }
    // What came from no lead that is open, its value counts all the same.
    let mut without_lead = 0;
    for place in stages.keys().filter(|place| !known_lead.contains(place)) {
        without_lead += 1;
        outside.opportunities += 1;
        match leads.opportunities.value.get(*place).copied().flatten() {
            Some(value) => outside.value += i128::from(value),
            None => outside.without_value += 1,
        }
    }
    LeadsInCells {
        any: leads.rows() > 0 || leads.opportunities.rows() > 0,
        cells: sums.iter().map(|(cell, sum)| (*cell, sum.told())).collect(),
        outside: OutsideMatrix {
            open: outside.told(),
            titles: most_frequent(&titles),
            stages: most_frequent(&unmatched),
            without_lead,
        },
    }
}

fn most_frequent(words: &BTreeMap<&str, u64>) -> Vec<UnmatchedWord> {
    let mut all: Vec<UnmatchedWord> = words
        .iter()
        .map(|(word, count)| UnmatchedWord {
            word: (*word).to_owned(),
            count: *count,
        })
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.count));
    all.truncate(NAMED);
    all
}
