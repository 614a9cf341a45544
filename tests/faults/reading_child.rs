//! Files are read in a child process, and what becomes of the child is told and harms nobody.

use std::fs;
use std::path::{Path, PathBuf};

use lockstep_intake::child::{ChildRecords, survey_in_child};
use lockstep_intake::{HowRead, Reading, Records, Row, Rows, Trouble, survey};
use lockstep_tests::processes::program;

type Outcome = lockstep_tests::Result;

/// The program that reads for others, under a name that makes it misbehave.
fn reader_that(behaves: &str, folder: &Path) -> lockstep_tests::Result<PathBuf> {
    let named = folder.join(format!("{behaves}{}", std::env::consts::EXE_SUFFIX));
    fs::copy(program("intake_child")?, &named)?;
    Ok(named)
}

/// A row: its number, its cells, and what is wrong with it.
type Read = (u64, Vec<String>, Option<String>);

fn rows(records: &mut dyn Rows) -> Result<Vec<Read>, Trouble> {
    let mut all = Vec::new();
    let mut row = Row::default();
    while records.next(&mut row)? {
        all.push((
            row.number,
            row.iter().map(str::to_string).collect(),
            row.complaint.take().map(|complaint| complaint.reason),
        ));
    }
    Ok(all)
}

fn table(rows: usize) -> String {
    let mut text = String::from("Name;City;Value\n");
    for row in 0..rows {
        text.push_str(&format!("Jörg {row};Köln;{row},5\n"));
        if row % 1_000 == 7 {
            text.push_str("too;many;cells;here\n");
        }
    }
    text
}

#[test]
fn a_child_reads_what_we_would_read() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("leads.csv");
    fs::write(&path, table(20_000))?;
    let mut here = Records::open(&path, &Reading::default())?;
    let mut there = ChildRecords::open(Some(&program("intake_child")?), &path, &Reading::default())?;
    assert_eq!(there.header(), here.header());
    assert_eq!(there.how(), here.how());
    assert_eq!(rows(&mut there)?, rows(&mut here)?);
    assert_eq!(there.progress(), here.progress());

    let mut here = Records::open(&path, &Reading::default())?;
    let mut heard = Vec::new();
    let (how, surveyed) = survey_in_child(
        Some(&program("intake_child")?),
        &path,
        &Reading::default(),
        &mut |read, of| {
            heard.push((read, of));
            true
        },
    )?;
    assert!(matches!(how, HowRead::Delimited { delimiter: ';', .. }));
    assert_eq!(surveyed, survey(&mut here, &mut |_, _| true)?);
    assert_eq!(surveyed.troubles_count, 20);
    let size = fs::metadata(&path)?.len();
    assert_eq!(heard.last(), Some(&(size, size)));
    Ok(())
}

#[test]
fn what_is_wrong_with_a_file_comes_over_in_the_same_words() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("broken.csv");
    fs::write(&path, "Name\nAda\n\"open\n")?;
    let program = program("intake_child")?;
    let mut there = ChildRecords::open(Some(&program), &path, &Reading::default())?;
    let trouble = rows(&mut there).err().ok_or("was read")?;
    assert_eq!(trouble.row, Some(3));
    let missing = ChildRecords::open(
        Some(&program),
        &folder.path().join("gone.csv"),
        &Reading::default(),
    );
    assert!(
        missing
            .err()
            .is_some_and(|trouble| trouble.message.contains("no longer there"))
    );
    let nobody = survey_in_child(
        Some(&folder.path().join("nobody")),
        &path,
        &Reading::default(),
        &mut |_, _| true,
    );
    assert!(
        nobody
            .err()
            .is_some_and(|trouble| trouble.message.contains("does not start"))
    );
    Ok(())
}

#[test]
fn a_child_that_dies_or_talks_nonsense_is_told_and_nothing_is_taken_in() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("leads.csv");
    fs::write(&path, table(10))?;
    let mut ends = vec!["aborts", "says_nothing", "talks_nonsense"];
    if cfg!(unix) {
        ends.extend(["eats_memory", "never_stops"]);
    }
    for behaves in ends {
        let program = reader_that(behaves, folder.path())?;
        let trouble = survey_in_child(Some(&program), &path, &Reading::default(), &mut |_, _| true)
            .err()
            .ok_or("was read")?;
        assert!(
            trouble.message.starts_with("This file could not be read: "),
            "{behaves}: {}",
            trouble.message
        );
        assert!(
            trouble.message.ends_with("Nothing was taken in."),
            "{behaves}: {}",
            trouble.message
        );
        assert!(trouble.hint.is_some() && !trouble.cancelled, "{behaves}");
        if behaves == "eats_memory" {
            assert!(trouble.message.contains("memory"), "{}", trouble.message);
        }
        if behaves == "never_stops" {
            assert!(trouble.message.contains("took too long"), "{}", trouble.message);
        }
        let trouble = ChildRecords::open(Some(&program), &path, &Reading::default()).err();
        assert!(trouble.is_some(), "{behaves}");
    }
    Ok(())
}

#[test]
fn a_child_that_hangs_can_be_cancelled() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("leads.csv");
    fs::write(&path, table(10))?;
    let program = reader_that("hangs", folder.path())?;
    let mut asked = 0;
    let trouble = survey_in_child(Some(&program), &path, &Reading::default(), &mut |_, _| {
        asked += 1;
        asked < 3
    });
    assert!(trouble.err().is_some_and(|trouble| trouble.cancelled));
    assert_eq!(asked, 3);
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn a_child_ends_when_nobody_listens_any_more() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("leads.csv");
    fs::write(&path, table(200_000))?;
    let program = reader_that("reads_alone", folder.path())?;
    let records = ChildRecords::open(Some(&program), &path, &Reading::default())?;
    assert_eq!(running(&program)?, 1);
    drop(records);
    assert_eq!(running(&program)?, 0);
    Ok(())
}

/// How many processes run this program.
#[cfg(target_os = "linux")]
fn running(program: &Path) -> Result<usize, std::io::Error> {
    let program = program.canonicalize()?;
    Ok(fs::read_dir("/proc")?
        .flatten()
        .filter_map(|process| fs::read_link(process.path().join("exe")).ok())
        .filter(|exe| *exe == program)
        .count())
}

#[cfg(unix)]
#[test]
fn folders_pipes_and_devices_are_refused_before_they_are_opened() -> Outcome {
    let folder = tempfile::tempdir()?;
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status()?;
    assert!(made.success());
    for (path, said) in [
        (folder.path(), "This is a folder, not a file."),
        (&pipe, "This is no file but a device or a pipe of the system."),
        (
            Path::new("/dev/zero"),
            "This is no file but a device or a pipe of the system.",
        ),
    ] {
        let trouble = Records::open(path, &Reading::default()).err();
        assert_eq!(trouble.map(|trouble| trouble.message).as_deref(), Some(said));
    }
    let link = folder.path().join("link.csv");
    std::os::unix::fs::symlink("/dev/zero", &link)?;
    assert!(Records::open(&link, &Reading::default()).is_err());
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_a_name() -> Outcome {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(OsStr::from_bytes(b"k\xf6ln.csv"));
    fs::write(&path, "Name\nAda\n")?;
    let mut there = ChildRecords::open(Some(&program("intake_child")?), &path, &Reading::default())?;
    assert_eq!(rows(&mut there)?.len(), 1);
    Ok(())
}
