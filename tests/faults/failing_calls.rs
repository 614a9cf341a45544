//! A disk that fails on command. SQLite asks the system for everything through a table of calls that can be replaced;
//! here each call of one thread is counted, and the one that is wanted fails. Only this module is unsafe, and only the
//! tests have it.
#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    ffi::{CStr, c_char, c_int, c_void},
    sync::{Mutex, Once, OnceLock, PoisonError},
};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods, sqlite3_vfs};

/// No space left on the device.
pub const ENOSPC: c_int = 28;
/// Input or output error.
pub const EIO: c_int = 5;

/// Which call fails, and how.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// The first call that fails, from 1.
    pub at: usize,
    /// What the system says.
    pub errno: c_int,
    /// Whether every call after it fails, too.
    pub for_good: bool,
}

/// What a call asks of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Open,
    Read,
    Write,
    Truncate,
    Unlink,
    Sync,
}

thread_local! {
    static CALLS: RefCell<Option<Vec<Call>>> = const { RefCell::new(None) };
    static FAULT: Cell<Option<Fault>> = const { Cell::new(None) };
}

/// Runs `work` while the disk fails as `fault` says, and returns the calls it made.
pub fn with_fault<T>(fault: Option<Fault>, work: impl FnOnce() -> T) -> (T, Vec<Call>) {
    static ONCE: Once = Once::new();
    ONCE.call_once(replace_calls);
    FAULT.set(fault);
    CALLS.set(Some(Vec::new()));
    let done = work();
    FAULT.set(None);
    (done, CALLS.take().unwrap_or_default())
}

/// Counts a call and returns what it has to fail with, if it has to. A full disk can still be read.
fn failure(call: Call) -> Option<c_int> {
    let count = CALLS.with_borrow_mut(|calls| {
        let calls = calls.as_mut()?;
        calls.push(call);
        Some(calls.len())
    })?;
    let fault = FAULT
        .get()
        .filter(|fault| fault.errno != ENOSPC || call != Call::Read)?;
    (count == fault.at || fault.for_good && count > fault.at).then_some(fault.errno)
}

/// The same, for a call that answers through `errno`.
fn fails(call: Call) -> bool {
    match failure(call) {
        Some(errno) => {
            // SAFETY: `errno` of this thread is there to be set.
            unsafe { *__errno_location() = errno };
            true
        }
        None => false,
    }
}

unsafe extern "C" {
    fn __errno_location() -> *mut c_int;
}

type Open = unsafe extern "C" fn(*const c_char, c_int, c_int) -> c_int;
type Read = unsafe extern "C" fn(c_int, *mut c_void, usize) -> isize;
type Write = unsafe extern "C" fn(c_int, *const c_void, usize) -> isize;
type ReadAt = unsafe extern "C" fn(c_int, *mut c_void, usize, i64) -> isize;
type WriteAt = unsafe extern "C" fn(c_int, *const c_void, usize, i64) -> isize;
type Truncate = unsafe extern "C" fn(c_int, i64) -> c_int;
type Unlink = unsafe extern "C" fn(*const c_char) -> c_int;

static OPEN: OnceLock<Open> = OnceLock::new();
static READ: OnceLock<Read> = OnceLock::new();
static WRITE: OnceLock<Write> = OnceLock::new();
static READ_AT: OnceLock<ReadAt> = OnceLock::new();
static WRITE_AT: OnceLock<WriteAt> = OnceLock::new();
static TRUNCATE: OnceLock<Truncate> = OnceLock::new();
static UNLINK: OnceLock<Unlink> = OnceLock::new();

macro_rules! failing {
    ($name:ident, $call:ident, $real:ident, ($($argument:ident: $type:ty),*) -> $answer:ty) => {
        unsafe extern "C" fn $name($($argument: $type),*) -> $answer {
            if fails(Call::$call) {
                return -1;
            }
            // SAFETY: the arguments are SQLite's own, handed on unchanged.
            unsafe { $real.get().expect("kept before it was replaced")($($argument),*) }
        }
    };
}
failing!(failing_open, Open, OPEN, (path: *const c_char, flags: c_int, mode: c_int) -> c_int);
failing!(failing_read, Read, READ, (file: c_int, to: *mut c_void, length: usize) -> isize);
failing!(failing_write, Write, WRITE, (file: c_int, from: *const c_void, length: usize) -> isize);
failing!(failing_read_at, Read, READ_AT, (file: c_int, to: *mut c_void, length: usize, at: i64) -> isize);
failing!(failing_write_at, Write, WRITE_AT, (file: c_int, from: *const c_void, length: usize, at: i64) -> isize);
failing!(failing_truncate, Truncate, TRUNCATE, (file: c_int, length: i64) -> c_int);
failing!(failing_unlink, Unlink, UNLINK, (path: *const c_char) -> c_int);

type VfsOpen =
    unsafe extern "C" fn(*mut sqlite3_vfs, *const c_char, *mut sqlite3_file, c_int, *mut c_int) -> c_int;
type Sync = unsafe extern "C" fn(*mut sqlite3_file, c_int) -> c_int;
static VFS_OPEN: OnceLock<VfsOpen> = OnceLock::new();
static SYNC: OnceLock<Sync> = OnceLock::new();

/// Syncing is no call of that table, so every file that is opened gets methods of which one is ours.
unsafe extern "C" fn open_with_failing_sync(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    static METHODS: Mutex<Vec<(usize, usize)>> = Mutex::new(Vec::new());
    // SAFETY: the arguments are SQLite's own, handed on unchanged.
    let code = unsafe { VFS_OPEN.get().expect("kept before it was replaced")(vfs, name, file, flags, out) };
    // SAFETY: after opening, `pMethods` is null or points to methods that live as long as the program.
    unsafe {
        if code == ffi::SQLITE_OK && !(*file).pMethods.is_null() {
            let theirs = (*file).pMethods;
            let mut known = METHODS.lock().unwrap_or_else(PoisonError::into_inner);
            let ours = match known.iter().find(|(from, _)| *from == theirs as usize) {
                Some((_, to)) => *to,
                None => {
                    let mut methods = std::ptr::read(theirs);
                    SYNC.get_or_init(|| methods.xSync.expect("every file can be synced"));
                    methods.xSync = Some(failing_sync);
                    let ours = std::ptr::from_ref(Box::leak(Box::new(methods))) as usize;
                    known.push((theirs as usize, ours));
                    ours
                }
            };
            (*file).pMethods = ours as *const sqlite3_io_methods;
        }
    }
    code
}

unsafe extern "C" fn failing_sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if failure(Call::Sync).is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    // SAFETY: the arguments are SQLite's own; all files of one system are synced by one function.
    unsafe { SYNC.get().expect("kept when the file was opened")(file, flags) }
}

fn replace_calls() {
    // SAFETY: done once, before this thread opens a file under a fault. Files that other threads have open keep their
    // methods, and the calls behave as before for every thread that asked for no fault. The types of the calls are those
    // that SQLite's source gives for these names.
    unsafe {
        let vfs = ffi::sqlite3_vfs_find(std::ptr::null());
        let get = (*vfs).xGetSystemCall.expect("unix has it");
        let set = (*vfs).xSetSystemCall.expect("unix has it");
        let real = |name: &CStr| get(vfs, name.as_ptr()).expect("SQLite has this call");
        let replace = |name: &CStr, call: *const ()| {
            let call = std::mem::transmute::<*const (), unsafe extern "C" fn()>(call);
            assert_eq!(set(vfs, name.as_ptr(), Some(call)), ffi::SQLITE_OK);
        };
        OPEN.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), Open>(real(c"open")));
        READ.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), Read>(real(c"read")));
        WRITE.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), Write>(real(c"write")));
        // How SQLite was built decides whether it seeks first or says where in one call, and by which of two names.
        for name in [c"pread", c"pread64"] {
            if let Some(call) = get(vfs, name.as_ptr()) {
                READ_AT.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), ReadAt>(call));
                replace(name, failing_read_at as *const ());
            }
        }
        for name in [c"pwrite", c"pwrite64"] {
            if let Some(call) = get(vfs, name.as_ptr()) {
                WRITE_AT.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), WriteAt>(call));
                replace(name, failing_write_at as *const ());
            }
        }
        TRUNCATE.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), Truncate>(real(c"ftruncate")));
        UNLINK.get_or_init(|| std::mem::transmute::<unsafe extern "C" fn(), Unlink>(real(c"unlink")));
        replace(c"open", failing_open as *const ());
        replace(c"read", failing_read as *const ());
        replace(c"write", failing_write as *const ());
        replace(c"ftruncate", failing_truncate as *const ());
        replace(c"unlink", failing_unlink as *const ());
        VFS_OPEN.get_or_init(|| (*vfs).xOpen.expect("every system opens files"));
        (*vfs).xOpen = Some(open_with_failing_sync);
    }
}
