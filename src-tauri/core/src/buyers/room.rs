//! What the room of the buyers hands the ground floor.

use std::collections::HashMap;

use super::{
    BuyingCycle, BuyingPhase, Insight, InsightKind, Persona,
    actions::{BeginBuyingCycle, CopyPersona},
    list_items::*,
    queries::{ListOpportunityStages, MarketInCommon, OpenBuyingCycle},
};
use crate::{
    ids::{BuyingCycleId, ListItemId},
    leads::LeadStage,
};
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    list_items::all,
    rooms::{Hit, Room, SearchText, Table, restore, sentence, term},
};

/// The name of the room.
pub const NAME: &str = "buyers";

lockstep_workspace::dispatch::commands! {
    actions {
        begin_buying_cycle: BeginBuyingCycle, copy_persona: CopyPersona,
        add_persona: AddPersona, edit_persona: EditPersona, remove_persona: RemovePersona, move_persona: MovePersona,
        add_buying_phase: AddBuyingPhase, edit_buying_phase: EditBuyingPhase, remove_buying_phase: RemoveBuyingPhase, move_buying_phase: MoveBuyingPhase,
        add_insight: AddInsight, edit_insight: EditInsight, remove_insight: RemoveInsight, move_insight: MoveInsight,
    }
    queries {
        open_buying_cycle: OpenBuyingCycle, market_in_common: MarketInCommon, list_opportunity_stages: ListOpportunityStages,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        search: Some(search),
        ..Room::named(NAME)
    }
}

fn tables() -> Vec<Table> {
    vec![
        Table::of::<BuyingCycle>(),
        Table {
            has_short_name: true,
            is_referred_to: true,
            ..Table::of::<Persona>().restored_by(restore!(Persona, EditPersona))
        },
        Table {
            has_short_name: true,
            is_referred_to: true,
            ..Table::of::<BuyingPhase>()
                .with_terms(|column, text| {
                    (column == "lead_stages")
                        .then(|| term(text, |stage: LeadStage| stage.name().into()))
                        .flatten()
                })
                .restored_by(restore!(BuyingPhase, EditBuyingPhase))
        },
        Table::of::<Insight>()
            .with_terms(|column, text| match column {
                "kind" => term(text, |kind: InsightKind| kind.name().into()),
                "evidence" => Some(sentence(text)),
                _ => None,
            })
            .restored_by(restore!(Insight, EditInsight)),
    ]
}

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let id = BuyingCycleId::only();
    let personas: Vec<Persona> = all(reader, &id)?;
    let phases: Vec<BuyingPhase> = all(reader, &id)?;
    let insights: Vec<Insight> = all(reader, &id)?;
    let mut hits = Vec::new();
    let mut look = |kind: &str, section: &str, id: &ListItemId, name: &str, place: String| {
        if let Some(rank) = sought.rank(name) {
            hits.push(Hit {
                room: NAME.into(),
                kind: kind.into(),
                name: name.into(),
                place,
                section: section.into(),
                year: None,
                id: id.0.clone(),
                rank,
            });
        }
    };
    for persona in &personas {
        look(
            "Persona",
            "persona",
            &persona.id,
            &persona.name,
            persona.role.clone(),
        );
    }
    for phase in &phases {
        look("Buying phase", "phases", &phase.id, &phase.name, String::new());
    }
    let of_personas = personas.iter().map(|one| (&one.id, one.name.as_str()));
    let names: HashMap<&ListItemId, &str> = of_personas
        .chain(phases.iter().map(|one| (&one.id, one.name.as_str())))
        .collect();
    for insight in &insights {
        let named = [&insight.persona, &insight.phase].map(|id| names.get(id).copied().unwrap_or_default());
        let place: Vec<&str> = named.into_iter().filter(|name| !name.is_empty()).collect();
        look(
            insight.kind.name(),
            "insights",
            &insight.id,
            &insight.text,
            place.join(", "),
        );
    }
    Ok(hits)
}
