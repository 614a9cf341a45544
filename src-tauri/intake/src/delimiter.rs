//! Which mark stands between the cells, told from the first rows.

use std::collections::BTreeMap;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The marks that are tried, the most usual first.
const USUAL: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at.
const ROWS: usize = 200;

/// A reader of rows between which `delimiter` stands.
pub(crate) fn reader(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).build()
}

/// The delimiter that a first line "sep=;" names, as spreadsheets write and understand it, and the line's length.
pub(crate) fn named(sample: &[u8]) -> Option<(u8, usize)> {
    let line_end = sample.iter().position(|byte| matches!(byte, b'\r' | b'\n'))?;
    let line = sample.get(..line_end)?;
    let line = line
        .strip_prefix(b"\"")
        .and_then(|line| line.strip_suffix(b"\""))
        .unwrap_or(line);
    let [s, e, p, b'=', delimiter] = line else {
        return None;
    };
    let may_separate = *delimiter == b'\t' || (delimiter.is_ascii_punctuation() && *delimiter != b'"');
    ([s, e, p].map(u8::to_ascii_lowercase) == *b"sep" && may_separate).then_some((*delimiter, line_end))
}

/// The mark that cuts most of the first rows into as many cells, and into many of them: titles and notes above the table have
/// other widths, and a decimal comma cuts every row in two. `whole` says that the sample is all there is, so that its last
/// row is not cut off.
pub(crate) fn guess(sample: &[u8], whole: bool) -> u8 {
    let mut best = (b',', 0.0);
    for delimiter in USUAL {
        let widths = widths(sample, delimiter, whole);
        let mut rows_of: BTreeMap<usize, usize> = BTreeMap::new();
        for width in widths.iter().filter(|width| **width >= 2) {
            *rows_of.entry(*width).or_default() += 1;
        }
        let Some((columns, rows)) = rows_of
            .into_iter()
            .max_by_key(|(columns, rows)| (*rows, *columns))
        else {
            continue;
        };
        let score = rows as f64 / widths.len() as f64 * (columns as f64).ln();
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// How many cells each of the first rows has; empty cells at the end of a row do not count.
fn widths(sample: &[u8], delimiter: u8, whole: bool) -> Vec<usize> {
    let mut reader = reader(delimiter);
    let mut input = sample;
    let mut output = vec![0; sample.len() + 1];
    let mut ends = vec![0; 512];
    let mut widths = Vec::new();
    // Cells of the row so far, and whether they have text.
    let (mut cells, mut written, mut last_filled) = (0, 0, 0);
    let mut cell_start = 0;
    while widths.len() < ROWS {
        let (result, read, wrote, ended) = reader.read_record(input, &mut output, &mut ends);
        for end in ends.iter().take(ended) {
            cells += 1;
            if *end > cell_start {
                last_filled = cells;
            }
            cell_start = *end;
        }
        written += wrote;
        let was_empty = input.is_empty();
        input = input.get(read..).unwrap_or_default();
        match result {
            ReadRecordResult::InputEmpty if !whole || was_empty => break,
            ReadRecordResult::InputEmpty
            | ReadRecordResult::OutputFull
            | ReadRecordResult::OutputEndsFull => {}
            ReadRecordResult::End => break,
            ReadRecordResult::Record => {
                if written > 0 {
                    // The names may end with an empty one; the rows are measured like them.
                    widths.push(last_filled);
                }
                (cells, written, last_filled, cell_start) = (0, 0, 0, 0);
            }
        }
    }
    widths
}
