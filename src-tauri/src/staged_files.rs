//! The files staged for import: exported files that wait, with what was seen in them and what somebody said of them.
//! A file is looked through once; whoever goes away from the page and comes back finds everything as it was.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use lockstep_core::leads::importing::{DataFile, ImportDraft, ImportReport, Proposed, Surveyed};
use lockstep_intake::Reading;
use lockstep_workspace::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

/// The endings of the files that can be taken in.
pub const DATA_ENDINGS: [&str; 5] = ["csv", "tsv", "tab", "txt", "xlsx"];

/// Returns whether a file is called like one that can be taken in.
pub fn is_data(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    DATA_ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// What is being done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// It is looked through.
    Surveying,
    /// It is counted what would become of it.
    Previewing,
    /// It is taken in.
    Importing,
}

/// A file that waits.
pub struct Staged {
    token: String,
    pub file: DataFile,
    path: PathBuf,
    /// The file of whose workbook this is a further sheet.
    sheet_of: Option<String>,
    pub surveyed: Option<Arc<Surveyed>>,
    /// Which sheets of its workbook were left out, and why.
    left_out: Vec<String>,
    /// How it would be taken in; nothing where it holds none of our records.
    pub proposed: Option<Proposed>,
    /// Whether the open workspace was asked how it reads such files.
    pub asked: bool,
    pub preview: Option<ImportReport>,
    pub report: Option<ImportReport>,
    pub trouble: Option<Error>,
    doing: Option<Doing>,
    stop: Arc<AtomicBool>,
}

/// A file that waits, as the page sees it.
#[derive(Debug, Serialize, TS)]
pub struct StagedFile {
    token: String,
    label: String,
    doing: Option<Doing>,
    draft: Option<ImportDraft>,
    left_out: Vec<String>,
    preview: Option<ImportReport>,
    report: Option<ImportReport>,
    trouble: Option<Error>,
}

impl Staged {
    fn new(token: String, path: PathBuf) -> Self {
        Self {
            token,
            file: DataFile::new(&path, Reading::default()),
            path,
            sheet_of: None,
            surveyed: None,
            left_out: Vec::new(),
            proposed: None,
            asked: false,
            preview: None,
            report: None,
            trouble: None,
            doing: None,
            stop: Arc::default(),
        }
    }

    fn seen(&self) -> StagedFile {
        let draft = |surveyed: &Arc<Surveyed>| ImportDraft::of(&self.file, surveyed, self.proposed.as_ref());
        StagedFile {
            token: self.token.clone(),
            label: self.file.name(),
            doing: self.doing,
            draft: self.surveyed.as_ref().filter(|_| self.asked).map(draft),
            left_out: self.left_out.clone(),
            preview: self.preview.clone(),
            report: self.report.clone(),
            trouble: self.trouble.clone(),
        }
    }

    /// Forgets what was worked out from what was said before.
    pub fn forget_preview(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.preview = None;
        self.trouble = None;
    }

    /// Returns how it is read with another sheet, or another row of names; what is not said stays as it is.
    fn reading(&self, sheet: Option<String>, header_row: Option<u64>) -> Reading {
        let now = self.surveyed.as_ref().and_then(|seen| seen.sheet());
        Reading {
            sheet: sheet.or_else(|| now.map(str::to_owned)),
            header_row,
            ..Reading::default()
        }
    }

    /// Takes over what was seen in the file, read as `file` says. What was said of it before it was read otherwise is gone.
    pub fn set_surveyed(&mut self, file: DataFile, surveyed: Surveyed) {
        self.preview = None;
        self.proposed = None;
        self.asked = false;
        self.file = file;
        self.surveyed = Some(Arc::new(surveyed));
    }
}

/// Work on a file that was begun, and may be stopped.
pub struct Begun {
    /// The file.
    pub token: String,
    stop: Arc<AtomicBool>,
}

impl Begun {
    /// Returns whether nobody stopped it.
    pub fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }
}

/// The files that wait, in the order in which they came.
#[derive(Default)]
pub struct StagedFiles {
    files: Mutex<Vec<Staged>>,
    arrived: AtomicBool,
}

impl StagedFiles {
    fn lock(&self) -> MutexGuard<'_, Vec<Staged>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stages a file; one that is staged already is surveyed anew, and so are the other sheets of its
    /// workbook.
    pub fn stage(&self, token: String, path: &Path) {
        let mut files = self.lock();
        files.retain(|file| {
            let stays = file.sheet_of.as_ref() != Some(&token);
            if !stays {
                file.stop.store(true, Ordering::Relaxed);
            }
            stays
        });
        let waiting = Staged::new(token, path.to_owned());
        match files.iter_mut().find(|file| file.token == waiting.token) {
            Some(there) => {
                there.stop.store(true, Ordering::Relaxed);
                *there = waiting;
            }
            None => files.push(waiting),
        }
    }

    /// Stages a further sheet of a workbook behind those that are, unless it waits already or the work in
    /// which it was found was stopped.
    pub fn lay_sheet(&self, found_in: &Begun, token: String, sheet: DataFile, surveyed: Surveyed) {
        let mut files = self.lock();
        let of_workbook =
            |file: &Staged| file.token == found_in.token || file.sheet_of.as_ref() == Some(&found_in.token);
        let reads_it = |file: &Staged| {
            file.surveyed
                .as_ref()
                .is_some_and(|seen| seen.sheet() == surveyed.sheet())
        };
        if !found_in.goes_on() || files.iter().any(|file| of_workbook(file) && reads_it(file)) {
            return;
        }
        let mut there = files.iter().enumerate();
        let Some((last, path)) = there
            .rfind(|(_, file)| of_workbook(file))
            .map(|(last, file)| (last, file.path.clone()))
        else {
            return;
        };
        let waiting = Staged {
            file: sheet,
            sheet_of: Some(found_in.token.clone()),
            surveyed: Some(Arc::new(surveyed)),
            ..Staged::new(token, path)
        };
        files.insert(last + 1, waiting);
    }

    /// Returns a file that waits as it is read otherwise: another sheet of its workbook, or with the names of its columns in
    /// another row.
    ///
    /// # Errors
    /// `Refused` when that sheet waits already.
    pub fn reread(&self, token: &str, sheet: Option<String>, header_row: Option<u64>) -> Result<DataFile> {
        let (path, reading) = self.with(token, |file| {
            Ok((file.path.clone(), file.reading(sheet, header_row)))
        })?;
        let reads_it = |file: &Staged| {
            let seen = file.surveyed.as_ref().and_then(|seen| seen.sheet());
            file.path == path && seen.is_some() && seen == reading.sheet.as_deref()
        };
        if let Some(there) = self
            .lock()
            .iter()
            .find(|file| file.token != token && reads_it(file))
        {
            return Err(Error::refused(format!("{} waits already.", there.file.name()))
                .hint("Put it away first if you want to read that sheet here instead."));
        }
        Ok(DataFile::new(&path, reading))
    }

    /// Notes which sheets of a file's workbook were left out, and why.
    pub fn note_left_out(&self, found_in: &Begun, sheets: Vec<String>) {
        let noted = self.with(&found_in.token, |file| {
            file.left_out = sheets;
            Ok(())
        });
        if noted.is_err() {
            tracing::debug!("a file was put away while its sheets were looked through");
        }
    }

    /// Removes a file and stops what is done with it.
    pub fn remove(&self, token: &str) {
        self.lock().retain(|file| {
            let stays = file.token != token;
            if !stays {
                file.stop.store(true, Ordering::Relaxed);
            }
            stays
        });
    }

    /// Returns the files as the page sees them.
    pub fn seen(&self) -> Vec<StagedFile> {
        self.lock().iter().map(Staged::seen).collect()
    }

    /// Returns what the files are called.
    pub fn labels(&self) -> Vec<String> {
        self.lock().iter().map(|file| file.file.name()).collect()
    }

    /// Returns the tokens of the files for which something holds, in their order.
    pub fn tokens_where(&self, holds: impl Fn(&Staged) -> bool) -> Vec<String> {
        let files = self.lock();
        let those = files.iter().filter(|file| holds(file));
        those.map(|file| file.token.clone()).collect()
    }

    /// Does something with a file that waits.
    pub fn with<T>(&self, token: &str, work: impl FnOnce(&mut Staged) -> Result<T>) -> Result<T> {
        match self.lock().iter_mut().find(|file| file.token == token) {
            Some(file) => work(file),
            None => {
                Err(Error::refused("This file no longer waits to be taken in.").hint("Choose it once more."))
            }
        }
    }

    /// Refuses what does not wait to be taken in.
    pub fn must_wait(&self, token: &str) -> Result<()> {
        self.with(token, |_| Ok(()))
    }

    /// Begins work on a file; what was done with it before is stopped.
    pub fn begin(&self, token: &str, doing: Doing) -> Result<Begun> {
        self.with(token, |file| {
            file.stop.store(true, Ordering::Relaxed);
            file.stop = Arc::default();
            file.doing = Some(doing);
            file.trouble = None;
            Ok(Begun {
                token: token.to_owned(),
                stop: Arc::clone(&file.stop),
            })
        })
    }

    /// Ends work on a file and notes what came of it, unless other work was begun meanwhile. A count that was stopped is
    /// no trouble: it is made again when somebody wants it.
    pub fn end<T>(&self, begun: &Begun, outcome: Result<T>, note: impl FnOnce(&mut Staged, T)) {
        let noted = self.with(&begun.token, |file| {
            if !Arc::ptr_eq(&file.stop, &begun.stop) {
                return Ok(());
            }
            let was = file.doing.take();
            match outcome {
                Ok(done) => note(file, done),
                Err(_) if was == Some(Doing::Previewing) && !begun.goes_on() => {}
                Err(error) => file.trouble = Some(error),
            }
            Ok(())
        });
        if noted.is_err() {
            tracing::debug!("a file was put away while it was worked on");
        }
    }

    /// Stops whatever is done with any file.
    pub fn stop(&self) {
        for file in self.lock().iter() {
            file.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Another workspace lies open: what it would make of the files is not known yet.
    pub fn ask_again(&self) {
        for file in self.lock().iter_mut() {
            file.forget_preview();
            file.proposed = None;
            file.asked = false;
            file.report = None;
        }
    }

    /// Forgets what would become of files, unless it is being worked out or they are imported. Returns whether any had been
    /// worked out.
    pub fn forget_previews(&self) -> bool {
        let mut files = self.lock();
        let stale = files
            .iter_mut()
            .filter(|file| file.preview.is_some() && file.doing.is_none());
        stale.map(|file| file.preview = None).count() > 0
    }

    /// Notes that files came by themselves, so that the page shows them.
    pub fn note_arrival(&self) {
        self.arrived.store(true, Ordering::Relaxed);
    }

    /// Returns whether files came by themselves since this was last asked.
    pub fn take_arrival(&self) -> bool {
        self.arrived.swap(false, Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_files_are_known_by_their_endings() {
        assert!(is_data(Path::new("/x/Leads.CSV")));
        assert!(is_data(Path::new("deals.xlsx")));
        assert!(!is_data(Path::new("Plan.lockstep")));
        assert!(!is_data(Path::new("csv")));
    }

    #[test]
    fn a_file_that_is_laid_down_twice_waits_once_and_its_old_work_ends() -> Result<()> {
        let staged = StagedFiles::default();
        staged.stage("one".into(), Path::new("/a.csv"));
        let begun = staged.begin("one", Doing::Surveying)?;
        staged.stage("one".into(), Path::new("/a.csv"));
        assert_eq!(staged.labels(), ["a.csv"]);
        assert!(!begun.goes_on());
        staged.end(&begun, Err::<(), _>(Error::refused("late")), |_, ()| {});
        assert!(staged.seen().iter().all(|file| file.trouble.is_none()));
        Ok(())
    }

    #[test]
    fn what_goes_wrong_is_kept_with_the_file_but_a_stopped_count_is_not() -> Result<()> {
        let staged = StagedFiles::default();
        staged.stage("one".into(), Path::new("/a.csv"));
        let counting = staged.begin("one", Doing::Previewing)?;
        staged.stop();
        staged.end(&counting, Err::<(), _>(Error::refused("stopped")), |_, ()| {});
        assert!(
            staged
                .seen()
                .iter()
                .all(|file| file.trouble.is_none() && file.doing.is_none())
        );
        let taking = staged.begin("one", Doing::Importing)?;
        staged.stop();
        staged.end(&taking, Err::<(), _>(Error::refused("stopped")), |_, ()| {});
        assert!(staged.seen().iter().all(|file| file.trouble.is_some()));
        Ok(())
    }
}
