//! The parent's side: a child that runs, what it says, and how it ended.

use std::io::{BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::wire::{Message, Request, What};
use crate::records::Reading;
use crate::trouble::Trouble;

/// How long to wait before asking whether somebody still wants the answer.
const PATIENCE: Duration = Duration::from_millis(100);
/// How many messages may wait for us.
const WAITING: usize = 8;

/// A child process that reads a file. It is ended when this is dropped.
pub(super) struct Running {
    child: Child,
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
        let own;
        let program = match program {
            Some(program) => program,
            None => {
                own = std::env::current_exe().map_err(|_| cannot_start())?;
                &own
            }
        };
        let mut child = Command::new(program)
            .arg(super::ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| cannot_start())?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (tell, messages) = sync_channel(WAITING);
        let mut running = Running { child, messages };
        let (Some(mut input), Some(output)) = (input, output) else {
            return Err(cannot_start());
        };
        let mut line = serde_json::to_vec(&request).map_err(|_| cannot_start())?;
        line.push(b'\n');
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
        let since = Instant::now();
        let mut status = None;
        while status.is_none() && since.elapsed() < Duration::from_secs(1) {
            status = self.child.try_wait().ok().flatten();
            if status.is_none() {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        let reason = status.map_or("it could not be understood", how_it_ended);
        Trouble::new(format!(
            "This file could not be read: {reason}. Nothing was taken in."
        ))
        .hint("Open it in your spreadsheet program, save it as CSV and try again.")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to do but to hear how.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn how_it_ended(status: ExitStatus) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        // SIGXCPU by its number, which is the same on Linux and macOS; SIGABRT follows memory that is refused.
        match status.signal() {
            Some(24) => return "it took too long",
            Some(6 | 9) => return "it asked for more memory than a table needs",
            Some(_) => return "it made the reader stop",
            None => {}
        }
    }
    if status.success() {
        "its end is missing"
    } else {
        "it made the reader stop"
    }
}

fn cannot_start() -> Trouble {
    Trouble::new("Files cannot be read at the moment, because the reader does not start.")
        .hint("Start Lockstep again. If it was just updated or moved, that is the reason.")
}
