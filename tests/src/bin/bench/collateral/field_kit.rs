//! The field kit of a thousand pieces, opened from a folder in a browser without a window.

use std::{path::Path, time::Duration};

use lockstep_tests::{Result, processes::Browser};

use super::filling::{fill, founded};
use crate::report::{Report, middle};

/// How many pieces the kit has.
const PIECES: usize = 1_000;
/// How often it is opened, and each text typed; the middle one counts.
const TIMES: usize = 9;
/// What is typed.
const TYPED: [&str; 5] = ["return", "return on inv", "custommer", "clinic beds", "zzzz"];
/// Types a text and returns how many milliseconds pass until its answer is drawn.
const FIND: &str = "
    const [typed, done] = arguments;
    const input = document.querySelector('input[type=search]');
    input.value = '';
    input.dispatchEvent(new Event('input'));
    document.body.getBoundingClientRect();
    const begun = performance.now();
    input.value = typed;
    input.dispatchEvent(new Event('input'));
    document.body.getBoundingClientRect();
    done(performance.now() - begun);";
/// Returns how many milliseconds after it was asked for the page with its pieces stood there whole.
const OPENED: &str = "
    return document.querySelectorAll('ul.pieces > li').length > 0
        ? performance.getEntriesByType('navigation')[0].loadEventEnd
        : null;";

/// Writes the kit, opens it and finds pieces in it.
pub async fn measure(report: &mut Report, folder: &Path) -> Result {
    let mut workspace = founded(&folder.join("kit.lockstep"))?;
    fill(&mut workspace, PIECES)?;
    let kit = folder.join("kit");
    let written = lockstep_export::collateral::field_kit::write(&workspace, &kit)?;
    if written.pieces != PIECES {
        return Err(format!("the kit has {} pieces", written.pieces).into());
    }
    let index = kit.join("index.html");
    println!(
        "    the page of the kit: {} KiB",
        std::fs::metadata(&index)?.len() / 1_024
    );
    let address = format!("file://{}", index.display());
    let driver = Browser::start()?;
    let page = driver.open(&[], None).await?;
    let milliseconds = |told: Option<f64>| -> Result<Duration> {
        Ok(Duration::from_secs_f64(
            told.ok_or("the page shows no piece")?.max(0.0) / 1_000.0,
        ))
    };
    let mut opened = Vec::new();
    for _ in 0..TIMES {
        page.goto(&address).await?;
        let told = page.execute(OPENED, vec![]).await?;
        opened.push(milliseconds(told.json().as_f64())?);
    }
    report.limit(
        "the field kit of 1,000 pieces opens",
        middle(opened),
        Duration::from_secs(1),
    );
    let mut slowest = Duration::ZERO;
    for typed in TYPED {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            let told = page.execute_async(FIND, vec![typed.into()]).await?;
            took.push(milliseconds(told.json().as_f64())?);
        }
        let one = middle(took);
        println!("    “{typed}”: {:.1} ms", one.as_secs_f64() * 1_000.0);
        slowest = slowest.max(one);
    }
    page.quit().await?;
    report.limit(
        "the field kit finds, the slowest of five texts",
        slowest,
        Duration::from_millis(50),
    );
    Ok(())
}
