//! Workspaces as documents: new, open, open again, the sample, close, save a copy, and back to a backup.

use std::path::{Path, PathBuf};

use lockstep_workspace::{Error, Founding, Result, Workspace};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use crate::{
    app_state::{TokenKind, beside, state},
    automation,
    dialogs::{self, WORKSPACE_ENDING},
    events::{CHANGED, TROUBLE},
    file_open, language, menu,
    page::WINDOW,
    sample,
};

/// What the page has to know of the shell.
#[derive(Debug, Serialize, TS)]
pub struct ShellState {
    workspace: Option<OpenWorkspace>,
    recent: Vec<RecentWorkspace>,
    locale: String,
    version: String,
    automation: bool,
    /// Why the workspace that was to be opened at the start was not; told once.
    open_failed: Option<Error>,
    /// The exported files that wait to be taken in.
    staged_files: Vec<String>,
    /// Whether some of them came by themselves, so that they are to be shown; told once, when a workspace is open.
    files_arrived: bool,
}

/// The workspace that lies open.
#[derive(Debug, Serialize, TS)]
struct OpenWorkspace {
    path_label: String,
    file_name: String,
    read_only: Option<String>,
    /// What is worth a word about the place: that its folder syncs with other computers.
    note: Option<String>,
    is_sample: bool,
}

/// A workspace that was open before.
#[derive(Debug, Serialize, TS)]
struct RecentWorkspace {
    token: String,
    label: String,
    folder: String,
    missing: bool,
}

/// A file that was written where the person said.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    label: String,
}

impl Written {
    /// Returns what is told of a file that was written.
    pub fn named(label: String) -> Self {
        Self { label }
    }
}

/// Which workspace is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// This file.
    File(PathBuf),
    /// The sample.
    Sample,
    /// The one that was open when the program was last left, if it is still there.
    OpenWhenLeft,
}

/// Returns what the page has to know of the shell. The first time, it waits until what the start asked for is open.
#[tauri::command]
pub async fn shell_state<R: Runtime>(app: AppHandle<R>) -> Result<ShellState> {
    beside(app, |app| {
        let open_failed = file_open::settle(app);
        let workspace =
            state(app).with_workspace(|workspace| workspace.map(|workspace| open_workspace(app, workspace)));
        Ok(ShellState {
            files_arrived: workspace.is_some() && state(app).staged.take_arrival(),
            staged_files: state(app).staged.labels(),
            workspace,
            recent: recent(app),
            locale: language::of_this_machine(),
            version: app.package_info().version.to_string(),
            automation: automation::is_on(),
            open_failed,
        })
    })
    .await
}

fn open_workspace<R: Runtime>(app: &AppHandle<R>, workspace: &Workspace) -> OpenWorkspace {
    let path = workspace.path();
    OpenWorkspace {
        path_label: folder_label(app, path),
        file_name: file_name(path),
        read_only: workspace.read_only().map(str::to_owned),
        note: workspace.note().map(str::to_owned),
        is_sample: is_sample(app, path),
    }
}

fn recent<R: Runtime>(app: &AppHandle<R>) -> Vec<RecentWorkspace> {
    let state = state(app);
    let known = state.recent().workspaces().to_vec();
    known
        .iter()
        .map(|path| RecentWorkspace {
            token: state.token(path, TokenKind::Recent),
            label: name(path),
            folder: folder_label(app, path),
            missing: !path.exists(),
        })
        .collect()
}

/// Asks where the new workspace goes and founds it there, unless the person thinks better of it.
#[tauri::command]
pub async fn new_workspace<R: Runtime>(app: AppHandle<R>, founding: Founding) -> Result<()> {
    beside(app, |app| {
        let chosen = dialogs::choose_place(
            app,
            "Keep the new workspace as",
            "Lockstep workspace",
            WORKSPACE_ENDING,
            &founding.company,
        );
        let Some(path) = chosen else { return Ok(()) };
        state(app).swap(|open| {
            let founded = lockstep_core::create(&path, founding, state(app).environment.clone())?;
            put(app, open, founded);
            Ok(())
        })?;
        opened(app);
        Ok(())
    })
    .await
}

/// Asks which workspace to open, and opens it, unless the person thinks better of it.
#[tauri::command]
pub async fn open_dialog<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    beside(app, |app| match dialogs::choose_workspace(app) {
        Some(path) => open(app, Which::File(path)),
        None => Ok(()),
    })
    .await
}

/// Opens a workspace that was open before.
#[tauri::command]
pub async fn open_recent<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    beside(app, move |app| {
        let path = state(app).file(&token, TokenKind::Recent)?;
        open(app, Which::File(path))
    })
    .await
}

/// Opens the sample, a whole fictional company to look round in.
#[tauri::command]
pub async fn open_sample<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    beside(app, |app| open(app, Which::Sample)).await
}

/// Closes the workspace; the window stays.
#[tauri::command]
pub async fn close_workspace<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    beside(app, |app| {
        // Closed it is, whatever is said about it: a backup that could not be made, for instance.
        let closed = state(app).swap(|open| open.take().map_or(Ok(()), Workspace::close));
        state(app).recent().note_closed();
        told(app);
        closed
    })
    .await
}

/// Asks where a copy goes and saves it there; the workspace that lies open stays the one it was.
#[tauri::command]
pub async fn save_copy<R: Runtime>(app: AppHandle<R>) -> Result<Option<Written>> {
    beside(app, |app| {
        let suggested = state(app).with(|workspace| Ok(format!("{} (copy)", name(workspace.path()))))?;
        let chosen = dialogs::choose_place(
            app,
            "Save a copy",
            "Lockstep workspace",
            WORKSPACE_ENDING,
            &suggested,
        );
        let Some(path) = chosen else { return Ok(None) };
        match state(app).with(Workspace::snapshot)? {
            // Of the file as it stands, beside whoever goes on working.
            Some(snapshot) => snapshot.save_copy(&path)?,
            None => state(app).with(|workspace| workspace.save_copy(&path))?,
        }
        Ok(Some(Written::named(file_name(&path))))
    })
    .await
}

/// Puts a backup in the place of the workspace that lies open. What was there becomes a backup itself.
#[tauri::command]
pub async fn restore_backup<R: Runtime>(app: AppHandle<R>, name: String) -> Result<()> {
    beside(app, move |app| {
        state(app).with(|workspace| workspace.restore_backup(&name))?;
        told(app);
        Ok(())
    })
    .await
}

/// Opens a workspace in the place of the one that lies open. When it cannot be opened, that one stays.
pub fn open<R: Runtime>(app: &AppHandle<R>, which: Which) -> Result<()> {
    let path = match which {
        Which::File(path) => path,
        Which::Sample => fresh_sample(app)?,
        Which::OpenWhenLeft => match state(app).recent().open_when_left() {
            Some(path) if path.exists() => path.to_owned(),
            _ => return Ok(()),
        },
    };
    let is_open =
        state(app).with_workspace(|workspace| workspace.is_some_and(|open| is_same_file(open.path(), &path)));
    if is_open {
        return Ok(());
    }
    state(app).swap(|open| {
        let opened = lockstep_core::open(&path, state(app).environment.clone())?;
        put(app, open, opened);
        Ok(())
    })?;
    opened(app);
    Ok(())
}

/// Lays a workspace in the place of the one that lay open, and closes that.
fn put<R: Runtime>(app: &AppHandle<R>, open: &mut Option<Workspace>, workspace: Workspace) {
    if let Some(Err(error)) = open.replace(workspace).map(Workspace::close) {
        TROUBLE.tell(app, error);
    }
}

/// Returns the sample's file, fresh. The one that lies open is not taken from under whoever looks round in it.
fn fresh_sample<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf> {
    let state = state(app);
    let path = sample::place(&state.data);
    let is_open =
        state.with_workspace(|workspace| workspace.is_some_and(|open| is_same_file(open.path(), &path)));
    if !is_open {
        sample::refresh(&state.data, state.environment.today())?;
    }
    Ok(path)
}

fn is_sample<R: Runtime>(app: &AppHandle<R>, path: &Path) -> bool {
    is_same_file(path, &sample::place(&state(app).data))
}

/// Notes that another workspace lies open, and tells.
fn opened<R: Runtime>(app: &AppHandle<R>) {
    let path = state(app).with_workspace(|workspace| workspace.map(|open| open.path().to_owned()));
    if let Some(path) = path {
        state(app).recent().note_open(&path, !is_sample(app, &path));
    }
    told(app);
}

fn told<R: Runtime>(app: &AppHandle<R>) {
    state(app).staged.ask_again();
    menu::refresh(app);
    entitle(app);
    CHANGED.tell(app, None);
}

/// Puts the name of the open workspace on the window.
pub fn entitle<R: Runtime>(app: &AppHandle<R>) {
    let title = state(app).with_workspace(|workspace| match workspace {
        Some(open) => format!("{} – Lockstep", name(open.path())),
        None => "Lockstep".to_owned(),
    });
    if let Some(Err(error)) = app
        .get_webview_window(WINDOW)
        .map(|window| window.set_title(&title))
    {
        tracing::warn!(%error, "the window kept its old title");
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The name of a document, as people say it: without its ending.
pub fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The name of a document with its ending.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The folder of a document as people say it: "~" for home.
fn folder_label<R: Runtime>(app: &AppHandle<R>, path: &Path) -> String {
    let folder = path.parent().unwrap_or(path);
    match app
        .path()
        .home_dir()
        .ok()
        .and_then(|home| folder.strip_prefix(home).ok().map(Path::to_owned))
    {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => Path::new("~").join(rest).to_string_lossy().into_owned(),
        None => folder.to_string_lossy().into_owned(),
    }
}
