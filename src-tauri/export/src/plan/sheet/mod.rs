//! What the plan's document says, word for word: every number and date already written as the company writes them. The
//! template only arranges it. One file a group of sections, in the order of the pages.

mod agreement;
mod funnel;
pub(super) mod goals;
pub(super) mod initiatives;
pub(super) mod look_back;
pub(super) mod people;
pub(super) mod teller;

use chrono::NaiveDate;
use lockstep_core::plan::view::PlanView;
use serde::Serialize;

pub use teller::Teller;

use crate::options::Paper;
use crate::standing::{Agreed, Standing, standing};

/// The document.
#[derive(Serialize)]
pub struct Sheet {
    pub paper: &'static str,
    pub company: String,
    pub label: String,
    /// "Annual plan FY27".
    pub title: String,
    /// The year from its first to its last day.
    pub span: String,
    pub positioning: String,
    /// The names of the twelve months.
    pub months: Vec<String>,
    pub quarters: Vec<String>,
    pub standing: Standing,
    pub look_back: look_back::LookBack,
    pub focus: Focus,
    pub goals: Vec<goals::Goal>,
    pub funnel: funnel::Funnel,
    pub initiatives: initiatives::Initiatives,
    pub budget: initiatives::Budget,
    pub buckets: Vec<people::BucketOwners>,
    pub duties: Vec<people::Responsibility>,
    pub risks: Vec<people::Risk>,
    pub assumptions: Vec<people::Risk>,
    pub session: people::Session,
    pub agreement: agreement::Agreement,
}

/// What the year concentrates on.
#[derive(Serialize)]
pub struct Focus {
    pub segments: Vec<Reasoned>,
    pub accounts: Vec<Reasoned>,
    pub not_doing: Vec<Reasoned>,
}

/// Something with its why.
#[derive(Serialize)]
pub struct Reasoned {
    pub name: String,
    pub why: String,
}

impl Sheet {
    /// Returns the document of a plan. `today` is the day that stands on a draft.
    pub fn new(view: &PlanView, paper: Paper, today: NaiveDate) -> Self {
        let teller = Teller::new(view);
        let words = teller.words();
        Self {
            paper: paper.name(),
            company: view.company.name.clone(),
            label: view.label.clone(),
            title: format!("Annual plan {}", view.label),
            span: format!("{} – {}", words.day(view.first_day), words.day(view.last_day)),
            positioning: view.plan.positioning.clone(),
            months: view
                .months
                .iter()
                .map(|month| words.short_month(*month))
                .collect(),
            quarters: view.quarters.clone(),
            standing: standing(
                &Agreed {
                    what: "this plan",
                    agreement: &view.agreement,
                    opened_as: view.version,
                    words,
                },
                today,
            ),
            look_back: look_back::look_back(&teller),
            focus: focus(view),
            goals: view.goals.iter().map(|goal| goals::goal(&teller, goal)).collect(),
            funnel: funnel::funnel(&teller),
            initiatives: initiatives::initiatives(&teller),
            budget: initiatives::budget(&teller),
            buckets: people::buckets(&teller),
            duties: people::duties(&teller),
            risks: people::risks(&teller, lockstep_core::plan::RiskKind::Risk),
            assumptions: people::risks(&teller, lockstep_core::plan::RiskKind::Assumption),
            session: people::session(&teller),
            agreement: agreement::agreement(&teller),
        }
    }
}

fn focus(view: &PlanView) -> Focus {
    let reasoned = |name: &String, why: &String| Reasoned {
        name: name.clone(),
        why: why.clone(),
    };
    Focus {
        segments: view
            .segments
            .iter()
            .map(|line| reasoned(&line.name, &line.why))
            .collect(),
        accounts: view
            .accounts
            .iter()
            .map(|line| reasoned(&line.name, &line.why))
            .collect(),
        not_doing: view
            .not_doing
            .iter()
            .map(|line| reasoned(&line.name, &line.why))
            .collect(),
    }
}
