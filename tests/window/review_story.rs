//! A review in the window: planned, prepared by each side in silence, shown to each other, voted, decided, broken off by a killed program
//! and taken up again, closed, signed; and the next one brings back what is not done. In light and in dark, looked through for
//! whoever cannot see it.

use lockstep_tests::{
    Result,
    window::{Launch, Scheme, Window},
};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    accessible::wrong,
    pages::{
        everywhere::go,
        frame::sits,
        keyboard::{enter, write},
        stages::open_sample,
    },
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

/// Returns what the year is called whose reviews are not planned yet, and the number of the year before the first that was reviewed.
async fn open_years(window: &Window) -> Result<(String, i64)> {
    let list = window.call("list_reviews", json!({})).await?;
    let years = list["years"].as_array().ok_or("years")?;
    let open = years.iter().find(|year| year["is_planned"] == false);
    let label = open.and_then(|year| year["label"].as_str());
    let first = years.last().and_then(|year| year["year"].as_i64());
    Ok((
        label.ok_or("a year without reviews")?.to_owned(),
        first.ok_or("a year")? - 1,
    ))
}

/// Writes a note.
async fn writes(window: &Window, id: &str, who: &str, (asks, note): (&str, &str)) -> Result {
    sits(window, who).await?;
    window.type_into(asks, note).await?;
    window.press(thirtyfour::Key::Enter + "").await?;
    window
        .wait("the note is saved", async || {
            let view = window.call("open_review", json!({ "id": id })).await?;
            let notes = view["notes"].as_array().cloned().unwrap_or_default();
            Ok(notes.iter().any(|line| line["note"]["text"] == note))
        })
        .await
}

/// Waits until a review has so many of something.
async fn has(window: &Window, id: &str, list: &str, many: usize) -> Result {
    window
        .wait(&format!("{many} {list}"), async || {
            let view = window.call("open_review", json!({ "id": id })).await?;
            Ok(view[list].as_array().map(Vec::len) == Some(many))
        })
        .await
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
    let (next_year, earlier) = open_years(&window).await?;
    window.click(&format!("Plan the reviews of {next_year}")).await?;
    window
        .wait("they are planned", async || {
            Ok(review(&window, &format!("Q1 {next_year}")).await.is_ok())
        })
        .await?;
    // A review is closed once its period is over: the sample has held all of those that are.
    window
        .call("plan_reviews", json!({ "year": earlier, "monthly": false }))
        .await?;
    let [q1, q2] = [1, 2].map(|quarter| format!("Q{quarter} FY{:02}", earlier % 100));

    // Each side writes before it sees the other’s.
    let first = open(&window, &q1).await?;
    found.extend(wrong(&window, "a review that is prepared").await?);
    writes(&window, &first, "Priya Raman", ("Add what works", FAIR)).await?;

    // On the projector everybody reads along: what a side wrote in silence stays hidden from its own, too.
    window.click("Hold the review").await?;
    window.click_in("nav", "What each side says").await?;
    window.sees("What Sales wrote is not shown here").await?;
    window.sees_no(FAIR).await?;
    found.extend(wrong(&window, "a review on the projector").await?);
    window.click("Leave").await?;
    // Marks that are missing are named first: once both are ready, none can be added.
    window.click("Sales is ready").await?;
    window.sees("not given").await?;
    found.extend(wrong(&window, "what is missing").await?);
    window.click("Ready all the same").await?;
    sits(&window, "Jonas Lind").await?;
    window.sees_no(FAIR).await?;
    writes(&window, &first, "Jonas Lind", ("Add what does not work", LATE)).await?;
    window.click("Marketing is ready").await?;
    window.click("Ready all the same").await?;
    window.sees(FAIR).await?;
    found.extend(wrong(&window, "the notes of both sides").await?);

    // The meeting goes on where it stopped: votes, and by one key each a thought that is parked, a decision and an action.
    window.click("Resume the review").await?;
    window.click(&format!("One vote more for {LATE}")).await?;
    window.at_rest().await?;
    window.press("b").await?;
    window.thing("Show the session again. B does it, too.").await?;
    window.at_rest().await?;
    window.press("b").await?;
    window.at_rest().await?;
    for (key, asks, words) in [
        ("p", "What do we come back to?", "A fair in autumn?"),
        ("d", "What did we decide?", "One hour a day is for first calls"),
    ] {
        window.press(key).await?;
        window.type_into(asks, words).await?;
        window.press(Key::Enter + "").await?;
        window.at_rest().await?;
    }
    has(&window, &first, "decisions", 1).await?;
    window.at_rest().await?;
    window.press("a").await?;
    window
        .type_into("What is to be done?", "A list of the summer’s leads")
        .await?;
    window
        .choose("[role=dialog]", "Who does it", "Clinical sales manager")
        .await?;
    window.click("Keep it").await?;
    has(&window, &first, "actions", 1).await?;
    // Sides and roles, and no names.
    window.click_in("nav", "Decisions and actions").await?;
    window
        .holds(
            "#actions",
            "Who does A list of the summer’s leads",
            "Clinical sales manager",
        )
        .await?;
    window.sees_no("Tom Becker").await?;
    window.click_in("nav", "Closing").await?;
    window.sees("an owner and a day").await?;
    found.extend(wrong(&window, "the closing of a review").await?);
    let before = window.call("open_review", json!({ "id": first })).await?;
    assert_eq!(before["notes"][0]["votes"], 1, "{before}");

    // The program dies in the middle of it; nothing is lost.
    window.kill();
    let window = Launch::at_home(home.path()).open().await?;
    window.appear(Scheme::Dark).await?;
    open_sample(&window).await?;
    let after = window.call("open_review", json!({ "id": first })).await?;
    assert_eq!(after, before);
    open(&window, &q1).await?;
    // So long had they talked about what each side says.
    let clock = json!({ "at": "sides", "taken": { "sides": 27 * 60 } }).to_string();
    window
        .script(&format!(
            "localStorage.setItem('lockstep.session.{first}', {})",
            json!(clock)
        ))
        .await?;
    window.click("Resume the review").await?;
    window.sees("2 min over").await?;
    window.click_in("nav", "Decisions and actions").await?;
    window
        .type_in("#actions", "Due: A list of the summer’s leads", "24 Dec 2027")
        .await?;
    window.press(Key::Tab + "").await?;
    window.click_in("nav", "Closing").await?;
    window.click_in("main", "Close the review").await?;
    window
        .wait("it is closed", async || {
            Ok(review(&window, &q1).await?["state"] == "closed")
        })
        .await?;
    window.click("Go to the signatures").await?;
    window.sees("Closing the review fixes every number.").await?;
    found.extend(wrong(&window, "a closed review").await?);
    // What the meeting took is offered for the next one.
    let next = review(&window, &q2).await?["review"]["id"].clone();
    let agenda = window.call("open_review", json!({ "id": next })).await?["agenda"].clone();
    assert!(
        agenda.as_array().is_some_and(|lines| lines
            .iter()
            .any(|line| line["took_last"] == 27 && line["offered"] == 30)),
        "{agenda}"
    );

    sits(&window, "Priya Raman").await?;
    open(&window, &q1).await?;
    crate::pages::agreement::propose(&window).await?;
    crate::pages::agreement::sign(&window, "Sales", "Priya Raman").await?;
    sits(&window, "Jonas Lind").await?;
    crate::pages::agreement::sign(&window, "Marketing", "Jonas Lind").await?;
    window
        .wait("both have signed", async || {
            Ok(review(&window, &q1).await?["state"] == "signed")
        })
        .await?;
    found.extend(wrong(&window, "a signed review").await?);

    // The next one brings back what is not done.
    open(&window, &q2).await?;
    window.sees("A list of the summer’s leads").await?;
    window.sees("One hour a day is for first calls").await?;
    found.extend(wrong(&window, "what comes back").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

/// Turns the pages of the meeting until one says this.
async fn turn_to(window: &Window, words: &str) -> Result {
    for _ in 0..10 {
        window.at_rest().await?;
        if window.text().await?.contains(words) {
            return Ok(());
        }
        window.press(Key::PageDown + "").await?;
    }
    Err(format!("no page says “{words}”").into())
}

#[tokio::test]
async fn a_review_is_prepared_held_and_closed_without_touching_the_mouse() -> Result {
    let window = Launch::new()?.open().await?;
    open_sample(&window).await?;
    let (_, earlier) = open_years(&window).await?;
    window
        .call("plan_reviews", json!({ "year": earlier, "monthly": false }))
        .await?;
    let [q1, q2] = [1, 2].map(|quarter| format!("Q{quarter} FY{:02}", earlier % 100));
    go(&window, "#/").await?;
    window.sees(&format!("The review of {q1} was due on")).await?;
    let id = open(&window, &q1).await?;
    let people = window.call("people", json!({})).await?["people"].clone();
    let person = |name: &str| {
        let all = people.as_array().into_iter().flatten();
        all.clone()
            .find(|one| one["name"] == name)
            .map(|one| one["id"].clone())
    };
    for (who, side, asks, note) in [
        ("Priya Raman", "Sales", "Add what works", FAIR),
        ("Jonas Lind", "Marketing", "Add what does not work", LATE),
    ] {
        window
            .call("set_current_user", json!({ "person": person(who) }))
            .await?;
        window.at_rest().await?;
        enter(&window, "What each side says").await?;
        write(&window, asks, note).await?;
        window.press(Key::Enter + "").await?;
        enter(&window, &format!("{side} is ready")).await?;
        enter(&window, "Ready all the same").await?;
        window
            .wait(&format!("{side} is ready"), async || {
                let view = window.call("open_review", json!({ "id": id })).await?;
                let silent = view["silent"].as_array().cloned().unwrap_or_default();
                Ok(silent
                    .iter()
                    .any(|one| one["side"] == side.to_lowercase() && one["is_ready"] == true))
            })
            .await?;
    }
    enter(&window, "Hold the review").await?;
    window.thing("Next section").await?;
    turn_to(&window, "Everybody has five votes").await?;
    enter(&window, &format!("One vote more for {LATE}")).await?;
    window
        .wait("the vote", async || {
            let view = window.call("open_review", json!({ "id": id })).await?;
            Ok(view["votes_left"] == 4)
        })
        .await?;
    window.at_rest().await?;
    window.press("d").await?;
    window.at_rest().await?;
    window.press("An hour a day for first calls").await?;
    window.press(Key::Enter + "").await?;
    has(&window, &id, "decisions", 1).await?;
    turn_to(&window, "Closing the review fixes every number").await?;
    enter(&window, "Close the review").await?;
    window
        .wait("it is closed", async || {
            Ok(review(&window, &q1).await?["state"] == "closed")
        })
        .await?;
    enter(&window, "Go to the signatures").await?;
    window.sees("Then one person of each side signs it").await?;
    go(&window, "#/").await?;
    window.sees(&format!("The review of {q2} was due on")).await?;
    window.close().await
}
