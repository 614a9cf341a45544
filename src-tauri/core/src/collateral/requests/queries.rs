//! What screens ask of requests.

use std::collections::HashSet;

use chrono::NaiveDate;
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    promises::Fared,
    rows,
};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CollateralRequest, RequestKind, RequestState};
use crate::{collateral::settings::settings, ids::PieceId};

/// Lists what is asked for: what is owed first, the longest overdue at the top; then what was answered, the latest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ListRequests {
    /// Only what is about this piece.
    #[ts(optional)]
    pub piece: Option<PieceId>,
}

/// A request as it stands in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestLine {
    /// The request.
    pub request: CollateralRequest,
    /// Where it stands.
    pub state: RequestState,
    /// How many days ago it was asked.
    pub age_days: i64,
    /// The day by which the next answer is owed.
    pub due_on: Option<NaiveDate>,
    /// Whether that day has passed.
    pub is_late: bool,
    /// What the piece is called that it is about.
    pub piece_title: Option<String>,
    /// What the piece is called that answers it.
    pub answer_title: Option<String>,
}

/// How requests were answered: on time where the first answer came within the agreed days and, where a day was promised, the
/// piece by that day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct RequestsKept {
    /// Answered on time.
    pub on_time: usize,
    /// Answered late.
    pub late: usize,
    /// Past the day by which an answer is owed.
    pub overdue: usize,
    /// The day by which an answer is owed has not come yet.
    pub not_yet_due: usize,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestList {
    /// The requests.
    pub requests: Vec<RequestLine>,
    /// How they were answered.
    pub kept: RequestsKept,
    /// Within how many days what is asked for from now on is answered.
    pub answer_within_days: i64,
}

impl Query for ListRequests {
    type Answer = RequestList;

    fn answer(self, reader: &ReadContext) -> Result<RequestList> {
        let today = reader.today();
        let mut requests: Vec<CollateralRequest> =
            rows::all(reader, "ORDER BY created_at DESC, id DESC", [])?;
        requests.retain(|asks| self.piece.is_none() || asks.piece == self.piece);
        let mut title = reader
            .db()
            .prepare_cached("SELECT title FROM piece WHERE id = ?1")?;
        let mut title_of = |piece: &Option<PieceId>| -> Result<Option<String>> {
            match piece {
                Some(piece) => Ok(title.query_row([piece], |row| row.get(0)).optional()?),
                None => Ok(None),
            }
        };
        let mut lines = requests
            .into_iter()
            .map(|asks| {
                let due_on = asks.due_on();
                Ok(RequestLine {
                    state: asks.state(),
                    age_days: (today - asks.asked_on).num_days(),
                    is_late: asks.fares(today) == Fared::Overdue,
                    due_on,
                    piece_title: title_of(&asks.piece)?,
                    answer_title: title_of(&asks.answer)?,
                    request: asks,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        lines.sort_by_key(|line| (line.due_on.is_none(), line.due_on));
        Ok(RequestList {
            kept: kept(&lines, today),
            requests: lines,
            answer_within_days: settings(reader)?.answer_within_days,
        })
    }
}

fn kept(lines: &[RequestLine], today: NaiveDate) -> RequestsKept {
    let mut kept = RequestsKept::default();
    for line in lines {
        *match line.request.fares(today) {
            Fared::OnTime => &mut kept.on_time,
            Fared::Late => &mut kept.late,
            Fared::Overdue => &mut kept.overdue,
            Fared::NotYetDue => &mut kept.not_yet_due,
        } += 1;
    }
    kept
}

/// Returns the pieces of which something is said that nobody has answered with a piece or a no.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(in crate::collateral) fn open_of_kind(
    reader: &ReadContext,
    kind: RequestKind,
) -> Result<HashSet<PieceId>> {
    let requests: Vec<CollateralRequest> = rows::all(reader, "WHERE piece IS NOT NULL", [])?;
    Ok(requests
        .into_iter()
        .filter(|asks| asks.kind == kind && asks.state().is_owed())
        .filter_map(|asks| asks.piece)
        .collect())
}
