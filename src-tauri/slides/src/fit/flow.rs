//! Paragraphs under each other: in which size they fit, and where they go on when they do not.

use std::collections::VecDeque;

use super::head::count;
use crate::{
    look::{Frame, LINE},
    text::Paragraph,
};

/// With fewer lines than this at its foot, a page does not begin a paragraph that will not end on it.
const WORTH_BEGINNING: usize = 3;

/// Returns how high paragraphs are.
pub(crate) fn height(paragraphs: &[Paragraph], size: f64, width: f64) -> f64 {
    let gaps: f64 = paragraphs.iter().skip(1).map(|one| one.gap(size)).sum();
    let lines: usize = paragraphs.iter().map(|one| one.rows(size, width).len()).sum();
    gaps + count(lines) * size * LINE
}

/// Returns the largest size in which each of the columns fits; if none does, the one in which they go on on another page.
pub(crate) fn size(columns: &[&[Paragraph]], area: Frame, (sizes, going_on): (&[f64], f64)) -> f64 {
    let fits = |size: f64| {
        columns
            .iter()
            .all(|column| height(column, size, area.width) <= area.height)
    };
    sizes.iter().copied().find(|size| fits(*size)).unwrap_or(going_on)
}

/// Takes as many paragraphs from the front as fit, at least a line.
pub(crate) fn take(waiting: &mut VecDeque<Paragraph>, area: Frame, size: f64) -> Vec<Paragraph> {
    let mut page: Vec<Paragraph> = Vec::new();
    let mut left = area.height + 0.01;
    while let Some(mut next) = waiting.pop_front() {
        let gap = if page.is_empty() { 0.0 } else { next.gap(size) };
        let rows = next.rows(size, area.width);
        let need = gap + count(rows.len()) * size * LINE;
        if need <= left {
            left -= need;
            page.push(next);
            continue;
        }
        let room = lines_in(left - gap, size);
        let fits_elsewhere = count(rows.len()) * size * LINE <= area.height;
        if !page.is_empty() && (fits_elsewhere || room < WORTH_BEGINNING) {
            waiting.push_front(next);
            break;
        }
        if let Some(place) = rows.get(room.max(1)) {
            waiting.push_front(next.split_off(*place));
        }
        page.push(next);
        break;
    }
    page
}

/// Returns paragraphs page by page. There is no page without any.
pub(crate) fn pages(paragraphs: Vec<Paragraph>, area: Frame, size: f64) -> Vec<Vec<Paragraph>> {
    let mut waiting = VecDeque::from(paragraphs);
    let mut pages = Vec::new();
    while !waiting.is_empty() {
        pages.push(take(&mut waiting, area, size));
    }
    pages
}

/// Returns how many lines have room in a height.
pub(crate) fn lines_in(height: f64, size: f64) -> usize {
    let mut lines = 0;
    while count(lines + 1) * size * LINE <= height {
        lines += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Line;

    const AREA: Frame = Frame {
        left: 0.0,
        top: 0.0,
        width: 400.0,
        height: 200.0,
    };

    #[test]
    fn every_page_holds_its_paragraphs_and_none_is_lost() {
        let text = |number: usize| format!("{number} {}", "words and ".repeat(number * 7 % 120));
        let all: Vec<Paragraph> = (0..40)
            .map(|number| Paragraph::of_line(&Line::new(text(number))))
            .collect();
        let whole: String = all.iter().map(Paragraph::text).collect();
        let pages = pages(all, AREA, 18.0);
        assert!(pages.len() > 5);
        assert!(
            pages
                .iter()
                .all(|page| height(page, 18.0, AREA.width) <= AREA.height + 0.1)
        );
        let found: String = pages.iter().flatten().map(Paragraph::text).collect();
        assert_eq!(found.replace(' ', ""), whole.replace(' ', ""));
    }
}
