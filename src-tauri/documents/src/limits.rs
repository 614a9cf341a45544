//! How much a piece of collateral may ask of us. Sizes are counted while reading, never believed from what a file says of
//! itself. What a container may unpack to is the same as for workbooks: `lockstep_intake::limits`.

/// The largest file that is kept as a piece, in bytes.
pub const PIECE_BYTES: u64 = 200_000_000;
/// The largest file that is read or drawn, in bytes. Larger ones are kept as plain files.
pub const READ_BYTES: u64 = 50_000_000;
/// The most pages, slides or sheets that are read. Further ones are only counted.
pub const PAGES: usize = 2_000;
/// The most glyphs of one PDF page that become text.
pub const PAGE_GLYPHS: usize = 200_000;
/// The most bytes of text that are kept of one file.
pub const TEXT_BYTES: usize = 8_000_000;
/// How deep elements may stand inside one another.
pub const DEPTH: usize = 256;
/// The longest title, in characters.
pub const TITLE_CHARACTERS: usize = 200;
/// How long pages of a PDF go on being read, in seconds. What was read until then is better than nothing.
pub const PAGES_SECONDS: u64 = 12;
/// The widest and the highest picture that is looked at, in pixels.
pub const PICTURE_SIDE: u32 = 20_000;
/// The most pixels of a picture that is looked at.
pub const PICTURE_PIXELS: u64 = 60_000_000;
/// The most memory that decoding a picture may take, in bytes.
pub const PICTURE_BYTES: u64 = 256 << 20;
/// The longer side of a thumbnail, in pixels.
pub const THUMBNAIL_SIDE: u32 = 240;
/// The widest preview of a page, in pixels.
pub const PREVIEW_SIDE: u32 = 4_000;
