//! What goes out: a plan as PDF, as tables and as JSON, and the files they are written to.
#![recursion_limit = "256"]

mod all_forms;
mod field_kit;
mod files;
mod generated;
mod plan_pdf;
mod plan_tables;
mod sample_plan;
