//! The rules of the plan, pure: splits that always add up, the reverse funnel, last year's figures, what is missing.

pub mod completeness;
pub mod funnel;
pub mod last_year;
pub mod split;
