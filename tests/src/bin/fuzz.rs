//! Reads made-up files for a minute, or for as many seconds as are named; ends with 1 when a reader did not survive one.
//! `fuzz --seed N` reads the one file again that was found.

use std::{
    process::ExitCode,
    time::{Duration, Instant, SystemTime},
};

use lockstep_tests::fuzzing::{Chance, read, run, seeds};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match work(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn work(arguments: &[String]) -> lockstep_tests::Result<bool> {
    if let [flag, seed] = arguments
        && flag == "--seed"
    {
        let folder = tempfile::tempdir()?;
        let path = folder.keep().join("fuzz.csv");
        std::fs::write(&path, Chance::of(seed.parse()?).file(&seeds()))?;
        let fault = read(&path);
        println!(
            "{}: {}",
            path.display(),
            fault.as_deref().unwrap_or("it is survived")
        );
        return Ok(fault.is_none());
    }
    let seconds = arguments.first().map_or(Ok(60), |text| text.parse())?;
    let end = Instant::now() + Duration::from_secs(seconds);
    let seed = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)?
        .as_secs()
        << 24;
    let (files, found) = run(seed, |_| Instant::now() < end, read)?;
    println!("{files} files were read");
    if let Some((seed, fault)) = &found {
        println!("one was not survived: {fault}. Read it again with: fuzz --seed {seed}");
    }
    Ok(found.is_none())
}
