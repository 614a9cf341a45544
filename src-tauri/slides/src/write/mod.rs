//! The parts of the file: what the pages are made of in XML, and how the parts know each other.

mod chart;
mod notes;
mod package;
mod props;
mod slide;
mod table;
mod text;
mod workbook;

use crate::{
    Deck, SlidesError,
    fit::{Layout, Page, What},
    xml::Xml,
};
use package::{Package, Relation};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SLIDES: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// The name spaces of every part that has shapes.
const NAMESPACES: &[(&str, &str)] = &[("xmlns:a", DRAWING), ("xmlns:r", RELATIONS), ("xmlns:p", SLIDES)];

/// What every slide is written with.
pub(crate) struct Context<'d> {
    /// The language of all texts.
    pub language: &'d str,
}

/// Returns the whole file.
///
/// # Errors
/// When a chart's workbook cannot be written, or the file not be packed.
pub(crate) fn package(deck: &Deck, pages: &[Page]) -> Result<Vec<u8>, SlidesError> {
    let context = Context {
        language: language(&deck.language),
    };
    let mut package = Package::new();
    props::add(&mut package, deck, pages, &context);
    let mut charts = 0;
    for (number, page) in (1..).zip(pages) {
        let mut relations = vec![Relation::to(
            "slideLayout",
            format!("../slideLayouts/slideLayout{}.xml", layout(page)),
        )];
        if !page.notes.is_empty() {
            relations.push(Relation::to(
                "notesSlide",
                format!("../notesSlides/notesSlide{number}.xml"),
            ));
            notes::add(&mut package, &context, page, number);
        }
        for block in &page.blocks {
            if let What::Chart(chart) = block.what {
                charts += 1;
                relations.push(Relation::to("chart", format!("../charts/chart{charts}.xml")));
                chart::add(&mut package, deck, &context, chart, block.frame, charts)?;
            }
        }
        let chart = relations.len();
        package.add(
            "slide",
            &format!("ppt/slides/slide{number}.xml"),
            slide::xml(&context, page, chart),
        );
        package.relate(&format!("ppt/slides/_rels/slide{number}.xml.rels"), &relations);
    }
    package.pack()
}

/// Returns the number of a page's layout.
fn layout(page: &Page) -> u32 {
    match page.layout {
        Layout::Cover => 1,
        Layout::Content => 2,
        Layout::Sides => 3,
        Layout::Beside => 4,
    }
}

/// Returns a language tag; what is none, is not written into a file that others rely on.
fn language(tag: &str) -> &str {
    let mut parts = tag.split('-');
    let begins = parts
        .next()
        .is_some_and(|first| (2..=3).contains(&first.len()) && is_part(first, u8::is_ascii_alphabetic));
    let goes_on = parts.all(|part| (1..=8).contains(&part.len()) && is_part(part, u8::is_ascii_alphanumeric));
    if begins && goes_on { tag } else { "en-GB" }
}

fn is_part(part: &str, is: impl Fn(&u8) -> bool) -> bool {
    part.as_bytes().iter().all(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_language_tag_is_one() {
        assert_eq!(language("de-CH"), "de-CH");
        assert_eq!(language("zh-Hant-TW"), "zh-Hant-TW");
        for none in ["", "english", "e", "de_CH", "de-", "\"><x", "de-CHHHHHHHH"] {
            assert_eq!(language(none), "en-GB", "{none}");
        }
    }
}
