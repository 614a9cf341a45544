//! The desk: the workspace that lies open on it, the ones that lay there before, and the tokens by which the page may
//! speak of files. A path never comes from the page; it gets a token for every file it may name.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use lockstep_workspace::{Environment, Error, MachineEnvironment, Result, Snapshot, Workspace};
use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::{recent::Recent, staged_files::StagedFiles};

/// Told to the page after something was committed, with the tables that changed, or with none named when another workspace lies
/// open or something else is different.
pub const CHANGED: &str = "changed";

/// What the shell keeps while it runs.
pub struct AppState {
    /// The clock and the identifiers that the core works with.
    pub environment: Arc<dyn Environment>,
    /// Where our own files lie: the sample.
    pub data: PathBuf,
    /// The exported files that wait to be taken in.
    pub tray: StagedFiles,
    workspace: Mutex<Option<Workspace>>,
    /// The workspace as it was before what is written just now and takes long.
    before: Mutex<Option<Snapshot>>,
    recent: Mutex<Recent>,
    tokens: Mutex<Tokens>,
    last_asked: Mutex<Instant>,
}

impl AppState {
    /// Lays out an empty desk; `settings` holds the list of recent workspaces.
    pub fn new(settings: &Path, data: &Path) -> Self {
        Self {
            environment: Arc::new(MachineEnvironment::keeping_in(data)),
            data: data.to_owned(),
            tray: StagedFiles::default(),
            workspace: Mutex::default(),
            before: Mutex::default(),
            recent: Mutex::new(Recent::read(settings)),
            tokens: Mutex::default(),
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
    pub fn look<T>(&self, look: impl FnOnce(Option<&Workspace>) -> T) -> T {
        look(lock(&self.workspace).as_ref())
    }

    /// Changes which workspace lies open. While `change` runs nobody else gets at the desk.
    pub fn swap<T>(&self, change: impl FnOnce(&mut Option<Workspace>) -> Result<T>) -> Result<T> {
        change(&mut lock(&self.workspace))
    }

    /// Closes the workspace because the program is being left. It opens again at the next start.
    pub fn leave(&self) {
        // Whoever reads a file holds the workspace; what is stopped has taken nothing in.
        self.tray.stop();
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

    /// Returns the token under which the page may speak of a file.
    pub fn token(&self, path: &Path, kind: Known) -> String {
        lock(&self.tokens).of(path, kind, || self.environment.new_id().to_string())
    }

    /// Returns the file that a token stands for.
    pub fn file(&self, token: &str, kind: Known) -> Result<PathBuf> {
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
pub enum Known {
    /// A workspace that was open before.
    Recent,
    /// A document that we wrote.
    Exported,
    /// An exported file that waits to be taken in.
    Data,
}

#[derive(Default)]
struct Tokens {
    known: HashMap<String, (PathBuf, Known)>,
    given: HashMap<(PathBuf, Known), String>,
}

impl Tokens {
    fn of(&mut self, path: &Path, kind: Known, fresh: impl FnOnce() -> String) -> String {
        let token = self.given.entry((path.to_owned(), kind)).or_insert_with(fresh);
        self.known.insert(token.clone(), (path.to_owned(), kind));
        token.clone()
    }
}

/// Locks, and goes on where somebody else broke off: what a panic interrupts is rolled back by its transaction, and
/// the desk itself is changed in single steps.
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

/// Tells the page something. What happened has happened, so a page that cannot be told is no failure of the deed.
pub fn tell<R: Runtime>(app: &AppHandle<R>, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit_to(crate::page::WINDOW, event, payload) {
        tracing::warn!(%error, event, "the page was not told");
    }
}

/// Returns the desk of a running shell.
pub fn desk<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, AppState> {
    app.state::<AppState>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk() -> std::io::Result<(tempfile::TempDir, AppState)> {
        let folder = tempfile::tempdir()?;
        let desk = AppState::new(folder.path(), folder.path());
        Ok((folder, desk))
    }

    #[test]
    fn a_token_opens_only_what_it_was_given_for() -> Result<(), Box<dyn std::error::Error>> {
        let (_folder, desk) = desk()?;
        let token = desk.token(Path::new("/a.lockstep"), Known::Recent);
        assert_eq!(desk.file(&token, Known::Recent)?, PathBuf::from("/a.lockstep"));
        assert!(desk.file(&token, Known::Exported).is_err());
        assert!(desk.file("/etc/passwd", Known::Recent).is_err());
        Ok(())
    }

    #[test]
    fn the_same_file_keeps_its_token() -> std::io::Result<()> {
        let (_folder, desk) = desk()?;
        let first = desk.token(Path::new("/a"), Known::Recent);
        assert_eq!(desk.token(Path::new("/a"), Known::Recent), first);
        assert_ne!(desk.token(Path::new("/a"), Known::Exported), first);
        Ok(())
    }

    #[test]
    fn while_something_takes_long_questions_are_answered_from_before()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, desk) = desk()?;
        let founding = serde_json::json!({ "company": "Acme", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
            "one_person_does_both": false, "people": [] });
        let founded = lockstep_core::create(
            &folder.path().join("acme.lockstep"),
            serde_json::from_value(founding)?,
            desk.environment.clone(),
        )?;
        desk.swap(|open| {
            *open = Some(founded);
            Ok(())
        })?;
        let name = || desk.ask_before(|before| before.reply("show_company", serde_json::json!({})));
        assert!(name().is_none());
        desk.with_for_long(|workspace| {
            workspace.call(
                "edit_company",
                serde_json::json!({ "change": { "name": "Other" } }),
            )?;
            assert!(name().is_some_and(|said| said.is_ok_and(|said| said.answer.get().contains("Acme"))));
            Ok(())
        })?;
        assert!(name().is_none());
        let interrupted = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            desk.with_for_long(|_| -> Result<()> { std::panic::resume_unwind(Box::new("it went wrong")) })
        }));
        assert!(interrupted.is_err());
        assert!(name().is_none());
        Ok(())
    }

    #[test]
    fn without_a_workspace_nothing_is_done() -> std::io::Result<()> {
        let (_folder, desk) = desk()?;
        let refused = desk.with(|_| Ok(()));
        assert_eq!(
            refused.map_err(|error| error.code),
            Err(lockstep_workspace::ErrorCode::Refused)
        );
        Ok(())
    }
}
