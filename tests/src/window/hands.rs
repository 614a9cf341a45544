//! What a person does with the window: click, type, choose, paste, press keys. Things are found by the words on them.

use std::time::Duration;

use serde_json::json;
use thirtyfour::{Key, TypingData, WebElement};

use super::Window;
use crate::Result;

/// After how long a click or a word typed counts as lost on its way.
const LOST: Duration = Duration::from_secs(15);

impl Window {
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
