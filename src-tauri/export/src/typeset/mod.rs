//! Typesetting: Typst as a library, with our own fonts and templates and nothing else. A template reads its data from a
//! virtual `data.json`; what people wrote reaches it as strings, which Typst never reads as markup or code. There is no
//! file, no package and no clock that a template could reach.

mod fonts;
mod plain;
mod unprintable;

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use lockstep_workspace::{Error, Result};
use serde::Serialize;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic, Warned},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::printed::Printed;
use fonts::Fonts;
use plain::make_plain;

/// A document's template: its files by name, the first being the one to start with.
pub type Template = &'static [(&'static str, &'static str)];

/// What a document carries besides its pages.
pub struct Imprint {
    /// Names the document for good: the same for every print of the same content.
    pub ident: String,
    /// The moment the document speaks of, never the moment of printing.
    pub as_of: DateTime<Utc>,
}

impl Imprint {
    /// Returns the imprint of a document that says what is so on a day.
    pub fn of_day(ident: String, day: NaiveDate) -> Self {
        Self {
            ident,
            as_of: day.and_time(NaiveTime::MIN).and_utc(),
        }
    }
}

/// The file under which a template finds its data.
const DATA: &str = "data.json";

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Typesets a document.
///
/// It is written as PDF/UA-1, the standard for documents that a screen reader can follow. Text in a script that none of
/// our fonts can draw is against that standard; such a document is still tagged, but does not claim it.
///
/// # Errors
/// `Internal` when the template is at fault, or Typst itself.
pub fn pdf(template: Template, data: &impl Serialize, imprint: &Imprint) -> Result<Printed> {
    let mut data = serde_json::to_value(data)?;
    make_plain(&mut data);
    let world = TypesetWorld::new(template, serde_json::to_string(&data)?)?;
    let printed = without_panic(|| print(&world, imprint));
    // What Typst remembers of earlier documents would only grow.
    typst::comemo::evict(1);
    printed
}

fn print(world: &TypesetWorld, imprint: &Imprint) -> Result<Printed> {
    let Warned { output, .. } = typst::compile::<PagedDocument>(world);
    let document = output.map_err(|faults| fault(world, &faults))?;
    let accessible =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Error::internal(error.message()))?;
    let bytes = typst_pdf::pdf(&document, &options(imprint, accessible))
        .or_else(|_| typst_pdf::pdf(&document, &options(imprint, PdfStandards::default())))
        .map_err(|faults| fault(world, &faults))?;
    Ok(Printed {
        bytes,
        unprintable: unprintable::characters(&document),
    })
}

/// Turns a panic of the library into an error: setting a document only reads, so nothing else is harmed by it.
fn without_panic<T>(set: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(set)).unwrap_or_else(|thrown| {
        let why = thrown
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| thrown.downcast_ref::<&str>().copied())
            .unwrap_or("no reason given");
        Err(
            Error::internal(format!("the document could not be set ({why})")).hint(
                "Nothing was written, and the workspace is as it was. Export it as JSON meanwhile, and report this with \
                 these words.",
            ),
        )
    })
}

fn options(imprint: &Imprint, standards: PdfStandards) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(imprint.ident.clone()),
        creator: Smart::Custom(Some("Lockstep".into())),
        timestamp: datetime(imprint.as_of).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

fn datetime(at: DateTime<Utc>) -> Option<Datetime> {
    let part = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
}

/// One document on its way: the press, the template's files and the data.
struct TypesetWorld {
    main: FileId,
    sources: HashMap<FileId, Source>,
    data: (FileId, Bytes),
    fonts: &'static Fonts,
}

impl TypesetWorld {
    fn new(template: Template, data: String) -> Result<Self> {
        let sources: Vec<Source> = template
            .iter()
            .map(|(name, text)| Ok(Source::new(file_id(name)?, (*text).to_owned())))
            .collect::<Result<_>>()?;
        let main = sources
            .first()
            .map(Source::id)
            .ok_or_else(|| Error::internal("a template without files"))?;
        Ok(Self {
            main,
            sources: sources.into_iter().map(|source| (source.id(), source)).collect(),
            fonts: Fonts::for_text(&data),
            data: (file_id(DATA)?, Bytes::from_string(data)),
        })
    }
}

fn file_id(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(|_| Error::internal(format!("no file name: {name}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for TypesetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (data, bytes) = &self.data;
        if id == *data {
            Ok(bytes.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Makes the error for a template that does not work, with the place for whoever mends it.
fn fault(world: &TypesetWorld, faults: &[SourceDiagnostic]) -> Error {
    let told: Vec<String> = faults
        .iter()
        .map(|fault| {
            let line = fault
                .span
                .id()
                .and_then(|id| world.sources.get(&id))
                .and_then(|source| {
                    let place = typst::WorldExt::range(world, fault.span)?;
                    let line = source.lines().byte_to_line(place.start)? + 1;
                    Some(format!("{}:{line}: ", source.id().vpath().get_without_slash()))
                })
                .unwrap_or_default();
            format!("{line}{}", fault.message)
        })
        .collect();
    Error::internal(format!("the document could not be typeset ({})", told.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &'static str) -> Result<Printed> {
        let imprint = Imprint {
            ident: "test".into(),
            as_of: DateTime::UNIX_EPOCH,
        };
        pdf(Box::leak(Box::new([("main.typ", text)])), &(), &imprint)
    }

    #[test]
    fn what_typst_throws_becomes_an_error_in_words_and_the_next_document_is_set() {
        // Two heads of one level right behind each other, which the plan’s template avoids. Should Typst learn to set them,
        // this control fails: then take something else that it cannot do.
        let error = set("#set page(height: 3cm)
            Words above it.
            #table(table.header[A], table.header(level: 2)[B], table.header(level: 2)[C], [c], table.header(level: 2)[D], [d])")
        .map_or_else(|error| error, |_| Error::refused("it was set"));
        assert!(
            error.message.contains("the document could not be set"),
            "{}",
            error.message
        );
        assert!(
            error
                .hint
                .is_some_and(|hint| hint.contains("the workspace is as it was"))
        );
        assert!(set("All is well.").is_ok());
    }

    #[test]
    fn a_template_can_reach_nothing_but_its_own_files_and_its_data() {
        for reach in [
            "#read(\"/etc/hostname\")",
            "#import \"@preview/cetz:0.3.0\"",
            "#datetime.today()",
        ] {
            assert!(set(reach).is_err(), "{reach}");
        }
    }
}
