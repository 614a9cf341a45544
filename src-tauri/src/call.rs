//! The one way in to the core: a command by its name, with its input.

use std::{collections::HashSet, sync::LazyLock, time::Instant};

use lockstep_core::{Result, commands};
use serde_json::Value;
use tauri::{AppHandle, Runtime};

use crate::desk::{CHANGED, beside, desk, tell};

/// The names of the commands that write.
static ACTIONS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    commands::table()
        .into_iter()
        .filter(|command| command.is_action)
        .map(|command| command.name)
        .collect()
});

/// Carries out a command of the core's table. After an action is committed the page is told.
#[tauri::command]
pub async fn call<R: Runtime>(app: AppHandle<R>, name: String, input: Option<Value>) -> Result<Value> {
    beside(app, move |app| {
        let started = Instant::now();
        let input = input.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
        let answer = desk(app).with(|workspace| workspace.call(&name, input));
        let took = started.elapsed();
        match &answer {
            Ok(_) => tracing::debug!(name, ?took, "called"),
            Err(error) => tracing::info!(name, ?took, code = ?error.code, "refused"),
        }
        if answer.is_ok() && ACTIONS.contains(&name) {
            tell(app, CHANGED, ());
        }
        answer
    })
    .await
}
