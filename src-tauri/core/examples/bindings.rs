//! Writes the page's types from the table of commands: `cargo run -p lockstep-core --example bindings` (add `-- --check`
//! to only say whether they are up to date).

use std::{path::Path, process::ExitCode};

fn main() -> std::io::Result<ExitCode> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated/commands.ts");
    let wanted = lockstep_core::commands::typescript();
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    if found == wanted {
        return Ok(ExitCode::SUCCESS);
    }
    if std::env::args().any(|arg| arg == "--check") {
        eprintln!("The page's types are out of date. Run `make bindings` and commit the result.");
        return Ok(ExitCode::FAILURE);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, wanted)?;
    Ok(ExitCode::SUCCESS)
}
