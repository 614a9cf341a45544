//! Nobody is left out: axe-core finds nothing wrong (WCAG 2.2 A and AA). The screens and dialogs of a workspace with
//! everything in it are visited in `every_screen`; here are those of an empty one, and the control.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};

/// Returns what axe-core finds wrong on the screen; `place` says where that is.
pub async fn wrong(window: &Window, place: &str) -> Result<Vec<String>> {
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
