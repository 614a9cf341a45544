//! Whether the day or the month stands first, and whether a spreadsheet swapped them.

use lockstep_intake::{Column, ColumnKind, DayOrder, Survey, day};

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
        edit: MappingEdit::Swapped {
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
        edit: MappingEdit::Days {
            column: column.column.clone(),
            order,
        },
        likely: likely
            .as_ref()
            .filter(|(known, _)| *known == order)
            .map(|(_, why)| why.clone()),
    };
    if seen.year_may_stand_first {
        return Some(with_years(column, seen, holds_days(choice, column), answer));
    }
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

/// “25.01.03” may begin with its year as well.
fn with_years(
    column: &ColumnChoice,
    seen: &Column,
    waits: bool,
    answer: impl Fn(DayOrder, &str) -> ImportAnswer,
) -> Question {
    let sample = seen.samples.first().cloned().unwrap_or_default();
    let orders = [
        (DayOrder::Ymd, "The year"),
        (DayOrder::Dmy, "The day"),
        (DayOrder::Mdy, "The month"),
    ];
    let possible: Vec<(DayOrder, ImportAnswer)> = orders
        .into_iter()
        .filter_map(|(order, what)| {
            let read = match order {
                DayOrder::Ymd => day::read_with_a_short_year(&sample)?,
                order => day::read(&sample, order)?,
            };
            let label = format!("{what} first: “{sample}” is {}", read.format("%-d %b %Y"));
            Some((order, answer(order, &label)))
        })
        .collect();
    Question {
        about: Doubt::Days,
        column: column.column.clone(),
        question: format!(
            "The days in “{}” may begin with their year, in two digits: {}. What stands first?",
            column.column,
            quoted(&seen.samples)
        ),
        examples: seen.samples.clone(),
        answered: column
            .order
            .and_then(|order| possible.iter().position(|(known, _)| *known == order)),
        answers: possible.into_iter().map(|(_, answer)| answer).collect(),
        unknown: 0,
        waits,
        in_a_terminal: "Say --dates ymd for the year first, --dates dmy for the day first, --dates mdy for the month first."
            .into(),
    }
}
