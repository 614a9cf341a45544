//! What stands in a send pack: several pieces on their way to somebody, with what the cover sheet says of each. Approved and current
//! pieces go without asking; anything else is named, and goes only where somebody asks for it outright.

use std::collections::HashSet;

use lockstep_text::fold;
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::{Error, Result},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PieceKind, PieceLine, PieceState, files, listing};
use crate::ids::PieceId;

/// So many pieces at most go into one pack.
const MOST: usize = 200;
/// A name in a pack has at most so many letters before its ending, so that a folder around it has room, too.
const LONGEST_STEM: usize = 100;
/// What the cover sheet is called; no piece takes its name.
pub const COVER_SHEET: &str = "Cover sheet.pdf";

/// Shows what a send pack of some pieces would hold.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenSendPack {
    /// The pieces, in the order in which the cover sheet lists them.
    pub pieces: Vec<PieceId>,
}

/// What a send pack holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SendPack {
    /// The pieces, each once.
    pub items: Vec<PackItem>,
    /// How many bytes their files have in all.
    pub size: i64,
}

/// A piece in a send pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackItem {
    /// The piece.
    pub id: PieceId,
    /// What it is called.
    pub title: String,
    /// What the thing is called that it is made for: “Datasheet”.
    pub kind_name: String,
    /// The address, where it is a link; else empty.
    pub link: String,
    /// What its file is called in the pack; empty where it is a link.
    pub name: String,
    /// The SHA-256 of its file; empty where it is a link.
    #[serde(skip)]
    pub hash: String,
    /// How many pages it has; none where nobody could count them.
    pub pages: i64,
    /// How many bytes its file has.
    pub size: i64,
    /// Why it does not go without asking; empty where both sides approved it and it is current.
    pub not_ready: String,
    /// Whether its type is one that is written for our own people: a battlecard, a demo script.
    pub is_for_ourselves: bool,
    /// Whether it goes in no case: it is retired.
    pub is_retired: bool,
}

impl SendPack {
    /// Checks that every piece may go.
    ///
    /// # Errors
    /// `Refused`, naming the pieces that are retired, or that are not approved and current while nobody asked for them outright.
    pub fn check(&self, also_not_ready: bool) -> Result<()> {
        let named = |wanted: &dyn Fn(&PackItem) -> bool| -> Vec<String> {
            let items = self.items.iter().filter(|item| wanted(item));
            items
                .map(|item| format!("“{}” ({})", item.title, item.not_ready))
                .collect()
        };
        let retired = named(&|item| item.is_retired);
        if !retired.is_empty() {
            return Err(
                Error::refused(format!("Retired pieces are not sent: {}.", retired.join(", ")))
                    .hint("Leave them out, or bring them back first."),
            );
        }
        let not_ready = named(&|item| !item.not_ready.is_empty());
        if also_not_ready || not_ready.is_empty() {
            return Ok(());
        }
        Err(Error::refused(format!(
            "Not approved by both sides and current: {}.",
            not_ready.join(", ")
        ))
        .hint("Leave them out, or say outright that they go along all the same."))
    }
}

impl Query for OpenSendPack {
    type Answer = SendPack;

    fn answer(self, reader: &ReadContext) -> Result<SendPack> {
        let mut seen = HashSet::new();
        let ids: Vec<PieceId> = self
            .pieces
            .into_iter()
            .filter(|id| seen.insert(id.clone()))
            .collect();
        if ids.is_empty() {
            return Err(Error::invalid("pieces", "Choose at least one piece to send."));
        }
        if ids.len() > MOST {
            return Err(
                Error::invalid("pieces", format!("A pack holds at most {MOST} pieces."))
                    .hint("Make two packs of them."),
            );
        }
        let mut taken = HashSet::from([fold(COVER_SHEET)]);
        let mut items = Vec::with_capacity(ids.len());
        for id in &ids {
            items.push(item(listing::one(reader, id)?, &mut taken));
        }
        Ok(SendPack {
            size: items.iter().map(|item| item.size).sum(),
            items,
        })
    }
}

fn item(line: PieceLine, taken: &mut HashSet<String>) -> PackItem {
    let not_ready = not_ready(&line);
    let piece = line.piece;
    let version = line.version;
    PackItem {
        name: version.as_ref().map_or_else(String::new, |version| {
            name_in_pack(&piece.title, &version.file_name, taken)
        }),
        pages: version.as_ref().map_or(0, |version| version.pages),
        size: version.as_ref().map_or(0, |version| version.size),
        hash: version.map_or_else(String::new, |version| version.hash),
        is_for_ourselves: matches!(piece.kind, PieceKind::Battlecard | PieceKind::DemoScript),
        is_retired: line.state == PieceState::Retired,
        not_ready,
        kind_name: piece.kind.name().into(),
        link: piece.link,
        title: piece.title,
        id: piece.id,
    }
}

/// Returns why a piece does not go without asking; empty where it does.
fn not_ready(line: &PieceLine) -> String {
    match line.state {
        PieceState::Approved if line.is_stale => "its review date has passed".into(),
        PieceState::Approved => String::new(),
        PieceState::InReview => "waits for the other side’s approval".into(),
        PieceState::Draft if line.had_approval => "changed since it was approved".into(),
        PieceState::Draft => "a draft".into(),
        PieceState::Retired => "retired".into(),
    }
}

/// Returns what a file is called in a pack: by the title of its piece, with the ending of the file, safe on every system, and
/// unlike every name there is so far, whatever its case and accents.
fn name_in_pack(title: &str, file_name: &str, taken: &mut HashSet<String>) -> String {
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| {
        (1..=8).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())
    });
    let ending = ending.map_or_else(String::new, |ending| format!(".{ending}"));
    // A title that was taken from the file's name may end as the file does.
    let stem = match title.strip_suffix(ending.as_str()) {
        Some(stem) if !stem.trim().is_empty() => stem,
        _ => title,
    };
    // A mark in a title that no system takes, a colon or a question mark, leaves no gap in the name.
    let spaced: String = stem
        .chars()
        .map(|c| if "/\\:*?\"<>|".contains(c) { ' ' } else { c })
        .collect();
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = if spaced.is_empty() {
        "Without a title"
    } else {
        &spaced
    };
    let stem: String = said.chars().take(LONGEST_STEM).collect();
    let mut number = 1;
    loop {
        let counted = match number {
            1 => format!("{}{ending}", stem.trim()),
            more => format!("{} ({more}){ending}", stem.trim()),
        };
        let name = files::safe_name(&counted);
        if taken.insert(fold(&name)) {
            return name;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_title_and_no_two_alike() {
        let mut taken = HashSet::from([fold(COVER_SHEET)]);
        let long = "Ä".repeat(400);
        for (title, file, name) in [
            ("Prices", "p.pdf", "Prices.pdf"),
            ("PRICES", "q.pdf", "PRICES (2).pdf"),
            ("Prices", "p.docx", "Prices.docx"),
            ("Prìces", "r.pdf", "Prìces (3).pdf"),
            ("Cover sheet", "c.pdf", "Cover sheet (2).pdf"),
            ("../../etc/passwd", "x.txt", "etc passwd.txt"),
            ("C:\\Users\\me", "x", "C Users me"),
            ("con", "x.pdf", "_con.pdf"),
            ("COM\u{b9}", "x.pdf", "_COM\u{b9}.pdf"),
            ("gpj.exe \u{202e}fdp", "x.pdf", "gpj.exe _fdp.pdf"),
            ("notes.txt", "notes.txt", "notes.txt"),
            ("", "x.pdf", "Without a title.pdf"),
            ("What?", "a/b.p d f", "What"),
            ("Battlecard: Orvane", "b.pdf", "Battlecard Orvane.pdf"),
            ("???", "x.pdf", "Without a title (2).pdf"),
        ] {
            assert_eq!(name_in_pack(title, file, &mut taken), name, "{title}");
        }
        let cut = name_in_pack(&long, "x.pdf", &mut taken);
        let again = name_in_pack(&long, "y.pdf", &mut taken);
        assert!(cut.len() <= 255 && cut.ends_with("Ä.pdf"), "{cut}");
        assert!(again.len() <= 255 && again.ends_with(" (2).pdf"), "{again}");
    }
}
