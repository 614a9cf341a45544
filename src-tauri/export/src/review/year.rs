//! Where the year stands: the goals in a sentence each, the facts on how well both sides keep together, what waits for whom. As text for
//! a terminal, and on one page as a document.

use std::{fmt::Write, path::Path};

use lockstep_core::{
    definition::attainment::PromisesKept,
    review::year::{LeftLying, ShowYear, YearSoFar},
};
use lockstep_workspace::{
    Error, Result, Workspace,
    company::{Company, ShowCompany},
    people::Side,
    waiting::{Waiting, WhatWaits},
    words::Words,
};
use serde::Serialize;

use super::sheet::{SheetGoal, goal_in_words};
use crate::{
    options::{Format, Options, Paper},
    printed::{Printed, Written},
    typeset::{self, Imprint, Template},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/year/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
];

/// So much of what waits for a side stands on the page; the rest is counted.
const WAITING: usize = 8;

/// Where the year stands, and whose it is.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The year.
    pub year: YearSoFar,
    /// What waits for whom.
    pub waiting: Vec<Waiting>,
    /// Each promise of both sides, how it was kept this year.
    promises: Vec<(Side, String, String)>,
    company: Company,
}

/// What the page says, word for word.
#[derive(Serialize)]
struct Page {
    paper: &'static str,
    company: String,
    title: String,
    as_of: String,
    goals: Vec<SheetGoal>,
    goal_notes: Vec<String>,
    facts: Vec<String>,
    next: String,
    sides: Vec<SidePage>,
}

/// What concerns one side.
#[derive(Serialize)]
struct SidePage {
    side: &'static str,
    name: &'static str,
    promises: Vec<[String; 2]>,
    waiting: Vec<String>,
}

impl Standing {
    /// Reads where the year stands.
    ///
    /// # Errors
    /// What the questions fail with.
    pub fn of(workspace: &Workspace) -> Result<Self> {
        let company = workspace.ask(ShowCompany {})?.company;
        let words = Words::new(&company);
        let year = workspace.ask(ShowYear {})?;
        let kept = workspace.ask(PromisesKept {
            from: Some(year.left_lying.from),
            to: Some(year.left_lying.to),
        })?;
        let told = |rate: Option<f64>, n: i64, why: Option<&String>| match rate {
            Some(rate) => format!("{} of {}", words.measured_rate(rate, 0), words.count(n)),
            None => why.cloned().unwrap_or_else(|| "Nothing was due yet.".into()),
        };
        let of_leads = kept.sides.iter().flat_map(|side| &side.promises).map(|one| {
            let kept = told(one.kept.basis_points, one.kept.n, one.why_not.as_ref());
            (one.side, one.name.clone(), kept)
        });
        let of_rooms = kept.of_rooms.iter().map(|one| {
            let kept = told(one.kept.basis_points, one.kept.n, one.why_not.as_ref());
            (one.side, one.name.clone(), kept)
        });
        Ok(Self {
            promises: of_leads.chain(of_rooms).collect(),
            waiting: workspace.ask(WhatWaits {})?,
            year,
            company,
        })
    }

    /// Returns it as a terminal shows it.
    #[must_use]
    pub fn text(&self) -> String {
        let words = Words::new(&self.company);
        let year = &self.year;
        let mut out = String::new();
        let mut line = |text: &str| {
            // A String takes every line.
            let _ = writeln!(out, "{text}");
        };
        line(&format!("Where we stand, {} ({})", self.company.name, year.label));
        line("");
        line("Goals");
        for goal in year
            .goals
            .goals
            .iter()
            .map(|goal| goal_in_words(&words, goal, false))
        {
            let status = match goal.status {
                "" => String::new(),
                status => format!(" – {status}"),
            };
            line(&format!("  {}{status}: {}", goal.name, goal.finding));
            if !goal.status_key.is_empty() && !goal.forecast.is_empty() {
                line(&format!("    {}", goal.forecast));
            }
        }
        for note in &year.goals.notes {
            line(&format!("  {note}"));
        }
        line("");
        line("How well the two sides work together");
        for fact in alignment(year, &words) {
            line(&format!("  {fact}"));
        }
        if let Some(next) = next_review(year, &words) {
            line(&format!("  {next}"));
        }
        for side in Side::BOTH {
            let theirs: Vec<_> = self.promises.iter().filter(|(of, ..)| *of == side).collect();
            if !theirs.is_empty() {
                line("");
                line(&format!("Promises of {}, kept this year", side.name()));
            }
            for (_, name, kept) in theirs {
                line(&format!("  {name}: {kept}"));
            }
        }
        line("");
        line("What waits for whom");
        if self.waiting.is_empty() {
            line("  Nothing waits.");
        }
        for one in &self.waiting {
            let sides: Vec<&str> = one.sides.iter().map(|side| side.name()).collect();
            line(&format!("  {}: {}", sides.join(" and "), one.words));
        }
        out
    }

    /// Returns it on one page.
    ///
    /// # Errors
    /// `Internal` when the document cannot be set.
    pub fn pdf(&self, options: &Options) -> Result<Printed> {
        let words = Words::new(&self.company);
        let paper = options.paper.unwrap_or_else(|| Paper::usual_for(&self.company));
        let year = &self.year;
        let page = Page {
            paper: paper.name(),
            company: self.company.name.clone(),
            title: format!("Where we stand, {}", year.label),
            as_of: words.day(options.today),
            goals: year
                .goals
                .goals
                .iter()
                .map(|goal| goal_in_words(&words, goal, false))
                .collect(),
            goal_notes: year.goals.notes.clone(),
            facts: alignment(year, &words),
            next: next_review(year, &words).unwrap_or_else(|| "No review is planned.".into()),
            sides: Side::BOTH.map(|side| self.of_side(side)).into(),
        };
        let imprint = Imprint::of_day(
            format!("lockstep year {} {}", year.label, options.today),
            options.today,
        );
        typeset::pdf(TEMPLATE, &page, &imprint)
    }

    /// Writes it to a file; its ending decides the form: .pdf or .json.
    ///
    /// # Errors
    /// `Invalid` for another ending, `File` when it cannot be written, `Internal` when the document cannot be set.
    pub fn write(&self, path: &Path, options: &Options) -> Result<Written> {
        let printed: Printed = match Format::of(path)? {
            Format::Pdf => self.pdf(options)?,
            Format::Json => serde_json::to_vec_pretty(&self.json())?.into(),
            Format::Xlsx | Format::Csv => {
                return Err(
                    Error::invalid("path", "Where the year stands goes out as a document.")
                        .hint("Let the name end in .pdf or .json."),
                );
            }
        };
        printed.write(path)
    }

    /// Returns it for programs.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({ "year": self.year, "waiting": self.waiting })
    }

    fn of_side(&self, side: Side) -> SidePage {
        let promises = self.promises.iter().filter(|(of, ..)| *of == side);
        let waits: Vec<&Waiting> = self
            .waiting
            .iter()
            .filter(|one| one.sides.contains(&side))
            .collect();
        let more = waits.len().saturating_sub(WAITING);
        let shown = waits.iter().take(WAITING).map(|one| one.words.clone());
        SidePage {
            side: side.key(),
            name: side.name(),
            promises: promises
                .map(|(_, name, kept)| [name.clone(), kept.clone()])
                .collect(),
            waiting: shown
                .chain((more > 0).then(|| format!("and {more} more")))
                .collect(),
        }
    }
}

/// Says which review is next, and what each side still owes for it.
fn next_review(year: &YearSoFar, words: &Words) -> Option<String> {
    let next = year.next.as_ref()?;
    let day = words.day(next.review.held_on);
    let (sales, marketing) = (next.review.sales_ready, next.review.marketing_ready);
    let ready = match (next.review.revealed_at, sales, marketing) {
        (Some(_), ..) | (_, true, true) => "Both sides are ready.",
        (_, true, false) => "Sales is ready. Marketing has not said so yet.",
        (_, false, true) => "Marketing is ready. Sales has not said so yet.",
        (_, false, false) => "Neither side has said yet that it is ready.",
    };
    Some(format!("Next is the {}, on {day}. {ready}", next.called))
}

/// Says the facts, each in a sentence.
fn alignment(year: &YearSoFar, words: &Words) -> Vec<String> {
    let facts = &year.alignment;
    let in_force = |what: &str, version: Option<u32>| match version {
        Some(version) => format!("{what}: version {version} in force."),
        None => format!("{what}: not signed by both sides."),
    };
    let mut said = vec![
        in_force(&format!("Plan {}", year.label), facts.plan),
        in_force("Qualified lead", facts.definition),
    ];
    said.push(match facts.reviews_due {
        0 => "No quarterly review was due yet this year.".into(),
        due => format!(
            "{} of {due} quarterly reviews were closed in time.",
            facts.reviews_in_time
        ),
    });
    if !facts.promises.is_empty() {
        let kept = facts.promises.iter().map(|one| {
            format!(
                "{} {} of {}",
                one.side.name(),
                words.count(one.kept),
                words.count(one.due)
            )
        });
        said.push(format!(
            "Promises kept this year: {}.",
            kept.collect::<Vec<_>>().join(", ")
        ));
    }
    if let Some(pulse) = &facts.pulse {
        let mark = |mark: Option<i64>| mark.map_or_else(|| "–".to_owned(), |mark| words.hundredths(mark));
        said.push(format!(
            "Pulse in {}, of 5: Sales {}, Marketing {}.",
            pulse.label,
            mark(pulse.sales),
            mark(pulse.marketing)
        ));
    }
    said.extend(left_lying(&year.left_lying, words));
    said
}

/// Says what is left lying on either side.
fn left_lying(lying: &LeftLying, words: &Words) -> Vec<String> {
    let leads = lying.leads.map(|leads| {
        format!(
            "Leads of this year that were lost or ignored: {}.",
            words.count(leads)
        )
    });
    let pieces = lying
        .stale_pieces
        .map(|pieces| format!("Approved pieces past their review date: {}.", words.count(pieces)));
    leads.into_iter().chain(pieces).collect()
}
