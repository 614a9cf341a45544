//! Reading aloud: every criterion, promise and verdict as a sentence, in the words that both sides sign.

use crate::{
    definition::{Criterion, FieldName, Promise, PromiseKind, Role, Test},
    leads::{FieldEntry, RecordKind, importing::choice::field_called},
};
use lockstep_workspace::words::Words;

/// What stands before the name of a column of the company's own.
const ATTRIBUTE: &str = "attribute:";

impl FieldName {
    /// Returns the field that a column of the company's own makes.
    pub fn attribute(name: &str) -> Self {
        Self(format!("{ATTRIBUTE}{name}"))
    }

    /// Returns the column's own name, where it is one of the company's own.
    pub fn as_attribute(&self) -> Option<&str> {
        self.0.strip_prefix(ATTRIBUTE)
    }

    /// Returns whether no field was chosen yet.
    pub fn is_empty(&self) -> bool {
        self.as_attribute().unwrap_or(&self.0).trim().is_empty()
    }

    /// Returns the field of a lead that it names, or nothing where it names a column of the company's own or none at all.
    pub fn entry(&self) -> Option<&'static FieldEntry> {
        field_called(&self.0)?.entry(RecordKind::Leads)
    }

    /// Returns what it is called: "Company", "Employees".
    pub fn label(&self) -> String {
        if let Some(own) = self.as_attribute() {
            return own.trim().into();
        }
        self.entry()
            .map_or_else(|| self.0.clone(), |entry| entry.name.into())
    }
}

/// Returns words as people list them: "Web, Referral or Event".
fn listed(words: &[String], last: &str) -> String {
    let words: Vec<&str> = words
        .iter()
        .map(|word| word.trim())
        .filter(|w| !w.is_empty())
        .collect();
    match words.split_last() {
        None => "…".into(),
        Some((only, [])) => (*only).into(),
        Some((end, before)) => format!("{} {last} {end}", before.join(", ")),
    }
}

/// Returns a criterion as a sentence without its full stop: "Employees is at least 50".
pub fn criterion(criterion: &Criterion, words: &Words) -> String {
    let field = if criterion.field.is_empty() {
        "(no field chosen yet)".to_string()
    } else {
        criterion.field.label()
    };
    let or_open = |amount: Option<f64>| amount.map_or_else(|| "…".into(), |amount| words.number(amount));
    match criterion.test {
        Test::Known => format!("{field} is known"),
        Test::AnyOf => format!("{field} is {}", listed(&criterion.words, "or")),
        Test::NoneOf => format!("{field} is not {}", listed(&criterion.words, "or")),
        Test::Contains => format!("{field} contains {}", listed(&criterion.words, "or")),
        Test::ContainsPart => format!(
            "{field} contains {}, also within words",
            listed(&criterion.words, "or")
        ),
        Test::AtLeast => format!("{field} is known and at least {}", or_open(criterion.low)),
        Test::AtMost => format!("{field} is known and at most {}", or_open(criterion.high)),
        Test::Between => format!(
            "{field} is known and between {} and {}",
            or_open(criterion.low),
            or_open(criterion.high)
        ),
        Test::WithinDays => {
            let days = criterion
                .days
                .map_or_else(|| "…".into(), |days| words.count(days));
            format!("{field} lies within {days} days of the hand-over")
        }
        Test::Yes => format!("{field} is yes"),
        Test::No => format!("{field} is no"),
    }
}

/// Returns what follows from a criterion: "required", "20 points", "no lead: Student or curious".
pub fn consequence(criterion: &Criterion, words: &Words) -> String {
    match criterion.role {
        Role::Required => "required".into(),
        Role::Points => match criterion.points {
            Some(1) => "1 point".into(),
            points => format!("{} points", words.count(points.unwrap_or(0))),
        },
        Role::Disqualifies => format!(
            "no lead: {}",
            criterion
                .reason
                .map_or("no reason chosen yet", |reason| reason.name())
        ),
    }
}

/// Returns a promise as a sentence without its full stop.
pub fn promise(promise: &Promise, words: &Words) -> String {
    let amount = promise
        .amount
        .map_or_else(|| "…".into(), |amount| words.count(amount));
    let working_days = if promise.amount == Some(1) {
        "working day"
    } else {
        "working days"
    };
    match promise.kind {
        PromiseKind::AcceptedLeads => {
            format!("Marketing brings {amount} leads a month that sales accepts")
        }
        PromiseKind::SourceGiven => "Marketing gives the lead source with every lead".into(),
        PromiseKind::InformationGiven => "Marketing hands no lead over without the needed information".into(),
        PromiseKind::FirstTouch => {
            format!("Sales gets in touch within {amount} {working_days} of the hand-over")
        }
        PromiseKind::Decision => {
            format!("Sales accepts or rejects within {amount} {working_days} of the hand-over")
        }
        PromiseKind::Attempts => format!("Sales tries {amount} times before giving a lead up"),
        PromiseKind::ReasonGiven => "Sales gives a reason with every lead it rejects".into(),
    }
}
