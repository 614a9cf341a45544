//! Files that come by themselves: named at the start, handed over by a second start, or open when the program was left.

use std::{path::PathBuf, sync::Arc};

use lockstep_tests::{Result, processes::Bus, window::Launch};
use lockstep_workspace::{Founding, SystemEnvironment};

/// Returns a folder with a workspace of each company in it.
fn workspaces(companies: &[&str]) -> Result<(tempfile::TempDir, Vec<PathBuf>)> {
    let folder = tempfile::tempdir()?;
    let mut paths = Vec::new();
    for company in companies {
        let founding = Founding {
            company: (*company).into(),
            fiscal_start: 1,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: Vec::new(),
        };
        let path = folder.path().join(format!("{company}.lockstep"));
        drop(lockstep_core::create(
            &path,
            founding,
            Arc::new(SystemEnvironment),
        )?);
        paths.push(path);
    }
    Ok((folder, paths))
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap_or_default()
}

#[tokio::test]
async fn a_file_named_at_the_start_is_open_when_the_page_is_there() -> Result {
    let (_folder, paths) = workspaces(&["Northwind"])?;
    let window = Launch::new()?.args([&paths[0]]).open().await?;
    window.sees("Northwind").await?;
    assert_eq!(window.page.title().await?, "Lockstep");
    window.close().await
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_at_the_start_is_said() -> Result {
    let (folder, _) = workspaces(&[])?;
    let path = folder.path().join("letter.lockstep");
    std::fs::write(&path, "Dear all")?;
    let window = Launch::new()?.args([&path]).open().await?;
    window.sees("is not a Lockstep workspace").await?;
    window.sees("Start your workspace").await?;
    window.close().await?;
    assert_eq!(std::fs::read_to_string(&path)?, "Dear all");
    Ok(())
}

#[tokio::test]
async fn what_was_open_opens_again() -> Result {
    let (_folder, paths) = workspaces(&["Northwind"])?;
    let home = tempfile::tempdir()?;
    let window = Launch::at_home(home.path()).args([&paths[0]]).open().await?;
    window.sees("Northwind").await?;
    window.close().await?;
    let window = Launch::at_home(home.path()).open().await?;
    window.sees("Northwind").await?;
    window.close().await?;
    std::fs::remove_file(&paths[0])?;
    let window = Launch::at_home(home.path()).open().await?;
    window.sees("no longer there").await?;
    window.close().await
}

#[tokio::test]
async fn a_second_start_hands_its_file_to_the_first() -> Result {
    let Some(bus) = Bus::start()? else {
        lockstep_tests::skip("no session bus on this machine");
        return Ok(());
    };
    let (folder, paths) = workspaces(&["Northwind", "Southwind"])?;
    let window = Launch::new()?
        .args([&paths[0]])
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .open()
        .await?;
    window.sees("Northwind").await?;
    assert!(window.start_again(&[text(&paths[1])]).await?.success());
    window.sees("Southwind").await?;
    window.sees_no("Northwind").await?;

    let letter = folder.path().join("letter.lockstep");
    std::fs::write(&letter, "Dear all")?;
    assert!(window.start_again(&[text(&letter)]).await?.success());
    window.sees("is not a Lockstep workspace").await?;
    window.sees("Southwind").await?;
    window.close().await
}
