//! The product itself, room by room: the plan, the definition of a qualified lead, the leads. What every room stands on is
//! the ground floor (`lockstep_workspace`); how exported files are recognised stands apart (`lockstep_recognition`).

#[cfg(test)]
mod clause_tests;
pub mod definition;
pub mod house;
pub mod ids;
pub mod leads;
pub(crate) mod median;
pub mod plan;
pub mod scorecard;

pub(crate) use lockstep_text as plain;

pub use house::{create, open, restore, rooms};
pub use lockstep_workspace::{
    Action, Backup, BackupKind, CheckReport, Environment, Error, ErrorCode, FileTrouble, FixedEnvironment,
    Founder, Founding, MachineEnvironment, Query, Rehearsal, Result, Snapshot, SystemEnvironment, Workspace,
    Zone, agreements, bounds, calendar, company, context, derived, dispatch, environment, error, journal,
    list_items, people, rooms, rows, search, units, waiting, words, zone,
};
