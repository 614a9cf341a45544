//! The qualified lead from a terminal: what it is, how it does on the leads of a period, and the verdict on one lead.

use std::path::Path;

use lockstep_core::definition::{
    attainment::{PromiseOfRoom, PromisesKept, SideAttainment},
    back_test::{BackTest, TestedGroup},
    queries::{OpenDefinition, TryLead},
    rules::measuring::{Lift, Measured},
    view::{CriterionView, DefinitionView},
};
use lockstep_export::text_table::{NOTHING, Table};
use lockstep_workspace::{Error, Result, Workspace, promises::Fared, words::Words};
use serde_json::{Map, Value};

use crate::{
    Answer,
    arguments::{Period, Text},
    leads::{at_least, rate, words_of},
    work::from_standard_input,
};

/// Shows what a qualified lead is.
pub fn show(workspace: &Workspace, text: &Text) -> Result<Answer> {
    let view = workspace
        .ask(OpenDefinition {
            version: text.version,
        })?
        .ok_or_else(not_begun)?;
    Answer::new(&view, in_words(&view))
}

fn not_begun() -> Error {
    Error::not_found("The definition of a qualified lead")
        .hint("Begin one: lockstep-cli call FILE begin_definition '{\"template\": \"bant\"}'")
}

fn in_words(view: &DefinitionView) -> String {
    let mut text = format!("{}\n", view.definition.sentence);
    let mut lines = |title: &str, answer: &str, criteria: &[CriterionView]| {
        text.push_str(&format!("\n{title}\n"));
        if !answer.is_empty() {
            text.push_str(&format!("  {answer}\n"));
        }
        for criterion in criteria {
            text.push_str(&format!(
                "  • {} ({})\n",
                criterion.sentence, criterion.consequence
            ));
        }
    };
    for question in &view.questions {
        lines(&question.asked, &question.answer, &question.criteria);
    }
    lines("What is no lead", "", &view.non_leads);
    if let Some(points) = view.definition.threshold.filter(|_| view.has_points) {
        text.push_str(&format!("\nA lead needs {points} points.\n"));
    }
    text.push_str("\nPromises\n");
    for promise in &view.promises {
        text.push_str(&format!("  • {}\n", promise.sentence));
    }
    text.push_str("\nWorked examples\n");
    for example in &view.examples {
        let right = if example.comes_out_right {
            "as it must"
        } else {
            "NOT as it must"
        };
        text.push_str(&format!(
            "  • {}: {} ({right})\n",
            example.example.name,
            example.judged.verdict.name()
        ));
    }
    match &view.agreement.in_force {
        Some(version) => text.push_str(&format!(
            "\nVersion {} is in force, digest {}\n",
            version.version.unwrap_or_default(),
            version.digest
        )),
        None => text.push_str("\nNothing is in force yet.\n"),
    }
    for missing in &view.missing {
        text.push_str(&format!("  missing: {}\n", missing.message));
    }
    text
}

/// Runs a definition over the leads of a period.
pub fn back_test(
    workspace: &Workspace,
    text: &Text,
    against: Option<u32>,
    period: &Period,
) -> Result<Answer> {
    let view = workspace.ask(BackTest {
        version: text.version,
        against,
        from: period.from,
        to: period.to,
    })?;
    let words = words_of(workspace)?;
    let mut groups = Table::new(&[
        "",
        ">Leads",
        ">Acceptance",
        ">From … to",
        ">Won, of leads",
        ">Win rate",
        ">Won value",
    ]);
    let mut line = |name: &str, group: &TestedGroup| {
        groups.line([
            name.to_string(),
            words.count(group.share.rate.part),
            rate(&words, group.acceptance.rate),
            range(&words, group.acceptance),
            rate(&words, group.won_leads.rate),
            rate(&words, group.win_rate.rate),
            at_least(&words, group.won_value, group.won_without_value),
        ]);
    };
    line("Qualified", &view.passed);
    line("Not yet", &view.not_yet);
    line("Not qualified", &view.not_qualified);
    line("All that do not pass", &view.others);
    if let Some(against) = &view.against {
        line(
            &format!("Qualified by version {}", against.version),
            &against.passed,
        );
    }
    let mut parts = Table::new(&[
        "Criterion",
        ">Met",
        ">Not met",
        ">Unknown",
        ">More without",
        ">Theirs accepted",
    ]);
    for part in &view.criteria {
        parts.line([
            format!("{} ({})", part.sentence, part.consequence),
            words.count(part.met),
            words.count(part.not_met),
            words.count(part.unknown),
            words.count(part.more_without),
            rate(&words, part.their_acceptance.rate),
        ]);
    }
    let mut fields = Table::new(&["Field", ">Strength", ">n", "Best", "Worst", ""]);
    for field in view.separating.iter().take(12) {
        let value = |value: &Option<lockstep_core::definition::feature_analysis::FeatureValue>| {
            value.as_ref().map_or_else(
                || NOTHING.into(),
                |value| format!("{}: {}", value.value, rate(&words, value.rate.rate)),
            )
        };
        fields.line([
            field.label.clone(),
            words.decimal(field.strength, 2),
            words.count(field.n),
            value(&field.best),
            value(&field.worst),
            field.warning.clone().unwrap_or_default(),
        ]);
    }
    let worth = view.turned_away_value.map_or_else(String::new, |value| {
        let worth = at_least(&words, Some(value), view.turned_away_without_value);
        format!(" worth {worth}")
    });
    let turned_away = match view.turned_away_leads {
        0 => String::new(),
        leads => format!("Turned away: {} won leads{worth}\n", words.count(leads)),
    };
    let text = format!(
        "{}\n\n{groups}\nAcceptance: {}\nWinning: {}\n{turned_away}\n{parts}\n{}{fields}\n{}\n",
        view.finding,
        lift(&words, &view.acceptance_lift),
        lift(&words, &view.win_lift),
        view.separating_what
            .as_ref()
            .map(|what| format!("What tells {what}:\n"))
            .unwrap_or_default(),
        view.cautions.join("\n")
    );
    Answer::new(&view, text)
}

fn range(words: &Words, measured: Measured) -> String {
    measured.low.zip(measured.high).map_or_else(
        || NOTHING.into(),
        |(low, high)| {
            format!(
                "{} … {}",
                words.measured_rate(low, 1),
                words.measured_rate(high, 1)
            )
        },
    )
}

fn lift(words: &Words, lift: &Lift) -> String {
    let times = |factor: f64| words.decimal(factor, 2);
    match (lift.factor, lift.low.zip(lift.high)) {
        (Some(factor), Some((low, high))) => format!(
            "{} times as often as the others ({} to {})",
            times(factor),
            times(low),
            times(high)
        ),
        (Some(factor), None) => format!("{} times as often as the others", times(factor)),
        (None, _) => lift.why_not.clone().unwrap_or_else(|| NOTHING.into()),
    }
}

/// Judges one lead.
pub fn judge(workspace: &Workspace, lead: &Path, text: &Text) -> Result<Answer> {
    let written = if lead == Path::new("-") {
        from_standard_input()?
    } else {
        std::fs::read_to_string(lead).map_err(|error| {
            Error::file(format!("{} cannot be read: {error}.", lead.display()))
                .hint("Name a file that holds one lead as a JSON object.")
        })?
    };
    let facts: Map<String, Value> = serde_json::from_str(&written).map_err(|error| {
        Error::invalid("lead", format!("The lead is no JSON object: {error}."))
            .hint("Write what is known by field: {\"company\": \"Acme\", \"Employees\": 120}")
    })?;
    let judged = workspace.ask(TryLead {
        facts,
        version: text.version,
    })?;
    let mut table = Table::new(&["", "Criterion", "", "Found"]);
    for criterion in &judged.criteria {
        table.line([
            match criterion.met {
                Some(true) => "yes".into(),
                Some(false) => "no".into(),
                None => "not known".to_string(),
            },
            criterion.sentence.clone(),
            criterion.consequence.clone(),
            criterion.found.clone().unwrap_or_else(|| NOTHING.into()),
        ]);
    }
    let words = format!("{}. {}\n\n{table}", judged.verdict.name(), judged.because);
    Answer::new(&judged, words)
}

/// Shows how the promises of both sides were kept.
pub fn promises(workspace: &Workspace, period: &Period) -> Result<Answer> {
    let view = workspace.ask(PromisesKept {
        from: period.from,
        to: period.to,
    })?;
    let words = words_of(workspace)?;
    let since = match view.version.zip(view.since) {
        Some((version, since)) => format!(
            "Each lead since {} is held to the promises in force when it was handed over; version {version} is in force now.",
            words.day(since)
        ),
        None if !view.is_begun => {
            "No definition of a qualified lead is begun, so nothing is promised of leads yet.".into()
        }
        None => {
            "Nothing is in force yet: this is how the promises of the draft would have been kept, had they applied."
                .into()
        }
    };
    let mut text = match view.is_begun {
        true => format!("{since}\n\n{}", by_side(&view.sides, &words)),
        false => format!("{since}\n"),
    };
    text += &of_rooms(&view.of_rooms, &words);
    if view.version.is_some() && view.without_day > 0 {
        text += &format!(
            "\nLeft out, because the day of their hand-over is not known: {} leads.\n",
            words.count(view.without_day)
        );
    }
    if let Some(before) = &view.before {
        text += &format!(
            "\nBefore that nothing was promised. How {} earlier leads would have fared, had the promises applied:\n\n{}",
            words.count(before.leads),
            by_side(&before.sides, &words)
        );
    }
    Answer::new(&view, text)
}

/// Tells of what other rooms promise, and names what is past its day.
fn of_rooms(promises: &[PromiseOfRoom], words: &Words) -> String {
    if promises.is_empty() {
        return String::new();
    }
    let mut table = Table::new(&[
        "Side",
        "Promise",
        ">On time",
        ">Late",
        ">Overdue",
        ">Not due yet",
        ">Kept",
        "",
    ]);
    let mut overdue = String::new();
    for promise in promises {
        table.line([
            promise.side.name().to_string(),
            promise.sentence.clone(),
            words.count(promise.on_time),
            words.count(promise.late),
            words.count(promise.overdue),
            words.count(promise.not_yet_due),
            rate(words, promise.kept),
            promise.why_not.clone().unwrap_or_default(),
        ]);
        for case in promise.cases.iter().filter(|case| case.fared == Fared::Overdue) {
            let due = case.due_on.map_or_else(|| NOTHING.into(), |day| words.day(day));
            overdue += &format!("  past its date: {} (due {due})\n", case.words);
        }
    }
    format!("\n{table}{overdue}")
}

fn by_side(sides: &[SideAttainment], words: &Words) -> String {
    let mut table = Table::new(&[
        "Side",
        "Promise",
        ">On time",
        ">Late",
        ">Overdue",
        ">Not due yet",
        ">Cannot be told",
        ">Kept",
        "",
    ]);
    for side in sides {
        for promise in &side.promises {
            table.line([
                side.side.name().to_string(),
                promise.sentence.clone(),
                words.count(promise.on_time),
                words.count(promise.late),
                words.count(promise.overdue),
                words.count(promise.not_yet_due),
                words.count(promise.cannot_be_told),
                rate(words, promise.kept),
                promise.why_not.clone().unwrap_or_default(),
            ]);
        }
    }
    table.to_string()
}
