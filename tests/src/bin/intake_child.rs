//! A program that reads for others, and misbehaves when it is called by certain names; the tests of the child process
//! start it. With files as arguments it says what they hold, reading each in a child of itself:
//! `cargo run -p lockstep-intake --example intake_child -- FILE…`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use lockstep_intake::child::{self, Bounds};
use lockstep_intake::{Reading, Survey};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_default();
    let name = Path::new(&name).file_stem().unwrap_or_default().to_os_string();
    match name.to_str() {
        Some("aborts") => std::process::abort(),
        Some("eats_memory") => eat_memory(),
        Some("never_stops") => compute_for_ever(),
        Some("hangs") => std::thread::sleep(std::time::Duration::from_secs(3_600)),
        Some("says_nothing") => return ExitCode::SUCCESS,
        Some("talks_nonsense") => return nonsense(),
        _ => {}
    }
    if let Some(code) = child::serve_if_asked() {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    let mut code = ExitCode::SUCCESS;
    for path in arguments {
        match child::survey_in_child(None, Path::new(&path), &Reading::default(), &mut |_, _| true) {
            Ok((how, survey)) => {
                println!("{}: {how:?}", path.display());
                print(&survey);
            }
            Err(trouble) => {
                println!(
                    "{}: {trouble} {}",
                    path.display(),
                    trouble.hint.as_deref().unwrap_or_default()
                );
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn print(survey: &Survey) {
    println!("  {} rows, {} with trouble", survey.rows, survey.troubles_count);
    for trouble in survey.troubles.iter().take(5) {
        println!("  row {}: {} ({})", trouble.row, trouble.reason, trouble.value);
    }
    for column in &survey.columns {
        println!(
            "  {:30} {:?}, {} filled, {}{} different: {}",
            column.name,
            column.kind,
            column.filled,
            column.distinct,
            if column.more_distinct { "+" } else { "" },
            column.samples.join(" | ")
        );
    }
}

fn eat_memory() {
    child::bind_this_process(Bounds {
        memory: 64 << 20,
        ..Bounds::READING
    });
    let mut eaten: Vec<Vec<u8>> = Vec::new();
    loop {
        eaten.push(vec![1; 1 << 20]);
    }
}

fn compute_for_ever() {
    child::bind_this_process(Bounds {
        seconds: 1,
        ..Bounds::READING
    });
    let mut number = 0_u64;
    loop {
        number = std::hint::black_box(number.wrapping_add(1));
    }
}

fn nonsense() -> ExitCode {
    let said = std::io::stdout().write_all(&[b'R', 16, 0, 0, 0, 1, 2, 3].repeat(50_000));
    if said.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
