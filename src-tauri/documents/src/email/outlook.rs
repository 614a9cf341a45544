//! MSG: Outlook keeps each property of an e-mail in a stream that is called by its number.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use chrono::{DateTime, NaiveDate};

use super::Mail;
use crate::{html, limits};

const SUBJECT: u16 = 0x0037;
const SENDER_NAME: u16 = 0x0c1a;
const SENDER_ADDRESS: u16 = 0x5d01;
const BODY: u16 = 0x1000;
const HTML: u16 = 0x1013;
/// When it was sent, and when it was brought.
const TIMES: [u16; 2] = [0x0039, 0x0e06];

pub(super) fn mail(bytes: &[u8]) -> Option<Mail> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let sender = match (text(&mut file, SENDER_NAME), text(&mut file, SENDER_ADDRESS)) {
        (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
        (one, other) => one.or(other),
    };
    let body = match text(&mut file, BODY).filter(|body| !body.trim().is_empty()) {
        Some(body) => body,
        None => page(&mut file).unwrap_or_default(),
    };
    Some(Mail {
        subject: text(&mut file, SUBJECT),
        sender,
        day: day(&mut file),
        body,
    })
}

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

fn stream(file: &mut File<'_>, name: &str) -> Option<Vec<u8>> {
    let stream = file.open_stream(name).ok()?;
    let mut bytes = Vec::new();
    stream.take(limits::READ_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A property that is text: UTF-16, or of the code page of the computer that wrote it, which is guessed.
fn text(file: &mut File<'_>, property: u16) -> Option<String> {
    let name = |kind: &str| format!("/__substg1.0_{property:04X}{kind}");
    if let Some(bytes) = stream(file, &name("001F")) {
        return Some(encoding_rs::UTF_16LE.decode(&bytes).0.into_owned());
    }
    lockstep_intake::text_of(&stream(file, &name("001E"))?).ok()
}

fn page(file: &mut File<'_>) -> Option<String> {
    let bytes = stream(file, &format!("/__substg1.0_{HTML:04X}0102"))?;
    Some(html::page(&lockstep_intake::text_of(&bytes).ok()?).text)
}

/// Times stand in a table of properties of 16 bytes each, behind 32 bytes, in tenths of microseconds since 1601.
fn day(file: &mut File<'_>) -> Option<NaiveDate> {
    let table = stream(file, "/__properties_version1.0")?;
    let (_, entries) = table.split_at_checked(32)?;
    TIMES.iter().find_map(|time| {
        let begins = (u32::from(*time) << 16 | 0x0040).to_le_bytes();
        let entry = entries
            .chunks_exact(16)
            .find(|entry| entry.starts_with(&begins))?;
        let value = i64::from_le_bytes(entry.get(8..16)?.try_into().ok()?);
        let seconds = (value / 10_000_000).checked_sub(11_644_473_600)?;
        Some(DateTime::from_timestamp(seconds, 0)?.date_naive())
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn an_outlook_mail_is_read_by_its_streams() -> std::io::Result<()> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new()))?;
        let wide = |text: &str| {
            text.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>()
        };
        let mut times = vec![0; 32];
        times.extend(0x0039_0040_u32.to_le_bytes());
        times.extend([6, 0, 0, 0]);
        times.extend(((1_772_524_800_i64 + 11_644_473_600) * 10_000_000).to_le_bytes());
        for (name, bytes) in [
            ("/__substg1.0_0037001F", wide("Grüße")),
            ("/__substg1.0_0C1A001F", wide("Jörg")),
            ("/__substg1.0_10130102", b"<p>Hallo</p>".to_vec()),
            ("/__properties_version1.0", times),
        ] {
            file.create_stream(name)?.write_all(&bytes)?;
        }
        file.flush()?;
        let bytes = file.into_inner().into_inner();
        assert_eq!(crate::FileKind::of(&bytes, "x.msg"), crate::FileKind::Email);
        let mail = mail(&bytes).unwrap_or_default();
        assert_eq!(
            (mail.subject.as_deref(), mail.sender.as_deref()),
            (Some("Grüße"), Some("Jörg"))
        );
        assert_eq!(mail.body.trim(), "Hallo");
        assert_eq!(mail.day, NaiveDate::from_ymd_opt(2026, 3, 3));
        Ok(())
    }
}
