//! The dates of reviews, and of what is to be done after them, as they go into a calendar.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    words::capitalised,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review,
    agenda::{self, planned_minutes},
    carrying::in_order,
    queries::{line, open_actions},
};

/// Lists the dates of the reviews that are not closed, and of the actions that are not done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewDates {}

/// What falls on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewDate {
    /// Names it for good, in this workspace and no other.
    pub id: String,
    /// Its day.
    pub day: NaiveDate,
    /// When it begins, where a time was said; else it takes the whole day.
    pub begins: Option<DateTime<Utc>>,
    /// How many minutes it takes, where it has a time.
    pub minutes: i64,
    /// What it is called.
    pub title: String,
    /// What else is to be said.
    pub note: String,
    /// When it was planned or agreed.
    pub since: DateTime<Utc>,
    /// How often it was changed since: of two files with the same date, the one with more changes is the later.
    pub changes: i64,
    /// Whether it takes the day, as a meeting does; an action only falls due on it.
    pub is_meeting: bool,
}

impl Query for ReviewDates {
    type Answer = Vec<ReviewDate>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<ReviewDate>> {
        let workspace = reader.workspace_id()?;
        let company = reader.company()?.name;
        let changes = |table: &str, row: &str| {
            reader.count(
                "SELECT count(*) FROM journal_row WHERE table_name = ?1 AND row_id = ?2 AND before IS NOT NULL",
                [table, row],
            )
        };
        let ordered = in_order(reader)?;
        let mut dates = Vec::new();
        for (period, review) in ordered.iter().filter(|(_, review)| review.closed_at.is_none()) {
            let line = line(reader, *period, review)?;
            dates.push(ReviewDate {
                id: format!("review-{}-{workspace}", review.id),
                day: review.held_on,
                begins: review
                    .starts_at
                    .map(|time| reader.zone().instant(review.held_on.and_time(time))),
                minutes: match review.starts_at {
                    Some(_) => planned_minutes(reader, review)?,
                    None => 0,
                },
                title: format!("{}, {company}", capitalised(&line.called)),
                note: "Both sides look at the period together. Each writes its notes beforehand.".into(),
                since: review.created_at,
                changes: changes("review", review.id.as_str())? + agenda_changes(reader, review)?,
                is_meeting: true,
            });
        }
        for line in open_actions(reader, &ordered)? {
            let Some(day) = line.action.due else { continue };
            dates.push(ReviewDate {
                id: format!("action-{}-{workspace}", line.action.id),
                day,
                begins: None,
                minutes: 0,
                title: match &line.owner {
                    Some(owner) => format!("{} ({owner})", line.action.name),
                    None => line.action.name.clone(),
                },
                note: format!("Agreed in the review of {}.", line.agreed_in),
                since: line.action.agreed_on.and_time(NaiveTime::MIN).and_utc(),
                changes: changes("review_action", line.action.id.as_str())?,
                is_meeting: false,
            });
        }
        dates.sort_by_key(|date| (date.day, !date.is_meeting, date.id.clone()));
        Ok(dates)
    }
}

/// Returns how often the agenda of a review was changed: a longer meeting ends later.
fn agenda_changes(reader: &ReadContext, review: &Review) -> Result<i64> {
    let mut changes = 0;
    for item in agenda::items(reader, &review.id)? {
        changes += reader.count(
            "SELECT count(*) FROM journal_row WHERE table_name = 'review_agenda_item' AND row_id = ?1",
            [item.id.as_str()],
        )?;
    }
    Ok(changes)
}
