//! The child that reads, and what is said when it does not survive.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lockstep_documents::child::Bounds;
use lockstep_documents::{FileKind, Reader, page_picture, pages_of_pdf, read, thumbnail};

use crate::Outcome;
use crate::made::{docx, pdf};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_documents_child"))
}

/// A reader with the program of the tests.
pub fn reader() -> Reader {
    Reader::new(Some(program()))
}

/// The program of the tests, under a name that makes it misbehave.
fn reader_that(behaves: &str, folder: &Path) -> Outcome<Reader> {
    let named = folder.join(format!("{behaves}{}", std::env::consts::EXE_SUFFIX));
    #[cfg(unix)]
    std::os::unix::fs::symlink(program(), &named)?;
    #[cfg(not(unix))]
    std::fs::copy(program(), &named)?;
    Ok(Reader::new(Some(named)))
}

#[test]
fn a_child_answers_what_we_would_answer() -> Outcome {
    let bytes = pdf(&["One", "Two"]);
    let (there, mut on) = (reader(), || true);
    assert_eq!(there.read(&bytes, "x", &mut on), read(&bytes, "x"));
    assert_eq!(
        there.thumbnail(&bytes, FileKind::Pdf, &mut on),
        Ok(thumbnail(&bytes, FileKind::Pdf))
    );
    assert_eq!(there.thumbnail(b"text", FileKind::Text, &mut on), Ok(None));
    assert_eq!(
        there.page_picture(&bytes, FileKind::Pdf, 2, 300, &mut on),
        Ok(page_picture(&bytes, FileKind::Pdf, 2, 300))
    );
    assert_eq!(
        there.pages_of_pdf(&bytes, &[2], &mut on),
        pages_of_pdf(&bytes, &[2])
    );
    let text = docx("<w:p><w:r><w:t>Grüße</w:t></w:r></w:p>")?;
    let long_name = format!("{}ü.docx", "ü".repeat(10_000));
    assert_eq!(there.read(&text, &long_name, &mut on), read(&text, &long_name));
    Ok(())
}

#[test]
fn what_is_wrong_comes_over_in_the_same_words() -> Outcome {
    let (there, mut on) = (reader(), || true);
    assert_eq!(there.read(b"%PDF-1.7", "x", &mut on), read(b"%PDF-1.7", "x"));
    assert_eq!(
        there.pages_of_pdf(&pdf(&["One"]), &[7], &mut on),
        pages_of_pdf(&pdf(&["One"]), &[7])
    );
    let missing = Reader::new(Some("/nobody/here".into())).read(b"text", "x.txt", &mut on);
    assert!(missing.is_err_and(|trouble| trouble.message.contains("does not start")));
    Ok(())
}

#[test]
fn a_file_that_is_too_large_starts_no_child() -> Outcome {
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(50_000_001, b' ');
    let (nobody, mut on) = (Reader::new(Some("/nobody/here".into())), || true);
    let trouble = nobody.read(&large, "x", &mut on).err().ok_or("it was read")?;
    assert_eq!(
        trouble.message,
        "This PDF is larger than 50 MB, so its text cannot be searched."
    );
    assert_eq!(nobody.thumbnail(&large, FileKind::Pdf, &mut on), Ok(None));
    assert_eq!(
        nobody.page_picture(&large, FileKind::Pdf, 1, 100, &mut on),
        Ok(None)
    );
    assert!(nobody.pages_of_pdf(&large, &[1], &mut on).is_err());
    // A film has no text that could be missed.
    let film = nobody.read(b"\0\0\0\x18ftypmp42", "x.mp4", &mut on)?;
    assert_eq!(film.kind, FileKind::Video);
    Ok(())
}

#[test]
fn a_child_that_dies_or_talks_nonsense_is_told() -> Outcome {
    let folder = tempfile::tempdir()?;
    let stopped = "This file made the reader stop, so it cannot be read.";
    let mut ends = vec![("says_nothing", stopped), ("talks_nonsense", stopped)];
    if cfg!(unix) {
        ends.extend([
            (
                "aborts",
                "Reading this file needed too much memory, so it was stopped.",
            ),
            (
                "is_killed",
                "Reading this file needed too much memory, so it was stopped.",
            ),
            (
                "eats_memory",
                "Reading this file needed too much memory, so it was stopped.",
            ),
            (
                "never_stops",
                "Reading this file took too long, so it was stopped.",
            ),
            ("panics", stopped),
        ]);
    }
    // More than a pipe holds, so that telling is under way when the child ends.
    let large = "text ".repeat(200_000);
    for (behaves, said) in ends {
        let reader = reader_that(behaves, folder.path())?;
        let trouble = reader
            .read(large.as_bytes(), "x.txt", &mut || true)
            .err()
            .ok_or("it was read")?;
        assert_eq!(trouble.message, said, "{behaves}");
        assert!(trouble.hint.is_some() && !trouble.cancelled, "{behaves}");
        assert!(
            reader.thumbnail(b"x", FileKind::Pdf, &mut || true).is_err(),
            "{behaves}"
        );
    }
    Ok(())
}

#[test]
fn a_child_that_hangs_is_cancelled_or_stopped_by_the_clock() -> Outcome {
    let folder = tempfile::tempdir()?;
    let reader = reader_that("hangs", folder.path())?;
    let large = "text ".repeat(200_000);
    let mut asked = 0;
    let trouble = reader
        .read(large.as_bytes(), "x.txt", &mut || {
            asked += 1;
            asked < 3
        })
        .err()
        .ok_or("it was read")?;
    assert!(trouble.cancelled);
    assert_eq!(asked, 3);
    let began = Instant::now();
    let trouble = reader
        .longest(Duration::from_millis(200))
        .read(b"text", "x.txt", &mut || true)
        .err()
        .ok_or("it was read")?;
    assert_eq!(
        trouble.message,
        "Reading this file took too long, so it was stopped."
    );
    assert!(began.elapsed() < Duration::from_secs(3));
    Ok(())
}

#[cfg(unix)]
#[test]
fn the_limit_of_memory_is_what_stops_a_child() -> Outcome {
    let text = "word ".repeat(400_000);
    let tight = reader().bounds(Bounds {
        memory: 1 << 20,
        seconds: 20,
    });
    let trouble = tight
        .read(text.as_bytes(), "x.txt", &mut || true)
        .err()
        .ok_or("it was read")?;
    assert_eq!(
        trouble.message,
        "Reading this file needed too much memory, so it was stopped."
    );
    // The control: the same file, with the memory that a reader has.
    assert!(reader().read(text.as_bytes(), "x.txt", &mut || true)?.has_text);
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn no_child_is_left_behind() -> Outcome {
    let folder = tempfile::tempdir()?;
    let named = folder.path().join("reads_alone");
    std::fs::copy(program(), &named)?;
    let reader = Reader::new(Some(named));
    reader.read(b"text", "x.txt", &mut || true)?;
    let left = std::fs::read_dir("/proc")?
        .flatten()
        .filter_map(|process| std::fs::read_link(process.path().join("exe")).ok())
        .filter(|program| program.starts_with(folder.path()))
        .count();
    assert_eq!(left, 0);
    Ok(())
}
