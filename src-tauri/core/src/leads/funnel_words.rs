//! What a funnel says of itself in words: by which day it counts, and what a period does to costs.

use chrono::{Datelike, Months, NaiveDate};

use super::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number},
    counting::Days,
    dimension::Day,
    terms::{Acceptance, Outcome},
};
use lockstep_workspace::words::Words;

/// Says by which day leads and opportunities are counted, which a plan's look back does otherwise.
pub(super) fn counted(day: Day) -> &'static str {
    match day {
        Day::Lead => {
            "Leads count by the day on which they came in, with all that has become of them since. A plan’s look back counts what \
             was won in the year, whenever its leads came in."
        }
        Day::Opportunity => {
            "Opportunities count by the day on which they were created, each lead once, by the first of its opportunities."
        }
        Day::Decision => "Leads and opportunities count by the day on which sales accepted or rejected them.",
        Day::Closing => {
            "Opportunities count by the day on which they were won or lost, each lead once, by the first of its opportunities."
        }
    }
}

/// Says how much has no day, and is therefore left out of a period.
pub(super) fn without_day(day: Day, days: &Days, columns: &LeadColumns, words: &Words) -> Option<String> {
    let unknown = |days: &[DayNumber]| days.iter().filter(|day| **day == UNKNOWN_DAY).count();
    let is_closed = |opportunity: &usize| {
        let outcome = columns.opportunities.outcome.get(*opportunity).copied().flatten();
        matches!(outcome, Some(Outcome::Won | Outcome::Lost))
    };
    let (leads, opportunities) = match day {
        // An opportunity goes where its lead goes.
        Day::Lead => {
            let alone = days.opportunities.iter().zip(&columns.opportunities.lead);
            let alone = alone.filter(|(day, lead)| **day == UNKNOWN_DAY && lead.is_none());
            (unknown(&days.leads), alone.count())
        }
        Day::Opportunity => (0, unknown(&days.opportunities)),
        Day::Closing => {
            let closed = days.opportunities.iter().enumerate();
            let closed = closed.filter(|(opportunity, day)| **day == UNKNOWN_DAY && is_closed(opportunity));
            (0, closed.count())
        }
        // Where nothing was decided there is no day of it.
        Day::Decision => {
            let leads = days.leads.iter().zip(&columns.standing);
            let decided = leads.filter(|(day, standing)| {
                let is_decided = matches!(standing.decision(), Acceptance::Accepted | Acceptance::Rejected);
                **day == UNKNOWN_DAY && is_decided
            });
            (decided.count(), 0)
        }
    };
    let counted = |count: usize, one: &str, many: &str| {
        let number = words.count(i64::try_from(count).unwrap_or(i64::MAX));
        (count > 0).then(|| format!("{number} {}", if count == 1 { one } else { many }))
    };
    let parts: Vec<String> = [
        counted(leads, "lead", "leads"),
        counted(opportunities, "opportunity", "opportunities"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let tail = if leads + opportunities == 1 {
        "has no such day and is left out of this period"
    } else {
        "have no such day and are left out of this period"
    };
    (!parts.is_empty()).then(|| format!("{} {tail}.", parts.join(" and ")))
}

/// Says of which months the costs are counted as a whole or not at all, because the period begins or ends within them.
pub(super) fn cut_costs(
    columns: &LeadColumns,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    words: &Words,
) -> Vec<String> {
    let first_of = |day: NaiveDate| day.with_day(1);
    let cut_first = from.filter(|from| from.day() > 1).and_then(first_of);
    let is_last = |day: NaiveDate| day.succ_opt().is_none_or(|next| next.day() == 1);
    let cut_last = to
        .filter(|to| !is_last(*to))
        .and_then(first_of)
        .filter(|first| Some(*first) != cut_first);
    let has_whole = |first: &NaiveDate| are_by_month(&columns.costs.month, *first);
    let none = cut_first.filter(has_whole).map(|first| {
        format!(
            "Costs of {} count on its first day, so none of them is in this period.",
            words.month(first)
        )
    });
    let all = cut_last.filter(has_whole).map(|first| {
        format!(
            "Costs of {} count on its first day, so all of them are in this period.",
            words.month(first)
        )
    });
    none.into_iter().chain(all).collect()
}

/// Returns whether costs of a month are known and all of them stand on its first day, as costs of a whole month do.
fn are_by_month(days: &[DayNumber], first: NaiveDate) -> bool {
    let next = first
        .checked_add_months(Months::new(1))
        .map_or(DayNumber::MAX, day_number);
    let first = day_number(first);
    let mut of_month = days.iter().filter(|day| (first..next).contains(*day)).peekable();
    of_month.peek().is_some() && of_month.all(|day| *day == first)
}
