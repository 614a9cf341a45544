//! A table.

use super::Side;

/// As many columns as can be read on a slide.
pub const MOST_COLUMNS: usize = 16;

/// A table with a header row. A row with too few cells is filled up with empty ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The header row; it is repeated where the table goes on.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// How wide the columns are, against each other. A column without a weight counts 1.
    pub weights: Vec<f64>,
}

impl Table {
    /// Returns how many columns it has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).fold(self.head.len(), usize::max)
    }
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// On which side of its column it stands.
    pub align: Align,
    /// Whether it is bold.
    pub bold: bool,
    /// Whose it is: the side's mark and name stand before the text.
    pub side: Option<Side>,
}

impl Cell {
    /// Returns a cell on the right: a number.
    pub fn right(text: impl Into<String>) -> Self {
        Self {
            align: Align::Right,
            ..Self::from(text.into())
        }
    }

    /// Makes it bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Gives it the mark of a side.
    #[must_use]
    pub fn of(mut self, side: Side) -> Self {
        self.side = Some(side);
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left: text.
    #[default]
    Left,
    /// On the right: numbers.
    Right,
}
