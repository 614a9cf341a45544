//! The parent's side: asks a child, waits for it no longer than it may take, and says what became of it.

use std::io::{BufReader, Write};
use std::path::PathBuf;
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use lockstep_intake::Trouble;
use lockstep_intake::child::{Bounds, Ending, Process};

use super::wire::{Answer, Request, Task};
use crate::office::compound;
use crate::{Document, FileKind, kind, limits, trouble};

/// How long to wait before asking whether somebody still wants the answer.
const PATIENCE: Duration = Duration::from_millis(50);
/// So much of the end of a file's name goes to the child, in bytes.
const NAME: usize = 400;

/// Reads collateral in child processes, one for each question. Every method hears from `keep_on`, several times a second,
/// whether the answer is still wanted; where it is not, the child ends and the trouble says `cancelled`.
#[derive(Debug, Clone)]
pub struct Reader {
    program: Option<PathBuf>,
    bounds: Bounds,
    longest: Duration,
}

impl Reader {
    /// Reads with `program`, or with this very program where none is given. Either calls [`super::serve_if_asked`] before
    /// anything else. A child may take 1 GiB of memory beyond the program itself, 20 seconds of computing and 30 seconds in
    /// all.
    pub fn new(program: Option<PathBuf>) -> Reader {
        Reader {
            program,
            bounds: Bounds {
                memory: 1 << 30,
                seconds: 20,
            },
            longest: Duration::from_secs(30),
        }
    }

    /// Lets a child have so much memory and computing time.
    #[must_use]
    pub fn bounds(mut self, bounds: Bounds) -> Reader {
        self.bounds = bounds;
        self
    }

    /// Lets a child take so long in all.
    #[must_use]
    pub fn longest(mut self, longest: Duration) -> Reader {
        self.longest = longest;
        self
    }

    /// As [`crate::read`].
    ///
    /// # Errors
    /// As there, and when the child does not survive the file, takes too long or does not start.
    pub fn read(
        &self,
        bytes: &[u8],
        name: &str,
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Document, Trouble> {
        // Nothing is taken apart here, not even the contents of a container; the child tells what is in it.
        let kind = FileKind::of_beginning(bytes, name);
        let is_open = kind::is_container(bytes) || compound::is_compound(bytes);
        let is_large = bytes.len() as u64 > limits::READ_BYTES;
        if !kind.has_text() && (is_large || !is_open) {
            return Ok(Document::without_text(kind));
        }
        if is_large {
            return Err(trouble::too_large(kind));
        }
        let name = name
            .get(name.ceil_char_boundary(name.len().saturating_sub(NAME))..)
            .unwrap_or_default()
            .to_owned();
        match self.ask(Task::Read { name }, bytes, keep_on)? {
            Answer::Document(document) => Ok(*document),
            _ => Err(stopped()),
        }
    }

    /// As [`crate::thumbnail`].
    ///
    /// # Errors
    /// When the child does not survive the file, takes too long or does not start.
    pub fn thumbnail(
        &self,
        bytes: &[u8],
        kind: FileKind,
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        self.picture(Task::Thumbnail { kind }, bytes, keep_on)
    }

    /// As [`crate::page_picture`].
    ///
    /// # Errors
    /// As [`Reader::thumbnail`].
    pub fn page_picture(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: usize,
        width: u32,
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        self.picture(Task::PagePicture { kind, page, width }, bytes, keep_on)
    }

    fn picture(
        &self,
        task: Task,
        bytes: &[u8],
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        if bytes.len() as u64 > limits::READ_BYTES {
            return Ok(None);
        }
        match self.ask(task, bytes, keep_on)? {
            Answer::Bytes(picture) => Ok(Some(picture)),
            Answer::Nothing => Ok(None),
            _ => Err(stopped()),
        }
    }

    /// As [`crate::pages_of_pdf`].
    ///
    /// # Errors
    /// As there, and when the child does not survive the file, takes too long or does not start.
    pub fn pages_of_pdf(
        &self,
        bytes: &[u8],
        pages: &[usize],
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Vec<u8>, Trouble> {
        if bytes.len() as u64 > limits::READ_BYTES {
            return Err(trouble::too_large(FileKind::Pdf));
        }
        if pages.len() > limits::PAGES {
            return Err(trouble::choose_pages());
        }
        match self.ask(
            Task::PagesOfPdf {
                pages: pages.to_vec(),
            },
            bytes,
            keep_on,
        )? {
            Answer::Bytes(pdf) => Ok(pdf),
            _ => Err(stopped()),
        }
    }

    fn ask(&self, task: Task, bytes: &[u8], keep_on: &mut dyn FnMut() -> bool) -> Result<Answer, Trouble> {
        let request = Request {
            memory: self.bounds.memory,
            seconds: self.bounds.seconds,
            task,
        };
        let mut line = serde_json::to_vec(&request).map_err(|_| Trouble::reader_does_not_start())?;
        line.push(b'\n');
        let (mut process, input, output) = Process::start(self.program.as_deref(), super::ARGUMENT)
            .ok_or_else(Trouble::reader_does_not_start)?;
        match self.hear(&mut process, (input, output), (&line, bytes), keep_on)? {
            Answer::Trouble(trouble) => Err(trouble),
            answer => Ok(answer),
        }
    }

    /// Tells and hears at once, because either side may wait for the other.
    fn hear(
        &self,
        process: &mut Process,
        (mut input, output): (ChildStdin, ChildStdout),
        (line, bytes): (&[u8], &[u8]),
        keep_on: &mut dyn FnMut() -> bool,
    ) -> Result<Answer, Trouble> {
        let began = Instant::now();
        let (tell, told) = sync_channel(1);
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // A child that has heard enough, or is gone, is told by its answer.
                let _ = input.write_all(line).and_then(|()| input.write_all(bytes));
            });
            scope.spawn(move || {
                let _ = tell.send(Answer::read(&mut BufReader::new(output)));
            });
            loop {
                match told.recv_timeout(PATIENCE) {
                    Ok(Some(answer)) => {
                        process.end();
                        return Ok(answer);
                    }
                    Ok(None) | Err(RecvTimeoutError::Disconnected) => {
                        let ending = process.ending();
                        // One that talks nonsense may still be there.
                        process.end();
                        return Err(gone(ending));
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                }
                let is_late = began.elapsed() > self.longest;
                if is_late || !keep_on() {
                    // Its pipes end with it, and with them the two that tell and hear.
                    process.end();
                    return Err(if is_late {
                        gone(Ending::TookTooLong)
                    } else {
                        cancelled()
                    });
                }
            }
        })
    }
}

fn cancelled() -> Trouble {
    Trouble {
        cancelled: true,
        ..Trouble::new("Reading was stopped.")
    }
}

fn stopped() -> Trouble {
    gone(Ending::Crashed)
}

/// What became of a child that gave no answer.
fn gone(ending: Ending) -> Trouble {
    let what = match ending {
        Ending::TookTooLong => "Reading this file took too long, so it was stopped.",
        Ending::NeededTooMuchMemory => "Reading this file needed too much memory, so it was stopped.",
        Ending::Crashed | Ending::FellSilent | Ending::StillRuns => {
            "This file made the reader stop, so it cannot be read."
        }
    };
    Trouble::new(what).hint("Open it in the program it was made with, save it again and replace the file.")
}
