//! Taking files in: the four steps, as a person goes through them.

use std::path::{Path, PathBuf};

use lockstep_tests::{Result, leads, window::Window};
use serde_json::json;

use super::everywhere::go;

/// Writes a file into a folder.
pub fn file(folder: &Path, name: &str, content: &str) -> Result<PathBuf> {
    let path = folder.join(name);
    std::fs::write(&path, content)?;
    Ok(path)
}

/// Writes the exports that most stories begin with, for the next dialog.
pub fn exports(folder: &Path) -> Result<PathBuf> {
    leads::exports(folder)
}

/// Opens the wizard.
pub async fn open(window: &Window) -> Result {
    go(window, "#/leads/import").await?;
    window.sees("Which files?").await
}

/// Chooses the files that the next dialog answers with, and waits until each is looked through.
pub async fn choose(window: &Window) -> Result {
    window.click("Choose files…").await?;
    looked_through(window).await
}

/// Waits until every file that waits is looked through.
pub async fn looked_through(window: &Window) -> Result {
    window
        .wait("the files to be looked through", async || {
            let files = window.call_shell("staged_files", json!({})).await?;
            let files = files.as_array().cloned().unwrap_or_default();
            Ok(!files.is_empty() && files.iter().all(|file| file["draft"].is_object()))
        })
        .await?;
    window.at_rest().await
}

/// Waits until it is counted what would become of every file.
pub async fn counted(window: &Window) -> Result {
    window.sees("can be taken in").await?;
    window.at_rest().await
}

/// Takes in whatever the next dialog answers with, as it is proposed.
pub async fn take_in(window: &Window) -> Result {
    let address = window.script("return location.hash").await?;
    open(window).await?;
    choose(window).await?;
    window
        .script("location.hash = '#/leads/import?step=preview'")
        .await?;
    counted(window).await?;
    window.click("Take in").await?;
    window.sees("Where to look next").await?;
    window.click("See what they say").await?;
    window.at_rest().await?;
    go(window, address.as_str().unwrap_or("#/")).await
}
