//! The place a file lies in: whether it can be written, whether it is a network drive or a folder that syncs, and what
//! the names beside it are.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

/// Returns the name of a file or folder as people know it.
pub(super) fn label(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Returns the path of a companion: the same name with `ending` behind it.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Returns the whole path of a file that may not be there yet, in a folder that is, without links on the way.
///
/// # Errors
/// `File` when the folder is out of reach.
pub(super) fn in_full(path: &Path) -> Result<PathBuf> {
    let name = path
        .file_name()
        .ok_or_else(|| Error::file("A file needs a name.").hint("Choose a file name."))?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = folder
        .canonicalize()
        .map_err(|error| out_of_reach(folder, &error))?;
    Ok(folder.join(name))
}

/// Returns the error for a file that cannot be reached.
pub(super) fn out_of_reach(path: &Path, error: &std::io::Error) -> Error {
    let name = label(path);
    #[cfg(unix)]
    if rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP) {
        return Error::file(format!("“{name}” is a link that leads back to itself."))
            .hint("Open the workspace itself, not a link to it.");
    }
    match error.kind() {
        ErrorKind::NotFound => Error::file(format!("“{name}” is not there any more."))
            .hint("It may have been moved or renamed. Use Open to find it."),
        ErrorKind::PermissionDenied => Error::file(format!("“{name}” may not be read or written."))
            .hint("Ask for access, or choose another place."),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Error::file(format!("“{name}” could not be written: the disk is full."))
                .hint("Free some space, then do the same again. Nothing was half written.")
        }
        ErrorKind::ReadOnlyFilesystem => {
            Error::file(format!("“{name}” lies on a disk that can only be read."))
                .hint("Choose another place.")
        }
        _ => Error::file(format!("“{name}” cannot be reached: {error}."))
            .hint("Check the disk, or choose another place."),
    }
}

/// Returns why a file can only be read, or nothing when it can be written.
#[cfg(unix)]
pub(super) fn read_only(path: &Path) -> Option<String> {
    use rustix::{
        fs::{Access, access},
        io::Errno,
    };
    let folder = path.parent().unwrap_or(path);
    match (
        access(path, Access::WRITE_OK),
        access(folder, Access::WRITE_OK | Access::EXEC_OK),
    ) {
        (Ok(()), Ok(())) => None,
        (Err(Errno::ROFS), _) | (_, Err(Errno::ROFS)) => Some("the disk it lies on can only be read.".into()),
        (Err(_), _) => Some("you may read the file but not change it.".into()),
        (_, Err(_)) => Some("you may not write in the folder it lies in.".into()),
    }
}

/// Returns why a file can only be read, or nothing when it can be written.
#[cfg(not(unix))]
pub(super) fn read_only(path: &Path) -> Option<String> {
    std::fs::metadata(path)
        .is_ok_and(|meta| meta.permissions().readonly())
        .then(|| "you may read the file but not change it.".into())
}

/// Returns the kind of network drive a file lies on, or nothing when the disk is of this computer.
#[cfg(target_os = "linux")]
pub(super) fn network(path: &Path) -> Option<&'static str> {
    let kind = rustix::fs::statfs(path).ok()?.f_type;
    // The number's type differs between machines; the kinds are all numbers of 32 bits.
    network_kind(u32::try_from(i128::from(kind) & 0xffff_ffff).ok()?)
}

/// Returns the kind of network drive a file lies on, or nothing when the disk is of this computer.
#[cfg(not(target_os = "linux"))]
pub(super) fn network(_: &Path) -> Option<&'static str> {
    None
}

#[cfg(any(target_os = "linux", test))]
fn network_kind(kind: u32) -> Option<&'static str> {
    match kind {
        0x6969 => Some("NFS"),
        0xff53_4d42 | 0xfe53_4d42 | 0x517b => Some("Windows share"),
        0x0102_1997 => Some("9p"),
        0x5346_414f => Some("AFS"),
        0x00c3_6400 => Some("Ceph"),
        _ => None,
    }
}

/// Returns what is worth a word about the place a file lies in: a service that syncs it.
pub(super) fn note(path: &Path) -> Option<String> {
    let service = path.ancestors().skip(1).find_map(|folder| {
        let name = folder.file_name()?.to_string_lossy().to_lowercase();
        syncing_service(&name).or_else(|| folder.join(".stfolder").exists().then_some("Syncthing"))
    })?;
    Some(format!(
        "This workspace lies in a folder that {service} keeps in sync. Open it on one computer at a time, and let the \
         sync finish before you open it on another."
    ))
}

fn syncing_service(folder: &str) -> Option<&'static str> {
    let starts = |with: &str| folder.starts_with(with);
    if folder == "dropbox" || starts("dropbox (") || starts("dropbox-") {
        Some("Dropbox")
    } else if folder == "onedrive" || starts("onedrive -") || starts("onedrive-") {
        Some("OneDrive")
    } else if folder == "google drive" || folder == "my drive" || starts("googledrive") {
        Some("Google Drive")
    } else if [
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "com~apple~clouddocs",
    ]
    .contains(&folder)
    {
        Some("iCloud")
    } else if starts("nextcloud") || starts("owncloud") {
        Some("Nextcloud")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_drives_are_known_by_their_kind_and_local_disks_are_none() {
        assert_eq!(network_kind(0x6969), Some("NFS"));
        assert_eq!(network_kind(0xff53_4d42), Some("Windows share"));
        assert_eq!(network_kind(0x0102_1997), Some("9p"));
        for local in [0xef53, 0x9123_683e, 0x5846_5342, 0x0102_1994, 0x794c_7630] {
            assert_eq!(network_kind(local), None);
        }
    }

    #[test]
    fn a_folder_that_syncs_is_known_by_its_name_anywhere_above() {
        let service = |path: &str| {
            note(Path::new(path)).and_then(|note| {
                ["Dropbox", "OneDrive", "Google Drive", "iCloud", "Nextcloud"]
                    .into_iter()
                    .find(|name| note.contains(name))
            })
        };
        assert_eq!(service("/home/mika/Dropbox/plans/a.lockstep"), Some("Dropbox"));
        assert_eq!(
            service("/Users/mika/Library/CloudStorage/OneDrive-Northwind/a.lockstep"),
            Some("OneDrive")
        );
        assert_eq!(
            service("/Users/mika/Library/Mobile Documents/a.lockstep"),
            Some("iCloud")
        );
        assert_eq!(service("/home/mika/Nextcloud/a.lockstep"), Some("Nextcloud"));
        assert_eq!(
            service("/media/mika/Google Drive/My Drive/a.lockstep"),
            Some("Google Drive")
        );
        assert_eq!(service("/home/mika/plans/Dropbox.lockstep"), None);
    }
}
