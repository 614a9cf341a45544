//! What stands on which slide, and where. A slide of the deck becomes one page, or several where it holds too much.

mod body;
mod flow;
mod grid;
mod head;

use crate::{
    Body, Chart, Deck, Side, Slide, SlidesError,
    look::{self, Frame},
    text::{Paragraph, clean, one_line},
};
pub(crate) use body::name;
pub(crate) use grid::{Grid, Row};
use head::{Fitted, Head};

/// A slide of the file.
pub(crate) struct Page<'d> {
    pub layout: Layout,
    pub title: Fitted,
    pub lead: Option<Fitted>,
    pub blocks: Vec<Block<'d>>,
    pub source: Option<Fitted>,
    pub notes: String,
}

/// Which layout of the master a page follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Cover,
    Content,
    Sides,
    Beside,
}

/// Something on a page.
pub(crate) struct Block<'d> {
    /// The number of the layout's place that it fills.
    pub place: u32,
    pub frame: Frame,
    pub what: What<'d>,
}

/// What a block is.
pub(crate) enum What<'d> {
    Text {
        paragraphs: Vec<Paragraph>,
        size: f64,
    },
    Table(Grid),
    Chart(&'d Chart),
    /// The line under the head of a side's column.
    Rule(Side),
}

/// The longest ending that a title may get.
const LONGEST_ENDING: &str = " (888 of 888)";

/// What a slide wants to say and had no place for in full: it goes into the notes.
pub(crate) type Remarks = Vec<String>;

/// Returns the pages of a slide.
///
/// # Errors
/// [`SlidesError::TooManyColumns`].
pub(crate) fn pages<'d>(deck: &Deck, slide: &'d Slide) -> Result<Vec<Page<'d>>, SlidesError> {
    let title = title(deck, slide);
    let is_cover = matches!(slide.body, Body::Cover { .. });
    let (alone, remarks, sheets) = set(slide, &title, "", is_cover)?;
    if sheets.len() <= 1 {
        return Ok(bind(slide, sheets, remarks, |_| alone.clone()));
    }
    let (head, remarks, sheets) = set(slide, &title, LONGEST_ENDING, is_cover)?;
    let count = sheets.len();
    Ok(bind(slide, sheets, remarks, |number| {
        head.ending(&format!(" ({number} of {count})"))
    }))
}

/// The pages' layouts and blocks, before they have a title.
pub(crate) type Sheet<'d> = (Layout, Vec<Block<'d>>);

type Setting<'d> = (Head, Remarks, Vec<Sheet<'d>>);

fn set<'d>(slide: &'d Slide, title: &str, ending: &str, is_cover: bool) -> Result<Setting<'d>, SlidesError> {
    let mut remarks = Remarks::new();
    let head = Head::fit(title, slide.lead.as_deref(), ending, is_cover, &mut remarks);
    let mut sheets = head.too_long(is_cover);
    sheets.extend(body::sheets(&slide.body, &head, &mut remarks)?);
    Ok((head, remarks, sheets))
}

fn bind<'d>(
    slide: &Slide,
    sheets: Vec<Sheet<'d>>,
    mut remarks: Remarks,
    head: impl Fn(usize) -> Head,
) -> Vec<Page<'d>> {
    let source = source(slide, &mut remarks);
    let mut notes = clean(&slide.notes);
    for remark in remarks {
        if !notes.is_empty() {
            notes.push('\n');
        }
        notes.push_str(&remark);
    }
    let numbered = (1..).zip(sheets);
    numbered
        .map(|(number, (layout, blocks))| {
            let head = head(number);
            Page {
                layout,
                title: head.title,
                lead: head.lead,
                blocks,
                source: source.clone(),
                notes: if number == 1 {
                    std::mem::take(&mut notes)
                } else {
                    String::new()
                },
            }
        })
        .collect()
}

/// Returns the title: a slide without one would have no name in the outline.
fn title(deck: &Deck, slide: &Slide) -> String {
    let titles = [slide.title.as_str(), deck.title.as_str(), "Untitled"];
    titles
        .into_iter()
        .map(one_line)
        .find(|title| !title.is_empty())
        .unwrap_or_default()
}

fn source(slide: &Slide, remarks: &mut Remarks) -> Option<Fitted> {
    let source = one_line(&slide.source);
    if source.is_empty() {
        return None;
    }
    let fitted = Fitted::new(&source, "", look::FOOT_SIZES, look::FOOT_WIDTH, false);
    if fitted.is_cut {
        remarks.push(format!("The source in full: {source}"));
    }
    Some(fitted)
}
