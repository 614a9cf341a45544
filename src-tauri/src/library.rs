//! Files of the collateral library on their way in and out: chosen, added, drawn, opened with the system's viewer, saved elsewhere.

use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use base64::{Engine, engine::general_purpose::STANDARD};
use lockstep_core::{
    collateral::{
        AddedFile, PieceVersion, add_cut_down, add_files, add_version,
        field_kit::slips::{SlipFile, slips_among},
        files, files_in,
        in_use::taking::{CountTaken, Taking},
        keep_file, name_of, prepare_bytes, prepare_file,
        queries::OpenPiece,
        remove_unused_files,
    },
    ids::{CollateralRequestId, PieceId},
};
use lockstep_documents::{FileKind, Reader};
use lockstep_export::files::write_atomically;
use lockstep_workspace::{Error, Result};
use serde::Serialize;
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use crate::{
    app_state::{beside, state},
    dialogs,
    documents::{Written, file_name},
    events::{ADDING_PROGRESS, AddingProgress, CHANGED, FILES_ADDED, OPEN_FAILED, SLIPS_DROPPED},
};

/// Held by whoever adds files: what one keeps is not removed at the end of another.
static ADDING: Mutex<()> = Mutex::new(());

/// Whether whoever adds files wants to stop.
static STOP: AtomicBool = AtomicBool::new(false);

/// What became of files that were to be added.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedFiles {
    /// File by file, in the order in which they were chosen.
    pub files: Vec<AddedFile>,
    /// Whether somebody stopped it: then nothing was added.
    pub stopped: bool,
}

/// Asks which files to add to the library and adds them in one step; `None` when the person thought better of it.
#[tauri::command]
pub async fn choose_files_to_add<R: Runtime>(app: AppHandle<R>) -> Result<Option<AddedFiles>> {
    beside(app, |app| {
        let chosen = dialogs::choose_collateral(app);
        if chosen.is_empty() {
            return Ok(None);
        }
        add(app, &chosen).map(Some)
    })
    .await
}

/// Adds files that were dropped on the window, and tells the page what became of them. Return slips of a field kit are shown
/// before anything is done with them.
pub fn arrive<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let (slips, others) = slips_among(&files);
        if !slips.is_empty() {
            SLIPS_DROPPED.tell(&app, slips);
        }
        if others.is_empty() {
            return;
        }
        match add(&app, &others) {
            Ok(added) => FILES_ADDED.tell(&app, added),
            Err(error) => OPEN_FAILED.tell(&app, error),
        }
    });
}

/// Asks which return slips are meant and reads them; none when the person thought better of it.
#[tauri::command]
pub async fn choose_return_slips<R: Runtime>(app: AppHandle<R>) -> Result<Vec<SlipFile>> {
    beside(app, |app| {
        let (slips, others) = slips_among(&dialogs::choose_return_slips(app));
        match others.first() {
            Some(other) => Err(Error::invalid(
                "path",
                format!("“{}” is not a return slip of a field kit.", name_of(other)),
            )
            .hint("A return slip ends in .json; whoever wrote it saves it from the kit’s “My notes”.")),
            None => Ok(slips),
        }
    })
    .await
}

/// Makes a piece of some pages of a PDF: a draft that remembers where it comes from, and that answers a request for it.
#[tauri::command]
pub async fn make_shorter<R: Runtime>(
    app: AppHandle<R>,
    piece: PieceId,
    pages: Vec<u32>,
    request: Option<CollateralRequestId>,
) -> Result<AddedFile> {
    beside(app, move |app| {
        let (version, bytes) = bytes_of(app, piece.clone())?;
        if version.file_kind != FileKind::Pdf {
            return Err(Error::refused("Only a PDF can be cut down here.")
                .hint("Save a copy, shorten it where it was made, and add that."));
        }
        let reader = Reader::new(None);
        let wanted: Vec<usize> = pages
            .iter()
            .map(|page| usize::try_from(*page).map_err(Error::internal))
            .collect::<Result<_>>()?;
        let shorter = reader
            .pages_of_pdf(&bytes, &wanted, &mut || true)
            .map_err(|trouble| Error {
                hint: trouble.hint,
                ..Error::refused(trouble.message)
            })?;
        let stem = version
            .file_name
            .rsplit_once('.')
            .map_or(version.file_name.as_str(), |(stem, _)| stem);
        let file = prepare_bytes(shorter, format!("{stem} short.pdf"), &reader, &mut || true)?;
        let _adding = ADDING.lock().unwrap_or_else(PoisonError::into_inner);
        let added = state(app).with(|workspace| {
            let facts = keep_file(workspace, &file)?;
            let added = add_cut_down(workspace, piece, pages, request, facts)?;
            Ok((added, workspace.last_changed().clone()))
        });
        // What was kept of it and became no piece goes again.
        let cleaned = state(app).with(remove_unused_files);
        let (added, changed) = added?;
        CHANGED.tell(app, Some(changed));
        cleaned.map(|_| added)
    })
    .await
}

/// Opens the address of a piece that is a link in the system's browser.
#[tauri::command]
pub async fn open_piece_link<R: Runtime>(app: AppHandle<R>, piece: PieceId) -> Result<()> {
    beside(app, move |app| {
        let found = state(app).with(|workspace| workspace.ask(OpenPiece { id: piece.clone() }))?;
        let link = found.line.piece.link;
        if !(link.starts_with("https://") || link.starts_with("http://")) {
            return Err(Error::refused("This piece is a file and has no link."));
        }
        tauri_plugin_opener::open_url(&link, None::<&str>).map_err(|error| {
            tracing::warn!(%error, "the system's browser did not open the link of a piece");
            Error::file("The link could not be opened.").hint("Copy it into your browser.")
        })?;
        count(app, vec![piece], Taking::Opened);
        Ok(())
    })
    .await
}

/// Counts that pieces were taken out of the library, and tells the page. Where it cannot be counted, in a workspace that is only
/// read for instance, they were taken all the same.
pub fn count<R: Runtime>(app: &AppHandle<R>, pieces: Vec<PieceId>, how: Taking) {
    let counted = state(app).with(|workspace| {
        workspace.act(CountTaken { pieces, how })?;
        Ok(workspace.last_changed().clone())
    });
    match counted {
        Ok(changed) => CHANGED.tell(app, Some(changed)),
        Err(error) => tracing::info!(%error, "the taking of pieces was not counted"),
    }
}

/// Adds files and the files of folders, one adding after the other, and leaves no bytes behind that are no piece.
fn add<R: Runtime>(app: &AppHandle<R>, chosen: &[PathBuf]) -> Result<AddedFiles> {
    let _adding = ADDING.lock().unwrap_or_else(PoisonError::into_inner);
    let added = add_all(app, chosen);
    ADDING_PROGRESS.tell(app, None);
    let cleaned = state(app).with(remove_unused_files);
    let added = added?;
    cleaned.map(|_| added)
}

fn add_all<R: Runtime>(app: &AppHandle<R>, chosen: &[PathBuf]) -> Result<AddedFiles> {
    STOP.store(false, Ordering::SeqCst);
    let paths = files_in(chosen)?;
    let reader = Reader::new(None);
    let mut goes_on = || !STOP.load(Ordering::SeqCst);
    let mut kept = Vec::new();
    let mut refused = Vec::new();
    for (done, path) in paths.iter().enumerate() {
        let progress = AddingProgress {
            done,
            of: paths.len(),
            file_name: name_of(path),
        };
        ADDING_PROGRESS.tell(app, Some(progress));
        // The bytes are kept one file at a time, and whoever asks something meanwhile is answered in between.
        let facts = prepare_file(path, &reader, &mut goes_on)
            .and_then(|file| state(app).with(|workspace| keep_file(workspace, &file)));
        if !goes_on() {
            return Ok(AddedFiles {
                files: Vec::new(),
                stopped: true,
            });
        }
        match facts {
            Ok(facts) => kept.push(facts),
            Err(error) => refused.push(AddedFile::refused(name_of(path), &error)),
        }
    }
    let mut files = if kept.is_empty() {
        Vec::new()
    } else {
        let added =
            state(app).with(|workspace| Ok((add_files(workspace, kept)?, workspace.last_changed().clone())));
        let (added, changed) = added?;
        CHANGED.tell(app, Some(changed));
        added
    };
    files.extend(refused);
    Ok(AddedFiles {
        files,
        stopped: false,
    })
}

/// Stops the adding of files: none of them is added.
#[tauri::command]
pub async fn stop_adding<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    beside(app, |_| {
        STOP.store(true, Ordering::SeqCst);
        Ok(())
    })
    .await
}

/// Asks which file is the next version of a piece and adds it; `None` when the person thought better of it.
#[tauri::command]
pub async fn choose_new_version<R: Runtime>(app: AppHandle<R>, piece: PieceId) -> Result<Option<AddedFile>> {
    beside(app, move |app| {
        let Some(path) = dialogs::choose_collateral(app).into_iter().next() else {
            return Ok(None);
        };
        let file = prepare_file(&path, &Reader::new(None), &mut || true)?;
        let _adding = ADDING.lock().unwrap_or_else(PoisonError::into_inner);
        let (added, changed) = state(app).with(|workspace| {
            let facts = keep_file(workspace, &file)?;
            Ok((
                add_version(workspace, piece, facts)?,
                workspace.last_changed().clone(),
            ))
        })?;
        CHANGED.tell(app, Some(changed));
        Ok(Some(added))
    })
    .await
}

/// Draws a page of the file that a piece is now, as an address that the page can show; `None` where it has no picture.
#[tauri::command]
pub async fn page_picture<R: Runtime>(
    app: AppHandle<R>,
    piece: PieceId,
    page: u32,
    width: u32,
) -> Result<Option<String>> {
    beside(app, move |app| {
        let (version, bytes) = bytes_of(app, piece)?;
        let page = usize::try_from(page).map_err(Error::internal)?;
        let drawn = Reader::new(None).page_picture(&bytes, version.file_kind, page, width, &mut || true);
        let picture = drawn.map_err(|trouble| Error::file(trouble.message))?;
        Ok(picture.map(|jpeg| format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))))
    })
    .await
}

/// Hands a copy of a piece's file to the system's viewer.
#[tauri::command]
pub async fn open_piece_file<R: Runtime>(app: AppHandle<R>, piece: PieceId) -> Result<()> {
    beside(app, move |app| {
        let (version, bytes) = bytes_of(app, piece.clone())?;
        if files::runs_in_a_browser(&version.file_name, version.file_kind) {
            return Err(Error::refused(
                "A web page from elsewhere is not opened from here, because it can run things.",
            )
            .hint("Save a copy of it and look at it first."));
        }
        let folder = opened(app).join(version.hash.get(..16).unwrap_or_default());
        std::fs::create_dir_all(&folder)
            .map_err(|error| Error::file(format!("The copy could not be made: {error}.")))?;
        let copy = folder.join(files::safe_name(&version.file_name));
        write_atomically(&copy, &bytes)?;
        tauri_plugin_opener::open_path(&copy, None::<&str>).map_err(|error| {
            tracing::warn!(%error, "the system's viewer did not open a piece of collateral");
            Error::file(format!("“{}” could not be opened.", version.file_name))
                .hint("Save a copy of it and open that from your files.")
        })?;
        count(app, vec![piece], Taking::Opened);
        Ok(())
    })
    .await
}

/// Asks where a copy of a piece's file goes and writes it there; `None` when the person thought better of it.
#[tauri::command]
pub async fn save_piece_file<R: Runtime>(app: AppHandle<R>, piece: PieceId) -> Result<Option<Written>> {
    beside(app, move |app| {
        let (version, bytes) = bytes_of(app, piece.clone())?;
        let name = files::safe_name(&version.file_name);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "bin"));
        let Some(path) = dialogs::choose_place(app, "Save a copy", "The file as it is", ending, stem) else {
            return Ok(None);
        };
        write_atomically(&path, &bytes)?;
        count(app, vec![piece], Taking::Saved);
        Ok(Some(Written::named(file_name(&path))))
    })
    .await
}

/// Where the copies lie that were handed to the system's viewer.
fn opened<R: Runtime>(app: &AppHandle<R>) -> PathBuf {
    state(app).data.join("opened")
}

/// Removes the copies that were handed to the system's viewer while the program ran the last time.
pub fn forget_opened<R: Runtime>(app: &AppHandle<R>) {
    match std::fs::remove_dir_all(opened(app)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, "copies of opened files were not removed");
        }
        _ => {}
    }
}

/// Returns the file that a piece is now, with its bytes.
fn bytes_of<R: Runtime>(app: &AppHandle<R>, piece: PieceId) -> Result<(PieceVersion, Vec<u8>)> {
    state(app).with(|workspace| {
        let version = workspace.ask(OpenPiece { id: piece })?.line.version;
        let version = version.ok_or_else(|| Error::refused("This piece is a link and has no file."))?;
        let bytes = files::bytes_of(&workspace.reader()?, &version.hash)?;
        Ok((version, bytes))
    })
}
