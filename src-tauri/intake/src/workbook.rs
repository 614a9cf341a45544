//! Workbooks (XLSX): the filled cells of one sheet, as the text that a person would see.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::container::{self, damaged};
use crate::delimited::{TOO_LONG, is_too_long, trimmed_text};
use crate::encoding::Bytes;
use crate::limits;
use crate::records::{HowRead, Row};
use crate::trouble::Trouble;

mod hidden;
mod shown;

/// The filled cells of an open sheet, in the order of their rows.
pub(crate) struct Workbook {
    sheet: String,
    sheets: Vec<String>,
    hidden: Vec<String>,
    cells: Cells,
    /// The cell that is read next.
    at: usize,
    columns: Option<usize>,
    /// The rows that a spreadsheet does not show.
    hidden_rows: HashSet<u32>,
}

/// Filled cells and their texts, one behind the other.
#[derive(Default)]
struct Cells {
    text: String,
    cells: Vec<Cell>,
}

struct Cell {
    row: u32,
    column: u32,
    start: usize,
    end: usize,
    /// Whether it is a number there, and no text that looks like one.
    is_number: bool,
}

impl Workbook {
    pub(crate) fn open(bytes: Box<dyn Bytes>, size: u64, wanted: Option<&str>) -> Result<Workbook, Trouble> {
        if size > limits::WORKBOOK_BYTES {
            return Err(Trouble::new("This workbook is larger than 50 MB.")
                .hint("Save the sheet as CSV; there is no limit to its rows."));
        }
        let mut all = Vec::new();
        bytes
            .take(limits::WORKBOOK_BYTES + 1)
            .read_to_end(&mut all)
            .map_err(|error| Trouble::from_io(&error))?;
        if (all.len() as u64) < size {
            return Err(Trouble::changed_meanwhile());
        }
        container::check(&all)?;
        // The library is well tried, but a panic in it must not be ours.
        catch_unwind(AssertUnwindSafe(|| Workbook::load(&all, wanted))).unwrap_or_else(|_| Err(damaged()))
    }

    fn load(bytes: &[u8], wanted: Option<&str>) -> Result<Workbook, Trouble> {
        let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
        let (mut sheets, mut visible, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        let mut places = HashMap::new();
        for (place, sheet) in xlsx.sheets_metadata().iter().enumerate() {
            places.insert(sheet.name.clone(), place);
            if sheet.typ == SheetType::WorkSheet {
                sheets.push(sheet.name.clone());
                let shown = if sheet.visible == SheetVisible::Visible {
                    &mut visible
                } else {
                    &mut hidden
                };
                shown.push(sheet.name.clone());
            }
        }
        let candidates = match wanted {
            Some(wanted) if sheets.iter().any(|sheet| sheet == wanted) => vec![wanted.to_string()],
            Some(wanted) => {
                return Err(
                    Trouble::new(format!("This workbook has no sheet called \"{wanted}\".")).hint(format!(
                        "It has: {}.",
                        crate::trouble::shortened(&sheets.join(", "))
                    )),
                );
            }
            None => visible,
        };
        // The first sheet that people see and that holds a table; a cover sheet may stand before it. Where there is none, the
        // first that holds anything.
        let mut first = None;
        for sheet in candidates {
            let cells = Cells::read(&mut xlsx, &sheet)?;
            let found = cells.hold_a_table() || wanted.is_some();
            if found || (first.is_none() && !cells.cells.is_empty()) {
                first = Some((sheet, cells));
            }
            if found {
                break;
            }
        }
        if let Some((sheet, cells)) = first {
            let place = places.get(&sheet).copied();
            return Ok(Workbook {
                hidden_rows: place.map(|place| hidden::rows(bytes, place)).unwrap_or_default(),
                sheet,
                sheets,
                hidden,
                cells,
                at: 0,
                columns: None,
            });
        }
        Err(Trouble::new("This workbook has no sheet with text.").hint("Choose another file."))
    }

    pub(crate) fn how(&self) -> HowRead {
        HowRead::Workbook {
            sheet: self.sheet.clone(),
            sheets: self.sheets.clone(),
            hidden: self.hidden.clone(),
        }
    }

    pub(crate) fn expect_columns(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    /// The file is in memory when it is open; what is left is told in cells.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.at as u64, self.cells.cells.len() as u64)
    }

    /// Hands over the next row with text.
    pub(crate) fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        let rest = self.cells.cells.get(self.at..).unwrap_or_default();
        let Some(first) = rest.first() else {
            return Ok(false);
        };
        let cells = rest.iter().take_while(|cell| cell.row == first.row);
        row.clear(u64::from(first.row) + 1);
        row.is_hidden = self.hidden_rows.contains(&first.row);
        for cell in cells {
            self.at += 1;
            let column = cell.column as usize;
            let text = self.cells.text.get(cell.start..cell.end).unwrap_or_default();
            if self.columns.is_some_and(|columns| column >= columns) {
                row.complain_of(
                    Some(column),
                    text,
                    &Row::too_wide(self.columns.unwrap_or_default()),
                );
                continue;
            }
            while row.len() < column {
                row.push("");
            }
            // Of two cells in one place the first counts.
            if row.len() > column {
                continue;
            }
            if is_too_long(text) || row.text.len() + text.len() > limits::ROW_BYTES {
                row.push("");
                row.complain_of(Some(column), text, TOO_LONG);
            } else {
                row.push(text);
                if cell.is_number {
                    row.numbers.push(column);
                }
            }
        }
        if self.columns.is_none() {
            self.add_unnamed_neighbours(row);
        }
        Ok(true)
    }

    /// Columns right behind the last name that are filled further down belong to the table, though they have no name.
    fn add_unnamed_neighbours(&self, header: &mut Row) {
        let mut filled = vec![false; limits::COLUMNS];
        for cell in &self.cells.cells {
            if let Some(filled) = filled.get_mut(cell.column as usize) {
                *filled = true;
            }
        }
        while filled.get(header.len()).copied().unwrap_or_default() {
            header.push("");
        }
    }
}

impl Cells {
    /// Returns whether at least two rows have three cells or more.
    fn hold_a_table(&self) -> bool {
        let rows = self.cells.chunk_by(|one, other| one.row == other.row);
        rows.filter(|row| row.len() >= 3).nth(1).is_some()
    }

    fn read(xlsx: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Cells, Trouble> {
        let merged = xlsx
            .merge_cells_by_sheet_name(sheet)
            .map_err(|error| trouble(&error))?;
        let mut found = Cells::default();
        // A text that stands in many cells is kept once, wherever the library keeps it.
        let mut shared: HashMap<usize, (usize, usize)> = HashMap::new();
        let mut reader = xlsx
            .worksheet_cells_reader(sheet)
            .map_err(|error| trouble(&error))?;
        let formats: Vec<shown::Format> = reader.styles().iter().map(shown::Format::of).collect();
        while let Some((cell, style)) = reader
            .next_cell_with_style_id()
            .map_err(|error| trouble(&error))?
        {
            let (row, column) = cell.get_position();
            let is_number = matches!(cell.get_value(), DataRef::Int(_) | DataRef::Float(_));
            let (start, end) = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::SharedString(text) => match shared.get(&(text.as_ptr() as usize)) {
                    Some(place) => *place,
                    None => {
                        let place = found.keep(text);
                        shared.insert(text.as_ptr() as usize, place);
                        place
                    }
                },
                value => {
                    let format = formats.get(style).unwrap_or(&shown::PLAIN);
                    found.keep(&shown::text(value, format))
                }
            };
            if start == end {
                continue;
            }
            if column as usize >= limits::COLUMNS {
                return Err(damaged());
            }
            if found.cells.len() >= limits::WORKBOOK_CELLS {
                return Err(Trouble::new("This sheet has more than 1,000,000 filled cells.")
                    .hint("Save the sheet as CSV; there is no limit to its rows."));
            }
            found.cells.push(Cell {
                row,
                column,
                start,
                end,
                is_number,
            });
        }
        found.cells.sort_by_key(|cell| (cell.row, cell.column));
        found.fill_down(&merged);
        Ok(found)
    }

    /// A cell merged over several rows holds for all of them that have anything. What is merged over columns only is a title.
    fn fill_down(&mut self, merged: &[Dimensions]) {
        let mut rows: Vec<u32> = self.cells.iter().map(|cell| cell.row).collect();
        rows.dedup();
        let place = |cells: &[Cell], row: u32, column: u32| {
            cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column))
        };
        let mut more = Vec::new();
        for region in merged.iter().filter(|region| region.start.0 < region.end.0) {
            let (row, column) = region.start;
            let Some(first) = place(&self.cells, row, column)
                .ok()
                .and_then(|place| self.cells.get(place))
            else {
                continue;
            };
            let below = rows.partition_point(|other| *other <= row);
            let below = rows.get(below..).unwrap_or_default().iter();
            for row in below.take_while(|other| **other <= region.end.0) {
                if self.cells.len() + more.len() >= limits::WORKBOOK_CELLS {
                    break;
                }
                if place(&self.cells, *row, column).is_err() {
                    more.push(Cell {
                        row: *row,
                        column,
                        start: first.start,
                        end: first.end,
                        is_number: first.is_number,
                    });
                }
            }
        }
        self.cells.extend(more);
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }

    /// Keeps a text and says where.
    fn keep(&mut self, text: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(trimmed_text(text));
        (start, self.text.len())
    }
}

fn trouble(error: &XlsxError) -> Trouble {
    match error {
        XlsxError::Password => Trouble::new("This workbook is protected with a password.")
            .hint("Open it in your spreadsheet program, remove the password, save it and try again."),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            Trouble::new("This is a packed file, but no workbook that a spreadsheet program wrote.")
                .hint("Open it in your spreadsheet program and save it as .xlsx or CSV.")
        }
        _ => damaged(),
    }
}

#[cfg(test)]
mod tests;
