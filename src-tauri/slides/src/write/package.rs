//! The file as a package: its parts, of which type each is, and how they know each other.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::RELATIONS;
use crate::{SlidesError, xml::Xml};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The types of parts, by a short name.
const KINDS: &[(&str, &str)] = &[
    (
        "presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    ),
    (
        "slide",
        "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
    ),
    (
        "slideMaster",
        "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
    ),
    (
        "slideLayout",
        "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
    ),
    (
        "notesMaster",
        "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
    ),
    (
        "notesSlide",
        "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml",
    ),
    (
        "presProps",
        "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml",
    ),
    (
        "viewProps",
        "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml",
    ),
    (
        "tableStyles",
        "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml",
    ),
    ("theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
    (
        "chart",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    ),
    (
        "core",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    (
        "app",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
];

/// How a part knows another.
pub(crate) struct Relation {
    kind: String,
    target: String,
}

impl Relation {
    /// Returns a relation of a usual kind.
    pub fn to(kind: &str, target: impl Into<String>) -> Self {
        Self::of(format!("{RELATIONS}/{kind}"), target)
    }

    /// Returns a relation of any kind.
    pub fn of(kind: impl Into<String>, target: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            target: target.into(),
        }
    }
}

/// A package on its way.
pub(crate) struct Package {
    types: Xml,
    parts: Vec<(String, Vec<u8>)>,
    overrides: Vec<(String, &'static str)>,
}

impl Package {
    /// Begins a package.
    pub fn new() -> Self {
        Self {
            types: Xml::new(),
            parts: Vec::new(),
            overrides: Vec::new(),
        }
    }

    /// Adds a part of a kind.
    pub fn add(&mut self, kind: &str, path: &str, bytes: Vec<u8>) {
        if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == kind) {
            self.overrides.push((format!("/{path}"), kind));
        }
        self.parts.push((path.to_owned(), bytes));
    }

    /// Adds the workbook of a chart.
    pub fn add_workbook(&mut self, path: String, bytes: Vec<u8>) {
        self.parts.push((path, bytes));
    }

    /// Says how a part knows others, which it calls rId1, rId2 and so on.
    pub fn relate(&mut self, path: &str, relations: &[Relation]) {
        let mut xml = Xml::new();
        xml.element("Relationships", &[("xmlns", PACKAGE)], |xml| {
            for (number, relation) in (1..).zip(relations) {
                let id = format!("rId{number}");
                xml.empty(
                    "Relationship",
                    &[
                        ("Id", &id),
                        ("Type", &relation.kind),
                        ("Target", &relation.target),
                    ],
                );
            }
        });
        self.parts.push((path.to_owned(), xml.finish()));
    }

    /// Returns the file. No part has a time of its own, so that the same parts give the same bytes.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn pack(mut self) -> Result<Vec<u8>, SlidesError> {
        let overrides = std::mem::take(&mut self.overrides);
        self.types.element("Types", &[("xmlns", TYPES)], |xml| {
            let default = |xml: &mut Xml, ending, kind| {
                xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
            };
            default(
                xml,
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            );
            default(xml, "xml", "application/xml");
            default(
                xml,
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            );
            for (path, kind) in &overrides {
                xml.empty("Override", &[("PartName", path), ("ContentType", kind)]);
            }
        });
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        let types = ("[Content_Types].xml".to_owned(), self.types.finish());
        for (path, bytes) in std::iter::once(types).chain(self.parts) {
            // A workbook is packed already.
            let options = match path.ends_with(".xlsx") {
                true => packed.compression_method(CompressionMethod::Stored),
                false => packed,
            };
            zip.start_file(path, options)?;
            zip.write_all(&bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
