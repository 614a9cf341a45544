//! Finding things by their words, for the command palette.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    change::{Query, ReadContext},
    error::{Error, Result},
    leads::plain,
    plan::Section,
};

/// So many things are found at most.
const MOST: usize = 30;

/// Finds goals, initiatives, duties, risks, segments, accounts, decisions and actions by a part of their name, whatever its
/// capitals and accents.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// The words to look for.
    pub text: String,
}

/// Something that was found, and where it stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Found {
    /// What kind of thing it is: "Goal".
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The fiscal year of the plan in which it stands.
    pub year: i32,
    /// The section of the plan.
    pub section: Section,
    /// The line.
    pub line: String,
}

impl Query for Search {
    type Answer = Vec<Found>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Found>> {
        let text = plain(self.text.trim());
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = reader.db().prepare_cached(
            "WITH thing (kind, section, id, plan, name) AS (
               SELECT 'Goal', 'goals', id, plan, name FROM goal
               UNION ALL SELECT 'Initiative', 'initiatives', id, plan, name FROM initiative
               UNION ALL SELECT 'Who does what', 'who_does_what', id, plan, name FROM duty
               UNION ALL SELECT iif(kind = 'risk', 'Risk', 'Assumption'), 'risks', id, plan, name FROM risk
               UNION ALL SELECT 'Segment', 'focus', id, plan, name FROM segment
               UNION ALL SELECT 'Target account', 'focus', id, plan, name FROM target_account
               UNION ALL SELECT 'Will not do', 'focus', id, plan, name FROM not_doing
               UNION ALL SELECT 'Decision', section, id, plan, name FROM decision
               UNION ALL SELECT 'Action', section, id, plan, name FROM todo
               UNION ALL SELECT 'Parked', section, id, plan, name FROM parked_item)
             SELECT json_object('kind', thing.kind, 'name', thing.name, 'year', plan.year,
                                'section', thing.section, 'line', thing.id), thing.name
             FROM thing JOIN plan ON plan.id = thing.plan
             ORDER BY plan.year DESC, thing.kind, thing.name",
        )?;
        // SQLite knows capitals and small letters of ASCII only.
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while found.len() < MOST
            && let Some(row) = rows.next()?
        {
            if !plain(&row.get::<_, String>(1)?).contains(&text) {
                continue;
            }
            let json: String = row.get(0)?;
            found.push(
                serde_json::from_str(&json)
                    .map_err(|error| Error::damaged(format!("A line cannot be read: {error}.")))?,
            );
        }
        Ok(found)
    }
}
