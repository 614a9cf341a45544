//! A review in the window: planned, prepared by each side in silence, shown to each other, voted, decided, broken off by a killed program
//! and taken up again, closed, signed; and the next one brings back what is not done. In light and in dark, looked through for
//! whoever cannot see it.

use lockstep_tests::{
    Result,
    window::{Launch, Scheme, Window},
};
use serde_json::{Value, json};

use crate::{
    accessible::wrong,
    pages::{everywhere::go, frame::sits, stages::open_sample},
};

/// The review of a period, by its label, as it stands in the list.
async fn review(window: &Window, label: &str) -> Result<Value> {
    let list = window.call("list_reviews", json!({})).await?;
    let years = list["years"].as_array().into_iter().flatten();
    let mut lines = years.filter_map(|year| year["reviews"].as_array()).flatten();
    let found = lines.find(|line| line["label"] == label).cloned();
    found.ok_or_else(|| format!("no review of {label}").into())
}

async fn open(window: &Window, label: &str) -> Result<String> {
    let id = review(window, label).await?["review"]["id"]
        .as_str()
        .ok_or("an id")?
        .to_owned();
    go(window, &format!("#/review/{id}")).await?;
    window.sees(&format!("Review of {label}")).await?;
    Ok(id)
}

/// Writes a note and says that the side is ready.
async fn writes(window: &Window, id: &str, (who, side): (&str, &str), (asks, note): (&str, &str)) -> Result {
    sits(window, who).await?;
    window.type_into(asks, note).await?;
    window.press(thirtyfour::Key::Enter + "").await?;
    window
        .wait("the note is saved", async || {
            let view = window.call("open_review", json!({ "id": id })).await?;
            let notes = view["notes"].as_array().cloned().unwrap_or_default();
            Ok(notes.iter().any(|line| line["note"]["text"] == note))
        })
        .await?;
    window.click(&format!("{side} is ready")).await
}

const FAIR: &str = "Every booked talk at the fair became a visit.";
const LATE: &str = "First calls come too late in the summer.";

#[tokio::test]
async fn a_review_is_prepared_met_on_broken_off_taken_up_closed_signed_and_carried_over() -> Result {
    let home = tempfile::tempdir()?;
    let window = Launch::at_home(home.path()).open().await?;
    window.appear(Scheme::Light).await?;
    open_sample(&window).await?;
    let mut found = Vec::new();
    go(&window, "#/review").await?;
    window.sees("Open actions").await?;
    found.extend(wrong(&window, "the reviews").await?);
    window.click("Plan the reviews of FY25").await?;
    window
        .wait("they are planned", async || {
            Ok(review(&window, "Q1 FY25").await.is_ok())
        })
        .await?;

    // Each side writes before it sees the other’s.
    let first = open(&window, "Q1 FY25").await?;
    found.extend(wrong(&window, "a review that is prepared").await?);
    writes(
        &window,
        &first,
        ("Priya Raman", "Sales"),
        ("Add what works", FAIR),
    )
    .await?;
    sits(&window, "Jonas Lind").await?;
    window.sees_no(FAIR).await?;
    writes(
        &window,
        &first,
        ("Jonas Lind", "Marketing"),
        ("Add what does not work", LATE),
    )
    .await?;
    window.sees(FAIR).await?;
    found.extend(wrong(&window, "the notes of both sides").await?);

    // The meeting: votes, a decision, an action.
    window.click("Begin the review").await?;
    window.click(&format!("One vote more for {LATE}")).await?;
    window
        .type_into("Add a decision", "One hour a day is for first calls")
        .await?;
    window.press(thirtyfour::Key::Enter + "").await?;
    window
        .type_into("Add an action", "A list of the summer’s leads")
        .await?;
    window.press(thirtyfour::Key::Enter + "").await?;
    window
        .choose("#actions", "Who does A list of the summer’s leads", "Tom Becker")
        .await?;
    window.sees("an owner and a day").await?;
    let before = window.call("open_review", json!({ "id": first })).await?;
    assert_eq!(before["notes"][0]["votes"], 1, "{before}");

    // The program dies in the middle of it; nothing is lost.
    window.kill();
    let window = Launch::at_home(home.path()).open().await?;
    window.appear(Scheme::Dark).await?;
    open_sample(&window).await?;
    let after = window.call("open_review", json!({ "id": first })).await?;
    assert_eq!(after, before);
    open(&window, "Q1 FY25").await?;
    window
        .type_in("#actions", "Due: A list of the summer’s leads", "24 Dec 2027")
        .await?;
    window.press(thirtyfour::Key::Tab + "").await?;
    window.click("Close the review").await?;
    window.sees("Closing the review fixes every number.").await?;
    window
        .wait("it is closed", async || {
            Ok(review(&window, "Q1 FY25").await?["state"] == "closed")
        })
        .await?;
    found.extend(wrong(&window, "a closed review").await?);

    sits(&window, "Priya Raman").await?;
    open(&window, "Q1 FY25").await?;
    crate::pages::agreement::propose(&window).await?;
    crate::pages::agreement::sign(&window, "Sales", "Priya Raman").await?;
    sits(&window, "Jonas Lind").await?;
    crate::pages::agreement::sign(&window, "Marketing", "Jonas Lind").await?;
    window
        .wait("both have signed", async || {
            Ok(review(&window, "Q1 FY25").await?["state"] == "signed")
        })
        .await?;
    found.extend(wrong(&window, "a signed review").await?);

    // The next one brings back what is not done.
    open(&window, "Q2 FY25").await?;
    window.sees("A list of the summer’s leads").await?;
    window.sees("One hour a day is for first calls").await?;
    found.extend(wrong(&window, "what comes back").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}
