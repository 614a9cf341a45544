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

/// Three words that follow one another on a page, which nobody would type for another piece.
fn phrase(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_plain = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphabetic);
    let three = words.windows(3).find(|three| three.iter().all(is_plain));
    three.map(|three| three.join(" "))
}

/// What stands on the second page of a piece, where it has one with words, else on its first; its title where it has none.
async fn sought(window: &Window, piece: &serde_json::Value) -> Result<String> {
    let told = window.call("piece_text", json!({ "id": piece["id"] })).await?;
    let pages = told["pages"].as_array().cloned().unwrap_or_default();
    let of = |place: usize| pages.get(place).and_then(|page| phrase(page["text"].as_str()?));
    let title = piece["title"].as_str().ok_or("a title")?;
    Ok(of(1).or_else(|| of(0)).unwrap_or_else(|| title.to_owned()))
}

/// Every public piece comes in by the dialog or by a drop, is found by what stands on its second page, looked at, approved by both
/// sides, used in a deal and rated.
#[tokio::test]
async fn every_public_piece_comes_in_is_found_looked_at_approved_used_and_rated() -> Result {
    let Some(folder) = lockstep_tests::shared("collateral") else {
        return Ok(());
    };
    let mut files: Vec<std::path::PathBuf> = std::fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending != "txt"));
    files.sort();
    let first = files.remove(0);
    let all = files.len() as u64 + 1;
    let window = Launch::new()?.answer(first).open().await?;
    open_sample(&window).await?;
    sits(&window, "marketing").await?;
    let drafts = json!({ "filter": { "states": ["draft"] } });
    let before = window.call("list_pieces", drafts.clone()).await?;
    let known: Vec<serde_json::Value> = before["pieces"].as_array().cloned().unwrap_or_default();
    go(&window, "#/collateral").await?;
    window.click("Add files…").await?;
    window.sees("One piece added").await?;
    window.drop_files(&files).await?;
    window
        .wait("all pieces have come in", async || {
            let now = window.call("list_pieces", drafts.clone()).await?;
            Ok(now["total"].as_u64() == before["total"].as_u64().map(|count| count + all))
        })
        .await?;
    let now = window.call("list_pieces", drafts).await?;
    let pieces: Vec<serde_json::Value> = now["pieces"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|line| known.iter().all(|one| one["piece"]["id"] != line["piece"]["id"]))
        .map(|line| line["piece"].clone())
        .collect();
    assert_eq!(pieces.len() as u64, all);
    for piece in &pieces {
        let title = piece["title"].as_str().ok_or("a title")?;
        let words = sought(&window, piece).await?;
        go(&window, "#/collateral?shelf=draft").await?;
        window.type_into("Find a piece", &words).await?;
        window.click(title).await?;
        window
            .wait(
                &format!("{title} is shown: its pages as pictures, or its text"),
                async || {
                    let shown = window
                        .script(
                            "const dialog = document.querySelector('[role=dialog]');
                         return [dialog?.querySelector('img') != null, dialog?.innerText ?? ''];",
                        )
                        .await?;
                    let says: Vec<&str> = shown[1].as_str().unwrap_or_default().split_whitespace().collect();
                    Ok(shown[0] == true || says.join(" ").contains(&words))
                },
            )
            .await?;
        window.click_in("[role=dialog]", "Approve").await?;
        window.sees("Waits for Sales").await?;
        window.press(thirtyfour::Key::Escape + "").await?;
    }
    sits(&window, "sales").await?;
    go(&window, "#/collateral/review").await?;
    let waits = async || -> Result<u64> {
        let queue = window.call("review_queue", json!({})).await?;
        Ok(queue.as_array().map_or(0, |all| all.len() as u64))
    };
    let mut left = waits().await?;
    assert!(left >= all, "{left}");
    while left > 0 {
        window.click("Approve").await?;
        window
            .wait("it is approved", async || Ok(waits().await? < left))
            .await?;
        left = waits().await?;
    }
    for piece in &pieces {
        let title = piece["title"].as_str().ok_or("a title")?;
        go(&window, "#/collateral").await?;
        window.type_into("Find a piece", title).await?;
        window.click(title).await?;
        window.click_in("[role=dialog]", "I used this in a deal").await?;
        window
            .type_in("[role=dialog]", "Deal", "The clinic next door")
            .await?;
        window.click_in("[role=dialog]", "Record").await?;
        window.sees("Did the deal move on?").await?;
        window.click_in("[role=dialog]", "Yes").await?;
        window
            .wait(&format!("the use of {title} is rated"), async || {
                let uses = window.call("list_uses", json!({ "piece": piece["id"] })).await?;
                Ok(uses["uses"][0]["use"]["moved"] == "yes")
            })
            .await?;
        window.press(thirtyfour::Key::Escape + "").await?;
    }
    window.close().await
}
