//! Chosen pieces go out as a pack, two versions are compared, and a request that is past its date is reached from the promises: in the
//! window, in light and dark.

use std::fs;

use lockstep_tests::{
    Result,
    window::{Launch, Scheme},
};
use serde_json::json;

use crate::{
    accessible::wrong,
    pages::{everywhere::go, stages::open_sample, wizard::file},
};

#[tokio::test]
async fn chosen_pieces_are_saved_as_a_pack() -> Result {
    let folder = tempfile::tempdir()?;
    let pack = folder.path().join("pack.zip");
    let window = Launch::new()?.answer(pack.clone()).open().await?;
    window.appear(Scheme::Light).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    let drafts = window
        .call("list_pieces", json!({ "filter": { "states": ["draft"] } }))
        .await?;
    let draft = drafts["pieces"][0]["piece"]["title"].as_str().ok_or("no draft")?;
    go(&window, "#/collateral?shelf=all").await?;
    window.sees(draft).await?;
    window
        .script(&format!(
            "for (const row of document.querySelectorAll('#pieces > li')) {{
               const isFirst = row === row.parentElement.firstElementChild;
               if (isFirst || row.innerText.includes({})) row.querySelector('input[type=checkbox]').click();
             }}",
            serde_json::to_string(draft)?
        ))
        .await?;
    window.sees("Send pack…").await?;
    window.click("Send pack…").await?;
    window.sees("Not approved by both sides and current").await?;
    window
        .type_in(
            "[role=dialog]",
            "A line to the recipient (optional)",
            "As we said on Thursday.",
        )
        .await?;
    found.extend(wrong(&window, "sending a pack").await?);
    // Nothing goes before somebody says outright that the draft goes along.
    let is_off = "return [...document.querySelectorAll('[role=dialog] button[type=submit]')].map((one) => one.disabled)";
    assert_eq!(window.script(is_off).await?, json!([true]));
    window
        .click_in("[role=dialog]", "Send them all the same; the cover sheet says so")
        .await?;
    window.click_in("[role=dialog]", "Save the pack…").await?;
    window.sees("Exported: pack.zip").await?;
    assert!(fs::metadata(&pack)?.len() > 10_000);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn two_versions_are_compared_and_a_request_is_reached_from_the_promises() -> Result {
    let folder = tempfile::tempdir()?;
    let first = file(
        folder.path(),
        "prices.md",
        "# Prices\n\nIt costs 100 euros a month.",
    )?;
    let second = file(
        folder.path(),
        "prices-2027.md",
        "# Prices\n\nIt costs 120 euros a month.",
    )?;
    let window = Launch::new()?.answer(first).answer(second).open().await?;
    window.appear(Scheme::Dark).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    let added = window.call_shell("choose_files_to_add", json!({})).await?;
    let piece = added["files"][0]["piece"].as_str().ok_or("no piece")?.to_owned();
    window
        .call_shell("choose_new_version", json!({ "piece": piece }))
        .await?;
    go(&window, &format!("#/collateral?shelf=all&piece={piece}")).await?;
    window.click_in("[role=dialog]", "Compare versions…").await?;
    window.sees("1 page differs: 1 word added, 1 removed.").await?;
    found.extend(wrong(&window, "comparing two versions").await?);
    go(&window, "#/definition").await?;
    window
        .script("document.getElementById('promises').scrollIntoView(); document.querySelector('#promises').lastElementChild.scrollIntoView()")
        .await?;
    window.sees("Requests answered").await?;
    found.extend(wrong(&window, "the promises").await?);
    let list = window.call("promises_kept", json!({})).await?;
    let case = &list["of_rooms"][0]["cases"][0];
    assert_eq!(case["fared"], "overdue", "{case}");
    window.click(case["words"].as_str().ok_or("no words")?).await?;
    let is_there = format!(
        "return location.hash.includes('/collateral/requests') && document.getElementById({}) !== null",
        case["id"]
    );
    window
        .wait("the request stands on screen", async || {
            Ok(window.script(&is_there).await? == json!(true))
        })
        .await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}
