//! The parent's side: a child that runs, what it says, and how it ended.

use std::io::{BufReader, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::process::{Ending, Process};
use super::wire::{Message, Request, What};
use crate::records::Reading;
use crate::trouble::Trouble;

/// How long to wait before asking whether somebody still wants the answer.
const PATIENCE: Duration = Duration::from_millis(100);
/// How many messages may wait for us.
const WAITING: usize = 8;

/// A child process that reads a file. It is ended when this is dropped.
pub(super) struct Running {
    process: Process,
    messages: Receiver<Message>,
}

impl Running {
    pub(super) fn start(
        program: Option<&Path>,
        path: &Path,
        reading: &Reading,
        what: What,
    ) -> Result<Running, Trouble> {
        let path = std::path::absolute(path).map_err(|error| Trouble::from_io(&error))?;
        let request = Request {
            path: path.into_os_string(),
            reading: reading.clone(),
            what,
        };
        let mut line = serde_json::to_vec(&request).map_err(|_| Trouble::reader_does_not_start())?;
        line.push(b'\n');
        let (process, mut input, output) =
            Process::start(program, super::ARGUMENT).ok_or_else(Trouble::reader_does_not_start)?;
        let (tell, messages) = sync_channel(WAITING);
        let mut running = Running { process, messages };
        if input.write_all(&line).is_err() {
            return Err(running.gone());
        }
        drop(input);
        std::thread::spawn(move || {
            let mut output = BufReader::with_capacity(256 << 10, output);
            while let Some(message) = Message::read(&mut output) {
                if tell.send(message).is_err() {
                    break;
                }
            }
        });
        Ok(running)
    }

    /// Waits for the next message, asking now and then whether to go on.
    pub(super) fn hear(&mut self, keep_on: &mut dyn FnMut() -> bool) -> Result<Message, Trouble> {
        loop {
            match self.messages.recv_timeout(PATIENCE) {
                Ok(message) => return Ok(message),
                Err(RecvTimeoutError::Timeout) if keep_on() => {}
                Err(RecvTimeoutError::Timeout) => return Err(Trouble::cancelled()),
                Err(RecvTimeoutError::Disconnected) => return Err(self.gone()),
            }
        }
    }

    /// The child says no more, or nothing that makes sense: ends it and says what happened.
    pub(super) fn gone(&mut self) -> Trouble {
        let reason = match self.process.ending() {
            Ending::TookTooLong => "it took too long",
            Ending::NeededTooMuchMemory => "it asked for more memory than a table needs",
            Ending::Crashed => "it made the reader stop",
            Ending::FellSilent => "its end is missing",
            Ending::StillRuns => "it could not be understood",
        };
        Trouble::new(format!(
            "This file could not be read: {reason}. Nothing was taken in."
        ))
        .hint("Open it in your spreadsheet program, save it as CSV and try again.")
    }
}
