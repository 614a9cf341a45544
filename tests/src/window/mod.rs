//! The built application in a real window, driven over WebDriver. A page is read and operated by what a person sees:
//! the words on a button, the label of a field, a key. Nothing here sleeps; everything waits for a condition and says
//! what it waited for when that does not come.
//!
//! ```no_run
//! # async fn story() -> lockstep_tests::Result {
//! use lockstep_tests::window::Launch;
//! let window = Launch::new()?.args(["--sample"]).open().await?;
//! window.sees("Where we stand").await?;
//! window.click("Plan").await?;
//! window.type_into("Company", "Acme").await?;
//! window.picture("target/plan.png").await?;
//! assert_eq!(window.axe().await?, []);
//! window.close().await
//! # }
//! ```

pub mod client;
mod drop;
mod eyes;
mod hands;
mod launch;

use std::{
    ffi::OsString,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thirtyfour::WebDriver;

pub use self::{eyes::Violation, launch::Launch};
use crate::{
    Result,
    processes::{Driver, Screen, program},
    window::launch::Home,
};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(45);
/// After how long an answer is worth a line in the test's output, so that a hang can be found afterwards.
const SLOW: Duration = Duration::from_secs(5);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// How the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// An open window of the application. What it stands on is ended with it.
pub struct Window {
    driver: Driver,
    /// The page, for what the words below do not cover.
    pub page: WebDriver,
    screen: Screen,
    home: Home,
    environment: Vec<(OsString, OsString)>,
    opened_in: Duration,
}

impl Window {
    /// Closes the window as a person would, and ends what it stood on.
    ///
    /// # Errors
    /// When the page no longer answers.
    pub async fn close(self) -> Result {
        self.page.clone().quit().await?;
        Ok(())
    }

    /// Ends the application at once, as a power cut would.
    pub fn kill(self) {
        self.driver.kill();
    }

    /// Starts the application once more, as the same person on the same screen, and waits until that ends.
    ///
    /// # Errors
    /// When it does not start, or does not end.
    pub async fn start_again(&self, args: &[&str]) -> Result<std::process::ExitStatus> {
        let mut again = tokio::process::Command::new(program("lockstep")?)
            .args(args)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .kill_on_drop(true)
            .spawn()?;
        let ended = tokio::time::timeout(PATIENCE, again.wait()).await;
        Ok(ended.map_err(|_| "the second start went on instead of handing over")??)
    }

    /// Returns how long it took from the start of the program until its page was there.
    pub fn opened_in(&self) -> Duration {
        self.opened_in
    }

    /// Returns the memory that the application and its page take together, in bytes.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn memory(&self) -> Result<u64> {
        self.driver.memory_of_started()
    }

    /// Returns where the application keeps what it remembers.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Waits until `condition` holds.
    ///
    /// # Errors
    /// When it does not come true in time; says what was waited for and what stood on the screen.
    pub async fn wait(&self, what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result {
        let began = Instant::now();
        let deadline = began + PATIENCE;
        loop {
            let asked = Instant::now();
            // A page that is being drawn anew may answer with an error; only the last one counts.
            let now = condition().await;
            if asked.elapsed() > SLOW {
                eprintln!("waiting for {what}: one answer took {:?}", asked.elapsed());
            }
            if matches!(now, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let why = now.err().map(|error| format!(" ({error})")).unwrap_or_default();
                let seen = self.text().await.unwrap_or_default();
                return Err(format!("waited for {what}{why}; on the screen stood:\n{seen}").into());
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Gives the window another size and waits until its page has settled in it.
    ///
    /// # Errors
    /// When it does not get that size.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result {
        self.page.set_window_rect(0, 0, width, height).await?;
        self.wait("the window's new size", async || {
            Ok(self.script("return innerWidth").await? == json!(width))
        })
        .await?;
        self.at_rest().await
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.page.execute(script, vec![]).await?.json().clone())
    }

    /// Calls a command of the shell as the page does: `Err` holds what the shell answered instead.
    ///
    /// # Errors
    /// When the page no longer answers.
    pub async fn invoke(&self, command: &str, input: Value) -> Result<std::result::Result<Value, Value>> {
        let script = "const [command, input, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, input)
                .then((is) => done({ is }), (isNot) => done({ isNot }));";
        let answer = self
            .page
            .execute_async(script, vec![json!(command), input])
            .await?;
        let answer = answer.json();
        Ok(match answer.get("isNot") {
            Some(refusal) => Err(refusal.clone()),
            None => Ok(answer.get("is").cloned().unwrap_or(Value::Null)),
        })
    }

    /// Calls a command of the core as the page does.
    ///
    /// # Errors
    /// When the core refuses.
    pub async fn call(&self, name: &str, input: Value) -> Result<Value> {
        let reply = self
            .invoke("call", json!({ "name": name, "input": input }))
            .await?;
        let mut reply = reply.map_err(|refusal| format!("{name}: {refusal}"))?;
        Ok(reply["answer"].take())
    }

    /// Calls a command of the shell as the page does, and expects it to be done.
    ///
    /// # Errors
    /// When the shell refuses.
    pub async fn call_shell(&self, command: &str, input: Value) -> Result<Value> {
        let answer = self.invoke(command, input).await?;
        answer.map_err(|refusal| format!("{command}: {refusal}").into())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A test that fails half way, or that killed the program, has nobody to say goodbye to, and would wait for it.
        let _ = self.page.clone().leak();
    }
}
