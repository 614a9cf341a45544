//! The rules of the definition, pure: what a fact says to a test, what the verdict is, how it all reads aloud, and what is
//! missing before it can be proposed.

pub mod completeness;
pub mod facts;
pub mod measuring;
pub mod reading;
pub mod verdict;
pub mod working_days;
