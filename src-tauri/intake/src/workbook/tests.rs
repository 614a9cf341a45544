use proptest::prelude::*;

use self::book::{Book, open, row};
use super::*;
use crate::records::{Reading, Records};
use crate::survey::{ColumnKind, survey};

mod book;

fn refusal(bytes: Vec<u8>) -> String {
    open(bytes)
        .err()
        .map_or("was read".into(), |trouble| trouble.message)
}

fn all(records: &mut Records) -> Result<Vec<(u64, Vec<String>, bool)>, Trouble> {
    let width = records.header().len();
    let mut rows = Vec::new();
    let mut row = Row::default();
    while records.next(&mut row)? {
        let cells = (0..width).map(|column| row.get(column).to_string()).collect();
        rows.push((row.number, cells, row.complaint.is_some()));
    }
    Ok(rows)
}

fn texts(rows: &[(u64, Vec<String>, bool)]) -> Vec<Vec<&str>> {
    rows.iter()
        .map(|(_, cells, _)| cells.iter().map(String::as_str).collect())
        .collect()
}

#[test]
fn a_sheet_is_read_with_the_rows_numbers_that_it_shows() -> Result<(), Trouble> {
    let sheet = [
        row(3, &["Name", "City"]),
        row(4, &["Ada", " Rome "]),
        row(7, &["Bob"]),
    ]
    .concat();
    let mut records = Book::of(&[("Leads", &sheet)]).open()?;
    assert_eq!(records.header(), ["Name", "City"]);
    let rows = all(&mut records)?;
    assert_eq!(texts(&rows), [["Ada", "Rome"], ["Bob", ""]]);
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [4, 7]);
    Ok(())
}

#[test]
fn days_come_as_their_iso_text_in_both_calendars() -> Result<(), Trouble> {
    let sheet = format!(
        "{}{}",
        row(1, &["Day", "Moment", "Odd"]),
        r#"<row r="2"><c r="A2" s="1"><v>44214</v></c><c r="B2" s="2"><v>44214.5</v></c><c r="C2" s="1"><v>99999999</v></c></row>
           <row r="3"><c r="A3" s="1"><v>60</v></c><c r="B3" s="1"><v>-1</v></c><c r="C3" t="d"><v>2021-01-18T00:00:00</v></c></row>"#
    );
    let mut records = Book::of(&[("S", &sheet)]).open()?;
    assert_eq!(
        texts(&all(&mut records)?),
        [
            ["2021-01-18", "2021-01-18 12:00:00", "99999999"],
            // Spreadsheets believe in the 29th of February 1900; as a day it will not be read.
            ["1900-02-29", "-1", "2021-01-18T00:00:00"],
        ]
    );
    let mut records = Book::with_epoch(&[("S", &sheet)], r#"<workbookPr date1904="1"/>"#).open()?;
    assert_eq!(
        all(&mut records)?
            .first()
            .and_then(|row| row.1.first().cloned())
            .as_deref(),
        Some("2025-01-19")
    );
    Ok(())
}

#[test]
fn values_come_as_they_are_shown_and_formulas_as_their_results() -> Result<(), Trouble> {
    let sheet = format!(
        "{}{}",
        row(1, &["Rate", "Value", "Yes", "Sum", "Bad", "Text"]),
        r#"<row r="2"><c r="A2" s="3"><v>0.07</v></c><c r="B2" s="4"><v>1234.5</v></c><c r="C2" t="b"><v>1</v></c>
           <c r="D2"><f>1+HYPERLINK("http://x")</f><v>3</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2" t="str"><f>cmd|' /C calc'!A0</f><v>=1+1</v></c></row>"#
    );
    let mut records = Book::of(&[("S", &sheet)]).open()?;
    let looked = survey(&mut records, &mut |_, _| true)?;
    let kinds: Vec<_> = looked
        .columns
        .iter()
        .map(|column| (column.kind, column.samples.concat()))
        .collect();
    assert_eq!(
        kinds,
        [
            (ColumnKind::Percent, "7%".to_string()),
            (ColumnKind::Money, "€1234.5".into()),
            (ColumnKind::YesNo, "TRUE".into()),
            (ColumnKind::WholeNumber, "3".into()),
            (ColumnKind::Empty, String::new()),
            (ColumnKind::Text, "=1+1".into()),
        ]
    );
    Ok(())
}

#[test]
fn the_first_visible_sheet_with_text_is_read_unless_one_is_named() -> Result<(), Trouble> {
    let book = Book::of(&[
        ("~Lists", &row(1, &["Hidden"])),
        ("Cover", ""),
        ("Leads", &row(1, &["Name"])),
        ("Deals", &row(1, &["Deal"])),
    ]);
    let records = book.open()?;
    assert_eq!(records.header(), ["Name"]);
    assert!(
        matches!(records.how(), HowRead::Workbook { sheet, sheets, .. } if sheet == "Leads" && sheets.len() == 4)
    );
    let bytes = book.bytes().map_err(|error| Trouble::new(error.to_string()))?;
    let reading = |sheet: &str| Reading {
        sheet: Some(sheet.into()),
        ..Reading::default()
    };
    assert_eq!(
        Records::of_bytes(bytes.clone(), &reading("Deals"))?.header(),
        ["Deal"]
    );
    let missing = Records::of_bytes(bytes, &reading("Costs")).err();
    assert!(missing.is_some_and(|trouble| trouble.hint.is_some_and(|hint| hint.contains("Leads, Deals"))));
    assert_eq!(
        Book::of(&[("Empty", "")]).refusal(),
        "This workbook has no sheet with text."
    );
    Ok(())
}

#[test]
fn the_last_cell_that_a_sheet_can_have_is_survived() -> Result<(), Trouble> {
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let mut records = Book::of(&[(
        "S",
        &format!("{}{}{far}", row(1, &["A", "B"]), row(2, &["x", "y"])),
    )])
    .open()?;
    assert_eq!(records.header(), ["A", "B"]);
    let rows = all(&mut records)?;
    assert_eq!(
        rows.iter().map(|row| (row.0, row.2)).collect::<Vec<_>>(),
        [(2, false), (1_048_576, true)]
    );
    let beyond = r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#;
    assert_eq!(Book::of(&[("S", beyond)]).refusal(), container::damaged().message);
    Ok(())
}

#[test]
fn a_filled_column_beside_the_last_name_belongs_to_the_table() -> Result<(), Trouble> {
    let sheet = [
        row(1, &["A", "B"]),
        row(2, &["1", "2", "3"]),
        row(3, &["1", "2", "", "", "5"]),
    ]
    .concat();
    let mut records = Book::of(&[("S", &sheet)]).open()?;
    assert_eq!(records.header(), ["A", "B", "Column 3"]);
    assert_eq!(
        all(&mut records)?.iter().map(|row| row.2).collect::<Vec<_>>(),
        [false, true]
    );
    Ok(())
}

#[test]
fn only_filled_cells_count_towards_the_limit() -> Result<(), Trouble> {
    let header = row(1, &["A"]);
    let mut empty = header.clone();
    let mut filled = header;
    for number in 2_u32..=250_001 {
        empty.push_str(&format!(
            r#"<row r="{number}"><c r="A{number}"/><c/><c/><c/></row>"#
        ));
        filled.push_str(&format!(r#"<row r="{number}">"#));
        for (column, value) in ["A", "B", "C", "D"]
            .iter()
            .zip([number * 7, number * 31, number, number * 3])
        {
            filled.push_str(&format!(r#"<c r="{column}{number}"><v>{value}</v></c>"#));
        }
        filled.push_str("</row>");
    }
    assert!(Book::of(&[("S", &empty)]).open().is_ok());
    assert_eq!(
        Book::of(&[("S", &filled)]).refusal(),
        "This sheet has more than 1,000,000 filled cells."
    );
    Ok(())
}

#[test]
fn a_text_shared_by_many_cells_is_kept_once() -> Result<(), Trouble> {
    let text = "x".repeat(30_000);
    let mut rows = row(1, &["A"]);
    for number in 2..50_000 {
        rows.push_str(&format!(
            r#"<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>"#
        ));
    }
    let book = Book::of(&[("S", &rows)]).part(
        "xl/sharedStrings.xml",
        format!("<sst><si><t>{text}</t></si></sst>"),
    );
    let mut records = book.open()?;
    assert_eq!(all(&mut records)?.len(), 49_998);
    Ok(())
}

#[test]
fn too_long_a_cell_spoils_its_row_only() -> Result<(), Trouble> {
    let long = "x".repeat(40_000);
    let mut records =
        Book::of(&[("S", &[row(1, &["A"]), row(2, &[&long]), row(3, &["ok"])].concat())]).open()?;
    assert_eq!(
        all(&mut records)?.iter().map(|row| row.2).collect::<Vec<_>>(),
        [true, false]
    );
    Ok(())
}

#[test]
fn what_unpacks_to_too_much_is_refused_while_it_is_counted() {
    let zeros = "0".repeat(60_000_000);
    let bomb = Book::of(&[("S", &row(1, &["A"]))]).part("xl/media/a.png", zeros);
    assert_eq!(
        bomb.refusal(),
        "Unpacked, this workbook is larger than it may be."
    );
    let formats = "<xf/>".repeat(300_000);
    let styles = Book::of(&[("S", &row(1, &["A"]))]).part("xl/other/styles.xml", formats);
    assert_eq!(
        styles.refusal(),
        "Unpacked, this workbook is larger than it may be."
    );
}

#[test]
fn too_many_parts_are_refused_before_they_are_listed() {
    let mut book = Book::of(&[("S", &row(1, &["A"]))]);
    for number in 0..2_100 {
        book = book.part(format!("x/{number}"), "");
    }
    assert_eq!(book.refusal(), "This workbook consists of more than 2000 parts.");
}

#[test]
fn lying_sizes_are_not_believed() -> zip::result::ZipResult<()> {
    let strings = r#"<sst uniqueCount="99999999999999"><si><t>a</t></si></sst>"#;
    let lying = Book::of(&[("S", &row(1, &["A"]))]).part("xl/sharedStrings.xml", strings);
    assert_eq!(lying.refusal(), container::damaged().message);
    // The table of contents says that each part unpacks to one byte.
    let mut bytes = Book::of(&[("S", &row(1, &["A"]))]).bytes()?;
    let entries: Vec<usize> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
    for at in entries {
        if let Some(size) = bytes.get_mut(at + 24..at + 28) {
            size.copy_from_slice(&[1, 0, 0, 0]);
        }
    }
    let _ = refusal(bytes);
    Ok(())
}

#[test]
fn definitions_in_markup_are_refused() {
    let xxe = r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>"#;
    let padded = format!("<!--{}-->{xxe}", " ".repeat(65_530));
    for markup in [xxe, padded.as_str()] {
        let book = Book::of(&[("S", &row(1, &["A"]))]).part("xl/sharedStrings.xml", markup);
        assert!(book.refusal().contains("DOCTYPE"));
    }
}

#[test]
fn macros_and_odd_names_inside_do_nothing() -> Result<(), Trouble> {
    let book = Book::of(&[("S", &row(1, &["A"]))])
        .part("xl/vbaProject.bin", "Sub AutoOpen()")
        .part("../../escape.txt", "x")
        .part("/etc/absolute", "x")
        .part("C:\\windows\\x", "x")
        .part("CON", "x")
        .part("n".repeat(300), "x");
    assert_eq!(book.open()?.header(), ["A"]);
    assert!(!std::path::Path::new("../../escape.txt").exists());
    Ok(())
}

#[test]
fn cut_and_damaged_workbooks_are_told() -> zip::result::ZipResult<()> {
    let whole = Book::of(&[("S", &row(1, &["A"]))]).bytes()?;
    for cut in [10, whole.len() / 2, whole.len() - 1] {
        let bytes = whole.get(..cut).unwrap_or_default().to_vec();
        assert_eq!(refusal(bytes), container::damaged().message, "{cut}");
    }
    let mut bad = whole;
    if let Some(byte) = bad.get_mut(60) {
        *byte ^= 0x55;
    }
    assert_eq!(refusal(bad), container::damaged().message);
    Ok(())
}

#[test]
fn other_containers_are_told_apart() -> zip::result::ZipResult<()> {
    let book = |name: &str| Book {
        parts: vec![(name.to_string(), "x".to_string())],
    };
    assert_eq!(
        book("leads.csv").refusal(),
        "This is a packed folder and no workbook."
    );
    assert_eq!(
        book("content.xml").refusal(),
        "This is an OpenDocument file, whatever its name ends with."
    );
    assert_eq!(
        book("word/document.xml").refusal(),
        "This is a text document, whatever its name ends with."
    );
    let mut password = Book::of(&[("S", &row(1, &["A"]))]).bytes()?;
    for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let places: Vec<usize> = memchr::memmem::find_iter(&password, mark).collect();
        let flags = if mark.ends_with(b"\x04") { 6 } else { 8 };
        for at in places {
            if let Some(flag) = password.get_mut(at + flags) {
                *flag |= 1;
            }
        }
    }
    assert_eq!(refusal(password), "This workbook is protected with a password.");
    let mut encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    encrypted.resize(9_000, 0);
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(encrypted), "This workbook is protected with a password.");
    Ok(())
}

proptest! {
    #[test]
    fn no_damage_to_a_workbook_makes_it_fall_over(place in 0_usize..4_000, value in any::<u8>(), rows in "[<>/a-z0-9 =\"]{0,80}") {
        let sheet = [row(1, &["A", "B"]), row(2, &["x", "y"]), rows].concat();
        let mut bytes = Book::of(&[("S", &sheet)]).bytes().unwrap_or_default();
        let length = bytes.len().max(1);
        if let Some(byte) = bytes.get_mut(place % length) {
            *byte = value;
        }
        if let Ok(mut records) = open(bytes) {
            let _ = survey(&mut records, &mut |_, _| true);
        }
    }
}
