//! The one way in to the core: a command by its name, with its input.

use std::time::Instant;

use lockstep_workspace::Result;
use serde_json::{Value, value::RawValue};
use tauri::{AppHandle, Runtime};

use crate::{
    app_state::{CHANGED, beside, desk, tell},
    maintenance,
};

/// Carries out a command of the core's table. After an action is committed the page is told.
#[tauri::command]
pub async fn call<R: Runtime>(
    app: AppHandle<R>,
    name: String,
    input: Option<Value>,
) -> Result<Box<RawValue>> {
    beside(app, move |app| {
        let started = Instant::now();
        let input = input.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
        let is_action = lockstep_core::rooms().is_action(&name);
        let answer = loop {
            // While a file is taken in, questions are answered from what stood there before; what is done waits.
            if !is_action
                && let Some(answer) = desk(app).ask_before(|before| before.ask_for_text(&name, input.clone()))
            {
                break answer;
            }
            // A question about a million leads waits until they are read; meanwhile others are answered.
            match desk(app).with(|workspace| workspace.call_non_blocking(&name, input.clone())) {
                Ok(Some(answer)) => break Ok(answer),
                Ok(None) => {
                    if let Err(error) = maintenance::read_ahead(app) {
                        break Err(error);
                    }
                }
                Err(error) => break Err(error),
            }
        };
        let took = started.elapsed();
        match &answer {
            Ok(_) => tracing::debug!(name, ?took, "called"),
            Err(error) => tracing::info!(name, ?took, code = ?error.code, "refused"),
        }
        if answer.is_ok() && is_action {
            tell(app, CHANGED, ());
        }
        answer
    })
    .await
}
