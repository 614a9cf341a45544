//! Whether what stands in a column can be what its header says.

use super::seen::{ColumnSeen, SeenKind};
use crate::{
    external_ids::has_lost_digits,
    fields::{Field, Fits, own_id},
    terms::{RecordKind, TermList},
    vocabulary::SOURCES,
};
use lockstep_text::key;

/// What the content says to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It fits, so much better or worse than the header alone says.
    Fits(i16),
    /// It cannot be that, with the reason to end a sentence: "but …".
    Cannot(&'static str),
}

/// Returns what a column's content says to a field of a kind of record. `plainly` is whether the header names the field
/// itself, and not something that can mean several.
pub(super) fn fit(field: Field, kind: RecordKind, column: &ColumnSeen, plainly: bool) -> Fit {
    let Some(entry) = field.entry(kind) else {
        return Fit::Cannot("such records have no such field");
    };
    let seen = column.kind;
    match entry.fits {
        Fits::Id => id(field, kind, column, plainly),
        Fits::Text => text(field, column),
        Fits::Choice => choice(field, kind, column, plainly),
        Fits::Email => match seen {
            SeenKind::Email => Fit::Fits(3),
            SeenKind::Text if column.samples_where(|sample| sample.contains('@')) >= 50 => Fit::Fits(-10),
            _ => Fit::Cannot("the values are no e-mail addresses"),
        },
        Fits::Phone => match seen {
            SeenKind::Text
                if column.samples_where(|sample| sample.chars().any(|c| c.is_ascii_digit())) == 0 =>
            {
                Fit::Cannot("the values are no telephone numbers")
            }
            SeenKind::Text | SeenKind::WholeNumber => Fit::Fits(0),
            SeenKind::Number => Fit::Fits(-10),
            _ => Fit::Cannot("the values are no telephone numbers"),
        },
        Fits::Day => match seen {
            SeenKind::Day | SeenKind::DayUnclear => Fit::Fits(0),
            _ => Fit::Cannot("the values are no days"),
        },
        Fits::Month => match seen {
            SeenKind::Day | SeenKind::DayUnclear => Fit::Fits(0),
            SeenKind::Text => Fit::Fits(-4),
            SeenKind::WholeNumber => Fit::Fits(-20),
            _ => Fit::Cannot("the values are no months"),
        },
        Fits::Money => match seen {
            SeenKind::Money => Fit::Fits(3),
            SeenKind::WholeNumber | SeenKind::Number => Fit::Fits(0),
            // The cells that are none are named, and their rows wait.
            SeenKind::Text if column.mostly_numbers => Fit::Fits(-3),
            _ => Fit::Cannot("the values are no amounts"),
        },
        Fits::Number => match seen {
            SeenKind::WholeNumber | SeenKind::Number => Fit::Fits(0),
            SeenKind::Text if column.mostly_numbers => Fit::Fits(-3),
            SeenKind::YesNo => Fit::Fits(-10),
            _ => Fit::Cannot("the values are no numbers"),
        },
        Fits::YesNo => match seen {
            SeenKind::YesNo => Fit::Fits(3),
            SeenKind::WholeNumber if column.distinct <= 2 && !column.more_distinct => Fit::Fits(-5),
            SeenKind::Text if column.means(TermList::Acceptance) >= 60 => Fit::Fits(0),
            _ => Fit::Cannot("the values are no yes or no"),
        },
    }
}

fn id(field: Field, kind: RecordKind, column: &ColumnSeen, plainly: bool) -> Fit {
    match column.kind {
        SeenKind::Text | SeenKind::WholeNumber | SeenKind::YesNo => {}
        _ => return Fit::Cannot("the values are no ids"),
    }
    let own = own_id(kind) == Some(field);
    // What a header plainly calls the id of these records is their id, also where several rows tell of one: its states or its
    // lines. Ids without their last digits are those of several.
    let is_damaged = || column.values.iter().any(|(value, _)| has_lost_digits(value));
    if own && !column.tells_rows_apart() && (!plainly || is_damaged()) {
        return Fit::Cannot("several rows have the same one, so it does not tell them apart");
    }
    if column.usual_length() > 80 {
        return Fit::Cannot("the values are long texts");
    }
    Fit::Fits(0)
}

fn text(field: Field, column: &ColumnSeen) -> Fit {
    match column.kind {
        SeenKind::Text => {}
        // Who looks after a lead is often named by e-mail or by number.
        SeenKind::Email if field == Field::Owner => return Fit::Fits(0),
        SeenKind::WholeNumber if field == Field::Owner => return Fit::Fits(-5),
        SeenKind::WholeNumber | SeenKind::Number => return Fit::Fits(-35),
        _ => return Fit::Cannot("the values are no names"),
    }
    match field {
        // A title of many words is the lead's, not the person's.
        Field::Title if column.usual_length() > 48 => Fit::Cannot("the values are long texts"),
        Field::Owner
            if column.is_no_short_list()
                && column.filled == column.distinct
                && column.usual_length() > 60 =>
        {
            Fit::Cannot("the values are long texts")
        }
        Field::Name if column.usual_length() > 48 => Fit::Fits(-5),
        _ => Fit::Fits(0),
    }
}

fn choice(field: Field, kind: RecordKind, column: &ColumnSeen, plainly: bool) -> Fit {
    match column.kind {
        SeenKind::Text | SeenKind::WholeNumber => {}
        SeenKind::YesNo if field == Field::Outcome => return Fit::Fits(-8),
        _ => return Fit::Cannot("the values are not words from a short list"),
    }
    if column.is_no_short_list() || column.usual_length() > 80 {
        return Fit::Cannot("nearly every row has another value");
    }
    if column.kind == SeenKind::WholeNumber {
        if column.filled > 1 && column.distinct == 1 {
            return Fit::Cannot("every row has the same number");
        }
        return Fit::Fits(-15);
    }
    let known = |list: TermList| if column.means(list) >= 50 { 4 } else { 0 };
    Fit::Fits(match (field, kind) {
        (Field::Stage, RecordKind::Leads) if column.says_won_or_lost() && !plainly => -8,
        (Field::Stage, RecordKind::Leads) => known(TermList::Stage),
        (Field::OpportunityStage, _) if column.says_won_or_lost() => {
            if plainly {
                4
            } else {
                18
            }
        }
        // A plain "status" that never says won or lost is no opportunity's.
        (Field::OpportunityStage, _) if !plainly => -40,
        (Field::Outcome, _) if !column.says_won_or_lost() && column.means(TermList::Outcome) < 30 => -20,
        (Field::Outcome | Field::OpportunityStage, _) => known(TermList::Outcome),
        (Field::Reason | Field::LostReason, _) => known(TermList::Reason),
        (Field::Source, _) if names_sources(column) => 4,
        _ => 0,
    })
}

/// Returns whether half of the rows name something that leads usually come from.
pub(super) fn names_sources(column: &ColumnSeen) -> bool {
    let known = |value: &str| {
        let heard = key(value);
        SOURCES
            .iter()
            .any(|source| source.bytes().filter(|byte| *byte != b' ').eq(heard.bytes()))
    };
    column.rows_where(known) >= 50
}

/// Returns what the content alone says, where the header says nothing: the field, how surely, and why.
pub(super) fn by_content(kind: RecordKind, column: &ColumnSeen) -> Option<(Field, u8, &'static str)> {
    if column.kind == SeenKind::Email && kind != RecordKind::Costs {
        return Some((Field::Email, 62, "Every value looks like an e-mail"));
    }
    let is_list = column.kind == SeenKind::Text
        && column.filled >= 3
        && column.distinct >= 2
        && !column.is_no_short_list();
    if !is_list {
        return None;
    }
    match kind {
        RecordKind::Leads if column.means(TermList::Reason) >= 70 && column.means(TermList::Stage) < 90 => {
            Some((Field::Reason, 56, "The values are reasons"))
        }
        RecordKind::Leads if column.means(TermList::Stage) >= 70 => {
            Some((Field::Stage, 56, "The values are stages of a lead"))
        }
        RecordKind::Opportunities if column.says_won_or_lost() && column.means(TermList::Outcome) >= 70 => {
            Some((Field::Stage, 58, "The values are stages of an opportunity"))
        }
        _ if names_sources(column) => Some((Field::Source, 56, "The values name where leads come from")),
        _ => None,
    }
}
