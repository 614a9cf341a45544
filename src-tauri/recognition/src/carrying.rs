//! Whether rows are leads that carry their deals: "Opportunity Amount" and "Deal Stage" beside a person, a lead source and a
//! creation date of the lead's own. Read as opportunities, two leads with one deal would count it twice, and leads without one
//! would be lost.

use super::{
    assign::Assigned,
    headers::{HeaderPrefix, prefix},
    holds::Readings,
    seen::ColumnSeen,
};
use crate::fields::Field;
use lockstep_text::words;

/// What the columns say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carrying {
    /// The rows are leads, with the deals that they became.
    Deals,
    /// They may be leads with their deals, or deals with their leads: somebody has to say.
    InDoubt,
    /// Nothing speaks for it.
    Nothing,
}

impl Carrying {
    /// Weighs the columns.
    pub(super) fn of(readings: &Readings) -> Self {
        let columns = readings.columns;
        let at = |assigned: &Assigned, field: Field| {
            let candidate = assigned.given.get(&field)?;
            columns.get(candidate.column)
        };
        let of_the_deal: Vec<&ColumnSeen> = [Field::Value, Field::Stage, Field::ClosedOn]
            .iter()
            .filter_map(|field| at(readings.opportunities, *field))
            .collect();
        let (named, bare): (Vec<&ColumnSeen>, Vec<&ColumnSeen>) = of_the_deal
            .into_iter()
            .partition(|column| speaks_of_a_deal(&column.name));
        let of_the_lead =
            |field: Field| at(readings.leads, field).filter(|column| !speaks_of_a_deal(&column.name));
        let names_a_person = [Field::FirstName, Field::LastName]
            .iter()
            .any(|field| of_the_lead(*field).is_some());
        let key = of_the_lead(Field::ExternalId)
            .filter(|column| is_id_of_the_lead(&column.name))
            .or_else(|| of_the_lead(Field::Email));
        let came_in = [Field::Source, Field::CreatedOn]
            .iter()
            .filter(|field| of_the_lead(**field).is_some())
            .count();
        if came_in == 0 || named.is_empty() || came_in + usize::from(key.is_some()) < 2 {
            return Self::Nothing;
        }
        let only_named = named.len() >= 2 && bare.is_empty();
        // A row of deals has a deal; one that has none is a lead's.
        let has_rows_without = named.iter().all(|column| column.filled < column.rows);
        match (only_named, names_a_person) {
            (true, true) => Self::Deals,
            (true, false) if came_in == 2 && key.is_some() => {
                if has_rows_without {
                    Self::Deals
                } else if tells_deals_apart(columns) {
                    Self::Nothing
                } else {
                    Self::InDoubt
                }
            }
            (false, true) if came_in == 2 && bare.len() <= named.len() => Self::InDoubt,
            _ => Self::Nothing,
        }
    }
}

/// "Opportunity Amount", "Deal: Stage", "Phase der Verkaufschance".
fn speaks_of_a_deal(header: &str) -> bool {
    words(header)
        .iter()
        .any(|word| prefix(word) == Some(HeaderPrefix::Deal))
}

fn is_id_of_the_lead(header: &str) -> bool {
    let heard = words(header);
    let first = heard.first().and_then(|first| prefix(first));
    matches!(first, Some(HeaderPrefix::Lead | HeaderPrefix::Person))
}

/// Whether each row names a deal of its own.
fn tells_deals_apart(columns: &[ColumnSeen]) -> bool {
    columns.iter().any(|column| {
        let heard = words(&column.name);
        let names_one = matches!(
            heard.last().map(String::as_str),
            Some("id" | "number" | "key" | "nummer" | "name")
        ) || heard.len() == 1;
        names_one
            && speaks_of_a_deal(&column.name)
            && !column.is_empty()
            && column.filled == column.rows
            && column.tells_rows_apart()
    })
}
