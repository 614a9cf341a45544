//! Where the year stands, as text: the goals in a sentence each, and the facts on how well both sides keep together.

use std::fmt::Write;

use lockstep_core::review::year::YearSoFar;
use lockstep_workspace::{company::Company, waiting::Waiting, words::Words};

use super::sheet::goal_in_words;

/// Returns where the year stands, as a terminal shows it.
#[must_use]
pub fn year_text(year: &YearSoFar, waiting: &[Waiting], company: &Company) -> String {
    let words = Words::new(company);
    let mut out = String::new();
    let mut line = |text: &str| {
        // A String takes every line.
        let _ = writeln!(out, "{text}");
    };
    line(&format!("Where we stand, {} ({})", company.name, year.label));
    line("");
    line("Goals");
    for goal in year.goals.goals.iter().map(|goal| goal_in_words(&words, goal)) {
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
    line("How well both sides keep together");
    for fact in alignment(year, &words) {
        line(&format!("  {fact}"));
    }
    if let Some(next) = &year.next {
        let day = words.day(next.review.held_on);
        line(&format!("  The next review is that of {}, on {day}.", next.label));
    }
    line("");
    line("What waits for whom");
    if waiting.is_empty() {
        line("  Nothing waits.");
    }
    for one in waiting {
        let sides: Vec<&str> = one.sides.iter().map(|side| side.name()).collect();
        line(&format!("  {}: {}", sides.join(" and "), one.words));
    }
    out
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
    said
}
