//! Opening a file, and telling by its first bytes what it is. What its name ends with says nothing.

use std::fs::{File, OpenOptions};
use std::io::{Read, SeekFrom};
use std::path::Path;

use memchr::memmem;

use crate::encoding::Bytes;
use crate::trouble::Trouble;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Text,
    Workbook,
}

/// Opens a plain file for reading and says how large it is. Folders, pipes and devices are refused before they are
/// opened, because opening some of them waits for ever.
pub(crate) fn open(path: &Path) -> Result<(Box<dyn Bytes>, u64), Trouble> {
    let about = std::fs::metadata(path).map_err(|error| Trouble::from_io(&error))?;
    refuse_unless_plain(&about)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Whoever puts a pipe in the file's place meanwhile must not hold us up.
        options.custom_flags(i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0));
    }
    let file: File = options.open(path).map_err(|error| Trouble::from_io(&error))?;
    let about = file.metadata().map_err(|error| Trouble::from_io(&error))?;
    refuse_unless_plain(&about)?;
    Ok((Box::new(file), about.len()))
}

fn refuse_unless_plain(about: &std::fs::Metadata) -> Result<(), Trouble> {
    if about.is_dir() {
        Err(Trouble::new("This is a folder, not a file.").hint("Open it and choose the file inside."))
    } else if !about.is_file() {
        Err(
            Trouble::new("This is no file but a device or a pipe of the system.")
                .hint("Choose a file that was exported from your CRM."),
        )
    } else {
        Ok(())
    }
}

/// Says what the bytes are, and leaves them at their beginning.
pub(crate) fn content(bytes: &mut dyn Bytes, size: u64) -> Result<Content, Trouble> {
    let mut start = Vec::with_capacity(4096);
    (&mut *bytes)
        .take(4096)
        .read_to_end(&mut start)
        .map_err(|error| Trouble::from_io(&error))?;
    let found = what_begins_with(&start, bytes, size);
    bytes
        .seek(SeekFrom::Start(0))
        .map_err(|error| Trouble::from_io(&error))?;
    found
}

fn what_begins_with(start: &[u8], bytes: &mut dyn Bytes, size: u64) -> Result<Content, Trouble> {
    if start.is_empty() {
        return Err(Trouble::new("This file is empty.")
            .hint("Export it again from your CRM, or choose another file."));
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Ok(Content::Workbook);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(old_or_locked_workbook(start, bytes, size));
    }
    for (magic, what) in [
        (&b"%PDF"[..], "a PDF document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a packed file"),
        (b"7z\xbc\xaf", "a packed file"),
        (b"Rar!", "a packed file"),
        (b"SQLite format 3", "a database"),
        (b"{\\rtf", "a text document"),
        (b"PAR1", "a Parquet file"),
    ] {
        if start.starts_with(magic) {
            return Err(
                Trouble::new(format!("This is {what}, not a table.")).hint("Choose a CSV or XLSX file.")
            );
        }
    }
    refuse_markup(start)?;
    Ok(Content::Text)
}

/// Both the workbooks of before 2007 and workbooks with a password begin alike.
fn old_or_locked_workbook(start: &[u8], bytes: &mut dyn Bytes, size: u64) -> Trouble {
    let mut all = start.to_vec();
    let rest = size.min(crate::limits::WORKBOOK_BYTES);
    // What cannot be read here only makes the sentence less exact.
    let _ = bytes.take(rest).read_to_end(&mut all);
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    if memmem::find(&all, &name).is_some() {
        Trouble::new("This workbook is protected with a password.")
            .hint("Open it in your spreadsheet program, remove the password, save it and try again.")
    } else {
        Trouble::new("This is a workbook in the old .xls format, whatever its name ends with.")
            .hint("Open it in your spreadsheet program and save it as .xlsx or CSV.")
    }
}

/// Many systems write a web page and call it .xls.
fn refuse_markup(start: &[u8]) -> Result<(), Trouble> {
    let beginning: String = start
        .iter()
        .take(1024)
        .filter(|byte| byte.is_ascii_graphic() || **byte == b' ')
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let beginning = beginning.trim_start();
    let is_page = ["<!doctype", "<html", "<table", "<head", "<meta", "<body"]
        .iter()
        .any(|tag| beginning.starts_with(tag));
    let is_xml = beginning.starts_with("<?xml");
    if is_page || is_xml {
        let what = if is_page || beginning.contains("<html") {
            "a web page"
        } else {
            "an XML file"
        };
        return Err(
            Trouble::new(format!("This is {what}, whatever its name ends with."))
                .hint("Open it in your spreadsheet program and save it as .xlsx or CSV."),
        );
    }
    Ok(())
}
