//! Pages in a browser without a window, as a reader's own browser shows them from a folder.

use std::path::Path;

use serde_json::json;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::{Result, processes::Browser, window::client::Client};

impl Browser {
    /// Opens the browser, with `more` arguments beside the usual ones; what is downloaded goes into a folder where one is given.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open(&self, more: &[&str], downloads: Option<&Path>) -> Result<WebDriver> {
        let usual = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,800",
        ];
        let mut wanted = DesiredCapabilities::chrome();
        for argument in usual.iter().chain(more) {
            wanted.add_arg(argument)?;
        }
        if let Some(folder) = downloads {
            wanted.add_experimental_option(
                "prefs",
                json!({ "download.default_directory": folder, "download.prompt_for_download": false }),
            )?;
        }
        Ok(WebDriver::builder(&self.address, wanted)
            .client(Client::new())
            .await?)
    }
}
