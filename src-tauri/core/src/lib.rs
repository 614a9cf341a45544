//! What is kept and agreed: the product itself. A workspace file, the commands that change and read it, the journal, the
//! agreements, and the nouns of the field. It knows no window and no terminal, prints nothing and reads no clock of its own.

pub mod agreements;
pub mod bounds;
pub mod calendar;
pub mod context;
pub mod definition;
pub mod derived;
pub mod dispatch;
pub mod environment;
pub mod error;
pub mod house;
pub mod ids;
pub mod journal;
pub mod leads;
pub mod lines;
pub(crate) mod middle;
pub mod people;
pub(crate) mod plain;
pub mod plan;
pub(crate) mod rank;
pub(crate) mod references;
pub mod rooms;
pub mod rows;
pub mod sample;
pub mod scorecard;
pub mod search;
pub mod units;
pub mod waiting;
pub mod words;
pub mod workspace;
pub mod zone;

pub use context::{Action, Query};
pub use environment::{Environment, FixedEnvironment, SystemEnvironment};
pub use error::{Error, ErrorCode, FileTrouble, Result};
pub use house::{create, open, restore, rooms};
pub use workspace::{Backup, BackupKind, CheckReport, Founder, Founding, Rehearsal, Snapshot, Workspace};
pub use zone::Zone;
