//! How the slides look: measures in points, a slide being 960 by 540; the same ink and hues as the printed documents.
//! The colours stand once, in the theme; here are only the names by which it knows them.

use crate::{Hue, Side};

/// How wide a slide is.
pub(crate) const SLIDE_WIDTH: f64 = 960.0;
/// How high a slide is.
pub(crate) const SLIDE_HEIGHT: f64 = 540.0;
/// What stays free on the left and on the right.
pub(crate) const MARGIN: f64 = 54.0;
/// How wide what stands on a slide may be.
pub(crate) const WIDTH: f64 = SLIDE_WIDTH - 2.0 * MARGIN;
/// Where the title begins.
pub(crate) const TITLE_TOP: f64 = 36.0;
/// How high the title's place is in the layout; a longer one takes more.
pub(crate) const TITLE_HEIGHT: f64 = 72.0;
/// Where the content ends at the latest; the line of the foot runs below it.
pub(crate) const CONTENT_END: f64 = 476.0;
/// How wide the foot is: the slide's number stands to its right.
pub(crate) const FOOT_WIDTH: f64 = WIDTH - 90.0;
/// Where the title of a cover ends.
pub(crate) const COVER_TITLE_END: f64 = 290.0;
/// Where the lines of a cover begin.
pub(crate) const COVER_LINES: f64 = 312.0;
/// What stays free between two columns.
pub(crate) const GUTTER: f64 = 36.0;
/// How far what stands under another is moved in.
pub(crate) const INDENT: f64 = 20.0;
/// How high a line is, for text of one point.
pub(crate) const LINE: f64 = 1.2;

/// The sizes of a title, with as many lines as it may have: rather a little smaller than a second line of one word.
pub(crate) const TITLE_SIZES: &[(f64, usize)] =
    &[(30.0, 1), (28.0, 1), (30.0, 2), (28.0, 2), (26.0, 3), (24.0, 3)];
/// The sizes of a cover's title.
pub(crate) const COVER_SIZES: &[(f64, usize)] = &[(44.0, 3), (40.0, 3), (36.0, 4), (32.0, 5)];
/// The sizes of the sentence under a title.
pub(crate) const LEAD_SIZES: &[(f64, usize)] = &[(20.0, 1), (18.0, 2), (16.0, 2)];
/// The sizes of the line at the foot.
pub(crate) const FOOT_SIZES: &[(f64, usize)] = &[(12.0, 2), (11.0, 2)];
/// The sizes of paragraphs, and the one in which they go on on another slide.
pub(crate) const LINE_SIZES: (&[f64], f64) = (&[20.0, 18.0, 16.0], 18.0);
/// The sizes of paragraphs beside a chart.
pub(crate) const BESIDE_SIZES: (&[f64], f64) = (&[18.0, 16.0], 16.0);
/// The sizes of tables.
pub(crate) const TABLE_SIZES: (&[f64], f64) = (&[18.0, 16.0, 14.0], 16.0);
/// The size of the words in a chart, where it has a slide to itself and where lines stand beside it.
pub(crate) const CHART_SIZES: (f64, f64) = (16.0, 14.0);

/// What stays free on the left and right of a cell.
pub(crate) const CELL_SIDE: f64 = 6.0;
/// What stays free above and below a cell's text.
pub(crate) const CELL_EDGE: f64 = 5.0;

/// A place on a slide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A colour, as the theme knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tint {
    /// Text.
    Ink,
    /// Text that steps back.
    Soft,
    /// Paper.
    Paper,
    /// A line between rows.
    Hairline,
    /// What was so before, as a line.
    Before,
    /// One of the theme's accents, by its name.
    Accent(&'static str),
    /// A side's colour as text.
    SideText(Side),
}

/// The mark of a side.
pub(crate) fn side_fill(side: Side) -> Tint {
    Tint::Accent(match side {
        Side::Sales => "accent4",
        Side::Marketing => "accent5",
        Side::Leadership => "accent6",
    })
}

/// What fills a series.
pub(crate) fn hue_fill(hue: Hue) -> Tint {
    match hue {
        Hue::Actual => Tint::Accent("accent1"),
        Hue::Target => Tint::Accent("accent2"),
        Hue::Before => Tint::Accent("accent3"),
        Hue::Sales => Tint::Accent("accent4"),
        Hue::Marketing => Tint::Accent("accent5"),
        Hue::Muted => Tint::Hairline,
    }
}

/// What a series is outlined with, where its own colour is too light to end clearly.
pub(crate) fn hue_line(hue: Hue) -> Tint {
    match hue {
        Hue::Before | Hue::Muted => Tint::Before,
        other => hue_fill(other),
    }
}

/// What can be read on a series.
pub(crate) fn hue_words(hue: Hue) -> Tint {
    match hue {
        Hue::Actual | Hue::Sales => Tint::Paper,
        Hue::Target | Hue::Before | Hue::Marketing | Hue::Muted => Tint::Ink,
    }
}

/// Returns a measure as the file counts it.
pub(crate) fn emu(points: f64) -> String {
    format!("{:.0}", points * 12_700.0)
}

/// Returns a size of text as the file counts it.
pub(crate) fn size(points: f64) -> String {
    format!("{:.0}", points * 100.0)
}
