//! The lists of the definition: criteria, triggers and walk-away points, worked examples, promises; and what holds of each.

use serde_json::Map;

use super::{
    Criterion, Definition, FieldName, Promise, PromiseKind, Question, Role, Signal, SignalKind, Test,
    Verdict, WorkedExample, actions, fields,
};
use crate::{ids::DefinitionId, leads::Reason};
use lockstep_text::distinct;
use lockstep_workspace::{
    bounds,
    context::ReadContext,
    error::{Error, Result},
    list_items::{Parent, list_items, no_rule},
    rows::{self, Patch},
};

/// The largest number that is asked of a field, either way: beyond it, decimals are lost.
const MOST_OF_A_FIELD: f64 = 1e15;
/// So often nobody tries.
const MOST_ATTEMPTS: i64 = 1_000;

impl Parent for DefinitionId {
    const COLUMN: &'static str = "definition";

    fn must_exist(&self, reader: &ReadContext) -> Result<()> {
        rows::get::<Definition>(reader, self, "The definition").map(|_| ())
    }

    fn must_be_editable(&self, reader: &ReadContext) -> Result<()> {
        self.must_exist(reader)?;
        match actions::why_locked(reader, self)? {
            Some(why) => Err(Error::refused(why)
                .hint("Withdraw the proposal to change the definition, then propose it again.")),
            None => Ok(()),
        }
    }

    fn summary(&self, _: &ReadContext, what: &str) -> Result<String> {
        Ok(format!("{what} in the definition"))
    }
}

list_items! {
    in definition: DefinitionId;

    Criterion, "criterion", AddCriterion, EditCriterion, RemoveCriterion, MoveCriterion,
    agreed: true,
    display_name: |line| if line.field.is_empty() { String::new() } else { line.field.label() },
    blank: |_today| { question: Some(Question::Customer), role: Role::Required, field: FieldName::default(),
                      test: Test::Known, words: Vec::new(), low: None, high: None, days: None, points: None,
                      reason: None, why: String::new() },
    settle: settle_criterion;

    Signal, "trigger or walk-away point", AddSignal, EditSignal, RemoveSignal, MoveSignal,
    agreed: true,
    display_name: |line| line.text.clone(),
    blank: |_today| { kind: SignalKind::Trigger, text: String::new() },
    settle: no_rule;

    WorkedExample, "worked example", AddExample, EditExample, RemoveExample, MoveExample,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), facts: Map::new(), verdict: Verdict::Qualified },
    settle: settle_example;

    Promise, "promise", AddPromise, EditPromise, RemovePromise, MovePromise,
    agreed: true,
    display_name: |line| line.kind.name().into(),
    blank: |_today| { kind: PromiseKind::FirstTouch, amount: None, note: String::new() },
    settle: settle_promise,
    only_one: |line| serde_json::json!(line.kind).to_string();
}

/// What disqualifies stands under no question; what brings points brings some; what another test asked is let go, so that
/// a criterion never carries a number that nobody sees.
fn settle_criterion(line: &mut Criterion, before: Option<&Criterion>, reader: &ReadContext) -> Result<()> {
    fields::must_be_known_beforehand(&line.field, reader)?;
    if line.role == Role::Disqualifies {
        line.question = None;
        line.points = None;
    } else {
        line.question = line.question.or(Some(Question::Customer));
        line.reason = None;
    }
    match line.role {
        Role::Points => line.points = line.points.or(Some(10)),
        Role::Required => line.points = None,
        Role::Disqualifies => {
            if before.is_none() {
                line.reason = line.reason.or(Some(Reason::NoFit));
            }
        }
    }
    if line.points.is_some_and(|points| points < 0) {
        return Err(Error::invalid("points", "Points cannot be below zero.")
            .hint("What speaks against a lead is a criterion that disqualifies."));
    }
    bounds::up_to("points", line.points, bounds::MOST_POINTS)?;
    bounds::up_to("days", line.days, bounds::MOST_DAYS)?;
    for (field, number) in [("low", line.low), ("high", line.high)] {
        if number.is_some_and(|number| !number.is_finite() || number.abs() > MOST_OF_A_FIELD) {
            return Err(Error::invalid(field, "This is no number that a lead can have."));
        }
    }
    line.words = distinct(std::mem::take(&mut line.words), str::eq_ignore_ascii_case);
    let asks_words = matches!(
        line.test,
        Test::AnyOf | Test::NoneOf | Test::Contains | Test::ContainsPart
    );
    if !asks_words {
        line.words.clear();
    }
    if !matches!(line.test, Test::AtLeast | Test::Between) {
        line.low = None;
    }
    if !matches!(line.test, Test::AtMost | Test::Between) {
        line.high = None;
    }
    if line.test == Test::WithinDays {
        line.days = line.days.or(Some(90));
    } else {
        line.days = None;
    }
    Ok(())
}

fn settle_example(line: &mut WorkedExample, _: Option<&WorkedExample>, _: &ReadContext) -> Result<()> {
    line.facts
        .retain(|_, value| !value.is_null() && value.as_str().is_none_or(|text| !text.trim().is_empty()));
    let is_plain = |value: &serde_json::Value| value.is_string() || value.is_number() || value.is_boolean();
    match line.facts.iter().find(|(_, value)| !is_plain(value)) {
        Some((field, _)) => Err(Error::invalid(
            field.clone(),
            "A fact is a word, a number, or yes or no.",
        )),
        None => Ok(()),
    }
}

fn settle_promise(line: &mut Promise, before: Option<&Promise>, reader: &ReadContext) -> Result<()> {
    let made: Vec<Promise> = lockstep_workspace::list_items::all(reader, &line.definition)?;
    if made
        .iter()
        .any(|other| other.id != line.id && other.kind == line.kind)
    {
        return Err(Error::invalid(
            "kind",
            format!("“{}” is promised already.", line.kind.name()),
        ));
    }
    let most = match line.kind {
        PromiseKind::FirstTouch | PromiseKind::Decision => bounds::MOST_DAYS,
        PromiseKind::Attempts => MOST_ATTEMPTS,
        _ => bounds::MOST_COUNT,
    };
    bounds::up_to("amount", line.amount, most)?;
    if line.kind.usual_amount().is_none() {
        line.amount = None;
    } else if before.is_none_or(|before| before.kind != line.kind) {
        line.amount = line.amount.or(line.kind.usual_amount());
    }
    Ok(())
}

/// What a template brings, filled in as far as the template knows.
pub(super) enum DefinitionItem {
    Criterion(Box<Patch<Criterion>>),
    Signal(Patch<Signal>),
    Promise(Patch<Promise>),
}
