//! What of a document's text stands there as boxes, because no font at hand has its characters. The set pages are asked, not
//! the fonts: what counts is what was printed.

use typst::{
    layout::{Frame, FrameItem},
    text::{TextItem, is_default_ignorable},
};
use typst_layout::PagedDocument;

/// The glyph that stands for a missing one in every font.
const BOX: u16 = 0;

/// Returns the characters of a document that no font could draw, each once, in the order in which they come.
pub fn characters(document: &PagedDocument) -> Vec<char> {
    let mut found = Vec::new();
    for page in document.pages() {
        look_through(&page.frame, &mut found);
    }
    found
}

fn look_through(frame: &Frame, found: &mut Vec<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look_through(&group.frame, found),
            FrameItem::Text(text) => look_at(text, found),
            _ => {}
        }
    }
}

fn look_at(text: &TextItem, found: &mut Vec<char>) {
    let boxes = text.glyphs.iter().filter(|glyph| glyph.id == BOX);
    for letter in boxes
        .filter_map(|glyph| text.text.get(glyph.range()))
        .flat_map(str::chars)
    {
        let counts = !letter.is_whitespace() && !letter.is_control() && !is_default_ignorable(letter);
        if counts && !found.contains(&letter) {
            found.push(letter);
        }
    }
}
