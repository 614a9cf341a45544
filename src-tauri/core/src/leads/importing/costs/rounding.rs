//! Amounts with more decimals than the currency has: what each leaves over goes on to the next, so that a month's sum is right.

use rusqlite::types::Value as Sql;

use crate::leads::importing::record::Record;
use lockstep_workspace::{bounds, error::Result};

/// Rounds the costs of each source and month together.
///
/// # Errors
/// When one is beyond what can be counted.
pub(super) fn round(costs: &mut [(u64, Record)], digits: u32) -> Result<()> {
    let of = |record: &Record| {
        let source = record.text("source").map(str::to_lowercase);
        let month = record.text("month").and_then(|day| day.get(..7));
        (source, month.map(str::to_owned))
    };
    costs.sort_by_cached_key(|(row, record)| {
        let campaign = record.text("campaign").map(str::to_lowercase);
        (
            of(record),
            campaign,
            record.text("month").map(str::to_owned),
            *row,
        )
    });
    let unit = 1_000_000 / 10_i128.pow(digits.min(6));
    let (mut group, mut sum) = (None, 0_i128);
    for (_, record) in costs {
        let of = of(record);
        if group.as_ref() != Some(&of) {
            (group, sum) = (Some(of), 0);
        }
        let Some(exact) = record.exact else { continue };
        let until = sum.saturating_add(exact);
        let minor = i64::try_from(rounded(until, unit) - rounded(sum, unit)).unwrap_or(i64::MAX);
        sum = until;
        let known = ["source", "campaign", "month"].iter();
        let names: Vec<&str> = known.filter_map(|column| record.text(column)).collect();
        let what = format!("The costs of “{}”", names.join(", "));
        let minor = bounds::money_total(&what, [minor])?;
        record.set("spend", Sql::Integer(minor));
    }
    Ok(())
}

/// Rounds half away from zero.
fn rounded(millionths: i128, unit: i128) -> i128 {
    (millionths + millionths.signum() * (unit / 2)) / unit
}
