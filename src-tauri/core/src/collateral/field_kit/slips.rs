//! Return slips are looked at, and imported: each note once, in one step.

use std::{collections::HashSet, path::PathBuf};

use chrono::{Days, NaiveDate};
use lockstep_workspace::{
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ImportedNote,
    slip::{self, Note, SlipNoteKind},
};
use crate::{
    collateral::{
        Piece,
        in_use::{PieceUse, UseManner, actions::check},
        merging::Merged,
        name_of,
        requests::{self, CollateralRequest, RequestKind},
        shortened,
        standing::current_version,
    },
    ids::{ListItemId, PieceId, SlipNoteId},
};

/// A return slip as it was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlipFile {
    /// What the file is called.
    pub file_name: String,
    /// What stands in it.
    pub content: String,
}

/// What becomes of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoteFate {
    /// It says something new.
    New,
    /// It was imported before.
    Known,
    /// It cannot be imported.
    Refused,
}

/// A note, as it is shown before slips are imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoteLine {
    /// What becomes of it.
    pub fate: NoteFate,
    /// What it says, in one sentence; empty where it cannot be read.
    pub words: String,
    /// Why it is refused; else empty.
    pub reason: String,
}

/// A slip, as it is shown before it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SlipView {
    /// What the file is called.
    pub file_name: String,
    /// Whose word it is; empty where the slip cannot be read.
    pub by: String,
    /// Why none of it can be read; else empty.
    pub reason: String,
    /// Its notes.
    pub notes: Vec<NoteLine>,
}

/// Shows what return slips say, and what would become of each note.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadSlips {
    /// The slips.
    pub slips: Vec<SlipFile>,
}

impl Query for ReadSlips {
    type Answer = Vec<SlipView>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<SlipView>> {
        let readings = read(reader, &self.slips)?;
        Ok(readings.into_iter().map(Reading::view).collect())
    }
}

/// Returns the return slips among files, and the others.
pub fn slips_among(files: &[PathBuf]) -> (Vec<SlipFile>, Vec<PathBuf>) {
    let mut slips = Vec::new();
    let mut others = Vec::new();
    for path in files {
        match slip::read_slip_file(path) {
            Some(content) => slips.push(SlipFile {
                file_name: name_of(path),
                content,
            }),
            None => others.push(path.clone()),
        }
    }
    (slips, others)
}

/// A slip that was read and held against the workspace.
struct Reading {
    file_name: String,
    by: String,
    /// Its notes; or why none of it can be read.
    notes: std::result::Result<Vec<NoteReading>, String>,
}

/// A note that was held against the workspace, with what it says where that can be told.
struct NoteReading {
    words: String,
    became: Becomes,
}

/// What becomes of a note.
enum Becomes {
    New(SlipNoteId, NoteRow),
    Known,
    Refused(String),
}

impl Reading {
    fn view(self) -> SlipView {
        let (notes, reason) = match self.notes {
            Ok(notes) => (notes, String::new()),
            Err(reason) => (Vec::new(), reason),
        };
        let notes = notes.into_iter().map(|note| {
            let (fate, reason) = match note.became {
                Becomes::New(..) => (NoteFate::New, String::new()),
                Becomes::Known => (NoteFate::Known, String::new()),
                Becomes::Refused(reason) => (NoteFate::Refused, reason),
            };
            NoteLine {
                fate,
                words: note.words,
                reason,
            }
        });
        SlipView {
            notes: notes.collect(),
            file_name: self.file_name,
            by: self.by,
            reason,
        }
    }
}

/// Reads slips and holds every note against the workspace, and against those before it.
fn read(reader: &ReadContext, slips: &[SlipFile]) -> Result<Vec<Reading>> {
    let mut new: HashSet<SlipNoteId> = HashSet::new();
    slips
        .iter()
        .map(|file| read_one(reader, file, &mut new))
        .collect()
}

fn read_one(reader: &ReadContext, file: &SlipFile, new: &mut HashSet<SlipNoteId>) -> Result<Reading> {
    let file_name = file.file_name.clone();
    let slip = match slip::read(&file.content, &reader.workspace_id()?) {
        Ok(slip) => slip,
        Err(reason) => {
            return Ok(Reading {
                file_name,
                by: String::new(),
                notes: Err(reason),
            });
        }
    };
    let merged = Merged::read(reader)?;
    let notes = slip.notes.into_iter();
    let held = notes.map(|note| held(reader, note, &slip.by, &merged, new));
    Ok(Reading {
        file_name,
        notes: Ok(held.collect::<Result<_>>()?),
        by: slip.by,
    })
}

/// Holds one note against the workspace, and against the new ones before it.
fn held(
    reader: &ReadContext,
    note: std::result::Result<Note, String>,
    by: &str,
    merged: &Merged,
    new: &mut HashSet<SlipNoteId>,
) -> Result<NoteReading> {
    let note = match note {
        Ok(note) => note,
        Err(reason) => {
            return Ok(NoteReading {
                words: String::new(),
                became: Becomes::Refused(reason),
            });
        }
    };
    let piece: Option<Piece> = match &note.piece {
        Some(piece) => rows::find(reader, &merged.resolve(PieceId(piece.clone())))?,
        None => None,
    };
    let words = in_words(&note, piece.as_ref());
    let is_known = new.contains(&note.id) || rows::find::<ImportedNote>(reader, &note.id)?.is_some();
    let became = if is_known {
        Becomes::Known
    } else {
        match row_of(reader, &note, by, piece)? {
            Ok(row) => {
                new.insert(note.id.clone());
                Becomes::New(note.id, row)
            }
            Err(reason) => Becomes::Refused(reason),
        }
    };
    Ok(NoteReading { words, became })
}

/// What a note becomes.
enum NoteRow {
    Use(Box<PieceUse>),
    Request(Box<CollateralRequest>),
}

/// Returns what a note becomes, still without an id; or why it cannot become anything.
fn row_of(
    reader: &ReadContext,
    note: &Note,
    by: &str,
    piece: Option<Piece>,
) -> Result<std::result::Result<NoteRow, String>> {
    let refused = |words: &str| Ok(Err(words.to_owned()));
    if note.piece.is_some() && piece.is_none() {
        return refused("The piece it is about is not in the library any more.");
    }
    // Where the seller was, the next day may have begun.
    let today = reader.today();
    let on = note.on.min(today);
    if note.on > today + Days::new(1) {
        return refused("Its day has not come yet: the clock of that computer may be wrong.");
    }
    // Somebody who is not known here any more is left out; the rest of the note stands.
    let persona = note.persona.clone().map(ListItemId);
    let phase = note.phase.clone().map(ListItemId);
    let row = match (note.kind, piece) {
        (SlipNoteKind::Used, Some(piece)) => {
            if note.deal.trim().is_empty() {
                return refused("It does not say in which deal.");
            }
            let used = PieceUse {
                id: String::new().into(),
                version: current_version(reader, &piece.id)?.map(|version| version.id),
                piece: piece.id,
                used_on: on,
                person: None,
                said_by: by.to_owned(),
                opportunity: None,
                deal: note.deal.trim().to_owned(),
                persona,
                phase,
                manner: note.manner.unwrap_or(UseManner::Sent),
                easy_to_find: note.easy_to_find,
                fitted: note.fitted,
                ready: note.ready,
                moved: note.moved,
                note: note.text.trim().to_owned(),
                slip: Some(note.id.0.clone()),
                created_at: reader.now(),
            };
            if let Err(error) = check(reader, &used) {
                return Ok(Err(error.message));
            }
            NoteRow::Use(Box::new(used))
        }
        (SlipNoteKind::Work, Some(piece)) => request(reader, note, by, on, Some(piece.id)),
        (SlipNoteKind::Need, None) => request(reader, note, by, on, None),
        _ => return refused("It does not say which piece it is about."),
    };
    if let NoteRow::Request(asks) = &row
        && let Err(error) = requests::actions::settled(reader, CollateralRequest::clone(asks))
    {
        return Ok(Err(error.message));
    }
    Ok(Ok(row))
}

fn request(reader: &ReadContext, note: &Note, by: &str, on: NaiveDate, piece: Option<PieceId>) -> NoteRow {
    let kind = match note.request {
        Some(kind) if piece.is_some() => kind,
        _ if piece.is_some() => RequestKind::Generic,
        _ => RequestKind::New,
    };
    NoteRow::Request(Box::new(CollateralRequest {
        id: String::new().into(),
        kind,
        piece,
        wanted: note.text.clone(),
        pages: Vec::new(),
        persona: note.persona.clone().map(ListItemId),
        phase: note.phase.clone().map(ListItemId),
        need: None,
        asked_by: None,
        said_by: by.to_owned(),
        asked_on: on,
        answer_by: None,
        answer: None,
        promised_for: None,
        promised_first: None,
        declined_because: String::new(),
        answered_by: None,
        answered_on: None,
        closed_on: None,
        slip: Some(note.id.0.clone()),
        created_at: reader.now(),
    }))
}

fn in_words(note: &Note, piece: Option<&Piece>) -> String {
    let short = |text: &str| shortened(text, 80);
    let piece = piece.map_or_else(|| "a piece".into(), Piece::in_words);
    match note.kind {
        SlipNoteKind::Used => format!("Used {piece} in “{}”", short(&note.deal)),
        SlipNoteKind::Work => format!("About {piece}: {}", short(&note.text)),
        SlipNoteKind::Need => format!("Needed: {}", short(&note.text)),
    }
}

/// Imports the notes of return slips that are new: one step. What is known already, and what cannot be read, is left out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportSlips {
    /// The slips.
    pub slips: Vec<SlipFile>,
}

/// What became of the notes of return slips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct SlipsImported {
    /// Uses of pieces.
    pub uses: usize,
    /// Requests.
    pub requests: usize,
    /// Notes that were imported before.
    pub known: usize,
    /// Notes, or whole slips, that could not be imported.
    pub refused: usize,
}

impl Action for ImportSlips {
    type Outcome = SlipsImported;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(match self.slips.as_slice() {
            [one] => format!("Import the return slip “{}”", one.file_name),
            many => format!("Import {} return slips", many.len()),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<SlipsImported> {
        let mut became = SlipsImported::default();
        let mut why: Option<String> = None;
        let mut refused = |became: &mut SlipsImported, reason: String| {
            became.refused += 1;
            why.get_or_insert(reason);
        };
        for reading in read(change, &self.slips)? {
            let notes = match reading.notes {
                Ok(notes) => notes,
                Err(reason) => {
                    refused(&mut became, reason);
                    continue;
                }
            };
            for note in notes {
                let (id, row) = match note.became {
                    Becomes::New(id, row) => (id, row),
                    Becomes::Known => {
                        became.known += 1;
                        continue;
                    }
                    Becomes::Refused(reason) => {
                        refused(&mut became, reason);
                        continue;
                    }
                };
                match row {
                    NoteRow::Use(mut used) => {
                        used.id = change.new_id();
                        rows::insert(change, &*used)?;
                        became.uses += 1;
                    }
                    NoteRow::Request(mut asks) => {
                        asks.id = change.new_id();
                        requests::actions::add(change, *asks)?;
                        became.requests += 1;
                    }
                }
                let imported = ImportedNote {
                    id,
                    said_by: reading.by.clone(),
                    file_name: reading.file_name.clone(),
                    imported_at: change.now(),
                };
                rows::insert(change, &imported)?;
            }
        }
        if became.uses + became.requests == 0 {
            if let (Some(why), 0) = (why, became.known) {
                return Err(Error::refused(format!("Nothing was imported. {why}")));
            }
            return Err(Error::refused("These slips say nothing new.")
                .hint("Each note counts once, however often its slip is dropped."));
        }
        Ok(became)
    }
}
