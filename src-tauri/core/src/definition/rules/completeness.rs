//! What is missing before a definition can be proposed: an answer to each of the three questions, criteria that can be run,
//! worked examples that come out right, and a promise from each side.

use super::reading;
use crate::definition::{
    Criterion, Promise, Question, Role, Test,
    content::DefinitionContent,
    view::{DefinitionMissing, Part},
};
use lockstep_workspace::{people::Side, words::Words};

/// Returns what a criterion still needs before it can be asked of a lead; nothing when it can.
pub fn missing_in_criterion(criterion: &Criterion) -> Option<&'static str> {
    let words = || criterion.words.iter().any(|word| !word.trim().is_empty());
    if criterion.field.is_empty() {
        return Some("a field");
    }
    match criterion.test {
        Test::AnyOf | Test::NoneOf | Test::Contains | Test::ContainsPart if !words() => {
            return Some("at least one word");
        }
        Test::AtLeast if criterion.low.is_none() => return Some("the lowest number"),
        Test::AtMost if criterion.high.is_none() => return Some("the highest number"),
        Test::Between => match (criterion.low, criterion.high) {
            (None, _) => return Some("the lowest number"),
            (_, None) => return Some("the highest number"),
            (Some(low), Some(high)) if low > high => return Some("a lowest number below the highest"),
            _ => {}
        },
        Test::WithinDays if criterion.days.is_none() => return Some("the number of days"),
        _ => {}
    }
    match criterion.role {
        Role::Points if criterion.points.is_none() => Some("its points"),
        Role::Disqualifies if criterion.reason.is_none() => Some("a reason"),
        _ => None,
    }
}

/// Returns what a promise still needs; nothing when it can be kept or broken.
pub fn missing_in_promise(promise: &Promise) -> Option<&'static str> {
    (promise.kind.usual_amount().is_some() && promise.amount.is_none_or(|amount| amount < 1))
        .then_some("a number of at least 1")
}

/// Returns what stands between this text and a proposal; empty when nothing does.
pub fn missing(content: &DefinitionContent) -> Vec<DefinitionMissing> {
    let words = Words::new(&content.company);
    let definition = &content.definition;
    let mut missing = Vec::new();
    let mut need = |part: Part, line: Option<String>, message: String| {
        missing.push(DefinitionMissing { part, line, message });
    };
    if definition.sentence.trim().is_empty() {
        need(
            Part::Sentence,
            None,
            "The definition does not say that a lead is not yet a sale.".into(),
        );
    }
    for question in Question::ALL {
        let in_words = match question {
            Question::Customer => &definition.customer,
            Question::Information => &definition.information,
            Question::Certainty => &definition.certainty,
        };
        let has_criterion = content
            .criteria
            .iter()
            .any(|criterion| criterion.question == Some(question));
        if in_words.trim().is_empty() && !has_criterion {
            need(
                Part::of(question),
                None,
                format!("Nothing answers the question “{}”", question.asked()),
            );
        }
    }
    for criterion in &content.criteria {
        if let Some(lack) = missing_in_criterion(criterion) {
            need(
                Part::of_criterion(criterion),
                Some(criterion.id.to_string()),
                format!("“{}” needs {lack}.", reading::criterion(criterion, &words)),
            );
        }
    }
    let decides = content
        .criteria
        .iter()
        .any(|criterion| criterion.role != Role::Disqualifies);
    if !decides {
        need(
            Part::Customer,
            None,
            "No criterion says what qualifies a lead: at least one is required or brings points.".into(),
        );
    }
    let has_points = content
        .criteria
        .iter()
        .any(|criterion| criterion.role == Role::Points);
    if has_points && definition.threshold.is_none() {
        need(
            Part::Threshold,
            None,
            "Criteria bring points, but nothing says how many a lead needs.".into(),
        );
    }
    for example in &content.examples {
        let judged = content.judge(&example.facts, None, &words);
        if judged.verdict != example.verdict {
            need(
                Part::Examples,
                Some(example.id.to_string()),
                format!(
                    "The worked example “{}” must come out as {}, and comes out as {}.",
                    example.name,
                    example.verdict.name(),
                    judged.verdict.name()
                ),
            );
        }
    }
    for promise in &content.promises {
        if let Some(lack) = missing_in_promise(promise) {
            need(
                Part::Promises,
                Some(promise.id.to_string()),
                format!("“{}” needs {lack}.", promise.kind.name()),
            );
        }
    }
    for side in Side::BOTH {
        if !content.promises.iter().any(|promise| promise.kind.side() == side) {
            need(
                Part::Promises,
                None,
                format!("{} makes no promise yet: promises run both ways.", side.name()),
            );
        }
    }
    missing
}
