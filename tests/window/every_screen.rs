//! Every screen and every dialog, once in light and once in dark. At each stop everything is looked at that a screen owes to
//! people: in light, whether axe-core finds fault and whether all can be read, also when everything is twice as large; in
//! dark, with sixty hostile texts wherever a text is kept, whether axe-core finds fault and whether one of them ran.

use lockstep_tests::{
    Result,
    window::{Launch, Scheme, Window},
};
use serde_json::json;

use crate::{
    accessible::wrong,
    hostile_text::{as_leads, got_in, texts, write_everywhere},
    legible::faults_of,
    pages::{
        everywhere::{go, visit, visit_leads},
        stages, wizard,
    },
};

/// The usual size, and the room that a window of that size has when everything is shown at 200%. The driver would click
/// beside things in an enlarged page.
const USUAL: (u32, u32) = (1280, 800);
const AT_200_PERCENT: (u32, u32) = (640, 400);

/// What is wrong with a screen in light, at both sizes.
async fn faults_in_light(window: &Window, place: &str) -> Result<Vec<String>> {
    let mut found = wrong(window, place).await?;
    found.extend(faults_of(window, place).await?);
    window.resize(AT_200_PERCENT).await?;
    found.extend(faults_of(window, &format!("{place}, at 200%")).await?);
    window.resize(USUAL).await?;
    Ok(found)
}

/// What is wrong with a screen in dark, hostile texts on it.
async fn faults_in_dark(window: &Window, place: &str) -> Result<Vec<String>> {
    assert!(!got_in(window).await?, "something ran on {place}");
    wrong(window, place).await
}

/// Opens the application, first run and all, and returns what is wrong before a workspace is open.
async fn first_run(window: &Window, scheme: Scheme) -> Result<Vec<String>> {
    window.appear(scheme).await?;
    window.sees("Start your workspace").await?;
    window.at_rest().await?;
    let mut found = wrong(window, "the first run").await?;
    window.click("Start your workspace").await?;
    window.at_rest().await?;
    found.extend(wrong(window, "the form of a new workspace").await?);
    window.click("Back").await?;
    Ok(found)
}

#[tokio::test]
async fn every_screen_is_accessible_and_can_be_read_in_light_and_at_200_percent() -> Result {
    let window = Launch::new()?.open().await?;
    let mut found = first_run(&window, Scheme::Light).await?;
    stages::open_sample(&window).await?;
    visit(&window, async |place| {
        found.extend(faults_in_light(&window, place).await?);
        Ok(())
    })
    .await?;
    let proposed = stages::propose_latest(&window).await?;
    window.at_rest().await?;
    found.extend(faults_in_light(&window, &format!("{proposed}, proposed")).await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn every_screen_of_the_leads_is_accessible_and_can_be_read_in_light_and_at_200_percent() -> Result {
    let (_exports, launch) = stages::with_exports()?;
    let window = launch.open().await?;
    window.appear(Scheme::Light).await?;
    stages::open_sample(&window).await?;
    let mut found = Vec::new();
    visit_leads(&window, async |place| {
        found.extend(faults_in_light(&window, place).await?);
        Ok(())
    })
    .await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn every_screen_is_accessible_in_dark_and_sixty_hostile_texts_run_nowhere() -> Result {
    let texts = texts();
    assert_eq!(texts.len(), 60);
    let window = Launch::new()?.open().await?;
    let mut found = first_run(&window, Scheme::Dark).await?;
    stages::open_sample(&window).await?;
    let year = write_everywhere(&window, &texts).await?;
    go(&window, &format!("#/plan/{year}")).await?;
    window
        .wait("every text to stand in its field", async || {
            let script = "const shown = new Set([...document.querySelectorAll('main input, main textarea')].map((field) => field.value));
                return arguments[0].filter((text) => !shown.has(text)).length === 0";
            Ok(window.page.execute(script, vec![json!(texts)]).await?.json() == true)
        })
        .await?;
    visit(&window, async |place| {
        found.extend(faults_in_dark(&window, place).await?);
        Ok(())
    })
    .await?;
    let proposed = stages::propose_latest(&window).await?;
    window.at_rest().await?;
    found.extend(faults_in_dark(&window, &format!("{proposed}, proposed")).await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    the_trap_works(window).await
}

#[tokio::test]
async fn every_screen_of_the_leads_is_accessible_in_dark_and_hostile_texts_run_nowhere() -> Result {
    let folder = tempfile::tempdir()?;
    let texts = texts();
    let window = Launch::new()?
        .answer(wizard::file(folder.path(), "<b>leads<b>.csv", &as_leads(&texts))?)
        .open()
        .await?;
    window.appear(Scheme::Dark).await?;
    stages::open_sample(&window).await?;
    write_everywhere(&window, &texts).await?;
    let mut found = Vec::new();
    visit_leads(&window, async |place| {
        found.extend(faults_in_dark(&window, place).await?);
        Ok(())
    })
    .await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    the_trap_works(window).await
}

/// A text that ran would have been noticed.
async fn the_trap_works(window: Window) -> Result {
    window.script("window.got_in = true").await?;
    assert!(got_in(&window).await?, "the trap itself works");
    window.close().await
}
