//! What can be wrong with a file, said so that its owner can do something about it.

use std::io;

use serde::{Deserialize, Serialize};

/// Why a whole file cannot be read. Nothing of it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct Trouble {
    /// What happened, in a sentence.
    pub message: String,
    /// What to do next, in a sentence.
    pub hint: Option<String>,
    /// The row where it happened, counted as a spreadsheet does.
    pub row: Option<u64>,
    /// Whether somebody stopped the reading, so that nothing is wrong with the file.
    pub cancelled: bool,
}

impl Trouble {
    /// Something is wrong with the file.
    pub fn new(message: impl Into<String>) -> Trouble {
        Trouble {
            message: message.into(),
            hint: None,
            row: None,
            cancelled: false,
        }
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Trouble {
        self.hint = Some(hint.into());
        self
    }

    /// Says in which row it happened.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Trouble {
        self.row = Some(row);
        self
    }

    /// Somebody stopped the reading.
    pub fn cancelled() -> Trouble {
        Trouble {
            cancelled: true,
            ..Trouble::new("Reading was stopped. Nothing was taken in.")
        }
    }

    /// The child process that reads for us cannot be started.
    pub fn reader_does_not_start() -> Trouble {
        Trouble::new("Files cannot be read at the moment, because the reader does not start.")
            .hint("Start Lockstep again. If it was just updated or moved, that is the reason.")
    }

    /// The system could not give us the file's bytes.
    pub(crate) fn from_io(error: &io::Error) -> Trouble {
        match error.kind() {
            io::ErrorKind::NotFound => Trouble::new("This file is no longer there.")
                .hint("It may have been moved or renamed. Choose it again."),
            io::ErrorKind::PermissionDenied => Trouble::new("This file may not be read.")
                .hint("Another program may hold it open, or it belongs to somebody else. Close it there, or copy it."),
            _ => Trouble::new(format!("The disk could not read this file ({error})."))
                .hint("Copy the file to this computer and try again."),
        }
    }

    /// The file is not what it was when reading began.
    pub(crate) fn changed_meanwhile() -> Trouble {
        Trouble::new("This file became shorter while it was being read.")
            .hint("Wait until the other program has finished writing it, then try again.")
    }
}

/// A row that cannot be used as it is. The rows around it can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowTrouble {
    /// The row, counted as a spreadsheet does.
    pub row: u64,
    /// The column, counted from 0, where one column is to blame.
    pub column: Option<usize>,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong with it, in a sentence.
    pub reason: String,
}

/// The beginning of a text, short enough for a message.
pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let mut characters = text.chars().filter(|c| *c != '\0');
    let mut short: String = characters.by_ref().take(MOST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_refuses_is_said_with_what_to_do() {
        for (kind, said) in [
            (io::ErrorKind::NotFound, "This file is no longer there."),
            (io::ErrorKind::PermissionDenied, "This file may not be read."),
            (
                io::ErrorKind::TimedOut,
                "The disk could not read this file (timed out).",
            ),
        ] {
            let trouble = Trouble::from_io(&kind.into());
            assert_eq!(trouble.message, said);
            assert!(trouble.hint.is_some());
        }
    }

    #[test]
    fn a_long_value_is_shortened_for_people() {
        assert_eq!(shortened("a\0b"), "ab");
        assert_eq!(shortened(&"ö".repeat(100)).chars().count(), 81);
    }
}
