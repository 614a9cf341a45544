//! What is done with people: add, change, remove, and say who is at the keyboard.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Person, Side};
use crate::{
    change::{Action, Change, Kept, Reader},
    error::{Error, Result},
    ids::PersonId,
    rank,
    rows::{self, Patch},
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
    /// The role.
    #[serde(default)]
    pub role: String,
    /// The side.
    pub side: Side,
}

impl Action for AddPerson {
    type Outcome = Person;

    fn summary(&self, _: &Reader) -> Result<String> {
        Ok(format!("Add {} ({})", self.name.trim(), self.side.name()))
    }

    fn apply(self, change: &mut Change) -> Result<Person> {
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

    fn summary(&self, reader: &Reader) -> Result<String> {
        let person: Person = rows::get(reader, &self.id, "This person")?;
        Ok(format!("Change {}", person.name))
    }

    fn apply(self, change: &mut Change) -> Result<Person> {
        let before: Person = rows::get(change, &self.id, "This person")?;
        let after = self.change.apply(&before)?;
        check(&after)?;
        if after.side != before.side {
            let open = change.count(
                "SELECT count(*) FROM signature s JOIN agreement a ON a.id = s.agreement
                 WHERE s.person = ?1 AND a.withdrawn_at IS NULL
                   AND (SELECT count(DISTINCT side) FROM signature o
                        WHERE o.agreement = a.id AND o.side <> 'leadership') < 2",
                [&self.id],
            )?;
            if open > 0 {
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

/// Removes a person who owns nothing and has signed nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePerson {
    /// The person.
    pub id: PersonId,
}

impl Action for RemovePerson {
    type Outcome = ();

    fn summary(&self, reader: &Reader) -> Result<String> {
        let person: Person = rows::get(reader, &self.id, "This person")?;
        Ok(format!("Remove {}", person.name))
    }

    fn apply(self, change: &mut Change) -> Result<()> {
        let person: Person = rows::get(change, &self.id, "This person")?;
        if change.actor().is_some_and(|actor| actor.id == self.id) {
            return Err(Error::refused(format!("{} is at the keyboard.", person.name))
                .hint("Choose somebody else at the top of the window first."));
        }
        let used = change.count(
            "SELECT (SELECT count(*) FROM goal WHERE sales_owner = ?1 OR marketing_owner = ?1)
                  + (SELECT count(*) FROM initiative WHERE owner = ?1)
                  + (SELECT count(*) FROM duty WHERE sales_owner = ?1 OR marketing_owner = ?1)
                  + (SELECT count(*) FROM risk WHERE owner = ?1)
                  + (SELECT count(*) FROM todo WHERE owner = ?1)
                  + (SELECT count(*) FROM agreement WHERE proposed_by = ?1 OR withdrawn_by = ?1)
                  + (SELECT count(*) FROM signature WHERE person = ?1)",
            [&self.id],
        )?;
        if used > 0 {
            return Err(Error::refused(format!(
                "{} owns or has signed something, and that stays readable.",
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
pub struct SitDown {
    /// The person.
    pub person: PersonId,
}

impl Action for SitDown {
    type Outcome = Person;
    const KEPT: Kept = Kept::Unrecorded;

    fn summary(&self, _: &Reader) -> Result<String> {
        Ok(String::new())
    }

    fn apply(self, change: &mut Change) -> Result<Person> {
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
