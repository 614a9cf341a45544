//! What was agreed to be done in reviews stands among the promises of both sides, each with every action behind it.

use chrono::NaiveDate;
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Side,
    promises::{Fared, PromiseCase, RoomPromise},
    rows,
};

use super::{ReviewAction, carrying::ActionState, room::NAME};

/// Returns the promises of both sides with the actions that were agreed between two days, in closed reviews; none where nothing was
/// ever agreed. An action stands with the side that took it on.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn promises(
    reader: &ReadContext,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<RoomPromise>> {
    let all: Vec<ReviewAction> = rows::all(
        reader,
        "WHERE review IN (SELECT id FROM review WHERE closed_at IS NOT NULL) ORDER BY agreed_on, id",
        [],
    )?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let today = reader.today();
    let within = |action: &&ReviewAction| {
        from.is_none_or(|from| from <= action.agreed_on) && to.is_none_or(|to| action.agreed_on <= to)
    };
    Ok([Side::Marketing, Side::Sales]
        .into_iter()
        .map(|side| {
            let theirs = all
                .iter()
                .filter(within)
                .filter(|action| action.side == Some(side));
            let mut cases: Vec<PromiseCase> = theirs
                .map(|action| PromiseCase {
                    id: action.id.0.clone(),
                    words: action.name.clone(),
                    fared: match action.state(today) {
                        ActionState::Overdue => Fared::Overdue,
                        ActionState::Open => Fared::NotYetDue,
                        ActionState::Done => Fared::OnTime,
                        ActionState::DoneLate => Fared::Late,
                    },
                    due_on: action.due_first.or(action.due),
                    done_on: action.done_on,
                })
                .collect();
            cases.sort_by_key(|case| (case.fared, case.due_on));
            RoomPromise {
                room: NAME.into(),
                side,
                name: "Actions from reviews".into(),
                sentence: format!(
                    "{} does what was agreed in a review by the day that was agreed",
                    side.name()
                ),
                counted: "actions".into(),
                without_cases: "Nothing was agreed in this time.".into(),
                cases,
            }
        })
        .collect())
}
