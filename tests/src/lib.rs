//! Helpers of the tests: a story told through the table of commands, and the real window driven as a person would.

pub mod fuzzing;
pub mod leads;
pub mod processes;
pub mod story;
pub mod window;

/// What a test or a helper gives back; a failure says what was waited for and what was there instead.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
