//! Two leaders agree what a qualified lead is: begun from a template, made their own, tried, proven by a worked example,
//! signed by both, and pinned to the wall.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use thirtyfour::Key;

use crate::pages::{
    agreement,
    definition::{add_criterion, ask_at_least, criterion, gets, save_for_the_wall, try_lead},
    first_run::{ACME, found},
    frame::{go_to, saved, sits, undo},
    keyboard::{command, enter, pick, tab_back_to, tab_to, write},
};

const LEAD: [(&str, &str); 5] = [
    ("Job title", "Head of care"),
    ("Need", "Nobody answers at night"),
    ("Budget", "100000"),
    // A day is left by Tab, or its calendar stands over the next field.
    ("Planned purchase", "2031-02-01\u{e004}"),
    ("Created on", "2031-01-01\u{e004}"),
];

async fn begun(window: &Window, template: &str) -> Result {
    found(window, &ACME).await?;
    sits(window, "Sasha Brandt").await?;
    go_to(window, "Qualified lead").await?;
    window.click(&format!("Begin with {template}")).await?;
    window
        .sees("What type of customer is the most desirable?")
        .await?;
    window.sees("Draft, nothing is agreed yet").await
}

#[tokio::test]
async fn two_leaders_agree_what_a_qualified_lead_is_and_pin_it_to_the_wall() -> Result {
    let folder = tempfile::tempdir()?;
    let pdf = folder.path().join("wall.pdf");
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .answer(&pdf)
        .open()
        .await?;
    begun(&window, "Budget, authority, need, timing").await?;

    add_criterion(&window, "#customer", "Beds").await?;
    ask_at_least(&window, "Beds", "50").await?;
    try_lead(&window, &LEAD).await?;
    gets(&window, "Not yet").await?;
    window.sees("Not known yet: Beds.").await?;
    try_lead(&window, &[("Beds", "20")]).await?;
    gets(&window, "Not qualified").await?;
    try_lead(&window, &[("Beds", "120")]).await?;
    gets(&window, "Qualified").await?;

    window
        .type_in("#try-a-lead", "Name of the example", "A hospital at night")
        .await?;
    window.click_in("#try-a-lead", "Keep as worked example").await?;
    window.sees("It comes out as it must.").await?;

    // The bar is raised: the example says at once what that does, and nothing can be proposed until both agree again.
    ask_at_least(&window, "Beds", "200").await?;
    window.sees("It does not come out as it must.").await?;
    window
        .sees("The worked example “A hospital at night” must come out as Qualified")
        .await?;
    ask_at_least(&window, "Beds", "100").await?;
    window.sees("It comes out as it must.").await?;

    window.click_in("#promises", "Accepted leads a month").await?;
    window
        .sees("Marketing brings 30 leads a month that sales accepts.")
        .await?;
    both_sign(&window).await?;
    save_for_the_wall(&window, 1).await?;
    let text = lockstep_tests::pdf::text(&std::fs::read(&pdf)?)?;
    for said in ["Acme Medical", "Beds", "Sasha Brandt", "Mika Olsen"] {
        assert!(text.contains(said), "the page does not hold “{said}”:\n{text}");
    }

    // What was signed can be read as it was, and nothing in it can be changed.
    window.click_in("#agreement", "Read version 1").await?;
    window.sees("You are reading version 1 as it was signed.").await?;
    window.sees("Beds is known and at least 100").await?;
    window.sees_no("Add a criterion").await?;
    window.click("Back to the draft").await?;
    window.sees("Add a criterion").await?;
    go_to(&window, "Where we stand").await?;
    window.close().await
}

async fn both_sign(window: &Window) -> Result {
    agreement::propose(window).await?;
    agreement::sign(window, "Sales", "Sasha Brandt").await?;
    sits(window, "Mika Olsen").await?;
    agreement::sign(window, "Marketing", "Mika Olsen").await?;
    window.sees("Version 1 is in force.").await?;
    agreement::seal_says(window, "signed by both sides, in force").await
}

#[tokio::test]
async fn a_criterion_that_was_removed_comes_back_with_undo() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .open()
        .await?;
    begun(&window, "Best-fit company").await?;
    window.sees("Industry is known").await?;
    window
        .click_in("#customer", "Move or remove Industry is known")
        .await?;
    window.click("Remove").await?;
    window.sees("Removed “Industry is known”.").await?;
    window
        .wait("the criterion to be gone", async || {
            let left = format!(
                "return document.querySelector(\"{}\") === null",
                criterion("Industry")
            );
            Ok(window.script(&left).await? == true)
        })
        .await?;
    undo(&window, "Delete criterion").await?;
    window.field("What is asked of Industry").await?;
    window.close().await
}

#[tokio::test]
async fn the_definition_is_made_and_signed_without_touching_the_mouse() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .open()
        .await?;
    found(&window, &ACME).await?;
    command(&window, "Qualified lead").await?;
    enter(&window, "Begin with Best-fit company").await?;
    window.sees("Draft, nothing is agreed yet").await?;
    sits_down(&window, "Sasha Brandt").await?;

    go_to_part(
        &window,
        "What makes it certain",
        "What has to happen in a customer’s company",
    )
    .await?;
    enter(&window, "Add a criterion").await?;
    window
        .wait("the new criterion to have the keyboard", async || {
            Ok(window.focus().await? == "Field")
        })
        .await?;
    window.press("Budget").await?;
    window
        .wait("the typed name to be offered", async || {
            let marked =
                "return document.querySelector('[role=listbox] [data-combobox-selected]')?.innerText ?? ''";
            let offered = window.script(marked).await?;
            Ok(offered
                .as_str()
                .is_some_and(|offered| offered.contains("Use “Budget”")))
        })
        .await?;
    window.press(Key::Enter + "").await?;
    window.sees("Budget is known").await?;
    tab_to(&window, "What is asked of Budget").await?;
    window.press(Key::Down + "").await?;
    pick(&window, "is at least").await?;
    write(&window, "Lowest Budget", "25000").await?;
    saved(&window).await?;
    window.sees("Budget is known and at least 25,000").await?;

    go_to_part(&window, "Agreement", "Agreement").await?;
    enter(&window, "Propose version 1").await?;
    window.sees("It waits for both sides to sign.").await?;
    go_to_part(&window, "Agreement", "Agreement").await?;
    enter(&window, "Sign for Sales as Sasha Brandt").await?;
    window.sees("Sales has signed, it waits for Marketing.").await?;
    sits_down(&window, "Mika Olsen").await?;
    go_to_part(&window, "Agreement", "Agreement").await?;
    enter(&window, "Sign for Marketing as Mika Olsen").await?;
    window.sees("Version 1 is in force.").await?;
    window.close().await
}

/// Goes to a part of the page by the palette, and waits until its heading has the keyboard.
async fn go_to_part(window: &Window, part: &str, heading: &str) -> Result {
    command(window, &format!("Go to {part}")).await?;
    window
        .wait(&format!("“{heading}” to have the keyboard"), async || {
            Ok(window.focus().await?.starts_with(heading))
        })
        .await
}

async fn sits_down(window: &Window, name: &str) -> Result {
    go_to_part(window, "What it says first", "What it says first").await?;
    tab_back_to(window, "At the keyboard").await?;
    window.press(Key::Enter + "").await?;
    pick(window, name).await
}
