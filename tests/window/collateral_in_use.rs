//! A piece is used in a deal and rated, what is missing is asked for and answered, the matrix shows the gap, and the field kit goes
//! out and its slip comes back: in the window, in light and dark.

use lockstep_tests::{
    Result,
    window::{Launch, Scheme, Window},
};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    accessible::wrong,
    pages::{everywhere::go, frame::sits, stages::open_sample},
};

const PIECE: &str = "Who trains my people, and when?";

/// The uses of the piece that the window has recorded so far.
async fn uses(window: &Window, piece: &Value) -> Result<Value> {
    window.call("list_uses", json!({ "piece": piece })).await
}

async fn the_piece(window: &Window) -> Result<Value> {
    let found = window
        .call("list_pieces", json!({ "text": "trains my people" }))
        .await?;
    Ok(found["pieces"][0]["piece"]["id"].clone())
}

#[tokio::test]
async fn a_piece_is_used_and_rated_and_what_is_missing_is_asked_for_and_answered() -> Result {
    let window = Launch::new()?.open().await?;
    window.appear(Scheme::Light).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    sits(&window, "Priya Raman").await?;
    let piece = the_piece(&window).await?;
    go(&window, "#/collateral").await?;
    window.type_into("Find a piece", "trains my people").await?;
    window.click(PIECE).await?;
    window.click_in("[role=dialog]", "I used this in a deal").await?;
    found.extend(wrong(&window, "recording a use").await?);
    window.type_in("[role=dialog]", "Deal", "Porto Heart").await?;
    window.sees("Porto Heart Centre").await?;
    window.press(Key::Down + Key::Enter).await?;
    window.click_in("[role=dialog]", "Record").await?;
    window.sees("Did the deal move on?").await?;
    found.extend(wrong(&window, "rating a use").await?);
    window.click_in("[role=dialog]", "Yes").await?;
    window
        .wait("the seller’s word is saved", async || {
            Ok(uses(&window, &piece).await?["uses"][0]["use"]["moved"] == "yes")
        })
        .await?;
    let used = uses(&window, &piece).await?;
    // The deal is the imported one.
    assert!(used["uses"][0]["use"]["opportunity"].is_string(), "{used}");
    window.press(Key::Escape + "").await?;

    go(&window, "#/collateral/requests").await?;
    window.sees("wait for an answer").await?;
    found.extend(wrong(&window, "requests").await?);
    window.click("Ask for a piece…").await?;
    window
        .type_into("What is needed?", "A film for the night shift")
        .await?;
    window.click_in("[role=dialog]", "Ask for it").await?;
    window.sees("A film for the night shift").await?;
    sits(&window, "Jonas Lind").await?;
    let asked = window.call("list_requests", json!({})).await?;
    let count = |list: &Value, state: &str| {
        let all = list["requests"].as_array().into_iter().flatten();
        all.filter(|line| line["state"] == state).count()
    };
    window
        .script(
            "[...document.querySelectorAll('main li')].find((line) => line.innerText.includes('A film for the night shift'))
                .querySelectorAll('button').forEach((button) => button.innerText.startsWith('Say no') && button.click())",
        )
        .await?;
    window
        .type_into("Why will it not be done?", "Nobody watches films at night.")
        .await?;
    window.click_in("[role=dialog]", "Say no").await?;
    window
        .wait("the no is written down", async || {
            let now = window.call("list_requests", json!({})).await?;
            Ok(count(&now, "declined") == count(&asked, "declined") + 1)
        })
        .await?;

    go(&window, "#/collateral/use").await?;
    window.sees("approved pieces were used in a deal").await?;
    found.extend(wrong(&window, "in use").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn the_matrix_shows_the_gap_and_the_field_kit_goes_out_and_talks_back() -> Result {
    let folder = tempfile::tempdir()?;
    let kit = folder.path().join("kit");
    let window = Launch::new()?.answer(kit.clone()).open().await?;
    window.appear(Scheme::Dark).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    go(&window, "#/collateral/matrix").await?;
    window.sees("required cells are covered").await?;
    found.extend(wrong(&window, "the matrix").await?);
    // By keyboard: to the gap of the procurement director who is deciding, and into it.
    window
        .script("document.querySelector('[role=grid] button[data-at=\"0-0\"]').focus()")
        .await?;
    for _ in 0..2 {
        window.press(Key::Down + "").await?;
    }
    for _ in 0..3 {
        window.press(Key::Right + "").await?;
    }
    window.press(Key::Enter + "").await?;
    window.sees("Procurement director in Deciding").await?;
    window.sees("What do we pay if the start slips?").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "a cell").await?);
    window.press(Key::Escape + "").await?;
    for heat in ["use", "ease", "leads"] {
        go(&window, &format!("#/collateral/matrix?heat={heat}")).await?;
        found.extend(wrong(&window, heat).await?);
    }

    go(&window, "#/collateral").await?;
    window.click("Field kit").await?;
    window.click("Write or refresh a field kit…").await?;
    window.sees("Field kit in “kit”").await?;
    let page = std::fs::read_to_string(kit.join("index.html"))?;
    assert!(page.contains(PIECE) && !page.contains("Priya’s hospital deck"));

    // A slip that was cut off on the way is refused with the reason, and nothing happens.
    let slip = folder.path().join("return-slip.json");
    std::fs::write(&slip, "{ \"lockstep\": \"return slip\", \"version\": 1,")?;
    let before = window.call("list_requests", json!({})).await?;
    window.drop_files(&[slip]).await?;
    window.sees("1 return slip, nothing new").await?;
    window.sees("It is damaged").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "a return slip").await?);
    window.click_in("[role=dialog]", "Close").await?;
    assert_eq!(window.call("list_requests", json!({})).await?, before);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}
