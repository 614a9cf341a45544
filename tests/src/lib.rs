//! Helpers of the tests: a story told through the table of commands, and the real window driven as a person would.

mod browser;
pub mod fuzzing;
pub mod leads;
pub mod library;
pub mod pdf;
pub mod plain;
pub mod processes;
pub mod reviews;
pub mod sample;
pub mod story;
pub mod window;

/// What a test or a helper gives back; a failure says what was waited for and what was there instead.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Says that the running test is skipped on this machine, and why, and writes it down for the end of `make test`.
pub fn skip(why: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    println!("skipped: {why}");
    let list = processes::repository().join("target/skipped-tests");
    let written = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(list)
        .and_then(|mut list| std::io::Write::write_all(&mut list, format!("{why}: {test}\n").as_bytes()));
    if let Err(error) = written {
        println!("it could not be written down: {error}");
    }
}

/// Returns where a folder of the shared data is, or says that the test is skipped.
pub fn shared(folder: &str) -> Option<std::path::PathBuf> {
    let path = processes::repository().join("../shared/data").join(folder);
    if !path.is_dir() {
        skip("no shared data");
        return None;
    }
    Some(path)
}
