//! Asks a workspace one question again and again, and says how long it takes: a place for a profiler to look at.
//! `ask FILE NAME [JSON] [TIMES]`; `{n}` in the question is another number each time and `{day}` another day of a month,
//! so that nothing is found again.

use std::{
    error::Error,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_workspace::SystemEnvironment;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, name, rest @ ..] = arguments.as_slice() else {
        return Err("Say which file and which question.".into());
    };
    let input = rest.first().map_or("{}", String::as_str);
    let times: u32 = rest.get(1).map_or(Ok(200), |times| times.parse())?;
    let mut workspace = lockstep_core::open(Path::new(file), Arc::new(SystemEnvironment))?;
    let mut ask = |n: u32| -> Result<Duration, Box<dyn Error>> {
        let input = serde_json::from_str(
            &input
                .replace("{n}", &(n % 40).to_string())
                .replace("{day}", &format!("{:02}", n % 28 + 1)),
        )?;
        let started = Instant::now();
        workspace.call_for_text(name, input)?;
        Ok(started.elapsed())
    };
    println!("first {:.1?}", ask(0)?);
    let mut took = (1..=times).map(&mut ask).collect::<Result<Vec<_>, _>>()?;
    took.sort_unstable();
    let at = |part: usize| took.get(took.len() * part / 100).copied().unwrap_or_default();
    println!("middle {:.1?}, p95 {:.1?} of {times}", at(50), at(95));
    Ok(())
}
