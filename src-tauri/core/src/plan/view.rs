//! The page of a plan as the core works it out: what was typed, and all that follows from it. Screens, PDF and terminal
//! show this and compute nothing themselves.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ActionItem, AgendaItem, Bucket, Decision, Funnel, Goal, Initiative, LookBack, Measure, Money, OutOfScope,
    ParkedItem, Plan, Rate, Responsibility, RetroNote, Risk, Section, Segment, TargetAccount,
};
use lockstep_workspace::{agreements::AgreementView, company::Company, people::Person, units::Unit};

/// A number that may be impossible to work out, and then says why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// The number with all its fractions, in whole units (deals, not hundredths), or nothing.
    pub value: Option<f64>,
    /// Why there is none: "cannot be computed, because the win rate is missing".
    pub because: Option<String>,
}

/// A line of figures worked out of last year's numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LookBackFigure {
    /// A stable name: `win_rate`, `average_deal`, `accepted_of_leads` …
    pub key: String,
    /// What it is called.
    pub label: String,
    /// The formula in words.
    pub formula: String,
    /// In what it is counted; `value` is in its smallest step (basis points, minor units), unrounded.
    pub unit: Unit,
    /// The number.
    pub figure: Figure,
    /// Out of how many, for a rate.
    pub n: Option<i64>,
    /// Whether the counts are not linked record by record, so that this is a period ratio and no cohort conversion.
    pub period_ratio: bool,
}

/// A measure and how far it was met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MeasureView {
    /// The line.
    pub measure: Measure,
    /// Actual − target, in the unit's smallest step.
    pub difference: Option<i64>,
    /// Actual ÷ target, in basis points.
    pub reached: Option<Rate>,
    /// Whether the target was met; nothing when either number is missing.
    pub met: Option<bool>,
}

/// How far the silent look back has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SilentView {
    /// Whether the points have been revealed together.
    pub revealed: bool,
    /// How many points sales has written.
    pub sales_points: i64,
    /// How many points marketing has written.
    pub marketing_points: i64,
    /// Whether sales is ready.
    pub sales_ready: bool,
    /// Whether marketing is ready.
    pub marketing_ready: bool,
}

/// The look back, complete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LookBackView {
    /// What was typed.
    pub numbers: LookBack,
    /// What follows from it.
    pub figures: Vec<LookBackFigure>,
    /// Where last year's funnel widens downwards, a sentence each: there its counts give no rate.
    pub widenings: Vec<String>,
    /// Why nothing can be split as last year spread over its months, or nothing.
    pub season_problem: Option<String>,
    /// What each side was measured on.
    pub measures: Vec<MeasureView>,
    /// The points that whoever is at the keyboard may see.
    pub points: Vec<RetroNote>,
    /// How far the silent writing has come.
    pub silent: SilentView,
}

impl LookBackView {
    /// Returns what does not go together in last year's numbers, a sentence each: stages that widen, and months without any
    /// where months were given.
    pub fn doubts(&self) -> impl Iterator<Item = &str> {
        let has_months = !self.numbers.shape.is_empty();
        let season = self.season_problem.iter().filter(move |_| has_months);
        self.widenings.iter().chain(season).map(String::as_str)
    }
}

/// A part of the year and what falls to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    /// "Q1 FY27" for a quarter; empty for a month, which is written by its first day.
    pub label: String,
    /// Its first day.
    pub first_day: NaiveDate,
    /// The target of this part, in the unit's smallest step.
    pub target: i64,
}

/// A goal, its formula and its split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GoalView {
    /// The line.
    pub goal: Goal,
    /// The parts of the year, as it is split.
    pub periods: Vec<Period>,
    /// The target of each of the twelve months, whatever the split.
    pub months: Vec<i64>,
    /// Why it cannot be split as wished, or nothing.
    pub split_problem: Option<String>,
    /// What is missing before it can be proposed.
    pub missing: Vec<String>,
}

/// One input of the funnel maths: last year's, ours, why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FunnelInput {
    /// The field in [`Funnel`]: `win_rate` …
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Its formula in words.
    pub formula: String,
    /// In what it is counted.
    pub unit: Unit,
    /// Last year's, from the look back.
    pub last_year: Option<i64>,
    /// Why there is none of last year: "cannot be computed, because there are more SQLs than accepted leads".
    pub because: Option<String>,
    /// Ours, where it differs.
    pub ours: Option<i64>,
    /// The one the maths uses.
    pub used: Option<i64>,
    /// Why ours differs.
    pub why: String,
}

/// One stage of the reverse funnel: how many the year needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FunnelStage {
    /// `deals`, `opportunities`, `sql`, `sal`, `mql`, `marketing_mql`.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// How it was worked out.
    pub formula: String,
    /// How many in the year, with fractions.
    pub year: Figure,
    /// How many a month on average, with fractions.
    pub month: Figure,
}

/// What one month needs: the deals that close in it, and the leads that must be accepted in it for later deals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FunnelMonth {
    /// The month's first day.
    pub first_day: NaiveDate,
    /// Whether the month lies before the plan's year.
    pub before_the_year: bool,
    /// Deals that close.
    pub deals: f64,
    /// Opportunities behind deals that close a cycle later.
    pub opportunities: Option<f64>,
    /// SQLs behind them.
    pub sql: Option<f64>,
    /// Accepted leads behind them.
    pub sal: Option<f64>,
    /// MQLs behind them.
    pub mql: Option<f64>,
}

/// The funnel maths, complete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FunnelView {
    /// What was typed.
    pub funnel: Funnel,
    /// The inputs with last year beside ours.
    pub inputs: Vec<FunnelInput>,
    /// Revenue goal − renewals and expansion, in minor units.
    pub new_revenue: Figure,
    /// Marketing's part of it, in minor units.
    pub sourced_revenue: Figure,
    /// The stages from deals up to MQL, and marketing's part of them.
    pub stages: Vec<FunnelStage>,
    /// Month by month, with the months before the year that the cycle reaches back to. Empty when nothing can be computed.
    pub months: Vec<FunnelMonth>,
    /// The cycle in whole months by which leads come before deals.
    pub shift_months: Option<i64>,
    /// Why it is spread evenly although something else was wished, or nothing.
    pub spread_problem: Option<String>,
}

/// What an initiative bucket adds up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BucketSum {
    /// The bucket.
    pub bucket: Bucket,
    /// What the bucket is called on screen.
    pub name: String,
    /// How many initiatives.
    pub count: i64,
    /// Their budgets together.
    pub budget: Money,
    /// The accepted leads expected of them.
    pub expected_leads: i64,
}

/// The initiatives against what the maths asks and the budget allows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InitiativesView {
    /// The initiatives in their order.
    pub lines: Vec<Initiative>,
    /// The sums by bucket, all five.
    pub buckets: Vec<BucketSum>,
    /// All budgets together.
    pub budget: Money,
    /// The year's budget − all budgets, where a budget is set.
    pub budget_left: Option<Money>,
    /// All expected accepted leads together.
    pub expected_leads: i64,
    /// The accepted leads that the maths asks of marketing, or why that is not known.
    pub asked_leads: Figure,
}

/// The minutes of the planning session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// The agenda with its planned minutes.
    pub agenda: Vec<AgendaItem>,
    /// The parking lot.
    pub parked: Vec<ParkedItem>,
    /// What was decided in the session.
    pub decisions: Vec<Decision>,
    /// Actions.
    pub todos: Vec<ActionItem>,
}

/// Something that stands between the draft and a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// The section in which it can be mended.
    pub section: Section,
    /// The line it is about, where it is about one.
    pub line: Option<String>,
    /// What is missing.
    pub message: String,
}

/// The page of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// Whose plan it is.
    pub company: Company,
    /// Minor units of one unit of the currency, as a power of ten.
    pub currency_digits: u32,
    /// The people.
    pub people: Vec<Person>,
    /// The plan itself.
    pub plan: Plan,
    /// "FY27".
    pub label: String,
    /// The year's first day.
    pub first_day: NaiveDate,
    /// The year's last day.
    pub last_day: NaiveDate,
    /// The first day of each month.
    pub months: Vec<NaiveDate>,
    /// The quarters' names.
    pub quarters: Vec<String>,
    /// The version this page shows, or nothing for the draft.
    pub version: Option<u32>,
    /// Why nothing can be edited just now, or nothing.
    pub locked: Option<String>,
    /// Last year: its numbers, what the sides were measured on, and their points.
    pub look_back: LookBackView,
    /// Focus: segments.
    pub segments: Vec<Segment>,
    /// Focus: target accounts.
    pub accounts: Vec<TargetAccount>,
    /// Focus: what we will not do.
    pub not_doing: Vec<OutOfScope>,
    /// Joint goals.
    pub goals: Vec<GoalView>,
    /// Funnel maths.
    pub funnel: FunnelView,
    /// What we will do this year, with its sums by bucket.
    pub initiatives: InitiativesView,
    /// Who does what.
    pub duties: Vec<Responsibility>,
    /// Risks and assumptions.
    pub risks: Vec<Risk>,
    /// The session's minutes.
    pub session: SessionView,
    /// The agreement: versions, signatures, how the draft differs.
    pub agreement: AgreementView,
    /// What is missing before the draft can be proposed; empty when it can.
    pub missing: Vec<Missing>,
}
