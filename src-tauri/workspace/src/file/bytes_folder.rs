//! The bytes that backups share. Rooms keep some bytes by what they are, each once under its SHA-256; backups keep them in a
//! folder beside themselves, again each once, so that sixty backups do not weigh sixty libraries. What has its name here was
//! written whole and synced first. It is read only when it still is what its name says, and goes when no backup refers to it.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError},
};

use rusqlite::{Connection, functions::FunctionFlags};

use super::{copying, place};
use crate::{
    error::{Error, Result},
    ids::hash_of,
    rooms::BytesTable,
};

/// What the folder is called, among the backups.
const NAME: &str = "files";

/// The SQL function by which a connection reads the bytes that lie beside it.
const READ: &str = "bytes_beside";

/// Held for reading while a backup is made, and for writing while what no backup needs is removed: bytes that were just written
/// for a backup that has no name yet are needed, too.
static MAKING: RwLock<()> = RwLock::new(());

/// Says that a backup is being made, until it is dropped.
pub(super) fn making() -> RwLockReadGuard<'static, ()> {
    MAKING.read().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps others in this program from making a backup, until it is dropped; nothing while one is being made.
pub(super) fn nobody_makes_one() -> Option<RwLockWriteGuard<'static, ()>> {
    match MAKING.try_write() {
        Ok(alone) => Some(alone),
        Err(TryLockError::Poisoned(alone)) => Some(alone.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Returns the SQL by which a connection to which a folder was lent reads what lies beside a row.
pub(super) fn sql_of(table: &BytesTable) -> String {
    format!("{READ}({})", table.hash)
}

/// The first thing that went wrong while SQL read from the folder.
#[derive(Clone, Default)]
pub(super) struct Trouble(Arc<Mutex<Option<Error>>>);

impl Trouble {
    fn note(&self, error: Error) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert(error);
    }

    /// Hands over what came of work that read from the folder: what went wrong there, where something did, says more.
    ///
    /// # Errors
    /// Those of the folder, and of the work.
    pub fn or<T>(&self, done: Result<T>) -> Result<T> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(error),
            None => done,
        }
    }
}

/// The folder of the bytes that backups share.
#[derive(Clone, Debug)]
pub(super) struct BytesFolder(PathBuf);

impl BytesFolder {
    /// Returns the one that belongs to a folder of backups.
    pub fn of(backups: &Path) -> Self {
        Self(backups.join(NAME))
    }

    /// Returns the one that lies beside a backup.
    pub fn beside(backup: &Path) -> Self {
        Self::of(backup.parent().unwrap_or_else(|| Path::new("")))
    }

    /// Returns what the folder is called, with the one in which it lies.
    pub fn label(&self) -> String {
        let outer = self.0.parent().map(place::label).unwrap_or_default();
        format!("{outer}/{NAME}")
    }

    /// Makes the folder, unless it is there.
    ///
    /// # Errors
    /// `File` when the disk fails.
    pub fn create(&self) -> Result<()> {
        copying::create_folder(&self.0)
    }

    /// Makes the names of what was written last.
    ///
    /// # Errors
    /// `File` when the disk fails.
    pub fn sync(&self) -> Result<()> {
        copying::sync_folder_of(&self.0.join(NAME))
    }

    /// Returns where bytes are kept. What is no hash never becomes a path.
    fn place_of(&self, hash: &str) -> Result<PathBuf> {
        if is_hash(hash) {
            Ok(self.0.join(hash))
        } else {
            Err(Error::damaged("A file in this workspace has no proper name."))
        }
    }

    /// Keeps bytes under their hash. What lies there already is held against them, and written again where it differs.
    ///
    /// # Errors
    /// `File` when they cannot be written; then nothing half written has the name.
    pub fn keep(&self, hash: &str, bytes: &[u8]) -> Result<()> {
        let dest = self.place_of(hash)?;
        if std::fs::read(&dest).is_ok_and(|kept| kept == bytes) {
            return Ok(());
        }
        let part = copying::part_of(&dest)?;
        copying::remove(&part);
        let written = copying::create_file(&part)
            .and_then(|()| write(&part, bytes).map_err(|error| place::out_of_reach(&part, &error)))
            .and_then(|()| std::fs::rename(&part, &dest).map_err(|error| place::out_of_reach(&dest, &error)));
        if written.is_err() {
            copying::remove(&part);
        }
        written
    }

    /// Returns bytes that are still what their name says.
    ///
    /// # Errors
    /// `File` when they are not there, or are others.
    pub fn read(&self, hash: &str) -> Result<Vec<u8>> {
        let path = self.place_of(hash)?;
        match std::fs::read(&path) {
            Ok(bytes) if hash_of(&bytes) == hash => Ok(bytes),
            Ok(_) => Err(Error::file(format!(
                "A file that this backup needs is damaged: “{hash}” in the folder “{}”.",
                self.label()
            ))
            .hint("Nothing was changed. Choose another backup, or a copy you saved.")),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(self.is_missing(1)),
            Err(error) => Err(place::out_of_reach(&path, &error)),
        }
    }

    /// Makes sure that bytes are there, before anybody begins to write what needs them.
    ///
    /// # Errors
    /// `File` with how many are not there.
    pub fn must_have(&self, hashes: &BTreeSet<String>) -> Result<()> {
        let mut missing = 0;
        for hash in hashes {
            missing += usize::from(!self.place_of(hash)?.is_file());
        }
        if missing == 0 {
            Ok(())
        } else {
            Err(self.is_missing(missing))
        }
    }

    fn is_missing(&self, how_many: usize) -> Error {
        let files = match how_many {
            1 => "one of them is".to_string(),
            many => format!("{many} of them are"),
        };
        Error::file(format!(
            "This backup keeps the files of the library beside it, in the folder “{}”, and {files} not there.",
            self.label()
        ))
        .hint(format!(
            "Nothing was changed. Put the backup back into the folder it was made in, or copy the folder “{NAME}” \
             from there beside it, and try again."
        ))
    }

    /// Lets SQL on a connection read from the folder.
    ///
    /// # Errors
    /// `Internal` where the connection is not ours.
    pub fn lend(&self, db: &Connection) -> Result<Trouble> {
        let (trouble, folder) = (Trouble::default(), self.clone());
        let noted = trouble.clone();
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
        db.create_scalar_function(READ, 1, flags, move |row| {
            let hash: String = row.get(0)?;
            Ok(folder.read(&hash).map_err(|error| noted.note(error)).ok())
        })?;
        Ok(trouble)
    }

    /// Removes what is not needed, and what a killed program left half written.
    ///
    /// # Errors
    /// `File` when the folder cannot be read.
    pub fn remove_all_but(&self, needed: &BTreeSet<String>) -> Result<()> {
        for (name, path, _) in self.files()? {
            if !needed.contains(&name) {
                copying::remove(&path);
            }
        }
        Ok(())
    }

    /// Returns how much room it takes, in bytes.
    ///
    /// # Errors
    /// `File` when the folder cannot be read.
    pub fn size(&self) -> Result<u64> {
        Ok(self.files()?.iter().map(|(_, _, bytes)| bytes).sum())
    }

    /// Returns the files in it that are ours: their names, where they are and how large. What somebody else put there is not.
    fn files(&self) -> Result<Vec<(String, PathBuf, u64)>> {
        let out_of_reach = |error| place::out_of_reach(&self.0, &error);
        let entries = match std::fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(out_of_reach(error)),
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(out_of_reach)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let bare = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part"));
            if is_hash(bare.unwrap_or(&name)) {
                let bytes = entry.metadata().map_err(out_of_reach)?.len();
                files.push((name, entry.path(), bytes));
            }
        }
        Ok(files)
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> Result<(tempfile::TempDir, BytesFolder)> {
        let outer = tempfile::tempdir().map_err(Error::internal)?;
        let folder = BytesFolder::of(outer.path());
        folder.create()?;
        Ok((outer, folder))
    }

    #[test]
    fn what_is_kept_is_read_and_what_is_no_longer_what_it_was_is_not() -> Result<()> {
        let (_outer, folder) = folder()?;
        let hash = hash_of(b"A page.");
        folder.keep(&hash, b"A page.")?;
        assert_eq!(folder.read(&hash)?, b"A page.");
        std::fs::write(folder.place_of(&hash)?, b"A rage.").map_err(Error::internal)?;
        assert!(
            folder
                .read(&hash)
                .is_err_and(|error| error.message.contains("damaged"))
        );
        // Whoever has the right bytes mends it.
        folder.keep(&hash, b"A page.")?;
        assert_eq!(folder.read(&hash)?, b"A page.");
        Ok(())
    }

    #[test]
    fn what_is_no_hash_never_becomes_a_path() -> Result<()> {
        let (outer, folder) = folder()?;
        std::fs::write(outer.path().join("secret"), b"x").map_err(Error::internal)?;
        for name in ["../secret", "", "ABCDEF", &"g".repeat(64), &"A".repeat(64)] {
            assert!(folder.read(name).is_err(), "{name}");
            assert!(folder.keep(name, b"y").is_err(), "{name}");
        }
        Ok(())
    }

    #[test]
    fn only_what_is_ours_and_not_needed_is_removed() -> Result<()> {
        let (outer, folder) = folder()?;
        let (kept, spent) = (hash_of(b"kept"), hash_of(b"spent"));
        folder.keep(&kept, b"kept")?;
        folder.keep(&spent, b"spent")?;
        let inner = outer.path().join(NAME);
        for other in ["notes.txt".to_string(), format!(".{spent}.part")] {
            std::fs::write(inner.join(other), b"other").map_err(Error::internal)?;
        }
        assert_eq!(folder.size()?, 4 + 5 + 5);
        folder.remove_all_but(&BTreeSet::from([kept.clone()]))?;
        let names = std::fs::read_dir(&inner).map_err(Error::internal)?;
        let names: BTreeSet<String> = names
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        assert_eq!(names, BTreeSet::from([kept, "notes.txt".to_string()]));
        Ok(())
    }

    #[test]
    fn nothing_is_removed_while_a_backup_is_being_made() {
        let one = making();
        assert!(nobody_makes_one().is_none());
        drop(one);
    }
}
