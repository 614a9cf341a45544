//! A program that reads collateral for others, and misbehaves when it is called by certain names; the tests of the child
//! process start it. With files as arguments it says what they hold, reading each in a child of itself:
//! `cargo run -p lockstep-documents --bin documents_child -- FILE…`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use lockstep_documents::child::{Bounds, serve_if_asked};
use lockstep_documents::{Document, Reader};
use lockstep_intake::child::bind_this_process;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_default();
    let name = Path::new(&name).file_stem().unwrap_or_default().to_os_string();
    match name.to_str() {
        Some("aborts") => std::process::abort(),
        Some("is_killed") => {
            let own = std::process::id().to_string();
            let _ = std::process::Command::new("kill").args(["-9", &own]).status();
        }
        // Whoever reads a file may find a mistake of ours; there is nobody to hear of it.
        Some("panics") => return ExitCode::from(101),
        Some("eats_memory") => eat_memory(),
        Some("never_stops") => compute_for_ever(),
        Some("hangs") => std::thread::sleep(Duration::from_secs(3_600)),
        Some("says_nothing") => return ExitCode::SUCCESS,
        Some("talks_nonsense") => return nonsense(),
        _ => {}
    }
    if let Some(code) = serve_if_asked() {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    let reader = Reader::new(None);
    let mut code = ExitCode::SUCCESS;
    for path in arguments {
        let path = Path::new(&path);
        let Ok(bytes) = std::fs::read(path) else {
            println!("{}: cannot be opened", path.display());
            code = ExitCode::FAILURE;
            continue;
        };
        let began = Instant::now();
        match reader.read(&bytes, &path.to_string_lossy(), &mut || true) {
            Ok(document) => print(path, &document, began.elapsed()),
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

fn print(path: &Path, document: &Document, took: Duration) {
    println!(
        "{}: {:?}, {} pages, title {:?}, language {:?}, day {:?}, protected {}, cut {}, {took:?}",
        path.display(),
        document.kind,
        document.page_count,
        document.title,
        document.language,
        document.day,
        document.is_protected,
        document.was_cut,
    );
    for page in &document.pages {
        println!("--- {}\n{}", page.number, page.text);
        if let Some(notes) = &page.notes {
            println!("--- {}, notes\n{notes}", page.number);
        }
    }
}

fn eat_memory() {
    bind_this_process(Bounds {
        memory: 64 << 20,
        seconds: 20,
    });
    let mut eaten: Vec<Vec<u8>> = Vec::new();
    loop {
        eaten.push(vec![1; 1 << 20]);
    }
}

fn compute_for_ever() {
    bind_this_process(Bounds {
        memory: 64 << 20,
        seconds: 1,
    });
    let mut number = 0_u64;
    loop {
        number = std::hint::black_box(number.wrapping_add(1));
    }
}

fn nonsense() -> ExitCode {
    let said = std::io::stdout().write_all(&[b'D', 16, 0, 0, 0, 1, 2, 3].repeat(50_000));
    if said.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
