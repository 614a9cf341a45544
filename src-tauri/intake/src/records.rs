//! An open table: its header, how it is read, and its rows one after the other.

use std::collections::{HashMap, VecDeque};
use std::io::Cursor;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::delimited::Delimited;
use crate::encoding::Bytes;
use crate::file::{self, Content};
use crate::trouble::{RowTrouble, Trouble, shortened};
use crate::workbook::Workbook;

mod below;
mod cut;
mod header;
mod held;

use below::Below;
use held::Held;

/// How a file is to be read. What is not given is found out.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What stands between the cells of a text file.
    pub delimiter: Option<char>,
    /// How a text file writes its letters, by its usual name, "windows-1252".
    pub encoding: Option<String>,
    /// The row in which the names of the columns stand, counted from 1 as a spreadsheet shows it.
    pub header_row: Option<u64>,
}

/// How a file was read, for people to see and correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HowRead {
    /// Text with a mark between the cells.
    Delimited {
        /// The mark between the cells.
        delimiter: char,
        /// How the letters are written, by its usual name.
        encoding: String,
    },
    /// A sheet of a workbook.
    Workbook {
        /// The sheet that is read.
        sheet: String,
        /// All sheets of the workbook, in their order.
        sheets: Vec<String>,
        /// Those of them that a spreadsheet program does not show.
        hidden: Vec<String>,
    },
}

/// What can be read row by row: [`Records`], and the same read in a child process.
pub trait Rows {
    /// The names of the columns, as [`Records::header`] tells them.
    fn header(&self) -> &[String];
    /// How the file is read.
    fn how(&self) -> &HowRead;
    /// Reads the next row with text into `row`; `false` at the end.
    ///
    /// # Errors
    /// When the whole file cannot be used.
    fn next(&mut self, row: &mut Row) -> Result<bool, Trouble>;
    /// How many bytes are read, of how many.
    fn progress(&self) -> (u64, u64);
    /// The row in which the names of the columns stand, counted from 1 as a spreadsheet shows it.
    fn header_row(&self) -> u64 {
        1
    }
    /// What stands above the names of the columns, cell by cell.
    fn above(&self) -> &[String] {
        &[]
    }
}

/// An open table file: CSV, TSV and their kind, or XLSX.
pub struct Records {
    source: Source,
    header: Vec<String>,
    header_row: u64,
    /// What stands above the names of the columns.
    above: Vec<String>,
    /// Rows that were read already, to find the names of the columns.
    ahead: VecDeque<Row>,
    /// What went wrong behind those rows.
    trouble: Option<Trouble>,
    how: HowRead,
    /// What the columns hold, where every row has all of its cells, so that short ones were cut.
    whole_rows: Option<Held>,
    below: Below,
}

enum Source {
    Delimited(Box<Delimited>),
    Workbook(Workbook),
}

impl Source {
    fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        match self {
            Self::Delimited(delimited) => delimited.next(row),
            Self::Workbook(workbook) => workbook.next(row),
        }
    }

    /// Reads the first rows, among which the names of the columns stand, up to the row that is said to hold them; and what
    /// went wrong behind them.
    fn first_rows(&mut self, header_row: Option<u64>) -> (VecDeque<Row>, Option<Trouble>) {
        let mut rows = VecDeque::new();
        loop {
            let mut row = Row::default();
            match self.next(&mut row) {
                Ok(true) => {}
                Ok(false) => return (rows, None),
                Err(trouble) => return (rows, Some(trouble)),
            }
            let number = row.number;
            rows.push_back(row);
            let is_enough = match header_row {
                Some(wanted) => number >= wanted || rows.len() >= header::FARTHEST,
                None => rows.len() >= header::LOOKED_AT,
            };
            if is_enough {
                return (rows, None);
            }
        }
    }
}

impl Records {
    /// Opens a table file and reads its header.
    ///
    /// # Errors
    /// When the file is not there, is no table, or asks for more than it may.
    pub fn open(path: &Path, reading: &Reading) -> Result<Records, Trouble> {
        let (bytes, size) = file::open(path)?;
        Records::of(bytes, size, reading)
    }

    /// Opens a table that is in memory.
    ///
    /// # Errors
    /// Like [`Records::open`].
    pub fn of_bytes(bytes: Vec<u8>, reading: &Reading) -> Result<Records, Trouble> {
        let size = bytes.len() as u64;
        Records::of(Box::new(Cursor::new(bytes)), size, reading)
    }

    pub(crate) fn of(mut bytes: Box<dyn Bytes>, size: u64, reading: &Reading) -> Result<Records, Trouble> {
        let (mut source, how) = match file::content(bytes.as_mut(), size)? {
            Content::Text => {
                let delimited = Delimited::open(bytes, size, reading)?;
                let how = delimited.how();
                (Source::Delimited(Box::new(delimited)), how)
            }
            Content::Workbook => {
                let workbook = Workbook::open(bytes, size, reading.sheet.as_deref())?;
                let how = workbook.how();
                (Source::Workbook(workbook), how)
            }
        };
        let (mut ahead, trouble) = source.first_rows(reading.header_row);
        if let (true, Some(trouble)) = (ahead.is_empty(), &trouble) {
            return Err(trouble.clone());
        }
        if ahead.is_empty() {
            return Err(Trouble::new("This file is empty.")
                .hint("Export it again from your CRM, or choose another file."));
        }
        let place = header::place(ahead.make_contiguous(), reading.header_row)?;
        let above = ahead.drain(..place).flat_map(|row| filled_cells(&row)).collect();
        let mut first = ahead.pop_front().unwrap_or_default();
        if let Some(complaint) = first.complaint.take() {
            return Err(Trouble::new(format!(
                "The names of the columns cannot be read: {}",
                complaint.reason
            ))
            .hint("The first row must hold the names of the columns. Mend it, or export the file again.")
            .at_row(first.number));
        }
        let header = names(&first);
        for row in &mut ahead {
            row.check_width(header.len());
        }
        match &mut source {
            Source::Delimited(delimited) => delimited.expect_columns(header.len()),
            Source::Workbook(workbook) => workbook.expect_columns(header.len()),
        }
        let is_text = matches!(how, HowRead::Delimited { .. });
        Ok(Records {
            whole_rows: is_text
                .then(|| cut::of_whole_rows(&ahead, header.len()))
                .flatten(),
            above,
            below: Below::of(&header, first.number),
            source,
            header,
            header_row: first.number,
            ahead,
            trouble,
            how,
        })
    }

    /// The names of the columns: the first row with text, or the first that looks like names below a title. A column without a name is called "Column 3", the second of a
    /// name "Name (2)".
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// How the file is read.
    pub fn how(&self) -> &HowRead {
        &self.how
    }

    /// Reads the next row with text into `row`, whose memory is used again; `false` at the end.
    ///
    /// # Errors
    /// When the whole file cannot be used. A row that cannot be used carries a complaint instead.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        if !self.next_whole(row)? {
            return Ok(false);
        }
        self.below.look(row);
        Ok(true)
    }

    /// Reads the next row, with a complaint where it is a piece of one.
    fn next_whole(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        if self.ahead.is_empty() && !self.next_of_source(row)? {
            return Ok(false);
        }
        let columns = self.header.len();
        let is_short = |row: &Row| row.complaint.is_none() && row.len() < columns;
        match self.ahead.front() {
            None if self.whole_rows.is_some() && is_short(row) => self.ahead.push_back(std::mem::take(row)),
            None => return Ok(true),
            Some(_) => {}
        }
        if let Some(held) = self.whole_rows.take() {
            while cut::may_go_on(&self.ahead, columns) && self.ahead.front().is_some_and(is_short) {
                let mut further = Row::default();
                match self.next_of_source(&mut further) {
                    Ok(true) => self.ahead.push_back(further),
                    Ok(false) => break,
                    Err(trouble) => {
                        self.trouble = Some(trouble);
                        break;
                    }
                }
            }
            if let Some(pieces) = cut::pieces(&self.ahead, 0, columns, &held) {
                cut::complain(&mut self.ahead, pieces, columns);
            }
            self.whole_rows = Some(held);
        }
        if let Some(ahead) = self.ahead.pop_front() {
            *row = ahead;
        }
        Ok(true)
    }

    /// Reads the next row behind those that were read ahead.
    fn next_of_source(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        match self.trouble.take() {
            Some(trouble) => Err(trouble),
            None => self.source.next(row),
        }
    }

    /// How many bytes are read, of how many; of a workbook, which is in memory when it is open, how many filled cells.
    pub fn progress(&self) -> (u64, u64) {
        match &self.source {
            Source::Delimited(delimited) => delimited.progress(),
            Source::Workbook(workbook) => workbook.progress(),
        }
    }
}

impl Rows for Records {
    fn header(&self) -> &[String] {
        Records::header(self)
    }
    fn how(&self) -> &HowRead {
        Records::how(self)
    }
    fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        Records::next(self, row)
    }
    fn progress(&self) -> (u64, u64) {
        Records::progress(self)
    }
    fn header_row(&self) -> u64 {
        self.header_row
    }
    fn above(&self) -> &[String] {
        &self.above
    }
}

/// One row. The same value is used for every row of a file, so that reading asks for no memory.
#[derive(Debug, Default)]
pub struct Row {
    /// The row in the file, counted from 1 as a spreadsheet shows it.
    pub number: u64,
    /// Why the row cannot be used as it is.
    pub complaint: Option<RowTrouble>,
    /// Whether a spreadsheet does not show it, because of a filter or because somebody hid it.
    pub(crate) is_hidden: bool,
    /// The columns in which a workbook has a number, and no text.
    pub(crate) numbers: Vec<usize>,
    pub(crate) text: String,
    /// Where each cell begins and ends in the text.
    pub(crate) cells: Vec<(usize, usize)>,
}

impl Row {
    /// The text of a cell without the space around it; empty where the row has no such cell.
    pub fn get(&self, column: usize) -> &str {
        self.cells
            .get(column)
            .and_then(|(start, end)| self.text.get(*start..*end))
            .unwrap_or_default()
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Returns whether the row has no cells.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The texts of the cells, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.cells.len()).map(|column| self.get(column))
    }

    pub(crate) fn clear(&mut self, number: u64) {
        self.number = number;
        self.complaint = None;
        self.is_hidden = false;
        self.numbers.clear();
        self.text.clear();
        self.cells.clear();
    }

    /// Adds a cell behind the others.
    pub(crate) fn push(&mut self, cell: &str) {
        let start = self.text.len();
        self.text.push_str(cell);
        self.cells.push((start, self.text.len()));
    }

    pub(crate) fn has_text(&self) -> bool {
        self.cells.iter().any(|(start, end)| start < end)
    }

    /// Keeps the first thing that is wrong with the row.
    pub(crate) fn complain(&mut self, column: Option<usize>, reason: &str) {
        if self.complaint.is_none() {
            let value = match column {
                Some(column) => shortened(self.get(column)),
                None => shortened(&self.text),
            };
            self.complain_of(column, &value, reason);
        }
    }

    /// Keeps the first thing that is wrong with the row, about a value that is not in it.
    pub(crate) fn complain_of(&mut self, column: Option<usize>, value: &str, reason: &str) {
        self.complaint.get_or_insert_with(|| RowTrouble {
            row: self.number,
            column,
            value: shortened(value),
            reason: reason.to_string(),
        });
    }

    /// Complains when there is text beyond the last named column.
    pub(crate) fn check_width(&mut self, columns: usize) {
        let beyond = (columns..self.cells.len()).find(|column| !self.get(*column).is_empty());
        if beyond.is_some() {
            self.complain(beyond, &Row::too_wide(columns));
        }
        self.cells.truncate(columns);
    }

    pub(crate) fn too_wide(columns: usize) -> String {
        format!(
            "This row has more cells than the {columns} columns that have a name. A comma or a quote may be out of place."
        )
    }
}

fn filled_cells(row: &Row) -> Vec<String> {
    row.iter()
        .filter(|cell| !cell.is_empty())
        .map(shortened)
        .collect()
}

/// The names of the columns. See [`Records::header`].
fn names(row: &Row) -> Vec<String> {
    // How often a name was met, so that ten thousand equal names do not look for their number from the start.
    let mut met: HashMap<String, u64> = HashMap::with_capacity(row.len());
    let mut names = Vec::with_capacity(row.len());
    for (column, name) in row.iter().enumerate() {
        let wanted = match name {
            "" => format!("Column {}", column + 1),
            name => name.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let mut again = *met.get(&wanted.to_lowercase()).unwrap_or(&0) + 1;
        let mut name = wanted.clone();
        if again > 1 {
            name = format!("{wanted} ({again})");
            while met.contains_key(&name.to_lowercase()) {
                again += 1;
                name = format!("{wanted} ({again})");
            }
            met.insert(name.to_lowercase(), 1);
        }
        met.insert(wanted.to_lowercase(), again);
        names.push(name);
    }
    names
}
