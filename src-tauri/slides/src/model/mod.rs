//! What a deck says. Nothing here knows how a slide looks.

mod chart;
mod table;

use chrono::{DateTime, Utc};

pub use chart::{Chart, ChartKind, Hue, NOTHING_TO_DRAW, Series};
pub use table::{Align, Cell, MOST_COLUMNS, Table};

/// A deck of slides.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// What it is called; the file carries it, and a slide without a title of its own takes it.
    pub title: String,
    /// What it is about, for the file's properties.
    pub subject: String,
    /// Whose it is, for the file's properties.
    pub company: String,
    /// The language of its texts, such as "en-GB". What is no language tag counts as "en-GB".
    pub language: String,
    /// The moment the deck speaks of.
    pub created: DateTime<Utc>,
    /// The slides, in their order.
    pub slides: Vec<Slide>,
}

/// A slide. If it holds more than fits, it becomes several.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// What the slide finds, in a sentence.
    pub title: String,
    /// A sentence under the title.
    pub lead: Option<String>,
    /// What the slide shows.
    pub body: Body,
    /// The small line at the foot: source, formula, n.
    pub source: String,
    /// What the speaker says. Each line is a paragraph.
    pub notes: String,
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// The first slide: a large title, and lines under it.
    Cover {
        /// The lines under the title.
        lines: Vec<String>,
    },
    /// Paragraphs.
    Lines(Vec<Line>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// Two columns of the same weight, in the order given.
    Sides([(Side, Vec<Line>); 2]),
    /// A chart, and what it says beside it.
    ChartAndLines(Chart, Vec<Line>),
}

/// A paragraph: the side's mark, the words in bold and the text, as far as there are any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Whether it stands by itself or under another.
    pub level: Level,
    /// Words in bold before the text.
    pub lead_in: Option<String>,
    /// Whose it is.
    pub side: Option<Side>,
}

impl Line {
    /// Returns a paragraph with a text and nothing else.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Puts it under the paragraph before.
    #[must_use]
    pub fn below(mut self) -> Self {
        self.level = Level::Below;
        self
    }

    /// Gives it words in bold before the text.
    #[must_use]
    pub fn lead_in(mut self, words: impl Into<String>) -> Self {
        self.lead_in = Some(words.into());
        self
    }

    /// Gives it the mark of a side.
    #[must_use]
    pub fn of(mut self, side: Side) -> Self {
        self.side = Some(side);
        self
    }
}

/// How deep a paragraph stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Level {
    /// It stands by itself.
    #[default]
    Main,
    /// It stands under another.
    Below,
}

/// Whose something is. It is always told by word and mark, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Sales.
    Sales,
    /// Marketing.
    Marketing,
    /// Leadership.
    Leadership,
}

impl Side {
    /// Returns what the side is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sales => "Sales",
            Self::Marketing => "Marketing",
            Self::Leadership => "Leadership",
        }
    }
}
