//! The costs that earlier files told, with the periods that they are for.

use std::collections::HashMap;

use super::periods::{Period, attributes_of};
use lockstep_workspace::{context::Transaction, error::Result};

/// A cost as it stands in the table.
#[derive(Debug)]
pub(super) struct KnownCost {
    /// Source and campaign, in small letters.
    pub key: [Option<String>; 2],
    /// The day on which it is booked.
    pub booked: Option<String>,
    /// The days that it is for.
    pub period: Option<Period>,
    /// How much it is.
    pub spend: Option<i64>,
    /// Its row.
    pub place: i64,
}

/// Reads all of them. Before months were kept with their last day, only the first stood there: where all days of an import are
/// the first of a month, they are months.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn read(change: &Transaction) -> Result<Vec<KnownCost>> {
    let mut statement = change.db().prepare(
        "SELECT rowid, import, source, campaign, month, attributes, spend FROM cost ORDER BY rowid",
    )?;
    let mut rows = statement.query([])?;
    let (mut known, mut of_months) = (Vec::new(), HashMap::new());
    while let Some(row) = rows.next()? {
        let lower = |text: Option<String>| text.map(|text| text.to_lowercase());
        let import: String = row.get(1)?;
        let booked: Option<String> = row.get(4)?;
        let attributes: String = row.get(5)?;
        let period = Period::of(booked.as_deref(), &attributes_of(&attributes)?);
        let is_first = period.is_none_or(Period::may_be_a_month);
        *of_months.entry(import.clone()).or_insert(true) &= is_first;
        let cost = KnownCost {
            key: [lower(row.get(2)?), lower(row.get(3)?)],
            booked,
            period,
            spend: row.get(6)?,
            place: row.get(0)?,
        };
        known.push((import, cost));
    }
    let whole = |(import, mut cost): (String, KnownCost)| {
        if of_months.get(&import) == Some(&true) {
            cost.period = cost.period.map(Period::as_a_month);
        }
        cost
    };
    Ok(known.into_iter().map(whole).collect())
}
