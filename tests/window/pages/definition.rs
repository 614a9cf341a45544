//! The definition of a qualified lead: criteria as sentences, worked examples, a lead to try, the page for the wall.

use lockstep_tests::{Result, window::Window};

use super::frame::saved;

/// Adds a criterion on a field that no file has yet, under a question.
pub async fn add_criterion(window: &Window, question: &str, field: &str) -> Result {
    window.click_in(question, "Add a criterion").await?;
    let new = criterion("(no field chosen yet)");
    window.type_in(&new, "Field", field).await?;
    window
        .click_in("[role=listbox]", &format!("Use “{field}”"))
        .await?;
    window.sees(&format!("{field} is known")).await
}

/// Adds a criterion on a field that the leads have.
pub async fn add_known(window: &Window, question: &str, field: &str) -> Result {
    window.click_in(question, "Add a criterion").await?;
    window
        .type_in(&criterion("(no field chosen yet)"), "Field", field)
        .await?;
    window.click_in("[role=listbox]", field).await?;
    window.sees(&format!("{field} is known")).await
}

/// Asks for words of a field.
pub async fn ask_for_words(window: &Window, field: &str, test: &str, words: &[&str]) -> Result {
    window
        .choose(&criterion(field), &format!("What is asked of {field}"), test)
        .await?;
    for word in words {
        window
            .type_in(
                &criterion(field),
                &format!("Words for {field}"),
                &format!("{word}\u{e007}"),
            )
            .await?;
    }
    saved(window).await
}

/// Asks for at least so much of a field.
pub async fn ask_at_least(window: &Window, field: &str, number: &str) -> Result {
    window
        .choose(
            &criterion(field),
            &format!("What is asked of {field}"),
            "is at least",
        )
        .await?;
    window
        .type_in(&criterion(field), &format!("Lowest {field}"), number)
        .await?;
    saved(window).await?;
    window
        .sees(&format!("{field} is known and at least {number}"))
        .await
}

/// Returns the pieces of the criterion whose sentence begins with `sentence`.
pub fn criterion(sentence: &str) -> String {
    format!("fieldset[aria-label^='{sentence}']")
}

/// Types facts of a lead into “Try a lead”.
pub async fn try_lead(window: &Window, facts: &[(&str, &str)]) -> Result {
    for (field, fact) in facts {
        window.type_in("#try-a-lead", field, fact).await?;
    }
    Ok(())
}

/// Waits until the lead that is tried gets this verdict.
pub async fn gets(window: &Window, verdict: &str) -> Result {
    window
        .wait(&format!("the verdict “{verdict}”"), async || {
            let script = "return document.querySelector('#try-a-lead [role=status]')?.innerText ?? ''";
            let said = window.script(script).await?;
            // The shape stands before the word.
            Ok(said
                .as_str()
                .and_then(|said| said.lines().map(str::trim).find(|line| line.chars().count() > 1))
                .is_some_and(|line| line.trim_start_matches(['●', '▲', '■', ' ']) == verdict))
        })
        .await
}

/// Saves a signed version as the page for the wall, where the dialog says.
pub async fn save_for_the_wall(window: &Window, version: u32) -> Result {
    window
        .click_in("#agreement", &format!("Export: version {version}"))
        .await?;
    window.click("Page for the wall (PDF)").await?;
    window.sees("Exported:").await
}
