//! What a person sees of the window: words, a page at rest, pictures, and what axe-core sees for those who see less.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Scheme, Window};
use crate::{Result, processes::repository};

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

    /// Checks the screen with axe-core (WCAG 2.2 A and AA) and returns what it finds wrong. Where a dialog is open, that is
    /// what is checked: the page behind it is out of reach, and is checked without it.
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
            const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")];
            const place = dialogs.length > 0 ? { include: dialogs.map((dialog) => dialog.parentElement) } : document;
            window.axe.run(place, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }).then(
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
