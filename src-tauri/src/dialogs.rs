//! The native dialogs in which a person chooses a file. Only from here does a path of somebody's choice come.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::{automation::DialogAnswers, page::WINDOW, staged_files::DATA_ENDINGS};

/// The ending of a workspace file.
pub const WORKSPACE_ENDING: &str = "lockstep";

/// Asks which workspace to open; `None` when the person thought better of it.
pub fn choose_workspace<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    if let Some(answer) = app.state::<DialogAnswers>().next() {
        return answer;
    }
    let chosen = over_our_window(app)
        .set_title("Open workspace")
        .add_filter("Lockstep workspace", &[WORKSPACE_ENDING])
        .add_filter("All files", &["*"])
        .blocking_pick_file();
    as_path(chosen)
}

/// Asks which exported files to take in; none when the person thought better of it.
pub fn choose_files_to_import<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    choose_files(app, "Take in leads, opportunities or costs", |dialog| {
        dialog.add_filter("Tables (CSV, TSV, TXT, XLSX)", &DATA_ENDINGS)
    })
}

/// Asks which files to add to the library; none when the person thought better of it.
pub fn choose_collateral<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    choose_files(app, "Add to the library", |dialog| dialog)
}

/// Asks which return slips of a field kit are meant; none when the person thought better of it.
pub fn choose_return_slips<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    choose_files(app, "Import return slips", |dialog| {
        dialog.add_filter("Return slips (JSON)", &["json"])
    })
}

/// Asks which folder is meant; `None` when the person thought better of it.
pub fn choose_folder<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
    if let Some(answer) = app.state::<DialogAnswers>().next() {
        return answer;
    }
    as_path(
        over_our_window(app)
            .set_title(title)
            .set_can_create_directories(true)
            .blocking_pick_folder(),
    )
}

/// Asks which files are meant: those that `first` offers, or any.
fn choose_files<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    first: impl FnOnce(FileDialogBuilder<R>) -> FileDialogBuilder<R>,
) -> Vec<PathBuf> {
    if let Some(answer) = app.state::<DialogAnswers>().next_files() {
        return answer;
    }
    let chosen = first(over_our_window(app).set_title(title))
        .add_filter("All files", &["*"])
        .blocking_pick_files();
    let paths = chosen.into_iter().flatten();
    paths.filter_map(|path| path.into_path().ok()).collect()
}

/// Asks where a file of one kind goes; `None` when the person thought better of it. The ending is added when it was
/// left out, so that the system knows the file again.
pub fn choose_place<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    kind: &str,
    ending: &str,
    suggested: &str,
) -> Option<PathBuf> {
    let chosen = match app.state::<DialogAnswers>().next() {
        Some(answer) => answer,
        None => as_path(
            over_our_window(app)
                .set_title(title)
                .add_filter(kind, &[ending])
                .set_file_name(format!("{}.{ending}", as_file_name(suggested)))
                .set_can_create_directories(true)
                .blocking_save_file(),
        ),
    };
    chosen.map(|path| with_ending(path, ending))
}

fn over_our_window<R: Runtime>(app: &AppHandle<R>) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    match app.get_webview_window(WINDOW) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn as_path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|path| path.into_path().ok())
}

fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let has_it = path
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if has_it { path } else { append(&path, ending) }
}

/// "Plan v1.2" becomes "Plan v1.2.pdf": what follows the last dot is part of the name unless it is the ending.
fn append(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Makes a file name of a company's name: what some system would not take becomes a space.
fn as_file_name(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(80)
        .collect();
    let name = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() {
        "Lockstep".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_ending_is_added() {
        assert_eq!(with_ending("/a/Plan".into(), "pdf"), PathBuf::from("/a/Plan.pdf"));
        assert_eq!(
            with_ending("/a/Plan v1.2".into(), "pdf"),
            PathBuf::from("/a/Plan v1.2.pdf")
        );
        assert_eq!(
            with_ending("/a/Plan.PDF".into(), "pdf"),
            PathBuf::from("/a/Plan.PDF")
        );
    }

    #[test]
    fn a_name_becomes_a_file_name() {
        assert_eq!(as_file_name("Müller / Söhne: Nord"), "Müller Söhne Nord");
        assert_eq!(as_file_name("../../etc"), "etc");
        assert_eq!(as_file_name(" .. "), "Lockstep");
        assert_eq!(as_file_name(&"x".repeat(300)).len(), 80);
    }
}
