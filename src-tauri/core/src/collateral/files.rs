//! The files of the library: their bytes, kept once by their SHA-256, their small pictures and their text. None of it is in the
//! journal: it is there before anything refers to it, and stays as long as anything does.

use lockstep_documents::{Document, FileKind};
use lockstep_workspace::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
};
// The name under which bytes are kept.
pub use lockstep_workspace::ids::hash_of;
use rusqlite::{OptionalExtension, params};

use super::words::{plain_words, stems};

/// A word of fewer letters is not corrected, and so not kept.
const SHORTEST_WORD: usize = 4;
/// A word of more letters is an address or a key.
const LONGEST_WORD: usize = 40;
/// The name of a file has fewer bytes than this; most systems stop at 255.
const LONGEST_NAME: usize = 240;

/// Returns whether a file is kept.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn is_kept(reader: &ReadContext, hash: &str) -> Result<bool> {
    Ok(reader.count("SELECT count(*) FROM blob WHERE hash = ?1", [hash])? > 0)
}

/// Keeps a file with what was read of it, unless it is kept already.
///
/// # Errors
/// `File` when the disk fails.
pub fn keep(
    change: &Transaction,
    bytes: &[u8],
    hash: &str,
    document: Option<&Document>,
    picture: Option<&[u8]>,
) -> Result<()> {
    if is_kept(change, hash)? {
        return Ok(());
    }
    let size = i64::try_from(bytes.len()).map_err(Error::internal)?;
    change
        .db()
        .prepare_cached("INSERT INTO blob (hash, size, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![hash, size, bytes])?;
    if let Some(picture) = picture {
        change
            .db()
            .prepare_cached("INSERT INTO blob_picture (hash, jpeg) VALUES (?1, ?2)")?
            .execute(params![hash, picture])?;
    }
    document.map_or(Ok(()), |document| index(change, hash, document))
}

/// Keeps the text of a file and its words.
fn index(change: &Transaction, hash: &str, document: &Document) -> Result<()> {
    let language = document.language.as_deref().unwrap_or_default();
    let mut words = std::collections::BTreeSet::new();
    for page in &document.pages {
        let notes = page.notes.as_deref().unwrap_or_default();
        if page.text.is_empty() && notes.is_empty() {
            continue;
        }
        let number = i64::try_from(page.number).map_err(Error::internal)?;
        change
            .db()
            .prepare_cached(
                "INSERT INTO page (hash, number, language, text, notes) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![hash, number, language, page.text, notes])?;
        let place = change.db().last_insert_rowid();
        change
            .db()
            .prepare_cached("INSERT INTO page_words (rowid, text, notes) VALUES (?1, ?2, ?3)")?
            .execute(params![
                place,
                stems(&page.text, language),
                stems(notes, language)
            ])?;
        words.extend(
            plain_words(&page.text)
                .chain(plain_words(notes))
                .filter(|word| is_worth_keeping(word)),
        );
    }
    let mut counted = change.db().prepare_cached(
        "INSERT INTO page_word (word, files) VALUES (?1, 1) ON CONFLICT (word) DO UPDATE SET files = files + 1",
    )?;
    words
        .iter()
        .try_for_each(|word| counted.execute([word]).map(|_| ()))?;
    Ok(())
}

fn is_worth_keeping(word: &str) -> bool {
    (SHORTEST_WORD..=LONGEST_WORD).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

/// Returns the bytes of a file.
///
/// # Errors
/// `NotFound` when it is not kept; `Damaged` when its bytes are not those that were added.
pub fn bytes_of(reader: &ReadContext, hash: &str) -> Result<Vec<u8>> {
    let bytes: Option<Vec<u8>> = reader
        .db()
        .prepare_cached("SELECT bytes FROM blob WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    let bytes = bytes.ok_or_else(|| Error::not_found("This file"))?;
    if hash_of(&bytes) == hash {
        Ok(bytes)
    } else {
        Err(
            Error::damaged("The bytes of this file are not those that were added.")
                .hint("Restore a backup that has it, or add the file again as a new version."),
        )
    }
}

/// Returns the small picture of a file, as JPEG; nothing where it has none.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn picture_of(reader: &ReadContext, hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(reader
        .db()
        .prepare_cached("SELECT jpeg FROM blob_picture WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?)
}

/// A page of a file, as text.
pub struct PageText {
    /// Which page it is, from 1.
    pub number: i64,
    /// Its text.
    pub text: String,
    /// What is written beside it.
    pub notes: String,
}

/// Returns the text of a file, page by page.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn pages_of(reader: &ReadContext, hash: &str) -> Result<Vec<PageText>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT number, text, notes FROM page WHERE hash = ?1 ORDER BY number")?;
    let pages = statement.query_map([hash], |row| {
        Ok(PageText {
            number: row.get(0)?,
            text: row.get(1)?,
            notes: row.get(2)?,
        })
    })?;
    Ok(pages.collect::<rusqlite::Result<_>>()?)
}

/// Removes files to which nothing refers: no version, and nothing that was done and may be taken back. Returns how many bytes that
/// frees.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn remove_unused(change: &Transaction) -> Result<i64> {
    let mut statement = change.db().prepare_cached(
        "SELECT hash, size FROM blob
         WHERE NOT EXISTS (SELECT 1 FROM piece_version WHERE piece_version.hash = blob.hash)
           AND NOT EXISTS (
             SELECT 1 FROM journal_row WHERE table_name = 'piece_version' AND json_extract(coalesce(after, before), '$.hash') = blob.hash)",
    )?;
    let unused = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let unused: Vec<(String, i64)> = unused.collect::<rusqlite::Result<_>>()?;
    for (hash, _) in &unused {
        remove(change, hash)?;
    }
    Ok(unused.iter().map(|(_, size)| size).sum())
}

fn remove(change: &Transaction, hash: &str) -> Result<()> {
    let db = change.db();
    let mut statement = db.prepare_cached("SELECT place, language, text, notes FROM page WHERE hash = ?1")?;
    let mut pages = statement.query([hash])?;
    let mut words = std::collections::BTreeSet::new();
    while let Some(page) = pages.next()? {
        let (place, language): (i64, String) = (page.get(0)?, page.get(1)?);
        let (text, notes): (String, String) = (page.get(2)?, page.get(3)?);
        db.prepare_cached(
            "INSERT INTO page_words (page_words, rowid, text, notes) VALUES ('delete', ?1, ?2, ?3)",
        )?
        .execute(params![place, stems(&text, &language), stems(&notes, &language)])?;
        words.extend(
            plain_words(&text)
                .chain(plain_words(&notes))
                .filter(|word| is_worth_keeping(word)),
        );
    }
    for word in words {
        db.prepare_cached("UPDATE page_word SET files = files - 1 WHERE word = ?1")?
            .execute([word])?;
    }
    db.execute("DELETE FROM page_word WHERE files < 1", [])?;
    for table in ["page", "blob_picture", "blob"] {
        db.execute(&format!("DELETE FROM {table} WHERE hash = ?1"), [hash])?;
    }
    Ok(())
}

/// Returns whether a browser that opens a file runs what stands in it: a web page, or a drawing with scripts.
pub fn runs_in_a_browser(name: &str, kind: FileKind) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    kind == FileKind::Html
        || matches!(
            ending.as_deref(),
            Some("html" | "htm" | "xhtml" | "svg" | "xml" | "mht" | "mhtml")
        )
}

/// Returns whether a character turns the order of letters round, so that a name reads as another.
fn turns_letters(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Returns the name of a file without what no system takes, and without a way out of its folder.
pub fn safe_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| {
            if c.is_control() || turns_letters(c) || "/\\:*?\"<>|".contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect();
    let clean = clean.trim_matches(['.', ' ']);
    let stem = clean
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_uppercase();
    let is_numbered = || {
        let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
        port.is_some_and(|number| number.chars().count() == 1)
    };
    let is_device = matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || is_numbered();
    let clean = if is_device {
        format!("_{clean}")
    } else {
        clean.to_owned()
    };
    // The ending stays. Systems count bytes, and some letters have four.
    let mut room = LONGEST_NAME;
    let kept = clean.chars().rev().take(120).take_while(|c| {
        room = room.saturating_sub(c.len_utf8());
        room > 0
    });
    let last: String = kept.collect::<Vec<_>>().into_iter().rev().collect();
    if last.is_empty() || std::path::Path::new(&last).file_name().is_none() {
        "file".into()
    } else {
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_elsewhere_leads_nowhere() {
        for (name, safe) in [
            ("../../x.pdf", "_.._x.pdf"),
            ("C:\\x.pdf", "C__x.pdf"),
            ("...", "file"),
            ("con.pdf", "_con.pdf"),
            ("con .pdf", "_con .pdf"),
            ("lpt\u{b2}", "_lpt\u{b2}"),
            ("company.pdf", "company.pdf"),
            ("a\u{0}b.pdf", "a_b.pdf"),
            ("exe\u{202e}fdp.pdf", "exe_fdp.pdf"),
            ("Prospekt für Kliniken.pdf", "Prospekt für Kliniken.pdf"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
    }
}
