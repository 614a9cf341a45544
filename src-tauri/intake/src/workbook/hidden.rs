//! Which rows of a sheet a spreadsheet does not show, because of a filter or because somebody hid them. The library that reads
//! the cells does not tell, so the rows' own marks are looked at.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

/// No mark of a row, a sheet or a relation is longer.
const LONGEST_TAG: u64 = 64 << 10;

/// Returns the hidden rows of the sheet at a place among all sheets, counted from 0. What cannot be found out is shown.
pub(super) fn rows(bytes: &[u8], sheet: usize) -> HashSet<u32> {
    hidden_rows(bytes, sheet).unwrap_or_default()
}

fn hidden_rows(bytes: &[u8], sheet: usize) -> Option<HashSet<u32>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let workbook = whole(&mut archive, "xl/workbook.xml")?;
    let id = tags(&workbook, "sheet").nth(sheet).and_then(|tag| {
        let names = ["r:id", "relationships:id"];
        names.iter().find_map(|name| attribute(tag, name))
    })?;
    let relations = whole(&mut archive, "xl/_rels/workbook.xml.rels")?;
    let target = tags(&relations, "Relationship")
        .find(|tag| attribute(tag, "Id") == Some(id))
        .and_then(|tag| attribute(tag, "Target"))?;
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{}", target.strip_prefix("./").unwrap_or(target)),
    };
    let part = archive.by_name(&path).ok()?;
    Some(marked(&mut BufReader::new(part)))
}

/// Reads the rows' marks one by one; the cells between them go by.
fn marked(part: &mut impl BufRead) -> HashSet<u32> {
    let mut hidden = HashSet::new();
    let mut next: u32 = 1;
    let mut piece = Vec::new();
    loop {
        piece.clear();
        match part.by_ref().take(LONGEST_TAG).read_until(b'>', &mut piece) {
            Ok(1..) => {}
            Ok(0) | Err(_) => return hidden,
        }
        let Some(begin) = memmem::rfind(&piece, b"<row") else {
            continue;
        };
        let tag = String::from_utf8_lossy(piece.get(begin + 4..).unwrap_or_default());
        if !tag.starts_with([' ', '\t', '\r', '\n', '>', '/']) {
            continue;
        }
        let number: u32 = attribute(&tag, "r")
            .and_then(|row| row.parse().ok())
            .unwrap_or(next);
        next = number.saturating_add(1);
        if matches!(attribute(&tag, "hidden"), Some("1" | "true")) {
            // Rows count from 0 where cells are read.
            hidden.insert(number.saturating_sub(1));
        }
    }
}

fn whole(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Returns what stands within the tags of a name.
fn tags<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let begin = format!("<{name}");
    text.split('<').skip(1).filter_map(move |tag| {
        let inner = tag.strip_prefix(begin.trim_start_matches('<'))?;
        let inner = inner.split('>').next()?;
        inner.starts_with(char::is_whitespace).then_some(inner)
    })
}

/// Returns an attribute's value, as it is written.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let stands_alone = tag.get(..at)?.ends_with(char::is_whitespace);
        let value = tag
            .get(at + name.len()..)?
            .trim_start()
            .strip_prefix('=')?
            .trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let value = value.get(1..)?.split(quote).next()?;
        stands_alone.then_some(value)
    })
}
