//! Whether the day or the month stands first, and whether a spreadsheet swapped them.

use lockstep_intake::{Column, ColumnKind, DayOrder, Survey};

use super::{Doubt, EXAMPLES, ImportAnswer, Question, quoted};
use crate::leads::{
    fields::Fits,
    importing::{
        choice::{Choice, ColumnChoice},
        day_orders,
        draft::MappingEdit,
    },
    recognition::Use,
};

fn holds_days(choice: &Choice, column: &ColumnChoice) -> bool {
    column.fields().any(|field| {
        let entry = field.entry(choice.kind);
        entry.is_some_and(|entry| matches!(entry.fits, Fits::Day | Fits::Month))
    })
}

/// All real dates of the column are until the twelfth of their month, and all its texts after it: what happens when a
/// spreadsheet that puts the month first opens a file that puts the day first. It understood half of the days, and wrongly.
pub(super) fn swapped(choice: &Choice, column: &ColumnChoice, seen: &Column) -> Option<Question> {
    if !seen.suspect_swapped || !holds_days(choice, column) {
        return None;
    }
    let answer = |label: &str, swap| ImportAnswer {
        label: label.into(),
        word: MappingEdit::Swapped {
            column: column.column.clone(),
            swap,
        },
        likely: None,
    };
    let examples: Vec<String> = seen.samples.iter().take(EXAMPLES).cloned().collect();
    Some(Question {
        about: Doubt::Swapped,
        column: column.column.clone(),
        question: format!(
            "A spreadsheet seems to have swapped day and month in “{}”: its dates are all until the 12th, and the days after \
             the 12th are text ({}). Shall the dates be swapped back?",
            column.column,
            quoted(&examples)
        ),
        examples,
        answers: vec![
            answer("Yes, swap them back", true),
            answer("No, they are right as they are", false),
        ],
        answered: column.swapped.map(|swap| usize::from(!swap)),
        unknown: 0,
        waits: true,
        in_a_terminal: "Say --swapped yes to swap them back, --swapped no if they are right as they are."
            .into(),
    })
}

pub(super) fn days(
    choice: &Choice,
    survey: &Survey,
    place: usize,
    column: &ColumnChoice,
    seen: &Column,
) -> Option<Question> {
    let likely = day_orders::likely(survey, place);
    if seen.kind != ColumnKind::DayUnclear || column.becomes == Use::LeftOut {
        return None;
    }
    let answer = |order, label: &str| ImportAnswer {
        label: label.into(),
        word: MappingEdit::Days {
            column: column.column.clone(),
            order,
        },
        likely: likely
            .as_ref()
            .filter(|(known, _)| *known == order)
            .map(|(_, why)| why.clone()),
    };
    Some(Question {
        about: Doubt::Days,
        column: column.column.clone(),
        question: format!(
            "The days in “{}” can be read with the day or with the month first: {}. Which is it?",
            column.column,
            quoted(&seen.samples)
        ),
        examples: seen.samples.clone(),
        answers: vec![
            answer(DayOrder::Dmy, "The day first: 3 Feb is 03/02"),
            answer(DayOrder::Mdy, "The month first: 3 Feb is 02/03"),
        ],
        answered: column.order.map(|order| usize::from(order != DayOrder::Dmy)),
        unknown: 0,
        waits: holds_days(choice, column),
        in_a_terminal: "Say --dates dmy for the day first, --dates mdy for the month first.".into(),
    })
}
