//! Workbooks, which are recognised and refused until they can be read.

use crate::encoding::Bytes;
use crate::records::{HowRead, Row};
use crate::trouble::Trouble;

/// A workbook; there is none yet.
pub(crate) enum Workbook {}

impl Workbook {
    pub(crate) fn open(_: Box<dyn Bytes>, _: u64, _: Option<&str>) -> Result<Workbook, Trouble> {
        Err(Trouble::new("Workbooks cannot be read yet.").hint("Save it as CSV in your spreadsheet program."))
    }
    pub(crate) fn how(&self) -> HowRead {
        match *self {}
    }
    pub(crate) fn next(&mut self, _: &mut Row) -> Result<bool, Trouble> {
        match *self {}
    }
    pub(crate) fn expect_columns(&mut self, _: usize) {
        match *self {}
    }
    pub(crate) fn progress(&self) -> (u64, u64) {
        match *self {}
    }
}
