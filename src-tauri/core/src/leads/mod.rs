//! Leads: what a CRM exported, in our terms. An exported file is recognised (which kind of record it holds, which column is
//! which field, what its values mean), taken in as a person chose, and can be taken back. What was taken in is told as a
//! ledger, lead by lead, and as a funnel.

pub mod actions;
pub(crate) mod activity;
pub mod aliases;
pub mod choices;
pub mod columns;
mod counting;
mod coverage;
pub mod data_cleaning;
mod dimension;
mod filter;
pub mod funnel;
mod funnel_words;
pub mod importing;
mod initiatives;
pub mod ledger;
pub mod marketing;
pub(crate) mod parts;
pub(crate) mod period;
pub(crate) mod period_numbers;
pub mod reverting;
pub mod room;
pub mod rules;
pub mod tables;
pub mod verdicts;
pub mod views;
mod worksheet;
pub mod year;

pub use lockstep_recognition::{
    self as recognition, Acceptance, Field, FieldEntry, Fits, LeadStage, Outcome, Reason, RecordKind, Term,
    TermList, fields, proposals, terms,
};
