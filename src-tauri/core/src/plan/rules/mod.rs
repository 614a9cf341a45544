//! The rules of the plan, pure: what its numbers can be, splits that always add up, the reverse funnel, last year's
//! figures and season, what is missing.

pub mod checks;
pub mod completeness;
pub mod funnel;
pub mod last_year;
pub mod season;
pub mod split;
