//! What a file does not say for certain is asked before anything is taken in, by mouse and by keyboard, and once.

use std::path::{Path, PathBuf};

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::pages::{
    everywhere::go,
    keyboard::{self, enter, tab_to, write},
    stages::open_sample,
    wizard::{self, counted, file, looked_through},
};

const NAMES: &str = "Lead ID,Full Name,Lead Source,Created Date,Lead Status,Deal Value";

/// Leads whose deals are worth `values`, which stand in quotation marks in the file.
fn deals(number: usize, values: &[&str]) -> String {
    let mut text = format!("{NAMES}\n");
    for (place, value) in values.iter().enumerate() {
        let id = number + place;
        text += &format!("Q-{id},Person {id},Web,2026-01-1{place},Closed - Converted,\"{value}\"\n");
    }
    text
}

/// A workbook whose leads have other names above their columns, with deals in a second sheet and notes in a third.
fn workbook(folder: &Path) -> Result<PathBuf> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, lines) in [
        (
            "People",
            &[
                "f1\tf2\tf3\tf4",
                "Lead ID\tFull Name\tLead Source\tCreated Date",
                "W-1\tWilhelmina Ottosdottir\tWeb\t2026-01-10",
                "W-2\tBen\tFair\t2026-02-11",
            ][..],
        ),
        (
            "Deals",
            &[
                "Opportunity ID\tLead ID\tAmount\tStage\tClose Date",
                "O-1\tW-1\t1200\tClosed Won\t2026-03-01",
            ],
        ),
        ("Notes", &["Colour", "green", "blue"]),
    ] {
        let sheet = book.add_worksheet().set_name(name)?;
        for (row, line) in (0..).zip(lines) {
            for (column, cell) in (0..).zip(line.split('\t')) {
                sheet.write(row, column, cell)?;
            }
        }
    }
    let path = folder.join("book.xlsx");
    book.save(&path)?;
    Ok(path)
}

/// Returns what the opportunity of the lead with an id is worth, in hundredths; null where that is in no sum.
async fn worth(window: &Window, name: &str) -> Result<Value> {
    let found = window.call("list_leads", json!({ "text": name })).await?;
    let open = window
        .call("open_lead", json!({ "id": found["leads"][0]["id"] }))
        .await?;
    Ok(open["opportunities"][0]["value"].clone())
}

/// Leaves the files that are in behind and opens the wizard for the next.
async fn next_file(window: &Window) -> Result {
    window.click("Take in more files").await?;
    window.sees("Which files?").await
}

async fn preview(window: &Window) -> Result {
    go(window, "#/leads/import?step=preview").await?;
    counted(window).await
}

#[tokio::test]
async fn what_a_file_leaves_open_is_answered_by_mouse_and_not_asked_again() -> Result {
    let folder = tempfile::tempdir()?;
    let marks = file(folder.path(), "january.csv", &deals(1, &["1.500", "2.250"]))?;
    let again = file(folder.path(), "february.csv", &deals(11, &["1.750", "3.125"]))?;
    let pounds = file(folder.path(), "pounds.csv", &deals(21, &["£1,200", "£800"]))?;
    let book = workbook(folder.path())?;
    let rest = "f1,f2,f3,f4\nLead ID,Full Name,Lead Source,Created Date\nW-3,Cleo,Web,2026-03-10\n";
    let rest = file(folder.path(), "march.csv", rest)?;
    let window = Launch::new()?
        .answer(marks)
        .answer(again)
        .answer(pounds)
        .answer(book)
        .answer(rest)
        .open()
        .await?;
    open_sample(&window).await?;

    // The decimal mark.
    wizard::open(&window).await?;
    wizard::choose(&window).await?;
    window.click("Go on to the columns").await?;
    window.sees("Is the decimal mark a comma or a point?").await?;
    window.click("A comma: “1.500” is 1500").await?;
    window.at_rest().await?;
    preview(&window).await?;
    window.click("Take in 2 leads").await?;
    window.sees("2 leads are in").await?;
    assert_eq!(worth(&window, "Person 1").await?, 150_000);

    // The second export of the kind asks nothing.
    next_file(&window).await?;
    window.click("Choose files…").await?;
    counted(&window).await?;
    window.click("Take in 2 leads").await?;
    window.sees("2 leads are in").await?;
    assert_eq!(worth(&window, "Person 12").await?, 312_500);

    // The currency.
    next_file(&window).await?;
    wizard::choose(&window).await?;
    go(&window, "#/leads/import?step=columns").await?;
    window
        .sees("and this workspace counts in EUR. What are they?")
        .await?;
    window
        .click("In £: keep them with their records, apart from every sum")
        .await?;
    window.at_rest().await?;
    preview(&window).await?;
    window.click("Take in 2 leads").await?;
    window.sees("2 leads are in").await?;
    assert_eq!(worth(&window, "Person 21").await?, json!(null));

    // The row of names, and the sheets.
    next_file(&window).await?;
    wizard::choose(&window).await?;
    window.sees("book.xlsx (Deals)").await?;
    window.sees("book.xlsx (Notes) was left out").await?;
    window
        .type_in("li:first-child", "Row with the column names", "2")
        .await?;
    window.press(Key::Tab + "").await?;
    looked_through(&window).await?;
    window.sees("2 rows").await?;
    preview(&window).await?;
    window.click("Take in").await?;
    window.sees("Where to look next").await?;
    assert_eq!(worth(&window, "Wilhelmina Ottosdottir").await?, 120_000);

    // The next file with its names there asks nothing.
    next_file(&window).await?;
    window.click("Choose files…").await?;
    counted(&window).await?;
    window.click("Take in 1 lead").await?;
    window.sees("1 lead is in").await?;
    window.close().await
}

#[tokio::test]
async fn what_a_file_leaves_open_is_answered_by_keyboard() -> Result {
    let folder = tempfile::tempdir()?;
    let names = format!("a,b,c,d,e,f\n{}", deals(1, &["£1.500", "£2.250"]));
    let both = file(folder.path(), "both.csv", &names)?;
    let book = workbook(folder.path())?;
    let window = Launch::new()?.answer(both).answer(book).open().await?;
    open_sample(&window).await?;
    window.press(Key::Control + "i").await?;
    window.sees("Which files?").await?;
    enter(&window, "Choose files…").await?;
    looked_through(&window).await?;
    write(&window, "Row with the column names", "2").await?;
    window.press(Key::Enter + "").await?;
    looked_through(&window).await?;
    enter(&window, "Go on to the columns").await?;
    window.sees("Is the decimal mark a comma or a point?").await?;
    tab_to(&window, "A comma").await?;
    window.press(Key::Space + "").await?;
    window.at_rest().await?;
    tab_to(&window, "In £").await?;
    window.press(Key::Down + "").await?;
    window.at_rest().await?;
    preview(&window).await?;
    enter(&window, "Take in 2 leads").await?;
    window.sees("2 leads are in").await?;
    assert_eq!(
        worth(&window, "Person 2").await?,
        225_000,
        "in euros, whatever the file says"
    );

    enter(&window, "Take in more files").await?;
    window.sees("Which files?").await?;
    enter(&window, "Choose files…").await?;
    looked_through(&window).await?;
    tab_to(&window, "Put away book.xlsx (Deals)").await?;
    window.press(Key::Enter + "").await?;
    window.sees("One file waits").await?;
    keyboard::choose(&window, "Sheet", "Deals").await?;
    looked_through(&window).await?;
    window.holds("main", "Sheet", "Deals").await?;
    preview(&window).await?;
    enter(&window, "Take in 1 opportunity").await?;
    window.sees("1 opportunity is in").await?;
    window.close().await
}
