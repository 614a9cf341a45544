//! How parent and child talk: the parent asks once, in a line of JSON with the file's bytes behind it; the child answers
//! once, with the kind and the length of its answer before it. The parent trusts nothing that it hears.

use std::io::{self, Read, Write};

use lockstep_intake::Trouble;
use serde::{Deserialize, Serialize};

use crate::{Document, FileKind};

/// What the parent asks for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// How many bytes of memory the child may take beyond those that it has.
    pub(super) memory: u64,
    /// How many seconds it may compute.
    pub(super) seconds: u64,
    pub(super) task: Task,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Task {
    Read { name: String },
    Thumbnail { kind: FileKind },
    PagePicture { kind: FileKind, page: usize, width: u32 },
    PagesOfPdf { pages: Vec<usize> },
}

/// What the child says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Document(Box<Document>),
    Bytes(Vec<u8>),
    Nothing,
    Trouble(Trouble),
}

/// No request is longer, without the file's bytes.
pub(super) const LONGEST_REQUEST: u64 = 64 << 10;
/// No answer is longer: eight million bytes of text as JSON, or a PDF.
const LONGEST_ANSWER: u64 = 100_000_000;

impl Answer {
    pub(super) fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let json;
        let (kind, bytes) = match self {
            Answer::Document(document) => {
                json = serde_json::to_vec(document)?;
                (b'D', json.as_slice())
            }
            Answer::Trouble(trouble) => {
                json = serde_json::to_vec(trouble)?;
                (b'T', json.as_slice())
            }
            Answer::Bytes(bytes) => (b'B', bytes.as_slice()),
            Answer::Nothing => (b'N', &[][..]),
        };
        to.write_all(&[kind])?;
        to.write_all(&(bytes.len() as u64).to_le_bytes())?;
        to.write_all(bytes)?;
        to.flush()
    }

    /// Reads an answer; nothing where the child says none, or nothing that makes sense.
    pub(super) fn read(from: &mut dyn Read) -> Option<Answer> {
        let mut kind = [0; 1];
        let mut length = [0; 8];
        from.read_exact(&mut kind).ok()?;
        from.read_exact(&mut length).ok()?;
        let length = u64::from_le_bytes(length);
        if length > LONGEST_ANSWER {
            return None;
        }
        // Not made as long as is said at once: who says so may say no more.
        let mut bytes = Vec::new();
        from.take(length).read_to_end(&mut bytes).ok()?;
        if bytes.len() as u64 != length {
            return None;
        }
        let [kind] = kind;
        match kind {
            b'D' => Some(Answer::Document(serde_json::from_slice(&bytes).ok()?)),
            b'T' => Some(Answer::Trouble(serde_json::from_slice(&bytes).ok()?)),
            b'B' => Some(Answer::Bytes(bytes)),
            b'N' if bytes.is_empty() => Some(Answer::Nothing),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn answers_come_over_as_they_were() -> io::Result<()> {
        let document = Box::new(crate::document::Draft::default().finished(FileKind::Pdf));
        for answer in [
            Answer::Document(document),
            Answer::Bytes(vec![1, 2, 3]),
            Answer::Nothing,
            Answer::Trouble(Trouble::new("This PDF is damaged and cannot be read.").hint("Save it again.")),
        ] {
            let mut bytes = Vec::new();
            answer.write(&mut bytes)?;
            assert_eq!(Answer::read(&mut bytes.as_slice()).as_ref(), Some(&answer));
            bytes.pop();
            assert_eq!(Answer::read(&mut bytes.as_slice()), None);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn nonsense_is_no_answer(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let _ = Answer::read(&mut bytes.as_slice());
            let framed = [&b"D"[..], &(bytes.len() as u64).to_le_bytes(), &bytes].concat();
            prop_assert_eq!(Answer::read(&mut framed.as_slice()), None);
        }
    }
}
