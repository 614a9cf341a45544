//! A plan from a terminal: in the company's language, with its state, and what an export could not print.

use std::path::Path;

use lockstep_tests::{
    Result,
    story::{Story, text},
};
use serde_json::json;

use crate::Terminal;

/// Returns the plan as the terminal shows it.
fn shown(file: &Path) -> Result<String> {
    Terminal::new()?.runs(&["plan", &file.display().to_string(), "--year", "2027"])
}

#[test]
fn it_is_written_in_the_companys_language() -> Result {
    let mut story = Story::founded(|founding| founding.language = "it-IT".into());
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    story.call("edit_plan", json!({ "id": plan, "change": { "budget": 100 } }));
    story.call(
        "edit_look_back",
        json!({ "id": plan, "change": { "cycle_days": 1, "revenue": 123_456_789 } }),
    );
    story.call(
        "add_initiative",
        json!({ "plan": plan, "values": { "name": "Road show", "budget": 601, "starts": "2027-02-03" } }),
    );
    let (file, _folder) = story.into_folder();
    let plan = shown(&file)?.replace('\u{a0}', " ");
    for part in [
        "1 gen 2027 – 31 dic 2027",
        "planned: 6,01 €, 5,01 € over the budget",
        "3 feb 2027",
        "92%",
        "1 day",
    ] {
        assert!(plan.contains(part), "{part} is missing in:\n{plan}");
    }
    assert!(!plan.contains("1 days") && !plan.contains("EUR"), "{plan}");
    Ok(())
}

#[test]
fn its_head_says_where_it_stands() -> Result {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    let (sasha, mika) = (story.person("Sasha"), story.person("Mika"));
    let (file, _folder) = story.into_folder();
    let terminal = Terminal::new()?;
    let at = file.display().to_string();
    let stands = |state: &str| -> Result {
        let wanted = format!("Northwind Medical · plan FY27 · {state}");
        assert_eq!(shown(&file)?.lines().next(), Some(wanted.as_str()));
        Ok(())
    };
    stands("draft of version 1")?;
    let propose = json!({ "subject_kind": "plan", "subject": plan }).to_string();
    let proposed = terminal.answers(&["--as", "Sasha", "call", &at, "propose", &propose])?;
    stands("proposed, version 1")?;
    for (name, person, side) in [("Sasha", sasha, "sales"), ("Mika", mika, "marketing")] {
        let sign =
            json!({ "agreement": text(&proposed["agreement"]), "person": person, "side": side }).to_string();
        terminal.runs(&["--as", name, "call", &at, "sign", &sign])?;
    }
    stands("in force, version 1")
}

#[test]
fn an_export_names_what_it_could_not_print() -> Result {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": "For \u{10abcd}" } }),
    );
    let (file, folder) = story.into_folder();
    let out = folder.path().join("plan.pdf");
    let said = Terminal::new()?.runs(&[
        "export",
        &file.display().to_string(),
        "plan",
        "--year",
        "2027",
        "-o",
        &out.display().to_string(),
    ])?;
    assert!(
        said.contains(
            "These characters could not be printed, because no font on this computer has them: \u{10abcd}."
        ),
        "{said}"
    );
    assert!(out.is_file());
    Ok(())
}
