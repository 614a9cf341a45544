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
    read(document, &[])
}

fn read(document: &[u8], options: &[&str]) -> Result<String> {
    let mut reader = Command::new("pdftotext")
        .args(options)
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

/// A word on a page, and the place it takes, in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// The page, from 1.
    pub page: usize,
    /// Its left, upper, right and lower edge.
    pub edges: [f64; 4],
}

impl Word {
    /// Says whether two words stand in one line and one runs into the other.
    pub fn runs_into(&self, other: &Self) -> bool {
        let [left, top, right, bottom] = self.edges;
        let [other_left, other_top, other_right, other_bottom] = other.edges;
        let middle = (top + bottom) / 2.0;
        let other_middle = (other_top + other_bottom) / 2.0;
        let shared = right.min(other_right) - left.max(other_left);
        self.page == other.page && (middle - other_middle).abs() < 2.0 && shared > 1.0
    }
}

/// Returns the words of a document with their places, and the width of its pages.
///
/// # Errors
/// As [`text`].
pub fn words(document: &[u8]) -> Result<(Vec<Word>, f64)> {
    let (mut words, mut page, mut width) = (Vec::new(), 0, 0.0);
    for line in read(document, &["-bbox"])?.lines() {
        let number = |name: &str| -> Option<f64> {
            let (_, after) = line.split_once(&format!(" {name}=\""))?;
            after.split_once('"')?.0.parse().ok()
        };
        if line.contains("<page ") {
            page += 1;
            width = number("width").unwrap_or(width);
        } else if let [Some(left), Some(top), Some(right), Some(bottom)] =
            ["xMin", "yMin", "xMax", "yMax"].map(number)
        {
            let text = line
                .split_once('>')
                .and_then(|(_, after)| after.rsplit_once("</word>"));
            words.push(Word {
                text: text.map_or_else(String::new, |(text, _)| text.into()),
                page,
                edges: [left, top, right, bottom],
            });
        }
    }
    Ok((words, width))
}
