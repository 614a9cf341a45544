//! The public figures of `shared/data`, through the whole house: taken in or typed in, worked out, signed, printed and read back.

mod definition;
mod leads;
mod maven;

/// Returns where the shared data is, or says that the test is skipped.
fn shared(folder: &str) -> Option<std::path::PathBuf> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data")
        .join(folder);
    if !path.is_dir() {
        println!("skipped: no shared data");
        return None;
    }
    Some(path)
}
