//! E-mails: subject, sender, day and body, of EML files and of Outlook's MSG files.

mod outlook;

use chrono::NaiveDate;
use lockstep_intake::Trouble;
use mail_parser::{Addr, MessageParser, PartType};

use crate::document::{Document, Draft};
use crate::office::compound;
use crate::{FileKind, html, trouble};

/// An e-mail, however it came.
#[derive(Debug, Default)]
struct Mail {
    subject: Option<String>,
    sender: Option<String>,
    day: Option<NaiveDate>,
    body: String,
}

/// Reads an e-mail.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Trouble> {
    let mail = if compound::is_compound(bytes) {
        outlook::mail(bytes)
    } else {
        mail(bytes)
    };
    let mail = mail.ok_or_else(|| trouble::damaged(FileKind::Email))?;
    let mut draft = Draft {
        title: mail.subject.clone(),
        day: mail.day,
        ..Draft::default()
    };
    // What a reader sees at the top is found by searching, too.
    let top = [mail.subject, mail.sender].into_iter().flatten();
    let text = top
        .chain([mail.body.trim().to_owned()])
        .collect::<Vec<_>>()
        .join("\n");
    draft.add(&text, None);
    Ok(draft.finished(FileKind::Email))
}

fn mail(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let sender = message.from().and_then(|from| from.first()).map(written);
    let day = message.date().and_then(|date| {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    });
    let body: Vec<String> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(text.to_string()),
            PartType::Html(page) => Some(html::page(page).text),
            _ => None,
        })
        .collect();
    Some(Mail {
        subject: message.subject().map(str::to_owned),
        sender,
        day,
        body: body.join("\n\n"),
    })
}

fn written(address: &Addr<'_>) -> String {
    match (address.name(), address.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_has_subject_sender_day_and_body() -> Result<(), Trouble> {
        let mail = "From: =?utf-8?q?J=C3=B6rg?= <joerg@example.com>\r\nTo: a@example.com\r\nSubject: \
         =?utf-8?b?R3LDvMOfZQ==?=\r\n\
                    Date: Tue, 03 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: \
                    multipart/alternative; boundary=b\r\n\r\n\
                    --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hallo \
                    <script>x</script>Welt</p>\r\n--b--\r\n";
        let document = read(mail.as_bytes())?;
        assert_eq!(document.title.as_deref(), Some("Grüße"));
        assert_eq!(document.day, NaiveDate::from_ymd_opt(2026, 3, 3));
        assert_eq!(
            document.pages.first().map(|page| page.text.as_str()),
            Some("Grüße\nJörg <joerg@example.com>\nHallo Welt")
        );
        Ok(())
    }
}
