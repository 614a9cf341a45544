//! Which letters the bytes of a text file stand for, and the text as a stream of UTF-8.

use std::io::{Cursor, Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::trouble::Trouble;

/// Where bytes come from.
pub(crate) trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

/// How much of a file is looked at to tell its encoding. A first letter beyond ASCII may come late.
const LOOKED_AT: u64 = 64 << 20;
/// How much is read at once; also the sample from which the delimiter is told.
const CHUNK: usize = 256 << 10;

/// Tells the encoding, by name where one is given. Leaves the bytes behind a byte order mark.
pub(crate) fn settle(bytes: &mut dyn Bytes, named: Option<&str>) -> Result<&'static Encoding, Trouble> {
    let io = |error| Trouble::from_io(&error);
    let mut start = Vec::with_capacity(4096);
    (&mut *bytes).take(4096).read_to_end(&mut start).map_err(io)?;
    let mark = Encoding::for_bom(&start);
    let encoding = match (named, mark) {
        (Some(name), _) => Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| {
            Trouble::new(format!("There is no encoding called \"{name}\"."))
                .hint("Usual ones are utf-8, utf-16le, windows-1252.")
        })?,
        (None, Some((encoding, _))) => encoding,
        (None, None) => match two_bytes_a_letter(&start)? {
            Some(encoding) => encoding,
            None => {
                bytes.seek(SeekFrom::Start(0)).map_err(io)?;
                one_byte_a_letter(bytes)?
            }
        },
    };
    let behind_mark = mark
        .filter(|(marked, _)| *marked == encoding)
        .map_or(0, |(_, length)| length as u64);
    bytes.seek(SeekFrom::Start(behind_mark)).map_err(io)?;
    Ok(encoding)
}

/// Returns the text that bytes stand for, whatever its encoding; what cannot be decoded becomes U+FFFD.
///
/// # Errors
/// When the bytes are no text.
pub fn text_of(bytes: &[u8]) -> Result<String, Trouble> {
    let encoding = settle(&mut Cursor::new(bytes), None)?;
    let (text, _, _) = encoding.decode(bytes);
    Ok(text.into_owned())
}

/// UTF-16 without a mark shows in western text: every other byte is zero. Other bytes full of zeros are no text.
fn two_bytes_a_letter(start: &[u8]) -> Result<Option<&'static Encoding>, Trouble> {
    let zeros = |first: usize| {
        start
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let half = start.len() / 2;
    if half >= 2 && odd * 10 >= half * 4 && even * 10 <= half {
        Ok(Some(UTF_16LE))
    } else if half >= 2 && even * 10 >= half * 4 && odd * 10 <= half {
        Ok(Some(UTF_16BE))
    } else if (even + odd) * 10 > start.len() {
        Err(Trouble::new("This file holds no text.").hint("Choose a CSV or XLSX file."))
    } else {
        Ok(None)
    }
}

/// UTF-8 where the bytes are mostly that, else the most likely of the encodings of single languages.
fn one_byte_a_letter(bytes: &mut dyn Bytes) -> Result<&'static Encoding, Trouble> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut fed = 0;
    let (mut right, mut wrong) = (0_u64, 0_u64);
    let mut limited = bytes.take(LOOKED_AT);
    let mut buffer = vec![0; CHUNK];
    // The bytes of a letter that the end of a chunk cut.
    let mut kept = 0;
    loop {
        let room = buffer.get_mut(kept..).unwrap_or_default();
        let read = read_all_of(&mut limited, room)?;
        let chunk = buffer.get(..kept + read).unwrap_or_default();
        let mut rest = chunk;
        kept = 0;
        while !rest.is_ascii() {
            let (valid, error_length) = match std::str::from_utf8(rest) {
                Ok(_) => (rest.len(), Some(0)),
                Err(error) => (error.valid_up_to(), error.error_len()),
            };
            let good = rest.get(..valid).unwrap_or_default();
            right += good.iter().filter(|byte| **byte >= 0xc0).count() as u64;
            rest = rest.get(valid..).unwrap_or_default();
            match error_length {
                Some(length) => {
                    wrong += u64::from(length > 0);
                    rest = rest.get(length..).unwrap_or_default();
                }
                None if read == 0 => {
                    wrong += 1;
                    rest = &[];
                }
                None => {
                    kept = rest.len();
                    break;
                }
            }
        }
        if fed < 4 << 20 && !chunk.is_ascii() {
            let new = chunk.get(..chunk.len() - kept).unwrap_or_default();
            detector.feed(new, false);
            fed += new.len();
        }
        if read == 0 {
            break;
        }
        let end = chunk.len();
        buffer.copy_within(end - kept..end, 0);
    }
    detector.feed(&[], true);
    Ok(if wrong <= right {
        UTF_8
    } else {
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// Fills the buffer as far as there is something to read, so that it does not matter how the system cuts the bytes.
fn read_all_of(from: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, Trouble> {
    let mut filled = 0;
    while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
        match from.read(room) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Trouble::from_io(&error)),
        }
    }
    Ok(filled)
}

/// The text of a file as UTF-8 bytes, read in large pieces. What cannot be decoded becomes a byte that is no UTF-8, so
/// that there is one way to notice a broken row.
pub(crate) struct TextStream {
    bytes: Box<dyn Bytes>,
    /// Absent where the bytes are UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// Where the undecoded bytes begin and end in `raw`.
    undecoded: (usize, usize),
    text: Vec<u8>,
    at: usize,
    end: usize,
    read: u64,
    size: u64,
    ended: bool,
    finished: bool,
}

impl TextStream {
    /// Reads from where the bytes stand.
    pub(crate) fn new(
        mut bytes: Box<dyn Bytes>,
        encoding: &'static Encoding,
        size: u64,
    ) -> Result<TextStream, Trouble> {
        let read = bytes
            .stream_position()
            .map_err(|error| Trouble::from_io(&error))?;
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        Ok(TextStream {
            bytes,
            raw: Vec::new(),
            decoder,
            undecoded: (0, 0),
            text: Vec::new(),
            at: 0,
            end: 0,
            read,
            size,
            ended: false,
            finished: false,
        })
    }

    /// The text that is at hand, more being read where there is none; empty at the end only.
    pub(crate) fn fill(&mut self) -> Result<&[u8], Trouble> {
        while self.at >= self.end && !self.finished {
            self.at = 0;
            if self.decoder.is_some() {
                self.decode_more()?;
            } else {
                let mut text = std::mem::take(&mut self.text);
                let read = self.read_into(&mut text);
                self.end = text.len();
                self.text = text;
                read?;
                self.finished = self.ended;
            }
        }
        Ok(self.at_hand())
    }

    /// What [`TextStream::fill`] gave last, without what was consumed of it.
    pub(crate) fn at_hand(&self) -> &[u8] {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    /// Returns whether nothing comes behind what is at hand.
    pub(crate) fn is_last(&self) -> bool {
        self.finished
    }

    /// Steps over bytes of the text.
    pub(crate) fn consume(&mut self, length: usize) {
        self.at = (self.at + length).min(self.end);
    }

    /// How many bytes of the file are read, of how many.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.read, self.size)
    }

    /// How many bytes of memory it holds.
    #[cfg(test)]
    pub(crate) fn held(&self) -> usize {
        self.raw.capacity() + self.text.capacity()
    }

    /// Reads a whole chunk, however small the pieces in which the system hands it over. No more is read than the file
    /// held when it was opened: a file that grows would otherwise never end.
    fn read_into(&mut self, chunk: &mut Vec<u8>) -> Result<(), Trouble> {
        let left = self.size.saturating_sub(self.read).min(CHUNK as u64);
        chunk.clear();
        let read = (&mut self.bytes)
            .take(left)
            .read_to_end(chunk)
            .map_err(|error| Trouble::from_io(&error))?;
        self.read += read as u64;
        if (read as u64) < left {
            return Err(Trouble::changed_meanwhile());
        }
        self.ended = self.read >= self.size;
        Ok(())
    }

    fn decode_more(&mut self) -> Result<(), Trouble> {
        if self.undecoded.0 >= self.undecoded.1 && !self.ended {
            let mut raw = std::mem::take(&mut self.raw);
            let read = self.read_into(&mut raw);
            self.undecoded = (0, raw.len());
            self.raw = raw;
            read?;
        }
        self.text.resize(CHUNK * 2, 0);
        self.end = 0;
        let Some(decoder) = self.decoder.as_mut() else {
            return Ok(());
        };
        loop {
            let (start, end) = self.undecoded;
            let source = self.raw.get(start..end).unwrap_or_default();
            // One byte is kept free for what cannot be decoded.
            let room = self.text.get_mut(self.end..CHUNK * 2 - 1).unwrap_or_default();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(source, room, self.ended);
            self.undecoded.0 += read;
            self.end += written;
            match result {
                DecoderResult::InputEmpty => {
                    self.finished = self.ended;
                    return Ok(());
                }
                DecoderResult::OutputFull => return Ok(()),
                DecoderResult::Malformed(..) => {
                    if let Some(byte) = self.text.get_mut(self.end) {
                        *byte = 0xff;
                        self.end += 1;
                    }
                }
            }
        }
    }
}
