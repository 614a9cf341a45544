//! A second run of a program that serves us, and how it ended.

use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A program that runs for us. It is ended when this is dropped.
pub struct Process {
    child: Child,
}

/// How a child that gave no answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It computed for longer than it may.
    TookTooLong,
    /// It asked for more memory than it may.
    NeededTooMuchMemory,
    /// It crashed.
    Crashed,
    /// It said all was well, and yet its answer is missing.
    FellSilent,
    /// It still runs, and what it says makes no sense.
    StillRuns,
}

impl Process {
    /// Starts `program`, or this very program where none is given, with one argument. Returns it with what it hears and
    /// what it says; nothing where it does not start.
    pub fn start(program: Option<&Path>, argument: &str) -> Option<(Process, ChildStdin, ChildStdout)> {
        let own;
        let program = match program {
            Some(program) => program,
            None => {
                own = std::env::current_exe().ok()?;
                &own
            }
        };
        let mut child = Command::new(program)
            .arg(argument)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let process = Process { child };
        Some((process, input?, output?))
    }

    /// Ends it now, whatever it does.
    pub fn end(&mut self) {
        // It may have ended already; then there is nothing to do but to hear how.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Says how a child ended that says no more, or nothing that makes sense. Waits a second for its end, not longer.
    pub fn ending(&mut self) -> Ending {
        let since = Instant::now();
        let mut status = None;
        while status.is_none() && since.elapsed() < Duration::from_secs(1) {
            status = self.child.try_wait().ok().flatten();
            if status.is_none() {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        status.map_or(Ending::StillRuns, how_it_ended)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

fn how_it_ended(status: ExitStatus) -> Ending {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        // SIGXCPU by its number, which is the same on Linux and macOS; SIGABRT follows memory that is refused.
        match status.signal() {
            Some(24) => return Ending::TookTooLong,
            Some(6 | 9) => return Ending::NeededTooMuchMemory,
            Some(_) => return Ending::Crashed,
            None => {}
        }
    }
    if status.success() {
        Ending::FellSilent
    } else {
        Ending::Crashed
    }
}
