//! The collateral library in the window: files come in by the dialog and by a drop, are found by what stands on a page, and approved by
//! one of each side.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::json;

use crate::pages::{everywhere::go, stages::open_sample, wizard::file};

/// Lets somebody of a side sit at the keyboard, as the choice at the top of the window does.
async fn sits(window: &Window, side: &str) -> Result {
    let people = window.call("people", json!({})).await?;
    let all = people["people"].as_array().ok_or("people")?;
    let person = all
        .iter()
        .find(|person| person["side"] == side)
        .ok_or("nobody is there")?;
    window
        .call("set_current_user", json!({ "person": person["id"] }))
        .await?;
    window.at_rest().await
}

async fn is_accessible(window: &Window, place: &str) -> Result {
    window.at_rest().await?;
    let found = window.axe().await?;
    assert!(found.is_empty(), "{place}: {found:#?}");
    Ok(())
}

#[tokio::test]
async fn a_piece_comes_in_is_found_by_its_words_and_approved_by_both_sides() -> Result {
    let folder = tempfile::tempdir()?;
    let story = file(
        folder.path(),
        "clinic-case-study.md",
        "# How one clinic filled its beds\n\nWithin a year the return on investment paid for the second wing.",
    )?;
    let sheet = file(
        folder.path(),
        "datasheet.md",
        "Every bed weighs ninety kilograms and folds in one move.",
    )?;
    let window = Launch::new()?.answer(story).open().await?;
    open_sample(&window).await?;
    sits(&window, "marketing").await?;
    let before = window
        .call("list_pieces", json!({ "filter": { "states": ["draft"] } }))
        .await?["total"]
        .clone();
    go(&window, "#/collateral").await?;
    window.click("Add files…").await?;
    window.sees("One piece added").await?;
    // What is dropped on the window and is neither a workspace nor a table goes to the library, too.
    window.drop_files(&[sheet]).await?;
    let after = before.as_u64().unwrap_or_default() + 1;
    window
        .wait(
            "the file that was dropped is no lead and no workspace",
            async || {
                let drafts = window
                    .call("list_pieces", json!({ "filter": { "states": ["draft"] } }))
                    .await?;
                Ok(drafts["total"].as_u64() >= Some(after))
            },
        )
        .await?;

    go(&window, "#/collateral?shelf=draft").await?;
    window.type_into("Find a piece", "returns on investment").await?;
    window.sees("Page 1:").await?;
    is_accessible(&window, "the library").await?;
    window.click("How one clinic filled its beds").await?;
    window.sees("Proposed by the file: title, type").await?;
    window.sees("paid for the second wing").await?;
    is_accessible(&window, "a piece").await?;
    window.click_in("[role=dialog]", "That is right").await?;
    window.click_in("[role=dialog]", "Approve").await?;
    window.sees("Waits for Sales").await?;

    sits(&window, "sales").await?;
    go(&window, "#/collateral/review").await?;
    window.sees("How one clinic filled its beds").await?;
    is_accessible(&window, "the review").await?;
    window.click("Approve").await?;
    window
        .wait("both sides have approved it", async || {
            let found = window
                .call("list_pieces", json!({ "text": "second wing" }))
                .await?;
            Ok(found["total"] == 1)
        })
        .await?;
    go(&window, "#/collateral").await?;
    window.sees("approved and current").await?;
    window.close().await
}
