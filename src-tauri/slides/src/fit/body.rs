//! The body of a slide, page by page.

use std::collections::VecDeque;

use super::{
    Block, Layout, Remarks, Sheet, What, flow, grid,
    head::{Head, paragraphs},
};
use crate::{
    Body, Chart, Line, Side, SlidesError, Table,
    look::{self, Frame, GUTTER},
    text::{Paragraph, Style, cut, one_line},
};

/// How much of the width a chart takes beside its lines.
const CHART_SHARE: f64 = 0.62;
/// How high the head of a side's column is, with the line under it.
const SIDE_HEAD: f64 = 40.0;
/// As many letters as a name in a chart may have.
pub(crate) const NAME: usize = 60;

/// Returns what a body puts on each of its pages. There is always one.
///
/// # Errors
/// [`SlidesError::TooManyColumns`].
pub(crate) fn sheets<'d>(
    body: &'d Body,
    head: &Head,
    remarks: &mut Remarks,
) -> Result<Vec<Sheet<'d>>, SlidesError> {
    let area = head.area;
    let mut sheets = match body {
        Body::Cover { lines } => {
            let lines = lines.iter().map(|line| Paragraph::new(line, Style::Soft));
            paragraphs(Layout::Cover, lines.collect(), area)
        }
        Body::Lines(lines) => paragraphs(Layout::Content, set(lines), area),
        Body::Table(table) => rows(table, area, remarks)?,
        Body::Chart(chart) if chart.is_empty() => paragraphs(Layout::Content, vec![instead_of(chart)], area),
        Body::Chart(chart) => {
            names(chart, remarks);
            vec![(Layout::Content, vec![block(1, area, What::Chart(chart))])]
        }
        Body::Sides(sides) => side_by_side(sides, area),
        Body::ChartAndLines(chart, lines) if chart.is_empty() => {
            let all = std::iter::once(instead_of(chart)).chain(set(lines));
            paragraphs(Layout::Content, all.collect(), area)
        }
        Body::ChartAndLines(chart, lines) => {
            names(chart, remarks);
            beside(chart, lines, area)
        }
    };
    if sheets.is_empty() {
        let is_cover = matches!(body, Body::Cover { .. });
        sheets.push((if is_cover { Layout::Cover } else { Layout::Content }, Vec::new()));
    }
    Ok(sheets)
}

fn set(lines: &[Line]) -> Vec<Paragraph> {
    lines.iter().map(Paragraph::of_line).collect()
}

fn block(place: u32, frame: Frame, what: What) -> Block {
    Block { place, frame, what }
}

fn instead_of(chart: &Chart) -> Paragraph {
    let words = one_line(&chart.if_empty);
    Paragraph::new(
        if words.is_empty() {
            crate::NOTHING_TO_DRAW
        } else {
            &words
        },
        Style::Soft,
    )
}

/// Returns a name as a chart shows it, and whether it was cut.
pub(crate) fn name(text: &str) -> (String, bool) {
    cut(&one_line(text), NAME)
}

/// Puts the names that are too long for a chart into the notes.
fn names(chart: &Chart, remarks: &mut Remarks) {
    let titles = [&chart.category_title, &chart.value_title];
    let all = chart
        .series
        .iter()
        .map(|series| &series.name)
        .chain(&chart.categories)
        .chain(titles);
    let long = all.filter(|text| name(text).1);
    remarks.extend(long.map(|name| format!("A name in the chart in full: {}", one_line(name))));
}

fn rows<'d>(table: &Table, area: Frame, remarks: &mut Remarks) -> Result<Vec<Sheet<'d>>, SlidesError> {
    let grids = grid::pages(table, area, remarks)?;
    let sheet = |grid: grid::Grid| {
        let height = grid.rows.iter().map(|row| row.height).sum();
        (
            Layout::Content,
            vec![block(1, Frame { height, ..area }, What::Table(grid))],
        )
    };
    Ok(grids.into_iter().map(sheet).collect())
}

fn side_by_side<'d>(sides: &[(Side, Vec<Line>); 2], area: Frame) -> Vec<Sheet<'d>> {
    let column = Frame {
        top: area.top + SIDE_HEAD,
        height: area.height - SIDE_HEAD,
        width: (area.width - GUTTER) / 2.0,
        ..area
    };
    let [(first, _), (second, _)] = sides;
    let [left, right] = sides.each_ref().map(|(_, lines)| set(lines));
    let size = flow::size(&[&left, &right], column, look::LINE_SIZES);
    let mut waiting = [(*first, VecDeque::from(left)), (*second, VecDeque::from(right))];
    let mut sheets = Vec::new();
    while sheets.is_empty() || waiting.iter().any(|(_, waiting)| !waiting.is_empty()) {
        let mut blocks = Vec::new();
        for (place, (side, waiting)) in [1, 3].into_iter().zip(&mut waiting) {
            let left = if place == 1 {
                column.left
            } else {
                column.left + column.width + GUTTER
            };
            let frame = Frame { left, ..column };
            blocks.extend(head_of(place, *side, frame));
            let paragraphs = flow::take(waiting, frame, size);
            if !paragraphs.is_empty() {
                blocks.push(block(place + 1, frame, What::Text { paragraphs, size }));
            }
        }
        sheets.push((Layout::Sides, blocks));
    }
    sheets
}

/// Returns the head of a side's column and the line under it.
fn head_of<'d>(place: u32, side: Side, column: Frame) -> [Block<'d>; 2] {
    let words = Paragraph::of_line(&Line::default().of(side));
    let text = What::Text {
        paragraphs: vec![words],
        size: 20.0,
    };
    let top = column.top - SIDE_HEAD;
    let head = Frame {
        top,
        height: 26.0,
        ..column
    };
    let rule = Frame {
        top: top + 28.0,
        height: 1.6,
        ..column
    };
    [block(place, head, text), block(0, rule, What::Rule(side))]
}

fn beside<'d>(chart: &'d Chart, lines: &[Line], area: Frame) -> Vec<Sheet<'d>> {
    let width = area.width * CHART_SHARE;
    let drawn = Frame { width, ..area };
    let said = Frame {
        left: area.left + width + GUTTER,
        width: area.width - width - GUTTER,
        ..area
    };
    let all = set(lines);
    let size = flow::size(&[&all], said, look::BESIDE_SIZES);
    let mut waiting = VecDeque::from(all);
    let paragraphs_beside = flow::take(&mut waiting, said, size);
    let mut blocks = vec![block(1, drawn, What::Chart(chart))];
    if !paragraphs_beside.is_empty() {
        let what = What::Text {
            paragraphs: paragraphs_beside,
            size,
        };
        blocks.push(block(2, said, what));
    }
    let mut sheets = vec![(Layout::Beside, blocks)];
    sheets.extend(paragraphs(Layout::Content, waiting.into(), area));
    sheets
}
