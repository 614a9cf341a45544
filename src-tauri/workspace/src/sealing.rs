//! Sealing: what one side writes before the other may read it stands in the file so that no program can show it, be it in a copy,
//! in a backup or in the history. The key is this computer's and is kept outside the file, in the program's own folder, one for
//! each workspace; so a file that is passed on tells nothing. Whoever may use this computer's account can read the key: it protects
//! from a look into the file, not from the person at the other side of the desk. XChaCha20-Poly1305 (RFC 8439 with a longer nonce),
//! by a library that was audited.

use std::{collections::BTreeMap, fs, io, path::Path};

use chacha20poly1305::{
    Key, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, OsRng, Payload},
};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// With this begins whatever is sealed.
const PREFIX: &str = "\u{1}sealed 1:";

/// How many bytes of a sealed text are its nonce.
const NONCE: usize = 24;

/// The key of a workspace on this computer.
pub type SealingKey = [u8; 32];

/// Returns whether a text is sealed.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// Returns a text as it is stored, sealed; it can only be opened as that of the same row.
pub(crate) fn seal(key: &SealingKey, row: &str, text: &str) -> Result<String> {
    // The same text of the same row is sealed in the same way, so a row that is written again as it was does not change.
    let mut hash = Sha256::new_with_prefix(key);
    hash.update(row);
    hash.update([0]);
    hash.update(text);
    let hash = hash.finalize();
    let nonce = hash.get(..NONCE).ok_or_else(|| Error::internal("a short hash"))?;
    let payload = Payload {
        msg: text.as_bytes(),
        aad: row.as_bytes(),
    };
    let sealed = cipher(key)
        .encrypt(XNonce::from_slice(nonce), payload)
        .map_err(|_| Error::internal("a text was not sealed"))?;
    Ok(PREFIX.to_owned() + &to_digits(nonce.iter().chain(&sealed)))
}

/// Returns what a sealed text of a row says; nothing where it was sealed with another key, or is none.
pub(crate) fn open(key: &SealingKey, row: &str, sealed: &str) -> Option<String> {
    let bytes = from_digits(sealed.strip_prefix(PREFIX)?)?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let payload = Payload {
        msg: sealed,
        aad: row.as_bytes(),
    };
    let text = cipher(key).decrypt(XNonce::from_slice(nonce), payload).ok()?;
    String::from_utf8(text).ok()
}

/// Opens every sealed text of a row that this key opens.
pub(crate) fn open_all(key: Option<&SealingKey>, row: &str, fields: &mut Map<String, Value>) {
    let Some(key) = key else { return };
    for value in fields.values_mut() {
        if let Value::String(text) = value
            && let Some(opened) = open(key, row, text)
        {
            *text = opened;
        }
    }
}

fn cipher(key: &SealingKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(Key::from_slice(key))
}

/// The keys of this computer, by the workspace, in digits.
type Keys = BTreeMap<String, String>;

const KEYS: &str = "sealing-keys.json";

/// Returns the key of a workspace on this computer, which is a new one for a workspace that has none.
///
/// # Errors
/// When the keys cannot be read or kept: a list that cannot be read is not begun anew, because what it opens would be lost.
pub(crate) fn key_of(workspace: &str, folder: &Path) -> io::Result<SealingKey> {
    let mut keys: Keys = match fs::read(folder.join(KEYS)) {
        Ok(text) => serde_json::from_slice(&text)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Keys::new(),
        Err(error) => return Err(error),
    };
    if let Some(known) = keys.get(workspace) {
        let key = from_digits(known).and_then(|bytes| bytes.try_into().ok());
        return key.ok_or_else(|| io::Error::other("a sealing key cannot be read"));
    }
    let key: SealingKey = XChaCha20Poly1305::generate_key(&mut OsRng).into();
    keys.insert(workspace.to_owned(), to_digits(&key));
    fs::create_dir_all(folder)?;
    let part = folder.join(format!("{KEYS}.{}.part", std::process::id()));
    write_for_ourselves(&part, &serde_json::to_vec_pretty(&keys)?)?;
    fs::rename(&part, folder.join(KEYS))?;
    Ok(key)
}

/// Returns bytes as hexadecimal digits, two for each.
fn to_digits<'b>(bytes: impl IntoIterator<Item = &'b u8>) -> String {
    bytes.into_iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the bytes that hexadecimal digits stand for; nothing where something else stands among them.
fn from_digits(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

/// Writes a file that only this account can read.
fn write_for_ourselves(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: SealingKey = [7; 32];

    #[test]
    fn what_is_sealed_opens_with_its_key_in_its_row_and_nowhere_else() -> Result<()> {
        for text in ["", "Sales never called back.", "ü – 日本 – \u{1}sealed 1:00"] {
            let sealed = seal(&KEY, "row", text)?;
            assert!(is_sealed(&sealed) && (text.is_empty() || !sealed.contains(text)));
            assert_eq!(open(&KEY, "row", &sealed).as_deref(), Some(text));
            assert_eq!(seal(&KEY, "row", text)?, sealed);
            assert_eq!(open(&[8; 32], "row", &sealed), None);
            assert_eq!(open(&KEY, "other", &sealed), None);
            assert_eq!(open(&KEY, "row", &sealed.replace(['a', '3'], "b")), None);
        }
        assert_eq!(open(&KEY, "row", "Sales never called back."), None);
        assert_eq!(open(&KEY, "row", &format!("{PREFIX}é0")), None);
        Ok(())
    }

    #[test]
    fn a_workspace_keeps_its_key_and_damaged_keys_are_not_replaced() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let key = key_of("one", folder.path())?;
        assert_ne!(key_of("other", folder.path())?, key);
        assert_eq!(key_of("one", folder.path())?, key);
        fs::write(folder.path().join(KEYS), "nonsense")?;
        assert!(key_of("one", folder.path()).is_err());
        assert_eq!(fs::read(folder.path().join(KEYS))?, b"nonsense");
        Ok(())
    }
}
