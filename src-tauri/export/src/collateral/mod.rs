//! Collateral on its way out: the content matrix as a sheet or a workbook, the field kit as a folder,
//! several pieces as one pack.

pub mod field_kit;
pub mod matrix;
pub mod send_pack;
