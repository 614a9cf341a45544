//! The annual plan: one per fiscal year, made in one session by both sides, in the order of the session: look back,
//! focus, joint goals, funnel maths, initiatives, who does what, risks, agreement.
//!
//! The tables hold the working text. What both sides signed is frozen in [`crate::agreements`] and never changes here.

pub mod actions;
pub mod carry;
mod clauses;
pub mod compare;
pub mod content;
pub mod list_items;
pub mod look_back;
pub mod overview;
pub mod paste;
pub mod queries;
pub mod room;
pub mod rules;
pub mod session;
pub mod subject;
pub mod view;

pub use session::{ActionItem, AgendaItem, Decision, ParkedItem};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{ListItemId, PersonId, PlanId},
    scorecard::{Direction, Metric},
};
use lockstep_workspace::{people::Side, rows::row, units::Unit};

/// An amount in minor units of the workspace's currency.
pub type Money = i64;
/// A rate in hundredths of a percent: 6315 is 63.15 %.
pub type Rate = i64;

/// The sections of the page, in the order of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it; their titles stand in `Section::title`.
pub enum Section {
    LookBack,
    Focus,
    Goals,
    Funnel,
    Initiatives,
    WhoDoesWhat,
    Risks,
    Agreement,
}

impl Section {
    /// All sections in order.
    pub const ALL: [Self; 8] = [
        Self::LookBack,
        Self::Focus,
        Self::Goals,
        Self::Funnel,
        Self::Initiatives,
        Self::WhoDoesWhat,
        Self::Risks,
        Self::Agreement,
    ];

    /// Returns the section's title.
    pub fn title(self) -> &'static str {
        match self {
            Self::LookBack => "Look back",
            Self::Focus => "Focus",
            Self::Goals => "Joint goals",
            Self::Funnel => "Funnel maths",
            Self::Initiatives => "Initiatives",
            Self::WhoDoesWhat => "Who does what",
            Self::Risks => "Risks and budget",
            Self::Agreement => "Agreement",
        }
    }
}

/// The plan itself: what stands once a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Plan {
    /// Names the plan.
    pub id: PlanId,
    /// The fiscal year, by the number of the calendar year in which it ends.
    pub year: i32,
    /// The positioning line: for whom we are what.
    pub positioning: String,
    /// The year's budget.
    pub budget: Option<Money>,
    /// Whether Sales has finished writing its look-back points.
    pub sales_ready: bool,
    /// Whether Marketing has finished writing its look-back points.
    pub marketing_ready: bool,
    /// When both were ready and the points were revealed together; one way.
    pub revealed_at: Option<DateTime<Utc>>,
    /// When the plan was begun.
    pub created_at: DateTime<Utc>,
}
row!(Plan, "plan", id: PlanId, flags: ["sales_ready", "marketing_ready"], lists: [],
     ours: ["year", "sales_ready", "marketing_ready", "revealed_at", "created_at"]);

/// Last year's numbers: the funnel's counts, the money and the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookBack {
    /// The plan's id: a plan has one look back.
    pub id: PlanId,
    /// Leads handed over by marketing (MQL).
    pub leads: Option<i64>,
    /// Leads that sales accepted (SAL).
    pub accepted: Option<i64>,
    /// Leads whose need was confirmed (SQL).
    pub sql: Option<i64>,
    /// Opportunities created.
    pub opportunities: Option<i64>,
    /// Opportunities won.
    pub won: Option<i64>,
    /// Opportunities lost.
    pub lost: Option<i64>,
    /// Value of what was won.
    pub revenue: Option<Money>,
    /// Value of what was won and first came from marketing.
    pub sourced_revenue: Option<Money>,
    /// Median days from created to closed, won only.
    pub cycle_days: Option<i64>,
    /// How last year spread over its twelve months (twelve weights, leads or revenue), or empty.
    pub shape: Vec<i64>,
    /// Where these numbers come from.
    pub source: String,
}
row!(LookBack, "look_back", id: PlanId, lists: ["shape"]);

/// What one side was measured on last year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Measure {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The side that was measured.
    pub side: Side,
    /// What was measured.
    pub name: String,
    /// The unit in which target and actual count.
    pub unit: Unit,
    /// Which way was better.
    pub direction: Direction,
    /// What was aimed at, in the unit's smallest step.
    pub target: Option<i64>,
    /// What came of it, in the unit's smallest step.
    pub actual: Option<i64>,
}
row!(Measure, "yardstick", id: ListItemId, in: "plan");

/// Under which heading a look-back point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RetroNoteKind {
    /// What went well.
    WentWell,
    /// What did not.
    DidNot,
    /// What was learned.
    Learned,
}

/// One point of the look back, written by a side before it sees the other's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetroNote {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The side that wrote it.
    pub side: Side,
    /// The heading under which it stands.
    pub kind: RetroNoteKind,
    /// The point.
    pub text: String,
}
row!(RetroNote, "point", id: ListItemId, in: "plan");

/// A segment to focus on, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Segment {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The segment.
    pub name: String,
    /// Why this one.
    pub why: String,
}
row!(Segment, "segment", id: ListItemId, in: "plan");

/// An account both sides want to win this year, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetAccount {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The account.
    pub name: String,
    /// Why this one.
    pub why: String,
}
row!(TargetAccount, "target_account", id: ListItemId, in: "plan");

/// Something we agree *not* to do this year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutOfScope {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// What we leave.
    pub name: String,
    /// Why we leave it.
    pub why: String,
}
row!(OutOfScope, "not_doing", id: ListItemId, in: "plan");

/// Over what a goal is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SplitInto {
    /// Twelve months.
    Months,
    /// Four quarters.
    Quarters,
}

impl SplitInto {
    /// Returns how many parts that is.
    pub fn parts(self) -> usize {
        match self {
            Self::Months => 12,
            Self::Quarters => 4,
        }
    }
}

/// How a goal is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SplitBy {
    /// The same for every part.
    Even,
    /// As last year spread, from the look back.
    LastYear,
    /// As written by hand.
    Hand,
}

/// How often a goal is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Cadence {
    Weekly,
    Monthly,
    Quarterly,
}

/// A joint goal: one number for both sides, with an owner on each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Goal {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// What is measured.
    pub metric: Metric,
    /// The goal's name; for a metric of the list its name, unless renamed.
    pub name: String,
    /// In what it is counted.
    pub unit: Unit,
    /// The formula in words.
    pub formula: String,
    /// Where the number comes from.
    pub source: String,
    /// Whether the parts of the year add up to the target.
    pub adds_up: bool,
    /// Whether it is about the customer, not about us.
    pub about_customer: bool,
    /// Which way is better.
    pub direction: Direction,
    /// Where we stand, in the unit's smallest step.
    pub baseline: Option<i64>,
    /// What we aim at, for the year.
    pub target: Option<i64>,
    /// What would be splendid.
    pub stretch: Option<i64>,
    /// Who answers for it in sales.
    pub sales_owner: Option<PersonId>,
    /// Who answers for it in marketing.
    pub marketing_owner: Option<PersonId>,
    /// Over what it is split.
    pub split_into: SplitInto,
    /// How it is split.
    pub split_by: SplitBy,
    /// The parts written by hand, or empty.
    pub by_hand: Vec<i64>,
    /// In what way it is tracked, in free words.
    pub tracked_how: String,
    /// How often it is tracked.
    pub tracked_every: Cadence,
}
row!(Goal, "goal", id: ListItemId, in: "plan", flags: ["adds_up", "about_customer"], lists: ["by_hand"]);

/// What goes into the reverse funnel. A rate left empty is last year's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Funnel {
    /// The plan's id: a plan has one funnel.
    pub id: PlanId,
    /// The year's revenue goal.
    pub revenue_goal: Option<Money>,
    /// The part that renewals and expansion bring.
    pub renewals: Option<Money>,
    /// Our average deal.
    pub average_deal: Option<Money>,
    /// Why ours differs from last year's.
    pub average_deal_why: String,
    /// Our win rate.
    pub win_rate: Option<Rate>,
    /// Why ours differs from last year's.
    pub win_rate_why: String,
    /// Our share of SQLs that become opportunities.
    pub sql_to_opportunity: Option<Rate>,
    /// Why ours differs from last year's.
    pub sql_to_opportunity_why: String,
    /// Our share of accepted leads that become SQL.
    pub sal_to_sql: Option<Rate>,
    /// Why ours differs from last year's.
    pub sal_to_sql_why: String,
    /// Our share of MQLs that sales accepts.
    pub mql_to_sal: Option<Rate>,
    /// Why ours differs from last year's.
    pub mql_to_sal_why: String,
    /// The share of new revenue that marketing sources.
    pub sourced_share: Option<Rate>,
    /// Why ours differs from last year's.
    pub sourced_share_why: String,
    /// Our median cycle in days.
    pub cycle_days: Option<i64>,
    /// Why ours differs from last year's.
    pub cycle_days_why: String,
    /// How the year's revenue spreads over the months.
    pub spread: SplitBy,
    /// Twelve weights written by hand, or empty.
    pub by_hand: Vec<i64>,
}
row!(Funnel, "funnel", id: PlanId, lists: ["by_hand"]);

/// Marketing's five buckets (P7), each with an owner on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Their names stand in `Bucket::name`.
pub enum Bucket {
    Branding,
    Demand,
    Communications,
    Analysis,
    Collateral,
}

impl Bucket {
    /// All five, in order.
    pub const ALL: [Self; 5] = [
        Self::Branding,
        Self::Demand,
        Self::Communications,
        Self::Analysis,
        Self::Collateral,
    ];

    /// Returns the bucket's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Branding => "Branding and messaging",
            Self::Demand => "Lead and demand generation",
            Self::Communications => "Marketing communications",
            Self::Analysis => "Market analysis",
            Self::Collateral => "Tools and collateral",
        }
    }
}

/// Something we will do this year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Initiative {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The one of marketing's five buckets that it belongs to.
    pub bucket: Bucket,
    /// What we will do.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// The day on which it begins, where that is settled.
    pub starts: Option<NaiveDate>,
    /// The day on which it ends, where that is settled.
    pub ends: Option<NaiveDate>,
    /// What it may cost.
    pub budget: Option<Money>,
    /// The goal it serves.
    pub goal: Option<ListItemId>,
    /// How many accepted leads we expect of it.
    pub expected_leads: Option<i64>,
}
row!(Initiative, "initiative", id: ListItemId, in: "plan");

/// Who does what: one of the five buckets, or a duty in which both sides overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Responsibility {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The bucket, or nothing for an overlapping duty.
    pub bucket: Option<Bucket>,
    /// What it is about.
    pub name: String,
    /// Who answers for it in sales.
    pub sales_owner: Option<PersonId>,
    /// What sales does, in words; empty while nothing was said.
    pub sales_does: String,
    /// Who answers for it in marketing.
    pub marketing_owner: Option<PersonId>,
    /// What marketing does, in words; empty while nothing was said.
    pub marketing_does: String,
}
row!(Responsibility, "duty", id: ListItemId, in: "plan");

/// Whether a line names a risk or an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RiskKind {
    /// It may happen.
    Risk,
    /// We count on it.
    Assumption,
}

/// A risk, or an assumption the plan rests on, and what we do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Risk {
    /// Names the line.
    pub id: ListItemId,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// Which of the two.
    pub kind: RiskKind,
    /// What may happen, or what we count on.
    pub name: String,
    /// What we do then, or how we will notice.
    pub response: String,
    /// Who keeps an eye on it.
    pub owner: Option<PersonId>,
}
row!(Risk, "risk", id: ListItemId, in: "plan");
