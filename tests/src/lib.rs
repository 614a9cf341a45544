//! Helpers of the tests: a story told through the table of commands, and the real window driven as a person would.

pub mod fuzzing;
pub mod leads;
pub mod processes;
pub mod story;
pub mod window;

/// What a test or a helper gives back; a failure says what was waited for and what was there instead.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Returns where a folder of the shared data is, or says that the test is skipped.
pub fn shared(folder: &str) -> Option<std::path::PathBuf> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data")
        .join(folder);
    if !path.is_dir() {
        println!("skipped: no shared data");
        return None;
    }
    Some(path)
}
