//! The library with ten thousand documents: how fast one finds, lists and opens, how fast files come in, and the field kit.

mod adding;
mod field_kit;
mod filling;

use std::{path::Path, process::Command, sync::Arc, time::Duration};

use lockstep_tests::Result;
use lockstep_workspace::{Environment, SystemEnvironment, Workspace};
use serde_json::json;

use crate::report::{Report, middle, middle_of, resident, timed};

/// How many documents the library has.
const DOCUMENTS: usize = 10_000;
/// How often either workspace is opened; the middle one counts.
const OPENED: usize = 25;
/// The argument that lets the program hold a library in memory and say how much that is.
pub const HOLD: &str = "--hold-library";
/// What a person waits for without noticing.
const FRAME: Duration = Duration::from_millis(16);
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

/// Measures the library.
pub async fn measure(report: &mut Report) -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("library.lockstep");
    let mut workspace = filling::founded(&path)?;
    filling::fill(&mut workspace, DOCUMENTS)?;
    questions(report, &mut workspace)?;
    drop(workspace);
    opening(report, &path, folder.path())?;
    memory(report, &path)?;
    adding::measure(report, folder.path())?;
    field_kit::measure(report, folder.path()).await
}

/// What screens ask, as they ask it.
fn questions(report: &mut Report, workspace: &mut Workspace) -> Result {
    let ask = |workspace: &mut Workspace, name: &str, input| Ok(workspace.call_for_text(name, input)?);
    ask(workspace, "list_pieces", json!({}))?;
    let list = timed(|_| ask(workspace, "list_pieces", json!({})))?;
    report.limit("the library page, 10,000 pieces, p95", list, FRAME);
    let find = |n: usize| json!({ "text": TYPED.get(n % TYPED.len()).copied().unwrap_or_default() });
    let search = timed(|n| ask(workspace, "list_pieces", find(n)))?;
    report.limit("search as one types, 10,000 documents, p95", search, FRAME);
    for (n, typed) in TYPED.iter().enumerate() {
        let one = middle_of(20, || ask(workspace, "list_pieces", find(n)))?;
        println!("    “{typed}”: {:.1} ms", one.as_secs_f64() * 1_000.0);
    }
    let matrix = timed(|_| ask(workspace, "open_content_matrix", json!({ "at_most": 12 })))?;
    report.limit("the content matrix, 10,000 pieces, p95", matrix, FRAME);
    let palette = timed(|n| ask(workspace, "search", find(n)))?;
    report.limit("the palette, 10,000 pieces, p95", palette, 2 * FRAME);
    Ok(())
}

/// Opening a workspace with documents, against one without. Both are opened in turn, so that what slows the machine slows both.
fn opening(report: &mut Report, path: &Path, folder: &Path) -> Result {
    let bare = folder.join("bare.lockstep");
    drop(filling::founded(&bare)?);
    let environment: Arc<dyn Environment> = Arc::new(SystemEnvironment);
    let open = |path: &Path| middle_of(1, || Ok(lockstep_core::open(path, environment.clone())?));
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..OPENED {
        with.push(open(path)?);
        without.push(open(&bare)?);
    }
    report.against(
        "opening a workspace with 10,000 documents",
        middle(with).as_secs_f64() * 1_000.0,
        middle(without).as_secs_f64() * 1_000.0,
        1.1,
        "ms",
        "one without",
    );
    Ok(())
}

/// What ten thousand documents take in memory, in a program that does nothing else.
fn memory(report: &mut Report, path: &Path) -> Result {
    let said = Command::new(std::env::current_exe()?)
        .arg(HOLD)
        .arg(path)
        .output()?;
    if !said.status.success() {
        return Err(String::from_utf8_lossy(&said.stderr).into_owned().into());
    }
    let mebibytes: f64 = String::from_utf8(said.stdout)?.trim().parse()?;
    report.line(
        "memory with 10,000 documents",
        &format!("+ {mebibytes:.0} MiB"),
        "≤ + 100 MiB",
        mebibytes <= 100.0,
    );
    Ok(())
}

/// Opens a workspace, asks everything once, and prints by how many mebibytes the program has grown.
pub fn hold(path: &Path) -> Result {
    let before = resident()?;
    let mut workspace = lockstep_core::open(path, Arc::new(SystemEnvironment))?;
    workspace.call_for_text("list_pieces", json!({}))?;
    for typed in TYPED {
        workspace.call_for_text("list_pieces", json!({ "text": typed }))?;
        workspace.call_for_text("search", json!({ "text": typed }))?;
    }
    workspace.call_for_text("open_content_matrix", json!({ "at_most": 12 }))?;
    println!("{}", (resident()? - before) / 1024.0);
    Ok(())
}
