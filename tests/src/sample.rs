//! The sample workspace, built once for all tests that open it and copied for each.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use serde_json::json;

use crate::{
    Result,
    processes::{program, repository},
};

/// What the application calls the sample's file.
const NAME: &str = "Tidewell Medical (sample)";

/// Puts the sample among the application's files in `data`, as if it had been opened there today.
///
/// # Errors
/// When it cannot be built or copied.
pub fn lay(data: &Path) -> Result {
    let built = built()?;
    let folder = data.join("sample");
    fs::create_dir_all(&folder)?;
    for extension in ["lockstep", "json"] {
        let name = format!("{NAME}.{extension}");
        fs::copy(built.join(&name), folder.join(&name))?;
    }
    Ok(())
}

/// Returns the folder in which the sample of this build and this day lies, building it if nobody has yet. Tests that come at
/// the same time may build it twice; the first to finish gives it its name.
fn built() -> Result<PathBuf> {
    let today = chrono::Local::now().date_naive();
    let of_build = fs::metadata(program("lockstep")?)?
        .modified()?
        .duration_since(UNIX_EPOCH)?
        .as_nanos();
    let samples = repository().join("target/samples");
    let ready = samples.join(format!("{of_build}-{today}"));
    if ready.is_dir() {
        return Ok(ready);
    }
    fs::create_dir_all(&samples)?;
    for old in fs::read_dir(&samples)? {
        let old = old?;
        // Those of earlier builds; what is being made has a name with a dot.
        if !old.file_name().to_string_lossy().starts_with(['.']) {
            let _ = fs::remove_dir_all(old.path());
        }
    }
    let making = tempfile::tempdir_in(&samples)?;
    let file = making.path().join(format!("{NAME}.lockstep"));
    lockstep_sample::build(&file, today, lockstep_core::rooms())?;
    let note = json!({ "edition": lockstep_sample::EDITION, "on": today });
    fs::write(making.path().join(format!("{NAME}.json")), note.to_string())?;
    match fs::rename(making.keep(), &ready) {
        Err(error) if error.kind() != io::ErrorKind::DirectoryNotEmpty => Err(error.into()),
        _ => Ok(ready),
    }
}
