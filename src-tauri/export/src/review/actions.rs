//! What is to be done, as a table for any spreadsheet: what the review agreed, and what came back to it.

use lockstep_core::review::carrying::ActionLine;
use lockstep_workspace::{Result, people::Side};

use super::sheet::Review;
use crate::{
    options::Options,
    tables::{csv, safe},
};

/// Returns the actions as CSV, those of the review first. Days stand as 2027-03-31.
///
/// # Errors
/// `Internal` when a line cannot be written.
pub fn actions_csv(review: Review, options: &Options) -> Result<Vec<u8>> {
    let header = [
        "Action",
        "Who",
        "Side",
        "Agreed in",
        "Agreed on",
        "Due",
        "First due",
        "Done on",
        "How it stands",
    ]
    .map(String::from);
    let sheet = review.sheet(options);
    let own = review.view.actions.iter().zip(&sheet.actions);
    let back = review.view.worksheet.last_time.actions.iter();
    let said_back = sheet.last_time.iter().flat_map(|last| &last.actions);
    let all = own.chain(back.zip(said_back));
    csv(
        &header,
        all.map(|(line, said)| {
            let ActionLine { action, side, .. } = line;
            let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            vec![
                safe(&action.name),
                safe(
                    said.owner
                        .as_ref()
                        .map(|owner| owner.name.as_str())
                        .unwrap_or_default(),
                ),
                side.map(Side::name).unwrap_or_default().to_owned(),
                line.agreed_in.clone(),
                action.agreed_on.to_string(),
                day(action.due),
                day(action.due_first),
                day(action.done_on),
                said.state.to_owned(),
            ]
        }),
    )
}
