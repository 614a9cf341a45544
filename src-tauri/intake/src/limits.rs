//! How much a file may ask of us. Sizes are counted while reading, never believed from what a file says of itself.

/// The most characters that a cell may hold, as in spreadsheets.
pub const CELL_CHARACTERS: usize = 32_767;
/// The most columns that a table may have, as in spreadsheets.
pub const COLUMNS: usize = 16_384;
/// The most bytes of text that one row may hold.
pub const ROW_BYTES: usize = 16 << 20;
/// The largest workbook file.
pub const WORKBOOK_BYTES: u64 = 50_000_000;
/// The most parts inside a workbook file.
pub const WORKBOOK_PARTS: usize = 2_000;
/// The most bytes that all parts of a workbook may unpack to.
pub const WORKBOOK_EXPANDED: u64 = 200_000_000;
/// How many times larger than the file its unpacked parts may be.
pub const WORKBOOK_RATIO: u64 = 100;
/// The most filled cells in a sheet.
pub const WORKBOOK_CELLS: usize = 1_000_000;
/// The different values of a column that are told apart; beyond them there are "more".
pub const DISTINCT: usize = 10_000;
/// The values of a column that a survey lists.
pub const LISTED_VALUES: usize = 200;
/// The currencies of a column that a survey lists, the most frequent first.
pub const LISTED_CURRENCIES: usize = 16;
/// The rows with trouble that a survey lists; all are counted.
pub const LISTED_TROUBLES: usize = 1_000;
