//! Backups: checked copies of a workspace, kept in a folder beside it. "Plans.lockstep" has "Plans.backups", and
//! in it one file for each backup, whose name says when and why it was made and of which workspace
//! it is: `20261122T090000Z-routine-1a2b3c4d5e6f.lockstep`. A file with such a name has passed every check. It is an ordinary
//! workspace where no room keeps bytes in it, and else a lean one ([`super::lean`]).

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    bytes_folder::{self, BytesFolder},
    copying::{self, InTheWay},
    lean, place,
    schema::Schema,
};
use crate::{
    context::{Query, ReadContext},
    error::{Error, Result},
    reads,
};

const STAMP: &str = "%Y%m%dT%H%M%SZ";
const ENDING: &str = ".lockstep";
const FOLDER_ENDING: &str = "backups";

/// Of routine backups the latest of each of the last 24 hours, 30 days and 12 months that have one are kept.
const KEPT: [(&str, usize); 3] = [("%Y%m%d%H", 24), ("%Y%m%d", 30), ("%Y%m", 12)];

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// By itself, while people worked.
    Routine,
    /// Before the workspace was brought to a newer version.
    BeforeUpdate,
    /// Before the workspace went back to a backup.
    BeforeRestore,
}

impl BackupKind {
    const ALL: [Self; 3] = [Self::Routine, Self::BeforeUpdate, Self::BeforeRestore];

    fn key(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::BeforeUpdate => "update",
            Self::BeforeRestore => "restore",
        }
    }

    /// Returns why, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Routine => "While you worked",
            Self::BeforeUpdate => "Before an update of Lockstep",
            Self::BeforeRestore => "Before going back to a backup",
        }
    }
}

/// A backup: the workspace as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// Its file's name in the folder of backups; names it.
    pub name: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Why it was made, in words.
    pub why: String,
    /// Why it was made.
    pub kind: BackupKind,
    /// How large its own file is, in bytes: without what it shares with other backups.
    pub bytes: u64,
}

/// Asks how much room the backups of this workspace take.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpaceOfBackups {}

/// How much room the backups take, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct BackupSpace {
    /// The backups themselves.
    pub backups: u64,
    /// The files of the library, which all backups beside a workspace share: each is kept once.
    pub shared_files: u64,
}

impl Query for SpaceOfBackups {
    type Answer = BackupSpace;

    fn answer(self, reader: &ReadContext) -> Result<BackupSpace> {
        reads::note_beyond();
        match reader.db().path().filter(|path| !path.is_empty()) {
            Some(path) => Ok(BackupSpace {
                backups: list(Path::new(path), Some(&identity(reader.db())?))?
                    .iter()
                    .map(|backup| backup.bytes)
                    .sum(),
                shared_files: BytesFolder::of(&folder(Path::new(path))).size()?,
            }),
            None => Ok(BackupSpace::default()),
        }
    }
}

/// Lists the backups of this workspace, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListBackups {}

impl Query for ListBackups {
    type Answer = Vec<Backup>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Backup>> {
        reads::note_beyond();
        match reader.db().path().filter(|path| !path.is_empty()) {
            Some(path) => list(Path::new(path), Some(&identity(reader.db())?)),
            None => Ok(Vec::new()),
        }
    }
}

/// Returns the folder that holds the backups of a workspace.
pub(super) fn folder(workspace: &Path) -> PathBuf {
    workspace.with_extension(FOLDER_ENDING)
}

/// Returns whether a file is a backup, which is looked at and never worked in.
pub(super) fn is_backup(path: &Path) -> bool {
    let in_folder = path
        .parent()
        .and_then(Path::extension)
        .is_some_and(|ending| ending == FOLDER_ENDING);
    in_folder && Name::read(&place::label(path)).is_some()
}

/// Returns what makes a workspace this one and no other, however often it is copied: the end of its first entry's id,
/// which is random.
pub(crate) fn identity(db: &Connection) -> Result<String> {
    let first: Option<String> = db
        .query_row("SELECT id FROM main.journal ORDER BY rowid LIMIT 1", [], |row| {
            row.get(0)
        })
        .optional()?;
    let letters: Vec<char> = first
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    Ok(letters.iter().skip(letters.len().saturating_sub(12)).collect())
}

/// What the name of a backup's file says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    made_at: DateTime<Utc>,
    kind: BackupKind,
    identity: String,
    /// Tells backups of the same second apart.
    number: u32,
}

impl Name {
    fn read(name: &str) -> Option<Self> {
        let mut parts = name.strip_suffix(ENDING)?.split('-');
        let made_at = NaiveDateTime::parse_from_str(parts.next()?, STAMP)
            .ok()?
            .and_utc();
        let key = parts.next()?;
        let kind = BackupKind::ALL.into_iter().find(|kind| kind.key() == key)?;
        let identity = parts.next()?.to_string();
        let number = parts.next().map_or(Ok(1), str::parse).ok()?;
        parts.next().is_none().then_some(Self {
            made_at,
            kind,
            identity,
            number,
        })
    }

    fn write(&self) -> String {
        let Self {
            made_at,
            kind,
            identity,
            number,
        } = self;
        let number = if *number > 1 {
            format!("-{number}")
        } else {
            String::new()
        };
        format!(
            "{}-{}-{identity}{number}{ENDING}",
            made_at.format(STAMP),
            kind.key()
        )
    }
}

/// Returns the backups beside a workspace, the latest first; with `identity`, only those of that workspace.
///
/// # Errors
/// `File` when the folder cannot be read.
pub(super) fn list(workspace: &Path, identity: Option<&str>) -> Result<Vec<Backup>> {
    let folder = folder(workspace);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(place::out_of_reach(&folder, &error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| place::out_of_reach(&folder, &error))?;
        let label = entry.file_name().to_string_lossy().into_owned();
        let Some(name) =
            Name::read(&label).filter(|name| identity.is_none_or(|wanted| name.identity == wanted))
        else {
            continue;
        };
        let meta = entry
            .metadata()
            .map_err(|error| place::out_of_reach(&folder, &error))?;
        if meta.is_file() {
            let Name {
                made_at,
                kind,
                number,
                ..
            } = name;
            let backup = Backup {
                name: label,
                made_at,
                why: kind.words().into(),
                kind,
                bytes: meta.len(),
            };
            found.push((number, backup));
        }
    }
    found.sort_by(|(a, one), (b, other)| (other.made_at, b, &other.name).cmp(&(one.made_at, a, &one.name)));
    Ok(found.into_iter().map(|(_, backup)| backup).collect())
}

/// Makes a backup, and lets go of routine ones that are no longer needed.
///
/// # Errors
/// `File` when it cannot be written, `Damaged` when the workspace is: damage is never backed up. The backups there are
/// stay untouched then.
pub(super) fn make(
    db: &Connection,
    workspace: &Path,
    schema: &Schema,
    kind: BackupKind,
    now: DateTime<Utc>,
) -> Result<Backup> {
    make_if(db, workspace, schema, kind, now, &|| true)?
        .ok_or_else(|| Error::internal("a whole copy was refused"))
}

/// Makes a backup as [`make`] does, unless `is_whole` says, when all is copied, that the copy is worth nothing.
pub(super) fn make_if(
    db: &Connection,
    workspace: &Path,
    schema: &Schema,
    kind: BackupKind,
    now: DateTime<Utc>,
    is_whole: &dyn Fn() -> bool,
) -> Result<Option<Backup>> {
    let folder = folder(workspace);
    copying::create_folder(&folder)?;
    if let Some(_alone) = bytes_folder::nobody_makes_one() {
        remove_unfinished(&folder);
    }
    let being_made = bytes_folder::making();
    let identity = identity(db)?;
    let mut name = Name {
        made_at: now,
        kind,
        identity,
        number: 1,
    };
    while folder.join(name.write()).exists() {
        name.number += 1;
    }
    let label = name.write();
    let dest = folder.join(&label);
    let part = if lean::is_worth_it(db, schema)? {
        lean::write_part(db, &dest, schema, is_whole)?
    } else {
        Some(copying::write_whole_part(db, &dest, schema)?)
    };
    let is_made = match part {
        Some(part) => copying::place_if(&part, &dest, InTheWay::Stays, is_whole)?,
        None => false,
    };
    if !is_made {
        return Ok(None);
    }

    let all = list(workspace, Some(&name.identity))?;
    let made = all
        .iter()
        .find(|backup| backup.name == label)
        .cloned()
        .ok_or_else(|| Error::file("The backup that was just made is gone again."))?;
    for spent in spent(&all, &made) {
        copying::remove(&folder.join(&spent.name));
    }
    drop(being_made);
    if let Some(_alone) = bytes_folder::nobody_makes_one()
        && let Err(error) = lean::remove_unneeded_bytes(&folder, schema)
    {
        // The backup is made all the same; bytes that nobody needs only take room, until a later one removes them.
        tracing::warn!(code = ?error.code, "bytes beside the backups could not be tidied up");
    }
    Ok(Some(made))
}

/// Returns the routine backups that are no longer needed. It goes by the backups alone and not by the clock, which may
/// be wrong; the one just made always stays.
fn spent<'a>(all: &'a [Backup], made: &Backup) -> Vec<&'a Backup> {
    let routine: Vec<&Backup> = all
        .iter()
        .filter(|backup| backup.kind == BackupKind::Routine)
        .collect();
    let mut kept = BTreeSet::from([made.name.as_str()]);
    for (span, how_many) in KEPT {
        let mut seen = BTreeSet::new();
        for backup in &routine {
            let is_first = seen.insert(backup.made_at.format(span).to_string());
            if is_first && seen.len() <= how_many {
                kept.insert(&backup.name);
            }
        }
    }
    routine
        .into_iter()
        .filter(|backup| !kept.contains(backup.name.as_str()))
        .collect()
}

/// Removes what a killed program left half written.
fn remove_unfinished(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') && name.contains(".lockstep.part") {
            copying::remove(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone};

    fn backup(made_at: DateTime<Utc>, kind: BackupKind) -> Backup {
        let name = Name {
            made_at,
            kind,
            identity: "1a2b3c4d5e6f".into(),
            number: 1,
        };
        Backup {
            name: name.write(),
            made_at,
            why: kind.words().into(),
            kind,
            bytes: 1,
        }
    }

    fn beginning() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default()
    }

    /// Makes a backup every hour for `hours` and lets go of what is spent each time.
    fn worked(hours: i64) -> Vec<Backup> {
        let mut all: Vec<Backup> = Vec::new();
        for hour in 0..hours {
            let made = backup(beginning() + Duration::hours(hour), BackupKind::Routine);
            all.insert(0, made.clone());
            let gone: Vec<String> = spent(&all, &made)
                .iter()
                .map(|backup| backup.name.clone())
                .collect();
            all.retain(|backup| !gone.contains(&backup.name));
        }
        all
    }

    #[test]
    fn hours_days_and_months_are_kept() {
        let all = worked(24 * 400);
        let newest = all.iter().map(|backup| backup.made_at).max();
        assert_eq!(newest, Some(beginning() + Duration::hours(24 * 400 - 1)));
        let within = |days: i64| {
            all.iter()
                .filter(|backup| newest.is_some_and(|newest| newest - backup.made_at < Duration::days(days)))
                .count()
        };
        // The 24 hours touch two days, and hold the newest backup of each.
        assert_eq!(within(1), 24);
        assert_eq!(within(30), 24 + 28);
        assert!((62..=64).contains(&all.len()), "{}", all.len());
    }

    #[test]
    fn what_was_made_before_an_update_or_a_restore_is_never_spent() {
        let old = beginning() - Duration::days(4_000);
        let mut all = worked(100);
        all.push(backup(old, BackupKind::BeforeUpdate));
        all.push(backup(old, BackupKind::BeforeRestore));
        let made = backup(beginning() + Duration::days(9), BackupKind::Routine);
        all.insert(0, made.clone());
        assert!(
            spent(&all, &made)
                .iter()
                .all(|backup| backup.kind == BackupKind::Routine)
        );
    }

    #[test]
    fn a_clock_far_ahead_or_behind_never_costs_the_one_just_made() {
        for wrong in [-40_000, 40_000] {
            let mut all = worked(3_000);
            let made = backup(beginning() + Duration::days(wrong), BackupKind::Routine);
            all.push(made.clone());
            all.sort_by_key(|backup| std::cmp::Reverse(backup.made_at));
            let gone = spent(&all, &made);
            assert!(!gone.contains(&&made));
            assert!(all.len() - gone.len() >= 24);
        }
    }

    #[test]
    fn a_name_says_when_why_and_of_which_workspace() -> Result<()> {
        let at = Utc
            .with_ymd_and_hms(2026, 11, 22, 9, 0, 0)
            .single()
            .ok_or_else(|| Error::internal("an instant"))?;
        let mut name = Name {
            made_at: at,
            kind: BackupKind::Routine,
            identity: "1a2b3c4d5e6f".into(),
            number: 1,
        };
        assert_eq!(name.write(), "20261122T090000Z-routine-1a2b3c4d5e6f.lockstep");
        assert_eq!(Name::read(&name.write()), Some(name.clone()));
        name.number = 7;
        assert_eq!(Name::read(&name.write()), Some(name));
        for other in [
            "Plans.lockstep",
            "20261122T090000Z-other-1a.lockstep",
            ".20261122T090000Z-routine-1a.lockstep.part",
        ] {
            assert_eq!(Name::read(other), None);
        }
        Ok(())
    }
}
