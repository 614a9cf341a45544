//! Leads: what a CRM exported, in our terms. This part only recognises and proposes: which kind of record a file holds,
//! which column is which field, what its values mean, which spellings belong together. It keeps nothing and asks nothing
//! of a file or a screen; a person looks at every guess and can change it.

pub mod fields;
mod plain;
pub mod proposals;
pub mod recognition;
pub mod spellings;
pub mod terms;
mod vocabulary;

pub use fields::{Field, FieldEntry, Fits, fields};
pub use terms::{Acceptance, LeadStage, Outcome, Reason, RecordKind, Term, TermList};
