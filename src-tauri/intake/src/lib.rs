//! What comes in: the bytes and texts of other programs become rows and numbers here. Hostile input ends here; nothing
//! of ours is known here.

pub mod number;
pub mod table;
