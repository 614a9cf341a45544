//! Leads come in through the window: recognised, corrected, counted, taken in, looked at and taken back.

use lockstep_tests::{
    Result, leads,
    processes::Bus,
    window::{Launch, Window},
};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::pages::{
    everywhere::go,
    frame::go_to,
    keyboard::{choose, enter, tab_to},
    stages::open_sample,
    wizard::{self, counted, file, looked_through},
};

/// A file in which two things are not what they look like: the source stands in a column called otherwise, and the days can
/// be read in two ways.
const ODD: &str = "\
Number,Who,Firm,Mail,How they found us,Came in,Status
1,Ada,One,ada@one.example,Web,01/02/2026,New
2,Ben,Two,ben@two.example,Fair,03/04/2026,Simmering
3,Cleo,Three,cleo@three.example,Web,05/06/2026,Working
";

async fn leads_of(window: &Window, filter: Value) -> Result<Value> {
    window.call("list_leads", filter).await
}

#[tokio::test]
async fn a_wrong_guess_is_corrected_and_going_back_loses_nothing() -> Result {
    let folder = tempfile::tempdir()?;
    let odd = file(folder.path(), "odd.csv", ODD)?;
    let window = Launch::new()?.answer(odd).open().await?;
    open_sample(&window).await?;
    let before = leads_of(&window, json!({})).await?["total"].clone();
    wizard::open(&window).await?;
    wizard::choose(&window).await?;
    window.sees("3 rows").await?;
    window.choose("main", "odd.csv holds", "Leads").await?;
    window.at_rest().await?;
    window.click("Go on to the columns").await?;

    // The file cannot tell the order of its days, and so one cannot go on before somebody does.
    window.choose("main", "Came in becomes", "Created on").await?;
    window.sees("can be read with the day").await?;
    window.click("The day first").await?;
    // What is little more than a guess waits, too.
    window.click("“How they found us” (Web").await?;
    window.choose("main", "Firm becomes", "Keep as attribute").await?;
    window.at_rest().await?;
    window.click("Go on to the values").await?;
    window.sees("Simmering").await?;
    window
        .choose("main", "“Simmering” in Status means", "Recycled")
        .await?;
    window.at_rest().await?;

    window.click("Back").await?;
    window
        .holds("main", "How they found us becomes", "Lead source")
        .await?;
    window.holds("main", "Firm becomes", "Keep as attribute").await?;
    window.click("Back").await?;
    window.holds("main", "odd.csv holds", "Leads").await?;
    // Elsewhere and back again: everything is as it was.
    go_to(&window, "Where we stand").await?;
    go(&window, "#/leads/import?step=values").await?;
    window
        .holds("main", "“Simmering” in Status means", "Recycled")
        .await?;
    window.click("Go on to the preview").await?;
    counted(&window).await?;
    assert_eq!(
        leads_of(&window, json!({})).await?["total"],
        before,
        "a preview changes nothing"
    );
    window.click("Take in 3 leads").await?;
    window.sees("3 leads are in").await?;

    let cleo = leads_of(&window, json!({ "text": "cleo@three" })).await?;
    assert_eq!(cleo["leads"][0]["created_on"], "2026-06-05");
    assert_eq!(cleo["leads"][0]["source"], "Web");
    let ben = leads_of(&window, json!({ "text": "ben@two" })).await?;
    assert_eq!(ben["leads"][0]["stage"], "recycled");
    let open = window
        .call("open_lead", json!({ "id": ben["leads"][0]["id"] }))
        .await?;
    assert_eq!(open["lead"]["attributes"]["Firm"], "Two");

    window.click("Take back").await?;
    window.click_in("[role=dialog]", "Take it back").await?;
    window.sees("was taken back").await?;
    assert_eq!(leads_of(&window, json!({})).await?["total"], before);
    window.close().await
}

#[tokio::test]
async fn the_second_export_of_a_kind_takes_one_click() -> Result {
    let folder = tempfile::tempdir()?;
    let first = file(folder.path(), "january.csv", &leads::leads(1, 40))?;
    let second = file(folder.path(), "february.csv", &leads::leads(21, 40))?;
    let window = Launch::new()?.answer(first).answer(second).open().await?;
    open_sample(&window).await?;
    wizard::take_in(&window).await?;
    wizard::open(&window).await?;
    window.click("Choose files…").await?;
    counted(&window).await?;
    window.click("Take in 20 leads").await?;
    window.sees("20 leads are in").await?;
    window.close().await
}

#[tokio::test]
async fn an_import_that_is_stopped_took_nothing_in() -> Result {
    let folder = tempfile::tempdir()?;
    let many = file(folder.path(), "many.csv", &leads::leads(1, 20_000))?;
    let window = Launch::new()?.answer(many).open().await?;
    open_sample(&window).await?;
    let before = leads_of(&window, json!({})).await?["total"].clone();
    wizard::open(&window).await?;
    wizard::choose(&window).await?;
    go(&window, "#/leads/import?step=preview").await?;
    counted(&window).await?;
    window.click("Take in 20,000 leads").await?;
    window.click("Stop").await?;
    window.sees("Stopped. Nothing was taken in.").await?;
    assert_eq!(leads_of(&window, json!({})).await?["total"], before);
    window.close().await
}

#[tokio::test]
async fn a_table_named_at_the_start_opens_the_wizard() -> Result {
    let folder = tempfile::tempdir()?;
    let path = file(folder.path(), "leads.csv", &leads::leads(1, 12))?;
    let home = tempfile::tempdir()?;
    // Without a workspace it waits for one.
    let window = Launch::at_home(home.path()).args([&path]).open().await?;
    window.sees("leads.csv waits to be taken in").await?;
    window.click("Look round the sample").await?;
    window.sees("12 rows").await?;
    window.close().await?;
    let window = Launch::at_home(home.path())
        .args(["--sample".into(), path])
        .open()
        .await?;
    window.sees("12 rows").await?;
    window.close().await
}

#[tokio::test]
async fn a_second_start_hands_its_table_to_the_first() -> Result {
    let Some(bus) = Bus::start()? else {
        lockstep_tests::skip("no session bus on this machine");
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let path = file(folder.path(), "leads.csv", &leads::leads(1, 12))?;
    let window = Launch::new()?
        .args(["--sample"])
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .open()
        .await?;
    window.sees("Where we stand").await?;
    let again = window.start_again(&[path.to_str().unwrap_or_default()]).await?;
    assert!(again.success());
    window.sees("12 rows").await?;
    window.close().await
}

/// Writes a number as the page does: its thousands apart.
fn grouped(number: &serde_json::Value) -> String {
    let number = number.as_u64().unwrap_or_default();
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{thousands},{:03}", number % 1_000),
    }
}

#[tokio::test]
async fn the_ledger_is_narrowed_down_and_sales_decides_there() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(wizard::exports(folder.path())?)
        .open()
        .await?;
    open_sample(&window).await?;
    wizard::take_in(&window).await?;
    go(&window, "#/leads/ledger").await?;
    let all = leads_of(&window, json!({})).await?["total"].clone();
    window.sees(&format!("{} leads", grouped(&all))).await?;

    window.choose("main", "Source", "Without a source").await?;
    let missing = leads_of(&window, json!({ "source": "" })).await?["total"].clone();
    window.sees(&format!("{} leads", grouped(&missing))).await?;
    window.click("Show all leads").await?;
    window.type_in("main", "Search", "nobody at all").await?;
    window.sees("No lead is like this").await?;
    window.type_in("main", "Search", "person17@").await?;
    window.sees("1 lead").await?;
    window.click("Person 17").await?;
    window.sees("It came in").await?;

    // A rejection needs its reason, and marketing sees it.
    window.click_in("[role=dialog]", "Reject…").await?;
    window.click_in("[role=dialog]", "Reject").await?;
    window.sees("A rejected lead needs a reason.").await?;
    window.choose("[role=dialog]", "Why", "No budget").await?;
    window.click_in("[role=dialog]", "Reject").await?;
    window.sees("Sales said: rejected").await?;
    let lead = leads_of(&window, json!({ "text": "person17@" })).await?;
    assert_eq!(lead["leads"][0]["decision"], "rejected");
    assert_eq!(lead["leads"][0]["reason"], "no_budget");
    window.press(Key::Escape + "").await?;
    window.close().await
}

#[tokio::test]
async fn the_ledger_lists_leads_far_down_and_the_arrows_walk_through_them() -> Result {
    let folder = tempfile::tempdir()?;
    let many = file(folder.path(), "many.csv", &leads::leads(1, 900))?;
    let window = Launch::new()?.answer(many).open().await?;
    open_sample(&window).await?;
    wizard::take_in(&window).await?;
    go(&window, "#/leads/ledger?sort=name&text=person").await?;
    let drawn = window
        .script("return document.querySelectorAll('tbody tr[aria-rowindex]').length")
        .await?;
    assert!(
        drawn.as_u64().is_some_and(|drawn| drawn < 100),
        "{drawn} lines are drawn"
    );
    tab_to(&window, "Person 1").await?;
    window.press(Key::End + "").await?;
    window
        .wait("the last lead to have the keyboard", async || {
            Ok(window.focus().await? == "Person 99")
        })
        .await?;
    window.press(Key::Up + "").await?;
    window.press(Key::Enter + "").await?;
    window.sees("It came in").await?;
    window.close().await
}

#[tokio::test]
async fn numbers_lead_to_the_leads_behind_them() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(wizard::exports(folder.path())?)
        .open()
        .await?;
    open_sample(&window).await?;
    wizard::take_in(&window).await?;
    go(&window, "#/leads/lost?by=owner").await?;
    let lost = leads_of(
        &window,
        json!({ "lost_or_ignored": true, "owner": "Kim Aaltonen" }),
    )
    .await?;
    let count = &lost["total"];
    window.sees("Kim Aaltonen").await?;
    window
        .click_in("table", &format!("{count}, lost or ignored leads, Kim Aaltonen"))
        .await?;
    window.sees(&format!("{count} leads lost or ignored")).await?;
    window.close().await
}

#[tokio::test]
async fn files_are_taken_in_without_touching_the_mouse() -> Result {
    let folder = tempfile::tempdir()?;
    let odd = file(folder.path(), "odd.csv", ODD)?;
    let window = Launch::new()?.answer(odd).open().await?;
    open_sample(&window).await?;
    window.press(Key::Control + "i").await?;
    window.sees("Which files?").await?;
    enter(&window, "Choose files…").await?;
    looked_through(&window).await?;
    choose(&window, "odd.csv holds", "Leads").await?;
    window.at_rest().await?;
    enter(&window, "Go on to the columns").await?;
    window.sees("Came in").await?;
    tab_to(&window, "“How they found us” (Web").await?;
    window.press(" ").await?;
    window.at_rest().await?;
    tab_to(&window, "The day first").await?;
    window.press(Key::Space + "").await?;
    window.at_rest().await?;
    enter(&window, "Go on to the values").await?;
    window.sees("Simmering").await?;
    enter(&window, "Go on to the preview").await?;
    counted(&window).await?;
    enter(&window, "Take in 3 leads").await?;
    window.sees("3 leads are in").await?;
    window.close().await
}

#[tokio::test]
async fn files_that_are_dropped_wait_to_be_taken_in() -> Result {
    let folder = tempfile::tempdir()?;
    let exported = file(folder.path(), "dropped here.csv", &leads::leads(1, 12))?;
    let other = file(folder.path(), "song.mp3", "not a table")?;
    let window = Launch::new()?.open().await?;
    window.drop_files(std::slice::from_ref(&other)).await?;
    window
        .sees("“song.mp3” is neither a workspace nor a table.")
        .await?;
    open_sample(&window).await?;
    // With a workspace open, what is no table goes to its library.
    window.drop_files(&[other]).await?;
    window.sees("One piece added.").await?;
    window.drop_files(&[exported]).await?;
    window.sees("dropped here.csv").await?;
    looked_through(&window).await?;
    window.sees("12 rows").await?;
    window.close().await
}

/// Two exports in which something is to be mended: no source here, another spelling there.
const TO_MEND: &str = "\
Lead ID,Full Name,Email,Lead Source,Created Date,Lead Status
M1,Ada Brown,ada@m.example,,2026-03-01,New
M2,Ben Green,ben@m.example,,2026-03-02,New
M3,Cleo White,cleo@m.example,WEB ,2026-03-03,New
";

#[tokio::test]
async fn missing_sources_and_spellings_are_mended_for_all_leads_at_once() -> Result {
    let folder = tempfile::tempdir()?;
    let path = file(folder.path(), "mend.csv", TO_MEND)?;
    let window = Launch::new()?.answer(path).open().await?;
    open_sample(&window).await?;
    wizard::take_in(&window).await?;

    go(&window, "#/leads/ledger?source=&text=m.example").await?;
    window.sees("2 leads").await?;
    window.click("Say the source of these 2 leads…").await?;
    window
        .type_in("[role=dialog]", "Lead source", "Referral\u{e004}")
        .await?;
    window.sees("2 leads get “Referral”.").await?;
    window.click_in("[role=dialog]", "Say the source").await?;
    window.sees("2 leads are from “Referral” now.").await?;
    let mended = json!({ "source": "Referral", "text": "m.example" });
    assert_eq!(leads_of(&window, mended.clone()).await?["total"], 2);
    window.click("Undo").await?;
    window
        .wait("the source to be missing again", async || {
            Ok(leads_of(&window, mended.clone()).await?["total"] == 0)
        })
        .await?;

    go(&window, "#/leads/sources").await?;
    window.click("Write them as one: Web").await?;
    window.sees("All are “Web” now").await?;
    window.thing("Read it as it stands again: WEB").await?;
    let web = json!({ "source": "Web", "text": "cleo@m.example" });
    assert_eq!(leads_of(&window, web).await?["total"], 1);
    window.close().await
}

#[tokio::test]
async fn what_the_ledger_shows_is_kept_under_a_name() -> Result {
    let window = Launch::new()?.open().await?;
    open_sample(&window).await?;
    go(&window, "#/leads/ledger?accepted=rejected&verdict=qualified").await?;
    window.click("Views").await?;
    window.click("Save this view…").await?;
    window.sees("Verdict: Qualified · Sales said: Rejected").await?;
    window
        .type_in("[role=dialog]", "Name of the view", "To talk about")
        .await?;
    window.click_in("[role=dialog]", "Save the view").await?;
    window.sees("View: To talk about").await?;
    go_to(&window, "Ledger").await?;
    window
        .wait("all leads to be listed", async || {
            Ok(window.script("return location.hash").await? == "#/leads/ledger")
        })
        .await?;
    window.click("Views").await?;
    window.click("To talk about").await?;
    window.holds("main", "Verdict", "Qualified").await?;
    window.holds("main", "Sales said", "Rejected").await?;
    window.close().await
}

#[tokio::test]
async fn the_funnel_is_taken_along_as_a_table() -> Result {
    let folder = tempfile::tempdir()?;
    let table = folder.path().join("funnel.csv");
    let window = Launch::new()?.answer(&table).open().await?;
    open_sample(&window).await?;
    go(&window, "#/leads/funnel?by=owner").await?;
    window.click("Export: the funnel by owner").await?;
    window.click("Table (CSV)").await?;
    window.sees("Exported:").await?;
    let all = window.call("lead_funnel", json!({ "by": "owner" })).await?;
    let text = std::fs::read_to_string(&table)?;
    let last = text.lines().last().unwrap_or_default();
    assert!(
        text.starts_with("Owner,Leads,") && last.starts_with(&format!("All,{},", all["all"]["leads"])),
        "{text}"
    );
    window.close().await
}
