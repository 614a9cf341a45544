//! What `make` installs on a machine of another family of Linux. Nobody here has one, so the script runs dry: with stand-ins
//! for the package managers, saying what it would install.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
    process::Command,
};

use lockstep_tests::{Result, processes::repository};

/// What the script itself needs; nothing of Debian's is among it.
const TOOLS: [&str; 15] = [
    "sh",
    "cat",
    "cksum",
    "dirname",
    "env",
    "id",
    "uname",
    "cargo",
    "rustc",
    "clippy-driver",
    "rustfmt",
    "node",
    "npm",
    "python3",
    "rustup",
];

/// Runs the set-up dry where these programs stand for the system's, each ending with a code.
fn dry_run(stand_ins: &[(&str, u8)]) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    for tool in TOOLS {
        let found = std::env::split_paths(&path)
            .map(|place| place.join(tool))
            .find(|place| place.is_file());
        if let Some(found) = found {
            symlink(found, folder.path().join(tool))?;
        }
    }
    for (name, code) in stand_ins {
        let stand_in = folder.path().join(name);
        fs::write(&stand_in, format!("#!/bin/sh\nexit {code}\n"))?;
        fs::set_permissions(&stand_in, fs::Permissions::from_mode(0o755))?;
    }
    let done = Command::new("/bin/sh")
        .arg(repository().join("scripts/setup"))
        .args(["--dry-run", "test"])
        .env("PATH", folder.path())
        .output()?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        done.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    Ok(said)
}

fn names(said: &str, packages: &[&str]) {
    let words: Vec<&str> = said.split_whitespace().collect();
    for package in packages {
        assert!(words.contains(package), "{package} is missing in:\n{said}");
    }
}

#[test]
fn fedora_gets_what_building_and_testing_need() -> Result {
    let said = dry_run(&[("dnf", 0), ("rpm", 1)])?;
    assert!(said.contains("would run: dnf install -y gcc"), "{said}");
    names(
        &said,
        &[
            "webkit2gtk4.1-devel",
            "librsvg2-devel",
            "webkitgtk6.0",
            "xorg-x11-server-Xvfb",
            "poppler-utils",
        ],
    );
    Ok(())
}

#[test]
fn arch_gets_what_building_and_testing_need() -> Result {
    let said = dry_run(&[("pacman", 1)])?;
    assert!(
        said.contains("would run: pacman -S --needed --noconfirm base-devel"),
        "{said}"
    );
    names(
        &said,
        &[
            "webkit2gtk-4.1",
            "librsvg",
            "webkitgtk-6.0",
            "xorg-server-xvfb",
            "poppler",
        ],
    );
    Ok(())
}

#[test]
fn what_is_there_already_is_not_installed_again() -> Result {
    let said = dry_run(&[("dnf", 1), ("rpm", 0)])?;
    assert!(!said.contains("dnf"), "{said}");
    assert!(said.contains("everything is in place"), "{said}");
    assert!(Path::new(repository()).join("ui/node_modules").is_dir());
    Ok(())
}
