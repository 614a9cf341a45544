//! Hands that know no mouse: Tab until the wanted thing has the focus, then a key. Whatever is operated must show that it
//! has the focus.

use lockstep_tests::{Result, window::Window};
use thirtyfour::{Key, TypingData};

/// How many times Tab may be pressed before something counts as out of reach.
const REACH: usize = 150;

/// Presses Tab until what has the focus is called `name` (or begins with it).
pub async fn tab_to(window: &Window, name: &str) -> Result {
    walk(window, name, || Key::Tab + "").await
}

/// Presses Shift+Tab until what has the focus is called `name` (or begins with it).
pub async fn tab_back_to(window: &Window, name: &str) -> Result {
    walk(window, name, || Key::Shift + Key::Tab).await
}

async fn walk(window: &Window, name: &str, key: impl Fn() -> TypingData) -> Result {
    let mut passed = Vec::new();
    for _ in 0..REACH {
        let focus = window.focus().await?;
        if focus.trim_end_matches(['*', ' ']).starts_with(name) && !passed.is_empty() {
            return focus_is_seen(window, name).await;
        }
        passed.push(focus);
        window.press(key()).await?;
    }
    Err(format!("“{name}” is out of reach; on the way: {passed:?}").into())
}

/// Waits until what has the focus shows it, by a ring around itself or around what stands for it.
pub async fn focus_is_seen(window: &Window, name: &str) -> Result {
    window
        .wait(&format!("a visible focus on “{name}”"), async || {
            let script = "const focused = document.activeElement;
                const ring = (element) => {
                    const style = getComputedStyle(element);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                };
                const box = focused.getBoundingClientRect();
                const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                return focused !== document.body && inSight && (ring(focused) || (focused.labels?.length > 0 && ring(focused.labels[0])))";
            Ok(window.script(script).await? == true)
        })
        .await
}

/// Goes to the thing called `name` and presses Enter.
pub async fn enter(window: &Window, name: &str) -> Result {
    tab_to(window, name).await?;
    window.press(Key::Enter + "").await
}

/// Goes to the field called `name` and types into it, in place of what stood there.
pub async fn write(window: &Window, name: &str, text: &str) -> Result {
    tab_to(window, name).await?;
    window.press(Key::Control + "a").await?;
    window.press(text).await
}

/// Goes to the list called `name`, opens it with the arrow key and takes the first line that `typed` leaves.
pub async fn choose(window: &Window, name: &str, option: &str) -> Result {
    tab_to(window, name).await?;
    window.press(Key::Down + "").await?;
    pick(window, option).await
}

/// Moves through an open list or menu with the arrow key to `option` and takes it.
pub async fn pick(window: &Window, option: &str) -> Result {
    let marked = "const list = [...document.querySelectorAll('[role=listbox], [role=menu]')].find((list) => list.getBoundingClientRect().height > 0);
        if (!list) return null;
        const one = list.querySelector('[data-combobox-selected]') ?? (list.contains(document.activeElement) ? document.activeElement : null);
        return one ? one.innerText.replace(/\\s+/g, ' ').trim() : ''";
    window
        .wait(&format!("“{option}” to be marked"), async || {
            let now = window.script(marked).await?;
            let Some(now) = now.as_str() else { return Ok(false) };
            if now.starts_with(option) {
                return Ok(true);
            }
            window.press(Key::Down + "").await?;
            Ok(false)
        })
        .await?;
    window.press(Key::Enter + "").await
}

/// Finds a command in the palette by typing, and runs it.
pub async fn command(window: &Window, name: &str) -> Result {
    window.press(Key::Control + "k").await?;
    window
        .wait("the palette to take the keyboard", async || {
            Ok(window.focus().await? == "Search or do")
        })
        .await?;
    window.press(name).await?;
    window
        .wait(&format!("the palette to offer “{name}” first"), async || {
            let script = "const first = document.querySelector('[role=dialog] [data-action]'); return first?.innerText ?? ''";
            let first = window.script(script).await?;
            Ok(first.as_str().is_some_and(|first| first.starts_with(name)))
        })
        .await?;
    window.press(Key::Enter + "").await?;
    window
        .wait("the palette to close", async || {
            Ok(window
                .script("return document.querySelector('[role=dialog]') === null")
                .await?
                == true)
        })
        .await
}
