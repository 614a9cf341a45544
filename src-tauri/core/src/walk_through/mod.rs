//! Walk-throughs (P50, P51): sales takes marketing through the sale as it really goes, step by step; both say how each step does on
//! message, look and fit; and what is to be mended gets an owner and a day, a week from then unless they say otherwise.
//!
//! A walk-through is not signed. Its steps stay as they are once it has ended; its fixes go on until they are done.

pub mod actions;
pub mod list_items;
pub mod queries;
pub mod room;
pub mod rules;
mod starter;
pub mod view;
mod worksheet;

use chrono::{DateTime, NaiveDate, Utc};
use lockstep_workspace::{people::Side, rows::row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    buyers::BuyingPhaseId,
    ids::{ListItemId, PersonId, PieceId, WalkThroughId},
};

/// Names a step of the sale in a walk-through.
pub type WalkStepId = ListItemId;

/// A walk through the sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkThrough {
    /// Names it.
    pub id: WalkThroughId,
    /// What is walked through: "The standard presentation".
    pub title: String,
    /// On which day.
    pub held_on: NaiveDate,
    /// The one that it goes on from; nothing for the first.
    pub previous: Option<WalkThroughId>,
    /// On which day it ended; nothing while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}
row!(WalkThrough, "walk_through", id: WalkThroughId, flags: [], lists: [], ours: ["previous", "ended_on", "created_at"]);

/// A step of the sale as it is walked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkStep {
    /// Names it.
    pub id: WalkStepId,
    /// The walk-through it belongs to.
    pub walk_through: WalkThroughId,
    /// Its place.
    pub rank: String,
    /// The step of the walk-through before that it goes on from.
    pub continues: Option<WalkStepId>,
    /// What it is called: "First presentation".
    pub name: String,
    /// The buying phase in which it happens.
    pub phase: Option<BuyingPhaseId>,
    /// What is said.
    pub said: String,
    /// What is shown.
    pub shown: String,
    /// What is asked.
    pub asked: String,
    /// What is promised.
    pub promised: String,
    /// The piece that is used.
    pub piece: Option<PieceId>,
    /// What marketing remarks.
    pub remarks: String,
    /// Whether it says what was agreed, in the eyes of sales: 1 to 5.
    pub message_by_sales: Option<i64>,
    /// How it looks to sales: 1 to 5.
    pub look_by_sales: Option<i64>,
    /// How well it fits the customer, in the eyes of sales: 1 to 5.
    pub fit_by_sales: Option<i64>,
    /// Whether it says what was agreed, in the eyes of marketing: 1 to 5.
    pub message_by_marketing: Option<i64>,
    /// How it looks to marketing: 1 to 5.
    pub look_by_marketing: Option<i64>,
    /// How well it fits the customer, in the eyes of marketing: 1 to 5.
    pub fit_by_marketing: Option<i64>,
}
row!(WalkStep, "walk_step", id: ListItemId, in: "walk_through", flags: [], lists: [], ours: ["continues"]);

/// What a step is looked at for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WalkAspect {
    /// Whether it says what was agreed.
    Message,
    /// How it looks.
    Look,
    /// How well it fits the customer.
    Fit,
}

impl WalkAspect {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Message, Self::Look, Self::Fit];

    /// Returns what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Message => "Message",
            Self::Look => "Look",
            Self::Fit => "Fit",
        }
    }
}

impl WalkStep {
    /// Returns the mark that a side gave; leadership gives none.
    #[must_use]
    pub fn mark(&self, aspect: WalkAspect, side: Side) -> Option<i64> {
        match (aspect, side) {
            (WalkAspect::Message, Side::Sales) => self.message_by_sales,
            (WalkAspect::Look, Side::Sales) => self.look_by_sales,
            (WalkAspect::Fit, Side::Sales) => self.fit_by_sales,
            (WalkAspect::Message, Side::Marketing) => self.message_by_marketing,
            (WalkAspect::Look, Side::Marketing) => self.look_by_marketing,
            (WalkAspect::Fit, Side::Marketing) => self.fit_by_marketing,
            (_, Side::Leadership) => None,
        }
    }
}

/// What is to be mended after a walk-through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// Names it.
    pub id: ListItemId,
    /// The walk-through in which it was found.
    pub walk_through: WalkThroughId,
    /// Its place.
    pub rank: String,
    /// What is to be mended.
    pub name: String,
    /// The step in which it was found.
    pub step: Option<WalkStepId>,
    /// The piece that is to be mended.
    pub piece: Option<PieceId>,
    /// Who mends it.
    pub owner: Option<PersonId>,
    /// On which day it was found.
    pub found_on: NaiveDate,
    /// Until when it is to be done.
    pub due: NaiveDate,
    /// The day for which it was promised when the walk-through ended: a later day does not make it less late.
    pub due_first: NaiveDate,
    /// On which day it was done.
    pub done_on: Option<NaiveDate>,
}
row!(Fix, "fix", id: ListItemId, in: "walk_through", flags: [], lists: [], ours: ["found_on", "due_first"]);
