//! A table on a page: how wide its columns are, how high its rows, and where it goes on.

use std::collections::VecDeque;

use super::{
    Remarks,
    flow::lines_in,
    head::{count, shorten},
};
use crate::{
    Cell, MOST_COLUMNS, SlidesError, Table,
    look::{self, CELL_EDGE, CELL_SIDE, Frame, LINE},
    text::{Paragraph, Style},
};

/// So many lines a header may have.
const HEAD_LINES: usize = 4;

/// A table that fits on a page.
pub(crate) struct Grid {
    pub columns: Vec<f64>,
    /// The header row comes first, if there is one.
    pub rows: Vec<Row>,
    pub has_head: bool,
    pub size: f64,
}

/// A row, as high as its highest cell.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub cells: Vec<Paragraph>,
    pub height: f64,
}

/// Returns a table page by page.
///
/// # Errors
/// [`SlidesError::TooManyColumns`].
pub(crate) fn pages(table: &Table, area: Frame, remarks: &mut Remarks) -> Result<Vec<Grid>, SlidesError> {
    let count = table.columns();
    if count > MOST_COLUMNS {
        return Err(SlidesError::TooManyColumns(count));
    }
    if count == 0 {
        return Ok(Vec::new());
    }
    let setting = setting(table, area);
    remarks.extend(
        setting
            .cut
            .iter()
            .map(|name| format!("A column's name in full: {name}")),
    );
    Ok(setting.pages(area))
}

/// Returns a table in the largest size in which it fits and no word is divided; else in one in which it goes on, and words are
/// divided only where they would be in the smallest size, too.
fn setting(table: &Table, area: Frame) -> Setting {
    let (sizes, going_on) = look::TABLE_SIZES;
    let smaller = sizes.iter().copied().filter(|size| *size < going_on);
    let all = sizes
        .iter()
        .map(|size| (*size, true))
        .chain([(going_on, false)])
        .chain(smaller.map(|size| (size, false)));
    let smallest = sizes.last().copied().unwrap_or(going_on);
    all.map(|(size, must_fit)| (Setting::new(table, area, size), must_fit))
        .find(|(setting, must_fit)| setting.keeps_words && (!must_fit || setting.height() <= area.height))
        .map_or_else(|| Setting::new(table, area, smallest), |(setting, _)| setting)
}

/// A table in a size.
struct Setting {
    /// Whether the columns are wide enough for their words.
    keeps_words: bool,
    columns: Vec<f64>,
    head: Option<Row>,
    rows: Vec<Row>,
    size: f64,
    /// Names of columns that were too long.
    cut: Vec<String>,
}

impl Setting {
    fn new(table: &Table, area: Frame, size: f64) -> Self {
        let style = |cells: &[Cell], style| {
            let cells = cells.iter().chain(std::iter::repeat(&EMPTY));
            cells
                .take(table.columns())
                .map(|cell| Paragraph::of_cell(cell, style))
                .collect::<Vec<_>>()
        };
        let mut head = style(&table.head, Style::Head);
        let rows: Vec<Vec<Paragraph>> = table.rows.iter().map(|row| style(row, Style::Plain)).collect();
        let (columns, keeps_words) = widths(table, &head, &rows, area.width, size);
        let mut cut = Vec::new();
        for (cell, width) in head.iter_mut().zip(&columns) {
            cut.extend(shorten_head(cell, size, *width));
        }
        let row = |cells| Row::new(cells, &columns, size);
        Self {
            keeps_words,
            head: (!table.head.is_empty()).then(|| row(head)),
            rows: rows.into_iter().map(row).collect(),
            columns,
            size,
            cut,
        }
    }

    fn head_height(&self) -> f64 {
        self.head.as_ref().map_or(0.0, |head| head.height)
    }

    fn height(&self) -> f64 {
        self.head_height() + self.rows.iter().map(|row| row.height).sum::<f64>()
    }

    fn pages(self, area: Frame) -> Vec<Grid> {
        let room = area.height - self.head_height() + 0.01;
        let mut waiting: VecDeque<Row> = self.rows.into();
        let mut pages = Vec::new();
        loop {
            let mut rows: Vec<Row> = self.head.iter().cloned().collect();
            rows.extend(take(&mut waiting, &self.columns, self.size, room));
            pages.push(Grid {
                columns: self.columns.clone(),
                rows,
                has_head: self.head.is_some(),
                size: self.size,
            });
            if waiting.is_empty() {
                return pages;
            }
        }
    }
}

/// Takes as many rows from the front as fit; one that fits on no page is divided.
fn take(waiting: &mut VecDeque<Row>, columns: &[f64], size: f64, room: f64) -> Vec<Row> {
    let mut page = Vec::new();
    let mut left = room;
    while let Some(next) = waiting.pop_front() {
        if next.height <= left {
            left -= next.height;
            page.push(next);
            continue;
        }
        if next.height <= room || (!page.is_empty() && left < room / 3.0) {
            waiting.push_front(next);
            break;
        }
        let lines = lines_in(left - 2.0 * CELL_EDGE, size).max(1);
        let (first, rest) = next.divided(columns, size, lines);
        page.push(first);
        if rest.cells.iter().any(|cell| !cell.pieces.is_empty()) {
            waiting.push_front(rest);
        }
        break;
    }
    page
}

impl Row {
    fn new(cells: Vec<Paragraph>, columns: &[f64], size: f64) -> Self {
        let lines = cells
            .iter()
            .zip(columns)
            .map(|(cell, width)| cell.rows(size, inner(*width)).len());
        let height = count(lines.max().unwrap_or(1)) * size * LINE + 2.0 * CELL_EDGE;
        Self { cells, height }
    }

    /// Divides it after so many lines.
    fn divided(mut self, columns: &[f64], size: f64, lines: usize) -> (Self, Self) {
        let rest = self.cells.iter_mut().zip(columns).map(|(cell, width)| {
            let end = cell.rows(size, inner(*width)).get(lines).copied();
            cell.split_off(end.unwrap_or(usize::MAX))
        });
        let rest = Self::new(rest.collect(), columns, size);
        (Self::new(self.cells, columns, size), rest)
    }
}

static EMPTY: Cell = Cell {
    text: String::new(),
    align: crate::Align::Left,
    bold: false,
    side: None,
};

fn inner(width: f64) -> f64 {
    width - 2.0 * CELL_SIDE
}

/// Cuts a column's name that is too long; returns it in full if it was.
fn shorten_head(cell: &mut Paragraph, size: f64, width: f64) -> Option<String> {
    let lines = |cell: &Paragraph| cell.rows(size, inner(width)).len();
    if lines(cell) <= HEAD_LINES {
        return None;
    }
    let whole = cell.text();
    let short = shorten(&whole, |text| {
        lines(&Paragraph::new(text, Style::Head)) <= HEAD_LINES
    });
    let align = cell.align;
    *cell = Paragraph::new(&short, Style::Head);
    cell.align = align;
    Some(whole)
}

/// Returns the widths of the columns: by their weights, but wide enough for their longest words; and whether that was possible.
fn widths(
    table: &Table,
    head: &[Paragraph],
    rows: &[Vec<Paragraph>],
    width: f64,
    size: f64,
) -> (Vec<f64>, bool) {
    let weights = (0..table.columns()).map(|column| {
        let weight = table.weights.get(column).copied().unwrap_or(1.0);
        if weight.is_finite() {
            weight.clamp(0.05, 1_000.0)
        } else {
            1.0
        }
    });
    let weights: Vec<f64> = weights.collect();
    let sum: f64 = weights.iter().sum();
    let wanted: Vec<f64> = weights.iter().map(|weight| width * weight / sum).collect();
    let longest = |column: usize| {
        let cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .chain(head.get(column));
        let longest = cells.map(|cell| cell.longest_word(size)).fold(0.0, f64::max);
        (longest + 2.0 * CELL_SIDE + 1.0).min(width / 3.0)
    };
    let needed: Vec<f64> = (0..wanted.len()).map(longest).collect();
    let missing: f64 = wanted
        .iter()
        .zip(&needed)
        .map(|(wanted, needed)| (needed - wanted).max(0.0))
        .sum();
    let spare: f64 = wanted
        .iter()
        .zip(&needed)
        .map(|(wanted, needed)| (wanted - needed).max(0.0))
        .sum();
    if missing <= 0.0 || spare < missing {
        return (wanted, missing <= 0.0);
    }
    let given = missing / spare;
    let fair = |(wanted, needed): (&f64, &f64)| match wanted - needed {
        over if over > 0.0 => wanted - over * given,
        _ => *needed,
    };
    (wanted.iter().zip(&needed).map(fair).collect(), true)
}
