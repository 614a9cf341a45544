//! What a pair of column and field cannot know alone: a name beside first and last name, which of several days is the
//! first, whether a lead's row carries an opportunity, and what says whether it was won.

use super::{
    assign::{Assigned, Candidate, PLAIN},
    headers::HeaderPrefix,
    headers::prefix,
    seen::{ColumnSeen, SeenKind},
};
use crate::{
    fields::Field,
    proposals::propose,
    terms::{LeadStage, RecordKind, Term, TermList},
};
use lockstep_text::words;

/// What the rules add to what was given: a second field that is read from the same column, with why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Also {
    pub(super) column: usize,
    pub(super) field: Field,
    pub(super) why: &'static str,
}

/// A column that lost its field to a rule, with why as a sentence without its full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Freed {
    pub(super) column: usize,
    pub(super) why: &'static str,
}

/// Settles what was given by what all columns say together.
pub(super) fn settle(
    kind: RecordKind,
    columns: &[ColumnSeen],
    assigned: &mut Assigned,
) -> (Vec<Also>, Vec<Freed>) {
    let mut also = Vec::new();
    let mut freed = Vec::new();
    match kind {
        RecordKind::Leads => {
            freed.extend(one_name(columns, assigned));
            names_the_lead(assigned);
            lead_of_several_deals(columns, assigned);
            needs_a_beginning(assigned);
            freed.extend(no_opportunity_in_it(assigned));
            also.extend(outcome_of_lead(columns, assigned));
            also.extend(stage_of_both(columns, assigned));
        }
        RecordKind::Opportunities => {
            freed.extend(flag_against_stage(columns, assigned));
            also.extend(outcome_of_opportunity(columns, assigned));
        }
        RecordKind::Costs => {}
    }
    (also, freed)
}

/// First and last name are better than one name, where they are as well filled. "Vorname" beside "Name" is a last name.
fn one_name(columns: &[ColumnSeen], assigned: &mut Assigned) -> Vec<Freed> {
    let filled = |assigned: &Assigned, field: Field| {
        let column = assigned
            .given
            .get(&field)
            .and_then(|candidate| columns.get(candidate.column));
        column.map_or(0, |column| column.filled)
    };
    if !assigned.given.contains_key(&Field::Name) {
        return Vec::new();
    }
    let has_first = assigned.given.contains_key(&Field::FirstName);
    let has_last = assigned.given.contains_key(&Field::LastName);
    if has_first && !has_last {
        let name = assigned
            .given
            .get(&Field::Name)
            .and_then(|candidate| columns.get(candidate.column));
        let is_bare = name.is_some_and(|column| {
            let heard = words(&column.name).join(" ");
            ["name", "nom", "naam", "nombre", "nome"].contains(&heard.as_str())
                && column.samples_where(|sample| sample.trim().contains(' ')) < 50
        });
        if is_bare {
            if let Some(mut candidate) = assigned.free(Field::Name) {
                candidate.field = Field::LastName;
                candidate.why = "Beside the first name, it holds the last one".into();
                candidate.by_header = false;
                assigned.given.insert(Field::LastName, candidate);
            }
            return Vec::new();
        }
    }
    let name = filled(assigned, Field::Name);
    let parts = filled(assigned, Field::FirstName).min(filled(assigned, Field::LastName));
    let (fields, why): (&[Field], &str) = if has_first && has_last && parts * 10 >= name * 9 {
        (
            &[Field::Name],
            "First and last name stand in columns of their own",
        )
    } else {
        (
            &[Field::FirstName, Field::LastName],
            "The whole name stands in a column of its own",
        )
    };
    fields
        .iter()
        .filter_map(|field| assigned.free(*field))
        .map(|candidate| Freed {
            column: candidate.column,
            why,
        })
        .collect()
}

/// Where nothing else names the lead, it is called as its opportunity is.
fn names_the_lead(assigned: &mut Assigned) {
    let has_a_name = [Field::Name, Field::FirstName, Field::LastName]
        .iter()
        .any(|field| assigned.given.contains_key(field));
    let column = assigned
        .given
        .get(&Field::OpportunityName)
        .map(|candidate| candidate.column);
    let as_name = assigned
        .weighed
        .iter()
        .find(|candidate| candidate.field == Field::Name && Some(candidate.column) == column)
        .cloned();
    if let (false, Some(candidate)) = (has_a_name, as_name) {
        assigned.free(Field::OpportunityName);
        assigned.given.insert(Field::Name, candidate);
    }
}

/// A lead that became several deals stands in a row for each: its id repeats, and is its id nevertheless.
fn lead_of_several_deals(columns: &[ColumnSeen], assigned: &mut Assigned) {
    let names_deals = [Field::OpportunityId, Field::OpportunityName]
        .iter()
        .any(|field| assigned.given.contains_key(field));
    if !names_deals || assigned.given.contains_key(&Field::ExternalId) {
        return;
    }
    let repeated = assigned.denied.iter().find(|denied| {
        let column = columns.get(denied.column);
        let says_lead = column.is_some_and(|column| {
            words(&column.name).first().and_then(|first| prefix(first)) == Some(HeaderPrefix::Lead)
        });
        says_lead && denied.field == Field::ExternalId && denied.sure >= PLAIN
    });
    if let Some((column, sure)) = repeated.map(|denied| (denied.column, denied.sure.min(99)))
        && assigned.of_column(column).is_none()
    {
        assigned.given.insert(
            Field::ExternalId,
            Candidate {
                column,
                field: Field::ExternalId,
                sure,
                rank: 0,
                why: "The header says lead id; it repeats where a lead became several opportunities".into(),
                by_header: true,
            },
        );
    }
}

/// A lead has begun some day. Where no column says "created", the day of the first contact is the nearest there is.
fn needs_a_beginning(assigned: &mut Assigned) {
    if assigned.given.contains_key(&Field::CreatedOn) {
        return;
    }
    for field in [Field::FirstTouchOn, Field::HandedOverOn] {
        let column = assigned.given.get(&field).map(|candidate| candidate.column);
        let can_be = assigned
            .weighed
            .iter()
            .find(|candidate| candidate.field == Field::CreatedOn && Some(candidate.column) == column)
            .cloned();
        if let Some(mut candidate) = can_be {
            candidate.why = "It is the earliest day in the file, and a lead has to begin some day".into();
            candidate.by_header = false;
            assigned.free(field);
            assigned.given.insert(Field::CreatedOn, candidate);
            assigned.give_to_the_next(field);
            return;
        }
    }
}

/// A lead's row carries an opportunity where it says how that one stands or when it closed. Without that an amount is an
/// estimate made of the lead, unless its header says otherwise, and a reason is the lead's.
fn no_opportunity_in_it(assigned: &mut Assigned) -> Vec<Freed> {
    let carries = [Field::OpportunityStage, Field::ClosedOn]
        .iter()
        .any(|field| assigned.given.contains_key(field));
    if carries {
        return Vec::new();
    }
    if !assigned.given.contains_key(&Field::Reason) {
        let lost = assigned
            .given
            .get(&Field::LostReason)
            .map(|candidate| candidate.column);
        let reason = assigned
            .weighed
            .iter()
            .find(|candidate| candidate.field == Field::Reason && Some(candidate.column) == lost)
            .cloned();
        if let Some(candidate) = reason {
            assigned.free(Field::LostReason);
            assigned.given.insert(Field::Reason, candidate);
        }
    }
    if assigned.sure(Field::OpportunityValue) >= PLAIN {
        return Vec::new();
    }
    let estimate = "Nothing else in the file is about an opportunity, so this amount is an estimate";
    let name = "Nothing in the file says what became of it";
    [
        (Field::OpportunityValue, estimate),
        (Field::OpportunityName, name),
    ]
    .into_iter()
    .filter_map(|(field, why)| {
        let column = assigned.free(field)?.column;
        Some(Freed { column, why })
    })
    .collect()
}

/// Returns whether a header says outright that what has this day is won.
fn is_day_of_winning(columns: &[ColumnSeen], assigned: &Assigned) -> Option<usize> {
    const WON: [&str; 4] = ["won", "gewonnen", "gagne", "ganado"];
    let column = assigned.given.get(&Field::ClosedOn)?.column;
    let says_won = words(&columns.get(column)?.name)
        .iter()
        .any(|word| WON.contains(&word.as_str()));
    says_won.then_some(column)
}

const EVERY_DAY_IS_A_WIN: &str = "The header says won: every row with this day counts as won";

fn outcome_of_lead(columns: &[ColumnSeen], assigned: &Assigned) -> Option<Also> {
    let column = is_day_of_winning(columns, assigned)?;
    (!assigned.given.contains_key(&Field::OpportunityStage)).then_some(Also {
        column,
        field: Field::OpportunityStage,
        why: EVERY_DAY_IS_A_WIN,
    })
}

/// One column for the stages of leads and of opportunities gives both.
fn stage_of_both(columns: &[ColumnSeen], assigned: &Assigned) -> Option<Also> {
    let column = assigned.given.get(&Field::OpportunityStage)?.column;
    let seen = columns.get(column)?;
    let names_a_deal = words(&seen.name).first().and_then(|first| prefix(first)) == Some(HeaderPrefix::Deal);
    // The outcome of a deal is no stage of its lead.
    let says_more = |(value, _): &(String, u64)| {
        matches!(propose(TermList::Stage, value), Some((Term::Stage(stage), sure))
            if sure >= 60 && stage != LeadStage::Converted)
            && propose(TermList::Outcome, value).is_none_or(|(_, sure)| sure < 90)
    };
    let speaks_of_leads = !names_a_deal
        || (seen.says_won_or_lost()
            && seen.means(TermList::Stage) >= 50
            && seen.values.iter().any(says_more));
    let lacks = !assigned.given.contains_key(&Field::Stage) && !assigned.given.contains_key(&Field::Accepted);
    (lacks && speaks_of_leads && seen.kind == SeenKind::Text).then_some(Also {
        column,
        field: Field::Stage,
        why: "It is the only column of stages, so the lead’s stage is read from it too",
    })
}

/// "Is won: no" is lost or still open. A stage that says won and lost says more.
fn flag_against_stage(columns: &[ColumnSeen], assigned: &mut Assigned) -> Option<Freed> {
    let at = |field: Field| {
        assigned
            .given
            .get(&field)
            .and_then(|candidate| columns.get(candidate.column))
    };
    let is_flag = at(Field::Outcome)?.kind == SeenKind::YesNo;
    let stage_says = at(Field::Stage)?.says_won_or_lost();
    let candidate = (is_flag && stage_says)
        .then(|| assigned.free(Field::Outcome))
        .flatten()?;
    Some(Freed {
        column: candidate.column,
        why: "The stage says what was won and what was lost",
    })
}

fn outcome_of_opportunity(columns: &[ColumnSeen], assigned: &Assigned) -> Option<Also> {
    if assigned.given.contains_key(&Field::Outcome) {
        return None;
    }
    if let Some(stage) = assigned.given.get(&Field::Stage) {
        return Some(Also {
            column: stage.column,
            field: Field::Outcome,
            why: "Open, won or lost is read from the same column",
        });
    }
    Some(Also {
        column: is_day_of_winning(columns, assigned)?,
        field: Field::Outcome,
        why: EVERY_DAY_IS_A_WIN,
    })
}
