//! What is checked of a workbook's container before anybody believes what is in it. What holds for any such container
//! (documents and slides come in the same) is public.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits;
use crate::trouble::Trouble;

/// Below this size it does not matter how well something was packed.
const SMALL: u64 = 10_000_000;
/// The most formats of cells; spreadsheets stop at 64,000.
const FORMATS: usize = 200_000;
/// The most texts that the parts may announce; each takes room in the file.
const ANNOUNCED: u64 = 10_000_000;

/// Unpacks every part once, counting, and refuses what asks for too much or is no workbook.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Trouble> {
    if parts_announced(bytes).is_none_or(|parts| parts > limits::WORKBOOK_PARTS) {
        let is_cut = memmem::rfind(bytes, END).is_none();
        return Err(if is_cut { damaged() } else { too_many_parts() });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > limits::WORKBOOK_PARTS {
        return Err(too_many_parts());
    }
    refuse_others(&archive)?;
    let mut unpacked = Unpacked::of(bytes.len() as u64);
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => locked(),
            _ => damaged(),
        })?;
        let name = part.name().map_err(|_| damaged())?.to_ascii_lowercase();
        let is_markup = name.ends_with(".xml") || name.ends_with(".rels");
        let mut watch = Watch::default();
        let mut buffer = vec![0; 64 << 10];
        loop {
            let read = part.read(&mut buffer).map_err(|_| damaged())?;
            if read == 0 {
                break;
            }
            if !unpacked.takes(read as u64) {
                return Err(too_large_inside());
            }
            if is_markup {
                watch.look(
                    buffer.get(..read).unwrap_or_default(),
                    name.ends_with("styles.xml"),
                )?;
            }
        }
    }
    Ok(())
}

/// The mark before the table of contents' end.
const END: &[u8] = b"PK\x05\x06";

/// Counts what comes out of a container, whatever its table of contents says.
#[derive(Debug, Clone, Copy)]
pub struct Unpacked {
    packed: u64,
    bytes: u64,
}

impl Unpacked {
    /// Nothing came yet out of a container of so many bytes.
    pub fn of(packed: u64) -> Unpacked {
        Unpacked { packed, bytes: 0 }
    }

    /// Counts more bytes, and says whether the whole is still within [`limits::WORKBOOK_EXPANDED`] and
    /// [`limits::WORKBOOK_RATIO`].
    pub fn takes(&mut self, bytes: u64) -> bool {
        self.bytes = self.bytes.saturating_add(bytes);
        let is_bomb = self.bytes > SMALL && self.bytes / limits::WORKBOOK_RATIO > self.packed;
        self.bytes <= limits::WORKBOOK_EXPANDED && !is_bomb
    }
}

/// How many parts the table of contents announces, told before anybody reads it; nothing where there is no such table.
pub fn parts_announced(bytes: &[u8]) -> Option<usize> {
    let end = memmem::rfind(bytes, END)?;
    let count = bytes.get(end + 10..end + 12)?;
    Some(usize::from(u16::from_le_bytes([*count.first()?, *count.get(1)?])))
}

/// Other things come in the same container.
fn refuse_others(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), Trouble> {
    let mut has_contents = false;
    let mut other = None;
    for name in archive.file_names() {
        let name = name.map_err(|_| damaged())?.to_ascii_lowercase();
        has_contents |= name == "[content_types].xml";
        if name.starts_with("word/") {
            other = Some(("a text document", false));
        } else if name.starts_with("ppt/") {
            other = Some(("a presentation", false));
        } else if name == "content.xml" {
            other = Some(("an OpenDocument file", true));
        } else if name == "xl/workbook.bin" {
            other = Some(("a binary workbook (.xlsb)", true));
        }
    }
    match other {
        Some((what, is_table)) => Err(
            Trouble::new(format!("This is {what}, whatever its name ends with.")).hint(if is_table {
                "Open it in your spreadsheet program and save it as .xlsx or CSV."
            } else {
                "Choose a CSV or XLSX file."
            }),
        ),
        None if has_contents => Ok(()),
        None => Err(Trouble::new("This is a packed folder and no workbook.")
            .hint("Unpack it and choose the CSV or XLSX file inside.")),
    }
}

/// Looks at markup as it goes by, pieces of words at the end of one buffer included.
#[derive(Default)]
struct Watch {
    text: Vec<u8>,
    formats: usize,
}

impl Watch {
    /// The longest thing that is looked for, with what stands behind it.
    const OVERLAP: usize = 64;

    fn look(&mut self, piece: &[u8], is_styles: bool) -> Result<(), Trouble> {
        let kept = self.text.len().saturating_sub(Self::OVERLAP);
        self.text.drain(..kept);
        let overlap = self.text.len();
        self.text.extend_from_slice(piece);
        let wide: Vec<u8> = "<!DOCTYPE".bytes().flat_map(|byte| [byte, 0]).collect();
        if memmem::find(&self.text, b"<!DOCTYPE").is_some() || memmem::find(&self.text, &wide).is_some() {
            return Err(Trouble::new(
                "This workbook holds definitions (DOCTYPE) that no spreadsheet program writes.",
            )
            .hint("Open it in your spreadsheet program and save it again as .xlsx or CSV."));
        }
        if is_styles {
            // A word on the border may count twice; the limit is far from any real number.
            self.formats += memmem::find_iter(
                self.text.get(overlap.saturating_sub(3)..).unwrap_or_default(),
                b"<xf",
            )
            .count();
            if self.formats > FORMATS {
                return Err(too_large_inside());
            }
        }
        if let Some(at) = memmem::find(&self.text, b"uniqueCount=") {
            let announced = self
                .text
                .get(at + 13..)
                .unwrap_or_default()
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .fold(0_u64, |sum, digit| {
                    sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
                });
            if announced > ANNOUNCED {
                return Err(damaged());
            }
        }
        Ok(())
    }
}

pub(crate) fn damaged() -> Trouble {
    Trouble::new("This workbook is damaged or was cut off on its way.")
        .hint("Open it in your spreadsheet program and save it again, or ask for it once more.")
}

fn locked() -> Trouble {
    Trouble::new("This workbook is protected with a password.")
        .hint("Open it in your spreadsheet program, remove the password, save it and try again.")
}

fn too_many_parts() -> Trouble {
    Trouble::new(format!(
        "This workbook consists of more than {} parts.",
        limits::WORKBOOK_PARTS
    ))
    .hint("Copy the sheet into a new workbook, or save it as CSV.")
}

fn too_large_inside() -> Trouble {
    Trouble::new("Unpacked, this workbook is larger than it may be.")
        .hint("Save the sheet as CSV; there is no limit to its rows.")
}
