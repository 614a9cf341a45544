//! What the page asks again after an edit: what rests on it, and nothing else.

use std::{collections::BTreeMap, sync::Arc};

use chrono::Datelike;
use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use lockstep_workspace::SystemEnvironment;
use serde_json::{Value, json};

use crate::pages::{frame::saved, goals::Goal};

/// From now on notes which questions the page asks the core, and how long each takes.
const LISTEN: &str = "
    const { fetch } = window;
    window.asked = [];
    window.fetch = async (url, options) => {
        const began = performance.now();
        const command = String(url).split('/').at(-1);
        const name = command === 'call' ? JSON.parse(options.body).name : command;
        try { return await fetch(url, options); }
        finally { window.asked.push([name, performance.now() - began]); }
    };";

/// How often each question was asked, and how many milliseconds all took.
async fn asked(window: &Window) -> Result<(BTreeMap<String, usize>, f64)> {
    let asked = window.script("return window.asked.splice(0)").await?;
    let mut all = BTreeMap::new();
    let mut took = 0.0;
    for one in asked.as_array().into_iter().flatten() {
        *all.entry(one[0].as_str().unwrap_or_default().to_owned())
            .or_default() += 1;
        took += one[1].as_f64().unwrap_or_default();
    }
    Ok((all, took))
}

#[tokio::test]
async fn after_an_edit_only_what_rests_on_it_is_asked_again() -> Result {
    let home = tempfile::tempdir()?;
    let file = home.path().join("plans.lockstep");
    let founding = json!({ "company": "Acme", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
        "one_person_does_both": false, "people": [
            { "name": "Sasha", "role": "VP Sales", "side": "sales" },
            { "name": "Mika", "role": "VP Marketing", "side": "marketing" } ] });
    let mut workspace = lockstep_core::create(
        &file,
        serde_json::from_value(founding)?,
        Arc::new(SystemEnvironment),
    )?;
    let this_year = chrono::Local::now().year();
    for year in this_year - 9..=this_year {
        workspace.call("begin_plan", json!({ "year": year }))?;
    }
    workspace.call("begin_definition", json!({ "template": "blank" }))?;
    workspace.close()?;

    let window = Launch::at_home(home.path()).args([&file]).open().await?;
    window.click(&format!("FY{}", this_year % 100)).await?;
    window.sees("Joint goals").await?;
    window.at_rest().await?;
    window.script(LISTEN).await?;
    Goal::called(&window, "Qualified leads")
        .write("Target", "480")
        .await?;
    saved(&window).await?;
    window.at_rest().await?;
    let (after, took) = asked(&window).await?;
    assert_eq!(after.get("edit_goal"), Some(&1), "{after:?}");
    assert!(after.contains_key("open_plan"), "{after:?}");
    for other in [
        "show_company",
        "people",
        "open_definition",
        "list_metrics",
        "shell_state",
    ] {
        assert_eq!(after.get(other), None, "{other} says nothing of goals: {after:?}");
    }
    // As many as it would be if nobody knew what changed.
    window.script("window.lockstepBegun.whenChanged(null)").await?;
    window.at_rest().await?;
    let (all, all_took) = asked(&window).await?;
    let count = |asked: &BTreeMap<String, usize>| asked.values().sum::<usize>();
    eprintln!(
        "after one edit {} in {took:.0} ms, of {} in {all_took:.0} ms: {after:?}",
        count(&after),
        count(&all) + 1
    );
    assert!(
        count(&after) <= 4 && count(&all) >= 2 * count(&after),
        "{after:?} of {all:?}"
    );
    // Control: what does rest on it is asked again, also where somebody else changed it.
    window
        .call("edit_company", json!({ "change": { "name": "Acme & Co" } }))
        .await?;
    window.at_rest().await?;
    let (after, _) = asked(&window).await?;
    assert!(after.contains_key("show_company"), "{after:?}");
    assert_ne!(window.script("return document.title").await?, Value::Null);
    window.close().await
}
