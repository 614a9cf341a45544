//! What the filters of the ledger can choose from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    columns::{LeadColumns, Words, lead_columns},
    rules::LeadState,
    terms::{Acceptance, LeadStage, Outcome, Reason},
};
use crate::ids::ImportId;
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
};

/// Lists what leads can be filtered by, each with its number of leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadChoices {}

/// A name that leads have, and how many have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NameCount {
    /// The name; nothing for the leads without one.
    pub name: Option<String>,
    /// How many leads.
    pub leads: u64,
}

/// A term that leads have, and how many have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TermCount<T: TS> {
    /// The term.
    pub term: T,
    /// What it is called.
    pub name: &'static str,
    /// How many leads.
    pub leads: u64,
}

/// An import, and how many leads of it there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportCount {
    /// The import.
    pub id: ImportId,
    /// The file's name.
    pub file_name: String,
    /// How many leads.
    pub leads: u64,
}

/// An attribute, and how many leads have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttributeCount {
    /// Its name.
    pub name: String,
    /// In how many leads it is known.
    pub leads: u64,
}

/// What leads can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeadChoicesView {
    /// How many leads there are.
    pub leads: u64,
    /// Sources, those with the most leads first; the thousand most frequent.
    pub sources: Vec<NameCount>,
    /// Campaigns, in the same way.
    pub campaigns: Vec<NameCount>,
    /// Owners, in the same way.
    pub owners: Vec<NameCount>,
    /// Stages that leads are in.
    pub stages: Vec<TermCount<LeadStage>>,
    /// Where leads stand.
    pub states: Vec<TermCount<LeadState>>,
    /// What sales said.
    pub decisions: Vec<TermCount<Acceptance>>,
    /// Reasons that leads went no further.
    pub reasons: Vec<TermCount<Reason>>,
    /// What became of the opportunities; a lead with several is counted for each.
    pub outcomes: Vec<TermCount<Outcome>>,
    /// The imports that brought leads, the latest first.
    pub imports: Vec<ImportCount>,
    /// Attributes, by name.
    pub attributes: Vec<AttributeCount>,
}

/// More names than this nobody chooses from a list.
const MOST: usize = 1_000;

impl Query for LeadChoices {
    type Answer = LeadChoicesView;

    fn answer(self, reader: &ReadContext) -> Result<LeadChoicesView> {
        let columns = lead_columns(reader)?;
        let counted = columns.answer_cache.answer(self, |_| counted(&columns));
        Ok(LeadChoicesView {
            imports: imports(reader, &columns)?,
            ..LeadChoicesView::clone(&counted)
        })
    }
}

/// Counts everything but the imports, which are named in the file.
fn counted(columns: &LeadColumns) -> LeadChoicesView {
    LeadChoicesView {
        leads: number(columns.rows()),
        sources: names(&columns.source),
        campaigns: names(&columns.campaign),
        owners: names(&columns.owner),
        stages: terms(
            LeadStage::ALL.map(|term| (term, term.name())),
            columns.stage.iter().flatten().map(|term| *term as usize),
        ),
        states: terms(
            LeadState::ALL.map(|state| (state, state.name())),
            columns.standing.iter().map(|standing| standing.place()),
        ),
        decisions: terms(
            Acceptance::ALL.map(|term| (term, term.name())),
            columns
                .standing
                .iter()
                .map(|standing| standing.decision() as usize),
        ),
        reasons: terms(
            Reason::ALL.map(|term| (term, term.name())),
            columns.reason.iter().flatten().map(|term| *term as usize),
        ),
        outcomes: terms(
            Outcome::ALL.map(|term| (term, term.name())),
            outcomes(columns).map(|term| term as usize),
        ),
        imports: Vec::new(),
        attributes: columns
            .attributes
            .iter()
            .map(|(name, column)| AttributeCount {
                name: name.into(),
                leads: number(column.filled()),
            })
            .collect(),
    }
}

fn names(words: &Words) -> Vec<NameCount> {
    let mut names: Vec<NameCount> = words
        .counts()
        .map(|(name, leads)| NameCount {
            name: Some(name.into()),
            leads,
        })
        .collect();
    let without = number(words.codes().len() - words.filled());
    if without > 0 {
        names.push(NameCount {
            name: None,
            leads: without,
        });
    }
    names.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.name.cmp(&b.name)));
    names.truncate(MOST);
    names
}

/// Counts terms by their place in the list of all; those that nobody has are left out.
fn terms<T: TS, const N: usize>(
    all: [(T, &'static str); N],
    found: impl Iterator<Item = usize>,
) -> Vec<TermCount<T>> {
    let mut counts = [0_u64; N];
    for place in found {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let all = all.into_iter().zip(counts).filter(|(_, leads)| *leads > 0);
    all.map(|((term, name), leads)| TermCount { term, name, leads })
        .collect()
}

/// The outcomes of each lead, each once.
fn outcomes(columns: &LeadColumns) -> impl Iterator<Item = Outcome> {
    let of = |opportunity: &u32| {
        let opportunity = usize::try_from(*opportunity).ok()?;
        *columns.opportunities.outcome.get(opportunity)?
    };
    let opportunities = columns.opportunities.lead.iter().zip(0_u32..);
    opportunities.filter_map(move |(lead, opportunity)| {
        let of_lead = columns.opportunities_of(usize::try_from((*lead)?).ok()?).iter();
        let outcome = of(&opportunity)?;
        // The first of them speaks for the others with the same outcome.
        let mut before = of_lead.take_while(|other| **other != opportunity);
        before.all(|other| of(other) != Some(outcome)).then_some(outcome)
    })
}

fn imports(reader: &ReadContext, columns: &LeadColumns) -> Result<Vec<ImportCount>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT id, file_name FROM import WHERE kind = 'leads' ORDER BY rowid DESC")?;
    let files = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let files: Vec<(ImportId, String)> = files.collect::<rusqlite::Result<_>>()?;
    let counts: std::collections::HashMap<&str, u64> = columns.import.counts().collect();
    Ok(files
        .into_iter()
        .filter_map(|(id, file_name)| {
            let leads = *counts.get(id.as_str())?;
            Some(ImportCount { id, file_name, leads })
        })
        .collect())
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
