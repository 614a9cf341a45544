//! Whatever bytes come, and in whatever pieces.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use proptest::prelude::*;

use super::{Came, cells, come, drain};
use crate::records::{Reading, Records, Row};
use crate::trouble::Trouble;

/// Hands its bytes over a few at a time, as slow disks do.
struct Slow(Cursor<Vec<u8>>, usize);

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.1);
        self.0.read(buffer.get_mut(..most).unwrap_or_default())
    }
}

impl Seek for Slow {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

fn come_slowly(bytes: &[u8], pieces: usize) -> Result<Came, Trouble> {
    let slow = Slow(Cursor::new(bytes.to_vec()), pieces);
    drain(Records::of(
        Box::new(slow),
        bytes.len() as u64,
        &Reading::default(),
    )?)
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_told() {
    let slow = Slow(Cursor::new(b"A,B\n1,2\n".to_vec()), 100);
    let opened = Records::of(Box::new(slow), 1_000, &Reading::default()).err();
    assert!(opened.is_some_and(|trouble| trouble.message.contains("shorter")));
}

#[test]
fn a_file_that_grows_is_read_as_it_was_when_opened() -> Result<(), Trouble> {
    let slow = Slow(Cursor::new(b"A,B\n1,2\n3,4\n".to_vec()), 100);
    let came = drain(Records::of(Box::new(slow), 8, &Reading::default())?)?;
    assert_eq!(cells(&came), [["1", "2"]]);
    Ok(())
}

/// A table of any length that nobody ever wrote down.
struct Made {
    at: u64,
    size: u64,
}

const LINE: &[u8] = b"J\xc3\xb6rg,K\xc3\xb6ln,12.50\r\n";

impl Read for Made {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut written = 0;
        for slot in buffer
            .iter_mut()
            .take((self.size - self.at).min(usize::MAX as u64) as usize)
        {
            let place = (self.at + written as u64) % LINE.len() as u64;
            *slot = LINE.get(place as usize).copied().unwrap_or_default();
            written += 1;
        }
        self.at += written as u64;
        Ok(written)
    }
}

impl Seek for Made {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Start(at) => self.at = at,
            SeekFrom::Current(by) => self.at = self.at.saturating_add_signed(by),
            SeekFrom::End(by) => self.at = self.size.saturating_add_signed(by),
        }
        Ok(self.at)
    }
}

#[test]
fn a_long_file_streams_in_the_same_little_memory() -> Result<(), Trouble> {
    let held_after = |size: u64| -> Result<(u64, usize), Trouble> {
        let made = Made { at: 0, size };
        let mut table = super::super::Delimited::open(Box::new(made), size, &Reading::default())?;
        let mut row = Row::default();
        let mut rows = 0;
        while table.next(&mut row)? {
            rows += 1;
        }
        Ok((rows, table.held() + row.text.capacity()))
    };
    let (few, held) = held_after(LINE.len() as u64 * 20_000)?;
    let (many, still_held) = held_after(LINE.len() as u64 * 400_000)?;
    assert_eq!((few, many), (20_000, 400_000));
    assert!(still_held <= held.max(1 << 20), "{held} {still_held}");
    Ok(())
}

fn table_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(
        prop_oneof![
            4 => prop::sample::select(b",;\t|\"\r\n ab1'=\0".to_vec()),
            1 => any::<u8>(),
        ],
        0..600,
    )
}

proptest! {
    #[test]
    fn no_bytes_make_it_fall_over(bytes in table_bytes()) {
        let _ = come(bytes);
    }

    #[test]
    fn no_zip_like_bytes_make_it_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = come([&b"PK\x03\x04"[..], &bytes].concat());
    }

    #[test]
    fn pieces_do_not_matter(bytes in table_bytes(), pieces in 1_usize..40) {
        prop_assert_eq!(come_slowly(&bytes, pieces), come(bytes));
    }

    #[test]
    fn what_is_written_comes_back(
        rows in prop::collection::vec(prop::collection::vec("[a-zé,;\"\n\r]{1,8}x", 3), 1..20)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&vec!["A".to_string(), "B".into(), "C".into()]).chain(&rows) {
            prop_assert!(writer.write_record(row).is_ok());
        }
        let bytes = writer.into_inner().map_err(|error| TestCaseError::fail(error.to_string()))?;
        let came = come(bytes).map_err(|trouble| TestCaseError::fail(trouble.message))?;
        let trimmed: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.trim().to_string()).collect())
            .collect();
        prop_assert_eq!(came.rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), trimmed);
    }
}
