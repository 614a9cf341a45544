//! What the definition's page says, word for word, as the company writes it. The template only arranges it.

use chrono::NaiveDate;
use lockstep_core::definition::{
    Verdict,
    view::{CriterionView, DefinitionView},
};
use lockstep_workspace::{people::Side, words::Words};
use serde::Serialize;

use crate::{
    options::Paper,
    standing::{Agreed, Standing, standing},
};

/// The page.
#[derive(Serialize)]
pub struct Sheet {
    paper: &'static str,
    company: String,
    title: &'static str,
    standing: Standing,
    sentence: String,
    questions: Vec<Question>,
    /// How many points a lead needs, where points count.
    threshold: Option<String>,
    non_leads: Vec<Line>,
    triggers: Vec<String>,
    walk_aways: Vec<String>,
    examples: Vec<Example>,
    promises: [Promises; 2],
    working_days: String,
}

#[derive(Serialize)]
struct Question {
    asked: String,
    answer: String,
    criteria: Vec<Line>,
}

/// A criterion: what it asks, and what follows.
#[derive(Serialize)]
struct Line {
    says: String,
    follows: String,
    why: String,
}

#[derive(Serialize)]
struct Example {
    name: String,
    verdict: &'static str,
    because: String,
}

#[derive(Serialize)]
struct Promises {
    key: &'static str,
    name: &'static str,
    says: Vec<String>,
}

impl Sheet {
    /// Returns the page of a definition. `today` is the day that stands on a draft.
    pub fn new(view: &DefinitionView, paper: Paper, today: NaiveDate) -> Self {
        let words = Words::new(&view.company);
        let promises = |side: Side| Promises {
            key: side.key(),
            name: side.name(),
            says: view
                .promises
                .iter()
                .filter(|promise| promise.side == side)
                .map(|promise| match promise.promise.note.trim() {
                    "" => format!("{}.", promise.sentence),
                    note => format!("{}. {note}", promise.sentence),
                })
                .collect(),
        };
        let texts = |signals: &[lockstep_core::definition::Signal]| {
            signals.iter().map(|signal| signal.text.clone()).collect()
        };
        Self {
            paper: paper.name(),
            company: view.company.name.clone(),
            title: "What a qualified lead is",
            standing: standing(
                &Agreed {
                    what: "this definition",
                    agreement: &view.agreement,
                    opened_as: view.version,
                    words: &words,
                },
                today,
            ),
            sentence: view.definition.sentence.clone(),
            questions: view
                .questions
                .iter()
                .map(|question| Question {
                    asked: question.asked.clone(),
                    answer: question.answer.clone(),
                    criteria: question.criteria.iter().map(line).collect(),
                })
                .collect(),
            threshold: view
                .definition
                .threshold
                .filter(|_| view.has_points)
                .map(|points| words.count(points)),
            non_leads: view.non_leads.iter().map(line).collect(),
            triggers: texts(&view.triggers),
            walk_aways: texts(&view.walk_aways),
            examples: view
                .examples
                .iter()
                .map(|example| Example {
                    name: example.example.name.clone(),
                    verdict: example.example.verdict.name(),
                    because: match example.example.verdict {
                        Verdict::Qualified => String::new(),
                        Verdict::NotYet | Verdict::NotQualified => example.judged.because.clone(),
                    },
                })
                .collect(),
            promises: [promises(Side::Sales), promises(Side::Marketing)],
            working_days: working_days(&view.definition.working_days),
        }
    }
}

fn line(view: &CriterionView) -> Line {
    Line {
        says: view.sentence.clone(),
        follows: view.consequence.clone(),
        why: view.criterion.why.clone(),
    }
}

/// Says on which days people work: "Mon to Fri", or the days one by one.
fn working_days(days: &[u32]) -> String {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let names: Vec<&str> = days
        .iter()
        .filter_map(|day| NAMES.get(usize::try_from(*day).ok()?.checked_sub(1)?).copied())
        .collect();
    if days == [1, 2, 3, 4, 5] {
        return "Mon to Fri".into();
    }
    names.join(", ")
}
