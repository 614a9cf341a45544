//! Reading in a child process: a second run of our own program with limits of its own. Whatever a file does to it, the
//! program that people work in goes on.
//!
//! A program that reads this way begins its `main` with [`serve_if_asked`]:
//! ```no_run
//! if let Some(code) = lockstep_documents::child::serve_if_asked() {
//!     std::process::exit(code);
//! }
//! ```

mod reader;
mod serve;
mod wire;

pub use lockstep_intake::child::Bounds;
pub use reader::Reader;
pub use serve::serve_if_asked;

/// The first argument of a program that is started to read collateral for another.
pub const ARGUMENT: &str = "--documents";
