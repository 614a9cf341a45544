//! What screens ask about the buyers.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    BuyingCycle, BuyingPhase, Insight, InsightKind, Persona, rules,
    view::{BuyingCycleView, InsightCounts, OpportunityStage, SharedInsight, SharedPlace},
};
use crate::ids::{BuyingCycleId, ListItemId};
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    list_items::all,
    rows,
};

/// Opens the buying cycle; nothing while none was begun.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenBuyingCycle {}

impl Query for OpenBuyingCycle {
    type Answer = Option<BuyingCycleView>;

    fn answer(self, reader: &ReadContext) -> Result<Option<BuyingCycleView>> {
        let id = BuyingCycleId::only();
        let Some(buying_cycle) = rows::find::<BuyingCycle>(reader, &id)? else {
            return Ok(None);
        };
        let personas: Vec<Persona> = all(reader, &id)?;
        let phases: Vec<BuyingPhase> = all(reader, &id)?;
        let insights: Vec<Insight> = all(reader, &id)?;
        Ok(Some(BuyingCycleView {
            cells: cells(&personas, &phases, &insights),
            buying_cycle,
            personas,
            phases,
            insights,
        }))
    }
}

fn cells(personas: &[Persona], phases: &[BuyingPhase], insights: &[Insight]) -> Vec<InsightCounts> {
    let mut counts: BTreeMap<(&ListItemId, &ListItemId, InsightKind), u32> = BTreeMap::new();
    for insight in insights {
        let count = counts.entry((&insight.persona, &insight.phase, insight.kind));
        *count.or_default() += 1;
    }
    let pairs = personas
        .iter()
        .flat_map(|persona| phases.iter().map(move |phase| (persona, phase)));
    pairs
        .map(|(persona, phase)| {
            let of = |kind| counts.get(&(&persona.id, &phase.id, kind)).copied().unwrap_or(0);
            InsightCounts {
                persona: persona.id.clone(),
                phase: phase.id.clone(),
                needs: of(InsightKind::Need),
                touchpoints: of(InsightKind::Touchpoint),
                triggers: of(InsightKind::Trigger),
                stoppers: of(InsightKind::Stopper),
            }
        })
        .collect()
}

/// Lists what two or more personas have in common (P45): of one kind and in the same words, however they are written. What
/// most of them share comes first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarketInCommon {}

impl Query for MarketInCommon {
    type Answer = Vec<SharedInsight>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<SharedInsight>> {
        let id = BuyingCycleId::only();
        Ok(in_common(
            &all(reader, &id)?,
            &all(reader, &id)?,
            all(reader, &id)?,
        ))
    }
}

fn in_common(personas: &[Persona], phases: &[BuyingPhase], insights: Vec<Insight>) -> Vec<SharedInsight> {
    let persona_at = |id: &ListItemId| personas.iter().position(|persona| persona.id == *id);
    let phase_at = |id: &ListItemId| phases.iter().position(|phase| phase.id == *id);
    let mut groups: BTreeMap<(InsightKind, String), Vec<Insight>> = BTreeMap::new();
    for insight in insights {
        let said = rules::said(&insight.text);
        if !said.is_empty() {
            groups.entry((insight.kind, said)).or_default().push(insight);
        }
    }
    let mut shared: Vec<SharedInsight> = groups
        .into_iter()
        .filter_map(|((kind, _), mut group)| {
            let text = group.first()?.text.trim().to_owned();
            group.sort_by_key(|insight| (persona_at(&insight.persona), phase_at(&insight.phase)));
            let places: Vec<SharedPlace> = group
                .into_iter()
                .filter_map(|insight| {
                    Some(SharedPlace {
                        persona_name: personas.get(persona_at(&insight.persona)?)?.name.clone(),
                        phase_name: phases.get(phase_at(&insight.phase)?)?.name.clone(),
                        insight: insight.id,
                        persona: insight.persona,
                        phase: insight.phase,
                    })
                })
                .collect();
            // They stand persona by persona.
            let sharing = places.chunk_by(|one, next| one.persona == next.persona).count();
            Some(SharedInsight {
                kind,
                text,
                personas: u32::try_from(sharing).unwrap_or(u32::MAX),
                places,
            })
        })
        .filter(|shared| shared.personas > 1)
        .collect();
    // What stands in as many places stays in the order of kinds and words.
    shared.sort_by_key(|shared| Reverse((shared.personas, shared.places.len())));
    shared
}

/// Lists the stages that opportunities of this workspace have, the most frequent first: what a phase can take in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListOpportunityStages {}

impl Query for ListOpportunityStages {
    type Answer = Vec<OpportunityStage>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<OpportunityStage>> {
        let mut statement = reader.db().prepare_cached(
            "SELECT stage_said, count(*) FROM opportunity WHERE trim(stage_said) <> ''
             GROUP BY stage_said ORDER BY count(*) DESC, stage_said LIMIT 200",
        )?;
        let stages = statement.query_map([], |row| {
            Ok(OpportunityStage {
                stage: row.get(0)?,
                opportunities: row.get(1)?,
            })
        })?;
        Ok(stages.collect::<rusqlite::Result<_>>()?)
    }
}
