//! The TypeScript types of every command, written from the core's one table. The page is checked against them, so a
//! command that changes its shape fails the build of the page, and a file that is not up to date fails `make check`.

use std::{collections::BTreeMap, fs, path::Path};

use lockstep_core::rooms;
use lockstep_export::files::write_atomically;
use lockstep_workspace::{Error, Result, dispatch::typescript};
use serde_json::json;

use crate::Answer;

/// Writes the types into `folder`, or with `check` says whether what is there is up to date.
///
/// # Errors
/// When a file cannot be written, or with `check` is not what it should be.
pub fn write(folder: &Path, check: bool) -> Result<Answer> {
    let wanted = BTreeMap::from([("commands.ts".to_owned(), typescript(rooms()))]);
    let stale: Vec<&String> = wanted
        .iter()
        .filter(|(name, text)| fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name)
        .collect();
    if check && !stale.is_empty() {
        return Err(
            Error::refused(format!("The generated types are not up to date: {stale:?}."))
                .hint("Run `make bindings` and commit what it writes."),
        );
    }
    if !stale.is_empty() {
        fs::create_dir_all(folder).map_err(|error| Error::file(format!("{}: {error}", folder.display())))?;
    }
    for name in &stale {
        if let Some(text) = wanted.get(*name) {
            write_atomically(&folder.join(name), text.as_bytes())?;
        }
    }
    Answer::new(
        &json!({ "written": stale }),
        format!("{} of {} files written", stale.len(), wanted.len()),
    )
}
