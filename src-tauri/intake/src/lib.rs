//! What comes in: the bytes and texts of other programs become rows, days and numbers here. Hostile input ends here;
//! nothing of ours is known here.
//!
//! A table file is opened with [`Records::open`] and read row by row, or looked through once with [`survey`], which says
//! what each column could hold. What a file may cost in memory is bounded by the limits in [`limits`], whatever it says
//! about itself. Files that people bring in are read in a child process ([`child`]), where a crash harms nobody.

pub mod child;
mod classify;
pub mod container;
pub mod day;
mod delimited;
mod delimiter;
mod encoding;
mod file;
pub mod limits;
mod notations;
pub mod number;
mod records;
mod survey;
pub mod table;
mod tally;
mod trouble;
mod workbook;
pub mod yes_no;

pub use classify::Counts;
pub use day::{DayNumber, DayOrder};
pub use encoding::text_of;
pub use records::{HowRead, Reading, Records, Row, Rows};
pub use survey::{Column, ColumnKind, DecimalEvidence, DecimalMark, DecimalReason, Survey, survey};
pub use trouble::{RowTrouble, Trouble};
