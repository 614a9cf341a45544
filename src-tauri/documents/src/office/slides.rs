//! The text of PPTX: slide by slide in their order, with tables, diagrams, charts and speaker notes.

use std::collections::BTreeMap;

use lockstep_intake::Trouble;

use super::Package;
use super::flow::Flow;
use super::package::target;
use crate::document::Draft;
use crate::limits;
use crate::markup::{Attributes, Listener};

/// The second telling of what newer programs draw.
const SKIPPED: &[&str] = &["Fallback"];

/// Reads the presentation whose list of slides is in the part `main`.
pub(super) fn read(package: &mut Package<'_>, main: &str, draft: &mut Draft) -> Result<(), Trouble> {
    let mut order = Order::default();
    package.walk(main, &[], &mut order)?;
    let relations = package.relations(main)?;
    let slides: Vec<_> = order.ids.iter().filter_map(|id| target(&relations, id)).collect();
    let mut languages = BTreeMap::new();
    for (index, slide) in slides.iter().enumerate() {
        if draft.is_full() {
            draft.skip(slides.len() - index);
            break;
        }
        read_slide(package, &slide.target, draft, &mut languages)?;
    }
    if draft.language.is_none() {
        draft.language = languages
            .into_iter()
            .max_by_key(|(_, letters): &(String, usize)| *letters)
            .map(|(language, _)| language);
    }
    Ok(())
}

fn read_slide(
    package: &mut Package<'_>,
    part: &str,
    draft: &mut Draft,
    languages: &mut BTreeMap<String, usize>,
) -> Result<(), Trouble> {
    let mut slide = Shapes::default();
    package.walk(part, SKIPPED, &mut slide)?;
    if draft.heading.is_none() {
        draft.heading = Some(slide.title).filter(|title| !title.trim().is_empty());
    }
    for (language, letters) in slide.languages {
        *languages.entry(language).or_default() += letters;
    }
    let mut text = slide.flow.into_text();
    let mut notes = None;
    for relation in package.relations(part)? {
        if relation.is("/notesSlide") {
            let mut shapes = Shapes {
                is_notes: true,
                ..Shapes::default()
            };
            package.walk(&relation.target, SKIPPED, &mut shapes)?;
            notes = Some(shapes.flow.into_text());
        } else if relation.is("/chart") || relation.is("/diagramData") {
            text.push('\n');
            text.push_str(&drawn_text(package, &relation.target)?);
        }
    }
    draft.add(&text, notes.as_deref());
    Ok(())
}

/// The words of a chart or a diagram, which stand in a part of their own.
pub(super) fn drawn_text(package: &mut Package<'_>, part: &str) -> Result<String, Trouble> {
    let mut shapes = Shapes::default();
    package.walk(part, SKIPPED, &mut shapes)?;
    Ok(shapes.flow.into_text())
}

/// The slides by the ids of their relations.
#[derive(Default)]
struct Order {
    ids: Vec<String>,
}

impl Listener for Order {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "sldId" {
            self.ids.extend(attributes.prefixed("id"));
        }
    }
    fn end(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

/// The text of shapes, in the order in which they are drawn.
#[derive(Default)]
struct Shapes {
    flow: Flow,
    /// What of a notes page repeats the slide or counts pages is left out.
    is_notes: bool,
    is_silent: bool,
    is_title: bool,
    title: String,
    texts: usize,
    /// Names of a chart's series and categories, which stand in its cache.
    cached: usize,
    language: Option<String>,
    languages: BTreeMap<String, usize>,
}

impl Listener for Shapes {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "sp" => (self.is_silent, self.is_title) = (false, false),
            "ph" => {
                let kind = attributes.plain("type").unwrap_or_default();
                let repeats = ["sldImg", "sldNum", "dt", "hdr", "ftr"].contains(&kind.as_str());
                self.is_silent = self.is_notes && repeats;
                self.is_title = matches!(kind.as_str(), "title" | "ctrTitle");
            }
            "rPr" => self.language = attributes.plain("lang"),
            "t" => self.texts += 1,
            "strCache" => self.cached += 1,
            "v" if self.cached > 0 => self.texts += 1,
            "br" if !self.is_silent => {
                self.flow.push("\n");
                if self.is_title {
                    self.title.push(' ');
                }
            }
            "tc" => self.flow.begin_cell(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "sp" => (self.is_silent, self.is_title) = (false, false),
            "r" | "fld" => self.language = None,
            "t" => self.texts = self.texts.saturating_sub(1),
            "strCache" => self.cached = self.cached.saturating_sub(1),
            "v" if self.cached > 0 => {
                self.texts = self.texts.saturating_sub(1);
                self.flow.end_line();
            }
            "p" if !self.is_silent => {
                self.flow.end_line();
                if self.is_title {
                    self.title.push(' ');
                }
            }
            "tc" => self.flow.end_cell(),
            "tr" => self.flow.end_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.texts == 0 || self.is_silent {
            return;
        }
        self.flow.push_words(text);
        if self.is_title {
            self.title.push_str(text);
        }
        if let Some(language) = &self.language {
            *self.languages.entry(language.clone()).or_default() += text.len();
        }
    }

    fn has_enough(&self) -> bool {
        self.flow.bytes() > 2 * limits::TEXT_BYTES
    }
}
