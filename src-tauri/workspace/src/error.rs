//! The one error of the house: what happened, and what to do next, in the user's words.

use rusqlite::ffi;
use serde::Serialize;
use ts_rs::TS;

use crate::journal::row_images::OUTSIDE_THE_JOURNAL;

/// What is said of [`FileTrouble::Unreadable`].
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

/// What is wrong with the file or its disk, for whoever has to do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrouble {
    /// The disk is full.
    DiskFull,
    /// The disk fails to read or write.
    DiskFailed,
    /// SQLite finds the file broken, or the disk says that it cannot read a part of it: SQLite does not tell the two apart.
    Unreadable,
    /// Another window or program has it open.
    OpenElsewhere,
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
    /// Whether it says that what was done is not saved, so that nobody has to say it once more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub not_saved: bool,
    /// What is wrong with the file, where that is it. It stays in the program.
    #[serde(skip)]
    #[ts(skip)]
    pub trouble: Option<FileTrouble>,
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
            not_saved: false,
            trouble: None,
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

    /// Returns the error for a file into which nothing could be written; `why` ends the sentence.
    pub(crate) fn not_saved(why: impl std::fmt::Display) -> Self {
        Self {
            not_saved: true,
            ..Self::file(format!("Not saved: {why}"))
        }
    }

    /// Returns the error for a file that the disk does not open.
    pub(crate) fn cannot_open() -> Self {
        Self::file("A file that belongs to this workspace cannot be opened or made.")
            .hint("Check the disk, and that you may write in this folder, then do the same again.")
    }

    /// Returns the error for a file that somebody else has open.
    pub(crate) fn open_elsewhere() -> Self {
        Self::file("This workspace is open elsewhere.")
            .hint("Close it in the other window or program, then open it again.")
            .because_of(FileTrouble::OpenElsewhere)
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

    /// Adds what is wrong with the file.
    fn because_of(mut self, trouble: FileTrouble) -> Self {
        self.trouble = Some(trouble);
        self
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
            Some(Sql::DiskFull) => Self::file("The disk is full.")
                .hint("Free some space, then do the same again. Nothing was half done.")
                .because_of(FileTrouble::DiskFull),
            Some(Sql::SystemIoFailure) => Self::file("The disk reported an error.")
                .hint("Nothing was half done. Check the disk, then do the same again.")
                .because_of(FileTrouble::DiskFailed),
            Some(Sql::CannotOpen) => Self::cannot_open(),
            Some(Sql::ReadOnly) => Self::file("This workspace is open for reading only.")
                .hint("Save a copy in a place where you can write, and open that."),
            Some(Sql::DatabaseBusy | Sql::DatabaseLocked) => Self::open_elsewhere(),
            Some(Sql::DatabaseCorrupt | Sql::NotADatabase) => {
                Self::damaged(UNREADABLE).because_of(FileTrouble::Unreadable)
            }
            Some(Sql::ConstraintViolation) => broken_rule(error),
            _ => match &error {
                rusqlite::Error::FromSqlConversionFailure(_, _, inner) => {
                    Self::damaged(format!("A value in this workspace cannot be read: {inner}."))
                }
                _ => Self::internal(error),
            },
        }
    }
}

/// Returns whether a row refers to something that is not there, or would leave others that refer to it.
pub(crate) fn is_broken_reference(error: &rusqlite::Error) -> bool {
    extended_code(error) == Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

/// Says which rule of the file a row would break. Whoever knows what it is about says it better; these are the words for
/// where nobody did.
fn broken_rule(error: rusqlite::Error) -> Error {
    const LOOK: &str = "Nothing was changed. The history shows what was done since.";
    if is_broken_reference(&error) {
        return Error::refused("Something else in this workspace still refers to this, or it refers to something that was removed.")
            .hint("Nothing was changed. Change what refers to it first; the history shows what was done since.");
    }
    match (extended_code(&error), &error) {
        (Some(ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY), _) => {
            Error::refused("This exists already, and there can be only one.").hint(LOOK)
        }
        (Some(ffi::SQLITE_CONSTRAINT_CHECK), _) => {
            Error::refused("This value is not one of those allowed here.").hint(LOOK)
        }
        (Some(ffi::SQLITE_CONSTRAINT_NOTNULL), _) => {
            Error::refused("Something that is needed here is missing.").hint(LOOK)
        }
        // The last wall: what was proposed and signed. A change outside the journal is a mistake of ours.
        (Some(ffi::SQLITE_CONSTRAINT_TRIGGER), rusqlite::Error::SqliteFailure(_, Some(said)))
            if said.as_str() != OUTSIDE_THE_JOURNAL =>
        {
            Error::refused(format!("This cannot be changed: {said}."))
                .hint("Change the draft, and propose the next version.")
        }
        _ => Error::internal(&error),
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::schema::{self, Schema};

    #[test]
    fn a_rule_of_the_file_is_a_refusal_in_words_and_only_our_own_slip_is_a_mistake() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        Schema::of(schema::SHIPPED, schema::Parts::new())
            .bring_up_to_date(&mut db, &crate::SystemEnvironment)?;
        db.execute_batch(
            "PRAGMA foreign_keys = ON;
             INSERT INTO person VALUES ('p', 'a', 'Sasha', '', 'sales', 0);
             INSERT INTO agreement VALUES ('a', 'plan', 'x', '{}', 'd', 'p', '2026-11-22', NULL, NULL, 1);
             CREATE TRIGGER outside BEFORE DELETE ON company
             BEGIN SELECT RAISE(ABORT, 'a change outside the journal'); END;
             INSERT INTO company VALUES ('company', 'Acme', 1, 'EUR', 'en-GB', 1, 0, 'UTC');",
        )?;
        for (sql, words) in [
            ("DELETE FROM person", "still refers to this"),
            (
                "INSERT INTO import VALUES ('i', 'leads', 'f', 's', 'now', 'nobody', 0, 0, 0, 0, 0, 0, NULL)",
                "still refers to this",
            ),
            (
                "INSERT INTO person VALUES ('p', 'a', 'Mika', '', 'sales', 0)",
                "exists already",
            ),
            ("UPDATE person SET side = 'nobody'", "not one of those allowed"),
            ("UPDATE person SET name = NULL", "is missing"),
            (
                "UPDATE agreement SET text = '[]'",
                "a proposed text never changes",
            ),
        ] {
            let error = db.execute(sql, []).map_err(Error::from).err();
            let error = error.ok_or_else(|| Error::internal(sql))?;
            assert_eq!(error.code, ErrorCode::Refused, "{sql}: {error:?}");
            assert!(error.message.contains(words), "{sql}: {error:?}");
            assert!(error.hint.is_some(), "{sql}: {error:?}");
        }
        let error = db.execute("DELETE FROM company", []).map_err(Error::from).err();
        assert_eq!(error.map(|error| error.code), Some(ErrorCode::Internal));
        Ok(())
    }
}
