//! Starting the application: with what, on what screen, for whom.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use super::{PATIENCE, Window, client::Client};
use crate::{
    Result,
    processes::{Driver, Screen, program},
    sample,
};

/// How the application is started: with what, on what screen, for whom.
pub struct Launch {
    home: Home,
    size: (u32, u32),
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    answers: Vec<PathBuf>,
    program: Option<PathBuf>,
    ready: String,
}

/// Where the application keeps what it remembers.
pub(super) enum Home {
    Fresh(TempDir),
    Kept(PathBuf),
}

impl Launch {
    /// Starts for somebody who never started it before.
    ///
    /// # Errors
    /// When there is no room for their files.
    pub fn new() -> Result<Self> {
        Ok(Self::with(Home::Fresh(tempfile::tempdir()?)))
    }

    /// Starts for somebody whose files lie in `home`: the way to start a second time.
    pub fn at_home(home: impl Into<PathBuf>) -> Self {
        Self::with(Home::Kept(home.into()))
    }

    fn with(home: Home) -> Self {
        Self {
            home,
            size: (1280, 800),
            args: Vec::new(),
            env: Vec::new(),
            answers: Vec::new(),
            program: None,
            ready: "document.body?.innerText.trim()".into(),
        }
    }

    /// Gives the screen, and the window on it, another size than 1280 × 800.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// Hands the application these arguments.
    #[must_use]
    pub fn args(mut self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Sets a variable in the application's environment.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.as_ref().into(), value.as_ref().into()));
        self
    }

    /// Says which file the next native dialog returns; an empty one cancels it. Each call answers one dialog.
    #[must_use]
    pub fn answer(mut self, file: impl Into<PathBuf>) -> Self {
        self.answers.push(file.into());
        self
    }

    /// Opens another program than Lockstep.
    #[must_use]
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = Some(program.into());
        self
    }

    /// Says with a script when the page is there; without it, when there is any text.
    #[must_use]
    pub fn ready_when(mut self, script: &str) -> Self {
        self.ready = script.into();
        self
    }

    /// Opens the window and waits until its page is there.
    ///
    /// # Errors
    /// When the application or what it stands on does not start.
    pub async fn open(self) -> Result<Window> {
        if matches!(self.home, Home::Fresh(_)) {
            // Building it takes longer than most tests; those at a home of their own begin without.
            sample::lay(&self.home.path().join("data/org.lockstep.desktop"))?;
        }
        let screen = Screen::start(self.size.0, self.size.1)?;
        let environment = self.environment(&screen)?;
        let driver = Driver::start(&environment)?;
        let mut wanted = Capabilities::new();
        let binary = self.program.map_or_else(|| program("lockstep"), Ok)?;
        let args: Vec<_> = self.args.iter().map(|arg| arg.to_string_lossy()).collect();
        wanted.set(
            "webkitgtk:browserOptions",
            json!({ "binary": binary, "args": args }),
        )?;
        let started = Instant::now();
        let page = WebDriver::builder(&driver.address, wanted)
            .client(Client::new())
            .await?;
        let mut window = Window {
            page,
            driver,
            screen,
            home: self.home,
            environment,
            opened_in: Duration::ZERO,
        };
        let ready = format!("return Boolean({})", self.ready);
        window
            .wait("the page to be drawn", async || {
                Ok(window.script(&ready).await? == true)
            })
            .await?;
        window.opened_in = started.elapsed();
        window.page.set_script_timeout(PATIENCE).await?;
        window
            .page
            .set_window_rect(0, 0, self.size.0, self.size.1)
            .await?;
        Ok(window)
    }

    /// A home of its own and no session bus: windows of different tests do not meet, and none meets the developer's.
    fn environment(&self, screen: &Screen) -> Result<Vec<(OsString, OsString)>> {
        let home = self.home.path();
        let mut environment: Vec<(OsString, OsString)> = vec![
            ("DISPLAY".into(), screen.display.clone().into()),
            ("GDK_BACKEND".into(), "x11".into()),
            ("TAURI_WEBVIEW_AUTOMATION".into(), "true".into()),
            ("DBUS_SESSION_BUS_ADDRESS".into(), "unix:path=/nonexistent".into()),
            ("NO_AT_BRIDGE".into(), "1".into()),
            ("LANG".into(), "C".into()),
            ("LC_ALL".into(), "C".into()),
            ("HOME".into(), home.into()),
        ];
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "runtime"),
        ] {
            let folder = home.join(folder);
            std::fs::create_dir_all(&folder)?;
            environment.push((name.into(), folder.into()));
        }
        if !self.answers.is_empty() {
            environment.push((
                "LOCKSTEP_DIALOG_ANSWERS".into(),
                std::env::join_paths(&self.answers)?,
            ));
        }
        environment.extend(self.env.iter().cloned());
        Ok(environment)
    }
}

impl Home {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Fresh(folder) => folder.path(),
            Self::Kept(folder) => folder,
        }
    }
}
