//! A tour through the application: opens the real window, walks through its places and the sections of a plan and of the definition, and leaves
//! pictures of every screen and the plan's PDF. `make run` takes it where there is no display, `make screenshots` takes
//! the pictures of the documentation with it.
//!
//! It knows no screen by name: it goes where the navigation, the contents of the plan and the sample lead.

use std::path::{Path, PathBuf};

use lockstep_tests::{
    Result, leads,
    processes::repository,
    window::{Launch, Scheme, Window},
};
use serde_json::json;
use thirtyfour::Key;

const PLACES: &str = "nav[aria-label='Places'] a[href]";
const CONTENTS: &str = "nav[aria-label^='Contents of'] button";

/// The screens on which Lockstep is looked at: the smallest and the usual one, in light and dark.
const LOOKS: [((u32, u32), Scheme); 4] = [
    ((1280, 800), Scheme::Light),
    ((1280, 800), Scheme::Dark),
    ((1920, 1080), Scheme::Light),
    ((1920, 1080), Scheme::Dark),
];

#[tokio::main]
async fn main() -> Result {
    let mut arguments = std::env::args().skip(1);
    let (folder, for_documents) = match (arguments.next().as_deref(), arguments.next()) {
        (None, _) => (PathBuf::from("target/tour"), false),
        (Some("--pictures"), Some(folder)) => (PathBuf::from(folder), true),
        _ => return Err("usage: tour [--pictures FOLDER]".into()),
    };
    let folder = repository().join(folder);
    // The documentation shows this year's plan on one screen; the tour shows everything on both.
    let looks = if for_documents {
        LOOKS.get(..2).unwrap_or(&LOOKS)
    } else {
        &LOOKS
    };
    for ((width, height), scheme) in looks {
        let album = folder.join(format!("{width}x{height}-{}", scheme.name()));
        let taken = take(&album, (*width, *height), *scheme, for_documents).await?;
        println!("{taken} pictures in {}", shown(&album));
    }
    if !for_documents {
        let pdf = document(&folder).await?;
        println!("the plan as PDF: {}", shown(&pdf));
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// Takes a picture of every screen and returns how many there were.
async fn take(album: &Path, size: (u32, u32), scheme: Scheme, for_documents: bool) -> Result<usize> {
    let _ = std::fs::remove_dir_all(album);
    let exports = tempfile::tempdir()?;
    let window = Launch::new()?
        .size(size.0, size.1)
        .answer(leads::exports(exports.path())?)
        .open()
        .await?;
    window.appear(scheme).await?;
    let mut album = Album {
        folder: album.to_owned(),
        taken: 0,
        numbered: !for_documents,
    };
    album.add(&window, "first run").await?;
    window.call_shell("open_sample", json!({})).await?;
    let plans = window.call("list_plans", json!({})).await?;
    let (mut all, mut left_out) = (Vec::new(), Vec::new());
    for plan in plans.as_array().into_iter().flatten() {
        let label = plan["label"].as_str().unwrap_or_default().to_owned();
        if for_documents && plan["is_this_year"] != true {
            left_out.push(label.clone());
        }
        all.push(label);
    }
    let there = async || {
        let places = names(&window, PLACES).await?;
        Ok(all.iter().all(|plan| places.contains(plan)))
    };
    window.wait("the sample's plans in the navigation", there).await?;
    take_leads_in(&window, &mut album).await?;
    for place in names(&window, PLACES).await? {
        if left_out.contains(&place) {
            continue;
        }
        window.click_in("nav[aria-label='Places']", &place).await?;
        window.at_rest().await?;
        album.add(&window, &place).await?;
        for section in names(&window, CONTENTS).await? {
            window
                .click_in("nav[aria-label^='Contents of']", &section)
                .await?;
            album.add(&window, &format!("{place} {section}")).await?;
        }
    }
    if let Some(next) = all.first() {
        hold_the_session(&window, next, &mut album).await?;
    }
    hold_the_review(&window, &mut album).await?;
    window.close().await?;
    Ok(album.taken)
}

/// Takes exported files in, step by step, and looks at one of the leads.
async fn take_leads_in(window: &Window, album: &mut Album) -> Result {
    let at = async |address: &str| {
        window
            .script(&format!("location.hash = {}", json!(address)))
            .await?;
        window.at_rest().await
    };
    for empty in ["leads", "leads/import"] {
        at(&format!("#/{empty}")).await?;
        album.add(window, &format!("{empty} empty")).await?;
    }
    window.click("Choose files…").await?;
    window.sees("Go on to the columns").await?;
    window
        .wait("the files to be looked through", async || {
            let files = window.call_shell("staged_files", json!({})).await?;
            let files = files.as_array().cloned().unwrap_or_default();
            Ok(!files.is_empty() && files.iter().all(|file| file["draft"].is_object()))
        })
        .await?;
    for step in ["file", "columns", "values", "preview"] {
        at(&format!("#/leads/import?step={step}")).await?;
        if step == "preview" {
            window.sees("can be taken in").await?;
        }
        album.add(window, &format!("import {step}")).await?;
    }
    window.click("Take in").await?;
    window.sees("Where to look next").await?;
    album.add(window, "import done").await?;
    window.click("See what they say").await?;
    let first = window
        .call("list_leads", json!({ "accepted": "rejected", "limit": 1 }))
        .await?;
    let lead = first["leads"][0]["id"].as_str().ok_or("nothing was taken in")?;
    at(&format!("#/leads/ledger?lead={lead}")).await?;
    window.sees("Its life").await?;
    album.add(window, "one lead").await?;
    window.press(Key::Escape + "").await?;
    at("#/").await
}

/// Walks through the planning session of a plan, as on the projector.
async fn hold_the_session(window: &Window, plan: &str, album: &mut Album) -> Result {
    window.click_in("nav[aria-label='Places']", plan).await?;
    window.click("Hold the session").await?;
    let mut last = String::new();
    loop {
        let here = names(window, "nav[aria-label='Agenda'] [aria-current=step]")
            .await?
            .join(" ");
        if here == last {
            return Ok(());
        }
        album.add(window, &format!("session {here}")).await?;
        last = here;
        window.press(Key::PageDown).await?;
    }
}

/// Holds the next review, as on the projector.
async fn hold_the_review(window: &Window, album: &mut Album) -> Result {
    let list = window.call("list_reviews", json!({})).await?;
    let next = list["next"]["review"]["id"]
        .as_str()
        .ok_or("no review is planned")?;
    window
        .script(&format!("location.hash = {}", json!(format!("#/review/{next}"))))
        .await?;
    window.click("Hold the review").await?;
    window.click("Begin it now").await?;
    window.thing("Next section").await?;
    album.add(window, "review session").await?;
    window.click_in("nav", "What each side says").await?;
    album.add(window, "review session notes").await?;
    window.click("Leave").await
}

struct Album {
    folder: PathBuf,
    taken: usize,
    numbered: bool,
}

impl Album {
    async fn add(&mut self, window: &Window, name: &str) -> Result {
        window.at_rest().await?;
        self.taken += 1;
        let words: Vec<_> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let number = if self.numbered {
            format!("{:02}-", self.taken)
        } else {
            String::new()
        };
        let file = format!("{number}{}.png", words.join("-").to_lowercase());
        window.picture(self.folder.join(file)).await?;
        Ok(())
    }
}

/// Returns what the elements that `selector` finds are called: the first line of each, without counts and marks.
async fn names(window: &Window, selector: &str) -> Result<Vec<String>> {
    let script = format!(
        "return [...document.querySelectorAll({})].map((element) => {{
            const words = [...element.querySelectorAll('span')].find((part) => part.innerText.trim())?.innerText;
            return (words ?? element.innerText).trim().split('\\n')[0];
        }}).filter((name) => name)",
        json!(selector)
    );
    Ok(serde_json::from_value(window.script(&script).await?)?)
}

/// Exports the sample's latest plan as a person would.
async fn document(folder: &Path) -> Result<PathBuf> {
    let pdf = folder.join("plan.pdf");
    let window = Launch::new()?.args(["--sample"]).answer(&pdf).open().await?;
    let plans = window.call("list_plans", json!({})).await?;
    let signed = plans
        .as_array()
        .and_then(|plans| plans.iter().find(|plan| !plan["in_force"].is_null()));
    let plan = signed.or(plans.get(0)).ok_or("the sample holds no plan")?;
    let version = &plan["in_force"]["version"];
    let input = json!({ "plan": plan["id"], "version": version, "format": "pdf" });
    window.call_shell("export_plan", input).await?;
    window.close().await?;
    Ok(pdf)
}
