//! Helpers of the tests.

pub mod story;
