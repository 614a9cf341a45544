//! The library and what was promised of it, from a terminal.

use std::fs;

use lockstep_tests::{Result, library::piece, story::Story};
use serde_json::json;

use crate::Terminal;

#[test]
fn a_pack_is_written_and_a_draft_in_it_is_named() -> Result {
    let mut story = Story::new();
    let ready = piece(&mut story, "Prices.txt", "What it costs.");
    for name in ["Sasha", "Mika"] {
        story.sits(name);
        story.call("approve_piece", json!({ "id": ready }));
    }
    let draft = piece(&mut story, "Draft.txt", "Nobody has approved this.");
    let (file, folder) = story.into_folder();
    let (file, output) = (file.display().to_string(), folder.path().join("pack.zip"));
    let out = output.display().to_string();
    let terminal = Terminal::new()?;
    let both = ["collateral", "pack", &file, &ready, &draft, "-o", &out];
    let refused = terminal.refuses(&both)?;
    assert!(
        refused["message"]
            .as_str()
            .is_some_and(|said| said.contains("“Draft” (a draft)")),
        "{refused}"
    );
    assert!(
        refused["hint"]
            .as_str()
            .is_some_and(|said| said.contains("--not-approved")),
        "{refused}"
    );
    assert!(!output.exists(), "nothing was written");
    let told = terminal.runs(&[&both[..], &["--not-approved", "--message", "For you."]].concat())?;
    assert!(
        told.contains("2 pieces and a cover sheet") && told.contains("Prices.txt"),
        "{told}"
    );
    assert!(fs::metadata(&output)?.len() > 1_000);
    let usage = terminal.runs(&["call", &file, "report_usage", "{\"shelf\": \"never_used\"}"])?;
    assert!(usage.contains("\"sent\": 1"), "{usage}");
    Ok(())
}

#[test]
fn requests_past_their_date_are_named_among_the_promises() -> Result {
    let mut story = Story::new();
    story.call("begin_definition", json!({ "template": "blank" }));
    // The terminal has the clock of this computer: the request is from well before it.
    story.days_later(-500);
    story.sits("Sasha");
    story.call(
        "ask_for_piece",
        json!({ "kind": "new", "wanted": "A calculator for hospitals." }),
    );
    let (file, _folder) = story.into_folder();
    let told = Terminal::new()?.runs(&["promises", &file.display().to_string()])?;
    assert!(
        told.contains("Marketing answers a request for collateral within 7 calendar days"),
        "{told}"
    );
    assert!(
        told.contains("past its date: A calculator for hospitals (due 17 Jul 2025)"),
        "{told}"
    );
    Ok(())
}
