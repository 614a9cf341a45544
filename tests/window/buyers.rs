//! Two leaders put down how their customers buy: begun with the starter set, made their own, proven by what a customer said,
//! and seen to be in common as soon as a second persona has it.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};

use crate::{
    accessible::wrong,
    pages::{
        first_run::{ACME, found},
        frame::{go_to, saved, sits, undo},
    },
};

const NEED: &str = "What happens at night?";

async fn begun() -> Result<(tempfile::TempDir, Window)> {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .open()
        .await?;
    found(&window, &ACME).await?;
    sits(&window, "Mika Olsen").await?;
    go_to(&window, "Personas and phases").await?;
    window.sees("No buying cycle yet").await?;
    Ok((folder, window))
}

/// Types a line and adds it.
async fn add(window: &Window, label: &str, text: &str) -> Result {
    window.type_in("main", label, &format!("{text}\u{e007}")).await?;
    saved(window).await
}

#[tokio::test]
async fn what_two_personas_need_is_written_down_once_each_and_seen_in_common() -> Result {
    let (_folder, window) = begun().await?;
    let mut found = wrong(&window, "no buying cycle").await?;
    window.click("Begin with the starter set").await?;
    window.sees("Holds the budget and signs").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "the starter set").await?);

    window.type_in("#persona", "Name", "Treasurer").await?;
    saved(&window).await?;
    window.sees("What you know of Treasurer, phase by phase").await?;

    add(&window, "Add a need in Comparing", NEED).await?;
    window
        .click_in("#insights", &format!("How do we know? Evidence for {NEED}"))
        .await?;
    window
        .choose("[aria-label='How we know']", "How we know", "Interview")
        .await?;
    window
        .type_in("[aria-label='How we know']", "Note", "The treasurer of St Anne")
        .await?;
    window.sees("Interview: The treasurer of St Anne").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "how we know").await?);
    window.press(thirtyfour::Key::Escape + "").await?;
    window
        .wait("the window to close and the keyboard to be back", async || {
            let script = "return document.querySelector('[role=dialog]') === null
                && (document.activeElement?.innerText ?? '').startsWith('Interview')";
            Ok(window.script(script).await? == true)
        })
        .await?;

    go_to(&window, "What the market has in common").await?;
    window.sees("Who does what until it runs?").await?;
    window.sees_no(NEED).await?;

    go_to(&window, "Personas and phases").await?;
    window.click_in("#personas", "Daily user").await?;
    window.sees("What you know of Daily user, phase by phase").await?;
    add(&window, "Add a need in Using", "what happens at NIGHT").await?;
    go_to(&window, "What the market has in common").await?;
    window.sees(NEED).await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "what the market has in common").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));

    // From there one comes to where it stands.
    window.click_in("main", "Treasurer").await?;
    window.sees("What you know of Treasurer, phase by phase").await?;
    window.close().await
}

#[tokio::test]
async fn a_removed_persona_comes_back_with_all_that_is_known_of_it() -> Result {
    let (_folder, window) = begun().await?;
    window.click("Begin with the starter set").await?;
    window
        .click_in("#personas", "Move or remove Economic buyer")
        .await?;
    window.click("Remove").await?;
    window.sees("Removed “Economic buyer”.").await?;
    window
        .sees("What you know of Technical evaluator, phase by phase")
        .await?;
    undo(&window, "Delete persona “Economic buyer” and 9 insights").await?;
    window
        .sees("What you know of Economic buyer, phase by phase")
        .await?;
    window
        .sees("What does it cost, all in, over three years?")
        .await?;
    window.close().await
}
