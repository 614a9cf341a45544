//! Asks a workspace one question again and again, and says how long it takes: a place for a profiler to look at.
//! `ask FILE NAME [JSON] [TIMES]`

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_core::{SystemSurroundings, Workspace};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, name, rest @ ..] = arguments.as_slice() else {
        return Err("Say which file and which question.".into());
    };
    let input = serde_json::from_str(rest.first().map_or("{}", String::as_str))?;
    let times: u32 = rest.get(1).map_or(Ok(200), |times| times.parse())?;
    let mut workspace = Workspace::open(Path::new(file), Arc::new(SystemSurroundings))?;
    let ask =
        |workspace: &mut Workspace, input: &serde_json::Value| -> Result<Duration, lockstep_core::Error> {
            let started = Instant::now();
            workspace.call(name, input.clone())?;
            Ok(started.elapsed())
        };
    println!("first {:.1?}", ask(&mut workspace, &input)?);
    let mut took = Vec::new();
    for _ in 0..times {
        took.push(ask(&mut workspace, &input)?);
    }
    took.sort_unstable();
    let at = |part: usize| took.get(took.len() * part / 100).copied().unwrap_or_default();
    println!("middle {:.1?}, p95 {:.1?} of {times}", at(50), at(95));
    Ok(())
}
