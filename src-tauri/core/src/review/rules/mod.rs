//! What is worked out for a review. Pure: the numbers come in plain.

pub mod forecast;
pub mod pace;
pub mod votes;
