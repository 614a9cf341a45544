//! Reading in a child process: a second run of our own program with limits of its own. Whatever a file does to it, the
//! program that people work in goes on.
//!
//! A program that reads this way begins its `main` with [`serve_if_asked`]:
//! ```no_run
//! if let Some(code) = lockstep_intake::child::serve_if_asked() {
//!     std::process::exit(code);
//! }
//! ```

mod bounds;
mod process;
mod running;
mod serve;
mod wire;

use std::path::Path;

pub use bounds::{Bounds, bind_this_process};
pub use process::{Ending, Process};
pub use serve::serve_if_asked;

use self::running::Running;
use self::wire::{Batch, Message, Opened, What};
use crate::records::{HowRead, Reading, Row, Rows};
use crate::survey::Survey;
use crate::trouble::Trouble;

/// The first argument of a program that is started to read for another.
pub const ARGUMENT: &str = "--intake";

/// A table that is read row by row in a child process. The child ends when this is dropped.
pub struct ChildRecords {
    running: Running,
    opened: Opened,
    batch: Batch,
    ended: bool,
}

impl ChildRecords {
    /// Opens a table file in a child process: `program`, or this very program where none is given.
    ///
    /// # Errors
    /// Like [`crate::Records::open`], and when the child does not survive the file.
    pub fn open(program: Option<&Path>, path: &Path, reading: &Reading) -> Result<ChildRecords, Trouble> {
        let mut running = Running::start(program, path, reading, What::Rows)?;
        match running.hear(&mut || true)? {
            Message::Opened(opened) => Ok(ChildRecords {
                running,
                opened,
                batch: Batch::default(),
                ended: false,
            }),
            Message::Trouble(trouble) => Err(trouble),
            _ => Err(running.gone()),
        }
    }
}

impl Rows for ChildRecords {
    fn header(&self) -> &[String] {
        &self.opened.header
    }

    fn how(&self) -> &HowRead {
        &self.opened.how
    }

    fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        while !self.ended {
            match self.batch.next(row) {
                Some(true) => return Ok(true),
                Some(false) => {}
                None => return Err(self.running.gone()),
            }
            match self.running.hear(&mut || true)? {
                Message::Rows(batch) => self.batch = batch,
                Message::End => self.ended = true,
                Message::Trouble(trouble) => return Err(trouble),
                _ => return Err(self.running.gone()),
            }
        }
        Ok(false)
    }

    fn progress(&self) -> (u64, u64) {
        self.batch.progress
    }
}

/// Surveys a file in a child process: `program`, or this very program where none is given. `keep_on` hears how many bytes
/// are read of how many, several times a second, and answers whether to go on.
///
/// # Errors
/// Like [`crate::survey`], and when the child does not survive the file.
pub fn survey_in_child(
    program: Option<&Path>,
    path: &Path,
    reading: &Reading,
    keep_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(HowRead, Survey), Trouble> {
    let mut running = Running::start(program, path, reading, What::Survey)?;
    let mut progress = (0, 0);
    let mut how = None;
    loop {
        match running.hear(&mut || keep_on(progress.0, progress.1))? {
            Message::Opened(opened) => how = Some(opened.how),
            Message::Progress(read, of) => {
                progress = (read, of);
                if !keep_on(read, of) {
                    return Err(Trouble::cancelled());
                }
            }
            Message::Survey(survey) => return how.map(|how| (how, *survey)).ok_or_else(|| running.gone()),
            Message::Trouble(trouble) => return Err(trouble),
            _ => return Err(running.gone()),
        }
    }
}
