//! The library with ten thousand documents: how fast one finds, lists and opens, and how fast files come in.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_core::collateral::{PreparedFile, add_files, approving::ApprovePiece, keep_file, prepare_file};
use lockstep_documents::{Document, FileKind, Page, Reader};
use lockstep_tests::{Result, processes::program};
use lockstep_workspace::{
    Environment, Founder, Founding, SystemEnvironment, Workspace,
    context::{Action, Named, ReadContext, Transaction},
    people::Side,
};
use serde_json::{Value, json};

use crate::report::{Report, middle_of, timed};

/// How many documents the library has.
const DOCUMENTS: usize = 10_000;
/// How many words a page has.
const WORDS: usize = 220;
/// What is typed, as one types it.
const TYPED: [&str; 12] = [
    "re",
    "ret",
    "retu",
    "return",
    "return on",
    "return on inv",
    "security",
    "custommer",
    "clinic beds",
    "price",
    "nursing decid",
    "zzzz",
];

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

fn founded(path: &Path) -> Result<Workspace> {
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

fn fill(workspace: &mut Workspace) -> Result {
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
    for number in 0..DOCUMENTS {
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
    for (place, chunk) in ids.chunks(700).enumerate() {
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

/// Measures the library.
pub fn measure(report: &mut Report) -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("library.lockstep");
    let mut workspace = founded(&path)?;
    fill(&mut workspace)?;
    let frame = Duration::from_millis(16);
    workspace.call("list_pieces", json!({}))?;
    let list = timed(|_| Ok(workspace.call("list_pieces", json!({}))?))?;
    report.limit("the library page, 10,000 pieces, p95", list, frame);
    let search = timed(|n| {
        let typed = TYPED.get(n % TYPED.len()).copied().unwrap_or_default();
        Ok(workspace.call("list_pieces", json!({ "text": typed }))?)
    })?;
    report.limit("search as one types, 10,000 documents, p95", search, frame);
    for typed in TYPED {
        let one = middle_of(
            20,
            || Ok(workspace.call("list_pieces", json!({ "text": typed }))?),
        )?;
        println!("    “{typed}”: {:.1} ms", one.as_secs_f64() * 1_000.0);
    }
    let matrix = timed(|_| Ok(workspace.call("open_content_matrix", json!({}))?))?;
    report.limit("the content matrix, 10,000 pieces, p95", matrix, frame);
    let palette = timed(|n| {
        let typed = TYPED.get(n % TYPED.len()).copied().unwrap_or_default();
        Ok(workspace.call("search", json!({ "text": typed }))?)
    })?;
    report.limit("the palette, 10,000 pieces, p95", palette, 2 * frame);
    drop(workspace);
    let environment: Arc<dyn Environment> = Arc::new(SystemEnvironment);
    let open = |path: &Path| middle_of(7, || Ok(lockstep_core::open(path, environment.clone())?));
    let with = open(&path)?;
    let bare = folder.path().join("bare.lockstep");
    drop(founded(&bare)?);
    let without = open(&bare)?;
    report.against(
        "opening a workspace with 10,000 documents",
        with.as_secs_f64() * 1_000.0,
        without.as_secs_f64() * 1_000.0,
        1.1,
        "ms",
        "one without",
    );
    adding(report, folder.path())
}

/// How fast a hundred files of several kinds come in.
fn adding(report: &mut Report, folder: &Path) -> Result {
    let path = folder.join("adding.lockstep");
    let mut workspace = founded(&path)?;
    let sample = folder.join("sample.lockstep");
    lockstep_sample::build(&sample, SystemEnvironment.today(), lockstep_core::rooms())?;
    let plans = lockstep_core::open(&sample, Arc::new(SystemEnvironment))?;
    let year = i32::try_from(
        plans
            .ask(lockstep_core::plan::overview::ListPlans {})?
            .first()
            .map_or(0, |plan| i64::from(plan.year)),
    )?;
    let view = plans.ask(lockstep_core::plan::queries::OpenPlan { year, version: None })?;
    let pdf = lockstep_export::plan::pdf(
        &view,
        &lockstep_export::options::Options::on(SystemEnvironment.today()),
    )?
    .bytes;
    let files = folder.join("files");
    std::fs::create_dir_all(&files)?;
    for number in 0..100 {
        let (name, bytes) = match number % 4 {
            0 => {
                // A PDF may have bytes behind its end: each is a file of its own.
                let mut bytes = pdf.clone();
                bytes.extend(format!("\n% {number}").bytes());
                (format!("plan {number}.pdf"), bytes)
            }
            1 => (
                format!("page {number}.html"),
                format!("<h1>Page {number}</h1><p>What it costs.</p>").into_bytes(),
            ),
            2 => (
                format!("note {number}.md"),
                format!("# Note {number}\n\nWhat it brings.").into_bytes(),
            ),
            _ => (
                format!("text {number}.txt"),
                format!("Text {number}: what they ask.").into_bytes(),
            ),
        };
        std::fs::write(files.join(name), bytes)?;
    }
    let reader = Reader::new(Some(program("lockstep-cli")?));
    let started = Instant::now();
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(&files)? {
        let file = prepare_file(&entry?.path(), &reader, &mut || true)?;
        kept.push(keep_file(&mut workspace, &file)?);
    }
    let added = add_files(&mut workspace, kept)?.len();
    let took = started.elapsed();
    let bytes: u64 = std::fs::read_dir(&files)?
        .filter_map(|entry| entry.ok()?.metadata().ok())
        .map(|meta| meta.len())
        .sum();
    report.at_least(
        "adding 100 mixed files",
        f64::from(u32::try_from(added)?) / took.as_secs_f64(),
        8.0,
        "files a second",
    );
    drop(workspace);
    let size = std::fs::metadata(&path)?.len();
    println!("    the file: {size} bytes for {bytes} bytes of files");
    Ok(())
}
