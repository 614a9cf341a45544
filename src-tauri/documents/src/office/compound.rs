//! The container of Office before 2007. E-mails of Outlook still come in it, and so does whatever has a password.

use memchr::memmem;

use crate::FileKind;

pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Its streams are named in UTF-16, so a name is found without reading anything.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

/// Says whether it holds a newer office file that opens only with a password.
pub(crate) fn is_encrypted(bytes: &[u8]) -> bool {
    has_stream(bytes, "EncryptedPackage")
}

/// What it holds; nothing where its streams do not say, as with a password.
pub(crate) fn kind(bytes: &[u8]) -> Option<FileKind> {
    if is_encrypted(bytes) {
        return None;
    }
    // An e-mail may hold the others as attachments, so it comes first.
    [
        ("__properties_version1.0", FileKind::Email),
        ("PowerPoint Document", FileKind::Slides),
        ("WordDocument", FileKind::Document),
        ("Workbook", FileKind::Spreadsheet),
    ]
    .into_iter()
    .find(|(name, _)| has_stream(bytes, name))
    .map(|(_, kind)| kind)
}
