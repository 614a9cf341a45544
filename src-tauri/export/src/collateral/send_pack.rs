//! A send pack: several pieces in one ZIP archive, under their titles, with a cover sheet that says what they are. It is written to a
//! temporary neighbour piece by piece, so that neither a large pack nor one that fails leaves anything half done.

use std::{fs::File, io::Write, path::Path};

use chrono::{Datelike, NaiveDate};
use lockstep_core::collateral::send_pack::{COVER_SHEET, PackItem, SendPack};
use lockstep_workspace::{
    Error, Result,
    company::Company,
    words::{Words, capitalised},
};
use serde::Serialize;
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{
    files::fill_atomically,
    options::{Options, Paper},
    printed::{Printed, Written},
    typeset::{self, Imprint, Template},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/send_pack/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
];

/// The line to the recipient has at most so many characters.
const LONGEST_MESSAGE: usize = 600;

/// A pack and what its cover sheet says beside the pieces.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'p> {
    /// The pieces.
    pub content: &'p SendPack,
    /// Whose they are.
    pub company: &'p Company,
    /// A line to whoever receives it; empty where there is none.
    pub message: &'p str,
}

/// What the cover sheet says, word for word.
#[derive(Serialize)]
struct Sheet {
    paper: &'static str,
    company: String,
    title: String,
    day: String,
    message: String,
    /// Whether something goes that is not approved and current.
    has_standing: bool,
    rows: Vec<SheetRow>,
}

#[derive(Serialize)]
struct SheetRow {
    title: String,
    place: String,
    link: String,
    kind: String,
    pages: String,
    standing: String,
}

impl Pack<'_> {
    fn sheet(&self, paper: Paper, today: NaiveDate) -> Sheet {
        let words = Words::new(self.company);
        let items = &self.content.items;
        let pieces = match items.len() {
            1 => "1 document".to_owned(),
            many => format!(
                "{} documents",
                words.count(i64::try_from(many).unwrap_or(i64::MAX))
            ),
        };
        Sheet {
            paper: paper.name(),
            company: self.company.name.clone(),
            title: format!("{pieces} from {}", self.company.name),
            day: words.day(today),
            message: self.message.trim().to_owned(),
            has_standing: items.iter().any(|item| !item.not_ready.is_empty()),
            rows: items.iter().map(|item| row(item, &words)).collect(),
        }
    }

    /// Returns the cover sheet as a PDF.
    ///
    /// # Errors
    /// `Invalid` when the line to the recipient is too long; `Internal` when it cannot be set.
    pub fn cover_sheet(&self, options: &Options) -> Result<Printed> {
        if self.message.chars().count() > LONGEST_MESSAGE {
            return Err(Error::invalid(
                "message",
                format!("The line to the recipient is limited to {LONGEST_MESSAGE} characters."),
            )
            .hint("Shorten it, and write the rest in your e-mail."));
        }
        let paper = options.paper.unwrap_or_else(|| Paper::usual_for(self.company));
        let imprint = Imprint::of_day(
            format!("lockstep send pack {} {}", self.company.name, options.today),
            options.today,
        );
        typeset::pdf(TEMPLATE, &self.sheet(paper, options.today), &imprint)
    }
}

/// What we know of a piece among ourselves, for whom it is made and which version it is, is not told to the recipient.
fn row(item: &PackItem, words: &Words) -> SheetRow {
    SheetRow {
        title: if item.title.is_empty() {
            "Without a title".into()
        } else {
            item.title.clone()
        },
        place: item.name.clone(),
        link: item.link.clone(),
        kind: item.kind_name.clone(),
        pages: if item.pages > 0 {
            words.count(item.pages)
        } else {
            String::new()
        },
        standing: capitalised(&item.not_ready),
    }
}

/// Writes a pack to a file. `bytes_of` gives the bytes of a file by its SHA-256, one at a time. The pack's own check comes before.
///
/// # Errors
/// `Invalid` for a name that does not end in .zip; `Damaged` when the bytes of a piece are not those that were added; `File` when it
/// cannot be written. Then nothing is there that was not before.
pub fn write(
    pack: Pack,
    path: &Path,
    options: &Options,
    bytes_of: &mut dyn FnMut(&str) -> Result<Vec<u8>>,
) -> Result<Written> {
    let is_zip = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if !is_zip {
        return Err(Error::invalid("path", "A send pack is a ZIP archive.").hint("Let the name end in .zip."));
    }
    let cover = pack.cover_sheet(options)?;
    // The day of the pack and not the minute: the same pack is the same file.
    let at = options.today;
    let year = u16::try_from(at.year()).map_err(Error::internal)?;
    let part = |value: u32| u8::try_from(value).map_err(Error::internal);
    let day = zip::DateTime::from_date_and_time(year, part(at.month())?, part(at.day())?, 0, 0, 0);
    let entry = SimpleFileOptions::default()
        .last_modified_time(day.map_err(Error::internal)?)
        .unix_permissions(0o644);
    fill_atomically(path, |file: &mut File, failed| {
        let said = |error: ZipError| match error {
            ZipError::Io(error) => failed(&error),
            other => Error::internal(other),
        };
        let mut archive = ZipWriter::new(file);
        let mut put = |name: &str, bytes: &[u8]| {
            archive.start_file(name, entry).map_err(said)?;
            archive.write_all(bytes).map_err(|error| failed(&error))
        };
        put(COVER_SHEET, &cover.bytes)?;
        for item in pack.content.items.iter().filter(|item| !item.name.is_empty()) {
            let bytes = bytes_of(&item.hash).map_err(|error| Error {
                message: format!("“{}” cannot go into the pack. {}", item.title, error.message),
                ..error
            })?;
            put(&item.name, &bytes)?;
        }
        archive.finish().map(|_| ()).map_err(said)
    })?;
    Ok(Written { note: cover.note() })
}
