//! Reviews from a terminal: shown, written as documents that other programs read, and the year in short.

use std::{fs, path::Path, process::Command};

use calamine::{DataType, Reader, Xlsx, open_workbook};
use lockstep_tests::{Result, pdf};
use serde_json::{Value, json};

use crate::Terminal;

const LEADS: &str = "Lead ID,Name,Source,Created,Status,Accepted By Sales,Decided On\n\
    1,Ann,Web,2025-05-02,Working,Yes,2025-05-10\n\
    2,Bo,Web,2025-08-02,Working,Yes,2025-08-10\n\
    3,Cy,Fair,2025-08-12,Working,No,2025-08-20\n\
    4,Di,Fair,2025-08-02,Working,Yes,2025-09-10\n";

/// A workspace of calendar years whose review of 2025 Q3 was held, decided something and was closed.
fn reviewed() -> Result<Terminal> {
    let terminal = Terminal::new()?;
    let file = terminal.file();
    terminal.runs(&[
        "new",
        &file,
        "--company",
        "Northwind Medical",
        "--sales",
        "Sasha Brandt",
        "--marketing",
        "Mika Olsen",
    ])?;
    fs::write(terminal.at("leads.csv"), LEADS)?;
    terminal.runs(&["import", &file, &terminal.at("leads.csv").display().to_string()])?;
    let call = |who: &str, name: &str, values: Value| {
        terminal.answers(&["--as", who, "call", &file, name, &values.to_string()])
    };
    let planned = call(
        "Sasha Brandt",
        "plan_reviews",
        json!({ "year": 2025, "monthly": false }),
    )?;
    let reviews = planned.as_array().cloned().unwrap_or_default();
    let review = reviews
        .iter()
        .find(|review| review["number"] == 3)
        .ok_or("the third quarter is planned")?["id"]
        .clone();
    let people = call("Sasha Brandt", "people", json!({}))?;
    let sasha = people["people"][0]["id"].clone();
    call("Sasha Brandt", "begin_review", json!({ "id": review }))?;
    for (who, side) in [("Sasha Brandt", "sales"), ("Mika Olsen", "marketing")] {
        call(
            who,
            "set_review_ready",
            json!({ "review": review, "side": side, "ready": true }),
        )?;
    }
    let values = json!({ "question": "Who calls?", "name": "Whoever is free", "why": "It is quicker", "owner": sasha });
    call(
        "Mika Olsen",
        "add_review_decision",
        json!({ "review": review, "values": values }),
    )?;
    let values = json!({ "name": "A list, of who is free; in full", "owner": sasha, "due": "2090-01-31" });
    call(
        "Mika Olsen",
        "add_review_action",
        json!({ "review": review, "values": values }),
    )?;
    call("Mika Olsen", "close_review", json!({ "id": review }))?;
    Ok(terminal)
}

#[test]
fn a_review_is_shown_and_a_period_without_one_names_those_that_are_planned() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let told = terminal.runs(&["review", &file, "--period", "2025Q3"])?;
    for words in [
        "Review of Q3 FY25",
        "Sales accepted 2 leads, after 1 in the period before.",
        "Who calls? Whoever is free",
        "A list, of who is free; in full (Sasha Brandt, 31 Jan 2090",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let view = terminal.answers(&["review", &file, "--period", "2025q3"])?;
    assert_eq!(view["decisions"].as_array().map(Vec::len), Some(1));
    let refusal = terminal.refuses(&["review", &file, "--period", "2019Q3"])?;
    assert_eq!(refusal["field"], "period");
    let hint = refusal["hint"].as_str().unwrap_or_default();
    assert!(hint.contains("Q3 FY25, Q4 FY25"), "{hint}");
    Ok(())
}

#[test]
fn documents_of_a_review_hold_its_numbers_in_other_programs() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let export = |document: &str, name: &str| {
        let out = terminal.at(name).display().to_string();
        terminal.runs(&["export", &file, document, "-o", &out, "--period", "2025Q3"])
    };
    for (document, name) in [
        ("review", "review.xlsx"),
        ("review", "review.pdf"),
        ("minutes", "minutes.pdf"),
        ("minutes", "minutes.md"),
    ] {
        export(document, name)?;
    }
    let mut book: Xlsx<_> = open_workbook(terminal.at("review.xlsx"))?;
    let mut accepted = Vec::new();
    for (_, sheet) in book.worksheets() {
        for row in sheet.rows() {
            if row.iter().any(|cell| cell.get_string() == Some("Accepted")) {
                accepted.push(row.iter().filter_map(DataType::get_float).collect::<Vec<_>>());
            }
        }
    }
    assert!(accepted.contains(&vec![2.0, 1.0]), "{accepted:?}");
    let worksheet = pdf::text(&fs::read(terminal.at("review.pdf"))?)?;
    assert!(
        worksheet.contains("Sales accepted 2 leads, after 1 in the period before."),
        "{worksheet}"
    );
    let minutes = pdf::text(&fs::read(terminal.at("minutes.pdf"))?)?;
    let markdown = fs::read_to_string(terminal.at("minutes.md"))?;
    for text in [minutes, markdown] {
        for words in ["Who calls?", "Whoever is free", "31 Jan 2090", "Sasha Brandt"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    let refusal = terminal.refuses(&["export", &file, "dates", "-o", "reviews.txt"])?;
    assert_eq!(refusal["hint"], "Let the name end in .ics.");
    Ok(())
}

#[test]
fn where_the_year_stands_fits_on_one_page_however_much_it_is() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let out = terminal.at("report.pdf").display().to_string();
    terminal.runs(&["export", &file, "report", "-o", &out])?;
    let text = pdf::text(&fs::read(&out)?)?;
    for words in [
        "Where we stand",
        "Northwind Medical",
        "How well the two sides work together",
        "What waits",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(pdf::pages(&fs::read(&out)?)?.len(), 1);
    let year = terminal.answers(&["report", &file])?["year"]["year"].clone();
    let plan =
        terminal.answers(&["call", &file, "begin_plan", &json!({ "year": year }).to_string()])?["id"].clone();
    for number in 1..=40 {
        let values =
            json!({ "metric": "customer_references", "name": format!("Goal {number}"), "target": 12 });
        let asked = json!({ "plan": plan, "values": values }).to_string();
        terminal.runs(&["call", &file, "add_goal", &asked])?;
    }
    terminal.runs(&["export", &file, "report", "-o", &out])?;
    let printed = fs::read(&out)?;
    assert_eq!(pdf::pages(&printed)?.len(), 1);
    let text = pdf::text(&printed)?;
    assert!(text.contains("Goal 40") && text.contains("What waits"), "{text}");
    // On the page, and not below it.
    let (words, _) = pdf::words(&printed)?;
    let lowest = words.iter().map(|word| word.edges[3]).fold(0.0, f64::max);
    assert!(lowest < 841.0, "{lowest}");
    let refusal = terminal.refuses(&["export", &file, "report", "-o", "report.csv"])?;
    assert_eq!(refusal["hint"], "Let the name end in .pdf or .json.");
    Ok(())
}

/// Runs one of the programs that read PowerPoint files.
fn read_by(program: &str, arguments: &[&str]) -> Result<String> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools/bin");
    let said = Command::new(tools.join(program)).args(arguments).output()?;
    let told = String::from_utf8(said.stdout)?;
    match said.status.success() {
        true => Ok(told),
        false => Err(format!("{program}: {told}{}", String::from_utf8_lossy(&said.stderr)).into()),
    }
}

#[test]
fn slides_hold_the_numbers_in_other_programs_and_need_no_repair() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let out = terminal.at("review.pptx").display().to_string();
    let export = |out: &str| terminal.runs(&["export", &file, "slides", "-o", out, "--period", "2025Q3"]);
    export(&out)?;
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("office/slides.py");
    let deck: Value = serde_json::from_str(&read_by("python", &[&reader.display().to_string(), &out])?)?;
    assert_eq!(deck["title"], "Review of Q3 FY25");
    let slides = deck["slides"].as_array().cloned().unwrap_or_default();
    for slide in &slides {
        assert!(
            slide["title"].as_str().is_some_and(|title| !title.is_empty()),
            "{slide}"
        );
        assert_eq!(slide["inside"], true, "{slide}");
    }
    let titled = |begins: &str| {
        let mut all = slides.iter();
        let found = all.find(|slide| {
            slide["title"]
                .as_str()
                .is_some_and(|title| title.starts_with(begins))
        });
        found.cloned().ok_or(format!("no slide “{begins}”: {deck}"))
    };
    // By source, in the period and in the one before: figures, and no picture of them.
    let chart = titled("Sales accepted 2 leads, after 1")?["charts"][0].clone();
    assert_eq!(chart["has_workbook"], true, "{chart}");
    let names: Vec<&str> = chart["categories"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let of = |name: &str, series: usize| {
        let place = names
            .iter()
            .position(|one| *one == name)
            .ok_or("the source is drawn")?;
        Ok::<Value, &str>(chart["series"][series]["values"][place].clone())
    };
    assert_eq!(of("Web", 0)?, 1.0, "{chart}");
    assert_eq!(of("Fair", 0)?, 1.0, "{chart}");
    assert_eq!(of("Web", 1)?, 1.0, "{chart}");
    // The formula of a number is what the speaker says.
    let notes = titled("Funnel: all sources")?["notes"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(
        notes.contains("Acceptance rate: Accepted ÷ (accepted + rejected)"),
        "{notes}"
    );
    let decided = titled("What was decided")?.to_string();
    assert!(
        decided.contains("Whoever is free") && decided.contains("Who calls?"),
        "{decided}"
    );
    let actions = titled("Who does what by when")?["tables"][0]["rows"].clone();
    assert_eq!(actions[1][0], "A list, of who is free; in full");
    assert!(
        actions[1][1]
            .as_str()
            .is_some_and(|who| who.contains("Sales") && who.contains("Sasha Brandt")),
        "{actions}"
    );
    assert_eq!(actions[1][2], "31 Jan 2090");

    let audit = read_by("openxml-audit", &[&out])?;
    assert!(audit.contains("Errors: 0"), "{audit}");
    // A file that PowerPoint would repair is found.
    let broken = terminal.at("broken.pptx");
    fs::write(&broken, without(&fs::read(&out)?, "ppt/presProps.xml")?)?;
    assert!(read_by("openxml-audit", &[&broken.display().to_string()]).is_err());

    let refusal = terminal.refuses(&[
        "export",
        &file,
        "slides",
        "-o",
        "review.pdf",
        "--period",
        "2025Q3",
    ])?;
    assert_eq!(refusal["hint"], "Let the name end in .pptx.");
    Ok(())
}

/// Returns a package without one of its parts.
fn without(package: &[u8], part: &str) -> Result<Vec<u8>> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(package))?;
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let entry = from.by_index_raw(place)?;
        if entry.name()? != part {
            to.raw_copy_file(entry)?;
        }
    }
    Ok(to.finish()?.into_inner())
}

#[test]
fn actions_go_out_as_a_table() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let out = terminal.at("actions.csv").display().to_string();
    terminal.runs(&["export", &file, "actions", "-o", &out, "--period", "2025Q3"])?;
    let mut table = csv::Reader::from_path(&out)?;
    let head = table.headers()?.clone();
    let place = |name: &str| {
        head.iter()
            .position(|one| one == name)
            .ok_or(format!("{name} in {head:?}"))
    };
    let lines = table.records().collect::<std::result::Result<Vec<_>, _>>()?;
    assert_eq!(lines.len(), 1);
    let of = |name: &str| Ok::<String, String>(lines[0][place(name)?].to_owned());
    assert_eq!(of("Action")?, "A list, of who is free; in full");
    assert_eq!(of("Who")?, "Sasha Brandt");
    assert_eq!(of("Side")?, "Sales");
    assert_eq!(of("Due")?, "2090-01-31");
    assert_eq!(of("Done on")?, "");
    assert_eq!(of("How it stands")?, "Open");
    let refusal = terminal.refuses(&[
        "export",
        &file,
        "actions",
        "-o",
        "actions.pdf",
        "--period",
        "2025Q3",
    ])?;
    assert_eq!(refusal["hint"], "Let the name end in .csv.");
    Ok(())
}

/// Reads a calendar as RFC 5545 says: folded lines joined, then the properties of each event.
fn events(calendar: &str) -> Vec<Vec<(String, String)>> {
    let lines = calendar.replace("\r\n ", "");
    let mut events = Vec::new();
    for line in lines.split("\r\n") {
        match line.split_once(':') {
            Some(("BEGIN", "VEVENT")) => events.push(Vec::new()),
            Some((name, value)) => {
                if let Some(event) = events.last_mut() {
                    event.push((name.to_owned(), value.to_owned()));
                }
            }
            None => assert_eq!(line, ""),
        }
    }
    events
}

#[test]
fn dates_of_reviews_keep_their_ids_so_that_a_second_import_moves_them() -> Result {
    let terminal = reviewed()?;
    let file = terminal.file();
    let written = |name: &str| -> Result<_> {
        let out = terminal.at(name).display().to_string();
        terminal.runs(&["export", &file, "dates", "-o", &out])?;
        Ok(events(&fs::read_to_string(out)?))
    };
    let of = |event: &[(String, String)], key: &str| {
        let found = event.iter().find(|(name, _)| name.split(';').next() == Some(key));
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let before = written("first.ics")?;
    let summaries: Vec<_> = before.iter().map(|event| of(event, "SUMMARY")).collect();
    assert_eq!(
        summaries,
        [
            "Review of Q1 FY25\\, Northwind Medical",
            "Review of Q2 FY25\\, Northwind Medical",
            "Review of Q4 FY25\\, Northwind Medical",
            "A list\\, of who is free\\; in full (Sasha Brandt)",
        ]
    );
    let list = terminal.answers(&["call", &file, "list_reviews", "{}"])?;
    let years = list["years"].as_array().cloned().unwrap_or_default();
    let fourth = years
        .iter()
        .filter_map(|year| year["reviews"].as_array())
        .flatten()
        .find(|line| line["label"] == "Q4 FY25")
        .ok_or("the fourth")?;
    let moved = json!({ "id": fourth["review"]["id"], "change": { "held_on": "2026-02-02" } });
    terminal.answers(&[
        "--as",
        "Mika Olsen",
        "call",
        &file,
        "edit_review",
        &moved.to_string(),
    ])?;
    let after = written("second.ics")?;
    let ids = |events: &[Vec<(String, String)>]| -> Vec<String> {
        events.iter().map(|event| of(event, "UID")).collect()
    };
    let moved_ones = |events: &[Vec<(String, String)>]| {
        let found = events
            .iter()
            .find(|event| of(event, "SUMMARY").contains("Q4 FY25"));
        found.map(|event| (of(event, "DTSTART"), of(event, "SEQUENCE")))
    };
    let mut sorted = [ids(&before), ids(&after)];
    sorted.iter_mut().for_each(|ids| ids.sort());
    assert_eq!(sorted[0], sorted[1], "the same events");
    let (first, second) = (moved_ones(&before), moved_ones(&after));
    assert_eq!(second.as_ref().map(|(day, _)| day.as_str()), Some("20260202"));
    let sequence = |one: Option<(String, String)>| one.and_then(|(_, count)| count.parse::<u32>().ok());
    assert!(sequence(first) < sequence(second));
    Ok(())
}

#[test]
fn the_year_in_short_says_what_waits() -> Result {
    let terminal = reviewed()?;
    let told = terminal.runs(&["report", &terminal.file()])?;
    for words in [
        "Where we stand, Northwind Medical",
        "Hold the review of Q4 FY25",
        "Sign the review of Q3 FY25",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let json = terminal.answers(&["report", &terminal.file()])?;
    assert!(
        json["waiting"]
            .as_array()
            .is_some_and(|waiting| !waiting.is_empty())
    );
    Ok(())
}
