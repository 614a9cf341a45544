//! What the rows of a file are, where they may be leads with their opportunities or opportunities with their leads.

use super::{Doubt, ImportAnswer, Question};
use crate::leads::{
    importing::{choice::Choice, draft::MappingEdit},
    terms::RecordKind,
};

/// Rows that name a person as well as a deal may be either, and the one that is counted is the number of leads.
pub(super) fn kind(choice: &Choice) -> Option<Question> {
    if !choice.kind_in_doubt || choice.accepts_guesses {
        return None;
    }
    let answer = |label: &str, kind| ImportAnswer {
        label: label.into(),
        edit: MappingEdit::Kind { kind },
        likely: (kind == choice.kind && !choice.kind_is_said)
            .then(|| "Likely: more of the columns speak of it.".into()),
    };
    let column = choice.columns.first().map(|column| column.column.clone());
    Some(Question {
        about: Doubt::Kind,
        column: column.unwrap_or_default(),
        question: "The rows speak of leads as well as of opportunities. What is one row?".into(),
        examples: Vec::new(),
        answers: vec![
            answer("A lead, with the opportunity that it became", RecordKind::Leads),
            answer(
                "An opportunity, with the lead that it came from",
                RecordKind::Opportunities,
            ),
        ],
        answered: choice
            .kind_is_said
            .then(|| usize::from(choice.kind != RecordKind::Leads)),
        unknown: 0,
        waits: true,
        in_a_terminal: "Say --kind leads for leads, --kind opportunities for opportunities.".into(),
    })
}
