//! The same on real disks of our own: one that is full, and one whose power is cut. They need the rights to mount a
//! disk; where those are missing the tests say SKIPPED.
//!
//! Only the call that cuts the power is unsafe, and only for a number that the kernel defines.
#![allow(unsafe_code)]

use std::{
    ffi::{c_int, c_ulong},
    fs::{self, File},
    io::Write as _,
    os::fd::AsRawFd as _,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use lockstep_core::collateral::{PreparedFile, add_files, keep_file, prepare_file};
use lockstep_documents::Reader;
use lockstep_tests::{library::bulky, processes::program};
use lockstep_workspace::{BackupKind, ErrorCode, Workspace};

use crate::tools::{
    Chance, Writer, clean, closed, contents, has_all_bytes, number, opens, pieces, set_number, signed_story,
};

unsafe extern "C" {
    fn ioctl(file: c_int, request: c_ulong, ...) -> c_int;
}

/// Stops a disk at once, with all that is not yet on it: `EXT4_IOC_SHUTDOWN` of the kernel, without a last flush.
const SHUTDOWN: c_ulong = 0x8004_587D;
const WITHOUT_A_LAST_FLUSH: u32 = 2;

/// A disk of our own, taken away when the test is over.
struct Disk {
    place: PathBuf,
    mounted: bool,
    image: Option<PathBuf>,
    _folder: tempfile::TempDir,
}

impl Disk {
    /// Returns a disk in memory with room for so many bytes, or nothing where we may not mount one.
    fn with_room_for(bytes: u64) -> Option<Self> {
        let mut disk = Self::folder(None);
        let size = format!("size={bytes}");
        disk.mounted = ran("mount", &["-t", "tmpfs", "-o", &size, "none", &disk.at("")]);
        disk.or_skip()
    }

    /// Returns a disk in a file, or nothing where we may not mount one.
    fn in_a_file() -> Option<Self> {
        let mut disk = Self::folder(Some("disk.img"));
        let image = disk.image.clone()?;
        let made = File::create(&image).and_then(|file| file.set_len(48 << 20));
        let formatted = made.is_ok() && ran("mkfs.ext4", &["-q", "-F", &image.to_string_lossy()]);
        disk.mounted = formatted && disk.mount();
        disk.or_skip()
    }

    fn folder(image: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("disk");
        fs::create_dir(&place).expect("a place for the disk");
        Self {
            place,
            mounted: false,
            image: image.map(|name| folder.path().join(name)),
            _folder: folder,
        }
    }

    fn or_skip(self) -> Option<Self> {
        if !self.mounted {
            lockstep_tests::skip("a disk of our own cannot be mounted here");
        }
        self.mounted.then_some(self)
    }

    fn at(&self, name: &str) -> String {
        self.place.join(name).to_string_lossy().into_owned()
    }

    fn mount(&self) -> bool {
        let image = self
            .image
            .as_ref()
            .map(|image| image.to_string_lossy().into_owned());
        image.is_some_and(|image| ran("mount", &["-o", "loop", &image, &self.at("")]))
    }

    /// Cuts the power: what is not on the disk is gone. Whoever still works with it gets errors until `powers_up`.
    fn cut(&self) {
        let root = File::open(&self.place).expect("the disk is there");
        let how = WITHOUT_A_LAST_FLUSH;
        // SAFETY: the kernel reads one number of 32 bits through the pointer, and writes nothing.
        let answer = unsafe { ioctl(root.as_raw_fd(), SHUTDOWN, &raw const how) };
        assert_eq!(answer, 0, "the disk was not shut down");
    }

    fn powers_up(&self) {
        // A child that a killed program was just starting lets go of the disk a moment later.
        let is_let_go = (0..100).any(|_| {
            let done = ran("umount", &[&self.at("")]);
            if !done {
                thread::sleep(Duration::from_millis(50));
            }
            done
        });
        assert!(is_let_go, "the disk is still in use");
        assert!(self.mount(), "the disk does not come back");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            ran("umount", &["-l", &self.at("")]);
        }
    }
}

fn ran(program: &str, arguments: &[&str]) -> bool {
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
    let output = Command::new(program).args(arguments).env("PATH", path).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_the_same_action_works_once_there_is_room() {
    let Some(disk) = Disk::with_room_for(3 << 20) else {
        return;
    };
    let (from, _folder) = closed(signed_story());
    let path = disk.place.join("story.lockstep");
    fs::copy(&from, &path).expect("there is room for the workspace");
    let mut workspace = opens(&path);
    set_number(&mut workspace, 1).expect("there is room");
    fill(&disk.place.join("somebody-elses"));
    let mut saved = 1;
    let refusal = loop {
        match set_number(&mut workspace, saved + 1) {
            Ok(_) => saved += 1,
            Err(refusal) => break refusal,
        }
        assert!(saved < 10_000, "the disk never fills up");
    };
    assert_eq!(refusal.code, ErrorCode::File, "{refusal:?}");
    assert!(refusal.message.contains("disk is full"), "{refusal:?}");
    fs::remove_file(disk.place.join("somebody-elses")).expect("somebody makes room");
    assert_eq!(number(&mut workspace), saved);
    set_number(&mut workspace, saved + 1).expect("the same action works now");
    clean(&workspace);
    workspace.close().expect("it closes");
    assert_eq!(number(&mut opens(&path)), saved + 1);
}

/// Fills what is left of the disk.
fn fill(path: &Path) {
    let mut file = File::create(path).expect("a file");
    let block = [0_u8; 4096];
    while file.write_all(&block).is_ok() {}
}

#[test]
fn when_the_power_is_cut_nothing_that_was_answered_is_missing() {
    let Some(disk) = Disk::in_a_file() else {
        return;
    };
    let (from, _folder) = closed(signed_story());
    let path = disk.place.join("story.lockstep");
    fs::copy(&from, &path).expect("there is room for the workspace");
    File::open(&path)
        .and_then(|file| file.sync_all())
        .expect("it is on the disk");
    File::open(&disk.place)
        .and_then(|folder| folder.sync_all())
        .expect("so is its name");
    let mut chance = Chance(3);
    for _ in 0..10 {
        let (before_the_cut, last) = cut_while(
            &disk,
            &["write", path.to_str().expect("a plain path")],
            chance.below(150),
        );
        let mut workspace = opens(&path);
        clean(&workspace);
        let found = number(&mut workspace);
        assert!(
            (before_the_cut..=last + 1).contains(&found),
            "answered {before_the_cut} before the cut and {last} in the end, found {found}"
        );
        workspace.close().expect("it closes");
    }
}

/// Lets the writer work, cuts the power after a moment, and powers up again. Returns the last number that was answered before the
/// cut, and the last of all.
fn cut_while(disk: &Disk, words: &[&str], millis: u64) -> (u64, u64) {
    let mut writer = Writer::start(words);
    let first = writer.hear().and_then(|line| line.parse().ok());
    let heard = Arc::new(AtomicU64::new(first.expect("it answers once")));
    let listener = thread::spawn({
        let heard = Arc::clone(&heard);
        move || {
            for line in writer.lines.map_while(Result::ok) {
                if let Ok(number) = line.parse() {
                    heard.store(number, Ordering::SeqCst);
                }
            }
        }
    });
    // Not waiting for a condition but choosing the instant of the cut.
    thread::sleep(Duration::from_millis(millis));
    // What is answered after the cut is heard by nobody when the light is out: only this counts.
    let before_the_cut = heard.load(Ordering::SeqCst);
    disk.cut();
    writer.child.kill().expect("it can be killed");
    writer.child.wait().expect("it ends");
    listener.join().expect("all was heard");
    let last = heard.load(Ordering::SeqCst);
    disk.powers_up();
    (before_the_cut, last)
}

#[test]
fn when_the_power_is_cut_while_files_are_added_what_was_answered_is_there_and_listed_backups_have_their_bytes()
 {
    let Some(disk) = Disk::in_a_file() else {
        return;
    };
    let (from, _folder) = closed(signed_story());
    let path = disk.place.join("story.lockstep");
    fs::copy(&from, &path).expect("there is room for the workspace");
    File::open(&path)
        .and_then(|file| file.sync_all())
        .expect("it is on the disk");
    File::open(&disk.place)
        .and_then(|folder| folder.sync_all())
        .expect("so is its name");
    let mut chance = Chance(23);
    let mut backups = 0;
    for _ in 0..8 {
        let words = ["add", path.to_str().expect("a plain path")];
        let (before_the_cut, last) = cut_while(&disk, &words, chance.below(900));
        let mut workspace = opens(&path);
        clean(&workspace);
        let found = pieces(&mut workspace);
        assert!(
            (before_the_cut..=last + 3).contains(&found) && found.is_multiple_of(3),
            "answered {before_the_cut} before the cut and {last} in the end, found {found}"
        );
        assert_eq!(has_all_bytes(&workspace) as u64, found);
        for backup in workspace.backups().expect("a list") {
            let backup = opens(&path.with_extension("backups").join(backup.name));
            assert!(has_all_bytes(&backup) > 0);
            clean(&backup);
            backups += 1;
        }
        workspace.close().expect("it closes");
    }
    assert!(backups > 0, "no backup was ever made");
}

/// Leaves so many bytes of a disk free, until what is returned is removed.
fn leave_free(disk: &Disk, bytes: u64) -> PathBuf {
    let path = disk.place.join("somebody-elses");
    fill(&path);
    let file = File::options().write(true).open(&path).expect("it is there");
    let long = file.metadata().expect("its length").len();
    file.set_len(long - bytes).expect("it can be shorter");
    path
}

#[test]
fn a_disk_that_fills_up_in_the_middle_of_a_hundred_files_costs_nothing_that_was_there() {
    let Some(disk) = Disk::with_room_for(96 << 20) else {
        return;
    };
    let (from, folder) = closed(signed_story());
    let path = disk.place.join("story.lockstep");
    fs::copy(&from, &path).expect("there is room for the workspace");
    let reader = Reader::new(Some(program("lockstep-cli").expect("the reader is built")));
    let file = |number: usize| {
        let path = folder.path().join(format!("{number}.html"));
        fs::write(&path, bulky(&number.to_string(), 150_000)).expect("a file");
        prepare_file(&path, &reader, &mut || true).expect("it is read")
    };
    let files: Vec<_> = (0..100).map(file).collect();
    let mut workspace = opens(&path);
    let others = leave_free(&disk, 7 << 20);
    let mut facts = Vec::new();
    let refusal = files
        .iter()
        .find_map(|file| match keep_file(&mut workspace, file) {
            Ok(kept) => {
                facts.push(kept);
                None
            }
            Err(refusal) => Some(refusal),
        });
    let refusal = refusal.expect("the disk fills up");
    assert_eq!(refusal.code, ErrorCode::File, "{refusal:?}");
    assert!(refusal.message.contains("disk is full"), "{refusal:?}");
    assert!((5..95).contains(&facts.len()), "{}", facts.len());
    // Nothing of the file that did not fit is there, and all of those that did.
    clean(&workspace);
    assert_eq!(pieces(&mut workspace), 0);
    fs::remove_file(others).expect("somebody makes room");
    for file in files.iter().skip(facts.len()) {
        facts.push(keep_file(&mut workspace, file).expect("the same works now"));
    }
    add_files(&mut workspace, facts).expect("they are added in one step");
    assert_eq!((pieces(&mut workspace), has_all_bytes(&workspace)), (100, 100));
    clean(&workspace);

    // A backup that does not fit is none, and costs none of those there are.
    let made = workspace.back_up(BackupKind::Routine).expect("a backup");
    let beside = path.with_extension("backups");
    let before = (contents(&beside), contents(&beside.join("files")).len());
    add_one_more(&mut workspace, &file(100));
    let others = leave_free(&disk, 64 << 10);
    let refusal = workspace
        .back_up(BackupKind::Routine)
        .expect_err("it does not fit");
    assert_eq!(refusal.code, ErrorCode::File, "{refusal:?}");
    assert!(refusal.message.contains("disk is full"), "{refusal:?}");
    assert!((contents(&beside), contents(&beside.join("files")).len()) == before);
    assert_eq!(workspace.backups().expect("a list"), [made]);
    fs::remove_file(others).expect("somebody makes room");
    let made = workspace
        .back_up(BackupKind::Routine)
        .expect("the same works now");
    let backup = opens(&beside.join(made.name));
    assert_eq!(has_all_bytes(&backup), 101);
    clean(&backup);
}

fn add_one_more(workspace: &mut Workspace, file: &PreparedFile) {
    let kept = keep_file(workspace, file).expect("it is kept");
    add_files(workspace, vec![kept]).expect("it is added");
}

#[test]
fn control_what_was_not_brought_to_the_disk_is_gone_after_a_cut() {
    let Some(disk) = Disk::in_a_file() else {
        return;
    };
    let careless = disk.place.join("careless");
    let careful = disk.place.join("careful");
    fs::write(&careful, "saved").expect("it is written");
    File::open(&careful)
        .and_then(|file| file.sync_all())
        .expect("it is on the disk");
    fs::write(&careless, "saved").expect("it is written");
    disk.cut();
    disk.powers_up();
    assert_eq!(fs::read_to_string(&careful).expect("it is there"), "saved");
    assert_ne!(fs::read_to_string(&careless).unwrap_or_default(), "saved");
}
