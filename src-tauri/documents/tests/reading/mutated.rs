//! Files with flipped, missing and repeated bytes: whatever they have become, reading them ends without a panic.

use std::sync::LazyLock;

use lockstep_documents::{FileKind, read, thumbnail};
use proptest::prelude::*;

use crate::collateral::folder;
use crate::made::{docx, open_document, pdf, pptx};

/// Bytes to begin with, and their name.
static SEEDS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let paragraph =
        "<w:p><w:r><w:t>Some words</w:t><w:br w:type='page'/></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>";
    let mut seeds: Vec<(String, Vec<u8>)> = [
        ("a.pdf", pdf(&["One", "Two"])),
        ("a.docx", docx(paragraph).unwrap_or_default()),
        (
            "a.pptx",
            pptx(&["<p:sp><a:p><a:r><a:t>Words</a:t></a:r></a:p></p:sp>"]).unwrap_or_default(),
        ),
        (
            "a.ods",
            open_document(
                "spreadsheet",
                "<table:table><table:table-row><table:table-cell>\
         <text:p>a</text:p></table:table-cell></table:table-row></table:table>",
                &[],
            )
            .unwrap_or_default(),
        ),
        (
            "a.html",
            b"<html lang=en><title>T</title><h1>H</h1><p>a&amp;b<table><tr><td>c</table>\
         <script>d</script>"
                .to_vec(),
        ),
        (
            "a.eml",
            b"From: A <a@b.c>\r\nSubject: =?utf-8?b?R3LDvA==?=\r\nContent-Type: multipart/mixed; \
         boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--\r\n"
                .to_vec(),
        ),
        ("a.md", b"---\ntitle: T\n---\n# One\n\ntext\n".to_vec()),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .to_vec();
    let real = folder()
        .and_then(|folder| std::fs::read_dir(folder).ok())
        .into_iter()
        .flatten()
        .flatten();
    seeds.extend(real.filter_map(|file| {
        let bytes = std::fs::read(file.path()).ok()?;
        // Large ones take long and are no other.
        (bytes.len() < 60_000).then(|| (file.file_name().to_string_lossy().into_owned(), bytes))
    }));
    seeds
});

#[derive(Debug, Clone)]
enum Change {
    Set(usize, u8),
    Remove(usize, usize),
    Repeat(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => (any::<usize>(), 1..200_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (any::<usize>(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len().max(1);
        match *change {
            Change::Set(at, byte) => {
                if let Some(place) = bytes.get_mut(at % length) {
                    *place = byte;
                }
            }
            Change::Remove(at, count) => {
                let from = at % length;
                bytes.drain(from.min(bytes.len())..(from + count).min(bytes.len()));
            }
            Change::Repeat(at, count) => {
                let from = at % length;
                let piece = bytes
                    .get(from..(from + count).min(bytes.len()))
                    .unwrap_or_default()
                    .to_vec();
                bytes.extend(piece);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn changed_files_are_read_or_refused(seed in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..20)) {
        let (name, bytes) = seed.get(&SEEDS);
        let bytes = changed(bytes.clone(), &changes);
        match read(&bytes, name) {
            Ok(document) => {
                prop_assert_eq!(document.has_text, document.pages.iter().any(|page| !page.text.is_empty()));
                prop_assert!(document.pages.len() <= document.page_count);
            }
            Err(trouble) => prop_assert!(trouble.message.ends_with('.')),
        }
        let _ = thumbnail(&bytes, FileKind::of(&bytes, name));
    }

    #[test]
    fn changed_parts_are_read_or_refused(which in 0..4_usize, changes in prop::collection::vec(change(), 1..12)) {
        // Whole containers nearly always show a change by its sum, so that nobody looks at the part.
        let part = [
            "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>Some &amp; words</w:t><w:br w:type='page'/></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr></w:tbl>",
            "<p:sp><p:ph type='title'/><a:p><a:r><a:rPr lang='en'/><a:t>Words</a:t></a:r></a:p></p:sp><a:tbl><a:tr><a:tc/></a:tr></a:tbl>",
            "<table:table table:name='a'><table:table-row><table:table-cell table:number-columns-repeated='3'>\
             <text:p>a<text:s text:c='9'/></text:p></table:table-cell></table:table-row></table:table>",
            "<draw:page><draw:frame><text:p>a</text:p></draw:frame><presentation:notes><text:p/></presentation:notes></draw:page>",
        ];
        let part = changed(part.get(which).unwrap_or(&"").as_bytes().to_vec(), &changes);
        let part = String::from_utf8_lossy(&part);
        let file = match which {
            0 => docx(&part),
            1 => pptx(&[&part]),
            2 => open_document("spreadsheet", &part, &[]),
            _ => open_document("presentation", &part, &[]),
        };
        if let Err(trouble) = read(&file.unwrap_or_default(), "x") {
            prop_assert!(trouble.message.ends_with('.'));
        }
    }

    #[test]
    fn anything_at_all_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), name in "[a-z.]{0,8}") {
        let _ = read(&bytes, &name);
        for kind in [FileKind::Pdf, FileKind::Slides, FileKind::Image] {
            let _ = thumbnail(&bytes, kind);
        }
    }
}
