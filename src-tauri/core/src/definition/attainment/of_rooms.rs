//! The promises that rooms add to those of the definition, counted in the same way.

use chrono::NaiveDate;
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Side,
    promises::{Fared, PromiseCase, RoomPromise},
};
use serde::Serialize;
use ts_rs::TS;

use crate::leads::rules::Rate;

/// How a promise was kept that a room makes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PromiseOfRoom {
    /// The room in which the cases stand.
    pub room: String,
    /// Whose promise it is.
    pub side: Side,
    /// What it is called.
    pub name: String,
    /// It as a sentence.
    pub sentence: String,
    /// What is counted: "requests".
    pub counted: String,
    /// On time.
    pub on_time: i64,
    /// Done, but late.
    pub late: i64,
    /// Due, and not done.
    pub overdue: i64,
    /// Not due yet; left out of the rate.
    pub not_yet_due: i64,
    /// On time ÷ (on time + late + overdue).
    pub kept: Rate,
    /// Why nothing can be said; nothing where something can.
    pub why_not: Option<String>,
    /// Every case that is counted, what is owed longest first.
    pub cases: Vec<PromiseCase>,
}

/// Returns what rooms promise, with the cases that began in a period.
///
/// # Errors
/// What a room's own reading fails with.
pub(in crate::definition) fn of_rooms(
    reader: &ReadContext,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<PromiseOfRoom>> {
    let mut all = Vec::new();
    for promises in reader.rooms().iter().filter_map(|room| room.promises) {
        all.extend(promises(reader, from, to)?.into_iter().map(counted));
    }
    Ok(all)
}

fn counted(promise: RoomPromise) -> PromiseOfRoom {
    let count = |fared: Fared| {
        let cases = promise.cases.iter().filter(|case| case.fared == fared);
        i64::try_from(cases.count()).unwrap_or(i64::MAX)
    };
    let (on_time, late, overdue) = (count(Fared::OnTime), count(Fared::Late), count(Fared::Overdue));
    let not_yet_due = count(Fared::NotYetDue);
    let kept = Rate::of(on_time, on_time + late + overdue);
    PromiseOfRoom {
        why_not: (kept.n == 0).then(|| match not_yet_due {
            0 => promise.without_cases,
            _ => "Nothing is due yet.".into(),
        }),
        room: promise.room,
        side: promise.side,
        name: promise.name,
        sentence: promise.sentence,
        counted: promise.counted,
        on_time,
        late,
        overdue,
        not_yet_due,
        kept,
        cases: promise.cases,
    }
}
