//! What is asked for of the library: a new piece, a better one, a shorter one; and the answer that is owed: a piece, a date, or a
//! no with its reason. Both sides see the same list.

pub mod actions;
pub(in crate::collateral) mod promise;
pub mod queries;

use chrono::{DateTime, NaiveDate, Utc};
use lockstep_workspace::{promises::Fared, rows::row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    collateral::settings::CollateralSettings,
    ids::{CollateralRequestId, ListItemId, PersonId, PieceId},
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// A piece that there is not yet.
    New,
    /// A piece says nothing of this customer (P52).
    Generic,
    /// A piece says other things than we agreed to say.
    OffMessage,
    /// Something in a piece is wrong.
    Wrong,
    /// Somebody made a piece of their own (P53).
    HomeMade,
    /// A shorter piece for an early phase (P54).
    Shorter,
}

impl RequestKind {
    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "New piece",
            Self::Generic => "Too generic",
            Self::OffMessage => "Off message",
            Self::Wrong => "Wrong",
            Self::HomeMade => "Home-made",
            Self::Shorter => "Shorter version",
        }
    }
}

/// What somebody asked for, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CollateralRequest {
    /// Names it.
    pub id: CollateralRequestId,
    /// What is asked for.
    pub kind: RequestKind,
    /// The piece it is about; nothing where a new one is asked for.
    pub piece: Option<PieceId>,
    /// In their words.
    pub wanted: String,
    /// The pages that the shorter version is to have, from 1.
    pub pages: Vec<u32>,
    /// The persona it is for.
    pub persona: Option<PersonaId>,
    /// The phase it is for.
    pub phase: Option<BuyingPhaseId>,
    /// The information need that is to be answered.
    pub need: Option<ListItemId>,
    /// Who asked, if somebody had said who they were.
    pub asked_by: Option<PersonId>,
    /// Whose word it is, where it came by a return slip; else empty.
    pub said_by: String,
    /// On which day.
    pub asked_on: NaiveDate,
    /// The day by which a first answer is owed, as it was settled when it was asked: days that are settled later change nothing
    /// about it.
    pub answer_by: Option<NaiveDate>,
    /// The piece that answers it.
    pub answer: Option<PieceId>,
    /// The day for which a piece is promised.
    pub promised_for: Option<NaiveDate>,
    /// The day for which it was promised first: a later day does not make it less late.
    pub promised_first: Option<NaiveDate>,
    /// Why it will not be done; empty where nobody said so.
    pub declined_because: String,
    /// Who answered.
    pub answered_by: Option<PersonId>,
    /// On which day it was answered first: with a piece, a date or a no.
    pub answered_on: Option<NaiveDate>,
    /// On which day it was answered for good: with a piece or a no.
    pub closed_on: Option<NaiveDate>,
    /// The note on a return slip that brought it.
    pub slip: Option<String>,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
}
row!(CollateralRequest, "collateral_request", id: CollateralRequestId, flags: [], lists: ["pages"],
     ours: ["kind", "piece", "asked_by", "said_by", "asked_on", "answer_by", "answer", "promised_for", "promised_first",
            "declined_because", "answered_by", "answered_on", "closed_on", "slip", "created_at"]);

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Nobody has answered it.
    Open,
    /// A piece was promised for a day.
    Promised,
    /// A piece answers it.
    Answered,
    /// It will not be done, with the reason.
    Declined,
}

impl RequestState {
    /// Returns whether an answer is owed: none was given, or a piece was promised and did not come yet.
    pub fn is_owed(self) -> bool {
        matches!(self, Self::Open | Self::Promised)
    }
}

impl CollateralRequest {
    /// Returns where it stands.
    pub fn state(&self) -> RequestState {
        if self.answer.is_some() {
            RequestState::Answered
        } else if !self.declined_because.is_empty() {
            RequestState::Declined
        } else if self.promised_for.is_some() {
            RequestState::Promised
        } else {
            RequestState::Open
        }
    }

    /// Returns the day by which the next answer is owed: the promised one, or else the one by which a first answer is. Nothing
    /// where nothing is owed any more.
    pub fn due_on(&self) -> Option<NaiveDate> {
        match self.state() {
            RequestState::Open => self.answer_due(),
            RequestState::Promised => self.promised_for,
            RequestState::Answered | RequestState::Declined => None,
        }
    }

    /// Returns the day by which a first answer is owed. A request that an undo brings back from before such days were kept has
    /// the usual ones.
    fn answer_due(&self) -> Option<NaiveDate> {
        let usual = || CollateralSettings::default().answer_by(self.asked_on);
        self.answer_by.or_else(usual)
    }

    /// Returns the day to which it is held, whether it is still owed or not: the one that was promised first, if the promise came
    /// within the agreed days, and else the day by which a first answer was due. A far day promised late makes nothing less late.
    pub fn held_to(&self) -> Option<NaiveDate> {
        let due = self.answer_due()?;
        let was_answered_in_days = self.answered_on.is_some_and(|answered| answered <= due);
        Some(
            self.promised_first
                .filter(|_| was_answered_in_days)
                .unwrap_or(due),
        )
    }

    /// Returns the day that counts for being on time while something is owed; nothing where nothing is owed any more.
    pub fn counts_from(&self) -> Option<NaiveDate> {
        self.held_to().filter(|_| self.state().is_owed())
    }

    /// Returns whether what was owed came by the day to which it is held. Nothing while it is owed.
    pub fn was_on_time(&self) -> Option<bool> {
        let closed = self.closed_on?;
        Some(closed <= self.held_to()?)
    }

    /// Returns how it fares today.
    pub fn fares(&self, today: NaiveDate) -> Fared {
        if !self.state().is_owed() {
            return match self.was_on_time() {
                Some(true) => Fared::OnTime,
                _ => Fared::Late,
            };
        }
        let is_past = self.counts_from().is_some_and(|day| day < today);
        if is_past { Fared::Overdue } else { Fared::NotYetDue }
    }

    /// Returns what it asks for, short enough for a list.
    pub(crate) fn briefly(&self) -> String {
        let short = crate::collateral::shortened(&self.wanted, 60);
        if short.is_empty() {
            self.kind.name().into()
        } else {
            short
        }
    }

    /// Returns what it asks for in a sentence, short enough for the history.
    pub(crate) fn in_words(&self) -> String {
        format!("the request “{}”", self.briefly())
    }
}
