//! PowerPoint files (PPTX): slides with real text, charts that can be edited with their figures, tables and speaker notes.
//!
//! A [`Deck`] says what its slides carry; how that is set, where a list goes on and what a file of this kind is made of
//! is decided here. There is no clock, no file and no network: the same deck gives the same bytes.
//!
//! What a caller may rely on:
//! - Nothing runs over a slide. Text steps down in size, never below 14 points, and what is still too long goes on on
//!   another slide, whose title then ends in "(2 of 3)".
//! - Nothing is lost. What has one place only (a title, a source, a name in a chart) and is too long for it is cut with an
//!   ellipsis, and stands in full in the notes. Only characters that XML does not know are dropped.
//! - Text stays text: nothing that somebody wrote becomes markup here or a formula in a chart's workbook.

mod error;
mod fit;
mod look;
mod model;
mod text;
mod write;
mod xml;

pub use error::SlidesError;
pub use model::{
    Align, Body, Cell, Chart, ChartKind, Deck, Hue, Level, Line, MOST_COLUMNS, NOTHING_TO_DRAW, Series, Side,
    Slide, Table,
};

impl Deck {
    /// Returns the deck as a PowerPoint file.
    ///
    /// # Errors
    /// [`SlidesError::NoSlides`] for a deck without slides, [`SlidesError::TooManyColumns`] for a table that is too wide to
    /// be read, and the others when the file cannot be put together.
    pub fn to_pptx(&self) -> Result<Vec<u8>, SlidesError> {
        let mut pages = Vec::new();
        for slide in &self.slides {
            pages.extend(fit::pages(self, slide)?);
        }
        if pages.is_empty() {
            return Err(SlidesError::NoSlides);
        }
        write::package(self, &pages)
    }
}
