//! Exported files on their way in: chosen, surveyed, mapped, previewed, imported. What the page shows of them is
//! what is staged; the shell tells when that changes.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_core::leads::{
    RecordKind,
    importing::{
        DataFile, HeaderRows, ImportFiles, ImportReport, MappingEdit, PreviewImport, Proposed, Surveyed,
    },
};
use lockstep_export::{files::write_atomically, tables::rejected_rows};
use lockstep_intake::Reading;
use lockstep_workspace::{Error, ErrorCode, Result, Workspace};
use tauri::{AppHandle, Runtime};

use crate::{
    app_state::{AppState, TokenKind, beside, state},
    dialogs,
    documents::{Written, file_name},
    events::{CHANGED, IMPORT_PROGRESS, ImportProgress, STAGED_FILES},
    staged_files::{Begun, Doing, StagedFile},
};

/// How long the page is left alone between two words about the progress.
const BETWEEN: Duration = Duration::from_millis(100);

/// Asks which files to import and stages them, unless the person thinks better of it.
#[tauri::command]
pub async fn choose_files_to_import<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    beside(app, |app| {
        let chosen = dialogs::choose_files_to_import(app);
        if chosen.is_empty() {
            return Ok(());
        }
        stage(app, chosen);
        Ok(())
    })
    .await
}

/// Returns the files that wait to be taken in.
#[tauri::command]
pub async fn staged_files<R: Runtime>(app: AppHandle<R>) -> Result<Vec<StagedFile>> {
    beside(app, |app| {
        let staged = &state(app).staged;
        for token in staged.tokens_where(|file| file.surveyed.is_some() && !file.asked) {
            propose(app, &token, None, false)?;
        }
        Ok(staged.seen())
    })
    .await
}

/// Reads another sheet of a workbook, or takes the names of the columns from another row.
#[tauri::command]
pub async fn reread_staged_file<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    sheet: Option<String>,
    header_row: Option<u64>,
) -> Result<()> {
    beside(app, move |app| {
        let file = state(app).staged.reread(&token, sheet, header_row)?;
        survey(app, token, file);
        Ok(())
    })
    .await
}

/// Says what a file holds; `afresh` forgets how earlier files of its shape were read.
#[tauri::command]
pub async fn set_record_kind<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    kind: Option<RecordKind>,
    afresh: bool,
) -> Result<()> {
    beside(app, move |app| {
        propose(app, &token, kind, afresh)?;
        STAGED_FILES.tell(app, ());
        Ok(())
    })
    .await
}

/// Says what becomes of a column, how its days are written, or what one of its values means.
#[tauri::command]
pub async fn edit_mapping<R: Runtime>(app: AppHandle<R>, token: String, edit: MappingEdit) -> Result<()> {
    beside(app, move |app| {
        state(app)
            .staged
            .with(&token, |file| match (&mut file.proposed, &file.surveyed) {
                (Some(proposed), Some(surveyed)) => {
                    proposed.apply(&edit, surveyed)?;
                    file.forget_preview();
                    Ok(())
                }
                _ => Err(Error::refused("This file is still looked through.").hint("Try again in a moment.")),
            })?;
        STAGED_FILES.tell(app, ());
        Ok(())
    })
    .await
}

/// Counts what would become of a file.
#[tauri::command]
pub async fn preview_import<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    beside(app, move |app| {
        state(app).staged.must_wait(&token)?;
        work(
            app,
            &token,
            Doing::Previewing,
            |state, job, keep_on| {
                // Counted in a copy, so that nobody waits for it; beside a backup that is just made, in the workspace itself.
                match state.with(Workspace::snapshot)? {
                    Some(snapshot) => {
                        snapshot
                            .rehearsal()?
                            .preview_import(&job.file, &job.surveyed, &job.proposed, keep_on)
                    }
                    None => state.with(|workspace| {
                        workspace.preview_import(&job.file, &job.surveyed, &job.proposed, keep_on)
                    }),
                }
            },
            |file, report| file.preview = Some(report),
        );
        Ok(())
    })
    .await
}

/// Takes files in, one after the other; what goes wrong with one stops those behind it.
#[tauri::command]
pub async fn import_staged_files<R: Runtime>(app: AppHandle<R>, tokens: Vec<String>) -> Result<()> {
    beside(app, move |app| {
        tokens
            .iter()
            .try_for_each(|token| state(app).staged.must_wait(token))?;
        for token in tokens {
            let done = work(
                app,
                &token,
                Doing::Importing,
                |state, job, keep_on| {
                    state.with_for_long(|workspace| {
                        workspace.import(&job.file, &job.surveyed, &job.proposed, keep_on)
                    })
                },
                |file, report| {
                    file.preview = None;
                    file.report = Some(report);
                },
            );
            if !done {
                break;
            }
            CHANGED.tell(app, None);
        }
        Ok(())
    })
    .await
}

/// Stops whatever is done with the files that wait.
#[tauri::command]
pub async fn stop_import<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    state(&app).staged.stop();
    Ok(())
}

/// Removes a staged file.
#[tauri::command]
pub async fn remove_staged_file<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    state(&app).staged.remove(&token);
    STAGED_FILES.tell(&app, ());
    Ok(())
}

/// Asks where the rows that cannot be read go and writes them there, with why; `None` when the person thought better of it.
#[tauri::command]
pub async fn save_rejected_rows<R: Runtime>(app: AppHandle<R>, token: String) -> Result<Option<Written>> {
    beside(app, move |app| {
        let report = state(app).staged.with(&token, |file| {
            let report = file.report.as_ref().or(file.preview.as_ref());
            report
                .cloned()
                .ok_or_else(|| Error::refused("The rows of this file are not counted yet."))
        })?;
        let suggested = format!("{} rows to mend", report.file_name);
        let Some(path) =
            dialogs::choose_place(app, "Save the rows to mend", "Table (CSV)", "csv", &suggested)
        else {
            return Ok(None);
        };
        write_atomically(&path, &rejected_rows(std::slice::from_ref(&report))?)?;
        Ok(Some(Written::named(file_name(&path))))
    })
    .await
}

/// Stages files and begins to survey them.
pub fn stage<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    let state = state(app);
    for path in paths {
        let token = state.token(&path, TokenKind::Data);
        state.staged.stage(token.clone(), &path);
        survey(app, token, DataFile::new(&path, Reading::default()));
    }
    STAGED_FILES.tell(app, ());
}

/// Looks through a file that waits, read as `file` says, beside everything else.
fn survey<R: Runtime>(app: &AppHandle<R>, token: String, file: DataFile) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let staged = &state(&app).staged;
        let Ok(begun) = staged.begin(&token, Doing::Surveying) else {
            return;
        };
        STAGED_FILES.tell(&app, ());
        let surveyed = look_as_before(&app, &begun, file);
        staged.end(&begun, surveyed, |waiting, (file, surveyed)| {
            waiting.set_surveyed(file, surveyed);
        });
        STAGED_FILES.tell(&app, ());
    });
}

/// Looks through a file and, in a workbook, through its other sheets; where somebody said of earlier files like it in which
/// row the names of the columns stand, they are looked for there.
fn look_as_before<R: Runtime>(
    app: &AppHandle<R>,
    begun: &Begun,
    file: DataFile,
) -> Result<(DataFile, Surveyed)> {
    let header_rows = state(app).with_workspace(|workspace| match workspace {
        Some(workspace) => workspace.header_rows(),
        None => Ok(HeaderRows::default()),
    })?;
    let surveyed = file.look(&mut reporting(app, begun))?;
    look_at_other_sheets(app, begun, &file, &surveyed, &header_rows);
    header_rows.apply(file, surveyed, &mut reporting(app, begun))
}

/// Looks through the other sheets of a workbook: those that hold records of ours wait beside the first, the others are named.
fn look_at_other_sheets<R: Runtime>(
    app: &AppHandle<R>,
    begun: &Begun,
    file: &DataFile,
    surveyed: &Surveyed,
    header_rows: &HeaderRows,
) {
    let is_ours = |sheet: &Surveyed| {
        state(app).with_workspace(|workspace| match workspace {
            Some(workspace) => workspace.propose_import(sheet, None).map(drop),
            None => sheet.must_hold_records(),
        })
    };
    let others = file.look_at_other_sheets(surveyed, header_rows, is_ours, &mut |_, _| begun.goes_on());
    let staged = &state(app).staged;
    for (sheet, surveyed) in others.found {
        let token = state(app).environment.new_id().to_string();
        staged.lay_sheet(begun, token, sheet, surveyed);
    }
    staged.note_left_out(begun, others.left_out);
}

/// Asks the open workspace how it would take a file in.
fn propose<R: Runtime>(
    app: &AppHandle<R>,
    token: &str,
    kind: Option<RecordKind>,
    afresh: bool,
) -> Result<()> {
    let staged = &state(app).staged;
    let Some(surveyed) = staged.with(token, |file| Ok(file.surveyed.clone()))? else {
        return Ok(());
    };
    let proposed = state(app).with(|workspace| {
        if afresh {
            workspace.propose_import_afresh(&surveyed, kind)
        } else {
            workspace.propose_import(&surveyed, kind)
        }
    });
    let proposed = match proposed {
        Ok(proposed) => Some(proposed),
        // It holds none of our records; the draft says what it does hold.
        Err(error) if error.code == ErrorCode::Invalid => None,
        Err(error) => return Err(error),
    };
    staged.with(token, |file| {
        file.forget_preview();
        file.proposed = proposed;
        file.asked = true;
        Ok(())
    })
}

/// All that is needed to read a file row by row.
struct Job {
    file: DataFile,
    surveyed: Arc<Surveyed>,
    proposed: Proposed,
}

/// Does something with a file and the open workspace, and notes with it what came of it. Returns whether it was done.
fn work<R: Runtime>(
    app: &AppHandle<R>,
    token: &str,
    doing: Doing,
    run: impl FnOnce(&AppState, &Job, &mut dyn FnMut(u64, u64) -> bool) -> Result<ImportReport>,
    note: impl FnOnce(&mut crate::staged_files::Staged, ImportReport),
) -> bool {
    let staged = &state(app).staged;
    let Ok(begun) = staged.begin(token, doing) else {
        return false;
    };
    STAGED_FILES.tell(app, ());
    let job = staged.with(token, |file| match (&file.surveyed, &file.proposed) {
        (Some(surveyed), Some(proposed)) => Ok(Job {
            file: file.file.clone(),
            surveyed: Arc::clone(surveyed),
            proposed: proposed.clone(),
        }),
        _ => Err(Error::refused("Nobody has said yet what this file holds.")),
    });
    let outcome = job.and_then(|job| run(&state(app), &job, &mut reporting(app, &begun)));
    if let Err(error) = &outcome {
        tracing::info!(code = ?error.code, ?doing, "a file was not read to its end");
    }
    let done = outcome.is_ok();
    staged.end(&begun, outcome, note);
    STAGED_FILES.tell(app, ());
    done
}

/// Returns what hears how far the reading is: it tells the page now and then, and answers whether to go on.
fn reporting<'a, R: Runtime>(app: &'a AppHandle<R>, begun: &'a Begun) -> impl FnMut(u64, u64) -> bool + 'a {
    let mut told: Option<Instant> = None;
    move |read, of| {
        if told.is_none_or(|told| told.elapsed() >= BETWEEN) {
            told = Some(Instant::now());
            let token = begun.token.clone();
            IMPORT_PROGRESS.tell(app, ImportProgress { token, read, of });
        }
        begun.goes_on()
    }
}
