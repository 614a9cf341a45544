//! The text of ODT, ODP and ODS, which have their text in one part.

use lockstep_intake::Trouble;

use super::flow::Flow;
use super::{Package, properties};
use crate::document::Draft;
use crate::markup::{Attributes, Listener};
use crate::{FileKind, limits};

/// How often a repeated cell, space or empty cell is written.
const REPEATS: usize = 32;
/// What was deleted stays in the file.
const SKIPPED: &[&str] = &["tracked-changes"];

/// Says whether the parts are encrypted.
pub(super) fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Trouble> {
    let manifest = package.text("META-INF/manifest.xml")?;
    Ok(manifest.is_some_and(|manifest| manifest.contains("encryption-data")))
}

/// Reads the file.
pub(super) fn read(package: &mut Package<'_>, draft: &mut Draft) -> Result<(), Trouble> {
    properties::read_part(package, "meta.xml", draft)?;
    let kind = package.kind();
    let mut content = Content::of(kind);
    package.walk("content.xml", SKIPPED, &mut content)?;
    let mut edges = Content {
        is_inside: false,
        only_edges: true,
        ..Content::of(FileKind::Document)
    };
    if kind == FileKind::Document {
        package.walk("styles.xml", SKIPPED, &mut edges)?;
    }
    draft.heading = content.heading.take();
    content.end_page();
    let edges = edges.flow.into_text();
    let notes = std::mem::take(&mut content.notes).into_text();
    let count = content.pages.len();
    for (index, (page, notes_of_page)) in content.pages.into_iter().enumerate() {
        let mut page = page;
        if index == 0 && !edges.trim().is_empty() {
            page.push_str("\n\n");
            page.push_str(edges.trim());
        }
        let beside = if kind == FileKind::Slides {
            notes_of_page
        } else if index == 0 {
            notes.clone()
        } else {
            String::new()
        };
        draft.add(&page, Some(&beside));
    }
    if count == 0 {
        draft.add(&edges, None);
    }
    Ok(())
}

struct Content {
    kind: FileKind,
    pages: Vec<(String, String)>,
    flow: Flow,
    /// Speaker notes and comments.
    notes: Flow,
    beside: usize,
    paragraphs: usize,
    tables: usize,
    repeats: Vec<usize>,
    is_heading: bool,
    is_title: bool,
    heading: Option<String>,
    is_inside: bool,
    only_edges: bool,
}

impl Content {
    fn of(kind: FileKind) -> Content {
        Content {
            kind,
            pages: Vec::new(),
            flow: Flow::default(),
            notes: Flow::default(),
            beside: 0,
            paragraphs: 0,
            tables: 0,
            repeats: Vec::new(),
            is_heading: false,
            is_title: false,
            heading: None,
            is_inside: true,
            only_edges: false,
        }
    }

    fn current(&mut self) -> &mut Flow {
        if self.beside > 0 {
            &mut self.notes
        } else {
            &mut self.flow
        }
    }

    /// Ends a slide or a sheet; the pages of a text are told by its own breaks.
    fn end_page(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        if self.kind == FileKind::Document {
            self.pages
                .extend(flow.into_pages().into_iter().map(|page| (page, String::new())));
        } else if flow.bytes() > 0 {
            self.pages.push((flow.into_text(), String::new()));
        }
    }

    fn begin_sheet(&mut self, name: &str) {
        self.flow = Flow::default();
        self.flow.push_words(name);
        self.flow.end_line();
    }

    fn end_cell(&mut self) {
        let repeats = self.repeats.pop().unwrap_or(1).min(REPEATS);
        let flow = self.current();
        let text = flow.cell_text().to_owned();
        flow.end_cell();
        for _ in 1..repeats {
            flow.begin_cell();
            flow.push(&text);
            flow.end_cell();
        }
    }
}

impl Listener for Content {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        if self.only_edges && matches!(name, "header" | "footer") {
            self.is_inside = true;
        }
        let count = |attribute: &str| {
            attributes
                .prefixed(attribute)
                .and_then(|count| count.parse::<usize>().ok())
        };
        match name {
            "p" | "h" => {
                self.paragraphs += 1;
                self.is_heading = name == "h";
            }
            "frame" => self.is_title = attributes.prefixed("class").as_deref() == Some("title"),
            "s" if self.paragraphs > 0 => {
                let spaces = count("c").unwrap_or(1).min(REPEATS);
                self.current().push(&" ".repeat(spaces));
            }
            "tab" if self.paragraphs > 0 => self.current().push("\t"),
            "line-break" if self.paragraphs > 0 => self.current().push("\n"),
            "soft-page-break" if self.kind == FileKind::Document => self.flow.break_page(),
            "notes" | "annotation" => self.beside += 1,
            "page" if self.kind == FileKind::Slides => self.flow = Flow::default(),
            "table" => {
                self.tables += 1;
                if self.kind == FileKind::Spreadsheet && self.tables == 1 {
                    self.begin_sheet(&attributes.prefixed("name").unwrap_or_default());
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.repeats.push(count("number-columns-repeated").unwrap_or(1));
                self.current().begin_cell();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "header" | "footer" if self.only_edges => self.is_inside = false,
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                if self.is_inside {
                    self.current().end_line();
                }
                let found = std::mem::take(&mut self.is_heading) || self.is_title;
                if found && self.heading.is_none() {
                    let line = self
                        .flow
                        .since(0)
                        .trim_end()
                        .rsplit('\n')
                        .next()
                        .unwrap_or_default();
                    self.heading = Some(line.to_owned()).filter(|line| !line.trim().is_empty());
                }
            }
            "frame" => self.is_title = false,
            "notes" | "annotation" => self.beside = self.beside.saturating_sub(1),
            "page" if self.kind == FileKind::Slides => {
                let text = std::mem::take(&mut self.flow).into_text();
                let notes = std::mem::take(&mut self.notes).into_text();
                self.pages.push((text, notes));
            }
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.kind == FileKind::Spreadsheet && self.tables == 0 {
                    self.end_page();
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.current().end_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs > 0 && self.is_inside {
            self.current().push_words(text);
        }
    }

    fn has_enough(&self) -> bool {
        self.flow.bytes() > 2 * limits::TEXT_BYTES || self.pages.len() > limits::PAGES
    }
}
