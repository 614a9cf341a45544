//! Real collateral of other companies, held against what other readers find in it.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use lockstep_documents::{Document, FileKind, read};
use unicode_normalization::UnicodeNormalization;

use crate::{Outcome, text};

/// Where the real files are; says that the test is skipped where they are not.
pub fn folder() -> Option<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = repository.join("../shared/data/collateral");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no shared data");
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let list = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(repository.join("target/skipped-tests"));
    if let Err(error) = list.and_then(|mut list| writeln!(list, "no shared data: {test}")) {
        println!("it could not be written down: {error}");
    }
    None
}

/// The words of a text and how often each stands there, without the marks around them.
fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    let text: String = text
        .nfkc()
        .filter(|letter| *letter != '\u{ad}')
        .collect::<String>()
        .to_lowercase();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

/// Which part of the words of a text stands in another, each as often.
fn found(expected: &str, actual: &str) -> (f64, usize) {
    let (expected, actual) = (words(expected), words(actual));
    let all: usize = expected.values().sum();
    let there: usize = expected
        .iter()
        .map(|(word, count)| actual.get(word).copied().unwrap_or(0).min(*count))
        .sum();
    (if all == 0 { 1.0 } else { there as f64 / all as f64 }, all)
}

/// What Poppler reads in a PDF.
pub fn pdftotext(pdf: &[u8]) -> Outcome<String> {
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("pdftotext does not start ({error}); `make test` installs it"))?;
    let mut stdin = reader.stdin.take().ok_or("pdftotext takes nothing in")?;
    let pdf = pdf.to_owned();
    let writing = std::thread::spawn(move || stdin.write_all(&pdf));
    let output = reader.wait_with_output()?;
    writing.join().map_err(|_| "writing to pdftotext failed")??;
    Ok(String::from_utf8(output.stdout)?)
}

/// The words of an office file, found by looking for the marks around them in the raw parts.
fn office_words(bytes: &[u8], begins: &str, text_tag: &str, paragraph_end: &str) -> Outcome<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.map(|name| name.into_owned()))
        .collect::<Result<_, _>>()?;
    let mut all = String::new();
    for name in names
        .iter()
        .filter(|name| name.starts_with(begins) && name.ends_with(".xml"))
    {
        let mut xml = String::new();
        archive.by_name(name)?.read_to_string(&mut xml)?;
        while let (Some(from), Some(to)) = (xml.find("<mc:Fallback"), xml.find("</mc:Fallback>")) {
            xml.replace_range(from..to + 14, "");
        }
        for paragraph in xml.split(paragraph_end) {
            for piece in paragraph.split('<') {
                let Some((tag, text)) = piece.split_once('>') else {
                    continue;
                };
                let name = tag.split([' ', '/']).next().unwrap_or_default();
                if name == text_tag && !tag.ends_with('/') {
                    all.push_str(
                        &text
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&apos;", "'")
                            .replace("&amp;", "&"),
                    );
                } else if ["w:tab", "w:br", "a:br", "w:cr"].contains(&name) {
                    all.push(' ');
                }
            }
            all.push('\n');
        }
    }
    Ok(all)
}

fn all_text(document: &Document) -> String {
    let notes = document
        .pages
        .iter()
        .filter_map(|page| page.notes.as_deref())
        .collect::<Vec<_>>()
        .join("\n");
    format!("{}\n{notes}", text(document))
}

#[test]
fn of_each_real_file_98_of_100_words_are_found() -> Outcome {
    let Some(folder) = folder() else { return Ok(()) };
    let mut seen = 0;
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = std::fs::read(file.path())?;
        let expected = match FileKind::of(&bytes, &name) {
            FileKind::Pdf => pdftotext(&bytes)?,
            FileKind::Slides => office_words(&bytes, "ppt/slides/slide", "a:t", "</a:p>")?,
            FileKind::Document => [
                "word/document",
                "word/header",
                "word/footer",
                "word/footnotes",
                "word/endnotes",
            ]
            .iter()
            .map(|part| office_words(&bytes, part, "w:t", "</w:p>"))
            .collect::<Outcome<String>>()?,
            _ => continue,
        };
        let began = std::time::Instant::now();
        let document = read(&bytes, &name)?;
        let took = began.elapsed();
        let (share, all) = found(&expected, &all_text(&document));
        println!(
            "{name}: {:.2}% of {all} words, {} pages, {took:?}",
            100.0 * share,
            document.page_count
        );
        assert!(share >= 0.98, "{name}: {share}");
        assert_eq!(document.pages.len(), document.page_count, "{name}");
        assert_eq!(document.has_text, all > 0, "{name}");
        assert!(!document.was_cut && !document.is_protected, "{name}");
        seen += 1;
    }
    assert!(seen >= 12, "{seen} files were read");
    Ok(())
}

#[test]
fn real_files_say_what_they_are() -> Outcome {
    let Some(folder) = folder() else { return Ok(()) };
    for (name, kind, pages, title, language, day) in [
        (
            "aegyon-one-pager.pdf",
            FileKind::Pdf,
            1,
            Some("AEGYON"),
            Some("en"),
            "2026-04-24",
        ),
        (
            "bitlancer-strings-datasheet.pdf",
            FileKind::Pdf,
            3,
            Some("Bitlancer Strings datasheet-open source"),
            Some("en"),
            "2015-09-22",
        ),
        (
            "introducing-owncloud-9.pdf",
            FileKind::Pdf,
            23,
            Some("ownCloud Server 9.0"),
            Some("en"),
            "2016-03-14",
        ),
        (
            "tika-scanned-no-text.pdf",
            FileKind::Pdf,
            1,
            None,
            None,
            "2014-02-08",
        ),
        (
            "everfield-revenue-report.docx",
            FileKind::Document,
            9,
            Some("Recurring Revenue Performance"),
            Some("en"),
            "2026-03-05",
        ),
        (
            "owncloud-org-template.pptx",
            FileKind::Slides,
            9,
            Some("Title to Go Here on These Two Lines or Three Lines"),
            Some("en"),
            "2014-08-28",
        ),
    ] {
        // The name does not matter.
        let document = read(&std::fs::read(folder.join(name))?, "x")?;
        let told = (
            document.kind,
            document.page_count,
            document.title.as_deref(),
            document.language.as_deref(),
        );
        assert_eq!(told, (kind, pages, title, language), "{name}");
        assert_eq!(
            document.day.map(|day| day.to_string()).as_deref(),
            Some(day),
            "{name}"
        );
    }
    Ok(())
}

#[test]
fn a_scan_has_no_text_and_is_no_error() -> Outcome {
    let Some(folder) = folder() else { return Ok(()) };
    let document = read(
        &std::fs::read(folder.join("tika-scanned-no-text.pdf"))?,
        "scan.pdf",
    )?;
    assert!(!document.has_text && !document.is_protected);
    assert_eq!(document.page_count, 1);
    Ok(())
}
