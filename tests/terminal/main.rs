//! Lockstep from a terminal: what is typed, what is answered, and how a refusal looks.

mod leads;
mod library;
mod plan;
mod reviews;
mod setup;

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use lockstep_tests::{Result, processes::program};
use serde_json::{Value, json};

/// A folder with a workspace in it, and a terminal.
struct Terminal {
    folder: tempfile::TempDir,
}

impl Terminal {
    fn new() -> Result<Self> {
        Ok(Self {
            folder: tempfile::tempdir()?,
        })
    }

    fn with_workspace() -> Result<Self> {
        let terminal = Self::new()?;
        let made = terminal.runs(&[
            "new",
            &terminal.file(),
            "--company",
            "Northwind Medical",
            "--currency",
            "USD",
            "--fiscal-start",
            "4",
            "--sales",
            "Sasha Brandt",
            "--marketing",
            "Mika Olsen",
        ])?;
        assert!(made.contains("Made "), "{made}");
        Ok(terminal)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> String {
        self.at("plan.lockstep").display().to_string()
    }

    fn output(&self, arguments: &[&str], input: &str) -> Result<Output> {
        let mut running = Command::new(program("lockstep-cli")?)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("XDG_DATA_HOME", self.at("data"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut typed) = running.stdin.take() {
            typed.write_all(input.as_bytes())?;
        }
        Ok(running.wait_with_output()?)
    }

    fn runs(&self, arguments: &[&str]) -> Result<String> {
        let output = self.output(arguments, "")?;
        let said = String::from_utf8(output.stderr)?;
        assert_eq!(
            (output.status.code(), said.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
        Ok(String::from_utf8(output.stdout)?)
    }

    fn answers(&self, arguments: &[&str]) -> Result<Value> {
        Ok(serde_json::from_str(
            &self.runs(&[&["--json"], arguments].concat())?,
        )?)
    }

    /// Runs what is to be refused: exit code 1, nothing on standard output, one JSON object on standard error.
    fn refuses(&self, arguments: &[&str]) -> Result<Value> {
        let output = self.output(arguments, "")?;
        assert_eq!(
            (output.status.code(), output.stdout.as_slice()),
            (Some(1), &b""[..]),
            "{arguments:?}"
        );
        let refusal: Value = serde_json::from_slice(&output.stderr)?;
        let mut fields: Vec<_> = refusal
            .as_object()
            .into_iter()
            .flat_map(|fields| fields.keys())
            .collect();
        fields.sort();
        assert_eq!(fields, ["code", "field", "hint", "message"]);
        Ok(refusal)
    }
}

#[test]
fn a_workspace_is_founded_as_asked() -> Result {
    let terminal = Terminal::with_workspace()?;
    let view = terminal.answers(&["call", &terminal.file(), "show_company"])?;
    assert_eq!(view["company"]["name"], "Northwind Medical");
    assert_eq!(
        (&view["company"]["currency"], &view["company"]["fiscal_start"]),
        (&json!("USD"), &json!(4))
    );
    let people = terminal.answers(&["call", &terminal.file(), "people"])?;
    let named: Vec<_> = people["people"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|person| (&person["name"], &person["side"]))
        .collect();
    assert_eq!(
        named,
        [
            (&json!("Sasha Brandt"), &json!("sales")),
            (&json!("Mika Olsen"), &json!("marketing"))
        ]
    );
    Ok(())
}

#[test]
fn a_workspace_is_never_founded_over_a_file() -> Result {
    let terminal = Terminal::new()?;
    std::fs::write(terminal.at("plan.lockstep"), "something of mine")?;
    let refusal = terminal.refuses(&["new", &terminal.file(), "--company", "A"])?;
    assert_eq!(refusal["code"], "file");
    assert_eq!(
        std::fs::read_to_string(terminal.at("plan.lockstep"))?,
        "something of mine"
    );
    Ok(())
}

#[test]
fn whoever_acts_stands_in_the_history() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    terminal.runs(&["--as", "Mika", "call", &file, "begin_plan", r#"{"year":2027}"#])?;
    let page = terminal.answers(&["history", &file])?;
    assert_eq!(
        (&page["entries"][0]["person_name"], &page["entries"][0]["side"]),
        (&json!("Mika Olsen"), &json!("marketing"))
    );
    let text = terminal.runs(&["history", &file])?;
    assert!(
        text.lines()
            .any(|line| line.contains("Mika Olsen") && line.contains("Marketing")),
        "{text}"
    );
    let refusal = terminal.refuses(&["--as", "Nobody", "history", &file])?;
    assert_eq!(
        (&refusal["code"], &refusal["field"]),
        (&json!("invalid"), &json!("as"))
    );
    assert_eq!(refusal["hint"], "People here: Sasha Brandt, Mika Olsen.");
    Ok(())
}

#[test]
fn input_is_read_from_standard_input() -> Result {
    let terminal = Terminal::with_workspace()?;
    let output = terminal.output(&["call", &terminal.file(), "begin_plan", "-"], r#"{"year":2028}"#)?;
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout)?["year"], 2028);
    Ok(())
}

#[test]
fn undo_and_redo_say_what_comes_next() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    terminal.runs(&["call", &file, "begin_plan", r#"{"year":2027}"#])?;
    let undone = terminal.answers(&["undo", &file])?;
    assert_eq!(
        (&undone["undo"], &undone["redo"]["summary"]),
        (&json!(null), &json!("Begin plan FY27"))
    );
    assert_eq!(terminal.refuses(&["undo", &file])?["code"], "refused");
    let redone = terminal.answers(&["redo", &file])?;
    assert_eq!(
        (&redone["undo"]["summary"], &redone["redo"]),
        (&json!("Begin plan FY27"), &json!(null))
    );
    let entry = redone["undo"]["entry"].as_str().unwrap_or_default();
    terminal.runs(&["call", &file, "begin_plan", r#"{"year":2028}"#])?;
    assert_eq!(
        terminal.refuses(&["undo", &file, "--entry", entry])?["code"],
        "conflict"
    );
    Ok(())
}

#[test]
fn the_plan_reads_as_the_page_shows_it() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    terminal.runs(&["call", &file, "begin_plan", r#"{"year":2027}"#])?;
    let view = terminal.answers(&["plan", &file, "--year", "2027"])?;
    assert_eq!(view["first_day"], "2026-04-01");
    let text = terminal.runs(&["plan", &file, "--year", "2027"])?;
    for part in [
        "Northwind Medical · plan FY27 · draft of version 1",
        "1 Apr 2026 – 31 Mar 2027",
        "LOOK BACK",
        "FUNNEL MATHS",
        "AGREEMENT",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert!(text.contains("cannot be computed, because"), "{text}");
    assert!(!text.contains("inf") && !text.contains("NaN"), "{text}");
    let back = view["look_back"]["numbers"]["id"].clone();
    let numbers = json!({ "id": back, "change": { "leads": 100, "accepted": 150, "shape": [5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0] } });
    terminal.runs(&["call", &file, "edit_look_back", &numbers.to_string()])?;
    let text = terminal.runs(&["plan", &file, "--year", "2027"])?;
    let back = &terminal.answers(&["plan", &file, "--year", "2027"])?["look_back"];
    for doubt in [&back["widenings"][0], &back["season_problem"]] {
        let doubt = doubt.as_str().ok_or("nothing is doubtful")?;
        assert!(text.contains(doubt), "{doubt} is missing in:\n{text}");
    }
    assert_eq!(
        terminal.refuses(&["plan", &file, "--year", "1999"])?["code"],
        "not_found"
    );
    Ok(())
}

#[test]
fn every_command_is_listed_with_its_shape() -> Result {
    let terminal = Terminal::new()?;
    let all = terminal.answers(&["commands"])?;
    let find = |name: &str| {
        all.as_array()
            .into_iter()
            .flatten()
            .find(|command| command["name"] == name)
            .cloned()
    };
    let begin = find("begin_plan").ok_or("begin_plan is not listed")?;
    assert_eq!(begin["kind"], "action");
    assert!(
        begin["input"]
            .as_str()
            .is_some_and(|shape| shape.contains("year: number")),
        "{begin}"
    );
    assert_eq!(
        find("open_plan").map(|command| command["kind"].clone()),
        Some(json!("query"))
    );
    let text = terminal.runs(&["commands"])?;
    assert!(
        text.lines()
            .any(|line| line.starts_with("set_current_user") && line.contains("{ person: PersonId }")),
        "{text}"
    );
    Ok(())
}

#[test]
fn what_is_mistyped_is_said_like_every_other_error() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    for mistyped in [
        vec!["plan", file.as_str()],
        vec!["dance"],
        vec!["call", &file, "begin_plan", "{"],
        vec!["call", &file, "begin_plan", r#"{"year":"soon"}"#],
        vec!["new", "x.lockstep", "--company", "A", "--fiscal-start", "13"],
    ] {
        assert_eq!(terminal.refuses(&mistyped)?["code"], "invalid", "{mistyped:?}");
    }
    assert_eq!(
        terminal.refuses(&["call", &file, "no_such_command"])?["code"],
        "not_found"
    );
    assert!(terminal.runs(&["--help"])?.contains("Usage:"));
    Ok(())
}

#[test]
fn what_is_no_workspace_is_refused_and_left_alone() -> Result {
    let terminal = Terminal::new()?;
    for (name, bytes, code) in [
        ("text.lockstep", &b"just some words"[..], "file"),
        ("empty.lockstep", b"", "damaged"),
    ] {
        std::fs::write(terminal.at(name), bytes)?;
        assert_eq!(terminal.refuses(&["history", name])?["code"], code, "{name}");
        assert_eq!(std::fs::read(terminal.at(name))?, bytes, "{name}");
    }
    assert_eq!(
        terminal.refuses(&["history", "missing.lockstep"])?["code"],
        "file"
    );
    assert_eq!(terminal.refuses(&["history", "."])?["code"], "file");
    Ok(())
}
