//! The head of a page: the title, which is a sentence and may be long, and the sentence under it.

use super::{Block, Layout, Remarks, Sheet, What, flow};
use crate::{
    look::{self, Frame, LINE},
    text::{Paragraph, Style, one_line},
};

/// Text that has one place only, in the size in which it fits there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fitted {
    pub text: String,
    pub size: f64,
    pub frame: Frame,
    /// Whether there was no room for all of it.
    pub is_cut: bool,
}

impl Fitted {
    /// Fits a text with an ending into so many lines; where the smallest size is too large, the text is cut before the ending.
    pub fn new(text: &str, ending: &str, sizes: &[(f64, usize)], width: f64, is_bold: bool) -> Self {
        let style = if is_bold { Style::Bold } else { Style::Plain };
        let lines = |text: &str, size| {
            Paragraph::new(&format!("{text}{ending}"), style)
                .rows(size, width)
                .len()
        };
        let fitted = |text: String, size: f64, lines: usize, is_cut| Self {
            text,
            size,
            frame: Frame {
                left: look::MARGIN,
                top: 0.0,
                width,
                height: count(lines) * size * LINE,
            },
            is_cut,
        };
        for (size, most) in sizes {
            let taken = lines(text, *size);
            if taken <= *most {
                return fitted(text.to_owned(), *size, taken, false);
            }
        }
        let (size, most) = sizes.last().copied().unwrap_or((look::CHART_SIZES.1, 1));
        let cut = shorten(text, |shorter| lines(shorter, size) <= most);
        fitted(cut, size, most, true)
    }
}

/// Returns as much of a text as fits, up to a word's end where that is near, with an ellipsis.
pub(crate) fn shorten(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    let up_to = |place: usize| format!("{}…", text.get(..place).unwrap_or_default().trim_end());
    let most = places.partition_point(|place| fits(&up_to(*place)));
    let place = places.get(most.saturating_sub(1)).copied().unwrap_or_default();
    let kept = text.get(..place).unwrap_or_default();
    match kept.rfind(char::is_whitespace) {
        Some(word) if place - word < 30 => up_to(word),
        _ => up_to(place),
    }
}

/// The title and the sentence under it.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub title: Fitted,
    pub lead: Option<Fitted>,
    /// A sentence that was too long to stand under the title.
    long_lead: Option<String>,
    /// Where the content may stand.
    pub area: Frame,
}

impl Head {
    /// Fits a title and the sentence under it.
    pub fn fit(title: &str, lead: Option<&str>, ending: &str, is_cover: bool, remarks: &mut Remarks) -> Self {
        let sizes = if is_cover {
            look::COVER_SIZES
        } else {
            look::TITLE_SIZES
        };
        let mut fitted = Fitted::new(title, ending, sizes, look::WIDTH, true);
        if fitted.is_cut {
            remarks.push(format!("The title in full: {title}"));
        }
        fitted.frame.top = if is_cover {
            look::COVER_TITLE_END - fitted.frame.height
        } else {
            look::TITLE_TOP
        };
        let mut under = if is_cover {
            look::COVER_LINES
        } else {
            look::TITLE_TOP + fitted.frame.height + 6.0
        };
        let lead = lead.map(one_line).filter(|lead| !lead.is_empty());
        let mut set = lead
            .as_deref()
            .map(|lead| Fitted::new(lead, "", look::LEAD_SIZES, look::WIDTH, false));
        let long_lead = match &set {
            Some(fitted) if fitted.is_cut => lead,
            _ => None,
        };
        set = set.filter(|_| long_lead.is_none());
        if let Some(lead) = &mut set {
            lead.frame.top = under;
            under += lead.frame.height;
        }
        let top = under + if is_cover && set.is_none() { 0.0 } else { 16.0 };
        Self {
            title: fitted,
            lead: set,
            long_lead,
            area: Frame {
                left: look::MARGIN,
                top,
                width: look::WIDTH,
                height: look::CONTENT_END - top,
            },
        }
    }

    /// Returns the head with an ending to its title.
    pub fn ending(&self, ending: &str) -> Self {
        let mut head = self.clone();
        head.title.text.push_str(ending);
        head
    }

    /// Returns the pages for a sentence that is too long to stand under the title: they come first.
    pub fn too_long<'d>(&self, is_cover: bool) -> Vec<Sheet<'d>> {
        let Some(lead) = &self.long_lead else {
            return Vec::new();
        };
        let layout = if is_cover { Layout::Cover } else { Layout::Content };
        paragraphs(layout, vec![Paragraph::new(lead, Style::Plain)], self.area)
    }
}

/// Returns the pages for paragraphs.
pub(crate) fn paragraphs<'d>(layout: Layout, all: Vec<Paragraph>, area: Frame) -> Vec<Sheet<'d>> {
    let size = flow::size(&[&all], area, look::LINE_SIZES);
    let pages = flow::pages(all, area, size);
    pages
        .into_iter()
        .map(|paragraphs| {
            let what = What::Text { paragraphs, size };
            (
                layout,
                vec![Block {
                    place: 1,
                    frame: area,
                    what,
                }],
            )
        })
        .collect()
}

/// Returns a number of lines to reckon with.
pub(crate) fn count(lines: usize) -> f64 {
    u32::try_from(lines).map_or(f64::MAX, f64::from)
}
