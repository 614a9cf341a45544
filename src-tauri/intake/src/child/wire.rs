//! How parent and child talk: the parent asks once, in a line of JSON; the child answers in messages, each with its kind
//! and its length before it. Rows go in batches, as plain bytes. The parent trusts nothing that it hears.

use std::ffi::OsString;
use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::limits;
use crate::records::{HowRead, Reading, Row};
use crate::survey::Survey;
use crate::trouble::{RowTrouble, Trouble};

/// What the parent asks for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) path: OsString,
    pub(super) reading: Reading,
    pub(super) what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    Survey,
    Rows,
}

/// What is known once a file is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Opened {
    pub(super) header: Vec<String>,
    pub(super) how: HowRead,
}

/// What the child says.
pub(super) enum Message {
    Opened(Opened),
    Rows(Batch),
    Progress(u64, u64),
    Survey(Box<Survey>),
    Trouble(Trouble),
    End,
}

/// No message is longer: a row at its limit, with its cells' lengths.
const LONGEST: usize = 4 * limits::ROW_BYTES;
/// A batch is sent when it is this long.
pub(super) const BATCH: usize = 128 << 10;

impl Message {
    pub(super) fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        match self {
            Message::Opened(opened) => frame(to, b'O', &serde_json::to_vec(opened)?),
            Message::Survey(survey) => frame(to, b'S', &serde_json::to_vec(survey)?),
            Message::Trouble(trouble) => frame(to, b'T', &serde_json::to_vec(trouble)?),
            Message::Progress(read, of) => {
                frame(to, b'P', &[read.to_le_bytes(), of.to_le_bytes()].concat())?;
                to.flush()
            }
            Message::Rows(batch) => {
                let (read, of) = batch.progress;
                let head = [read.to_le_bytes(), of.to_le_bytes()].concat();
                let length = head.len() + batch.bytes.len();
                to.write_all(b"R")?;
                to.write_all(&u32::try_from(length).map_err(io::Error::other)?.to_le_bytes())?;
                to.write_all(&head)?;
                to.write_all(&batch.bytes)
            }
            Message::End => frame(to, b'E', &[]),
        }
    }

    /// Reads a message; nothing where the child says no more, or nothing that makes sense.
    pub(super) fn read(from: &mut dyn Read) -> Option<Message> {
        let mut kind = [0; 1];
        let mut length = [0; 4];
        from.read_exact(&mut kind).ok()?;
        from.read_exact(&mut length).ok()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        if length > LONGEST {
            return None;
        }
        let mut bytes = vec![0; length];
        from.read_exact(&mut bytes).ok()?;
        let [kind] = kind;
        Some(match kind {
            b'O' => Message::Opened(serde_json::from_slice(&bytes).ok()?),
            b'S' => Message::Survey(serde_json::from_slice(&bytes).ok()?),
            b'T' => Message::Trouble(serde_json::from_slice(&bytes).ok()?),
            b'E' => Message::End,
            b'P' | b'R' => {
                let mut rest = bytes.as_slice();
                let progress = (take_u64(&mut rest)?, take_u64(&mut rest)?);
                if kind == b'P' {
                    Message::Progress(progress.0, progress.1)
                } else {
                    let at = bytes.len() - rest.len();
                    Message::Rows(Batch { bytes, at, progress })
                }
            }
            _ => return None,
        })
    }
}

fn frame(to: &mut dyn Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&[kind])?;
    to.write_all(
        &u32::try_from(bytes.len())
            .map_err(io::Error::other)?
            .to_le_bytes(),
    )?;
    to.write_all(bytes)
}

/// Several rows in one message.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) bytes: Vec<u8>,
    /// Where the next row begins.
    at: usize,
    pub(super) progress: (u64, u64),
}

impl Batch {
    /// Adds a row: its number, its complaint, the lengths of its cells, and their texts.
    pub(super) fn add(&mut self, row: &Row) -> io::Result<()> {
        let complaint = match &row.complaint {
            Some(complaint) => serde_json::to_vec(complaint)?,
            None => Vec::new(),
        };
        let count = |length: usize| u32::try_from(length).map_err(io::Error::other);
        self.bytes.extend_from_slice(&row.number.to_le_bytes());
        self.bytes
            .extend_from_slice(&count(complaint.len())?.to_le_bytes());
        self.bytes.extend_from_slice(&count(row.len())?.to_le_bytes());
        let mut text = 0;
        for cell in row.iter() {
            self.bytes.extend_from_slice(&count(cell.len())?.to_le_bytes());
            text += cell.len();
        }
        self.bytes.extend_from_slice(&complaint);
        self.bytes.reserve(text);
        for cell in row.iter() {
            self.bytes.extend_from_slice(cell.as_bytes());
        }
        Ok(())
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.at = 0;
    }

    /// Hands over the next row: `false` when there are no more, nothing when what stands here is no row.
    pub(super) fn next(&mut self, row: &mut Row) -> Option<bool> {
        let mut rest = self.bytes.get(self.at..)?;
        if rest.is_empty() {
            return Some(false);
        }
        row.clear(take_u64(&mut rest)?);
        let complaint = usize::try_from(take_u32(&mut rest)?).ok()?;
        let cells = usize::try_from(take_u32(&mut rest)?).ok()?;
        let mut lengths = take(&mut rest, cells.checked_mul(4)?)?;
        let complaint = take(&mut rest, complaint)?;
        let mut end = 0_usize;
        for _ in 0..cells {
            let start = end;
            end = end.checked_add(usize::try_from(take_u32(&mut lengths)?).ok()?)?;
            row.cells.push((start, end));
        }
        row.text
            .push_str(std::str::from_utf8(take(&mut rest, end)?).ok()?);
        if !complaint.is_empty() {
            row.complaint = Some(serde_json::from_slice::<RowTrouble>(complaint).ok()?);
        }
        self.at = self.bytes.len() - rest.len();
        Some(true)
    }
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(taken)
}

fn take_u32(from: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(take(from, 4)?.try_into().ok()?))
}

fn take_u64(from: &mut &[u8]) -> Option<u64> {
    Some(u64::from_le_bytes(take(from, 8)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_come_over_as_they_were(
            rows in prop::collection::vec((any::<u64>(), prop::collection::vec("\\PC{0,12}", 0..6), any::<bool>()), 0..8)
        ) {
            let mut batch = Batch { progress: (7, 9), ..Batch::default() };
            let mut row = Row::default();
            for (number, cells, complains) in &rows {
                row.clear(*number);
                cells.iter().for_each(|cell| row.push(cell));
                if *complains {
                    row.complain(None, "odd");
                }
                prop_assert!(batch.add(&row).is_ok());
            }
            let mut bytes = Vec::new();
            prop_assert!(Message::Rows(batch).write(&mut bytes).is_ok());
            let Some(Message::Rows(mut batch)) = Message::read(&mut bytes.as_slice()) else {
                return Err(TestCaseError::fail("no batch"));
            };
            prop_assert_eq!(batch.progress, (7, 9));
            for (number, cells, complains) in &rows {
                prop_assert_eq!(batch.next(&mut row), Some(true));
                prop_assert_eq!((row.number, row.complaint.is_some()), (*number, *complains));
                prop_assert_eq!(row.iter().collect::<Vec<_>>(), cells.iter().map(String::as_str).collect::<Vec<_>>());
            }
            prop_assert_eq!(batch.next(&mut row), Some(false));
        }

        #[test]
        fn nonsense_is_not_taken_for_a_message(mut bytes in prop::collection::vec(any::<u8>(), 0..200), kind in prop::sample::select(b"OSTEPR".to_vec())) {
            let _ = Message::read(&mut bytes.as_slice());
            let mut framed = vec![kind];
            framed.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            framed.append(&mut bytes);
            if let Some(Message::Rows(mut batch)) = Message::read(&mut framed.as_slice()) {
                let mut row = Row::default();
                while batch.next(&mut row) == Some(true) {
                    prop_assert!(row.iter().all(|cell| cell.len() <= 200));
                }
            }
        }
    }
}
