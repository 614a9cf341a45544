//! What the shell does for an open workspace while nobody waits: a backup when it is time for one, and what stands in
//! the log beside the file goes into it, so that the one file people copy is whole. The core knows what is due; it has
//! no clock that ticks, so the shell looks in now and then.

use std::{thread, time::Duration};

use lockstep_workspace::{BackupKind, Error, Workspace};
use tauri::{AppHandle, Runtime};

use crate::{app_state::state, events::TROUBLE, library};

/// How long nothing must have been asked before the moment counts as quiet.
const QUIET: Duration = Duration::from_secs(5);
/// How long others have to get their turn.
const TURN: Duration = Duration::from_millis(1);

/// Looks after whatever workspace is open, for as long as the program runs.
pub fn start<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    let maintaining = move || {
        let mut told = None;
        library::forget_opened(&app);
        loop {
            thread::sleep(QUIET);
            if state(&app).was_quiet_for(QUIET) {
                let failed = maintain(&app).err();
                // The same trouble is told once, not every few seconds; when it comes back later it is told again.
                if let Some(error) = failed.clone().filter(|error| told.as_ref() != Some(error)) {
                    tracing::warn!(code = ?error.code, "an open workspace could not be looked after");
                    TROUBLE.tell(&app, error);
                }
                told = failed;
            }
        }
    };
    if let Err(error) = thread::Builder::new()
        .name("maintaining".into())
        .spawn(maintaining)
    {
        tracing::error!(%error, "nobody looks after the open workspace");
    }
}

/// Reads leads ahead until all are read. Between two steps whoever else asks something gets their turn.
pub fn read_ahead<R: Runtime>(app: &AppHandle<R>) -> Result<(), Error> {
    let step = || {
        state(app).with_workspace(|workspace| match workspace {
            Some(workspace) => workspace.prefetch(),
            None => Ok(false),
        })
    };
    while step()? {
        thread::sleep(TURN);
    }
    Ok(())
}

fn maintain<R: Runtime>(app: &AppHandle<R>) -> Result<(), Error> {
    back_up(app)?;
    state(app).swap(|open| open.as_mut().map_or(Ok(()), Workspace::idle))?;
    read_ahead(app)
}

/// Makes a backup if it is time for one. While it is written and checked nobody waits: it is made of the file as it stood,
/// beside whoever goes on working.
fn back_up<R: Runtime>(app: &AppHandle<R>) -> Result<(), Error> {
    let begin = |open: &mut Option<Workspace>| match open {
        Some(workspace) => workspace.begin_backup_if_due(),
        None => Ok(None),
    };
    let Some(snapshot) = state(app).swap(begin)? else {
        return Ok(());
    };
    if let Some(made) = snapshot.back_up(BackupKind::Routine)? {
        state(app).swap(|open| {
            if let Some(workspace) = open {
                workspace.end_backup(&snapshot, &made);
            }
            Ok(())
        })?;
    }
    Ok(())
}
