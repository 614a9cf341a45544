//! Lockstep from a terminal: what is typed, what is answered, and how a refusal looks.

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
        (&undone["undo"], &undone["redo"]),
        (&json!(null), &json!("Begin plan 2027"))
    );
    assert_eq!(terminal.refuses(&["undo", &file])?["code"], "refused");
    let redone = terminal.answers(&["redo", &file])?;
    assert_eq!(
        (&redone["undo"], &redone["redo"]),
        (&json!("Begin plan 2027"), &json!(null))
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
        "Northwind Medical · plan FY27 · draft",
        "1 Apr 2026 to 31 Mar 2027",
        "LOOK BACK",
        "FUNNEL MATHS",
        "AGREEMENT",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert!(text.contains("cannot be computed, because"), "{text}");
    assert!(!text.contains("inf") && !text.contains("NaN"), "{text}");
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
            .any(|line| line.starts_with("sit_down") && line.contains("{ person: PersonId }")),
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

#[test]
fn exported_leads_are_taken_in_listed_counted_and_taken_back() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    std::fs::write(
        terminal.at("leads.csv"),
        "Lead ID,Lead Source,Created Date,Lead Status\n1,Web,01/02/2026,New\n2,Fair,03/04/2026,Zzz\n3,,05/06/2026,Accepted\n",
    )?;
    let asked = terminal.refuses(&["import", &file, "leads.csv"])?;
    assert_eq!(
        (&asked["code"], &asked["field"]),
        (&json!("invalid"), &json!("dates"))
    );

    let said = ["--dates", "dmy", "--value", "stage:Zzz=rejected"];
    let preview = terminal.answers(&[&["import", &file, "leads.csv", "--preview"][..], &said].concat())?;
    assert_eq!(
        (&preview[0]["added"], &preview[0]["import"]),
        (&json!(3), &json!(null))
    );
    let text = terminal.runs(&[&["import", &file, "leads.csv"][..], &said].concat())?;
    for part in [
        "“Lead ID”, “Lead Source” and “Lead Status” speak of leads",
        "3 added, 0 updated, 0 unchanged, 0 rejected; source missing: 1.",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    let again = terminal.answers(&["import", &file, "leads.csv"])?;
    assert_eq!(
        (&again[0]["remembered"], &again[0]["unchanged"]),
        (&json!(true), &json!(3))
    );

    let funnel = terminal.runs(&["funnel", &file, "--by", "source"])?;
    assert!(
        funnel.contains("(missing)") && funnel.contains("50.00 % of 2 *"),
        "{funnel}"
    );
    let listed = terminal.answers(&["leads", &file, "--source", "-"])?;
    assert_eq!(
        (&listed["total"], &listed["leads"][0]["created_on"]),
        (&json!(1), &json!("2026-06-05"))
    );
    assert_eq!(
        terminal.refuses(&["leads", &file, "--stage", "asleep"])?["field"],
        "stage"
    );

    let imports = terminal.answers(&["imports", &file])?;
    let import = imports[0]["id"]
        .as_str()
        .ok_or("the import is listed")?
        .to_owned();
    assert!(
        terminal
            .runs(&["take-back", &file, &import])?
            .contains("3 rows removed")
    );
    assert!(terminal.runs(&["imports", &file])?.contains("taken back"));
    assert_eq!(terminal.answers(&["leads", &file])?["total"], 0);
    Ok(())
}

#[test]
fn the_funnel_goes_out_as_a_table() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    std::fs::write(
        terminal.at("leads.csv"),
        "Lead ID,Lead Source,Created Date,Lead Status\n1,=Web,2026-02-01,New\n2,Fair,2026-04-03,Rejected\n\
         3,,2026-06-05,Accepted\n4,Fair,2026-06-05,Accepted\n",
    )?;
    terminal.runs(&["import", &file, "leads.csv"])?;
    terminal.runs(&[
        "export",
        &file,
        "funnel",
        "--by",
        "source",
        "--from",
        "2026-03-01",
        "-o",
        "funnel.csv",
    ])?;
    let table = std::fs::read_to_string(terminal.at("funnel.csv"))?;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let heads = reader.headers()?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<std::result::Result<_, _>>()?;
    let at = |row: usize, head: &str| {
        let place = heads.iter().position(|known| known == head);
        place.and_then(|place| rows.get(row)?.get(place)).unwrap_or("?")
    };
    let line = |row| {
        [
            "Source",
            "Leads",
            "Accepted",
            "Rejected",
            "Acceptance",
            "Cost in USD",
        ]
        .map(|head| at(row, head))
    };
    assert_eq!(line(0), ["Fair", "2", "1", "1", "50", ""]);
    assert_eq!(line(1), ["(missing)", "1", "1", "0", "100", ""]);
    assert_eq!(line(2), ["All", "3", "2", "1", "66.66666666666667", ""]);
    terminal.runs(&["export", &file, "funnel", "-o", "funnel.csv"])?;
    let table = std::fs::read_to_string(terminal.at("funnel.csv"))?;
    assert!(
        table.contains("\n'=Web,1,"),
        "no spreadsheet takes a name for a formula: {table}"
    );
    terminal.runs(&["export", &file, "funnel", "-o", "funnel.xlsx"])?;
    let mut book = zip::ZipArchive::new(std::fs::File::open(terminal.at("funnel.xlsx"))?)?;
    let mut part = |name: &str| -> std::io::Result<String> { std::io::read_to_string(book.by_name(name)?) };
    let (texts, sheet) = (part("xl/sharedStrings.xml")?, part("xl/worksheets/sheet1.xml")?);
    for said in ["=Web", "Fair", "(missing)", "All", "Cost in USD"] {
        assert!(
            texts.contains(said),
            "“{said}” is missing in the workbook: {texts}"
        );
    }
    assert!(sheet.contains("<v>0.5</v>") && !sheet.contains("<f>"), "{sheet}");
    let refused = terminal.refuses(&["export", &file, "funnel", "-o", "funnel.pdf"])?;
    assert_eq!(
        refused["message"],
        "A funnel goes out as a table, not as a document."
    );
    // What has no part in a document is not passed over.
    for (document, option, said) in [
        ("funnel", ["--year", "2027"], "A funnel has no --year."),
        ("definition", ["--by", "source"], "A definition has no --by."),
        (
            "definition",
            ["--from", "2026-03-01"],
            "A definition has no --from.",
        ),
    ] {
        let refused =
            terminal.refuses(&[&["export", &file, document, "-o", "out.json"], &option[..]].concat())?;
        assert_eq!(refused["message"], said);
    }
    Ok(())
}

#[test]
fn what_is_said_of_columns_must_concern_one_of_the_files() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    std::fs::write(
        terminal.at("leads.csv"),
        "Lead ID,Lead Source,Where\n1,Web,Here\n2,Web,There\n",
    )?;
    std::fs::write(
        terminal.at("costs.csv"),
        "Lead Source,Month,Cost\nWeb,2026-01,100\nWeb,2026-02,200\n",
    )?;
    for (said, words) in [
        (["--map", "source=Nowhere"], "no column “Nowhere”"),
        (["--map", "shoe=Where"], "no field “shoe”"),
        (["--map", "source"], "FIELD=COLUMN"),
        (["--value", "stage:New=new"], "No column is read as “stage”"),
    ] {
        let refusal =
            terminal.refuses(&[&["import", &file, "leads.csv", "costs.csv"][..], &said].concat())?;
        let message = refusal["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{refusal}");
    }
    // A column of one file is enough; the other has none of that name.
    let reports = terminal.answers(&["import", &file, "leads.csv", "costs.csv", "--map", "source=Where"])?;
    assert_eq!(
        (&reports[0]["added"], &reports[1]["added"]),
        (&json!(2), &json!(2))
    );
    let listed = terminal.answers(&["leads", &file, "--source", "There"])?;
    assert_eq!(listed["total"], 1);
    Ok(())
}

#[test]
fn rows_that_cannot_be_read_are_written_to_a_file() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    let mut leads = String::from("Lead ID,Lead Source,Created Date\n");
    for number in 1..=40 {
        leads += &format!("{number},Web,2026-01-10\n");
    }
    std::fs::write(terminal.at("leads.csv"), leads + "41,Web,=soon\n")?;
    let reports = terminal.answers(&["import", &file, "leads.csv", "--rejected", "rejected.csv"])?;
    assert_eq!(
        (&reports[0]["added"], &reports[0]["rejected"]),
        (&json!(40), &json!(1))
    );
    assert_eq!(
        std::fs::read_to_string(terminal.at("rejected.csv"))?,
        "File,Row,Column,Value,Why not\r\nleads.csv,42,Created Date,'=soon,This is no day.\r\n"
    );
    Ok(())
}

#[test]
fn a_file_that_is_no_table_is_refused_in_words() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    std::fs::write(terminal.at("empty.csv"), "")?;
    std::fs::create_dir(terminal.at("folder.csv"))?;
    for name in ["empty.csv", "folder.csv", "gone.csv"] {
        let refusal = terminal.refuses(&["import", &file, name])?;
        assert_eq!(refusal["code"], "file", "{refusal}");
        assert!(
            refusal["message"]
                .as_str()
                .is_some_and(|message| message.starts_with(name)),
            "{refusal}"
        );
    }
    Ok(())
}
