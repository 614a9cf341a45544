//! The public figures of `shared/data`, through the whole house: taken in or typed in, worked out, signed, printed and read back.

mod definition;
mod field_cases;
mod leads;
mod maven;
mod recomputed;
mod reviews;

use lockstep_tests::shared;
