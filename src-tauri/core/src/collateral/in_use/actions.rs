//! A use is recorded, what the seller says of it is written beside it, and it is removed again.

use chrono::NaiveDate;
use lockstep_workspace::{
    bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PieceUse, UseManner};
use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    collateral::{
        actions::{must_know, named, piece},
        standing::current_version,
    },
    ids::{ListItemId, OpportunityId, PieceId, PieceUseId},
    leads::tables::Opportunity,
};

/// The best mark that a seller can give; the least is 1.
pub const BEST_MARK: i64 = 5;

/// Records that a piece was used in a deal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordUse {
    /// The piece.
    pub piece: PieceId,
    /// The opportunity, where it was imported.
    #[serde(default)]
    #[ts(optional)]
    pub opportunity: Option<OpportunityId>,
    /// What the deal is called; the opportunity's own name where one is given.
    #[serde(default)]
    #[ts(optional)]
    pub deal: Option<String>,
    /// The persona it was used with.
    #[serde(default)]
    #[ts(optional)]
    pub persona: Option<PersonaId>,
    /// The phase in which it was.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<BuyingPhaseId>,
    /// How it was used.
    pub manner: UseManner,
    /// On which day; today where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub used_on: Option<NaiveDate>,
}

impl Action for RecordUse {
    type Outcome = PieceUse;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.piece, "Record a use of")
    }

    fn apply(self, change: &mut Transaction) -> Result<PieceUse> {
        piece(change, &self.piece)?;
        let opportunity: Option<Opportunity> = self
            .opportunity
            .map(|id| rows::get(change, &id, "This opportunity"))
            .transpose()?;
        let given = self.deal.unwrap_or_default().trim().to_owned();
        let deal = match &opportunity {
            Some(opportunity) if given.is_empty() => name_of(opportunity),
            _ => given,
        };
        if deal.is_empty() {
            return Err(Error::invalid("deal", "Say in which deal it was used.")
                .hint("The customer’s name is enough."));
        }
        must_know(change, self.persona.iter(), self.phase.iter(), None)?;
        let used = PieceUse {
            id: change.new_id(),
            version: current_version(change, &self.piece)?.map(|version| version.id),
            piece: self.piece,
            used_on: self.used_on.unwrap_or_else(|| change.today()),
            person: change.actor().map(|person| person.id.clone()),
            said_by: String::new(),
            opportunity: opportunity.map(|one| one.id),
            deal,
            persona: self.persona,
            phase: self.phase,
            manner: self.manner,
            easy_to_find: None,
            fitted: None,
            ready: None,
            moved: None,
            note: String::new(),
            slip: None,
            created_at: change.now(),
        };
        check(change, &used)?;
        rows::insert(change, &used)?;
        Ok(used)
    }
}

/// Returns what an opportunity is called: its name, with whoever may buy, or its id in the CRM.
pub(super) fn name_of(opportunity: &Opportunity) -> String {
    let filled = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default().trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let name = filled(&opportunity.name);
    let company = filled(&opportunity.company);
    match (name, company) {
        (Some(name), Some(company)) if !name.to_lowercase().contains(&company.to_lowercase()) => {
            format!("{name}, {company}")
        }
        (Some(name), _) => name,
        (None, Some(company)) => company,
        (None, None) => filled(&opportunity.external_id)
            .or_else(|| filled(&opportunity.email))
            .unwrap_or_else(|| "Opportunity without a name".into()),
    }
}

/// Checks what holds of every use, however it came in.
///
/// # Errors
/// `Invalid`, naming the field.
pub(in crate::collateral) fn check(reader: &ReadContext, used: &PieceUse) -> Result<()> {
    bounds::day("used_on", Some(used.used_on))?;
    if used.used_on > reader.today() {
        return Err(Error::invalid("used_on", "This day has not come yet.")
            .hint("Give the day on which it was used."));
    }
    for (field, mark) in ["easy_to_find", "fitted", "ready"].into_iter().zip(used.marks()) {
        if mark.is_some_and(|mark| !(1..=BEST_MARK).contains(&mark)) {
            return Err(Error::invalid(field, "A mark is a whole number from 1 to 5."));
        }
    }
    Ok(())
}

/// Changes a use: what the seller says of it, above all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditUse {
    /// The use.
    pub id: PieceUseId,
    /// The fields that change.
    pub change: Patch<PieceUse>,
}

fn used(reader: &ReadContext, id: &PieceUseId) -> Result<PieceUse> {
    rows::get(reader, id, "This use")
}

fn named_use(reader: &ReadContext, id: &PieceUseId, verb: &str) -> Result<String> {
    named(reader, &used(reader, id)?.piece, verb)
}

impl Action for EditUse {
    type Outcome = PieceUse;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named_use(reader, &self.id, "Change a use of")
    }

    fn apply(self, change: &mut Transaction) -> Result<PieceUse> {
        let before = used(change, &self.id)?;
        let mut after = self.change.apply(&before)?;
        after.deal = after.deal.trim().to_owned();
        let is_new =
            |now: &Option<ListItemId>, then: &Option<ListItemId>| now.clone().filter(|_| now != then);
        must_know(
            change,
            is_new(&after.persona, &before.persona).iter(),
            is_new(&after.phase, &before.phase).iter(),
            None,
        )?;
        if after.deal.is_empty() {
            return Err(Error::invalid("deal", "Say in which deal it was used."));
        }
        check(change, &after)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Removes a use that was recorded by mistake.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveUse {
    /// The use.
    pub id: PieceUseId,
}

impl Action for RemoveUse {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named_use(reader, &self.id, "Remove a use of")
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        used(change, &self.id)?;
        rows::delete::<PieceUse>(change, &self.id)
    }
}
