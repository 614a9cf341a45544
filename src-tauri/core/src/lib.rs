//! The product itself, room by room: the plan, the definition of a qualified lead, the leads, the buyers, the collateral. What every
//! room stands on is the ground floor (`lockstep_workspace`); how exported files are recognised stands apart
//! (`lockstep_recognition`).

pub mod buyers;
#[cfg(test)]
mod clause_tests;
pub mod collateral;
pub mod definition;
pub mod house;
pub mod ids;
pub mod leads;
pub(crate) mod median;
pub mod plan;
pub mod review;
pub mod scorecard;
pub mod walk_through;

pub use house::{create, open, restore, rooms};
