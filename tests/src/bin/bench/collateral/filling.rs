//! Documents of made-up words, some of which most pages have and most of which few have.

use std::{path::Path, sync::Arc};

use lockstep_core::collateral::{PreparedFile, add_files, approving::ApprovePiece, keep_file};
use lockstep_documents::{Document, FileKind, Page};
use lockstep_tests::Result;
use lockstep_workspace::{
    Environment, Founder, Founding, SystemEnvironment, Workspace,
    context::{Action, Named, ReadContext, Transaction},
    people::Side,
};
use serde_json::{Value, json};

/// How many words a page has.
const WORDS: usize = 220;

/// Takes the next of numbers that are the same each time.
fn next(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed % 1_000_003).unwrap_or(0)
}

/// A page of words, some of which most pages have and most of which few have.
fn page(seed: &mut u64, vocabulary: &[String]) -> String {
    const COMMON: [&str; 12] = [
        "return",
        "investment",
        "customer",
        "security",
        "clinic",
        "beds",
        "price",
        "the",
        "of",
        "for",
        "nursing",
        "ward",
    ];
    let mut text = String::new();
    for _ in 0..WORDS {
        let n = next(seed);
        let word = match n % 4 {
            0 => COMMON.get(n / 4 % COMMON.len()).copied(),
            _ => vocabulary.get((n / 4) % vocabulary.len()).map(String::as_str),
        };
        text.push_str(word.unwrap_or("word"));
        text.push(' ');
    }
    text
}

/// Approves pieces for the side of whoever is at the keyboard, in one step.
struct ApproveAll(Vec<lockstep_core::ids::PieceId>);

impl Named for ApproveAll {
    const NAME: &'static str = "approve_piece";
}

impl Action for ApproveAll {
    type Outcome = ();

    fn summary(&self, _: &ReadContext) -> lockstep_workspace::Result<String> {
        Ok("Approve all".into())
    }

    fn apply(self, change: &mut Transaction) -> lockstep_workspace::Result<()> {
        for id in self.0 {
            ApprovePiece { id }.apply(change)?;
        }
        Ok(())
    }
}

/// Founds a workspace of two people.
pub fn founded(path: &Path) -> Result<Workspace> {
    let person = |name: &str, side| Founder {
        name: name.into(),
        role: String::new(),
        side,
    };
    Ok(lockstep_core::create(
        path,
        Founding {
            company: "Bench".into(),
            fiscal_start: 1,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: vec![person("Sasha", Side::Sales), person("Mika", Side::Marketing)],
        },
        Arc::new(SystemEnvironment) as Arc<dyn Environment>,
    )?)
}

/// Fills a workspace with so many documents of five pages, approved by both sides and made for personas and phases in turn.
pub fn fill(workspace: &mut Workspace, documents: usize) -> Result {
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    let vocabulary: Vec<String> = (0..12_000)
        .map(|_| {
            let letters = 4 + next(&mut seed) % 8;
            (0..letters)
                .filter_map(|_| char::from_u32(97 + u32::try_from(next(&mut seed) % 26).ok()?))
                .collect()
        })
        .collect();
    workspace.call("begin_buying_cycle", json!({ "with_starter_set": true }))?;
    let mut kept = Vec::new();
    for number in 0..documents {
        let pages: Vec<Page> = (1..=5)
            .map(|number| Page {
                number,
                text: page(&mut seed, &vocabulary),
                notes: None,
            })
            .collect();
        let bytes: Vec<u8> = format!("document {number}").into_bytes();
        let title = format!(
            "{} {number}",
            page(&mut seed, &vocabulary)
                .split(' ')
                .take(4)
                .collect::<Vec<_>>()
                .join(" ")
        );
        let document = Document {
            kind: FileKind::Text,
            title: Some(title),
            language: Some("en".into()),
            day: None,
            page_count: pages.len(),
            pages,
            has_text: true,
            is_protected: false,
            was_cut: false,
        };
        let file = PreparedFile::read_before(bytes, format!("document {number}.txt"), document, None)?;
        kept.push(keep_file(workspace, &file)?);
    }
    let added = add_files(workspace, kept)?;
    let ids: Vec<_> = added.into_iter().filter_map(|one| one.piece).collect();
    let view = workspace.call("open_buying_cycle", json!({}))?;
    let ids_of = |what: &str| -> Vec<Value> {
        let all = view[what].as_array().into_iter().flatten();
        all.map(|one| one["id"].clone()).collect()
    };
    let (personas, phases) = (ids_of("personas"), ids_of("phases"));
    for (place, chunk) in ids.chunks(documents.div_ceil(15)).enumerate() {
        let change = json!({
            "personas": [personas.get(place % personas.len())],
            "phases": [phases.get(place % phases.len())],
        });
        workspace.call("edit_pieces", json!({ "ids": chunk, "change": change }))?;
    }
    let people = workspace.call("people", json!({}))?;
    for person in people["people"].as_array().into_iter().flatten() {
        workspace.call("set_current_user", json!({ "person": person["id"] }))?;
        workspace.act(ApproveAll(ids.clone()))?;
    }
    Ok(())
}
