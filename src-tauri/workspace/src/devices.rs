//! Which copy of a workspace lies on this computer: a name for each file that was worked in, kept in the program's own folder and
//! never in the file, so that a copy of the file has another one.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A file that was worked in, and the name of its place here.
#[derive(Serialize, Deserialize)]
struct KnownFile {
    path: String,
    /// The disk and the number that the file has on it, where the system tells. A file that took the place of another has its own.
    file: Option<(u64, u64)>,
    name: String,
}

const LIST: &str = "devices.json";

/// Returns the name of the place at which a file is worked in, which is a new one for a file that was not known.
///
/// # Errors
/// When the list of names cannot be kept, or the file is not there.
pub(crate) fn name_of(file: &Path, folder: &Path) -> io::Result<String> {
    let path = fs::canonicalize(file)?.to_string_lossy().into_owned();
    let number = number(&fs::metadata(file)?);
    let mut known = read(folder)?;
    if let Some(known) = known.iter().find(|one| one.path == path && one.file == number) {
        return Ok(known.name.clone());
    }
    known.retain(|one| one.path != path);
    let name = Uuid::now_v7().to_string();
    known.push(KnownFile {
        path,
        file: number,
        name: name.clone(),
    });
    write(folder, &known)?;
    Ok(name)
}

fn read(folder: &Path) -> io::Result<Vec<KnownFile>> {
    match fs::read(folder.join(LIST)) {
        // A list that cannot be read begins anew; then the places have new names.
        Ok(text) => Ok(serde_json::from_slice(&text).unwrap_or_default()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn write(folder: &Path, known: &[KnownFile]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let part = folder.join(format!("{LIST}.{}.part", std::process::id()));
    fs::write(&part, serde_json::to_vec_pretty(known)?)?;
    fs::rename(&part, folder.join(LIST))
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // Elsewhere the system does not tell.
fn number(file: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_and_a_copy_or_another_in_its_place_has_another() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (file, copy) = (folder.path().join("a.lockstep"), folder.path().join("b.lockstep"));
        let data = folder.path().join("data");
        fs::write(&file, "a workspace")?;
        let name = name_of(&file, &data)?;
        assert_eq!(name_of(&file, &data)?, name);
        fs::copy(&file, &copy)?;
        let of_copy = name_of(&copy, &data)?;
        assert_ne!(of_copy, name);
        // As when a backup is restored.
        fs::rename(&copy, &file)?;
        let restored = name_of(&file, &data)?;
        if cfg!(unix) {
            assert!(restored != name && restored != of_copy);
        }
        assert_eq!(name_of(&file, &data)?, restored);
        Ok(())
    }

    #[test]
    fn a_list_that_cannot_be_read_begins_anew_and_one_that_cannot_be_kept_gives_no_name() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("a.lockstep");
        fs::write(&file, "a workspace")?;
        fs::write(folder.path().join(LIST), "nonsense")?;
        let name = name_of(&file, folder.path())?;
        assert_eq!(name_of(&file, folder.path())?, name);
        assert!(name_of(&file, &file).is_err());
        Ok(())
    }
}
