use crate::records::{HowRead, Reading, Records, Row};
use crate::trouble::{RowTrouble, Trouble};

mod pieces;

/// A table as it came in: names, the cells of the usable rows with their numbers, and the troubles.
#[derive(Debug, PartialEq)]
struct Came {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
    troubles: Vec<RowTrouble>,
    how: HowRead,
}

fn drain(mut records: Records) -> Result<Came, Trouble> {
    let mut came = Came {
        header: records.header().to_vec(),
        rows: Vec::new(),
        troubles: Vec::new(),
        how: records.how().clone(),
    };
    let mut row = Row::default();
    while records.next(&mut row)? {
        match row.complaint.take() {
            Some(complaint) => came.troubles.push(complaint),
            None => came.rows.push((
                row.number,
                (0..came.header.len()).map(|i| row.get(i).to_string()).collect(),
            )),
        }
    }
    Ok(came)
}

fn come(bytes: impl Into<Vec<u8>>) -> Result<Came, Trouble> {
    drain(Records::of_bytes(bytes.into(), &Reading::default())?)
}

fn cells(came: &Came) -> Vec<Vec<&str>> {
    came.rows
        .iter()
        .map(|(_, cells)| cells.iter().map(String::as_str).collect())
        .collect()
}

fn encoding(came: &Came) -> &str {
    match &came.how {
        HowRead::Delimited { encoding, .. } => encoding,
        HowRead::Workbook { .. } => "",
    }
}

fn refusal(bytes: impl Into<Vec<u8>>) -> String {
    match come(bytes) {
        Ok(came) => format!("read, with {} columns", came.header.len()),
        Err(trouble) => trouble.message,
    }
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    mark.encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for bytes in ["", "\n\r\n", "\u{feff}", ",,,\n,,\n", "  \n"] {
        assert_eq!(refusal(bytes), "This file is empty.", "{bytes:?}");
    }
}

#[test]
fn a_header_alone_is_a_table_without_rows() -> Result<(), Trouble> {
    for text in ["Name,Email", "Name,Email\r\n", "\n\nName,Email\n\n"] {
        let came = come(text)?;
        assert_eq!(came.header, ["Name", "Email"]);
        assert!(came.rows.is_empty());
    }
    Ok(())
}

#[test]
fn utf_8_and_utf_16_are_read_with_and_without_a_mark() -> Result<(), Trouble> {
    let text = "Name;Stadt\nJörg;Köln\nŁukasz;Łódź\n";
    let marked = format!("\u{feff}{text}").into_bytes();
    for (bytes, expected) in [
        (text.as_bytes().to_vec(), "utf-8"),
        (marked, "utf-8"),
        (utf16(text, false, true), "utf-16le"),
        (utf16(text, true, true), "utf-16be"),
        (utf16(text, false, false), "utf-16le"),
        (utf16(text, true, false), "utf-16be"),
    ] {
        let came = come(bytes)?;
        assert_eq!(encoding(&came), expected);
        assert_eq!(came.header, ["Name", "Stadt"]);
        assert_eq!(cells(&came), [["Jörg", "Köln"], ["Łukasz", "Łódź"]]);
        assert_eq!(came.troubles, []);
    }
    Ok(())
}

#[test]
fn windows_1252_is_recognised_even_when_its_first_umlaut_comes_late() -> Result<(), Trouble> {
    let mut bytes = b"Name,City\n".to_vec();
    for _ in 0..40_000 {
        bytes.extend_from_slice(b"Smith,Boston\n");
    }
    bytes.extend_from_slice(b"J\xf6rg M\xfcller,K\xf6ln \x80 5\n");
    let came = come(bytes)?;
    assert_eq!(encoding(&came), "windows-1252");
    assert_eq!(
        cells(&came).last().map(Vec::as_slice),
        Some(&["Jörg Müller", "Köln € 5"][..])
    );
    Ok(())
}

#[test]
fn short_files_of_many_languages_are_recognised() -> Result<(), Trouble> {
    for (text, name) in [
        ("Name\nBjörk\n", "windows-1252"),
        ("Nom,Note\nRenée,été\n", "windows-1252"),
        ("Name,Note\nAnn,“ok” – it’s 10 €\n", "windows-1252"),
        ("Namn,Stad\nÅsa Öberg,Malmö\nSøren,Ærø\n", "windows-1252"),
        (
            "Imię,Miasto\nŁukasz Żółć,Łódź\nMałgorzata,Gdańsk\n",
            "windows-1250",
        ),
        ("Имя,Город\nИван,Москва\nПётр,Казань\n", "windows-1251"),
        ("名前,都市\n山田太郎,東京都\n鈴木一郎,大阪府\n", "shift_jis"),
    ] {
        let known = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        let came = come(known.encode(text).0.into_owned())?;
        assert_eq!(encoding(&came), name, "{text}");
        assert_eq!(Some(came.header.join(",")).as_deref(), text.lines().next());
    }
    Ok(())
}

#[test]
fn a_given_encoding_and_delimiter_win_over_the_guess() -> Result<(), Trouble> {
    let reading = Reading {
        delimiter: Some('|'),
        encoding: Some("iso-8859-2".into()),
        ..Reading::default()
    };
    let came = drain(Records::of_bytes(
        b"Name,x|City\n\xa3,1|\xa3\xf3d\xbc\n".to_vec(),
        &reading,
    )?)?;
    assert_eq!(came.header, ["Name,x", "City"]);
    assert_eq!(cells(&came), [["Ł,1", "Łódź"]]);
    let unknown = Reading {
        encoding: Some("klingon".into()),
        ..Reading::default()
    };
    assert!(Records::of_bytes(b"a\n".to_vec(), &unknown).is_err());
    let impossible = Reading {
        delimiter: Some('"'),
        ..Reading::default()
    };
    assert!(Records::of_bytes(b"a\n".to_vec(), &impossible).is_err());
    Ok(())
}

#[test]
fn broken_letters_spoil_their_row_only() -> Result<(), Trouble> {
    let came = come(
        b"Name,City\nJ\xc3\xb6rg,K\xc3\xb6ln\nM\xfcller,Bonn\nAnn\xc3,\xa9Berne\nZo\xc3\xab,Li\xc3\xa8ge\n"
            .to_vec(),
    )?;
    assert_eq!(cells(&came), [["Jörg", "Köln"], ["Zoë", "Liège"]]);
    let found: Vec<_> = came
        .troubles
        .iter()
        .map(|trouble| (trouble.row, trouble.column))
        .collect();
    assert_eq!(found, [(3, Some(0)), (4, Some(0))]);
    assert!(
        came.troubles
            .iter()
            .all(|trouble| trouble.reason.contains("UTF-8"))
    );
    Ok(())
}

#[test]
fn lone_halves_of_utf_16_spoil_their_row_only() -> Result<(), Trouble> {
    let mut bytes = utf16("Name,City\nAda,", false, true);
    bytes.extend_from_slice(&[0x00, 0xd8]);
    bytes.extend(utf16("\nBob,Rome\n", false, false));
    let came = come(bytes)?;
    assert_eq!(cells(&came), [["Bob", "Rome"]]);
    assert_eq!(came.troubles.len(), 1);
    Ok(())
}

#[test]
fn zero_bytes_spoil_their_row_and_a_file_full_of_them_is_no_text() -> Result<(), Trouble> {
    let came = come("Name,City\nAda,Ro\0me\nBob,Rome\n")?;
    assert_eq!(cells(&came), [["Bob", "Rome"]]);
    assert_eq!(came.troubles.first().and_then(|trouble| trouble.column), Some(1));
    assert_eq!(refusal(vec![0; 5_000]), "This file holds no text.");
    Ok(())
}

#[test]
fn every_kind_of_line_end_ends_a_line() -> Result<(), Trouble> {
    for text in ["A,B\r1,2\r3,4\r", "A,B\r\n1,2\r\n3,4", "A,B\n1,2\r\n3,4\r"] {
        assert_eq!(cells(&come(text)?), [["1", "2"], ["3", "4"]], "{text:?}");
    }
    Ok(())
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() -> Result<(), Trouble> {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "Name,Note", "", "Ada,\"two", "lines\"", ",,", "Bob,x", ""].join(end);
        let came = come(text)?;
        let numbers: Vec<u64> = came.rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [4, 6], "{end:?}");
    }
    Ok(())
}

#[test]
fn a_quote_that_is_never_closed_is_told_with_the_row_where_it_began() {
    let trouble = come("Name,Note\nAda,x\nBob,\"open\nCy,y\nDee,z\n").err();
    assert_eq!(trouble.as_ref().and_then(|trouble| trouble.row), Some(3));
    assert!(
        trouble.is_some_and(|trouble| trouble.message.contains("never closed") && trouble.hint.is_some())
    );
    // Closed at the very end of the file, it is none.
    assert!(come("Name\n\"Ada\"").is_ok());
}

#[test]
fn quotes_hold_delimiters_line_ends_and_doubled_quotes() -> Result<(), Trouble> {
    let came = come("Name,Note\n\"Ada, \"\"the\"\" first\",\"a\nb\"\n")?;
    assert_eq!(cells(&came), [["Ada, \"the\" first", "a\nb"]]);
    Ok(())
}

#[test]
fn missing_cells_are_empty_and_cells_beyond_the_names_are_told() -> Result<(), Trouble> {
    let came = come("A,B,C\n1\n1,2,3,,,\n1,2,3,4\n5,6,7\n")?;
    assert_eq!(cells(&came), [["1", "", ""], ["1", "2", "3"], ["5", "6", "7"]]);
    assert_eq!(came.troubles.len(), 1);
    let trouble = came.troubles.first();
    assert_eq!(
        trouble.map(|trouble| (trouble.row, trouble.column)),
        Some((4, Some(3)))
    );
    assert_eq!(trouble.map(|trouble| trouble.value.as_str()), Some("4"));
    Ok(())
}

#[test]
fn names_of_columns_are_never_blank_and_never_twice() -> Result<(), Trouble> {
    let came = come("Name,,name, Name ,Name (2),\nx,y,z,a,b,c\n")?;
    assert_eq!(
        came.header,
        [
            "Name",
            "Column 2",
            "name (2)",
            "Name (3)",
            "Name (2) (2)",
            "Column 6"
        ]
    );
    assert_eq!(cells(&came), [["x", "y", "z", "a", "b", "c"]]);
    Ok(())
}

#[test]
fn titles_above_the_table_do_not_hide_the_delimiter() -> Result<(), Trouble> {
    for title in [
        "Webinar Report 2026",
        "Leads, Messe und Webinar",
        "Leads;;;;",
        "Report\n\nErstellt am 12.03.2026",
    ] {
        let came = come(format!(
            "{title}\nLead-Nr;Name;Quelle;Datum;Wert\n1;Ada;Web;12.03.2026;1.500,00\n2;Ben;Messe;13.03.2026;2.500,00\n"
        ))?;
        assert_eq!(
            came.header,
            ["Lead-Nr", "Name", "Quelle", "Datum", "Wert"],
            "{title}"
        );
        assert_eq!(came.rows.len(), 2, "{title}");
    }
    Ok(())
}

#[test]
fn the_delimiter_is_told_from_the_rows() -> Result<(), Trouble> {
    for (text, expected) in [
        ("A;B;C\n1,5;2,5;x\n3,5;4,5;y\n", ';'),
        ("A\tB\n1,5\t2;3\n", '\t'),
        ("A|B\n\"x|y\"|2\n", '|'),
        ("Name,Tags\nAda,a;b\nBob,c;d\nCy,e;f\n", ','),
        ("A,B\n\"1;2;3\",x\n\"4;5;6\",y\n", ','),
        ("sep=;\nA;B\n1,2;3,4\n", ';'),
        ("Name\nAda\n", ','),
    ] {
        let came = come(text)?;
        assert!(
            matches!(came.how, HowRead::Delimited { delimiter, .. } if delimiter == expected),
            "{text:?} {:?}",
            came.how
        );
        assert!(came.troubles.is_empty(), "{text:?}");
    }
    Ok(())
}

#[test]
fn a_huge_field_spoils_its_row_in_little_memory() -> Result<(), Trouble> {
    let mut bytes = b"Name,Note\nAda,".to_vec();
    bytes.resize(bytes.len() + 100_000_000, b'x');
    bytes.extend_from_slice(b"\nBob,y\n");
    let mut records = Records::of_bytes(bytes, &Reading::default())?;
    let mut row = Row::default();
    assert!(records.next(&mut row)?);
    let complaint = row.complaint.take();
    assert_eq!(
        complaint.as_ref().map(|trouble| (trouble.row, trouble.column)),
        Some((2, Some(1)))
    );
    assert!(complaint.is_some_and(|trouble| trouble.value.len() < 100));
    assert!(row.text.capacity() <= 2 * crate::limits::ROW_BYTES);
    assert!(records.next(&mut row)?);
    assert_eq!((row.number, row.get(0), row.get(1)), (3, "Bob", "y"));
    Ok(())
}

#[test]
fn a_cell_may_hold_as_many_characters_as_in_a_spreadsheet() -> Result<(), Trouble> {
    let most = "ö".repeat(32_767);
    let came = come(format!("A,B\n{most},1\n{most}ö,2\n"))?;
    assert_eq!(came.rows.len(), 1);
    assert_eq!(
        came.troubles.first().map(|trouble| (trouble.row, trouble.column)),
        Some((3, Some(0)))
    );
    Ok(())
}

#[test]
fn twenty_thousand_columns_are_refused_and_sixteen_thousand_are_read() -> Result<(), Trouble> {
    let wide = |columns: usize| vec!["x"; columns].join(",");
    assert_eq!(refusal(wide(20_000)), "Row 1 has more than 16384 columns.");
    assert_eq!(come(wide(16_384))?.header.len(), 16_384);
    Ok(())
}

#[test]
fn the_apostrophe_of_our_own_exports_goes_and_every_other_stays() -> Result<(), Trouble> {
    let came = come("A,B,C,D\n'=1+1,'+1,'-2,'@x\n'Ada,'',O'Brien,'\n")?;
    assert_eq!(
        cells(&came),
        [["=1+1", "+1", "-2", "@x"], ["'Ada", "''", "O'Brien", "'"]]
    );
    Ok(())
}

#[test]
fn our_own_export_edited_by_hand_is_read() -> Result<(), Trouble> {
    let came =
        come("\u{feff}Name,Note,Value\r\nAda,'=SUM(A1),12\r\n\r\nBob,\"'-5, edited\",13,,\nCy,'@home,\r\n")?;
    assert_eq!(
        cells(&came),
        [
            ["Ada", "=SUM(A1)", "12"],
            ["Bob", "-5, edited", "13"],
            ["Cy", "@home", ""]
        ]
    );
    assert!(came.troubles.is_empty());
    Ok(())
}

#[test]
fn text_that_would_run_elsewhere_is_only_text() -> Result<(), Trouble> {
    let came = come("A,B\n=cmd|' /C calc'!A0,<script>alert(1)</script>\n\u{202e}evil,javascript:alert(1)\n")?;
    assert_eq!(
        cells(&came),
        [
            ["=cmd|' /C calc'!A0", "<script>alert(1)</script>"],
            ["\u{202e}evil", "javascript:alert(1)"]
        ]
    );
    Ok(())
}

#[test]
fn other_files_named_csv_are_told_apart() {
    for (bytes, what) in [
        (&b"%PDF-1.7\n"[..], "This is a PDF document, not a table."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, not a table."),
        (
            b"  <html><table>",
            "This is a web page, whatever its name ends with.",
        ),
        (
            b"<?xml version=\"1.0\"?><Workbook>",
            "This is an XML file, whatever its name ends with.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "This is a workbook in the old .xls format, whatever its name ends with.",
        ),
    ] {
        assert_eq!(refusal(bytes), what);
    }
}

#[test]
fn a_stray_quote_swallows_no_rows() -> Result<(), Trouble> {
    let came = come(
        "Email,Company,Source,Day\n\
         a@x.example,\"Big Co,Web,2024-01-10\n\
         b@x.example,\"Third\" Ltd,Web,2024-01-11\n\
         c@x.example,Four,Web,2024-01-12\n",
    )?;
    assert_eq!(
        cells(&came),
        [
            ["a@x.example", "Big Co", "Web", "2024-01-10"],
            ["b@x.example", "Third Ltd", "Web", "2024-01-11"],
            ["c@x.example", "Four", "Web", "2024-01-12"],
        ]
    );
    let numbers: Vec<u64> = came.rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [2, 3, 4]);
    Ok(())
}

#[test]
fn a_note_of_several_lines_stays_one_cell_however_many_commas_it_has() -> Result<(), Trouble> {
    let came = come(
        "Email,Note,Source,Day\n\
         a@x.example,\"First, we spoke, at length\nthen, later, again, and again\nand, so, on\",Web,2024-01-10\n\
         b@x.example,Short,Web,2024-01-11\n",
    )?;
    assert_eq!(came.rows.len(), 2);
    let note = came.rows.first().and_then(|(_, cells)| cells.get(1));
    assert!(note.is_some_and(|note| note.contains("then, later")));
    Ok(())
}
