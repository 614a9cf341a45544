//! Text with a mark between the cells, read row by row in bounded memory.

use std::collections::VecDeque;

use csv_core::{ReadRecordResult, Reader};

use crate::delimiter;
use crate::encoding::{self, Bytes, TextStream};
use crate::limits;
use crate::records::{HowRead, Reading, Row};
use crate::trouble::Trouble;

/// An open text table.
pub(crate) struct Delimited {
    stream: TextStream,
    reader: Reader,
    delimiter: char,
    encoding: &'static str,
    /// The row that was read last.
    number: u64,
    /// Whether the last line ended with CR, to which a following LF belongs.
    after_cr: bool,
    /// How many columns have a name, once that is known.
    columns: Option<usize>,
    /// How many cells the widest row had until then.
    width: usize,
    /// The bytes of the row that was read last, as they stand in the file.
    written: Vec<u8>,
    /// Rows that a stray quote had made part of the one before.
    swallowed: VecDeque<Vec<String>>,
    /// The bytes of a row, and where each cell ends.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Where the bytes of a row go that are beyond the limit.
    spill: Vec<u8>,
}

/// What reading one row came to.
struct Raw {
    length: usize,
    cells: usize,
    /// The column in which the row outgrew its limit.
    outgrown: Option<usize>,
}

impl Delimited {
    pub(crate) fn open(
        mut bytes: Box<dyn Bytes>,
        size: u64,
        reading: &Reading,
    ) -> Result<Delimited, Trouble> {
        let encoding = encoding::settle(bytes.as_mut(), reading.encoding.as_deref())?;
        let mut stream = TextStream::new(bytes, encoding, size)?;
        let sample = stream.fill()?;
        let named = delimiter::named(sample);
        let delimiter = match (reading.delimiter, named) {
            (Some(given), _) => u8::try_from(given)
                .ok()
                .filter(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | 0))
                .ok_or_else(|| {
                    Trouble::new(format!("\"{given}\" cannot stand between cells."))
                        .hint("Choose a comma, a semicolon, a tab or another plain mark.")
                })?,
            (None, Some((delimiter, _))) => delimiter,
            (None, None) => {
                let sample = stream.at_hand();
                delimiter::guess(sample, stream.is_last())
            }
        };
        if let Some((_, length)) = named {
            stream.consume(length);
        }
        Ok(Delimited {
            stream,
            reader: delimiter::reader(delimiter),
            delimiter: char::from(delimiter),
            encoding: encoding.name(),
            number: 0,
            after_cr: false,
            columns: None,
            width: 0,
            written: Vec::new(),
            swallowed: VecDeque::new(),
            bytes: vec![0; 16 << 10],
            ends: vec![0; 64],
            spill: vec![0; 16 << 10],
        })
    }

    pub(crate) fn how(&self) -> HowRead {
        HowRead::Delimited {
            delimiter: self.delimiter,
            encoding: self.encoding.to_lowercase(),
        }
    }

    pub(crate) fn expect_columns(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    pub(crate) fn progress(&self) -> (u64, u64) {
        self.stream.progress()
    }

    /// How many bytes of memory it holds.
    #[cfg(test)]
    fn held(&self) -> usize {
        self.stream.held()
            + self.bytes.capacity()
            + self.ends.capacity() * size_of::<usize>()
            + self.spill.capacity()
    }

    /// Reads the next row with text.
    pub(crate) fn next(&mut self, row: &mut Row) -> Result<bool, Trouble> {
        loop {
            if let Some(cells) = self.swallowed.pop_front() {
                self.number += 1;
                row.clear(self.number);
                cells.iter().for_each(|cell| row.push(trimmed_text(cell)));
                if let Some(columns) = self.columns {
                    row.check_width(columns);
                }
                return Ok(true);
            }
            if !self.skip_line_ends()? {
                break;
            }
            self.number += 1;
            let raw = self.read_row()?;
            if let Some(rows) = self.told_apart(&raw) {
                self.swallowed = rows.into();
                self.number -= 1;
                continue;
            }
            self.hand_over(&raw, row);
            if self.columns.is_none() {
                self.width = self.width.max(row.len());
            }
            if row.has_text() || row.complaint.is_some() {
                if let Some(columns) = self.columns {
                    row.check_width(columns);
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Counts empty lines, which the reader would step over in silence; `false` at the end of the file.
    fn skip_line_ends(&mut self) -> Result<bool, Trouble> {
        loop {
            match self.stream.fill()?.first() {
                None => return Ok(false),
                Some(b'\n') if self.after_cr => self.after_cr = false,
                Some(b'\n') => self.number += 1,
                Some(b'\r') => {
                    self.number += 1;
                    self.after_cr = true;
                }
                Some(_) => {
                    self.after_cr = false;
                    return Ok(true);
                }
            }
            self.stream.consume(1);
        }
    }

    /// Reads one row to its end, keeping no more of it than the limits allow.
    fn read_row(&mut self) -> Result<Raw, Trouble> {
        self.written.clear();
        let mut raw = Raw {
            length: 0,
            cells: 0,
            outgrown: None,
        };
        loop {
            let input = self.stream.fill()?;
            let at_end = input.is_empty();
            // At the end of the file a line end closes the row, unless a quote is still open: then it is text.
            let input = if at_end { &b"\n"[..] } else { input };
            let output = match raw.outgrown {
                None => self.bytes.get_mut(raw.length..).unwrap_or_default(),
                Some(_) => self.spill.as_mut_slice(),
            };
            let ends = self.ends.get_mut(raw.cells..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, output, ends);
            let last = input.get(read.wrapping_sub(1)).copied();
            if !at_end {
                if self.written.len() < limits::ROW_BYTES {
                    self.written
                        .extend_from_slice(input.get(..read).unwrap_or_default());
                }
                self.stream.consume(read);
            }
            raw.cells += ended;
            if raw.outgrown.is_none() {
                raw.length += wrote;
            }
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.after_cr = last == Some(b'\r');
                    if self.columns.is_none() && raw.cells > limits::COLUMNS {
                        return Err(self.too_wide());
                    }
                    return Ok(raw);
                }
                ReadRecordResult::InputEmpty if at_end => return Err(self.never_closed()),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.bytes.len() < limits::ROW_BYTES => {
                    self.bytes.resize(self.bytes.len() * 2, 0);
                }
                ReadRecordResult::OutputFull => {
                    raw.outgrown.get_or_insert(raw.cells);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() <= limits::COLUMNS => {
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => return Err(self.too_wide()),
            }
        }
    }

    /// A quote that is opened and not closed makes the lines behind it part of one cell. Where a cell has as many marks between
    /// cells as a row has, and every line of it alone is a whole row, it was several rows; they are returned.
    fn told_apart(&self, raw: &Raw) -> Option<Vec<Vec<String>>> {
        let columns = self.columns.unwrap_or(self.width);
        let lines = self.written.trim_ascii_end();
        if raw.outgrown.is_some() || columns < 3 || memchr::memchr(b'\n', lines).is_none() {
            return None;
        }
        let delimiter = u8::try_from(self.delimiter).ok()?;
        let mut start = 0;
        let has_swallowed = self.ends.get(..raw.cells)?.iter().any(|end| {
            let cell = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            memchr::memchr(b'\n', cell).is_some()
                && memchr::memchr_iter(delimiter, cell).count() + 1 >= columns
        });
        if !has_swallowed || !has_a_stray_quote(lines, delimiter) {
            return None;
        }
        let rows: Option<Vec<Vec<String>>> = lines
            .split(|byte| *byte == b'\n')
            .map(|line| whole_row(line, delimiter, columns))
            .collect();
        rows.filter(|rows| rows.len() > 1)
    }

    fn never_closed(&self) -> Trouble {
        Trouble::new(format!(
            "A quote is opened in row {} and never closed, so everything behind it would be one cell.",
            self.number
        ))
        .hint("Look for a lone \" in that row. Remove it, or export the file again.")
        .at_row(self.number)
    }

    fn too_wide(&self) -> Trouble {
        Trouble::new(format!(
            "Row {} has more than {} columns.",
            self.number,
            limits::COLUMNS
        ))
        .hint("Export only the columns that you need. Perhaps the file has another mark between its cells.")
        .at_row(self.number)
    }

    /// Makes a row of the bytes: cells without the space around them, and a complaint where one cannot be used.
    fn hand_over(&self, raw: &Raw, row: &mut Row) {
        row.clear(self.number);
        let bytes = self.bytes.get(..raw.length).unwrap_or_default();
        let ends = self.ends.get(..raw.cells).unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text)
                if ends
                    .iter()
                    .all(|end| text.is_char_boundary(*end) || *end > text.len()) =>
            {
                row.text.push_str(text);
                let mut start = 0;
                for end in ends {
                    let end = (*end).min(text.len());
                    row.cells.push(trimmed(text, start, end));
                    start = end;
                }
            }
            _ => {
                let mut broken = None;
                let mut start = 0;
                for (column, end) in ends.iter().enumerate() {
                    let end = (*end).min(bytes.len());
                    let cell = bytes.get(start..end).unwrap_or_default();
                    if std::str::from_utf8(cell).is_err() {
                        broken.get_or_insert(column);
                    }
                    row.push(trimmed_text(&String::from_utf8_lossy(cell)));
                    start = end;
                }
                // A row that outgrew its limit may end within a letter; that is not its fault.
                if raw.outgrown.is_none() {
                    row.complain(
                        broken,
                        &format!(
                            "This cell holds bytes that are no letters in {}. Save the file as UTF-8 and try again.",
                            self.encoding
                        ),
                    );
                }
            }
        }
        if let Some(column) = raw.outgrown {
            row.complain(Some(column), TOO_LONG);
        } else if bytes.len() > limits::CELL_CHARACTERS {
            let long = (0..row.len()).find(|column| is_too_long(row.get(*column)));
            if long.is_some() {
                row.complain(long, TOO_LONG);
            }
        }
        if memchr::memchr(0, bytes).is_some() {
            let column = (0..row.len()).find(|column| row.get(*column).contains('\0'));
            row.complain(
                column,
                "This cell holds characters that are no text. Remove them, or export the file again.",
            );
        }
    }
}

/// Returns whether a quote is closed by anything but the end of its cell. Programs that write quotes double them, so that was
/// written by hand.
fn has_a_stray_quote(row: &[u8], delimiter: u8) -> bool {
    let mut rest = row.iter().peekable();
    let mut at_start = true;
    while let Some(byte) = rest.next() {
        if !(at_start && *byte == b'"') {
            at_start = *byte == delimiter || *byte == b'\n';
            continue;
        }
        loop {
            match rest.next() {
                None => return false,
                Some(b'"') if rest.peek() == Some(&&b'"') => {
                    rest.next();
                }
                Some(b'"') => break,
                Some(_) => {}
            }
        }
        match rest.peek() {
            None => return false,
            Some(byte) if **byte == delimiter || matches!(**byte, b'\r' | b'\n') => at_start = false,
            Some(_) => return true,
        }
    }
    false
}

/// Reads one line as a row with so many cells: with its quotes, else with quotes as plain characters. Nothing where it is none.
fn whole_row(line: &[u8], delimiter: u8, columns: usize) -> Option<Vec<String>> {
    let line = line.trim_ascii_end();
    let read = |quoting: bool| -> Option<Vec<String>> {
        let mut reader = csv_core::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(quoting)
            .build();
        let (mut bytes, mut ends) = (vec![0; line.len() + 1], vec![0; columns + 1]);
        let whole = [line, b"\n"].concat();
        let (result, _, _, cells) = reader.read_record(&whole, &mut bytes, &mut ends);
        if result != ReadRecordResult::Record || cells != columns {
            return None;
        }
        let mut start = 0;
        ends.get(..cells)?
            .iter()
            .map(|end| {
                let cell = bytes.get(start..*end)?;
                start = *end;
                String::from_utf8(cell.to_vec()).ok()
            })
            .collect()
    };
    read(true).or_else(|| {
        let cells = read(false)?;
        Some(
            cells
                .iter()
                .map(|cell| cell.trim_matches('"').to_string())
                .collect(),
        )
    })
}

/// Why a row with too long a cell cannot be used.
pub(crate) const TOO_LONG: &str =
    "This cell is longer than 32,767 characters. Shorten it, or close the quote that is open before it.";

/// Returns whether a cell holds more characters than it may.
pub(crate) fn is_too_long(cell: &str) -> bool {
    cell.len() > limits::CELL_CHARACTERS && cell.chars().count() > limits::CELL_CHARACTERS
}

/// Where a cell's text begins and ends without the space around it, and without the `'` that our own exports put before
/// what a spreadsheet would take for a formula.
fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let cell = text.get(start..end).unwrap_or_default();
    let plain = cell.as_bytes();
    let inner = match plain {
        // `="00123"` is how a spreadsheet is told to keep the zeros of an id.
        [b'=', b'"', .., b'"'] if plain.len() > 3 => cell.get(2..cell.len() - 1).unwrap_or_default(),
        [b'\'', b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..] => cell.get(1..).unwrap_or_default(),
        // Most cells have no space around them, and that is quickly seen.
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => return (start, end),
        _ => cell,
    };
    let skipped = inner.as_ptr().addr() - cell.as_ptr().addr();
    let inner_start = start + skipped + (inner.len() - inner.trim_start_matches(is_space).len());
    (inner_start, inner_start + trimmed_text(inner).len())
}

/// Returns a text without the space around it, and without the characters around it that nobody sees.
pub(crate) fn trimmed_text(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// White space, and the marks of no width that copying from the web leaves: zero-width spaces and joiners, a byte order mark, a
/// soft hyphen.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests;
