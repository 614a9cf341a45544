//! What a file is: by its bytes, and by its name only where they leave it open.

use lockstep_intake::container::parts_announced;
use memchr::memmem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::{Package, compound};

/// What a piece of collateral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A PDF.
    Pdf,
    /// A presentation: PPTX, ODP, and the older PPT.
    Slides,
    /// A text with pages: DOCX, ODT, and the older DOC.
    Document,
    /// A workbook: XLSX, ODS, and the older XLS.
    Spreadsheet,
    /// A picture. JPEG, PNG, GIF and WebP can be shown.
    Image,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// An e-mail: EML and MSG.
    Email,
    /// A film.
    Video,
    /// Anything else, which is only kept.
    Other,
}

/// How much of a file is looked at to tell text from anything else.
const BEGINNING: usize = 4096;

impl FileKind {
    /// Returns what a file is. Its content says it; the end of its name counts only where the content says nothing, as
    /// between plain text and Markdown, or for a file that is cut off.
    pub fn of(bytes: &[u8], name: &str) -> FileKind {
        let start = bytes.get(..BEGINNING).unwrap_or(bytes);
        let ending = ending_of(name);
        if start.trim_ascii_start().starts_with(b"%PDF") {
            FileKind::Pdf
        } else if is_container(bytes) {
            in_container(bytes)
                .or_else(|| of_office_ending(&ending))
                .unwrap_or(FileKind::Other)
        } else if compound::is_compound(bytes) {
            compound::kind(bytes)
                .or_else(|| of_office_ending(&ending))
                .unwrap_or(FileKind::Other)
        } else if let Some(kind) = of_media(start) {
            kind
        } else if is_text(start) {
            let is_pdf = ending == "pdf" && memmem::find(start, b"%PDF-").is_some();
            if is_pdf {
                FileKind::Pdf
            } else {
                of_text(start, &ending)
            }
        } else {
            of_ending(&ending)
        }
    }

    /// What a file is by its first bytes and its name; for a container by little more than its name.
    pub(crate) fn of_beginning(bytes: &[u8], name: &str) -> FileKind {
        FileKind::of(bytes.get(..BEGINNING).unwrap_or(bytes), name)
    }

    /// Returns whether text is read of such a file.
    pub fn has_text(self) -> bool {
        !matches!(self, FileKind::Image | FileKind::Video | FileKind::Other)
    }
}

/// The end of a file's name, in small letters, without its point.
fn ending_of(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.trim().to_ascii_lowercase())
        .unwrap_or_default()
}

pub(crate) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Office files come as containers; their table of contents says which.
fn in_container(bytes: &[u8]) -> Option<FileKind> {
    if parts_announced(bytes).is_some() {
        let package = Package::open(bytes, FileKind::Other).ok()?;
        let kind_of = |folder: &str| {
            package
                .names()
                .any(|name| name.to_ascii_lowercase().starts_with(folder))
        };
        if package.has("[Content_Types].xml") {
            return if kind_of("ppt/") {
                Some(FileKind::Slides)
            } else if kind_of("word/") {
                Some(FileKind::Document)
            } else {
                kind_of("xl/").then_some(FileKind::Spreadsheet)
            };
        }
    }
    // The type of an OpenDocument file is its first part, and is not packed.
    let start = bytes.get(..256).unwrap_or(bytes);
    let kind = [
        (&b"vnd.oasis.opendocument.presentation"[..], FileKind::Slides),
        (b"vnd.oasis.opendocument.text", FileKind::Document),
        (b"vnd.oasis.opendocument.spreadsheet", FileKind::Spreadsheet),
    ];
    kind.into_iter()
        .find(|(mark, _)| memmem::find(start, mark).is_some())
        .map(|(_, kind)| kind)
}

/// Pictures and films, by their first bytes.
fn of_media(start: &[u8]) -> Option<FileKind> {
    const IMAGES: [&[u8]; 8] = [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
        b"8BPS",
        b"\0\0\x01\0",
    ];
    const VIDEOS: [&[u8]; 5] = [
        b"\x1a\x45\xdf\xa3",
        b"\0\0\x01\xba",
        b"\0\0\x01\xb3",
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
        b"FLV\x01",
    ];
    let at = |from: usize| start.get(from..from + 4).unwrap_or_default();
    let is_bitmap = start.starts_with(b"BM") && start.get(6..10) == Some(&[0; 4]);
    if is_bitmap
        || IMAGES.iter().any(|mark| start.starts_with(mark))
        || (at(0) == b"RIFF" && at(8) == b"WEBP")
    {
        Some(FileKind::Image)
    } else if VIDEOS.iter().any(|mark| start.starts_with(mark)) || (at(0) == b"RIFF" && at(8) == b"AVI ") {
        Some(FileKind::Video)
    } else if at(4) == b"ftyp" {
        let is_image = [&b"heic"[..], b"heix", b"mif1", b"msf1", b"avif"].contains(&at(8));
        let is_sound = [&b"M4A "[..], b"M4B "].contains(&at(8));
        Some(if is_image {
            FileKind::Image
        } else if is_sound {
            FileKind::Other
        } else {
            FileKind::Video
        })
    } else {
        None
    }
}

/// Text has no control characters, or says with its first bytes that it takes two for each letter.
fn is_text(start: &[u8]) -> bool {
    let has_mark = start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff");
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    !start.is_empty() && (has_mark || !start.iter().any(is_control))
}

fn of_text(start: &[u8], ending: &str) -> FileKind {
    let text = beginning(start);
    let is_page = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<meta",
        "<title",
    ]
    .iter()
    .any(|tag| text.starts_with(tag));
    let is_xml = text.starts_with("<?xml");
    let is_drawing = text.starts_with("<svg") || text.starts_with("<!doctype svg");
    if is_page || (is_xml && text.contains("<html")) {
        FileKind::Html
    } else if is_drawing || (is_xml && text.contains("<svg")) || ending == "svg" {
        FileKind::Image
    } else if text.starts_with("{\\rtf") || text.starts_with("%!ps") {
        FileKind::Other
    } else if is_mail(&text, ending == "eml") {
        FileKind::Email
    } else {
        match ending {
            "md" | "markdown" => FileKind::Markdown,
            "htm" | "html" | "xhtml" => FileKind::Html,
            _ => FileKind::Text,
        }
    }
}

/// The first letters in small ones, without a byte order mark and the second bytes of UTF-16.
fn beginning(start: &[u8]) -> String {
    let letters: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&letters).to_ascii_lowercase();
    text.trim_start_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{fffd}')
    })
    .to_owned()
}

/// A mail begins with headers, several of which every mail has.
fn is_mail(text: &str, is_called_so: bool) -> bool {
    const KNOWN: [&str; 10] = [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
        "content-type",
    ];
    let mut known = 0;
    let mut lines = text.lines().peekable();
    let Some(first) = lines.peek() else { return false };
    // A note that begins with "From: " is still a note; servers and programs begin with their own headers.
    let is_sent = [
        "received:",
        "return-path:",
        "delivered-to:",
        "mime-version:",
        "message-id:",
        "x-",
    ]
    .iter()
    .any(|header| first.starts_with(header));
    for line in lines {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((header, _)) = line.split_once(':') else {
            break;
        };
        if header.is_empty()
            || !header
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            break;
        }
        known += usize::from(KNOWN.contains(&header));
    }
    known
        >= if is_called_so {
            1
        } else if is_sent {
            3
        } else {
            usize::MAX
        }
}

fn of_office_ending(ending: &str) -> Option<FileKind> {
    match ending {
        "pptx" | "pptm" | "potx" | "ppsx" | "ppt" | "pps" | "odp" | "otp" => Some(FileKind::Slides),
        "docx" | "docm" | "dotx" | "doc" | "dot" | "odt" | "ott" => Some(FileKind::Document),
        "xlsx" | "xlsm" | "xltx" | "xls" | "xlt" | "ods" | "ots" => Some(FileKind::Spreadsheet),
        "msg" => Some(FileKind::Email),
        _ => None,
    }
}

fn of_ending(ending: &str) -> FileKind {
    match ending {
        "pdf" => FileKind::Pdf,
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "tif" | "tiff" | "svg" | "heic" | "avif" => {
            FileKind::Image
        }
        "mp4" | "m4v" | "mov" | "mkv" | "webm" | "avi" | "wmv" | "mpg" | "mpeg" | "ogv" => FileKind::Video,
        "md" | "markdown" => FileKind::Markdown,
        "txt" | "csv" | "tsv" => FileKind::Text,
        "htm" | "html" | "xhtml" => FileKind::Html,
        "eml" => FileKind::Email,
        _ => of_office_ending(ending).unwrap_or(FileKind::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_wins_over_the_name() {
        for (bytes, name, kind) in [
            (&b"<!DOCTYPE html><p>x"[..], "offer.pdf", FileKind::Html),
            (b"%PDF-1.7\n", "page.html", FileKind::Pdf),
            (b"\n %PDF-1.4", "x", FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n\0", "film.mp4", FileKind::Image),
            (b"\0\0\0\x18ftypmp42", "x.pdf", FileKind::Video),
            (b"\0\0\0\x18ftypheic", "x.mov", FileKind::Image),
            (b"RIFF\0\0\0\0WEBP", "", FileKind::Image),
            (b"RIFF\0\0\0\0AVI ", "", FileKind::Video),
            (b"# Title\n", "read.md", FileKind::Markdown),
            (
                b"<!-- logo --><svg></svg>\n# Title\n",
                "read.md",
                FileKind::Markdown,
            ),
            (b"# Title\n", "read.txt", FileKind::Text),
            (b"<p>a fragment</p>", "x.html", FileKind::Html),
            (b"\xef\xbb\xbf<html>", "x.txt", FileKind::Html),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "x.xls", FileKind::Html),
            (
                b"<?xml version=\"1.0\"?><svg xmlns=\"\"><script/></svg>",
                "x.html",
                FileKind::Image,
            ),
            (
                b"Received: by x\r\nFrom: a\r\nTo: b\r\nSubject: c\r\n\r\nHi",
                "mail",
                FileKind::Email,
            ),
            (b"From: a\nSubject: c\n\nHi", "x.eml", FileKind::Email),
            (b"From: a\nTo: c\n\nHi", "note.txt", FileKind::Text),
            (b"{\\rtf1 x}", "x.doc", FileKind::Other),
            (b"\x7fELF\x02\x01\x01\0", "x.pptx", FileKind::Slides),
            (b"\x7fELF\x02\x01\x01\0", "x", FileKind::Other),
            (b"PK\x03\x04 cut off", "deck.PPTX", FileKind::Slides),
            (b"PK\x03\x04 cut off", "things.zip", FileKind::Other),
            (b"", "x.pdf", FileKind::Pdf),
        ] {
            assert_eq!(FileKind::of(bytes, name), kind, "{name}");
        }
    }
}
