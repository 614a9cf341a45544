//! What a definition says, clause by clause and in words: what two versions are compared by.

use super::{Role, SignalKind, content::DefinitionContent, rules::reading, view::Part};
use crate::{agreements::Clause, words::Words};

/// Returns everything a definition says, in words, in the order of its page.
pub fn clauses(content: &DefinitionContent) -> Vec<Clause> {
    let words = Words::new(&content.company);
    let definition = &content.definition;
    let mut clauses = Vec::new();
    let mut say = |part: Part, key: String, label: String, value: String| {
        clauses.push(Clause {
            key,
            section: part.title().into(),
            label,
            value: value.trim().to_string(),
        });
    };
    say(
        Part::Sentence,
        "definition/sentence".into(),
        "The sentence above all".into(),
        definition.sentence.clone(),
    );
    for (part, key, answer) in [
        (Part::Customer, "customer", &definition.customer),
        (Part::Information, "information", &definition.information),
        (Part::Certainty, "certainty", &definition.certainty),
    ] {
        say(
            part,
            format!("definition/{key}"),
            "Answer in words".into(),
            answer.clone(),
        );
    }
    for criterion in &content.criteria {
        let part = Part::of_criterion(criterion);
        let sentence = reading::criterion(criterion, &words);
        let label = match criterion.role {
            Role::Disqualifies => format!("No lead by *{}*", criterion.field.label()),
            _ => format!("Criterion on *{}*", criterion.field.label()),
        };
        let value = format!("{sentence} ({})", reading::consequence(criterion, &words));
        say(part, format!("{}/says", criterion.id), label, value);
        say(
            part,
            format!("{}/why", criterion.id),
            format!("Why “{sentence}”"),
            criterion.why.clone(),
        );
    }
    say(
        Part::Threshold,
        "definition/threshold".into(),
        "Points a lead needs".into(),
        content
            .points_needed()
            .map_or_else(String::new, |points| words.count(points)),
    );
    for signal in &content.signals {
        let label = match signal.kind {
            SignalKind::Trigger => "Trigger",
            SignalKind::WalkAway => "Walk away when",
        };
        say(
            Part::Signals,
            format!("{}/text", signal.id),
            label.into(),
            signal.text.clone(),
        );
    }
    for example in &content.examples {
        let facts: Vec<String> = example
            .facts
            .iter()
            .map(|(field, value)| {
                let said = value.as_str().map_or_else(|| value.to_string(), Into::into);
                format!("{}: {said}", super::FieldName(field.clone()).label())
            })
            .collect();
        say(
            Part::Examples,
            format!("{}/says", example.id),
            format!("Worked example *{}*", example.name),
            format!("{} → {}", facts.join(", "), example.verdict.name()),
        );
    }
    for promise in &content.promises {
        say(
            Part::Promises,
            // By what is promised, not by the line: a promise made anew is the same promise with another number.
            format!("promise/{}", promise.kind.name()),
            promise.kind.name().into(),
            match promise.note.trim() {
                "" => reading::promise(promise, &words),
                note => format!("{} ({note})", reading::promise(promise, &words)),
            },
        );
    }
    let days: Vec<&str> = definition
        .working_days
        .iter()
        .filter_map(|day| {
            let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            names.get(usize::try_from(*day).ok()?.checked_sub(1)?).copied()
        })
        .collect();
    say(
        Part::Promises,
        "definition/working_days".into(),
        "Working days".into(),
        days.join(", "),
    );
    let holidays: Vec<String> = definition.holidays.iter().map(|day| words.day(*day)).collect();
    say(
        Part::Promises,
        "definition/holidays".into(),
        "Days on which nobody works".into(),
        holidays.join(", "),
    );
    clauses
}
