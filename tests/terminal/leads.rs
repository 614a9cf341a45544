//! Exported leads from a terminal: taken in, listed, counted, written out.

use super::*;

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
        funnel.contains("(missing)") && funnel.contains("50% of 2 *"),
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
    let by_mistake: [(&str, &[&str], &str); 4] = [
        (
            "plan",
            &["--year", "2027", "--by", "source"],
            "A plan has no --by.",
        ),
        ("funnel", &["--year", "2027"], "A funnel has no --year."),
        ("definition", &["--by", "source"], "A definition has no --by."),
        (
            "definition",
            &["--from", "2026-03-01"],
            "A definition has no --from.",
        ),
    ];
    for (document, options, said) in by_mistake {
        let refused =
            terminal.refuses(&[&["export", &file, document, "-o", "out.json"], options].concat())?;
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
        "File,Row,Column,Value,Why not\r\nleads.csv,42,Created Date,'=soon,This is not a date.\r\n"
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

#[test]
fn the_sheets_of_a_workbook_are_taken_in_and_what_is_left_out_is_named() -> Result {
    let terminal = Terminal::with_workspace()?;
    let file = terminal.file();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [
        ("2025", &["1\tWeb\t2025-01-10", "2\tFair\t2025-02-11"][..]),
        ("2026", &["3\tWeb\t2026-01-10"][..]),
        ("Old", &["4\tWeb\t2020-01-10"][..]),
    ] {
        let sheet = book.add_worksheet().set_name(name)?;
        let lines = ["Lead ID\tLead Source\tCreated Date"].iter().chain(rows);
        for (row, line) in (0..).zip(lines) {
            for (column, cell) in (0..).zip(line.split('\t')) {
                sheet.write(row, column, cell)?;
            }
        }
        sheet.set_hidden(name == "Old");
    }
    let notes = book.add_worksheet().set_name("Notes")?;
    for (row, line) in (0..).zip(["Colour", "green", "blue"]) {
        notes.write(row, 0, line)?;
    }
    book.save(terminal.at("leads.xlsx"))?;
    let reports = terminal.answers(&["import", &file, "leads.xlsx"])?;
    let added: Vec<(&Value, &Value)> = reports
        .as_array()
        .into_iter()
        .flatten()
        .map(|report| (&report["file_name"], &report["added"]))
        .collect();
    assert_eq!(
        added,
        [
            (&json!("leads.xlsx"), &json!(2)),
            (&json!("leads.xlsx (2026)"), &json!(1))
        ],
        "a hidden sheet is not taken in unasked"
    );
    let notes = reports[1]["notes"].to_string();
    assert!(notes.contains("leads.xlsx (Notes) was left out"), "{notes}");
    assert!(notes.contains("leads.xlsx (Old) is hidden"), "{notes}");
    let one = terminal.answers(&["import", &file, "leads.xlsx", "--sheet", "Old", "--preview"])?;
    assert_eq!(
        (one.as_array().map(Vec::len), &one[0]["added"]),
        (Some(1), &json!(1))
    );
    Ok(())
}
