//! Rows that a spreadsheet does not show count like the others, and the report says how many they are.

use rust_xlsxwriter::Workbook;

use super::*;

#[test]
fn hidden_rows_are_counted_and_named() {
    for (hidden, said) in [
        (vec![], None),
        (vec![2], Some("One row is hidden in the spreadsheet")),
        (vec![1, 3], Some("2 rows are hidden in the spreadsheet")),
    ] {
        let mut story = Story::new();
        let path = story.folder().join("leads.xlsx");
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Cover & more").expect("a name");
        let sheet = book.add_worksheet();
        let header = ["Lead ID", "Last Name", "Lead Source", "Created Date"];
        for (column, name) in (0..).zip(header) {
            sheet.write_string(0, column, name).expect("a cell");
        }
        for row in 1..=4_u32 {
            let cells = [
                row.to_string(),
                format!("N{row}"),
                "Web".into(),
                format!("2026-01-1{row}"),
            ];
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).expect("a cell");
            }
        }
        for row in hidden {
            sheet.set_row_hidden(row).expect("a hidden row");
        }
        book.save(&path).expect("a workbook");
        let reader = program("lockstep-cli").expect("the reader is built");
        let file = DataFile::new(&path, Default::default()).read_by(ReadBy::Child(Some(reader)));
        let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
        let proposed = story
            .workspace
            .propose_import(&surveyed, None)
            .expect("recognised");
        let report = story
            .workspace
            .import(&file, &surveyed, &proposed, &mut |_, _| true)
            .expect("it is imported");
        assert_eq!(report.added, 4);
        let notes: Vec<&String> = report
            .notes
            .iter()
            .filter(|note| note.contains("hidden"))
            .collect();
        assert_eq!(notes.len(), usize::from(said.is_some()), "{notes:?}");
        assert!(said.is_none_or(|said| notes[0].starts_with(said)), "{notes:?}");
        let _ = story.call("list_leads", json!({}));
    }
}
