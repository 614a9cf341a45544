//! What became of a document: its bytes, and what of its text is missing in them.

use std::path::Path;

use lockstep_workspace::Result;

use crate::files;

/// So many characters are named one by one; a document in a script that nobody here can draw has hundreds.
const NAMED: usize = 20;

/// A document, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The document.
    pub bytes: Vec<u8>,
    /// The characters that no font on this computer has, in the order in which they come. Boxes stand in their places.
    pub unprintable: Vec<char>,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Written {
    /// What whoever exported it has to know of it: which characters are missing.
    pub note: Option<String>,
}

impl Printed {
    /// Writes the document to a file, whole or not at all.
    ///
    /// # Errors
    /// `File`, as [`files::write_atomically`].
    pub fn write(&self, path: &Path) -> Result<Written> {
        files::write_atomically(path, &self.bytes)?;
        Ok(Written { note: self.note() })
    }

    /// Returns which characters could not be printed, in words; nothing when all could.
    pub fn note(&self) -> Option<String> {
        let named: Vec<String> = self.unprintable.iter().take(NAMED).map(char::to_string).collect();
        let others = match self.unprintable.len() - named.len() {
            0 => String::new(),
            1 => " and one other".into(),
            others => format!(" and {others} others"),
        };
        (!named.is_empty()).then(|| {
            format!(
                "These characters could not be printed, because no font on this computer has them: {}{others}. \
                 Boxes stand in their places.",
                named.join(" ")
            )
        })
    }
}

impl From<Vec<u8>> for Printed {
    /// A file of data, in which every character stands.
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            unprintable: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_characters_that_are_missing_are_named_and_the_others_counted() {
        let note = |unprintable: &str| {
            let printed = Printed {
                bytes: Vec::new(),
                unprintable: unprintable.chars().collect(),
            };
            printed.note().unwrap_or_default()
        };
        assert_eq!(note(""), "");
        assert_eq!(
            note("東京"),
            "These characters could not be printed, because no font on this computer has them: 東 京. Boxes stand in their \
             places."
        );
        assert!(note("abcdefghijklmnopqrstu").contains("s t and one other."));
        assert!(note("abcdefghijklmnopqrstuv").contains("s t and 2 others."));
    }
}
