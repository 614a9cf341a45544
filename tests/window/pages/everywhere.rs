//! Every screen and every dialog of an open workspace, one after the other. Where to go is read from the navigation and
//! the list of plans, so a place that is added later is visited, too.

use lockstep_tests::{Result, window::Window};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::wizard;

/// Visits every place and dialog; `look` is told where it is, once the screen has come to rest.
pub async fn visit(window: &Window, mut look: impl AsyncFnMut(&str) -> Result) -> Result {
    let places = places(window).await?;
    assert!(places.len() >= 4, "the navigation leads to {places:?} only");
    let look = &mut look;
    for (name, address) in &places {
        go(window, address).await?;
        look(name).await?;
    }
    let plans = window.call("list_plans", json!({})).await?;
    for plan in plans.as_array().into_iter().flatten() {
        if let Some(version) = plan["in_force"]["version"].as_u64() {
            go(window, &format!("#/plan/{}?version={version}", plan["year"])).await?;
            look(&format!("{} version {version}", plan["label"])).await?;
        }
    }
    definition(window, look).await?;
    buyers(window, look).await?;
    walk_through(window, look).await?;
    reviews(window, look).await?;
    let Some(latest) = plans.get(0) else { return Ok(()) };
    let plan = format!("#/plan/{}", latest["year"]);
    dialogs(window, &plan, look).await?;
    session(window, &plan, latest, look).await
}

/// Looks into what unfolds on the page of the definition, and at the versions that were signed.
async fn definition(window: &Window, look: &mut impl AsyncFnMut(&str) -> Result) -> Result {
    let definition = window.call("open_definition", json!({})).await?;
    if definition.is_null() {
        return Ok(());
    }
    go(window, "#/definition").await?;
    let unfold = "for (const one of document.querySelectorAll('#examples [aria-expanded=false], #back-test [aria-expanded=false]')) one.click()";
    window.script(unfold).await?;
    look("the definition with its examples unfolded").await?;
    window
        .script("document.querySelector('#customer fieldset input').click()")
        .await?;
    window.at_rest().await?;
    look("the fields of a criterion").await?;
    window.press(Key::Escape + "").await?;
    window
        .script("document.getElementById('back-test').scrollIntoView()")
        .await?;
    window.at_rest().await?;
    look("the back-test").await?;
    if let Some(version) = definition["agreement"]["in_force"]["version"].as_u64() {
        go(window, &format!("#/definition?version={version}")).await?;
        look(&format!("the definition, version {version}")).await?;
    }
    Ok(())
}

/// Looks at the latest walk-through, on its page and on the projector.
async fn walk_through(window: &Window, look: &mut impl AsyncFnMut(&str) -> Result) -> Result {
    let walks = window.call("list_walk_throughs", json!({})).await?;
    let Some(walk) = walks["walk_throughs"][0]["walk_through"]["id"].as_str() else {
        return Ok(());
    };
    go(window, &format!("#/walk-through/{walk}")).await?;
    look("a walk-through").await?;
    go(window, &format!("#/walk-through/{walk}/session")).await?;
    look("a step on the projector").await?;
    go(window, &format!("#/walk-through/{walk}")).await
}

/// Looks at the review that is next, and at the last one that was closed.
async fn reviews(window: &Window, look: &mut impl AsyncFnMut(&str) -> Result) -> Result {
    let list = window.call("list_reviews", json!({})).await?;
    let years = list["years"].as_array().into_iter().flatten();
    let lines = years.filter_map(|year| year["reviews"].as_array()).flatten();
    let closed = lines
        .filter(|line| !line["review"]["closed_at"].is_null())
        .max_by_key(|line| line["review"]["closed_at"].as_str());
    for (review, name) in [
        (&list["next"]["review"]["id"], "the review that is next"),
        (
            closed.map_or(&Value::Null, |line| &line["review"]["id"]),
            "a review that was closed",
        ),
    ] {
        if let Some(id) = review.as_str() {
            go(window, &format!("#/review/{id}")).await?;
            look(name).await?;
        }
    }
    let Some(next) = list["next"]["review"]["id"].as_str() else {
        return Ok(());
    };
    go(window, &format!("#/review/{next}/session")).await?;
    look("a review on the projector").await?;
    for stop in ["What each side says", "Closing"] {
        window.click_in("nav", stop).await?;
        window.at_rest().await?;
        look(&format!("a review on the projector: {stop}")).await?;
    }
    go(window, &format!("#/review/{next}")).await
}

/// Looks at another persona than the first, and at how something is known.
async fn buyers(window: &Window, look: &mut impl AsyncFnMut(&str) -> Result) -> Result {
    let cycle = window.call("open_buying_cycle", json!({})).await?;
    let Some(persona) = cycle["personas"][1]["id"].as_str() else {
        return Ok(());
    };
    go(window, &format!("#/buyers?persona={persona}")).await?;
    look("another persona").await?;
    window
        .script("document.querySelector('#insights [aria-haspopup=dialog]').click()")
        .await?;
    opened(window).await?;
    look("how an insight is known").await?;
    // The keyboard may have left it while the window changed its size.
    window
        .script("document.querySelector('#insights [aria-expanded=true]')?.click()")
        .await?;
    closed(window).await
}

/// Walks through the rooms of the leads as they are with leads in them, and through an import up to its end. The exports are
/// what the next dialog answers with (`stages::with_exports`).
pub async fn visit_leads(window: &Window, mut look: impl AsyncFnMut(&str) -> Result) -> Result {
    wizard::open(window).await?;
    look("the import without a file").await?;
    wizard::choose(window).await?;
    for step in ["file", "columns", "values"] {
        go(window, &format!("#/leads/import?step={step}")).await?;
        look(&format!("the import, step {step}")).await?;
    }
    go(window, "#/leads/import?step=preview").await?;
    wizard::counted(window).await?;
    look("the preview of an import").await?;
    window.click("Take in").await?;
    window.sees("Where to look next").await?;
    window.at_rest().await?;
    look("the end of an import").await?;
    window.click("See what they say").await?;
    for place in [
        "#/leads",
        "#/leads/ledger",
        "#/leads/ledger?source=%22%22",
        "#/leads/funnel",
        "#/leads/funnel?by=quarter",
        "#/leads/lost",
        "#/leads/imports",
    ] {
        go(window, place).await?;
        look(&format!("{place} with leads")).await?;
    }
    window.click("Take back").await?;
    opened(window).await?;
    look("taking an import back").await?;
    closed(window).await?;
    let found = window.call("list_leads", json!({ "limit": 1 })).await?;
    let lead = found["leads"][0]["id"].as_str().ok_or("there are no leads")?;
    go(window, &format!("#/leads/ledger?lead={lead}")).await?;
    opened(window).await?;
    window.sees("It came in").await?;
    look("a lead").await?;
    window.click_in("[role=dialog]", "Recycle…").await?;
    window.at_rest().await?;
    look("recycling a lead").await?;
    window.click_in("[role=dialog]", "Not now").await?;
    closed(window).await
}

/// Goes to an address of the page.
pub async fn go(window: &Window, address: &str) -> Result {
    window
        .page
        .execute("location.hash = arguments[0]", vec![json!(address)])
        .await?;
    window
        .wait(&format!("the place at {address}"), async || {
            let script =
                "return document.querySelector('h1, main') !== null && document.body.innerText.trim() !== ''";
            Ok(window.script(script).await? == true)
        })
        .await?;
    window.at_rest().await
}

/// Returns the names and addresses in the navigation.
async fn places(window: &Window) -> Result<Vec<(String, String)>> {
    window.sees("Guide").await?;
    let script = "return [...document.querySelectorAll(\"nav[aria-label='Places'] a[href]\")]
        .map((link) => [link.innerText.trim().split('\\n')[0], link.getAttribute('href').replace(/^[^#]*/, '')])";
    Ok(serde_json::from_value(window.script(script).await?)?)
}

/// Opens each dialog above the page of a plan and closes it again.
async fn dialogs(window: &Window, plan: &str, look: &mut impl AsyncFnMut(&str) -> Result) -> Result {
    go(window, plan).await?;
    for (name, keys) in [
        ("the palette", Key::Control + "k"),
        ("the shortcuts", Key::Control + "/"),
        ("the export dialog", Key::Control + "p"),
    ] {
        window.press(keys).await?;
        opened(window).await?;
        look(name).await?;
        closed(window).await?;
    }
    run_command(window, "About Lockstep").await?;
    opened(window).await?;
    look("about").await?;
    closed(window).await?;

    window
        .click_in("[aria-label='This workspace']", "History")
        .await?;
    opened(window).await?;
    window
        .wait("the first entry of the history", async || {
            let script = "const entry = document.querySelector('[role=dialog] [aria-expanded]');
                if (entry?.getAttribute('aria-expanded') === 'false') entry.click();
                return entry?.getAttribute('aria-expanded') === 'true'";
            Ok(window.script(script).await? == true)
        })
        .await?;
    look("the history with an entry open").await?;
    closed(window).await?;

    if window.text().await?.contains("Paste last year’s numbers") {
        window.click("Paste last year’s numbers").await?;
        opened(window).await?;
        window.type_in("[role=dialog]", "The rows", "Leads 400").await?;
        look("the paste dialog").await?;
        closed(window).await?;
        window.click_in("#goals", "Add a goal").await?;
        window.sees("A metric of our own").await?;
        look("the list of metrics").await?;
        window.press(Key::Escape + "").await?;
    }
    window.click("At the keyboard:").await?;
    window.sees("Add or change people").await?;
    look("who is at the keyboard").await?;
    window.press(Key::Escape + "").await
}

/// Finds a command in the palette and runs it.
pub async fn run_command(window: &Window, name: &str) -> Result {
    window.press(Key::Control + "k").await?;
    opened(window).await?;
    window.type_in("[role=dialog]", "Search or do", name).await?;
    window.click_in("[role=dialog]", name).await
}

/// Walks through the planning session, section by section.
async fn session(
    window: &Window,
    plan: &str,
    latest: &Value,
    look: &mut impl AsyncFnMut(&str) -> Result,
) -> Result {
    go(window, &format!("{plan}/session")).await?;
    window.thing("Next section").await?;
    for stop in 1..=20 {
        look(&format!("the session of {}, stop {stop}", latest["label"])).await?;
        let script = "const next = document.querySelector('[aria-label=\"Next section\"]');
            if (!next || next.disabled) return false; next.click(); return true";
        if window.script(script).await? != true {
            assert!(stop > 1, "the session has one stop only");
            break;
        }
        window.at_rest().await?;
    }
    go(window, plan).await
}

async fn opened(window: &Window) -> Result {
    window
        .wait("a dialog", async || {
            Ok(window
                .script("return document.querySelector('[role=dialog]') !== null")
                .await?
                == true)
        })
        .await?;
    window.at_rest().await
}

async fn closed(window: &Window) -> Result {
    window.press(Key::Escape + "").await?;
    window
        .wait("the dialog to close", async || {
            // One in which something is typed asks first.
            let script = "for (const button of document.querySelectorAll('[role=dialog] button'))
                    if (button.textContent === 'Leave without it') button.click();
                return document.querySelector('[role=dialog]') === null";
            Ok(window.script(script).await? == true)
        })
        .await
}
