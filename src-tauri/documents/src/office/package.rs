//! The container of an office file. Its parts are asked for by name; their names become no paths, and what comes out is
//! counted.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8};
use lockstep_intake::Trouble;
use lockstep_intake::container::{Unpacked, parts_announced};
use lockstep_intake::limits::WORKBOOK_PARTS;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::markup::{Attributes, Listener, walk};
use crate::{FileKind, trouble};

/// No part may unpack to more bytes. All of them together have the limits of a container.
const PART_BYTES: u64 = 64 << 20;

/// An open container.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: Unpacked,
    kind: FileKind,
}

/// How one part refers to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relation {
    id: String,
    kind: String,
    /// The name of the other part.
    pub(crate) target: String,
}

impl Relation {
    /// Says whether it is of a type, given by the end of its address, which both flavours of the standard share.
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }
}

impl<'a> Package<'a> {
    /// Opens a container, reading nothing but its table of contents.
    pub(crate) fn open(bytes: &'a [u8], kind: FileKind) -> Result<Package<'a>, Trouble> {
        let announced = parts_announced(bytes).ok_or_else(|| trouble::damaged(kind))?;
        if announced > WORKBOOK_PARTS {
            return Err(trouble::too_many_parts(kind));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| trouble::damaged(kind))?;
        if archive.len() > WORKBOOK_PARTS {
            return Err(trouble::too_many_parts(kind));
        }
        Ok(Package {
            archive,
            unpacked: Unpacked::of(bytes.len() as u64),
            kind,
        })
    }

    /// What the file is.
    pub(crate) fn kind(&self) -> FileKind {
        self.kind
    }

    /// The names of its parts; those that are no text are left out.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
    }

    /// Says whether there is such a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// Names are the same in capitals; most programs write them as others do.
    fn index(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let found = self.names().find(|other| other.eq_ignore_ascii_case(name))?;
            self.archive.index_for_name(&found)
        })
    }

    /// The bytes of a part; nothing where there is none of this name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let kind = self.kind;
        let mut part = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => trouble::protected(),
            _ => trouble::damaged(kind),
        })?;
        let mut all = Vec::new();
        let mut buffer = vec![0; 64 << 10];
        loop {
            let read = part.read(&mut buffer).map_err(|_| trouble::damaged(kind))?;
            if read == 0 {
                return Ok(Some(all));
            }
            all.extend_from_slice(buffer.get(..read).unwrap_or_default());
            if !self.unpacked.takes(read as u64) || all.len() as u64 > PART_BYTES {
                return Err(trouble::too_large_inside(kind));
            }
        }
    }

    /// The text of a part; nothing where there is none of this name.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        Ok(self.part(name)?.map(decoded))
    }

    /// Goes through a part that is XML, and says whether there is one of this name.
    pub(crate) fn walk(
        &mut self,
        name: &str,
        skipped: &[&str],
        listener: &mut dyn Listener,
    ) -> Result<bool, Trouble> {
        let Some(text) = self.text(name)? else {
            return Ok(false);
        };
        walk(&text, self.kind, skipped, listener)?;
        Ok(true)
    }

    /// What a part refers to inside the container; the whole container for the empty name.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Trouble> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        let mut relations = Relations {
            folder,
            found: Vec::new(),
        };
        self.walk(
            &format!("{folder}{separator}_rels/{file}.rels"),
            &[],
            &mut relations,
        )?;
        Ok(relations.found)
    }

    /// The name of the part with which reading begins.
    pub(crate) fn main_part(&mut self) -> Result<String, Trouble> {
        let main = self
            .relations("")?
            .into_iter()
            .find(|relation| relation.is("/officeDocument"));
        main.map(|main| main.target)
            .filter(|main| self.has(main))
            .ok_or_else(|| trouble::damaged(self.kind))
    }
}

/// Finds the target of a relation by its id.
pub(crate) fn target<'r>(relations: &'r [Relation], id: &str) -> Option<&'r Relation> {
    relations.iter().find(|relation| relation.id == id)
}

/// The text of an XML part: its byte order mark says the encoding, else its first line, else it is UTF-8.
fn decoded(bytes: Vec<u8>) -> String {
    let declared = || {
        let line =
            String::from_utf8_lossy(bytes.get(..128.min(bytes.len())).unwrap_or_default()).into_owned();
        let (_, rest) = line.split_once("encoding=")?;
        let name = rest.get(1..)?.split(['"', '\'']).next()?.to_owned();
        Encoding::for_label(name.as_bytes())
    };
    let encoding = Encoding::for_bom(&bytes)
        .map(|(encoding, _)| encoding)
        .or_else(declared)
        .unwrap_or(UTF_8);
    encoding.decode(&bytes).0.into_owned()
}

struct Relations<'f> {
    folder: &'f str,
    found: Vec<Relation>,
}

impl Listener for Relations<'_> {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        let is_outside = attributes
            .plain("TargetMode")
            .is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
        if name != "Relationship" || is_outside {
            return;
        }
        if let (Some(id), Some(kind), Some(target)) = (
            attributes.plain("Id"),
            attributes.plain("Type"),
            attributes.plain("Target"),
        ) {
            self.found.push(Relation {
                id,
                kind,
                target: resolved(self.folder, &target),
            });
        }
    }
    fn end(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

/// The name of a part as it is called from a part in a folder.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let all = match target.strip_prefix('/') {
        Some(from_top) => from_top.to_owned(),
        None => format!("{folder}/{target}"),
    };
    for step in all.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_name_inside_the_container() {
        assert_eq!(resolved("ppt/slides", "../media/a.png"), "ppt/media/a.png");
        assert_eq!(resolved("ppt", "/word/./x.xml"), "word/x.xml");
        assert_eq!(resolved("", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn a_part_is_read_in_the_encoding_it_says() {
        assert_eq!(decoded(b"\xef\xbb\xbf<a>\xc3\xbc</a>".to_vec()), "<a>ü</a>");
        assert_eq!(
            decoded(b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xfc</a>".to_vec()),
            "<?xml version='1.0' encoding='iso-8859-1'?><a>ü</a>"
        );
        assert_eq!(decoded(b"\xff\xfe<\0a\0/\0>\0".to_vec()), "<a/>");
    }
}
