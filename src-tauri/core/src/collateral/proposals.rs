//! What a file proposes for the piece that is made of it: its title, what it is made for, its language. A proposal stands until
//! somebody changes it or says that it is right.

use lockstep_documents::{Document, FileKind};
use lockstep_text::{key, words};
use lockstep_workspace::words::capitalised;

use super::PieceKind;

/// The longest title that is proposed, in characters.
const LONGEST_TITLE: usize = 120;

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposals {
    pub title: String,
    pub kind: PieceKind,
    pub language: Option<String>,
    /// The fields of a piece for which something was found.
    pub fields: Vec<String>,
}

/// Words of a name that say what a piece is made for, the plainest first.
const KINDS: &[(&[&str], PieceKind)] = &[
    (&["one", "pager"], PieceKind::OnePager),
    (&["onepager"], PieceKind::OnePager),
    (&["case", "study"], PieceKind::CaseStudy),
    (&["success", "story"], PieceKind::CaseStudy),
    (&["customer", "story"], PieceKind::CaseStudy),
    (&["datasheet"], PieceKind::Datasheet),
    (&["data", "sheet"], PieceKind::Datasheet),
    (&["datenblatt"], PieceKind::Datasheet),
    (&["battlecard"], PieceKind::Battlecard),
    (&["battle", "card"], PieceKind::Battlecard),
    (&["roi"], PieceKind::RoiCalculator),
    (&["brochure"], PieceKind::Brochure),
    (&["flyer"], PieceKind::Brochure),
    (&["leaflet"], PieceKind::Brochure),
    (&["white", "paper"], PieceKind::WhitePaper),
    (&["whitepaper"], PieceKind::WhitePaper),
    (&["demo", "script"], PieceKind::DemoScript),
    (&["pitch"], PieceKind::Deck),
    (&["deck"], PieceKind::Deck),
    (&["template", "email"], PieceKind::EmailTemplate),
    (&["email"], PieceKind::EmailTemplate),
];

/// Returns what a file proposes.
pub fn proposed(file_name: &str, file_kind: FileKind, document: Option<&Document>) -> Proposals {
    let own = document
        .and_then(|document| document.title.as_deref())
        .map(str::trim);
    let own = own.filter(|title| says_something(title, file_name));
    let title = own.map_or_else(|| from_file_name(file_name), str::to_owned);
    let title: String = title.chars().take(LONGEST_TITLE).collect();
    let name = words(&format!("{file_name} {title}"));
    let stands = |wanted: &[&str]| wanted.iter().all(|word| name.iter().any(|have| have == word));
    let told = KINDS
        .iter()
        .find(|(wanted, _)| stands(wanted))
        .map(|(_, kind)| *kind);
    let by_file = match file_kind {
        FileKind::Slides => Some(PieceKind::Deck),
        FileKind::Video => Some(PieceKind::Video),
        FileKind::Email => Some(PieceKind::EmailTemplate),
        _ => None,
    };
    let kind = told.or(by_file);
    let language = document.and_then(|document| document.language.clone());
    let fields = [
        (true, "title"),
        (kind.is_some(), "kind"),
        (language.is_some(), "language"),
    ];
    Proposals {
        title,
        kind: kind.unwrap_or(PieceKind::Other),
        language,
        fields: fields
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, field)| (*field).to_owned())
            .collect(),
    }
}

/// Returns whether the title of a file's properties is one, and not what a program put there.
fn says_something(title: &str, file_name: &str) -> bool {
    let letters = key(title);
    let is_program_talk = [
        "untitled",
        "microsoft",
        "document1",
        "presentation1",
        "powerpoint",
        "slide1",
    ]
    .iter()
    .any(|talk| letters.starts_with(talk));
    !letters.is_empty()
        && !is_program_talk
        && title.chars().count() > 2
        && !title.ends_with(".indd")
        && title != file_name
}

/// Returns the title that a file's name is, without its ending: "aegyon_one-pager.pdf" is "Aegyon one-pager".
fn from_file_name(file_name: &str) -> String {
    let stem = match file_name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => file_name,
    };
    let spaced = stem.replace('_', " ");
    // Hyphens that stand for spaces, in a name that has none.
    let spaced = if spaced.contains(' ') {
        spaced
    } else {
        spaced.replace('-', " ")
    };
    capitalised(spaced.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_proposes_title_and_kind() {
        for (name, kind, title, made_for) in [
            (
                "aegyon-one-pager.pdf",
                FileKind::Pdf,
                "Aegyon one pager",
                PieceKind::OnePager,
            ),
            (
                "Case_Study_Clinic.docx",
                FileKind::Document,
                "Case Study Clinic",
                PieceKind::CaseStudy,
            ),
            ("template.pptx", FileKind::Slides, "Template", PieceKind::Deck),
            ("notes.txt", FileKind::Text, "Notes", PieceKind::Other),
            (".profile", FileKind::Text, ".profile", PieceKind::Other),
        ] {
            let found = proposed(name, kind, None);
            assert_eq!((found.title.as_str(), found.kind), (title, made_for), "{name}");
        }
    }

    #[test]
    fn what_a_program_put_into_the_properties_is_no_title() {
        for title in [
            "Microsoft Word - x.doc",
            "PowerPoint Presentation",
            "Untitled",
            "  ",
            "a.pdf",
        ] {
            assert!(!says_something(title.trim(), "a.pdf"), "{title}");
        }
        assert!(says_something("Everfield revenue report", "a.pdf"));
    }
}
