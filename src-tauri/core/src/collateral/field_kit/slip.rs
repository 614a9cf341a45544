//! A return slip as a file: what sellers say of pieces, written by the page of a field kit. It comes from elsewhere, so nothing in it
//! is believed: each note is read by itself, checked, and refused with the reason where it cannot be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    collateral::{
        in_use::{SaidMoved, UseManner},
        requests::RequestKind,
    },
    ids::SlipNoteId,
};

/// What a slip says of itself.
const MARK: &str = "return slip";
/// The version that is written today.
const VERSION: u64 = 1;
/// The longest slip in bytes: a few thousand notes.
pub const LONGEST: usize = 4 * 1024 * 1024;
/// A slip has at most so many notes.
const MOST_NOTES: usize = 5_000;
/// A name has at most so many letters.
const LONGEST_NAME: usize = 200;
/// What somebody says has at most so many letters.
const LONGEST_TEXT: usize = 10_000;

/// What a note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SlipNoteKind {
    /// A piece was used in a deal.
    Used,
    /// A piece needs work.
    Work,
    /// Something is missing.
    Need,
}

/// A note of a slip.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: SlipNoteId,
    pub kind: SlipNoteKind,
    pub piece: Option<String>,
    pub on: NaiveDate,
    pub deal: String,
    pub persona: Option<String>,
    pub phase: Option<String>,
    pub manner: Option<UseManner>,
    pub easy_to_find: Option<i64>,
    pub fitted: Option<i64>,
    pub ready: Option<i64>,
    pub moved: Option<SaidMoved>,
    pub request: Option<RequestKind>,
    pub text: String,
    check: String,
}

/// A slip that was read: whose word it is, and its notes, each one or the reason why it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub by: String,
    pub notes: Vec<Result<Note, String>>,
}

/// Returns whether a text is a return slip, whatever its version: its first words say so.
pub fn is_slip(text: &str) -> bool {
    let beginning: String = text.chars().take(200).filter(|c| !c.is_whitespace()).collect();
    beginning
        .trim_start_matches('\u{feff}')
        .starts_with("{\"lockstep\":\"returnslip\"")
}

/// Returns what stands in a file where that is a return slip; nothing where it is not, or cannot be read.
pub fn read_slip_file(path: &std::path::Path) -> Option<String> {
    use std::io::Read;
    let is_json = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    if !is_json {
        return None;
    }
    let most = u64::try_from(LONGEST).ok()?;
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that the reading of it says that it is too large.
    std::fs::File::open(path)
        .ok()?
        .take(most + 1)
        .read_to_end(&mut bytes)
        .ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    is_slip(&text).then_some(text)
}

/// Reads a slip of a workspace.
///
/// # Errors
/// Why none of it can be read, for people.
pub fn read(text: &str, workspace: &str) -> Result<Slip, String> {
    if text.len() > LONGEST {
        return Err("It is larger than any return slip.".into());
    }
    let whole: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| {
        "It is damaged: it may have been cut off or changed on the way. Ask for it to be saved again."
            .to_owned()
    })?;
    if whole.get("lockstep").and_then(Value::as_str) != Some(MARK) {
        return Err("It is no return slip.".into());
    }
    match whole.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(later) if later > VERSION => {
            return Err("It was written by a newer field kit. Update Lockstep, then drop it again.".into());
        }
        _ => return Err("It says no version that is known.".into()),
    }
    if whole.get("workspace").and_then(Value::as_str) != Some(workspace) {
        return Err("It is from the field kit of another workspace.".into());
    }
    let by = whole.get("by").and_then(Value::as_str).unwrap_or_default().trim();
    if by.is_empty() || by.chars().count() > LONGEST_NAME || by.chars().any(char::is_control) {
        return Err("It does not say whose word it is.".into());
    }
    let notes = whole
        .get("notes")
        .and_then(Value::as_array)
        .ok_or("It has no notes.")?;
    if notes.len() > MOST_NOTES {
        return Err("It has more notes than any seller writes.".into());
    }
    Ok(Slip {
        notes: notes.iter().map(|note| read_note(note, by)).collect(),
        by: by.to_owned(),
    })
}

fn read_note(note: &Value, by: &str) -> Result<Note, String> {
    let damaged = || "This note is damaged: what it says is not what was written.".to_owned();
    let note: Note = serde_json::from_value(note.clone()).map_err(|_| damaged())?;
    if check_of(&note, by) != note.check {
        return Err(damaged());
    }
    if uuid::Uuid::try_parse(note.id.as_str()).is_err() {
        return Err(damaged());
    }
    if note.deal.chars().count() > LONGEST_NAME || note.text.chars().count() > LONGEST_TEXT {
        return Err("This note is longer than what can be kept.".into());
    }
    Ok(note)
}

/// Returns the word with which JSON writes a value; nothing where there is none.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        Ok(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Returns the CRC-32 of a note and of whose word it is, in hexadecimal: as the page of the kit writes it.
fn check_of(note: &Note, by: &str) -> String {
    let fields = [
        by.to_owned(),
        note.id.0.clone(),
        word(&note.kind),
        word(&note.piece),
        word(&note.on),
        note.deal.clone(),
        word(&note.persona),
        word(&note.phase),
        word(&note.manner),
        word(&note.easy_to_find),
        word(&note.fitted),
        word(&note.ready),
        word(&note.moved),
        word(&note.request),
        note.text.clone(),
    ];
    format!("{:08x}", crc32fast::hash(fields.join("\u{1f}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn note() -> Value {
        json!({
            "id": "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b", "kind": "used", "piece": "piece", "on": "2026-11-30",
            "deal": "St Märy", "persona": null, "phase": null, "manner": "sent", "easy_to_find": 5, "fitted": 4,
            "ready": null, "moved": "yes", "request": null, "text": "Short\nand good", "check": "0337f2ac"
        })
    }

    fn slip(note: &Value) -> Value {
        json!({ "lockstep": "return slip", "version": 1, "workspace": "here", "by": "Kim", "notes": [note] })
    }

    /// Returns a record with a field of another value.
    fn with(mut record: Value, field: &str, value: Value) -> Value {
        if let Some(fields) = record.as_object_mut() {
            fields.insert(field.into(), value);
        }
        record
    }

    fn of(slip: &Value) -> Result<Slip, String> {
        read(&slip.to_string(), "here")
    }

    /// Returns which notes of a slip were read.
    fn read_notes(slip: &Value) -> Vec<bool> {
        of(slip).map_or_else(
            |_| Vec::new(),
            |read| read.notes.iter().map(Result::is_ok).collect(),
        )
    }

    #[test]
    fn a_note_is_read_as_the_page_wrote_it() {
        let told = of(&slip(&note())).map(|read| {
            let notes = read.notes.into_iter().flatten();
            let told: Vec<_> = notes.map(|note| (note.deal, note.fitted, note.moved)).collect();
            (read.by, told)
        });
        let expected = ("St Märy".to_owned(), Some(4), Some(SaidMoved::Yes));
        assert_eq!(told, Ok(("Kim".to_owned(), vec![expected])));
    }

    #[test]
    fn a_note_that_was_changed_on_the_way_is_refused_and_the_others_are_not() {
        for (field, value) in [
            ("fitted", json!(5)),
            ("deal", json!("St Mary")),
            ("check", json!("00000000")),
            ("moved", json!("no")),
            ("id", json!("x")),
            ("extra", json!(1)),
            ("on", json!("2026-02-30")),
        ] {
            let changed = with(note(), field, value);
            let both = with(slip(&note()), "notes", json!([changed, note()]));
            assert_eq!(read_notes(&both), [false, true], "{field}");
        }
        // Whose word it is belongs to what is checked.
        let other = with(slip(&note()), "by", json!("Lou"));
        assert_eq!(read_notes(&other), [false]);
    }

    #[test]
    fn what_is_no_slip_of_this_workspace_is_refused_with_the_reason() {
        for (field, value, words) in [
            ("version", json!(2), "newer field kit"),
            ("version", json!("1"), "no version"),
            ("workspace", json!("there"), "another workspace"),
            ("by", json!("  "), "whose word"),
            ("by", json!("x".repeat(201)), "whose word"),
            ("lockstep", json!("x"), "no return slip"),
            ("notes", json!({}), "no notes"),
        ] {
            let other = with(slip(&note()), field, value);
            let reason = of(&other).err().unwrap_or_default();
            assert!(reason.contains(words), "{field}: {reason}");
        }
        let mut cut = slip(&note()).to_string();
        cut.truncate(cut.len() - 3);
        assert!(read(&cut, "here").is_err_and(|reason| reason.contains("damaged")));
        assert!(read(&"[".repeat(100_000), "here").is_err());
    }

    #[test]
    fn a_slip_says_so_in_its_first_words() {
        assert!(is_slip(&slip(&note()).to_string()));
        assert!(is_slip("\u{feff}{\n  \"lockstep\": \"return slip\",\n"));
        assert!(!is_slip("{\"other\":1}"));
        assert!(!is_slip(""));
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_file_nothing_breaks(text in any::<String>(), at in 0_usize..400, with in any::<char>()) {
            let _ = read(&text, "here");
            let mut whole = slip(&note()).to_string();
            if whole.is_char_boundary(at.min(whole.len())) {
                whole.insert(at.min(whole.len()), with);
            }
            if let Ok(read) = read(&whole, "here") {
                // One more letter anywhere is noticed, or it changed nothing that is read.
                for note in read.notes.iter().flatten() {
                    prop_assert_eq!(&note.deal, "St Märy");
                }
            }
        }
    }
}
