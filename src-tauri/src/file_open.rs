//! Files that come by themselves: named when the program is started, handed over by a second start, or sent by macOS.
//! One that comes before the page is there waits; the page's first question opens it.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use lockstep_workspace::Error;
use tauri::{AppHandle, DragDropEvent, Manager, Runtime};

use crate::{
    app_state::state,
    dialogs,
    documents::{self, Which},
    events::{CHANGED, DRAGGED_OVER, OPEN_FAILED},
    importing, library,
    page::WINDOW,
    staged_files::{DATA_ENDINGS, is_data},
};

/// Asks at the start for the sample instead of a file.
const SAMPLE: &str = "--sample";

/// What came before the page was there.
pub struct FileOpen(Mutex<Waiting>);

struct Waiting {
    page_is_there: bool,
    /// What the start asked for, while it is being opened; what went wrong with it, in the end.
    first: Option<JoinHandle<Option<Error>>>,
    next: Option<Which>,
}

impl FileOpen {
    /// Begins to open what the program was started with; without a file, what was open when it was last left. The page
    /// takes its time to load, and the file is usually open when it first asks.
    pub fn begin<R: Runtime>(app: &AppHandle<R>, arguments: impl Iterator<Item = OsString>) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let wanted = Wanted::of(arguments, &here);
        let app = app.clone();
        let first = thread::spawn(move || {
            let failed = documents::open(&app, wanted.which.unwrap_or(Which::OpenWhenLeft)).err();
            stage(&app, wanted.data);
            failed
        });
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
    let file_open = app.state::<FileOpen>();
    let (first, next) = {
        let mut waiting = file_open.lock();
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

/// What a start asks for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    /// The first workspace, or the sample: a window shows one.
    which: Option<Which>,
    /// Exported files that are to be taken in.
    data: Vec<PathBuf>,
}

impl Wanted {
    fn of(arguments: impl Iterator<Item = OsString>, folder: &Path) -> Self {
        let mut wanted = Self::default();
        for argument in arguments {
            match argument.to_str() {
                Some(SAMPLE) => _ = wanted.which.get_or_insert(Which::Sample),
                Some(flag) if flag.starts_with('-') => {}
                Some("") => {}
                _ => wanted.add(folder.join(argument)),
            }
        }
        wanted
    }

    fn of_files(files: Vec<PathBuf>) -> Self {
        let mut wanted = Self::default();
        for file in files {
            wanted.add(file);
        }
        wanted
    }

    fn add(&mut self, file: PathBuf) {
        if is_data(&file) {
            self.data.push(file);
        } else {
            self.which.get_or_insert(Which::File(file));
        }
    }
}

/// Opens the first workspace of some files that came by themselves, and stages those that can be imported.
pub fn arrive<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    go(app, Wanted::of_files(files));
}

/// Shows that files are over the window; takes them when they are let go.
pub fn dragged<R: Runtime>(app: &AppHandle<R>, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { .. } => DRAGGED_OVER.tell(app, true),
        DragDropEvent::Leave => DRAGGED_OVER.tell(app, false),
        DragDropEvent::Drop { paths, .. } => {
            DRAGGED_OVER.tell(app, false);
            let is_ours = |path: &PathBuf| {
                is_data(path)
                    || path
                        .extension()
                        .is_some_and(|ending| ending == dialogs::WORKSPACE_ENDING)
            };
            let (ours, others): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(is_ours);
            if let Some(other) = others.first() {
                if state(app).with_workspace(|workspace| workspace.is_some()) {
                    library::arrive(app, others);
                } else {
                    failed(app, not_ours(other));
                }
            }
            arrive(app, ours);
        }
        _ => {}
    }
}

fn not_ours(path: &Path) -> Error {
    let name = documents::file_name(path);
    Error::file(format!("“{name}” is neither a workspace nor a table.")).hint(format!(
        "Open a workspace, then drop it again: it goes to the library. Leads, opportunities and costs come in files that end in {}.",
        DATA_ENDINGS.join(", ")
    ))
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
    go(app, Wanted::of(arguments, folder));
}

fn go<R: Runtime>(app: &AppHandle<R>, wanted: Wanted) {
    if let Some(which) = wanted.which {
        open(app, which);
    }
    stage(app, wanted.data);
}

/// Stages exported files and has the page show them.
fn stage<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    if files.is_empty() {
        return;
    }
    importing::stage(app, files);
    state(app).staged.note_arrival();
    CHANGED.tell(app, None);
}

fn open<R: Runtime>(app: &AppHandle<R>, which: Which) {
    let file_open = app.state::<FileOpen>();
    let mut waiting = file_open.lock();
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
    OPEN_FAILED.tell(app, error);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Wanted {
        Wanted::of(arguments.iter().map(OsString::from), Path::new("/home/ada"))
    }

    fn file(path: &str) -> Option<Which> {
        Some(Which::File(path.into()))
    }

    #[test]
    fn a_start_names_a_workspace_or_the_sample() {
        assert_eq!(asked(&["Plan.lockstep"]).which, file("/home/ada/Plan.lockstep"));
        assert_eq!(asked(&["/x/Plan.lockstep"]).which, file("/x/Plan.lockstep"));
        assert_eq!(asked(&["--sample"]).which, Some(Which::Sample));
        assert_eq!(asked(&["--gtk-module=x", "a"]).which, file("/home/ada/a"));
        assert_eq!(
            asked(&["a.lockstep", "--sample"]).which,
            file("/home/ada/a.lockstep")
        );
        assert_eq!(asked(&[]), Wanted::default());
    }

    #[test]
    fn a_start_may_bring_exported_files_beside_a_workspace() {
        let wanted = asked(&["leads.csv", "Plan.lockstep", "/x/Deals.XLSX"]);
        assert_eq!(wanted.which, file("/home/ada/Plan.lockstep"));
        let data: [PathBuf; 2] = ["/home/ada/leads.csv".into(), "/x/Deals.XLSX".into()];
        assert_eq!(wanted.data, data);
    }
}
