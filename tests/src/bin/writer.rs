//! Another process that works with a workspace, to be killed, locked out or robbed of its rights by the fault tests. It
//! says on standard output what was answered, one line each.

use std::{
    io::{BufRead, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use lockstep_core::collateral::{add_files, keep_file, prepare_file};
use lockstep_documents::Reader;
use lockstep_tests::{library::bulky, processes::program};
use lockstep_workspace::{BackupKind, Error, Founder, Founding, SystemEnvironment, Workspace, people::Side};
use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["write", file] => write(Path::new(file), false),
        // The control: it answers before it has written.
        ["promise", file] => write(Path::new(file), true),
        ["found", folder] => found(Path::new(folder)),
        ["go-back-and-forth", file] => go_back_and_forth(Path::new(file)),
        ["add", file] => add(Path::new(file)),
        ["hold", file] => hold(Path::new(file)),
        ["look", file] => look(Path::new(file)),
        other => panic!("the writer does not know {other:?}"),
    };
    if let Err(error) = done {
        println!(
            "{}",
            serde_json::to_string(&error).expect("an error can be written")
        );
        std::process::exit(1);
    }
}

fn open(file: &Path) -> Result<Workspace, Error> {
    lockstep_core::open(file, Arc::new(SystemEnvironment))
}

fn say(what: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{what}").expect("somebody listens");
    out.flush().expect("somebody listens");
}

/// Counts up in the positioning line of plan 2027 and says each number once it is saved. Now and then it does what a
/// window does beside: a checkpoint, a backup.
fn write(file: &Path, promise_first: bool) -> Result<(), Error> {
    let mut workspace = open(file)?;
    let plan = workspace.call("open_plan", json!({ "year": 2027 }))?["plan"].clone();
    let mut number: u64 = plan["positioning"]
        .as_str()
        .and_then(|line| line.parse().ok())
        .unwrap_or(0);
    loop {
        number += 1;
        if promise_first {
            say(number);
        }
        workspace.call(
            "edit_plan",
            json!({ "id": plan["id"], "change": { "positioning": number.to_string() } }),
        )?;
        if !promise_first {
            say(number);
        }
        if number.is_multiple_of(7) {
            workspace.idle()?;
        }
        if number.is_multiple_of(31) {
            workspace.back_up(BackupKind::Routine)?;
        }
    }
}

/// Founds one workspace after the other.
fn found(folder: &Path) -> Result<(), Error> {
    for number in 0.. {
        let founding = Founding {
            company: format!("Company {number}"),
            fiscal_start: 1,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: vec![Founder {
                name: "Sasha Brandt".into(),
                role: "VP Sales".into(),
                side: Side::Sales,
            }],
        };
        let file = folder.join(format!("{number}.lockstep"));
        lockstep_core::create(&file, founding, Arc::new(SystemEnvironment))?.close()?;
        say(number);
    }
    Ok(())
}

/// Adds three files in one step, again and again, and says how many pieces there are by then. Now and then it makes a backup.
fn add(file: &Path) -> Result<(), Error> {
    let mut workspace = open(file)?;
    let reader = Reader::new(Some(program("lockstep-cli").map_err(Error::internal)?));
    let folder = tempfile::tempdir().map_err(Error::internal)?;
    loop {
        let mut facts = Vec::new();
        for part in 0..3 {
            // No two files of any round are the same.
            let now = std::time::UNIX_EPOCH.elapsed().map_err(Error::internal)?;
            let name = format!("{} {part}", now.as_nanos());
            let path = folder.path().join("file.html");
            std::fs::write(&path, bulky(&name, 60_000)).map_err(Error::internal)?;
            let prepared = prepare_file(&path, &reader, &mut || true)?;
            facts.push(keep_file(&mut workspace, &prepared)?);
        }
        add_files(&mut workspace, facts)?;
        let all = workspace.call("list_pieces", json!({ "filter": { "states": [] } }))?;
        say(&all["total"]);
        if all["total"].as_u64().is_some_and(|total| total.is_multiple_of(9)) {
            workspace.back_up(BackupKind::Routine)?;
        }
    }
}

/// Goes back to the routine backups in turn, for ever.
fn go_back_and_forth(file: &Path) -> Result<(), Error> {
    let mut workspace = open(file)?;
    let mut backups = workspace.backups()?;
    backups.retain(|backup| backup.kind == BackupKind::Routine);
    for backup in backups.iter().cycle() {
        workspace.restore_backup(&backup.name)?;
        say(&backup.name);
    }
    Ok(())
}

/// Keeps a workspace open until it is told to close it.
fn hold(file: &Path) -> Result<(), Error> {
    let workspace = open(file)?;
    say("open");
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(Error::internal)?;
    drop(workspace);
    Ok(())
}

/// Opens a workspace, looks at it, tries to write, and says what came of it.
fn look(file: &Path) -> Result<(), Error> {
    let mut workspace = open(file)?;
    let company = workspace.call("show_company", json!({}))?["company"]["name"].clone();
    let refused = workspace.call("begin_plan", json!({ "year": 2031 })).err();
    let copy: PathBuf = std::env::temp_dir().join(format!("copy-{}.lockstep", std::process::id()));
    let copied = workspace.save_copy(&copy).is_ok() && std::fs::remove_file(&copy).is_ok();
    say(
        json!({ "company": company, "read_only": workspace.read_only(), "refused": refused, "copied": copied }),
    );
    Ok(())
}
