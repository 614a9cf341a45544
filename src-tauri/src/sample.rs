//! The sample on this machine: a file of its own among our files, built anew when it is missing, when its story was
//! rewritten, or when it is dated around a time that has gone by. What somebody tried out in it goes then; it never was
//! their own work.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use lockstep_sample as sample;
use lockstep_workspace::{Error, Result};
use serde::{Deserialize, Serialize};

/// For how many days the sample counts as dated around today.
const FRESH_DAYS: i64 = 30;

/// When and from which story the sample was built.
#[derive(Debug, Serialize, Deserialize)]
struct Built {
    edition: u32,
    on: NaiveDate,
}

/// Returns where the sample lies.
pub fn place(data: &Path) -> PathBuf {
    data.join("sample").join("Tidewell Medical (sample).lockstep")
}

/// Sees to it that the sample is there and dated around `today`. It must not be open.
pub fn refresh(data: &Path, today: NaiveDate) -> Result<()> {
    let path = place(data);
    let note = path.with_extension("json");
    if path.is_file() && is_fresh(&note, today) {
        return Ok(());
    }
    let make_room = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            // Only files that we made lie here: the sample, its log, its backups and the note about it.
            match fs::remove_dir_all(folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => fs::create_dir_all(folder)?,
            }
        }
        Ok(())
    };
    make_room().map_err(in_words)?;
    sample::build(&path, today, lockstep_core::rooms())?;
    let built = Built {
        edition: sample::EDITION,
        on: today,
    };
    // Written last: a sample that was not finished is built again.
    fs::write(&note, serde_json::to_vec(&built)?).map_err(in_words)
}

fn is_fresh(note: &Path, today: NaiveDate) -> bool {
    let built = fs::read(note)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Built>(&bytes).ok());
    built.is_some_and(|built| {
        built.edition == sample::EDITION && (today - built.on).num_days().abs() <= FRESH_DAYS
    })
}

fn in_words(error: io::Error) -> Error {
    Error::file(format!("The sample could not be prepared: {error}."))
        .hint("Check that there is room on the disk, then try again.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
    }

    #[test]
    fn it_is_kept_for_a_month_and_then_told_anew() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = place(folder.path());
        refresh(folder.path(), day(11, 1))?;
        let first = fs::metadata(&path)?.modified()?;
        refresh(folder.path(), day(12, 1))?;
        assert_eq!(fs::metadata(&path)?.modified()?, first);
        refresh(folder.path(), day(12, 2))?;
        assert_ne!(fs::metadata(&path)?.modified()?, first);
        Ok(())
    }

    #[test]
    fn one_that_was_not_finished_is_built_again() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = place(folder.path());
        refresh(folder.path(), day(11, 1))?;
        fs::remove_file(path.with_extension("json"))?;
        fs::write(&path, "half")?;
        refresh(folder.path(), day(11, 1))?;
        assert!(fs::metadata(&path)?.len() > 4);
        Ok(())
    }
}
