//! What the shell keeps while it runs: the workspace that is open, the ones that were open before, and the tokens by which the
//! page may speak of files. A path never comes from the page; it gets a token for every file it may name.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use lockstep_workspace::{Environment, Error, MachineEnvironment, Result, Snapshot, Workspace};
use tauri::{AppHandle, Manager, Runtime};

use crate::{menu::RoomItem, recent::Recent, staged_files::StagedFiles};

/// What the shell keeps while it runs.
pub struct AppState {
    /// The clock and the identifiers that the core works with.
    pub environment: Arc<dyn Environment>,
    /// Where our own files lie: the sample.
    pub data: PathBuf,
    /// The exported files that wait to be taken in.
    pub staged: StagedFiles,
    workspace: Mutex<Option<Workspace>>,
    /// The workspace as it was before what is written just now and takes long.
    before: Mutex<Option<Snapshot>>,
    recent: Mutex<Recent>,
    tokens: Mutex<Tokens>,
    /// The menu items of the rooms, as the page told them.
    room_items: Mutex<Vec<RoomItem>>,
    last_asked: Mutex<Instant>,
}

impl AppState {
    /// Returns the state at the start; `settings` holds the list of recent workspaces.
    pub fn new(settings: &Path, data: &Path) -> Self {
        Self {
            environment: Arc::new(MachineEnvironment::keeping_in(data)),
            data: data.to_owned(),
            staged: StagedFiles::default(),
            workspace: Mutex::default(),
            before: Mutex::default(),
            recent: Mutex::new(Recent::read(settings)),
            tokens: Mutex::default(),
            room_items: Mutex::default(),
            last_asked: Mutex::new(Instant::now()),
        }
    }

    /// Does something with the open workspace.
    pub fn with<T>(&self, work: impl FnOnce(&mut Workspace) -> Result<T>) -> Result<T> {
        *lock(&self.last_asked) = Instant::now();
        match &mut *lock(&self.workspace) {
            Some(workspace) => work(workspace),
            None => Err(Error::refused("No workspace is open.")
                .hint("Open one, start one, or look round the sample.")),
        }
    }

    /// Does something with the open workspace that takes long. Meanwhile [`AppState::ask_before`] answers questions.
    pub fn with_for_long<T>(&self, work: impl FnOnce(&mut Workspace) -> Result<T>) -> Result<T> {
        self.with(|workspace| {
            *lock(&self.before) = workspace.snapshot()?;
            let _until_done = Meanwhile(&self.before);
            work(workspace)
        })
    }

    /// Asks the workspace as it was before what is written just now and takes long; nothing while nothing does.
    pub fn ask_before<T>(&self, ask: impl FnOnce(&Snapshot) -> Result<T>) -> Option<Result<T>> {
        lock(&self.before).as_ref().map(ask)
    }

    /// Looks at the open workspace, if there is one.
    pub fn with_workspace<T>(&self, read: impl FnOnce(Option<&Workspace>) -> T) -> T {
        read(lock(&self.workspace).as_ref())
    }

    /// Changes which workspace lies open. While `change` runs nobody else gets at it.
    pub fn swap<T>(&self, change: impl FnOnce(&mut Option<Workspace>) -> Result<T>) -> Result<T> {
        change(&mut lock(&self.workspace))
    }

    /// Closes the workspace because the program is being left. It opens again at the next start.
    pub fn leave(&self) {
        // Whoever reads a file holds the workspace; what is stopped has taken nothing in.
        self.staged.stop();
        if let Some(Err(error)) = lock(&self.workspace).take().map(Workspace::close) {
            tracing::warn!(code = ?error.code, "the workspace was closed, but not everything could be seen to");
        }
    }

    /// Returns whether nobody asked anything of the workspace for a while.
    pub fn was_quiet_for(&self, quiet: Duration) -> bool {
        lock(&self.last_asked).elapsed() >= quiet
    }

    /// Returns the list of recent workspaces.
    pub fn recent(&self) -> MutexGuard<'_, Recent> {
        lock(&self.recent)
    }

    /// Returns the menu items of the rooms.
    pub fn room_items(&self) -> Vec<RoomItem> {
        lock(&self.room_items).clone()
    }

    /// Sets the menu items of the rooms, and returns whether they are others than before.
    pub fn set_room_items(&self, items: Vec<RoomItem>) -> bool {
        let mut known = lock(&self.room_items);
        let differ = *known != items;
        *known = items;
        differ
    }

    /// Returns the token under which the page may speak of a file.
    pub fn token(&self, path: &Path, kind: TokenKind) -> String {
        lock(&self.tokens).of(path, kind, || self.environment.new_id().to_string())
    }

    /// Returns the file that a token stands for.
    pub fn file(&self, token: &str, kind: TokenKind) -> Result<PathBuf> {
        lock(&self.tokens)
            .known
            .get(token)
            .filter(|(_, is)| *is == kind)
            .map(|(path, _)| path.clone())
            .ok_or_else(|| {
                Error::refused("Lockstep no longer knows which file is meant.").hint("Choose the file again.")
            })
    }
}

/// Lets the workspace as it was before go, however the work ends.
struct Meanwhile<'d>(&'d Mutex<Option<Snapshot>>);

impl Drop for Meanwhile<'_> {
    fn drop(&mut self) {
        *lock(self.0) = None;
    }
}

/// What a token was given for. A token for one thing is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A workspace that was open before.
    Recent,
    /// A document that we wrote.
    Exported,
    /// An exported file that waits to be taken in.
    Data,
}

#[derive(Default)]
struct Tokens {
    known: HashMap<String, (PathBuf, TokenKind)>,
    given: HashMap<(PathBuf, TokenKind), String>,
}

impl Tokens {
    fn of(&mut self, path: &Path, kind: TokenKind, fresh: impl FnOnce() -> String) -> String {
        let token = self.given.entry((path.to_owned(), kind)).or_insert_with(fresh);
        self.known.insert(token.clone(), (path.to_owned(), kind));
        token.clone()
    }
}

/// Locks, and goes on where somebody else broke off: what a panic interrupts is rolled back by its transaction, and
/// the state itself is changed in single steps.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `work` beside the main thread, which must stay free to draw.
pub async fn beside<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>) -> Result<T> + Send + 'static,
) -> Result<T> {
    tauri::async_runtime::spawn_blocking(move || work(&app))
        .await
        .map_err(Error::internal)?
}

/// Returns the state of a running shell.
pub fn state<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, AppState> {
    app.state::<AppState>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> std::io::Result<(tempfile::TempDir, AppState)> {
        let folder = tempfile::tempdir()?;
        let state = AppState::new(folder.path(), folder.path());
        Ok((folder, state))
    }

    #[test]
    fn a_token_opens_only_what_it_was_given_for() -> Result<(), Box<dyn std::error::Error>> {
        let (_folder, state) = state()?;
        let token = state.token(Path::new("/a.lockstep"), TokenKind::Recent);
        assert_eq!(
            state.file(&token, TokenKind::Recent)?,
            PathBuf::from("/a.lockstep")
        );
        assert!(state.file(&token, TokenKind::Exported).is_err());
        assert!(state.file("/etc/passwd", TokenKind::Recent).is_err());
        Ok(())
    }

    #[test]
    fn the_same_file_keeps_its_token() -> std::io::Result<()> {
        let (_folder, state) = state()?;
        let first = state.token(Path::new("/a"), TokenKind::Recent);
        assert_eq!(state.token(Path::new("/a"), TokenKind::Recent), first);
        assert_ne!(state.token(Path::new("/a"), TokenKind::Exported), first);
        Ok(())
    }

    #[test]
    fn while_something_takes_long_questions_are_answered_from_before()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, state) = state()?;
        let founding = serde_json::json!({ "company": "Acme", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
            "one_person_does_both": false, "people": [] });
        let founded = lockstep_core::create(
            &folder.path().join("acme.lockstep"),
            serde_json::from_value(founding)?,
            state.environment.clone(),
        )?;
        state.swap(|open| {
            *open = Some(founded);
            Ok(())
        })?;
        let name = || state.ask_before(|before| before.reply("show_company", serde_json::json!({})));
        assert!(name().is_none());
        state.with_for_long(|workspace| {
            workspace.call(
                "edit_company",
                serde_json::json!({ "change": { "name": "Other" } }),
            )?;
            assert!(name().is_some_and(|said| said.is_ok_and(|said| said.answer.get().contains("Acme"))));
            Ok(())
        })?;
        assert!(name().is_none());
        let interrupted = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            state.with_for_long(|_| -> Result<()> { std::panic::resume_unwind(Box::new("it went wrong")) })
        }));
        assert!(interrupted.is_err());
        assert!(name().is_none());
        Ok(())
    }

    #[test]
    fn without_a_workspace_nothing_is_done() -> std::io::Result<()> {
        let (_folder, state) = state()?;
        let refused = state.with(|_| Ok(()));
        assert_eq!(
            refused.map_err(|error| error.code),
            Err(lockstep_workspace::ErrorCode::Refused)
        );
        Ok(())
    }
}
