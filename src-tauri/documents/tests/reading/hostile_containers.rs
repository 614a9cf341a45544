//! Office files that mean harm or are broken: bombs, lies, definitions, names that would be paths.

use std::io::Write;

use lockstep_documents::{FileKind, read, thumbnail};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::made::{container, docx, office, open_document, pptx, relations};
use crate::{Outcome, text};

fn refusal(bytes: &[u8], name: &str) -> Outcome<String> {
    let trouble = read(bytes, name).err().ok_or("it was read")?;
    assert!(
        trouble.hint.is_some() && !trouble.cancelled,
        "{}",
        trouble.message
    );
    Ok(trouble.message)
}

fn filler(bytes: usize) -> String {
    format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(bytes))
}

#[test]
fn a_bomb_is_refused_and_what_is_only_large_is_read() -> Outcome {
    assert_eq!(
        refusal(&docx(&filler(20_000_000))?, "x.docx")?,
        "This document unpacks to far more than its size suggests, so it is not read."
    );
    // The control: as well packed, but small enough to do no harm.
    let document = read(&docx(&filler(9_000_000))?, "x.docx")?;
    assert!(document.has_text && document.was_cut);
    assert_eq!(text(&document).len(), lockstep_documents::limits::TEXT_BYTES);
    Ok(())
}

#[test]
fn many_slides_of_one_part_are_cut_off() -> Outcome {
    let list: String = (0..200_000)
        .map(|id| format!("<p:sldId id='{id}' r:id='r0'/>"))
        .collect();
    let slide = "<p:sld xmlns:a='a'><a:p><a:t>again</a:t></a:p></p:sld>";
    let bytes = office(
        "ppt/presentation.xml",
        &format!("<p:presentation xmlns:r='r'><p:sldIdLst>{list}</p:sldIdLst></p:presentation>"),
        &[("slide", "s.xml")],
        &[("ppt/s.xml", slide.as_bytes())],
    )?;
    let document = read(&bytes, "x")?;
    assert!(document.was_cut);
    assert_eq!(
        (document.pages.len(), document.page_count),
        (lockstep_documents::limits::PAGES, 200_000)
    );
    Ok(())
}

/// Where a mark stands in bytes, every time.
fn places(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    (0..bytes.len())
        .filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
        .collect()
}

#[test]
fn sizes_that_lie_do_no_harm() -> Outcome {
    let honest = docx(&filler(20_000))?;
    for size in [0_u32, 1, 100, u32::MAX - 1] {
        let mut lying = honest.clone();
        for (mark, behind) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
            for at in places(&honest, mark) {
                let field = lying.get_mut(at + behind..at + behind + 4).ok_or("no field")?;
                field.copy_from_slice(&size.to_le_bytes());
            }
        }
        if let Ok(document) = read(&lying, "x.docx") {
            assert!(text(&document).len() <= 20_000);
        }
    }
    Ok(())
}

#[test]
fn a_container_in_a_container_stays_packed() -> Outcome {
    let inner = docx("<w:p><w:r><w:t>inner</w:t></w:r></w:p>")?;
    let parts: [(&str, &[u8]); 2] = [("word/embeddings/a.docx", &inner), ("word/media/b.zip", &inner)];
    let outer = office(
        "word/document.xml",
        "<w:d xmlns:w='w'><w:p><w:r><w:t>outer</w:t></w:r></w:p></w:d>",
        &[("package", "embeddings/a.docx")],
        &parts,
    )?;
    assert_eq!(text(&read(&outer, "x")?), "outer");
    assert_eq!(
        FileKind::of(&container(&[("a.docx", &inner)])?, "x.zip"),
        FileKind::Other
    );
    Ok(())
}

#[test]
fn definitions_are_refused_and_fetch_nothing() -> Outcome {
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \
     SYSTEM \"file:///etc/passwd\">]>";
    let body =
        format!("{laughs}<w:document xmlns:w='w'><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:document>");
    let in_body = office("word/document.xml", &body, &[], &[])?;
    assert_eq!(
        refusal(&in_body, "x")?,
        "This document contains definitions (DOCTYPE) that no office program writes."
    );
    let in_deck = office("ppt/presentation.xml", &body, &[], &[])?;
    assert!(refusal(&in_deck, "x")?.starts_with("This presentation contains definitions"));
    let in_sheet = office("xl/workbook.xml", &body, &[], &[])?;
    assert!(refusal(&in_sheet, "x")?.starts_with("This spreadsheet contains definitions"));
    let in_text = container(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", body.as_bytes()),
    ])?;
    assert!(refusal(&in_text, "x")?.starts_with("This document contains definitions"));
    // Without their definitions they are nothing.
    assert_eq!(
        text(&read(&docx("<w:p><w:r><w:t>a&b;&c;d</w:t></w:r></w:p>")?, "x")?),
        "ad"
    );
    Ok(())
}

#[test]
fn what_has_a_password_is_protected_and_what_is_old_is_said_so() -> Outcome {
    let compound = |stream: &str| {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new()))?;
        file.create_stream(format!("/{stream}"))?.write_all(b"secret")?;
        file.flush()?;
        std::io::Result::Ok(file.into_inner().into_inner())
    };
    for (name, kind) in [
        ("a.docx", FileKind::Document),
        ("a.pptx", FileKind::Slides),
        ("a.xlsx", FileKind::Spreadsheet),
    ] {
        let document = read(&compound("EncryptedPackage")?, name)?;
        assert_eq!(
            (document.kind, document.is_protected, document.has_text),
            (kind, true, false)
        );
    }
    assert_eq!(
        refusal(&compound("WordDocument")?, "x")?,
        "This is an older Word file (.doc), and its text cannot be read."
    );
    assert_eq!(
        refusal(&compound("PowerPoint Document")?, "x.pdf")?,
        "This is an older PowerPoint file (.ppt), and its text cannot be read."
    );
    assert_eq!(
        refusal(&compound("Workbook")?, "x.xlsx")?,
        "This is an older Excel file (.xls), and its text cannot be read."
    );
    let manifest: &[u8] =
        b"<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>";
    let locked = open_document("text", "", &[("META-INF/manifest.xml", manifest)])?;
    assert!(read(&locked, "x.odt")?.is_protected);
    Ok(())
}

#[test]
fn cut_and_flipped_containers_are_damaged() -> Outcome {
    let whole =
        pptx(&["<p:sp><a:p><a:r><a:t>A slide with enough words to be packed</a:t></a:r></a:p></p:sp>"; 3])?;
    for cut in (0..whole.len()).step_by(37) {
        let message = refusal(whole.get(..cut).unwrap_or_default(), "deck.pptx")?;
        let expected = if cut == 0 {
            "This file is empty."
        } else {
            "This presentation is damaged and cannot be read."
        };
        assert_eq!(message, expected, "{cut}");
    }
    let mut wrong_sum = whole.clone();
    for (mark, behind) in [(b"PK\x01\x02", 16), (b"PK\x03\x04", 14)] {
        for at in places(&whole, mark) {
            let field = wrong_sum
                .get_mut(at + behind..at + behind + 4)
                .ok_or("no field")?;
            field.iter_mut().for_each(|byte| *byte ^= 0x55);
        }
    }
    assert_eq!(
        refusal(&wrong_sum, "deck.pptx")?,
        "This presentation is damaged and cannot be read."
    );
    assert!(read(&whole, "deck.pptx")?.has_text);
    Ok(())
}

#[test]
fn more_parts_than_any_program_writes_are_refused() -> Outcome {
    for count in [2_100_usize, 65_536] {
        let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for part in 0..count {
            writer.start_file(
                format!("word/{part}"),
                SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
            )?;
        }
        let bytes = writer.finish()?.into_inner();
        assert_eq!(
            refusal(&bytes, "x.docx")?,
            "This document consists of more than 2000 parts, so it is not read."
        );
    }
    Ok(())
}

#[test]
fn two_parts_of_one_name_are_one() -> Outcome {
    let twins = docx("<w:p><w:r><w:t>first</w:t></w:r></w:p>")?;
    let mut writer = ZipWriter::new_append(std::io::Cursor::new(twins))?;
    writer.start_file("word/document.xmm", SimpleFileOptions::default())?;
    writer.write_all(b"<w:d xmlns:w='w'><w:p><w:r><w:t>second</w:t></w:r></w:p></w:d>")?;
    let mut bytes = writer.finish()?.into_inner();
    for at in places(&bytes, b"word/document.xmm") {
        *bytes.get_mut(at + 16).ok_or("no letter")? = b'l';
    }
    if let Ok(document) = read(&bytes, "x.docx") {
        assert!(["first", "second"].contains(&text(&document).as_str()));
    }
    Ok(())
}

#[test]
fn names_become_no_paths() -> Outcome {
    let long = "n".repeat(300);
    let folder = tempfile::tempdir()?;
    let secret = folder.path().join("secret.xml");
    std::fs::write(
        &secret,
        "<w:d xmlns:w='w'><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:d>",
    )?;
    let refers = [
        ("header", "../../../../../../../etc/passwd"),
        ("footer", "C:\\Windows\\win.ini"),
        ("comments", "CON"),
        ("footnotes", secret.to_str().ok_or("no path")?),
    ];
    let parts: [(&str, &[u8]); 5] = [
        ("../../x", b"up"),
        ("/etc/x", b"absolute"),
        ("C:\\x", b"drive"),
        ("CON", b"<device/>"),
        (&long, b"long"),
    ];
    let bytes = office(
        "word/document.xml",
        "<w:d xmlns:w='w'><w:p><w:r><w:t>only this</w:t></w:r></w:p></w:d>",
        &refers,
        &parts,
    )?;
    assert_eq!(text(&read(&bytes, "../../x.docx")?), "only this");
    let top = relations(&[("officeDocument", "../../../../etc/passwd")]);
    let bytes = container(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", top.as_bytes()),
        ("word/x", b""),
    ])?;
    assert_eq!(
        refusal(&bytes, "x.docx")?,
        "This document is damaged and cannot be read."
    );
    assert_eq!(thumbnail(&bytes, FileKind::Document), None);
    Ok(())
}

#[test]
fn deep_nesting_is_refused() -> Outcome {
    let deep = format!("{}x{}", "<w:tbl>".repeat(100_000), "</w:tbl>".repeat(100_000));
    assert_eq!(
        refusal(&docx(&deep)?, "x")?,
        "This document is nested too deeply to be read."
    );
    Ok(())
}

#[test]
fn what_is_no_office_file_is_read_as_what_it_is() -> Outcome {
    let page = read(b"<html><table><tr><td>1<td>2</table>", "export.xls")?;
    assert_eq!((page.kind, text(&page).as_str()), (FileKind::Html, "\t1\t2"));
    assert_eq!(
        read(&container(&[("a.txt", b"x")])?, "deck.pptx")
            .err()
            .map(|trouble| trouble.message)
            .as_deref(),
        Some("This presentation is damaged and cannot be read.")
    );
    Ok(())
}
