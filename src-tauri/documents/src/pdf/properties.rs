//! What a PDF says of itself.

use chrono::NaiveDate;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{DateTime, Dict, String as PdfString};

use crate::document::Draft;
use crate::office::is_made_up;

/// Reads title and day.
pub(super) fn read(pdf: &Pdf, draft: &mut Draft) {
    let about = pdf.metadata();
    draft.title = about
        .title
        .as_deref()
        .map(decoded)
        .map(|title| without_program(&title))
        .filter(|title| !is_made_up(title));
    draft.day = about
        .modification_date
        .or(about.creation_date)
        .as_ref()
        .and_then(day);
}

/// The language that the whole document says it is in.
pub(super) fn language(pdf: &Pdf) -> Option<String> {
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let language: PdfString<'_> = catalogue.get(b"Lang")?;
    Some(decoded(language.as_bytes()))
}

fn day(date: &DateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// Text in a PDF is UTF-16 or UTF-8 with a mark, else an encoding of its own that is nearly Windows-1252.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xfe, 0xff, ..] => UTF_16BE,
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xef, 0xbb, 0xbf, ..] => UTF_8,
        _ => WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}

/// Printers of Office name the program and the file in place of a title.
fn without_program(title: &str) -> String {
    let own = [
        "Microsoft Word - ",
        "Microsoft PowerPoint - ",
        "Microsoft Excel - ",
    ]
    .iter()
    .find_map(|program| title.trim().strip_prefix(program))
    .unwrap_or(title);
    let (name, ending) = own.rsplit_once('.').unwrap_or((own, ""));
    let is_file = [
        "doc", "docx", "ppt", "pptx", "xls", "xlsx", "indd", "odt", "odp", "cdr", "ai", "qxd",
    ]
    .contains(&ending.to_ascii_lowercase().as_str());
    if is_file { name.to_owned() } else { own.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read_in_each_encoding_and_freed_of_the_program() {
        assert_eq!(decoded(b"\xfe\xff\0S\0\xfc\0d"), "Süd");
        assert_eq!(decoded(b"\xef\xbb\xbfS\xc3\xbcd"), "Süd");
        assert_eq!(decoded(b"S\xfcd"), "Süd");
        assert_eq!(
            without_program("Microsoft Word - Angebot 2.1.docx"),
            "Angebot 2.1"
        );
        assert_eq!(without_program("Version 2.1"), "Version 2.1");
    }
}
