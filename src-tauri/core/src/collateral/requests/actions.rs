//! A piece is asked for, the request is answered, changed or withdrawn.

use chrono::NaiveDate;
use lockstep_workspace::{
    bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CollateralRequest, RequestKind, RequestState};
use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    collateral::{
        actions::{must_know, piece},
        settings::settings,
    },
    ids::{CollateralRequestId, ListItemId, PieceId},
};

/// Asks for a piece, or says what is to be done about one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskForPiece {
    /// What is asked for.
    pub kind: RequestKind,
    /// The piece it is about; only a new piece is about none.
    #[serde(default)]
    #[ts(optional)]
    pub piece: Option<PieceId>,
    /// In their words.
    pub wanted: String,
    /// The pages that a shorter version is to have, from 1.
    #[serde(default)]
    #[ts(optional)]
    pub pages: Option<Vec<u32>>,
    /// The persona it is for.
    #[serde(default)]
    #[ts(optional)]
    pub persona: Option<PersonaId>,
    /// The phase it is for.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<BuyingPhaseId>,
    /// The information need that is to be answered.
    #[serde(default)]
    #[ts(optional)]
    pub need: Option<ListItemId>,
}

impl Action for AskForPiece {
    type Outcome = CollateralRequest;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(match &self.piece {
            None => "Ask for a piece of collateral".into(),
            Some(about) => format!(
                "Ask about {}: {}",
                piece(reader, about)?.in_words(),
                self.kind.name().to_lowercase()
            ),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<CollateralRequest> {
        must_know(change, self.persona.iter(), self.phase.iter(), self.need.iter())?;
        let asks = CollateralRequest {
            id: change.new_id(),
            kind: self.kind,
            piece: self.piece,
            wanted: self.wanted,
            pages: self.pages.unwrap_or_default(),
            persona: self.persona,
            phase: self.phase,
            need: self.need,
            asked_by: change.actor().map(|person| person.id.clone()),
            said_by: String::new(),
            asked_on: change.today(),
            answer_by: None,
            answer: None,
            promised_for: None,
            promised_first: None,
            declined_because: String::new(),
            answered_by: None,
            answered_on: None,
            closed_on: None,
            slip: None,
            created_at: change.now(),
        };
        add(change, asks)
    }
}

/// Adds a request, however it came in: it is to be answered within the days that are settled now. A piece that is reported as
/// home-made is one from then on.
///
/// # Errors
/// `Invalid`, naming the field; `NotFound` when there is no such piece.
pub(in crate::collateral) fn add(change: &Transaction, asks: CollateralRequest) -> Result<CollateralRequest> {
    let mut asks = settled(change, asks)?;
    asks.answer_by = settings(change)?.answer_by(asks.asked_on);
    if let (RequestKind::HomeMade, Some(about)) = (asks.kind, &asks.piece) {
        let mut about = piece(change, about)?;
        if !about.is_home_made {
            about.is_home_made = true;
            rows::update(change, &about)?;
        }
    }
    rows::insert(change, &asks)?;
    Ok(asks)
}

/// Brings the fields of a request in line, and checks them.
///
/// # Errors
/// `Invalid`, naming the field; `NotFound` when there is no such piece.
pub(in crate::collateral) fn settled(
    reader: &ReadContext,
    mut asks: CollateralRequest,
) -> Result<CollateralRequest> {
    asks.wanted = asks.wanted.trim().to_owned();
    asks.pages.sort_unstable();
    asks.pages.dedup();
    match &asks.piece {
        Some(about) => {
            piece(reader, about)?;
        }
        None if matches!(asks.kind, RequestKind::New | RequestKind::HomeMade) => {}
        None => {
            return Err(Error::invalid("piece", "Say which piece this is about."));
        }
    }
    if asks.kind != RequestKind::Shorter && asks.wanted.is_empty() {
        return Err(Error::invalid("wanted", "Say in a sentence what you need."));
    }
    if asks.pages.first() == Some(&0) {
        return Err(Error::invalid("pages", "Pages are counted from 1."));
    }
    Ok(asks)
}

fn request(reader: &ReadContext, id: &CollateralRequestId) -> Result<CollateralRequest> {
    rows::get(reader, id, "This request")
}

/// Changes the words of a request, or for whom it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditRequest {
    /// The request.
    pub id: CollateralRequestId,
    /// The fields that change.
    pub change: Patch<CollateralRequest>,
}

impl Action for EditRequest {
    type Outcome = CollateralRequest;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!("Change {}", request(reader, &self.id)?.in_words()))
    }

    fn apply(self, change: &mut Transaction) -> Result<CollateralRequest> {
        let after = settled(change, self.change.apply(&request(change, &self.id)?)?)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Answers a request: with a piece, with the day for which one is promised, or with a no and its reason. One of the three.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// The request.
    pub id: CollateralRequestId,
    /// The piece that answers it.
    #[serde(default)]
    #[ts(optional)]
    pub piece: Option<PieceId>,
    /// The day for which it is promised.
    #[serde(default)]
    #[ts(optional)]
    pub promised_for: Option<NaiveDate>,
    /// Why it will not be done.
    #[serde(default)]
    #[ts(optional)]
    pub because: Option<String>,
}

impl Action for AnswerRequest {
    type Outcome = CollateralRequest;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!("Answer {}", request(reader, &self.id)?.in_words()))
    }

    fn apply(self, change: &mut Transaction) -> Result<CollateralRequest> {
        let mut asks = request(change, &self.id)?;
        let person = change.somebody("answer a request")?.id.clone();
        let because = self.because.map(|because| because.trim().to_owned());
        match (self.piece, self.promised_for, because) {
            (Some(answer), None, None) => {
                let given = piece(change, &answer)?;
                if given.retired_on.is_some() {
                    return Err(Error::invalid("piece", "This piece is retired.")
                        .hint("Bring it back first, or answer with another one."));
                }
                let is_replaced = !matches!(asks.kind, RequestKind::HomeMade);
                if is_replaced && asks.piece.as_ref() == Some(&answer) {
                    return Err(Error::invalid("piece", "This is the piece that the request is about.")
                        .hint("Answer with a better one, or say no and why. A new version of it is added there first."));
                }
                asks.answer = Some(answer);
                asks.declined_because.clear();
            }
            (None, Some(day), None) => {
                bounds::day("promised_for", Some(day))?;
                if day < change.today() {
                    return Err(Error::invalid("promised_for", "This day has passed."));
                }
                asks.promised_for = Some(day);
                asks.promised_first = asks.promised_first.or(Some(day));
                asks.answer = None;
                asks.declined_because.clear();
            }
            (None, None, Some(because)) => {
                if because.is_empty() {
                    return Err(Error::invalid(
                        "because",
                        "Say why, so that it can be understood.",
                    ));
                }
                asks.declined_because = because;
                asks.answer = None;
            }
            _ => {
                return Err(Error::invalid(
                    "piece",
                    "Answer with a piece, with a day, or with a no and its reason.",
                ));
            }
        }
        asks.answered_by = Some(person);
        let today = change.today();
        // When it was answered first is what counts; a later answer does not make it late.
        asks.answered_on = asks.answered_on.or(Some(today));
        asks.closed_on = match asks.state() {
            RequestState::Answered | RequestState::Declined => Some(today),
            RequestState::Open | RequestState::Promised => None,
        };
        rows::update(change, &asks)?;
        Ok(asks)
    }
}

/// Withdraws a request that nobody has answered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveRequest {
    /// The request.
    pub id: CollateralRequestId,
}

impl Action for RemoveRequest {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!("Withdraw {}", request(reader, &self.id)?.in_words()))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let asks = request(change, &self.id)?;
        if asks.state() != RequestState::Open {
            return Err(Error::refused("What was answered stays in the list.")
                .hint("Both sides can see what was asked for and what came of it."));
        }
        rows::delete::<CollateralRequest>(change, &self.id)
    }
}
