//! What stands in a PDF, as another program reads it: Poppler's `pdftotext`, which shares no code with what wrote it.

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

use crate::Result;

/// Returns the text of a document, page after page.
///
/// # Errors
/// When the document cannot be read, or `pdftotext` is not there.
pub fn text(document: &[u8]) -> Result<String> {
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("pdftotext does not start ({error}); `make test` installs it"))?;
    let mut stdin = reader.stdin.take().ok_or("pdftotext takes nothing in")?;
    let document = document.to_owned();
    // It may answer before it has read everything, so both go on at once.
    let writing = std::thread::spawn(move || stdin.write_all(&document));
    let mut text = String::new();
    if let Some(mut stdout) = reader.stdout.take() {
        stdout.read_to_string(&mut text)?;
    }
    let ended = reader.wait_with_output()?;
    writing.join().map_err(|_| "writing to pdftotext failed")??;
    if !ended.status.success() {
        return Err(format!("pdftotext: {}", String::from_utf8_lossy(&ended.stderr)).into());
    }
    Ok(text)
}

/// Returns the text of each page.
///
/// # Errors
/// As [`text`].
pub fn pages(document: &[u8]) -> Result<Vec<String>> {
    let text = text(document)?;
    Ok(text
        .trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect())
}
