//! A paragraph in pieces of one style each, which can be divided where a slide ends.

use super::{clean, measure, measure::Letter};
use crate::{Align, Cell, Level, Line, Side, look};

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: String,
    pub style: Style,
}

/// How a stretch of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Bold,
    /// Text that steps back.
    Soft,
    /// A header of a table.
    Head,
    /// The square that stands for a side.
    Mark(Side),
    /// A side's name.
    Name(Side),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Paragraph {
    pub pieces: Vec<Piece>,
    pub level: Level,
    pub align: Align,
}

impl Paragraph {
    /// Returns a paragraph of one piece.
    pub fn new(text: &str, style: Style) -> Self {
        Self {
            pieces: vec![piece(clean(text), style)],
            level: Level::Main,
            align: Align::Left,
        }
    }

    /// Returns a line as a paragraph.
    pub fn of_line(line: &Line) -> Self {
        let lead_in = line
            .lead_in
            .as_deref()
            .map(clean)
            .filter(|words| !words.is_empty());
        let text = clean(&line.text);
        let has_more = lead_in.is_some() || !text.is_empty();
        let mut pieces = mark(line.side, has_more);
        if let Some(words) = lead_in {
            let joint = if text.is_empty() || words.ends_with(char::is_whitespace) {
                ""
            } else {
                " "
            };
            pieces.push(piece(format!("{words}{joint}"), Style::Bold));
        }
        pieces.push(piece(text, Style::Plain));
        Self {
            pieces,
            level: line.level,
            align: Align::Left,
        }
    }

    /// Returns a cell as a paragraph.
    pub fn of_cell(cell: &Cell, style: Style) -> Self {
        let text = clean(&cell.text);
        let mut pieces = mark(cell.side, !text.is_empty());
        pieces.push(piece(
            text,
            if cell.bold && style == Style::Plain {
                Style::Bold
            } else {
                style
            },
        ));
        Self {
            pieces,
            level: Level::Main,
            align: cell.align,
        }
    }

    /// Returns where its lines begin, in a size and a width.
    pub fn rows(&self, size: f64, width: f64) -> Vec<usize> {
        measure::rows(self.letters(), size, width - self.indent())
    }

    /// Returns how wide its longest word is.
    pub fn longest_word(&self, size: f64) -> f64 {
        measure::longest_word(self.letters(), size)
    }

    /// Returns what stays free above it when it is not the first.
    pub fn gap(&self, size: f64) -> f64 {
        match self.level {
            Level::Main => size * 0.6,
            Level::Below => size * 0.25,
        }
    }

    /// Divides it: what begins at a place is returned, and the rest stays.
    pub fn split_off(&mut self, place: usize) -> Self {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut begins = 0;
        for one in self.pieces.drain(..) {
            let ends = begins + one.text.len();
            let inside = place.saturating_sub(begins).min(one.text.len());
            let (kept, rest) = one.text.split_at_checked(inside).unwrap_or((&one.text, ""));
            if !kept.is_empty() {
                before.push(piece(kept.to_owned(), one.style));
            }
            if !rest.is_empty() {
                after.push(piece(rest.to_owned(), one.style));
            }
            begins = ends;
        }
        if let Some(last) = before.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        self.pieces = before;
        Self {
            pieces: after,
            level: self.level,
            align: self.align,
        }
    }

    /// Returns the text without its styles.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn indent(&self) -> f64 {
        match self.level {
            Level::Main => 0.0,
            Level::Below => look::INDENT,
        }
    }

    fn letters(&self) -> impl Iterator<Item = Letter> {
        let begins = self.pieces.iter().scan(0, |next, piece| {
            let here = *next;
            *next += piece.text.len();
            Some(here)
        });
        self.pieces.iter().zip(begins).flat_map(|(piece, begins)| {
            let bold = !matches!(piece.style, Style::Plain | Style::Soft);
            let letters = piece.text.char_indices();
            letters.map(move |(place, letter)| (begins + place, letter, bold))
        })
    }
}

fn piece(text: String, style: Style) -> Piece {
    Piece { text, style }
}

/// Returns a side's mark and name.
fn mark(side: Option<Side>, has_more: bool) -> Vec<Piece> {
    let Some(side) = side else { return Vec::new() };
    let joint = if has_more { "  " } else { "" };
    vec![
        piece("■\u{a0}".into(), Style::Mark(side)),
        piece(format!("{}{joint}", side.name()), Style::Name(side)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divided_paragraph_says_the_same_in_the_same_styles() {
        let line = Line::new("calls every lead").lead_in("Promise:").of(Side::Sales);
        let whole = Paragraph::of_line(&line);
        assert_eq!(whole.text(), "■\u{a0}Sales  Promise: calls every lead");
        for place in 0..whole.text().len() {
            if !whole.text().is_char_boundary(place) {
                continue;
            }
            let mut first = whole.clone();
            let rest = first.split_off(place);
            let letters = |text: String| text.split_whitespace().collect::<String>();
            assert_eq!(
                letters(first.text() + &rest.text()),
                letters(whole.text()),
                "{place}"
            );
        }
    }
}
