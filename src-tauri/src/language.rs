//! In which language dates and numbers are written. The page cannot find out by itself: under `LANG=C` its own answer
//! is "C", and its number formats fail on that.

use lockstep_workspace::words;

/// Returns the language of ours that comes closest to the machine's, like "de-CH".
pub fn of_this_machine() -> String {
    words::nearest_language(&sys_locale::get_locale().unwrap_or_default()).to_owned()
}
