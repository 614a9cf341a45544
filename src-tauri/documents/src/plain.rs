//! Plain text and Markdown, in whatever encoding.

use lockstep_intake::Trouble;

use crate::document::{Document, Draft};
use crate::{FileKind, trouble};

/// Reads a text.
pub(crate) fn read(bytes: &[u8], kind: FileKind) -> Result<Document, Trouble> {
    let text = lockstep_intake::text_of(bytes).map_err(|_| trouble::damaged(kind))?;
    let mut draft = Draft::default();
    let mut body = text.as_str();
    if kind == FileKind::Markdown {
        if let Some((front, rest)) = front_matter(&text) {
            let value = |name: &str| {
                front
                    .lines()
                    .find_map(|line| Some(line.strip_prefix(name)?.trim().trim_matches(['"', '\''])))
            };
            draft.title = value("title:").map(str::to_owned);
            draft.language = value("lang:").or_else(|| value("language:")).map(str::to_owned);
            body = rest;
        }
        draft.heading = heading(body);
    }
    for page in body.split('\u{c}') {
        if !page.trim().is_empty() {
            draft.add(page, None);
        }
    }
    Ok(draft.finished(kind))
}

/// What stands between two lines of hyphens at the beginning, and the rest.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches('\u{feff}');
    let inside = text
        .strip_prefix("---\n")
        .or_else(|| text.strip_prefix("---\r\n"))?;
    let end = inside.find("\n---")?;
    let (front, rest) = inside.split_at_checked(end)?;
    let rest = rest.get(4..)?;
    Some((front, rest.split_once('\n').map_or("", |(_, rest)| rest)))
}

/// The first heading, of either way to write one, outside code.
fn heading(text: &str) -> Option<String> {
    let mut is_code = false;
    let mut before = "";
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            if let Some(heading) = line.strip_prefix("# ") {
                return Some(heading.trim_end_matches([' ', '#']).to_owned());
            }
            let is_rule = line.len() >= 3 && line.trim_end().bytes().all(|byte| byte == b'=');
            if is_rule && !before.trim().is_empty() {
                return Some(before.to_owned());
            }
        }
        before = line;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_has_its_first_heading_or_its_front_matters_title() -> Result<(), Trouble> {
        for (text, title) in [
            ("```\n# no\n```\n# One ##\n", Some("One")),
            ("One\n===\n", Some("One")),
            ("---\ntitle: \"Front\"\nlang: fr\n---\n# One", Some("Front")),
            ("no heading\n\n***", None),
        ] {
            let document = read(text.as_bytes(), FileKind::Markdown)?;
            assert_eq!(document.title.as_deref(), title, "{text}");
        }
        Ok(())
    }

    #[test]
    fn text_is_read_in_its_encoding_and_has_no_title() -> Result<(), Trouble> {
        for bytes in [
            &b"# Gr\xfc\xdfe aus K\xf6ln"[..],
            "# Grüße aus Köln".as_bytes(),
            b"\xff\xfe#\0 \0G\0r\0\xfc\0\xdf\0e\0 \0a\0u\0s\0 \0K\0\xf6\0l\0n\0",
        ] {
            let document = read(bytes, FileKind::Text)?;
            assert_eq!(document.title, None);
            assert_eq!(
                document.pages.first().map(|page| page.text.as_str()),
                Some("# Grüße aus Köln")
            );
        }
        Ok(())
    }
}
