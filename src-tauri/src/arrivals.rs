//! Files that come by themselves: named when the program is started, handed over by a second start, or sent by macOS.
//! One that comes before the page is there waits; the page's first question opens it.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use lockstep_core::Error;
use tauri::{AppHandle, Manager, Runtime};

use crate::{
    desk::tell,
    documents::{self, Which},
    page::WINDOW,
};

/// Told to the page when a file that came by itself could not be opened.
const OPEN_FAILED: &str = "open-failed";
/// Asks at the start for the sample instead of a file.
const SAMPLE: &str = "--sample";

/// What came before the page was there.
pub struct Arrivals(Mutex<Waiting>);

struct Waiting {
    page_is_there: bool,
    /// What the start asked for, while it is being opened; what went wrong with it, in the end.
    first: Option<JoinHandle<Option<Error>>>,
    next: Option<Which>,
}

impl Arrivals {
    /// Begins to open what the program was started with; without a file, what was open when it was last left. The page
    /// takes its time to load, and the file is usually open when it first asks.
    pub fn begin<R: Runtime>(app: &AppHandle<R>, arguments: impl Iterator<Item = OsString>) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let which = named(arguments, &here).unwrap_or(Which::OpenWhenLeft);
        let app = app.clone();
        let first = thread::spawn(move || documents::open(&app, which).err());
        Self(Mutex::new(Waiting {
            page_is_there: false,
            first: Some(first),
            next: None,
        }))
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes that the page is there, waits until what came before it is open, and returns what went wrong with that.
pub fn settle<R: Runtime>(app: &AppHandle<R>) -> Option<Error> {
    let arrivals = app.state::<Arrivals>();
    let (first, next) = {
        let mut waiting = arrivals.lock();
        waiting.page_is_there = true;
        (waiting.first.take(), waiting.next.take())
    };
    let failed = first.and_then(|opening| {
        let broken = |_| Some(Error::internal("opening the workspace broke off"));
        opening.join().unwrap_or_else(broken)
    });
    let failed = match next {
        Some(which) => documents::open(app, which).err(),
        None => failed,
    };
    // It may have been open before there was a window to put its name on.
    documents::entitle(app);
    failed
}

/// Returns what a start asks for: the first file, or the sample.
fn named(arguments: impl Iterator<Item = OsString>, folder: &Path) -> Option<Which> {
    arguments
        .into_iter()
        .find_map(|argument| match argument.to_str() {
            Some(SAMPLE) => Some(Which::Sample),
            Some(flag) if flag.starts_with('-') => None,
            Some("") => None,
            _ => Some(Which::File(folder.join(argument))),
        })
}

/// Opens the first of some files that came by themselves: a window shows one workspace.
pub fn arrive<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    if let Some(file) = files.into_iter().next() {
        open(app, Which::File(file));
    }
}

/// Raises the window and opens what a second start of the program was asked for.
pub fn second_start<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &Path) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let raised = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = raised {
            tracing::warn!(%error, "the window was not raised");
        }
    }
    let arguments = arguments.iter().skip(1).map(OsString::from);
    if let Some(which) = named(arguments, folder) {
        open(app, which);
    }
}

fn open<R: Runtime>(app: &AppHandle<R>, which: Which) {
    let arrivals = app.state::<Arrivals>();
    let mut waiting = arrivals.lock();
    if !waiting.page_is_there {
        waiting.next = Some(which);
        return;
    }
    drop(waiting);
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        if let Err(error) = documents::open(&app, which) {
            failed(&app, error);
        }
    });
}

fn failed<R: Runtime>(app: &AppHandle<R>, error: Error) {
    tracing::info!(code = ?error.code, "a file that came by itself was not opened");
    tell(app, OPEN_FAILED, error);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Option<Which> {
        named(arguments.iter().map(OsString::from), Path::new("/home/ada"))
    }

    #[test]
    fn a_start_names_a_file_or_the_sample() {
        assert_eq!(
            asked(&["Plan.lockstep"]),
            Some(Which::File("/home/ada/Plan.lockstep".into()))
        );
        assert_eq!(
            asked(&["/x/Plan.lockstep"]),
            Some(Which::File("/x/Plan.lockstep".into()))
        );
        assert_eq!(asked(&["--sample"]), Some(Which::Sample));
        assert_eq!(
            asked(&["--gtk-module=x", "a"]),
            Some(Which::File("/home/ada/a".into()))
        );
        assert_eq!(asked(&[]), None);
    }
}
