//! Made-up files: the readers survive them, and a reader that would not is found.

use lockstep_tests::{
    Result,
    fuzzing::{read, run},
};

#[test]
fn readers_survive_files_that_are_nearly_right() -> Result {
    let (files, found) = run(1, |read| read < 1_500, read)?;
    assert_eq!(found, None);
    assert_eq!(files, 1_500);
    Ok(())
}

#[test]
fn a_reader_that_does_not_survive_is_found() -> Result {
    let careless = |path: &std::path::Path| {
        let bytes = std::fs::read(path).ok()?;
        let has_zero_behind_a_quote = bytes.windows(2).any(|two| two == b"\"\0");
        has_zero_behind_a_quote.then(|| "it panicked".to_string())
    };
    let (_, found) = run(1, |read| read < 20_000, careless)?;
    let (seed, _) = found.ok_or("the careless reader was not found")?;
    let (_, again) = run(seed, |read| read < 1, careless)?;
    assert_eq!(
        again.map(|(seed, _)| seed),
        Some(seed),
        "the same seed makes the same file"
    );
    Ok(())
}
