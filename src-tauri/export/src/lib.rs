//! What goes out of Lockstep: documents to print and hand round (PDF), tables for a spreadsheet (XLSX, CSV), text
//! for a terminal, and the whole as JSON. Everything here is made from a view that the core has worked out; nothing is calculated anew, no clock is
//! read, and the same view always gives the same bytes.

pub mod collateral;
pub mod definition;
pub mod files;
pub mod leads;
pub mod options;
pub mod plan;
pub mod printed;
pub mod review;
mod standing;
pub mod tables;
pub mod text_table;
#[doc(hidden)]
pub mod typeset;
pub mod walk_through;
mod workbook;
