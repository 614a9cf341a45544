//! What an office file says of itself: title, language, day of the last change.

use chrono::NaiveDate;
use lockstep_intake::Trouble;

use super::Package;
use crate::document::Draft;
use crate::markup::{Attributes, Listener};

/// Reads the properties of a file of Office, where it has any.
pub(super) fn read(package: &mut Package<'_>, draft: &mut Draft) -> Result<(), Trouble> {
    let relations = package.relations("")?;
    if let Some(core) = relations.iter().find(|relation| relation.is("/core-properties")) {
        read_part(package, &core.target, draft)?;
    }
    Ok(())
}

/// Reads the properties that stand in a part, where there is one of this name.
pub(super) fn read_part(package: &mut Package<'_>, part: &str, draft: &mut Draft) -> Result<(), Trouble> {
    let mut properties = Properties::default();
    package.walk(part, &[], &mut properties)?;
    draft.title = filled(&properties.title).filter(|title| !is_made_up(title));
    draft.language = filled(&properties.language);
    draft.day = day(&properties.modified);
    Ok(())
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What programs write where nobody gave a title.
pub(crate) fn is_made_up(title: &str) -> bool {
    const MADE_UP: [&str; 15] = [
        "untitled",
        "(anonymous)",
        "(unspecified)",
        "untitled document",
        "unbenannt",
        "sans titre",
        "document",
        "document1",
        "presentation",
        "presentation1",
        "powerpoint presentation",
        "powerpoint-präsentation",
        "présentation powerpoint",
        "presentación de powerpoint",
        "slide 1",
    ];
    MADE_UP.contains(&title.trim().to_lowercase().as_str())
}

/// The day of a date as XML writes it.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim().get(..10)?, "%Y-%m-%d").ok()
}

#[derive(Default)]
struct Properties {
    inside: Option<Field>,
    title: String,
    language: String,
    modified: String,
}

#[derive(Clone, Copy)]
enum Field {
    Title,
    Language,
    Modified,
}

impl Listener for Properties {
    fn start(&mut self, name: &str, _: &Attributes<'_>) {
        self.inside = match name {
            "title" => Some(Field::Title),
            "language" => Some(Field::Language),
            // Office says "modified", OpenDocument "date".
            "modified" | "date" => Some(Field::Modified),
            _ => None,
        };
    }

    fn end(&mut self, _: &str) {
        self.inside = None;
    }

    fn text(&mut self, text: &str) {
        match self.inside {
            Some(Field::Title) => self.title.push_str(text),
            Some(Field::Language) => self.language.push_str(text),
            Some(Field::Modified) => self.modified.push_str(text),
            None => {}
        }
    }
}
