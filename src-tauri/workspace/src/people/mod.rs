//! People: everybody belongs to one side, and every change and every signature carries a name.

mod actions;
mod queries;

pub use actions::{AddPerson, EditPerson, RemovePerson, SetCurrentUser, check};
pub use queries::{People, PeopleView};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{context::ReadContext, error::Result, ids::PersonId};

/// The side a person stands for. What is agreed needs Sales and Marketing; Leadership may witness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The sales side.
    Sales,
    /// The marketing side.
    Marketing,
    /// The company's leadership, which leans to neither side.
    Leadership,
}

impl Side {
    /// The two sides that agree.
    pub const BOTH: [Self; 2] = [Self::Sales, Self::Marketing];

    /// Returns the side's name as it stands on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sales => "Sales",
            Self::Marketing => "Marketing",
            Self::Leadership => "Leadership",
        }
    }

    /// Returns the side's name as it stands in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Marketing => "marketing",
            Self::Leadership => "leadership",
        }
    }
}

/// Returns whether whoever is at the keyboard may speak for a side: their own, or either one where one person does both jobs.
/// Leadership speaks for neither.
///
/// # Errors
/// `Damaged` when the company's settings cannot be read.
pub fn may_speak_for(reader: &ReadContext, side: Side) -> Result<bool> {
    Ok(match reader.side() {
        Some(Side::Leadership) | None => false,
        Some(own) => own == side || reader.company()?.one_person_does_both,
    })
}

/// A person who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Names the person.
    pub id: PersonId,
    /// The place in the list, as a fractional rank.
    pub rank: String,
    /// The full name.
    pub name: String,
    /// The role, "VP Sales".
    pub role: String,
    /// The side to which the person belongs: sales, marketing or leadership.
    pub side: Side,
    /// Whether the person has left; what they signed and own stays readable.
    pub has_left: bool,
}

crate::rows::row!(Person, "person", id: PersonId, flags: ["has_left"]);
