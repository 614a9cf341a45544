//! Lockstep from a terminal: the same commands as in the window, for scripts, for tests and for whoever looks after the
//! file. Answers go to standard output, as text or with `--json` as JSON; an error goes to standard error as one JSON
//! object, `{code, message, hint, field}`, and the program ends with 1.

mod arguments;
mod bindings;
mod collateral;
mod definition;
mod importing;
mod leads;
mod review;
mod walk_through;
mod work;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use lockstep_workspace::{Error, Result};

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let served = lockstep_intake::child::serve_if_asked().or_else(lockstep_documents::child::serve_if_asked);
    if let Some(code) = served {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // The help and the version are asked for; they are no error.
        Err(asked) if !asked.use_stderr() => return said(asked.print(), ExitCode::SUCCESS),
        Err(mistyped) => return failed(&in_words(&mistyped)),
    };
    let as_json = arguments.json;
    match work::carry_out(arguments).and_then(|answer| answer.written(as_json)) {
        Ok(answer) => said(io::stdout().write_all(answer.as_bytes()), ExitCode::SUCCESS),
        Err(error) => failed(&error),
    }
}

fn failed(error: &Error) -> ExitCode {
    let line = serde_json::to_string(error).unwrap_or_else(|_| error.to_string());
    said(writeln!(io::stderr(), "{line}"), ExitCode::FAILURE)
}

/// Says what was mistyped as every other error is said.
fn in_words(mistyped: &clap::Error) -> Error {
    let text = mistyped.render().to_string();
    let message = text
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ");
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    Error {
        field: None,
        ..Error::invalid("", message)
    }
    .hint("See `lockstep-cli --help`, or put `--help` behind the command.")
}

/// Whoever stops listening (`lockstep-cli … | head`) has heard enough; that is no failure of the work.
fn said(result: io::Result<()>, ending: ExitCode) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ending,
    }
}

/// What a command gives back: the whole for programs, and words for people.
pub struct Answer {
    whole: serde_json::Value,
    words: String,
}

impl Answer {
    /// Puts an answer together.
    ///
    /// # Errors
    /// When the whole cannot be written as JSON.
    pub fn new(whole: &impl serde::Serialize, words: impl Into<String>) -> Result<Self> {
        Ok(Self {
            whole: serde_json::to_value(whole)?,
            words: words.into(),
        })
    }

    fn written(&self, as_json: bool) -> Result<String> {
        let text = if as_json {
            serde_json::to_string_pretty(&self.whole)?
        } else {
            self.words.clone()
        };
        Ok(format!("{}\n", text.trim_end()))
    }
}
