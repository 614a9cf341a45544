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

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, Key, TypingData, WebDriver, WebElement};

use crate::{
    Result,
    processes::{Driver, Screen, program, repository},
};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(45);
/// After how long a click or a word typed counts as lost on its way.
const LOST: Duration = Duration::from_secs(15);
/// After how long an answer is worth a line in the test's output, so that a hang can be found afterwards.
const SLOW: Duration = Duration::from_secs(5);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(20);

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
enum Home {
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
        let page = WebDriver::new(&driver.address, wanted).await?;
        let mut window = Window {
            page,
            driver,
            _screen: screen,
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
    fn path(&self) -> &Path {
        match self {
            Self::Fresh(folder) => folder.path(),
            Self::Kept(folder) => folder,
        }
    }
}

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
    _screen: Screen,
    home: Home,
    environment: Vec<(OsString, OsString)>,
    opened_in: Duration,
}

/// A rule of accessibility that a screen breaks.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// What is wrong, and how bad it is.
    pub help: String,
    /// Where: the elements, and what axe says of each.
    pub nodes: Vec<String>,
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

    /// Returns all text on the screen.
    ///
    /// # Errors
    /// When the page no longer answers.
    pub async fn text(&self) -> Result<String> {
        let text = self.script("return document.body.innerText").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until `text` stands on the screen.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn sees(&self, text: &str) -> Result {
        let wanted = squeezed(text);
        self.wait(&format!("“{text}”"), async || {
            Ok(squeezed(&self.text().await?).contains(&wanted))
        })
        .await
    }

    /// Waits until `text` stands on the screen no more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn sees_no(&self, text: &str) -> Result {
        let unwanted = squeezed(text);
        self.wait(&format!("“{text}” to go away"), async || {
            Ok(!squeezed(&self.text().await?).contains(&unwanted))
        })
        .await
    }

    /// Clicks what is called `name`: a button, a link, a tab, a choice, a menu item.
    ///
    /// # Errors
    /// When there is no such thing, or it cannot be clicked.
    pub async fn click(&self, name: &str) -> Result {
        self.operate("click", name, "body", async |element| element.click().await)
            .await
    }

    /// Clicks what is called `name` inside what matches the CSS selector `inside`.
    ///
    /// # Errors
    /// When there is no such thing, or it cannot be clicked.
    pub async fn click_in(&self, inside: &str, name: &str) -> Result {
        self.operate("click", name, inside, async |element| element.click().await)
            .await
    }

    /// Types into the field labelled `label`, in place of what stood there.
    ///
    /// # Errors
    /// When there is no such field, or it cannot be typed into.
    pub async fn type_into(&self, label: &str, text: &str) -> Result {
        self.type_in("body", label, text).await
    }

    /// Types into the field labelled `label` inside what matches `inside`, in place of what stood there.
    ///
    /// # Errors
    /// When there is no such field, or it cannot be typed into.
    pub async fn type_in(&self, inside: &str, label: &str, text: &str) -> Result {
        self.operate("field", label, inside, async |element| {
            element.click().await?;
            element.send_keys(Key::Control + "a").await?;
            element.send_keys(Key::Delete + "").await?;
            element.send_keys(text).await
        })
        .await
    }

    /// Chooses `option` in the list that the field labelled `label` inside what matches `inside` opens.
    ///
    /// # Errors
    /// When there is no such field or no such option.
    pub async fn choose(&self, inside: &str, label: &str, option: &str) -> Result {
        self.operate("field", label, inside, async |element| element.click().await)
            .await?;
        self.click_in("[role=listbox]", option).await
    }

    /// Pastes `text` into the field labelled `label`, as if it had been copied from another program.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn paste_into(&self, label: &str, text: &str) -> Result {
        self.field(label).await?.focus().await?;
        let script = "const copied = new DataTransfer();
            copied.setData('text/plain', arguments[0]);
            const paste = new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true });
            if (document.activeElement.dispatchEvent(paste)) document.execCommand('insertText', false, arguments[0]);";
        self.page.execute(script, vec![json!(text)]).await?;
        Ok(())
    }

    /// Returns what stands in the field labelled `label`.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value_of(&self, label: &str) -> Result<String> {
        let field = self.field(label).await?;
        Ok(field.value().await?.unwrap_or_default())
    }

    /// Waits until `value` stands in the field labelled `label` inside what matches `inside`.
    ///
    /// # Errors
    /// When something else stands there.
    pub async fn holds(&self, inside: &str, label: &str, value: &str) -> Result {
        self.wait(&format!("“{value}” in “{label}”"), async || {
            match self.find("field", label, Some(inside)).await? {
                Some(field) => match field.value().await?.unwrap_or_default() {
                    held if held == value => Ok(true),
                    held => Err(format!("it holds “{held}”").into()),
                },
                None => Err("there is no such field".into()),
            }
        })
        .await
    }

    /// Returns the field labelled `label`, once it is there.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        self.named("field", label).await
    }

    /// Returns the button, link, tab or choice called `name`, once it is there.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn thing(&self, name: &str) -> Result<WebElement> {
        self.named("click", name).await
    }

    /// Presses keys where the focus is, for instance `Key::Control + "k"`.
    ///
    /// # Errors
    /// When nothing has the focus.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result {
        let focused = self
            .page
            .execute("return document.activeElement || document.body", vec![])
            .await?;
        focused.element()?.send_keys(keys).await?;
        Ok(())
    }

    /// Returns what has the focus, as a person hears it: its name, or its text.
    ///
    /// # Errors
    /// When the page no longer answers.
    pub async fn focus(&self) -> Result<String> {
        let script = format!("{FINDING} return nameOf(document.activeElement)");
        let name = self.script(&script).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
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
        let answer = self
            .invoke("call", json!({ "name": name, "input": input }))
            .await?;
        answer.map_err(|refusal| format!("{name}: {refusal}").into())
    }

    /// Calls a command of the shell as the page does, and expects it to be done.
    ///
    /// # Errors
    /// When the shell refuses.
    pub async fn call_shell(&self, command: &str, input: Value) -> Result<Value> {
        let answer = self.invoke(command, input).await?;
        answer.map_err(|refusal| format!("{command}: {refusal}").into())
    }

    /// Shows the page in light or dark from now on.
    ///
    /// # Errors
    /// When the page no longer answers.
    pub async fn appear(&self, scheme: Scheme) -> Result {
        let script = format!(
            "localStorage.setItem('mantine-color-scheme-value', '{}')",
            scheme.name()
        );
        self.script(&script).await?;
        self.page.refresh().await?;
        self.wait("the page to be drawn again", async || {
            let drawn = format!(
                "return document.documentElement.dataset.mantineColorScheme === '{}' && document.body.innerText.trim() !== ''",
                scheme.name()
            );
            Ok(self.script(&drawn).await? == true)
        })
        .await
    }

    /// Waits until nothing on the screen moves or loads any more.
    ///
    /// # Errors
    /// When it never comes to rest.
    pub async fn at_rest(&self) -> Result {
        self.script(
            "window.changes ??= 0;
            window.watching ??= new MutationObserver(() => { window.changes += 1; });
            window.watching.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });",
        )
        .await?;
        let result = self
            .wait("the screen to come to rest", async || {
                let script = "const done = arguments[0];
                    const before = window.changes;
                    const moving = () => document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime < Infinity);
                    document.fonts.ready.then(() => setTimeout(() => done(window.changes === before && !moving() && !document.querySelector('[aria-busy=true]')), 120));";
                let still = self.page.execute_async(script, vec![]).await?;
                Ok(still.json() == true)
            })
            .await;
        self.script("window.watching.disconnect()").await?;
        result
    }

    /// Takes a picture of the page; `path` is meant from the root of the repository.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn picture(&self, path: impl AsRef<Path>) -> Result<PathBuf> {
        let path = repository().join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // WebKit waits for the next time the page is drawn, and a page at rest is not drawn. So a speck flickers while
        // the picture is taken, too faint to be seen on it.
        self.script(FLICKER).await?;
        let taken = self.page.screenshot(&path).await;
        self.script("clearInterval(window.flicker); document.getElementById('flicker').remove()")
            .await?;
        taken?;
        Ok(path)
    }

    /// Checks the screen with axe-core (WCAG 2.2 A and AA) and returns what it finds wrong.
    ///
    /// # Errors
    /// When axe-core is not installed or fails.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        if self.script("return typeof window.axe").await? != "object" {
            let source = repository().join("ui/node_modules/axe-core/axe.min.js");
            self.script(&std::fs::read_to_string(source)?).await?;
        }
        let script = r#"const done = arguments[0];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
            window.axe.run(document, { runOnly: { type: "tag", values: tags } }).then(
                (found) => done(found.violations.map((rule) => ({
                    id: rule.id,
                    help: `${rule.help} (${rule.impact})`,
                    nodes: rule.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
                }))),
                (error) => done(String(error)));"#;
        let found = self.page.execute_async(script, vec![]).await?;
        match found.json() {
            Value::String(error) => Err(format!("axe-core failed: {error}").into()),
            violations => Ok(serde_json::from_value(violations.clone())?),
        }
    }

    /// Does something with what is called `name`, again while the page is being drawn anew under our hands.
    async fn operate(
        &self,
        kind: &str,
        name: &str,
        inside: &str,
        action: impl AsyncFn(&WebElement) -> thirtyfour::error::WebDriverResult<()>,
    ) -> Result {
        let what = if kind == "field" { "typed into" } else { "clicked" };
        self.wait(&format!("“{name}” to be {what}"), async || {
            // Anywhere means what is on top first.
            let inside = (inside != "body").then_some(inside);
            match self.find(kind, name, inside).await? {
                Some(element) => {
                    self.stays(&element).await?;
                    // Now and then the driver never answers although the page does: asking again is what helps.
                    let done = tokio::time::timeout(LOST, action(&element)).await;
                    done.map_err(|_| {
                        eprintln!("no answer within {LOST:?}: “{name}” {what}, trying again");
                        "the driver did not answer"
                    })??;
                    Ok(true)
                }
                None => Err("it is not there".into()),
            }
        })
        .await
    }

    /// Checks that a thing is not just being moved by what is drawn above it: a hand would miss it, too.
    async fn stays(&self, element: &WebElement) -> Result {
        let script = "const [element, done] = arguments;
            const place = () => JSON.stringify(element.getBoundingClientRect());
            const before = place();
            setTimeout(() => done(place() === before), 60)";
        let still = self.page.execute_async(script, vec![element.to_json()?]).await?;
        if still.json() == true {
            Ok(())
        } else {
            Err("it is moving".into())
        }
    }

    async fn named(&self, kind: &str, name: &str) -> Result<WebElement> {
        self.wait(&format!("“{name}”"), async || {
            Ok(self.find(kind, name, None).await?.is_some())
        })
        .await?;
        let found = self.find(kind, name, None).await?;
        found.ok_or_else(|| format!("“{name}” came and went").into())
    }

    async fn find(&self, kind: &str, name: &str, inside: Option<&str>) -> Result<Option<WebElement>> {
        let script = format!("{FINDING} return find(...arguments)");
        let found = self
            .page
            .execute(&script, vec![json!(kind), json!(name), json!(inside)])
            .await?;
        Ok(if found.json().is_null() {
            None
        } else {
            Some(found.element()?)
        })
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A test that fails half way, or that killed the program, has nobody to say goodbye to, and would wait for it.
        let _ = self.page.clone().leak();
    }
}

/// Puts every run of white space as one space, as a reader sees it.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const FLICKER: &str = r#"
const speck = document.createElement("div");
speck.id = "flicker";
speck.ariaHidden = "true";
Object.assign(speck.style, { position: "fixed", left: 0, top: 0, width: "1px", height: "1px", background: "gray", opacity: 0 });
document.documentElement.append(speck);
let on = false;
window.flicker = setInterval(() => { on = !on; speck.style.opacity = on ? 0.004 : 0; }, 20);
"#;

/// Finds what a person would by its name: exactly that name first, then one that starts with it; what is on top (an
/// open dialog) before what lies below.
const FINDING: &str = r##"
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const byIds = (ids) => squeeze(ids.split(" ").map((id) => document.getElementById(id)?.innerText || "").join(" "));
function nameOf(element) {
    if (!element) return "";
    const labelledBy = element.getAttribute("aria-labelledby");
    if (labelledBy && byIds(labelledBy)) return byIds(labelledBy);
    if (element.getAttribute("aria-label")) return squeeze(element.getAttribute("aria-label"));
    if (element.labels?.length) return squeeze([...element.labels].map((label) => label.innerText).join(" "));
    return squeeze(element.innerText) || squeeze(element.getAttribute("title")) || squeeze(element.getAttribute("placeholder"));
}
function isShown(element) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden";
}
const kinds = {
    click: "button, a[href], summary, [role=button], [role=link], [role=tab], [role=option], [role=menuitem], [role=menuitemradio], [role=switch], [role=radio], [role=checkbox], input[type=checkbox], input[type=radio], input[type=submit]",
    field: "input:not([type=hidden]), textarea, select, [role=textbox], [role=combobox], [role=spinbutton], [role=slider], [contenteditable=true]",
};
function find(kind, name, inside) {
    const wanted = squeeze(name);
    const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].filter(isShown).reverse();
    const popups = [...document.querySelectorAll("[role=menu], [role=listbox]")].filter(isShown).reverse();
    const places = inside ? [...document.querySelectorAll(inside)] : [...popups, ...dialogs, document];
    // A tick box may be drawn by its label while the box itself has no size.
    const usable = (element) => (isShown(element) || (element.labels?.length && isShown(element.labels[0]))) && !element.disabled;
    const bare = (text) => text.replace(/\s*\*$/, "");
    for (const same of [(n) => n === wanted || bare(n) === wanted, (n) => n.startsWith(wanted)]) {
        for (const place of places) {
            const found = [...place.querySelectorAll(kinds[kind])].find((element) => usable(element) && same(nameOf(element)));
            if (found) {
                found.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
                return isShown(found) ? found : found.labels[0];
            }
        }
    }
    return null;
}
"##;
