//! A hundred files of several kinds: how fast they come in, how fast their pictures are made, and how large the workspace gets.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_core::collateral::{add_files, files, keep_file, prepare_file};
use lockstep_documents::{FileKind, Reader};
use lockstep_tests::{Result, processes::program};
use lockstep_workspace::{Environment, SystemEnvironment};
use serde_json::json;

use super::filling::founded;
use crate::report::{Report, middle};

/// How many files come in.
const FILES: usize = 100;

/// Adds the files to an empty workspace.
pub fn measure(report: &mut Report, folder: &Path) -> Result {
    let all = mixed_files(folder)?;
    let path = folder.join("adding.lockstep");
    drop(founded(&path)?);
    let empty = std::fs::metadata(&path)?.len();
    let mut workspace = lockstep_core::open(&path, Arc::new(SystemEnvironment))?;
    let reader = Reader::new(Some(program("lockstep-cli")?));
    let started = Instant::now();
    let mut kept = Vec::new();
    for file in &all {
        let file = prepare_file(file, &reader, &mut || true)?;
        kept.push(keep_file(&mut workspace, &file)?);
    }
    let added = add_files(&mut workspace, kept)?.len();
    let took = started.elapsed();
    report.at_least(
        "adding 100 mixed files",
        f64::from(u32::try_from(added)?) / took.as_secs_f64(),
        8.0,
        "files a second",
    );
    drop(workspace);
    size(report, &path, empty, &all)?;
    pictures(report, &all, &reader)
}

/// Writes the files: what the sample's library has, then plans, web pages and notes, each of which differs from all others.
fn mixed_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let sample = folder.join("sample.lockstep");
    lockstep_sample::build(&sample, SystemEnvironment.today(), lockstep_core::rooms())?;
    let mut sample = lockstep_core::open(&sample, Arc::new(SystemEnvironment))?;
    let pieces = sample.call("list_pieces", json!({ "filter": { "states": [] } }))?;
    let files_of_sample = folder.join("files");
    std::fs::create_dir_all(&files_of_sample)?;
    let mut all = Vec::new();
    for piece in pieces["pieces"].as_array().into_iter().flatten() {
        if let (Some(name), Some(hash)) = (
            piece["version"]["file_name"].as_str(),
            piece["version"]["hash"].as_str(),
        ) {
            let path = files_of_sample.join(name);
            std::fs::write(&path, files::bytes_of(&sample.reader()?, hash)?)?;
            all.push(path);
        }
    }
    all.sort();
    all.dedup();
    let year = sample.call("list_plans", json!({}))?[0]["year"].as_i64();
    let view = sample.ask(lockstep_core::plan::queries::OpenPlan {
        year: i32::try_from(year.ok_or("the sample has no plan")?)?,
        version: None,
    })?;
    let options = lockstep_export::options::Options::on(SystemEnvironment.today());
    let pdf = lockstep_export::plan::pdf(&view, &options)?.bytes;
    for number in all.len()..FILES {
        let (name, bytes) = match number % 4 {
            0 => {
                // A PDF may have bytes behind its end: each is a file of its own.
                let mut bytes = pdf.clone();
                bytes.extend(format!("\n% {number}").bytes());
                (format!("plan {number}.pdf"), bytes)
            }
            1 => (
                format!("page {number}.html"),
                format!("<h1>Page {number}</h1><p>What it costs.</p>").into_bytes(),
            ),
            2 => (
                format!("note {number}.md"),
                format!("# Note {number}\n\nWhat it brings.").into_bytes(),
            ),
            _ => (
                format!("text {number}.txt"),
                format!("Text {number}: what they ask.").into_bytes(),
            ),
        };
        let path = files_of_sample.join(name);
        std::fs::write(&path, bytes)?;
        all.push(path);
    }
    Ok(all)
}

/// How much larger the workspace is than an empty one, against the bytes of the files and their text.
fn size(report: &mut Report, path: &Path, empty: u64, all: &[PathBuf]) -> Result {
    let mut bytes = 0;
    for file in all {
        bytes += std::fs::metadata(file)?.len();
    }
    let db = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sum = |sql: &str| -> Result<f64> { Ok(db.query_row(sql, [], |row| row.get(0))?) };
    let text = sum("SELECT total(length(CAST(text AS BLOB)) + length(CAST(notes AS BLOB))) FROM page")?;
    let index = sum("SELECT total(length(block)) FROM page_words_data")?;
    let pictures = sum("SELECT total(length(jpeg)) FROM blob_picture")?;
    let grown = std::fs::metadata(path)?.len().saturating_sub(empty) as f64;
    let kibibytes = |bytes: f64| format!("{:.0} KiB", bytes / 1_024.0);
    let allowed = 1.05 * bytes as f64 + text;
    report.line(
        "the file, with 100 mixed files",
        &format!("+ {}", kibibytes(grown)),
        &format!("≤ + {}: 1.05 × bytes + text", kibibytes(allowed)),
        grown <= allowed,
    );
    println!(
        "    {} of files, {} of text, {} of the index of words, {} of small pictures",
        kibibytes(bytes as f64),
        kibibytes(text),
        kibibytes(index),
        kibibytes(pictures)
    );
    Ok(())
}

/// How long the small picture of a file takes that has one, with the child that draws it.
fn pictures(report: &mut Report, all: &[PathBuf], reader: &Reader) -> Result {
    let mut took = Vec::new();
    for file in all {
        let bytes = std::fs::read(file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let started = Instant::now();
        let picture = reader.thumbnail(&bytes, FileKind::of(&bytes, &name), &mut || true)?;
        if picture.is_some() {
            took.push(started.elapsed());
        }
    }
    if took.is_empty() {
        return Err("no file has a small picture".into());
    }
    let many = took.len();
    report.limit(
        &format!("a small picture, the middle of {many}"),
        middle(took),
        Duration::from_millis(300),
    );
    Ok(())
}
