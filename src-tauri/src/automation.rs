//! What stands in for the person when a test drives the window. Native dialogs cannot be driven, so a test says
//! beforehand which files they would have returned.
//!
//! This is no way in for anybody else: it works only when the window itself was started for automation, and whoever
//! can set a program's environment can already start any program in its place. The condition is there so that a stray
//! variable never sends the documents of a person somewhere they did not choose.

use std::{collections::VecDeque, ffi::OsStr, path::PathBuf, sync::Mutex};

/// Returns whether a test drives this window. WebKit listens for a driver under the same condition.
pub fn is_on() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// The files that dialogs would have returned, in order; an empty one is a dialog that was cancelled.
pub struct DialogAnswers(Option<Mutex<VecDeque<PathBuf>>>);

impl DialogAnswers {
    /// Reads `LOCKSTEP_DIALOG_ANSWERS`, written like `PATH`.
    pub fn from_environment() -> Self {
        let answers = std::env::var_os("LOCKSTEP_DIALOG_ANSWERS");
        Self::new(is_on(), answers.as_deref())
    }

    fn new(automation: bool, answers: Option<&OsStr>) -> Self {
        Self(automation.then(|| {
            Mutex::new(
                answers
                    .map(|list| std::env::split_paths(list).collect())
                    .unwrap_or_default(),
            )
        }))
    }

    /// Returns `None` when a person is to be asked, else the files that the next dialog for several answers: they stand
    /// line by line in one answer.
    pub fn next_files(&self) -> Option<Vec<PathBuf>> {
        let answer = self.next()?;
        let text = answer.map(|answer| answer.to_string_lossy().into_owned());
        Some(
            text.iter()
                .flat_map(|text| text.lines())
                .map(Into::into)
                .collect(),
        )
    }

    /// Returns `None` when a person is to be asked, else what the next dialog answers: a file, or nothing.
    pub fn next(&self) -> Option<Option<PathBuf>> {
        let answers = self.0.as_ref()?;
        let mut answers = answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Some(answers.pop_front().filter(|path| !path.as_os_str().is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order_and_an_empty_one_cancels() -> Result<(), std::env::JoinPathsError> {
        let list = std::env::join_paths(["/a/one.lockstep", "", "/b/two.pdf"])?;
        let answers = DialogAnswers::new(true, Some(&list));
        assert_eq!(answers.next(), Some(Some("/a/one.lockstep".into())));
        assert_eq!(answers.next(), Some(None));
        assert_eq!(answers.next(), Some(Some("/b/two.pdf".into())));
        assert_eq!(
            answers.next(),
            Some(None),
            "no answer left: the dialog is cancelled, not shown"
        );
        Ok(())
    }

    #[test]
    fn one_answer_may_hold_several_files() {
        let answers = DialogAnswers::new(true, Some(OsStr::new("/a/leads.csv\n/a/deals.csv")));
        let both = vec![PathBuf::from("/a/leads.csv"), PathBuf::from("/a/deals.csv")];
        assert_eq!(answers.next_files(), Some(both));
        assert_eq!(answers.next_files(), Some(Vec::new()));
    }

    #[test]
    fn a_person_is_asked_unless_a_test_drives_the_window() {
        assert_eq!(DialogAnswers::new(false, Some(OsStr::new("/a"))).next(), None);
    }
}
