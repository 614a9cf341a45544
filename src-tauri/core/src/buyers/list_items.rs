//! The lists of the buying cycle: personas, phases and what is known of each persona in each phase; and what holds of each.

use super::{BuyingCycle, BuyingPhase, Evidence, Insight, InsightKind, Persona, rules};
use crate::{ids::BuyingCycleId, leads::LeadStage};
use lockstep_workspace::{
    bounds,
    context::{ReadContext, Transaction},
    error::{Error, Result},
    list_items::{Parent, all, list_items},
    rows,
    words::Words,
};

impl Parent for BuyingCycleId {
    const COLUMN: &'static str = "buying_cycle";

    fn must_exist(&self, reader: &ReadContext) -> Result<()> {
        rows::get::<BuyingCycle>(reader, self, "The buying cycle").map(|_| ())
    }

    fn must_be_editable(&self, reader: &ReadContext) -> Result<()> {
        self.must_exist(reader)
    }

    fn summary(&self, _: &ReadContext, what: &str) -> Result<String> {
        Ok(format!("{what} in the buying cycle"))
    }
}

list_items! {
    in buying_cycle: BuyingCycleId;

    Persona, "persona", AddPersona, EditPersona, RemovePersona, MovePersona,
    agreed: false,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), role: String::new(), goals: String::new(), pains: String::new(),
                      convinced_by: String::new(), objections: String::new(), title_words: Vec::new() },
    settle: settle_persona,
    before_delete: |line, change| remove_insights(change, "persona", line.id.as_str()),
    removed_with: |line, reader| insights_in_words(reader, "persona", line.id.as_str());

    BuyingPhase, "buying phase", AddBuyingPhase, EditBuyingPhase, RemoveBuyingPhase, MoveBuyingPhase,
    agreed: false,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), lead_stages: Vec::new(), opportunity_stages: Vec::new() },
    settle: settle_phase,
    before_delete: |line, change| remove_insights(change, "phase", line.id.as_str()),
    removed_with: |line, reader| insights_in_words(reader, "phase", line.id.as_str());

    Insight, "insight", AddInsight, EditInsight, RemoveInsight, MoveInsight,
    agreed: false,
    display_name: |line| line.text.clone(),
    blank: |_today| { persona: String::new().into(), phase: String::new().into(), kind: InsightKind::Need,
                      text: String::new(), evidence: None::<Evidence>, evidence_on: None,
                      evidence_note: String::new() },
    settle: settle_insight;
}

fn settle_persona(line: &mut Persona, _: Option<&Persona>, _: &ReadContext) -> Result<()> {
    line.title_words = rules::tidy(std::mem::take(&mut line.title_words));
    Ok(())
}

/// A stage belongs to one phase, or nobody could tell in which one a customer is.
fn settle_phase(line: &mut BuyingPhase, _: Option<&BuyingPhase>, reader: &ReadContext) -> Result<()> {
    let mut stages = std::mem::take(&mut line.lead_stages);
    stages.sort_unstable();
    stages.dedup();
    line.lead_stages = stages;
    line.opportunity_stages = rules::tidy(std::mem::take(&mut line.opportunity_stages));
    let phases: Vec<BuyingPhase> = all(reader, &line.buying_cycle)?;
    for other in phases.iter().filter(|other| other.id != line.id) {
        let shared = line.lead_stages.iter();
        if let Some(stage) = shared.copied().find(|stage| other.lead_stages.contains(stage)) {
            return Err(is_taken("lead_stages", LeadStage::name(stage), other));
        }
        let has = |stage: &&String| {
            let known = &other.opportunity_stages;
            known.iter().any(|known| rules::said(known) == rules::said(stage))
        };
        if let Some(stage) = line.opportunity_stages.iter().find(has) {
            return Err(is_taken("opportunity_stages", stage, other));
        }
    }
    Ok(())
}

fn is_taken(field: &str, stage: &str, other: &BuyingPhase) -> Error {
    let phase = match other.name.trim() {
        "" => "another phase".to_owned(),
        name => format!("the phase “{name}”"),
    };
    Error::invalid(field, format!("“{stage}” already belongs to {phase}."))
        .hint("A stage belongs to one phase only. Remove it there first.")
}

fn settle_insight(line: &mut Insight, before: Option<&Insight>, reader: &ReadContext) -> Result<()> {
    if line.persona.as_str().is_empty() {
        return Err(Error::invalid("persona", "Choose the persona this belongs to."));
    }
    if line.phase.as_str().is_empty() {
        return Err(Error::invalid("phase", "Choose the phase this belongs to."));
    }
    bounds::day("evidence_on", line.evidence_on)?;
    let is_chosen = before.is_none_or(|before| before.evidence_on != line.evidence_on);
    if is_chosen && line.evidence_on.is_some_and(|day| day > reader.today()) {
        return Err(Error::invalid("evidence_on", "This day has not come yet.")
            .hint("Give the day on which you learned it."));
    }
    Ok(())
}

/// Removes what is known of a persona, or in a phase, with it: it says nothing without.
fn remove_insights(change: &Transaction, column: &str, id: &str) -> Result<()> {
    for insight in insights_of(change, column, id)? {
        rows::delete::<Insight>(change, &insight.id)?;
    }
    Ok(())
}

fn insights_of(reader: &ReadContext, column: &str, id: &str) -> Result<Vec<Insight>> {
    rows::all(reader, &format!("WHERE {column} = ?1 ORDER BY rank, id"), [id])
}

/// Returns in words how much of what is known goes with a persona or a phase.
fn insights_in_words(reader: &ReadContext, column: &str, id: &str) -> Result<Option<String>> {
    let insights = i64::try_from(insights_of(reader, column, id)?.len()).unwrap_or(i64::MAX);
    Ok(match insights {
        0 => None,
        1 => Some("1 insight".into()),
        many => Some(format!("{} insights", Words::new(&reader.company()?).count(many))),
    })
}
