//! The look back: last year's numbers, and the points each side writes before it sees the other's.

use lockstep_tests::{Result, window::Window};

const SECTION: &str = "#look-back";

/// Pastes a table copied from a spreadsheet at one of the numbers, and takes it in.
pub async fn paste_last_year(window: &Window, rows: &[(&str, &str)]) -> Result {
    let table: Vec<_> = rows
        .iter()
        .map(|(name, number)| format!("{name}\t{number}"))
        .collect();
    window.paste_into("Won deals", &table.join("\n")).await?;
    window.sees("What was understood of each pasted row").await?;
    window.click("Fill in").await?;
    window.sees_no("What was understood of each pasted row").await
}

/// Writes a point for whoever's side is at the keyboard.
pub async fn write_point(window: &Window, asks: &str, point: &str) -> Result {
    window.type_in(SECTION, asks, point).await?;
    window.click_in(SECTION, "Add").await?;
    window
        .wait(&format!("the point “{point}”"), async || {
            let script = "return [...document.querySelectorAll('#look-back textarea')].some((field) => field.value === arguments[0])";
            let found = window.page.execute(script, vec![point.into()]).await?;
            Ok(found.json() == true)
        })
        .await
}

/// Says that a side has finished writing.
pub async fn is_ready(window: &Window, side: &str) -> Result {
    window.click_in(SECTION, &format!("{side} is ready")).await
}
