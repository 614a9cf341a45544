//! The agreement: propose, sign on both sides, in force, and the signed version as a document.

use lockstep_tests::{Result, window::Window};

const SECTION: &str = "#agreement";

/// Puts the draft before both sides.
pub async fn propose(window: &Window) -> Result {
    // What is counted above it while one scrolls down stands before anything is clicked.
    window
        .script("document.querySelector('#agreement').scrollIntoView()")
        .await?;
    window.at_rest().await?;
    window.click_in(SECTION, "Propose version").await?;
    window.sees("It waits for both sides to sign.").await
}

/// Signs for the side of whoever is at the keyboard.
pub async fn sign(window: &Window, side: &str, name: &str) -> Result {
    window
        .click_in(SECTION, &format!("Sign for {side} as {name}"))
        .await
}

/// Waits until the large seal says `words` about who has signed.
pub async fn seal_says(window: &Window, words: &str) -> Result {
    window
        .wait(&format!("a seal that says “{words}”"), async || {
            let script =
                "return document.querySelector('#agreement svg[role=img]').getAttribute('aria-label')";
            let said = window.script(script).await?;
            Ok(said.as_str().is_some_and(|said| said.ends_with(words)))
        })
        .await
}

/// Saves a signed version as a PDF document where the dialog says.
pub async fn save_as_pdf(window: &Window, version: u32) -> Result {
    window
        .click_in(SECTION, &format!("Export: version {version}"))
        .await?;
    window.click("PDF document").await?;
    window.sees("Exported:").await
}
