//! The guesses as a person reads them: for each column what becomes of it, why, and what has to be asked.

use super::{
    Guess, Holds, Lack, Use,
    assign::{Assigned, Candidate, lower_first, only_numbers_the_rows},
    headers::speaks_of_afterwards,
    rules::{Also, Freed},
    seen::{ColumnSeen, SeenKind},
};
use crate::{
    fields::{Field, Fits, identities},
    terms::RecordKind,
};

/// Below this a person should look at a guess.
pub(super) const DOUBTFUL: u8 = 70;

fn name(kind: RecordKind, field: Field) -> &'static str {
    field.entry(kind).map_or("", |entry| entry.name)
}

fn becomes(column: &ColumnSeen, becomes: Use, confidence: u8, why: String) -> Guess {
    Guess {
        column: column.name.clone(),
        becomes,
        also: None,
        confidence,
        why,
        ask: None,
        rivals: Vec::new(),
        afterwards: speaks_of_afterwards(&column.name),
    }
}

/// Returns the guess for a column that is not worth keeping.
fn left_out(column: &ColumnSeen) -> Option<Guess> {
    if column.is_empty() {
        return Some(becomes(column, Use::LeftOut, 100, "It is empty.".into()));
    }
    only_numbers_the_rows(column).then(|| {
        let why = "It only counts the rows, and would count them differently in the next export.";
        becomes(column, Use::LeftOut, 90, why.into())
    })
}

/// Returns the guess for a column of a file that holds none of our records.
pub(super) fn unread(column: &ColumnSeen) -> Guess {
    left_out(column).unwrap_or_else(|| {
        becomes(
            column,
            Use::Attribute,
            0,
            "The file holds none of the records that Lockstep reads.".into(),
        )
    })
}

/// Returns a guess for each column, in their order.
pub(super) fn guesses(
    kind: RecordKind,
    columns: &[ColumnSeen],
    assigned: &Assigned,
    also: &[Also],
    freed: &[Freed],
) -> Vec<Guess> {
    columns
        .iter()
        .enumerate()
        .map(|(place, column)| match assigned.of_column(place) {
            Some(candidate) => field(kind, columns, column, assigned, candidate, also),
            None => {
                left_out(column).unwrap_or_else(|| attribute(kind, columns, column, place, assigned, freed))
            }
        })
        .collect()
}

fn field(
    kind: RecordKind,
    columns: &[ColumnSeen],
    column: &ColumnSeen,
    assigned: &Assigned,
    candidate: &Candidate,
    also: &[Also],
) -> Guess {
    let second = also.iter().find(|also| also.column == candidate.column);
    let why = match second {
        Some(second) => format!("{}. {}.", candidate.why, second.why),
        None => format!("{}{}.", candidate.why, and_the_values(kind, column, candidate)),
    };
    let entry = candidate.field.entry(kind);
    Guess {
        also: second.map(|second| second.field),
        ask: ask(kind, columns, column, assigned, candidate),
        rivals: rivals(kind, columns, assigned, candidate)
            .map(|rival| rival.name.clone())
            .collect(),
        afterwards: entry.is_some_and(|entry| entry.afterwards),
        ..becomes(column, Use::Field(candidate.field), candidate.sure, why)
    }
}

fn and_the_values(kind: RecordKind, column: &ColumnSeen, candidate: &Candidate) -> &'static str {
    let by_header = candidate.by_header;
    match candidate.field.entry(kind).map(|entry| entry.fits) {
        Some(Fits::Email) if by_header && column.kind == SeenKind::Email => ", and the values look like it",
        Some(Fits::Day) if by_header => ", and the values are days",
        Some(Fits::Money) if by_header && column.kind == SeenKind::Money => ", and the values are money",
        _ => "",
    }
}

/// Returns what the file cannot tell about a column that became a field.
fn ask(
    kind: RecordKind,
    columns: &[ColumnSeen],
    column: &ColumnSeen,
    assigned: &Assigned,
    candidate: &Candidate,
) -> Option<String> {
    let is_choice = candidate
        .field
        .entry(kind)
        .is_some_and(|entry| entry.fits == Fits::Choice);
    match () {
        () if column.kind == SeenKind::DayUnclear => {
            Some("Its days can be read with the day first or with the month first. Choose which.".into())
        }
        () if is_choice && column.kind == SeenKind::WholeNumber => {
            Some("It holds numbers that stand for something. Say what each of them means.".into())
        }
        () => rivals(kind, columns, assigned, candidate)
            .next()
            .map(|rival| {
                format!(
                    "“{}” could be “{}” as well. Keep the one you go by.",
                    rival.name,
                    name(kind, candidate.field)
                )
            })
            .or_else(|| (candidate.sure < DOUBTFUL).then(|| "This is a guess. Look at its values.".into())),
    }
}

/// Returns the columns that came close to getting the same field and got none, where it matters which of them it is.
fn rivals<'c>(
    kind: RecordKind,
    columns: &'c [ColumnSeen],
    assigned: &'c Assigned,
    candidate: &'c Candidate,
) -> impl Iterator<Item = &'c ColumnSeen> {
    let decides = candidate.field.entry(kind).is_some_and(|entry| entry.decisive);
    // Leads are counted by campaign and by owner, too.
    let matters = decides || matches!(candidate.field, Field::Campaign | Field::Owner);
    let others = assigned.weighed.iter().filter(move |other| {
        matters
            && other.field == candidate.field
            && other.column != candidate.column
            && other.sure + 12 >= candidate.sure
            && assigned.of_column(other.column).is_none()
    });
    others.filter_map(|other| columns.get(other.column))
}

fn attribute(
    kind: RecordKind,
    columns: &[ColumnSeen],
    column: &ColumnSeen,
    place: usize,
    assigned: &Assigned,
    freed: &[Freed],
) -> Guess {
    let lost = assigned
        .weighed
        .iter()
        .find(|candidate| candidate.column == place);
    let denied = assigned
        .denied
        .iter()
        .filter(|denied| denied.column == place)
        .max_by_key(|denied| denied.sure);
    let freed = freed.iter().find(|freed| freed.column == place);
    let (confidence, why) = match (freed, lost, denied) {
        (Some(freed), ..) => (80, freed.why.to_string()),
        (None, Some(lost), _) => {
            let winner = assigned
                .given
                .get(&lost.field)
                .and_then(|winner| columns.get(winner.column));
            let sure = assigned.sure(lost.field);
            let why = match winner {
                Some(winner) => format!("“{}” fits “{}” better", winner.name, name(kind, lost.field)),
                None => format!(
                    "It could be “{}”, but what else stands in the file speaks against it",
                    name(kind, lost.field)
                ),
            };
            (50 + sure.saturating_sub(lost.sure).min(45), why)
        }
        (None, None, Some(denied)) if denied.sure >= super::assign::LEAST => (
            60,
            format!(
                "The header says {}, but {}",
                lower_first(name(kind, denied.field)),
                denied.but
            ),
        ),
        _ => (90, "It is none of our fields".to_string()),
    };
    let known_later = |field: Field| field.entry(kind).is_some_and(|entry| entry.afterwards);
    let afterwards = speaks_of_afterwards(&column.name)
        || lost
            .filter(|_| freed.is_none())
            .is_some_and(|lost| known_later(lost.field));
    let end = if afterwards {
        "Kept under its own name. It is known only afterwards: a definition that rests on it would know the outcome."
    } else {
        "Kept under its own name."
    };
    Guess {
        afterwards,
        ..becomes(column, Use::Attribute, confidence, format!("{why}. {end}"))
    }
}

/// Returns in words what speaks for what a file holds.
pub(super) fn why_holds(holds: Holds, columns: &[ColumnSeen], assigned: &Assigned) -> String {
    let telling: &[Field] = match holds {
        Holds::Costs => &[Field::Spend, Field::Source, Field::Campaign, Field::Month],
        Holds::Opportunities => &[
            Field::OpportunityId,
            Field::Value,
            Field::Stage,
            Field::ClosedOn,
            Field::Outcome,
            Field::LostReason,
        ],
        _ => &[
            Field::ExternalId,
            Field::Source,
            Field::Stage,
            Field::Email,
            Field::LastName,
            Field::CreatedOn,
        ],
    };
    let headers: Vec<String> = telling
        .iter()
        .filter_map(|field| columns.get(assigned.given.get(field)?.column))
        .map(|column| format!("“{}”", column.name))
        .take(3)
        .collect();
    let what = match holds {
        Holds::Costs => "what efforts cost",
        Holds::Opportunities => "opportunities",
        Holds::LeadsWithOpportunities => "leads with the opportunities they became",
        _ => "leads",
    };
    match headers.split_last() {
        Some((last, [])) => format!("{last} speaks of {what}."),
        Some((last, others)) => format!("{} and {last} speak of {what}.", others.join(", ")),
        None => format!("The columns speak of {what}."),
    }
}

/// Returns what the records will lack.
pub(super) fn lacks(kind: RecordKind, assigned: &Assigned, also: &[Also]) -> Vec<Lack> {
    let has =
        |field: Field| assigned.given.contains_key(&field) || also.iter().any(|also| also.field == field);
    let mut lacks = Vec::new();
    if !identities(kind)
        .iter()
        .any(|group| group.iter().all(|field| has(*field)))
    {
        lacks.push(Lack {
            fields: identities(kind).iter().filter_map(|group| group.first().copied()).collect(),
            stops: true,
            why: match kind {
                RecordKind::Costs => "Nothing says what the money was spent on: a lead source or a campaign is needed.",
                _ => "Nothing tells one row from another, so the next export would add everything a second time.",
            }
            .into(),
        });
    }
    let wanted: &[(&[Field], bool, &str)] = match kind {
        RecordKind::Leads => &[
            (
                &[Field::Source],
                false,
                "Every lead is taken in with its source missing.",
            ),
            (
                &[Field::CreatedOn, Field::HandedOverOn],
                false,
                "No day says when a lead came in, so nothing can be counted by month or quarter.",
            ),
            (
                &[
                    Field::Stage,
                    Field::Accepted,
                    Field::OpportunityId,
                    Field::OpportunityStage,
                ],
                false,
                "Nothing says what became of a lead. The opportunities can say it, if they name their lead.",
            ),
        ],
        RecordKind::Opportunities => &[
            (
                &[Field::Outcome],
                false,
                "Nothing says what was won and what was lost.",
            ),
            (
                &[Field::Value],
                false,
                "Nothing says what an opportunity is worth.",
            ),
            (
                &[Field::ClosedOn],
                false,
                "No day says when an opportunity was won or lost.",
            ),
            (
                &[Field::CreatedOn],
                false,
                "No day says when an opportunity began, so its cycle can be measured only from its lead.",
            ),
            (
                &[Field::LeadId, Field::Email],
                false,
                "Nothing leads back to the lead, unless the leads name their opportunity.",
            ),
        ],
        RecordKind::Costs => &[
            (&[Field::Spend], true, "No column holds what was spent."),
            (
                &[Field::Month],
                false,
                "No column says when it was spent, so these costs count in all time, and in no month or year.",
            ),
        ],
    };
    lacks.extend(
        wanted
            .iter()
            .filter(|(fields, ..)| !fields.iter().any(|field| has(*field)))
            .map(|(fields, stops, why)| Lack {
                fields: fields.to_vec(),
                stops: *stops,
                why: (*why).into(),
            }),
    );
    lacks
}
