//! What a definition says, clause by clause and in words: what two versions are compared by. Every field of every row is
//! a clause, unless [`tests`] declares that it is none.

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::json;

use super::{Role, SignalKind, content::DefinitionContent, rules::reading, view::Part};
use lockstep_workspace::{
    agreements::{Clause, Meaning},
    words::Words,
};

/// Collects clauses in the order of the page.
struct Reading<'c> {
    content: &'c DefinitionContent,
    words: Words,
    clauses: Vec<Clause>,
}

impl Reading<'_> {
    /// Says something; `means` is what it is compared by, whatever language it is told in.
    fn say(
        &mut self,
        part: Part,
        key: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<String>,
        means: impl Serialize,
    ) {
        self.clauses.push(Clause {
            key: key.into(),
            section: part.title().into(),
            label: label.into(),
            value: value.into().trim().to_string(),
            meaning: Meaning::Value(json!(means)),
        });
    }

    fn text(&mut self, part: Part, key: impl Into<String>, label: impl Into<String>, text: &str) {
        self.say(part, key, label, text, text.trim());
    }

    /// Says in which order lines stand.
    fn order(&mut self, part: Part, of: &str, label: &str, lines: Vec<(String, String)>) {
        self.clauses.push(Clause {
            key: format!("order/{of}"),
            section: part.title().into(),
            label: label.into(),
            value: String::new(),
            meaning: Meaning::Order(lines),
        });
    }
}

/// Returns everything a definition says, in words, in the order of its page.
pub fn clauses(content: &DefinitionContent) -> Vec<Clause> {
    let mut reading = Reading {
        content,
        words: Words::new(&content.company),
        clauses: Vec::new(),
    };
    questions(&mut reading);
    criteria(&mut reading);
    signals(&mut reading);
    examples(&mut reading);
    promises(&mut reading);
    reading.clauses
}

fn questions(reading: &mut Reading) {
    let definition = &reading.content.definition;
    reading.text(
        Part::Sentence,
        "definition/sentence",
        "The sentence above all",
        &definition.sentence,
    );
    for (part, key, answer) in [
        (Part::Customer, "customer", &definition.customer),
        (Part::Information, "information", &definition.information),
        (Part::Certainty, "certainty", &definition.certainty),
    ] {
        reading.text(part, format!("definition/{key}"), "Answer in words", answer);
    }
}

fn criteria(reading: &mut Reading) {
    let content = reading.content;
    let mut order = Vec::new();
    for criterion in &content.criteria {
        let part = Part::of_criterion(criterion);
        let sentence = reading::criterion(criterion, &reading.words);
        let label = match criterion.role {
            Role::Disqualifies => format!("No lead by *{}*", criterion.field.label()),
            _ => format!("Criterion on *{}*", criterion.field.label()),
        };
        let consequence = reading::consequence(criterion, &reading.words);
        reading.say(
            part,
            format!("{}/says", criterion.id),
            label,
            format!("{sentence} ({consequence})"),
            json!([
                criterion.role,
                criterion.field,
                criterion.test,
                criterion.words,
                criterion.low,
                criterion.high,
                criterion.days,
                criterion.points,
                criterion.reason,
            ]),
        );
        reading.say(
            part,
            format!("{}/question", criterion.id),
            format!("Question to which “{sentence}” belongs"),
            criterion.question.map_or("", |question| question.asked()),
            criterion.question,
        );
        reading.text(
            part,
            format!("{}/why", criterion.id),
            format!("Why “{sentence}”"),
            &criterion.why,
        );
        order.push((criterion.id.to_string(), sentence));
    }
    reading.order(Part::Customer, "criteria", "Order of the criteria", order);
    let needed = content.points_needed();
    reading.say(
        Part::Threshold,
        "definition/threshold",
        "Points a lead needs",
        needed.map_or_else(String::new, |points| reading.words.count(points)),
        needed,
    );
}

fn signals(reading: &mut Reading) {
    let content = reading.content;
    for signal in &content.signals {
        let kind = match signal.kind {
            SignalKind::Trigger => "Trigger",
            SignalKind::WalkAway => "Walk away when",
        };
        reading.say(
            Part::Signals,
            format!("{}/text", signal.id),
            "Trigger or walk-away point",
            format!("{kind}: {}", signal.text.trim()),
            json!([signal.kind, signal.text.trim()]),
        );
    }
    let lines = content
        .signals
        .iter()
        .map(|line| (line.id.to_string(), line.text.trim().into()));
    reading.order(
        Part::Signals,
        "signals",
        "Order of triggers and walk-away points",
        lines.collect(),
    );
}

fn examples(reading: &mut Reading) {
    let content = reading.content;
    for example in &content.examples {
        let name = example.name.trim();
        let facts: Vec<String> = example
            .facts
            .iter()
            .map(|(field, value)| {
                let said = value.as_str().map_or_else(|| value.to_string(), Into::into);
                format!("{}: {said}", super::FieldName(field.clone()).label())
            })
            .collect();
        reading.say(
            Part::Examples,
            format!("{}/says", example.id),
            format!("Worked example *{name}*"),
            format!("{name}: {} → {}", facts.join(", "), example.verdict.name()),
            json!([name, example.facts, example.verdict]),
        );
    }
    let lines = content
        .examples
        .iter()
        .map(|line| (line.id.to_string(), line.name.trim().into()));
    reading.order(
        Part::Examples,
        "examples",
        "Order of the worked examples",
        lines.collect(),
    );
}

fn promises(reading: &mut Reading) {
    let content = reading.content;
    for promise in &content.promises {
        let said = reading::promise(promise, &reading.words);
        reading.say(
            Part::Promises,
            // By what is promised, not by the line: a promise made anew is the same promise with another number.
            format!("promise/{}", promise.kind.name()),
            promise.kind.name(),
            match promise.note.trim() {
                "" => said,
                note => format!("{said} ({note})"),
            },
            json!([promise.amount, promise.note.trim()]),
        );
    }
    let lines = content
        .promises
        .iter()
        .map(|line| (line.kind.name().into(), line.kind.name().into()));
    reading.order(
        Part::Promises,
        "promises",
        "Order of the promises",
        lines.collect(),
    );
    let definition = &content.definition;
    let days: Vec<&str> = definition
        .working_days
        .iter()
        .filter_map(|day| {
            let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            names.get(usize::try_from(*day).ok()?.checked_sub(1)?).copied()
        })
        .collect();
    reading.say(
        Part::Promises,
        "definition/working_days",
        "Working days",
        days.join(", "),
        &definition.working_days,
    );
    let holidays: Vec<String> = definition
        .holidays
        .iter()
        .map(|day| reading.words.day(*day))
        .collect();
    reading.say(
        Part::Promises,
        "definition/holidays",
        "Days on which nobody works",
        holidays.join(", "),
        &definition.holidays,
    );
}
