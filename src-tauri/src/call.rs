//! The one way in to the core: a command by its name, with its input.

use std::time::Instant;

use lockstep_workspace::{Reply, Result, Workspace, reads::Tables};
use serde_json::Value;
use tauri::{AppHandle, Runtime};

use crate::{
    app_state::{beside, state},
    events::{CHANGED, STAGED_FILES},
    maintenance,
};

/// Carries out a command of the core's table. After an action is committed the page is told what changed.
#[tauri::command]
pub async fn call<R: Runtime>(app: AppHandle<R>, name: String, input: Option<Value>) -> Result<Reply> {
    beside(app, move |app| {
        let started = Instant::now();
        let input = input.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
        let is_action = lockstep_core::rooms().is_action(&name);
        let reply = loop {
            // While a file is taken in, questions are answered from what stood there before; what is done waits.
            if !is_action
                && let Some(reply) = state(app).ask_before(|before| before.reply(&name, input.clone()))
            {
                break reply;
            }
            // A question about a million leads waits until they are read; meanwhile others are answered.
            let call = |workspace: &mut Workspace| {
                let reply = workspace.call_non_blocking(&name, input.clone())?;
                Ok(reply.map(|reply| (reply, is_action.then(|| workspace.last_changed().clone()))))
            };
            match state(app).with(call) {
                Ok(Some((reply, changed))) => {
                    if let Some(changed) = changed {
                        forget_previews(app, &changed);
                        CHANGED.tell(app, Some(changed));
                    }
                    break Ok(reply);
                }
                Ok(None) => {
                    if let Err(error) = maintenance::read_ahead(app) {
                        break Err(error);
                    }
                }
                Err(error) => break Err(error),
            }
        };
        let took = started.elapsed();
        match &reply {
            Ok(_) => tracing::debug!(name, ?took, "called"),
            Err(error) => tracing::info!(name, ?took, code = ?error.code, "refused"),
        }
        reply
    })
    .await
}

/// A preview says what an import would do to the leads that there are; after they changed it has to be counted again.
fn forget_previews<R: Runtime>(app: &AppHandle<R>, changed: &Tables) {
    let mut of_leads = lockstep_core::rooms().in_bulk();
    if of_leads.any(|table| changed.contains(table)) && state(app).staged.forget_previews() {
        STAGED_FILES.tell(app, ());
    }
}
