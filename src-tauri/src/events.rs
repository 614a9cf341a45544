//! What the shell tells the page on its own account.

use std::marker::PhantomData;

use lockstep_core::collateral::field_kit::slips::SlipFile;
use lockstep_workspace::{Error, reads::Tables};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};
use ts_rs::TS;

use crate::{library::AddedFiles, page::WINDOW};

/// Something was committed, with the tables that changed; none are named when another workspace is open, or when something else
/// than tables is different.
pub const CHANGED: Event<Option<Tables>> = Event::named("changed");
/// A menu item was chosen, by the name of its command.
pub const MENU_CHOSEN: Event<String> = Event::named("menu");
/// A file that was to be opened could not be.
pub const OPEN_FAILED: Event<Error> = Event::named("open-failed");
/// Something that the shell does unasked for the workspace failed: a backup, for instance.
pub const TROUBLE: Event<Error> = Event::named("trouble");
/// Something is different with the files staged for import.
pub const STAGED_FILES: Event<()> = Event::named("staged-files");
/// How far the reading of a staged file is.
pub const IMPORT_PROGRESS: Event<ImportProgress> = Event::named("import-progress");
/// How far the adding of files to the library is; nothing once it is over.
pub const ADDING_PROGRESS: Event<Option<AddingProgress>> = Event::named("adding-progress");
/// What became of files that were dropped on the window and go to the library.
pub const FILES_ADDED: Event<AddedFiles> = Event::named("files-added");
/// Return slips of a field kit that were dropped on the window.
pub const SLIPS_DROPPED: Event<Vec<SlipFile>> = Event::named("slips-dropped");
/// Whether files are dragged over the window.
pub const DRAGGED_OVER: Event<bool> = Event::named("dragged-over");

/// How far the reading of a staged file is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportProgress {
    /// Names the file.
    pub token: String,
    /// How many bytes are read.
    pub read: u64,
    /// Of how many.
    pub of: u64,
}

/// How far the adding of files to the library is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddingProgress {
    /// How many files are read.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// The one that is read just now.
    pub file_name: String,
}

/// An event, by its name, and what comes with it.
pub struct Event<P> {
    name: &'static str,
    payload: PhantomData<fn(P)>,
}

impl<P: Serialize + Clone> Event<P> {
    const fn named(name: &'static str) -> Self {
        Self {
            name,
            payload: PhantomData,
        }
    }

    /// Tells the page. What happened has happened, so a page that cannot be told is no failure of what was done.
    pub fn tell<R: Runtime>(&self, app: &AppHandle<R>, payload: P) {
        if let Err(error) = app.emit_to(WINDOW, self.name, payload) {
            tracing::warn!(%error, event = self.name, "the page was not told");
        }
    }
}

#[cfg(test)]
impl<P: TS + 'static> Event<P> {
    /// Returns its name and the type of what comes with it, and declares that.
    pub fn typescript(
        &self,
        declarations: &mut lockstep_workspace::dispatch::Declarations,
    ) -> (&'static str, String) {
        declarations.declare::<P>();
        (self.name, P::name(&lockstep_workspace::dispatch::config()))
    }
}
