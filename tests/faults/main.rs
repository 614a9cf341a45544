//! What must not happen to a workspace, tried: killed programs, full and failing disks, files that are not ours, flipped
//! bits, restores gone wrong. Each way of trying has a control that must fail, so that a blind test is noticed.

mod beside;
#[cfg(target_os = "linux")]
mod disk;
mod every_table;
#[cfg(target_os = "linux")]
mod failing_calls;
mod flips;
mod hostile_files;
mod kills;
mod library;
mod opening;
mod reading_child;
#[cfg(target_os = "linux")]
mod real_disks;
mod restores;
mod sealed;
mod thirty_inputs;
mod tools;
