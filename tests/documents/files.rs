//! Writing a file: whole and in place, or nothing at all.

use std::{fs, path::Path};

use lockstep_export::{files::write_atomically, plan};
use lockstep_workspace::ErrorCode;

use crate::sample_plan;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.pdf");
    write_atomically(&path, b"first").unwrap();
    write_atomically(&path, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(names(folder.path()), ["plan.pdf"]);
}

#[test]
fn a_missing_folder_is_named_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let error = write_atomically(&folder.path().join("gone/plan.pdf"), b"x").unwrap_err();
    assert_eq!(error.code, ErrorCode::File);
    assert_eq!(
        error.message,
        "“plan.pdf” was not saved: the folder is not there."
    );
    assert!(error.hint.unwrap().contains("Nothing was half written."));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_folder_of_that_name_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plan.pdf")).unwrap();
    fs::write(folder.path().join("plan.pdf/kept"), b"kept").unwrap();
    let error = write_atomically(&folder.path().join("plan.pdf"), b"x").unwrap_err();
    assert_eq!(error.message, "“plan.pdf” is a folder.");
    assert_eq!(names(folder.path()), ["plan.pdf"]);
    assert_eq!(names(&folder.path().join("plan.pdf")), ["kept"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_never_replaced_by_a_file() {
    let error = write_atomically(Path::new("/dev/full"), b"x").unwrap_err();
    assert_eq!(error.code, ErrorCode::File);
    assert!(Path::new("/dev/full").exists());
}

#[cfg(unix)]
#[test]
fn behind_a_link_its_target_is_written_and_the_link_stays() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("real.pdf"), b"old").unwrap();
    let link = folder.path().join("link.pdf");
    std::os::unix::fs::symlink("real.pdf", &link).unwrap();
    write_atomically(&link, b"new").unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read(folder.path().join("real.pdf")).unwrap(), b"new");
}

#[test]
fn a_name_that_is_too_long_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.pdf", "x".repeat(300)));
    assert_eq!(write_atomically(&path, b"x").unwrap_err().code, ErrorCode::File);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn the_ending_says_in_which_form_a_plan_goes_out() {
    let folder = tempfile::tempdir().unwrap();
    let view = sample_plan::in_force();
    for (name, begins) in [
        ("p.pdf", &b"%PDF-"[..]),
        ("p.XLSX", b"PK"),
        ("p.csv", b"Goal,Unit"),
        ("p.json", b"{\n  \"company\""),
    ] {
        let path = folder.path().join(name);
        let written = plan::write(&view, &path, &sample_plan::options()).unwrap();
        assert_eq!(written.note, None, "{name}: nothing is missing");
        assert!(fs::read(&path).unwrap().starts_with(begins), "{name}");
    }
    for name in ["p.docx", "plan"] {
        let error = plan::write(&view, &folder.path().join(name), &sample_plan::options()).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (ErrorCode::Invalid, Some("path"))
        );
        assert_eq!(
            error.hint.as_deref(),
            Some("Let the name end in .pdf, .xlsx, .csv or .json.")
        );
        assert!(!folder.path().join(name).exists());
    }
}
