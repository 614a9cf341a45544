//! What stands around every place: the navigation, the words about saving, undo by name, and who is at the keyboard.

use lockstep_tests::{Result, window::Window};

/// Goes to a place of the navigation.
pub async fn go_to(window: &Window, place: &str) -> Result {
    window.click_in("nav[aria-label='Places']", place).await
}

/// Lets somebody sit down at the keyboard.
pub async fn sits(window: &Window, name: &str) -> Result {
    window.click("At the keyboard:").await?;
    window.click_in("[role=menu]", name).await?;
    window
        .wait(&format!("{name} to be at the keyboard"), async || {
            let who = window
                .script("return document.querySelector('[aria-label^=\"At the keyboard\"]').ariaLabel")
                .await?;
            Ok(who.as_str().is_some_and(|who| who.contains(name)))
        })
        .await
}

/// Leaves the field that is being typed into, and waits until what was typed is in the file.
pub async fn saved(window: &Window) -> Result {
    window.script("document.activeElement?.blur()").await?;
    window.at_rest().await?;
    window.sees("Saved ").await
}

/// Takes the last step back with the button at the top, which names that step.
pub async fn undo(window: &Window, step: &str) -> Result {
    window
        .click_in("[aria-label='This workspace']", &format!("Undo “{step}"))
        .await?;
    window.sees("Undone:").await
}
