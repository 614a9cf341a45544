//! The way from the first run to a plan that both sides have signed, without touching the mouse.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::json;
use thirtyfour::Key;

use crate::pages::{
    agreement,
    goals::Goal,
    keyboard::{choose, command, enter, focus_is_seen, pick, tab_back_to, tab_to, write},
};

#[tokio::test]
async fn two_leaders_sign_a_plan_without_touching_the_mouse() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .open()
        .await?;
    they_found_a_workspace(&window).await?;
    they_begin_a_plan(&window).await?;
    they_write_it(&window).await?;
    both_sign(&window).await?;
    window.close().await
}

async fn they_found_a_workspace(window: &Window) -> Result {
    enter(window, "Start your workspace").await?;
    window
        .wait("the first field to have the keyboard", async || {
            Ok(window.focus().await? == "Company")
        })
        .await?;
    focus_is_seen(window, "Company").await?;
    window.press("Acme Medical").await?;
    write(window, "Name", "Sasha Brandt").await?;
    write(window, "Name", "Mika Olsen").await?;
    enter(window, "Choose where to keep it…").await?;
    window.sees("No plan yet").await
}

async fn they_begin_a_plan(window: &Window) -> Result {
    enter(window, "Begin plan").await?;
    window.sees("Draft, nothing is agreed yet").await?;
    // The window asks who is here; the menu opens with Enter and is walked with the arrows.
    sits(window, "Sasha Brandt").await
}

async fn they_write_it(window: &Window) -> Result {
    command(window, "Go to Look back").await?;
    write(window, "Won deals", "4238").await?;
    write(window, "Lost deals", "2473").await?;
    command(window, "Go to Focus").await?;
    write(window, "Positioning line", "We are the desk that answers.").await?;
    command(window, "Go to Joint goals").await?;
    fill_in(window, "400").await?;
    enter(window, "Customers who stay").await?;
    window
        .wait("the new goal's target to have the keyboard", async || {
            Ok(window.focus().await? == "Target")
        })
        .await?;
    window.press("92").await?;
    own(window).await?;
    window
        .sees_no("Before it can be proposed, this goal needs")
        .await?;
    Goal::called(window, "Qualified leads")
        .holds("Target", "400")
        .await?;
    Goal::called(window, "Customers who stay")
        .holds("Target", "92")
        .await?;

    // With a field half typed, undo takes the typing back and leaves the steps alone.
    command(window, "Go to Focus").await?;
    write(window, "Positioning line", "Something el").await?;
    window.press(Key::Control + "z").await?;
    window
        .holds("#focus", "Positioning line", "We are the desk that answers.")
        .await?;
    Goal::called(window, "Customers who stay")
        .holds("Target", "92")
        .await?;

    // One step too many is taken back with the keys, by name.
    command(window, "Go to Focus").await?;
    write(window, "Positioning line", "Something for everybody.").await?;
    window.press(Key::Tab + "").await?;
    window.at_rest().await?;
    let undo = window.call("what_can_be_undone", json!({})).await?;
    assert!(undo["undo"]["summary"].is_string(), "there is nothing to undo");
    command(window, "Undo “").await?;
    window.sees("Undone:").await?;
    window
        .holds("#focus", "Positioning line", "We are the desk that answers.")
        .await
}

async fn fill_in(window: &Window, target: &str) -> Result {
    write(window, "Target", target).await?;
    own(window).await
}

async fn own(window: &Window) -> Result {
    choose(window, "Sales answers", "Sasha Brandt").await?;
    choose(window, "Marketing answers", "Mika Olsen").await
}

async fn both_sign(window: &Window) -> Result {
    command(window, "Go to Agreement").await?;
    enter(window, "Propose version 1").await?;
    window.sees("It waits for both sides to sign.").await?;
    command(window, "Go to Agreement").await?;
    tab_to(window, "Sign for Sales as Sasha Brandt").await?;
    window.press(Key::Space + "").await?;
    window.sees("Sales has signed, it waits for Marketing.").await?;
    sits(window, "Mika Olsen").await?;
    command(window, "Go to Agreement").await?;
    enter(window, "Sign for Marketing as Mika Olsen").await?;
    window.sees("Version 1 is in force.").await?;
    agreement::seal_says(window, "signed by both sides, in force").await
}

async fn sits(window: &Window, name: &str) -> Result {
    command(window, "Go to Look back").await?;
    tab_back_to(window, "At the keyboard").await?;
    window.press(Key::Enter + "").await?;
    pick(window, name).await
}
