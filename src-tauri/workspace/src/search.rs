//! Finding things by their words, for the command palette.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    context::{Query, ReadContext},
    error::Result,
    rooms::SearchText,
};

/// So many things are found at most in each room: the best. A room may leave out those behind them.
pub const MOST: usize = 30;

/// Finds everything in the file that has a name, by a part of it, whatever its capitals and accents.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// The words to look for.
    pub text: String,
}

/// Something that was found, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SearchHit")]
pub struct Hit {
    /// The room in which it stands: `plan`.
    pub room: String,
    /// What kind of thing it is: "Goal".
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Where it stands, in words: "plan FY27"; empty where there is only one place.
    pub place: String,
    /// The part of the room in which it stands, as the room's page has it.
    pub section: String,
    /// The fiscal year, where it stands in one.
    pub year: Option<i32>,
    /// Names it.
    pub id: String,
    /// How well its name matches, as [`SearchText::rank`] says; [`SearchText::INSIDE`] where only what stands in it does.
    pub rank: u8,
}

impl Query for Search {
    type Answer = Vec<Hit>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Hit>> {
        let Some(sought) = SearchText::of(&self.text) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for search in reader.rooms().iter().filter_map(|room| room.search) {
            let mut hits = search(reader, &sought)?;
            // Equals stay in the order in which the room has them.
            hits.sort_by_key(|hit| hit.rank);
            hits.truncate(MOST);
            found.extend(hits);
        }
        Ok(found)
    }
}
