//! The screens, one file each: what can be done there, in the words a person would use.

pub mod agreement;
pub mod definition;
pub mod everywhere;
pub mod first_run;
pub mod frame;
pub mod goals;
pub mod keyboard;
pub mod look_back;
pub mod stages;
pub mod wizard;
