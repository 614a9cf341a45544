//! What is asked for is answered within the agreed days: it stands among the promises of both sides, with every request behind it.

use chrono::NaiveDate;
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Side,
    promises::{PromiseCase, RoomPromise},
    rows,
};

use super::CollateralRequest;
use crate::collateral::{
    room::NAME,
    settings::{calendar_days, settings},
};

/// Returns the promise with the requests that were asked between two days; none where nobody ever asked for anything, because
/// what nobody uses is no promise.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(in crate::collateral) fn promises(
    reader: &ReadContext,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<RoomPromise>> {
    let mut requests: Vec<CollateralRequest> = rows::all(reader, "ORDER BY created_at, id", [])?;
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    requests.retain(|asks| {
        from.is_none_or(|from| from <= asks.asked_on) && to.is_none_or(|to| asks.asked_on <= to)
    });
    let (within, today) = (settings(reader)?.answer_within_days, reader.today());
    let mut cases: Vec<PromiseCase> = requests
        .into_iter()
        .map(|asks| PromiseCase {
            words: asks.briefly().trim_end_matches('.').to_owned(),
            fared: asks.fares(today),
            due_on: asks.held_to(),
            done_on: asks.closed_on,
            id: asks.id.0,
        })
        .collect();
    // What is owed longest comes first; what was done comes last.
    cases.sort_by_key(|case| (case.fared, case.due_on));
    let days = calendar_days(within);
    Ok(vec![RoomPromise {
        room: NAME.into(),
        side: Side::Marketing,
        name: "Requests answered".into(),
        sentence: format!(
            "Marketing answers a request for collateral within {days}, or the days that held when it was asked, \
             and delivers by the day it promised"
        ),
        counted: "requests".into(),
        without_cases: "Nothing was requested in this time.".into(),
        cases,
    }])
}
