//! The ground floor: the workspace file, the commands that change and read it, the journal, agreements, people and the company.
//! What rooms there are is handed in (`rooms::Rooms`); this crate knows none by name. It prints nothing and reads no clock of
//! its own.

pub mod agreements;
pub mod bounds;
pub mod calendar;
pub mod company;
pub mod context;
pub mod derived;
mod devices;
pub mod dispatch;
pub mod environment;
pub mod error;
mod file;
pub mod ids;
pub mod journal;
pub mod list_items;
pub mod people;
pub mod promises;
mod rank;
pub mod reads;
pub mod references;
mod room;
pub mod rooms;
pub mod rows;
pub mod sealing;
pub mod search;
pub mod units;
pub mod waiting;
pub mod words;
pub mod worksheet;
pub mod zone;

pub use context::{Action, Query};
pub use environment::{Environment, FixedEnvironment, MachineEnvironment, SystemEnvironment};
pub use error::{Error, ErrorCode, FileTrouble, Result};
pub use file::{
    Backup, BackupKind, BackupSpace, BulkInsert, CheckReport, CheckWorkspace, DryRun, Founder, Founding,
    ListBackups, Reply, Snapshot, SpaceOfBackups, TableCheck, Workspace, schema,
};
pub use room::room;
pub use zone::Zone;
