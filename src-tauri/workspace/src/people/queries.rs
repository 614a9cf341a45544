//! What screens ask about people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Person;
use crate::{
    context::{Query, ReadContext},
    error::Result,
    ids::PersonId,
    rows,
};

/// Lists the people by their place in the list, and who is at the keyboard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct People {}

/// The people, and who is at the keyboard.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PeopleView {
    /// Everybody.
    pub people: Vec<Person>,
    /// Who is at the keyboard, if somebody said so.
    pub here: Option<PersonId>,
}

impl Query for People {
    type Answer = PeopleView;

    fn answer(self, reader: &ReadContext) -> Result<PeopleView> {
        Ok(PeopleView {
            people: rows::all(reader, "ORDER BY rank, id", [])?,
            here: reader.actor().map(|person| person.id.clone()),
        })
    }
}
