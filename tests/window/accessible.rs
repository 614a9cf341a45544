//! Nobody is left out: axe-core finds nothing wrong (WCAG 2.2 A and AA) on any screen or dialog, in light and in dark.

use lockstep_tests::{
    Result,
    window::{Launch, Scheme, Window},
};

use crate::pages::{
    everywhere::{visit, visit_leads},
    stages,
};

async fn wrong(window: &Window, place: &str) -> Result<Vec<String>> {
    let found = window.axe().await?;
    Ok(found
        .into_iter()
        .map(|rule| {
            format!(
                "{place}: {} {}\n  {}",
                rule.id,
                rule.help,
                rule.nodes.join("\n  ")
            )
        })
        .collect())
}

async fn nothing_wrong_anywhere(scheme: Scheme) -> Result {
    let window = Launch::new()?.open().await?;
    window.appear(scheme).await?;
    window.sees("Start your workspace").await?;
    window.at_rest().await?;
    let mut found = wrong(&window, "the first run").await?;
    window.click("Start your workspace").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "the form of a new workspace").await?);
    window.click("Back").await?;
    stages::open_sample(&window).await?;
    visit(&window, async |place| {
        found.extend(wrong(&window, place).await?);
        Ok(())
    })
    .await?;
    let proposed = stages::propose_latest(&window).await?;
    window.at_rest().await?;
    found.extend(wrong(&window, &format!("{proposed}, proposed")).await?);
    assert!(found.is_empty(), "in {}:\n{}", scheme.name(), found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn every_screen_and_dialog_is_accessible_in_light() -> Result {
    nothing_wrong_anywhere(Scheme::Light).await
}

#[tokio::test]
async fn every_screen_and_dialog_is_accessible_in_dark() -> Result {
    nothing_wrong_anywhere(Scheme::Dark).await
}

async fn nothing_wrong_with_the_leads(scheme: Scheme) -> Result {
    let (_exports, launch) = stages::with_exports()?;
    let window = launch.open().await?;
    window.appear(scheme).await?;
    stages::open_sample(&window).await?;
    let mut found = Vec::new();
    visit_leads(&window, async |place| {
        found.extend(wrong(&window, place).await?);
        Ok(())
    })
    .await?;
    assert!(found.is_empty(), "in {}:\n{}", scheme.name(), found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn every_screen_of_the_leads_is_accessible_in_light() -> Result {
    nothing_wrong_with_the_leads(Scheme::Light).await
}

#[tokio::test]
async fn every_screen_of_the_leads_is_accessible_in_dark() -> Result {
    nothing_wrong_with_the_leads(Scheme::Dark).await
}

#[tokio::test]
async fn a_workspace_without_a_plan_and_an_empty_plan_are_accessible() -> Result {
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .open()
        .await?;
    crate::pages::first_run::found(&window, &crate::pages::first_run::ACME).await?;
    window.at_rest().await?;
    let mut found = wrong(&window, "home without a plan").await?;
    window.click("Begin plan").await?;
    window.sees("Draft, nothing is agreed yet").await?;
    window.at_rest().await?;
    found.extend(wrong(&window, "an empty plan").await?);
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await
}

#[tokio::test]
async fn a_violation_would_be_found() -> Result {
    let window = Launch::new()?.open().await?;
    assert_eq!(window.axe().await?, []);
    window
        .script(
            "document.querySelector('main').insertAdjacentHTML('beforeend',
            '<button></button><p><span id=faint>too faint to be read</span></p>');
            Object.assign(document.getElementById('faint').style, { color: '#bbb', background: '#ccc' });",
        )
        .await?;
    let found = window.axe().await?;
    let names: Vec<_> = found.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(names, ["button-name", "color-contrast"]);
    window.close().await
}
