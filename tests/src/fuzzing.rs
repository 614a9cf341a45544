//! Fuzzing: files that are nearly right, made by changing good ones a little, and read as an import reads them. What is looked
//! for is a panic, a row that was not asked for, or a file that keeps its reader busy for ever. The same seed makes the same
//! files, so what was found once is found again.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    time::{Duration, Instant},
};

use lockstep_intake::{Reading, Records, Row, survey};

/// The longest that a file of some kilobytes may keep its reader busy. Far beyond what any takes; a reader that goes on for
/// ever is what it finds.
const PATIENCE: Duration = Duration::from_secs(20);

/// Good files, from which the others are made.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = [
        "Lead ID,Name,Lead Source,Created Date,Employees\n1,Ada,Web,2026-01-10,250\n2,\"Ben, of \"\"Two\"\"\",,31/12/2026,\n",
        "id;betrag;datum\r\n1;1.234,50;01.02.2026\r\n2;\"-7\";29.02.2026\r\n",
        "a\tb\tc\n1\t2\t3\n\t\t\n=1+1\t@x\t+1 555\n",
        "\u{feff}Naïve,größe\rZoë,ß\r日本,\u{202e}\u{0}\r",
        "Month,Cost\n2026-01,\"$1,200.00 \"\n2026-02,1e400\n2026-03,NaN\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    for text in ["Name,Größe\nAda,1\n", "x\ty\n1\t2\n"] {
        let wide: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        seeds.push(wide);
    }
    seeds.extend(workbook());
    seeds
}

/// A workbook of two sheets, written part by part as spreadsheets do.
fn workbook() -> Option<Vec<u8>> {
    use std::io::Write as _;
    let parts = [
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Size</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="B2"><v>250</v></c></row></sheetData></worksheet>"#,
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        // Stored as it is, so that a change of a byte reaches the reader of sheets and not only the unpacker.
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, options).ok()?;
        zip.write_all(text.as_bytes()).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// Chance that always falls the same (xorshift64*, Vigna 2016).
pub struct Chance(u64);

impl Chance {
    /// Returns the chance of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16;
        usize::try_from(number).unwrap_or(0) % end.max(1)
    }

    /// Returns a file that is nearly one of the seeds.
    pub fn file(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        const BITS: &[&[u8]] = &[
            b",",
            b";",
            b"\t",
            b"\"",
            b"\"\"",
            b"\n",
            b"\r",
            b"\r\n",
            b"\0",
            b"\xff",
            b"\xef\xbb\xbf",
            b"'=",
            b"1e400",
            b"9999-12-31",
            b"<row r=\"1048576\">",
            b"<c r=\"XFD1048576\"/>",
            b"<!DOCTYPE",
            b"PK\x03\x04",
            b"-0",
            b"\xed\xa0\x80",
        ];
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(7) {
                0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                1 if at < bytes.len() => bytes[at] = u8::try_from(self.below(256)).unwrap_or(0),
                2 => {
                    bytes.splice(at..at, BITS[self.below(BITS.len())].iter().copied());
                }
                3 => bytes.truncate(at),
                4 => {
                    let end = (at + self.below(64)).min(bytes.len());
                    let again = bytes[at..end].to_vec();
                    for _ in 0..self.below(40) {
                        bytes.splice(at..at, again.iter().copied());
                    }
                }
                5 => {
                    let end = (at + self.below(32)).min(bytes.len());
                    bytes.drain(at..end);
                }
                _ => {
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len());
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                }
            }
        }
        bytes
    }
}

/// Reads a file as an import does: looked through once, then row by row. Returns what is wrong with the reader.
pub fn read(path: &Path) -> Option<String> {
    let started = Instant::now();
    let read = || {
        let Ok(mut records) = Records::open(path, &Reading::default()) else {
            return Ok(());
        };
        let width = records.header().len();
        // A file that cannot be read is refused in words; that is no fault of the reader.
        let Ok(_) = survey(&mut records, &mut |_, _| started.elapsed() < PATIENCE) else {
            return Ok(());
        };
        let Ok(mut again) = Records::open(path, &Reading::default()) else {
            return Err("a file that opened once did not open again".to_string());
        };
        let mut row = Row::default();
        let mut last = 0;
        while matches!(again.next(&mut row), Ok(true)) {
            if row.len() > width {
                return Err(format!("row {} has more cells than the header", row.number));
            }
            if row.number <= last {
                return Err(format!("row {} came behind row {last}", row.number));
            }
            last = row.number;
        }
        Ok(())
    };
    let found = match panic::catch_unwind(AssertUnwindSafe(read)) {
        Err(_) => Some("it panicked".to_string()),
        Ok(Err(what)) => Some(what),
        Ok(Ok(())) => None,
    };
    found.or_else(|| (started.elapsed() >= PATIENCE).then(|| "it did not come to an end".to_string()))
}

/// Reads files made from `seed` on until `go_on` says no; `reader` is asked of each. Returns how many were read, and the seed
/// and the fault of the first that the reader did not survive.
pub fn run(
    seed: u64,
    mut go_on: impl FnMut(u64) -> bool,
    reader: impl Fn(&Path) -> Option<String>,
) -> std::io::Result<(u64, Option<(u64, String)>)> {
    let seeds = seeds();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("fuzz.csv");
    let mut read = 0;
    while go_on(read) {
        let this = seed + read;
        std::fs::write(&path, Chance::of(this).file(&seeds))?;
        read += 1;
        if let Some(fault) = reader(&path) {
            return Ok((read, Some((this, fault))));
        }
    }
    Ok((read, None))
}
