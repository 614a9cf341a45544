//! Office files: the parts of their container, what they say of themselves, and their text.

mod cell_days;
pub(crate) mod compound;
mod flow;
mod open_document;
mod package;
mod properties;
mod sheets;
mod slides;
mod word;

use lockstep_intake::Trouble;

pub(crate) use self::package::Package;
pub(crate) use self::properties::is_made_up;
use crate::document::{Document, Draft};
use crate::kind::is_container;
use crate::{FileKind, trouble};

/// Reads a presentation, a document or a spreadsheet.
pub(crate) fn read(bytes: &[u8], kind: FileKind) -> Result<Document, Trouble> {
    if compound::is_compound(bytes) {
        return if compound::is_encrypted(bytes) {
            Ok(Document::protected(kind))
        } else {
            Err(trouble::older_format(kind))
        };
    }
    if !is_container(bytes) {
        return Err(trouble::damaged(kind));
    }
    match read_package(bytes, kind) {
        Err(trouble) if trouble == trouble::protected() => Ok(Document::protected(kind)),
        read => read,
    }
}

fn read_package(bytes: &[u8], kind: FileKind) -> Result<Document, Trouble> {
    let mut package = Package::open(bytes, kind)?;
    let mut draft = Draft::default();
    if package.has("content.xml") {
        if open_document::is_encrypted(&mut package)? {
            return Ok(Document::protected(kind));
        }
        open_document::read(&mut package, &mut draft)?;
    } else {
        properties::read(&mut package, &mut draft)?;
        let main = package.main_part()?;
        match kind {
            FileKind::Slides => slides::read(&mut package, &main, &mut draft)?,
            FileKind::Spreadsheet => sheets::read(&mut package, &main, &mut draft)?,
            _ => word::read(&mut package, &main, &mut draft)?,
        }
    }
    Ok(draft.finished(kind))
}

/// Returns the picture that the program which saved the file put into it, undecoded.
pub(crate) fn embedded_picture(bytes: &[u8], kind: FileKind) -> Option<Vec<u8>> {
    if !is_container(bytes) {
        return None;
    }
    let mut package = Package::open(bytes, kind).ok()?;
    if package.has("content.xml") {
        return package.part("Thumbnails/thumbnail.png").ok()?;
    }
    let picture = package
        .relations("")
        .ok()?
        .into_iter()
        .find(|relation| relation.is("/metadata/thumbnail"))?;
    package.part(&picture.target).ok()?
}
