//! Tables as spreadsheets put them on the clipboard: rows of cells between tabs.

/// The most cells that a paste may hold.
const MOST_CELLS: usize = 100_000;

/// Reads tab-separated text into rows of trimmed cells; quoted cells may hold line breaks. Rows without any text are left
/// out, every kind of line end is understood.
///
/// # Errors
/// Says in a sentence why the text cannot be a table.
pub fn tab_separated(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = 0;
    for record in reader.records() {
        let record = record.map_err(|error| format!("This is not a table: {error}."))?;
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(format!(
                "This table has more than {MOST_CELLS} cells. Paste a smaller part."
            ));
        }
        let row: Vec<String> = record
            .iter()
            .map(|cell| {
                cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
                    .to_string()
            })
            .collect();
        if row.iter().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_spreadsheet_paste_becomes_rows() -> Result<(), String> {
        let rows = tab_separated("Metric\tTarget\tActual\r\nRevenue\t\"1,200\"\t 900\r\n\t\t\r\n")?;
        assert_eq!(
            rows,
            [["Metric", "Target", "Actual"], ["Revenue", "1,200", "900"]]
        );
        Ok(())
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fall_over(text in ".{0,400}") {
            if let Ok(rows) = tab_separated(&text) {
                prop_assert!(rows.iter().all(|row| row.iter().any(|cell| !cell.is_empty())));
            }
        }
    }
}
