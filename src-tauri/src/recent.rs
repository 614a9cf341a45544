//! The workspaces that were open before, newest first, and the one that was open when the program was left. Kept in a
//! small file beside the window's place; losing it loses a convenience, never work.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

/// How many are remembered.
const KEPT: usize = 10;

/// The list as it stands in the file.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Listed {
    workspaces: Vec<PathBuf>,
    open_when_left: Option<PathBuf>,
}

/// The workspaces that were open before.
#[derive(Debug)]
pub struct Recent {
    file: PathBuf,
    listed: Listed,
}

impl Recent {
    /// Reads the list from its place in `folder`; a list that is missing or unreadable starts anew.
    pub fn read(folder: &Path) -> Self {
        let file = folder.join("recent.json");
        let listed = match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                tracing::warn!(%error, "the list of recent workspaces cannot be read and starts anew");
                Listed::default()
            }),
            Err(_) => Listed::default(),
        };
        Self { file, listed }
    }

    /// Returns the workspaces, newest first.
    pub fn workspaces(&self) -> &[PathBuf] {
        &self.listed.workspaces
    }

    /// Returns the workspace that was open when the program was last left.
    pub fn open_when_left(&self) -> Option<&Path> {
        self.listed.open_when_left.as_deref()
    }

    /// Notes which workspace is open now; `listed` says whether it belongs into the list (the sample does not).
    pub fn note_open(&mut self, path: &Path, listed: bool) {
        if listed {
            self.listed.workspaces.retain(|known| known != path);
            self.listed.workspaces.insert(0, path.to_owned());
            self.listed.workspaces.truncate(KEPT);
        }
        self.listed.open_when_left = Some(path.to_owned());
        self.write();
    }

    /// Notes that no workspace is open.
    pub fn note_closed(&mut self) {
        self.listed.open_when_left = None;
        self.write();
    }

    fn write(&self) {
        if let Err(error) = self.try_write() {
            tracing::warn!(%error, "the list of recent workspaces was not written");
        }
    }

    fn try_write(&self) -> std::io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let neighbour = self.file.with_extension("json.new");
        fs::write(&neighbour, serde_json::to_vec_pretty(&self.listed)?)?;
        fs::rename(neighbour, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stands_first_and_once() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut recent = Recent::read(folder.path());
        for name in ["/a", "/b", "/a"] {
            recent.note_open(Path::new(name), true);
        }
        let again = Recent::read(folder.path());
        assert_eq!(again.workspaces(), [PathBuf::from("/a"), PathBuf::from("/b")]);
        assert_eq!(again.open_when_left(), Some(Path::new("/a")));
        Ok(())
    }

    #[test]
    fn only_ten_are_remembered() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut recent = Recent::read(folder.path());
        for number in 0..30 {
            recent.note_open(&PathBuf::from(format!("/{number}")), true);
        }
        assert_eq!(recent.workspaces().len(), KEPT);
        assert_eq!(recent.workspaces().first(), Some(&PathBuf::from("/29")));
        Ok(())
    }

    #[test]
    fn the_sample_is_opened_again_but_not_listed() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut recent = Recent::read(folder.path());
        recent.note_open(Path::new("/sample"), false);
        assert!(recent.workspaces().is_empty());
        assert_eq!(recent.open_when_left(), Some(Path::new("/sample")));
        recent.note_closed();
        assert_eq!(Recent::read(folder.path()).open_when_left(), None);
        Ok(())
    }

    #[test]
    fn an_unreadable_list_starts_anew() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("recent.json"), "not json")?;
        assert!(Recent::read(folder.path()).workspaces().is_empty());
        Ok(())
    }
}
