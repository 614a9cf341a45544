//! What people do, told through the table of commands on a real file. The names of the stories are facts.

mod agreements;
mod answers;
mod buyers;
mod changes;
mod collateral;
mod days;
mod definition;
mod inputs;
mod journal;
mod leads;
mod merging;
mod numbers;
mod pasted;
mod people;
mod plan;
mod recomputed;
mod reviews;
mod rooms;
mod rules;
mod sample;
mod walk_through;
