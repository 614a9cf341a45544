//! The one error of the house: what happened, and what to do next, in the user's words.

use serde::Serialize;
use ts_rs::TS;

/// What is said when the disk is full.
pub(crate) const DISK_FULL: &str = "The disk is full.";
/// What is said when the disk fails to read or write.
pub(crate) const DISK_FAILED: &str = "The disk reported an error.";

/// What is said when SQLite finds the file broken, or the disk says that it cannot read a part of it: SQLite does not
/// tell the two apart.
pub(crate) const UNREADABLE: &str = "This workspace file is damaged, or the disk cannot read it.";

/// What kind of "no" an [`Error`] is. A refusal is a rule at work, not a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Something typed is not what is wanted; `field` names it.
    Invalid,
    /// What was asked for is not (or no longer) there.
    NotFound,
    /// A rule of the product says no.
    Refused,
    /// It changed in the meantime.
    Conflict,
    /// The file cannot be opened, read or written.
    File,
    /// The file opens, but what stands in it is not what was written.
    Damaged,
    /// A mistake of ours.
    Internal,
}

/// An error as it goes over the wire: `{code, message, hint, field}`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[error("{message}")]
pub struct Error {
    /// What kind of error it is.
    pub code: ErrorCode,
    /// What happened.
    pub message: String,
    /// What to do next, where there is something to do.
    pub hint: Option<String>,
    /// The field of the input that is meant, where there is one.
    pub field: Option<String>,
}

/// The result of everything that can go wrong here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: None,
            field: None,
        }
    }

    /// Returns the error for a field that holds something unusable.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.into()),
            ..Self::new(ErrorCode::Invalid, message)
        }
    }

    /// Returns the error for something that is not there; `what` reads like "this goal".
    pub fn not_found(what: impl std::fmt::Display) -> Self {
        Self::new(ErrorCode::NotFound, format!("{what} is not in this workspace."))
            .hint("It may have been removed. Look in the history, or undo.")
    }

    /// Returns the error for a rule that says no.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Refused, message)
    }

    /// Returns the error for something that changed in the meantime.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Conflict, message)
    }

    /// Returns the error for a file that cannot be used.
    pub fn file(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::File, message)
    }

    /// Returns the error for a file that the disk does not open.
    pub(crate) fn cannot_open() -> Self {
        Self::file("A file that belongs to this workspace cannot be opened or made.")
            .hint("Check the disk, and that you may write in this folder, then do the same again.")
    }

    /// Returns the error for content that is not what was written.
    pub fn damaged(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Damaged, message).hint(
            "Nothing was changed. Restore the latest backup under People and settings, and keep this file.",
        )
    }

    /// Returns the error for a mistake of ours; `detail` helps whoever mends it.
    pub fn internal(detail: impl std::fmt::Display) -> Self {
        Self::new(ErrorCode::Internal, format!("Lockstep made a mistake: {detail}"))
            .hint("Nothing was changed. Please try again; if it stays, report it with these words.")
    }

    /// Adds what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl From<rusqlite::Error> for Error {
    /// Says what SQLite's error means to the person at the keyboard.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sql;
        match error.sqlite_error_code() {
            Some(Sql::DiskFull) => {
                Self::file(DISK_FULL).hint("Free some space, then do the same again. Nothing was half done.")
            }
            Some(Sql::SystemIoFailure) => {
                Self::file(DISK_FAILED).hint("Nothing was half done. Check the disk, then do the same again.")
            }
            Some(Sql::CannotOpen) => Self::cannot_open(),
            Some(Sql::ReadOnly) => Self::file("This workspace is open for reading only.")
                .hint("Save a copy in a place where you can write, and open that."),
            Some(Sql::DatabaseBusy | Sql::DatabaseLocked) => Self::file("This workspace is open elsewhere.")
                .hint("Close it in the other window or program, then open it again."),
            Some(Sql::DatabaseCorrupt | Sql::NotADatabase) => Self::damaged(UNREADABLE),
            _ => match &error {
                rusqlite::Error::FromSqlConversionFailure(_, _, inner) => {
                    Self::damaged(format!("A value in this workspace cannot be read: {inner}."))
                }
                _ => Self::internal(error),
            },
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}
