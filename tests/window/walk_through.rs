//! Sales and Marketing walk through the sale: the next walk-through begins from the last, each side gives its marks, what is to be
//! mended is noted on the projector, and the record goes out. In the window, in light and dark.

use std::fs;

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

async fn latest(window: &Window) -> Result<Value> {
    let walks = window.call("list_walk_throughs", json!({})).await?;
    let id = walks["walk_throughs"][0]["walk_through"]["id"].clone();
    window.call("open_walk_through", json!({ "id": id })).await
}

#[tokio::test]
async fn the_next_walk_through_begins_from_the_last_and_what_is_found_is_noted_on_the_projector() -> Result {
    let folder = tempfile::tempdir()?;
    let record = folder.path().join("record.pdf");
    let window = Launch::new()?.answer(record.clone()).open().await?;
    window.appear(Scheme::Light).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    sits(&window, "Priya Raman").await?;
    go(&window, "#/walk-through").await?;
    window.sees("fixes to do").await?;
    found.extend(wrong(&window, "the walk-throughs").await?);
    window.click("Begin the next one").await?;
    window
        .script(
            "[...document.querySelectorAll('[role=menuitem]')].find((item) => item.innerText.startsWith('From the one of')).click()",
        )
        .await?;
    window.sees("5 steps, no marks yet").await?;
    window.sees("As last time").await?;
    found.extend(wrong(&window, "a walk-through").await?);

    // On the projector: Sales gives a mark, then Marketing, by handing the keyboard over.
    window.click("Walk through it").await?;
    window.sees("What we mend").await?;
    found.extend(wrong(&window, "a step on the projector").await?);
    let give = |side: &'static str, mark: u32| {
        format!(
            "document.querySelector('[aria-label=\"Marks of {side}\"] input[type=radio][value=\"{mark}\"]').click()"
        )
    };
    window.script(&give("Sales", 5)).await?;
    window.click("Marketing’s turn").await?;
    window
        .wait("Marketing has the keyboard", async || {
            let there = "return document.querySelector('[aria-label=\"Marks of Marketing\"] input[type=radio]') !== null";
            Ok(window.script(there).await? == json!(true))
        })
        .await?;
    window.script(&give("Marketing", 2)).await?;
    window
        .sees("To talk about: Message: Sales 5, Marketing 2")
        .await?;
    window.press("f").await?;
    window
        .type_in("[role=dialog]", "Add a fix", "A page on the first call")
        .await?;
    window.press(Key::Enter + "").await?;
    window
        .wait("the fix is noted at its step", async || {
            let view = latest(&window).await?;
            let fix = &view["fixes"][0]["fix"];
            Ok(fix["name"] == "A page on the first call" && fix["step"] == view["steps"][0]["step"]["id"])
        })
        .await?;
    window.press(Key::Escape + "").await?;
    window
        .wait("the dialog is closed", async || {
            let there = "return document.querySelector('[role=dialog]') !== null";
            Ok(window.script(there).await? == json!(false))
        })
        .await?;
    for _ in 0..5 {
        window.press(Key::Right + "").await?;
    }
    window.sees("What we mend: 1 open").await?;
    found.extend(wrong(&window, "what we mend").await?);
    window.click_in("main", "End the walk-through").await?;
    window.sees("the steps stay as they were").await?;

    // The record of it, to print.
    window.click("Export").await?;
    window.click("PDF document").await?;
    window.sees("Exported: record.pdf").await?;
    assert!(fs::read(&record)?.starts_with(b"%PDF"));
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn a_fix_is_done_in_the_dark_and_stays_found_on_the_first_page() -> Result {
    let window = Launch::new()?.open().await?;
    window.appear(Scheme::Dark).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    let fixes = latest(&window).await?["fixes"].clone();
    let name = fixes[0]["fix"]["name"].as_str().ok_or("no fix")?.to_owned();
    go(&window, "#/walk-through").await?;
    window.sees("fixes to do").await?;
    found.extend(wrong(&window, "the walk-throughs in the dark").await?);
    window.click(&format!("Done: {name}")).await?;
    window
        .wait("it is done", async || {
            let view = latest(&window).await?;
            let fixes = view["fixes"].as_array().cloned().unwrap_or_default();
            let it = fixes.iter().find(|line| line["fix"]["name"] == *name);
            Ok(it.is_some_and(|line| line["fix"]["done_on"].is_string()))
        })
        .await?;
    let walk = latest(&window).await?["walk_through"]["id"].clone();
    go(
        &window,
        &format!("#/walk-through/{}", walk.as_str().unwrap_or_default()),
    )
    .await?;
    window.sees("to talk about").await?;
    found.extend(wrong(&window, "a walk-through that has ended, in the dark").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}
