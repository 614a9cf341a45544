//! What is done with people: add, change, remove, and say who is at the keyboard.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Person, Side};
use crate::{
    agreements::queries as agreements,
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    ids::PersonId,
    rank, references,
    rows::{self, Patch, Row},
};

/// Checks that a person can be told from others.
///
/// # Errors
/// `Invalid` when the name is missing.
pub fn check(person: &Person) -> Result<()> {
    if person.name.trim().is_empty() {
        return Err(Error::invalid("name", "A person needs a name."));
    }
    Ok(())
}

/// Adds a person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPerson {
    /// The full name.
    pub name: String,
    /// The role, "VP Sales"; empty where nobody says it.
    #[serde(default)]
    pub role: String,
    /// The side to which the person belongs: sales, marketing or leadership.
    pub side: Side,
}

impl Action for AddPerson {
    type Outcome = Person;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Add {} ({})", self.name.trim(), self.side.name()))
    }

    fn apply(self, change: &mut Transaction) -> Result<Person> {
        let last: Option<String> = change
            .db()
            .query_row("SELECT max(rank) FROM person", [], |row| row.get(0))?;
        let person = Person {
            id: change.new_id(),
            rank: rank::after(last.as_deref())?,
            name: self.name.trim().into(),
            role: self.role.trim().into(),
            side: self.side,
            has_left: false,
        };
        check(&person)?;
        rows::insert(change, &person)?;
        Ok(person)
    }
}

/// Changes a person's name, role or side, or says that they have left.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPerson {
    /// The person.
    pub id: PersonId,
    /// What changes.
    pub change: Patch<Person>,
}

impl Action for EditPerson {
    type Outcome = Person;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let person: Person = rows::get(reader, &self.id, "This person")?;
        Ok(format!("Change {}", person.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<Person> {
        let before: Person = rows::get(change, &self.id, "This person")?;
        let mut after = self.change.apply(&before)?;
        after.name = after.name.trim().into();
        after.role = after.role.trim().into();
        check(&after)?;
        if after.has_left && !before.has_left {
            must_not_be_here(change, &before)?;
        }
        if after.side != before.side {
            let waiting = agreements::waiting(change)?;
            let mut signed = waiting.iter().flat_map(|version| &version.signatures);
            if signed.any(|signature| signature.person == self.id) {
                return Err(Error::refused(format!(
                    "{} has signed a proposal for {} that still waits for the other side.",
                    before.name,
                    before.side.name()
                ))
                .hint("Change the side once that proposal is in force or withdrawn."));
            }
        }
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Refuses to let somebody go who is at the keyboard: what is done next would carry their name.
fn must_not_be_here(reader: &ReadContext, person: &Person) -> Result<()> {
    if reader.actor().is_some_and(|actor| actor.id == person.id) {
        return Err(Error::refused(format!("{} is at the keyboard.", person.name))
            .hint("Choose somebody else at the top of the window first."));
    }
    Ok(())
}

/// Removes a person whom nothing in the workspace names.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePerson {
    /// The person.
    pub id: PersonId,
}

impl Action for RemovePerson {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let person: Person = rows::get(reader, &self.id, "This person")?;
        Ok(format!("Remove {}", person.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let person: Person = rows::get(change, &self.id, "This person")?;
        must_not_be_here(change, &person)?;
        if let Some(held) = references::to_row(change, Person::TABLE, person.id.as_str())? {
            return Err(Error::refused(format!(
                "{} is named in {held}, and that stays readable.",
                person.name
            ))
            .hint("Mark the person as having left instead."));
        }
        rows::delete::<Person>(change, &self.id)
    }
}

/// Says who is at the keyboard; every change from then on carries that name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCurrentUser {
    /// Who sits there.
    pub person: PersonId,
}

impl Action for SetCurrentUser {
    type Outcome = Person;
    const UNDO: UndoPolicy = UndoPolicy::Untracked;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(String::new())
    }

    fn apply(self, change: &mut Transaction) -> Result<Person> {
        let person: Person = rows::get(change, &self.person, "This person")?;
        if person.has_left {
            return Err(
                Error::refused(format!("{} has left.", person.name)).hint("Choose somebody who takes part.")
            );
        }
        change
            .db()
            .execute("UPDATE keyboard SET person = ?1", [&person.id])?;
        Ok(person)
    }
}
