//! Collateral on its way out: the content matrix as a sheet or a workbook, the field kit as a folder.

pub mod field_kit;
pub mod matrix;
