//! What the core is given by whatever runs it: the time and fresh identifiers. The core reads no clock of its own, so
//! every test and the sample workspace get exact answers.

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    devices,
    sealing::{self, SealingKey},
    zone::Zone,
};

/// The time and the identifiers, as seen from the core.
pub trait Environment: Send + Sync {
    /// Returns the instant of the next change.
    fn now(&self) -> DateTime<Utc>;
    /// Returns the IANA name of the time zone in which this computer stands; a new workspace begins with it.
    fn time_zone(&self) -> String;
    /// Returns the day it is where this computer stands. What belongs to a workspace goes by the company's days.
    fn today(&self) -> NaiveDate {
        Zone::named(&self.time_zone())
            .unwrap_or_default()
            .day_of(self.now())
    }
    /// Returns an identifier that was never returned before.
    fn new_id(&self) -> Uuid;
    /// Returns the name of this computer's copy of a workspace file, which no copy of it has; nothing where none is kept.
    fn device(&self, _file: &Path) -> Option<String> {
        None
    }
    /// Returns the key with which this computer seals what stands in a workspace; nothing where none is kept, and nothing is
    /// sealed then.
    fn sealing_key(&self, _workspace: &str) -> Option<SealingKey> {
        None
    }
}

/// The machine's own clock and random identifiers; the shell and the terminal hand this in.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemEnvironment;

impl Environment for SystemEnvironment {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
    fn time_zone(&self) -> String {
        Zone::of_this_computer()
    }
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// The machine's own clock and random identifiers, and a folder of the program's own in which it keeps which copies of
/// workspaces lie on this computer.
#[derive(Debug, Clone)]
pub struct MachineEnvironment {
    folder: PathBuf,
}

impl MachineEnvironment {
    /// Returns the environment that keeps its notes in a folder.
    pub fn keeping_in(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }
}

impl Environment for MachineEnvironment {
    fn now(&self) -> DateTime<Utc> {
        SystemEnvironment.now()
    }
    fn time_zone(&self) -> String {
        SystemEnvironment.time_zone()
    }
    fn new_id(&self) -> Uuid {
        SystemEnvironment.new_id()
    }
    fn device(&self, file: &Path) -> Option<String> {
        let name = devices::name_of(file, &self.folder);
        name.inspect_err(|error| tracing::warn!(%error, "this computer’s copy has no name"))
            .ok()
    }
    fn sealing_key(&self, workspace: &str) -> Option<SealingKey> {
        let key = sealing::key_of(workspace, &self.folder);
        key.inspect_err(|error| tracing::warn!(%error, "there is no key to seal with"))
            .ok()
    }
}

/// A clock that stands where it is put and identifiers that count: the same story twice gives the same file.
#[derive(Debug)]
pub struct FixedEnvironment {
    state: Mutex<(DateTime<Utc>, u64)>,
    time_zone: &'static str,
}

impl FixedEnvironment {
    /// Returns environment whose clock shows `now`, in UTC.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self::in_zone("UTC", now)
    }

    /// Returns environment in a time zone, whose clock shows `now`.
    pub fn in_zone(time_zone: &'static str, now: DateTime<Utc>) -> Self {
        Self {
            state: Mutex::new((now, 0)),
            time_zone,
        }
    }

    /// Puts the clock to `now`.
    pub fn set(&self, now: DateTime<Utc>) {
        self.lock().0 = now;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (DateTime<Utc>, u64)> {
        self.state
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Environment for FixedEnvironment {
    fn now(&self) -> DateTime<Utc> {
        self.lock().0
    }
    fn time_zone(&self) -> String {
        self.time_zone.into()
    }
    fn new_id(&self) -> Uuid {
        let mut state = self.lock();
        state.1 += 1;
        let millis = u64::try_from(state.0.timestamp_millis()).unwrap_or(0);
        let count = state.1.to_be_bytes();
        let mut random = [0_u8; 10];
        for (to, from) in random.iter_mut().skip(2).zip(count) {
            *to = from;
        }
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
    fn device(&self, _: &Path) -> Option<String> {
        Some("0190a000-0000-7000-8000-00000000dede".into())
    }
}
