//! The field kit as a folder that works from a shared drive, a stick or a web server: one page with everything that is searched in
//! it, and beside it the pieces and their pictures under names that follow from their bytes.
//!
//! It is brought up to date in place: what is new is written first, then the page in one go, then what is gone is removed. Whoever
//! reads meanwhile sees the kit as it was or as it is, and never half of it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use lockstep_core::collateral::{field_kit::content, files};
use lockstep_workspace::{Error, Result, Workspace};
use serde::Serialize;
use ts_rs::TS;

use crate::files::write_atomically;

/// The page; what it shows goes where `{{kit}}` stands. It is built with the window's page.
const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/dist/kit.html"));
/// The name of the page.
const INDEX: &str = "index.html";
/// What says that a folder is a field kit.
const MARKER: &str = "lockstep-field-kit.txt";
const MARKED: &str = "This folder is a field kit, written by Lockstep. Open index.html.\nIt is written anew by each export: keep nothing of your own here.\n";

/// What became of a field kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenKit {
    /// How many pieces it has.
    pub pieces: usize,
    /// How many files were written.
    pub written: usize,
    /// How many were there already as they are.
    pub unchanged: usize,
    /// How many were removed because their pieces are gone.
    pub removed: usize,
}

/// Writes the field kit of a workspace into a folder, or brings the one that is there up to date.
///
/// # Errors
/// `Refused` when the folder holds other things or nothing is approved; `Damaged` when the bytes of a piece are not those that
/// were added; `File` when it cannot be written: then the kit that was there is still whole.
pub fn write(workspace: &Workspace, folder: &Path) -> Result<WrittenKit> {
    let reader = workspace.reader()?;
    let kit = content::content(&reader)?;
    if kit.pieces.is_empty() {
        return Err(Error::refused("No piece is approved and current yet.")
            .hint("A field kit has what both sides approved. Approve a piece first, under Review."));
    }
    prepare(folder)?;
    let mut became = WrittenKit {
        pieces: kit.pieces.len(),
        written: 0,
        unchanged: 0,
        removed: 0,
    };
    let mut names: BTreeSet<PathBuf> = BTreeSet::new();
    for piece in &kit.pieces {
        let Some(file) = &piece.file else { continue };
        if names.insert(PathBuf::from(&file.path)) {
            let target = folder.join(&file.path);
            let bytes = || files::bytes_of(&reader, &file.hash);
            put(&target, bytes, &mut became).map_err(|error| about(error, &piece.title))?;
        }
        if let Some(picture) = &piece.picture
            && names.insert(PathBuf::from(picture))
        {
            let bytes = || {
                files::picture_of(&reader, &file.hash)?
                    .ok_or_else(|| Error::not_found("The picture of a piece"))
            };
            put(&folder.join(picture), bytes, &mut became)?;
        }
    }
    let page = page(&kit)?;
    let index = folder.join(INDEX);
    if fs::read(&index).is_ok_and(|known| known == page.as_bytes()) {
        became.unchanged += 1;
    } else {
        write_atomically(&index, page.as_bytes())?;
        became.written += 1;
    }
    for part in ["files", "pictures"] {
        became.removed += remove_others(&folder.join(part), Path::new(part), &names)?;
    }
    Ok(became)
}

fn about(error: Error, title: &str) -> Error {
    Error {
        message: format!("“{title}” cannot go into the kit. {}", error.message),
        ..error
    }
}

/// Makes the folder, or checks that it is a field kit or empty.
fn prepare(folder: &Path) -> Result<()> {
    let failed = |error: std::io::Error| {
        Error::file(format!("The folder cannot be used: {error}."))
            .hint("Choose another folder, one in which you may write.")
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let is_kit = folder.join(MARKER).is_file();
    let is_empty = fs::read_dir(folder).map_err(failed)?.next().is_none();
    if !is_kit && !is_empty {
        return Err(Error::refused("This folder holds other things.")
            .hint("Choose an empty folder, or one with an earlier field kit."));
    }
    if !is_kit {
        write_atomically(&folder.join(MARKER), MARKED.as_bytes())?;
    }
    for part in ["files", "pictures"] {
        fs::create_dir_all(folder.join(part)).map_err(failed)?;
    }
    Ok(())
}

/// Writes a file unless it is there with these bytes.
fn put(path: &Path, bytes: impl FnOnce() -> Result<Vec<u8>>, became: &mut WrittenKit) -> Result<()> {
    let bytes = bytes()?;
    if fs::read(path).is_ok_and(|known| known == bytes) {
        became.unchanged += 1;
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .map_err(|error| Error::file(format!("The folder cannot be used: {error}.")))?;
    }
    write_atomically(path, &bytes)?;
    became.written += 1;
    Ok(())
}

/// Returns the page with what it shows. Nothing in it ends the script in which it stands.
fn page(kit: &content::FieldKit) -> Result<String> {
    let json = serde_json::to_string(kit)?
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    Ok(PAGE.replacen("{{kit}}", &json, 1))
}

/// Removes files of the kit that belong to no piece of it any more, and folders that are empty then. Returns how many files.
fn remove_others(folder: &Path, name: &Path, names: &BTreeSet<PathBuf>) -> Result<usize> {
    let failed = |error: std::io::Error| Error::file(format!("What is gone could not be removed: {error}."));
    let mut removed = 0;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, name) = (entry.path(), name.join(entry.file_name()));
        // A link leads elsewhere: it is removed, never followed.
        if entry.file_type().map_err(failed)?.is_dir() {
            removed += remove_others(&path, &name, names)?;
            if fs::read_dir(&path).map_err(failed)?.next().is_none() {
                fs::remove_dir(&path).map_err(failed)?;
            }
        } else if !names.contains(&name) {
            fs::remove_file(&path).map_err(failed)?;
            removed += 1;
        }
    }
    Ok(removed)
}
