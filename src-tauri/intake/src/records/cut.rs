//! Rows that an unquoted line break cut in pieces. Programs write as many cells in every row; where rows in a row are too
//! short, and their cells make one whole row when the break is taken out, they were one.

use std::collections::VecDeque;

use super::{Row, held::Held};

/// Into how many pieces a row may be cut.
const PIECES: usize = 32;

/// Returns what the columns hold, where the writer of a file gives every row all of its cells, empty ones too: then a short row
/// is no whole one. Some leave out the empty cells at the end.
pub(super) fn of_whole_rows(rows: &VecDeque<Row>, columns: usize) -> Option<Held> {
    let mut held = Held::of(columns);
    let whole = || rows.iter().filter(|row| row.len() == columns);
    whole().for_each(|row| held.count(row));
    let mut place = 0;
    while let Some(row) = rows.get(place) {
        match pieces(rows, place, columns, &held) {
            Some(pieces) => place += pieces,
            // What stands alone in its row is a title or a footer; what stands last may go on behind these rows.
            None if row.len() == columns || row.len() == 1 || place + 1 == rows.len() => place += 1,
            None => return None,
        }
    }
    whole().next().map(|_| held)
}

/// Returns of how many rows, from `place` on, one row was made by line breaks; nothing where the row is whole, or where what
/// follows does not complete it. Without a piece whose cells do not fit their columns, they are whole rows.
pub(super) fn pieces(rows: &VecDeque<Row>, place: usize, columns: usize, held: &Held) -> Option<usize> {
    let (mut cells, mut fits) = (0, true);
    for (piece, row) in rows.iter().skip(place).take(PIECES).enumerate() {
        if row.complaint.is_some() || row.len() >= columns {
            return None;
        }
        // The last cell of a piece and the first of the next are two halves of one.
        cells += row.len() - usize::from(piece > 0);
        fits &= piece == 0 || !held.does_not_fit(row);
        if piece > 0 && cells >= columns {
            return (cells == columns && !fits).then_some(piece + 1);
        }
    }
    None
}

/// Returns whether more rows have to be read to tell whether the first was cut.
pub(super) fn may_go_on(rows: &VecDeque<Row>, columns: usize) -> bool {
    let cells = |row: &Row| row.len().saturating_sub(1);
    rows.len() < PIECES
        && rows
            .iter()
            .all(|row| row.complaint.is_none() && row.len() < columns)
        && rows.iter().map(cells).sum::<usize>() + 1 < columns
}

/// Says of the pieces of one row, of which there are so many, that they are none by themselves.
pub(super) fn complain(rows: &mut VecDeque<Row>, pieces: usize, columns: usize) {
    let (first, last) = match (rows.front(), rows.get(pieces - 1)) {
        (Some(first), Some(last)) => (first.number, last.number),
        _ => return,
    };
    for row in rows.iter_mut().take(pieces) {
        let has = row.len();
        row.complain(
            None,
            &format!(
                "A line break without quotes around it seems to have cut one row into rows {first} to {last}; this one has \
                 {has} of {columns} cells. Put the cell in quotes, or take the line break out."
            ),
        );
    }
}
