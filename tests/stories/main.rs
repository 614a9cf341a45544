//! What people do, told through the table of commands on a real file. The names of the stories are facts.

mod agreements;
mod days;
mod definition;
mod inputs;
mod journal;
mod leads;
mod pasted;
mod people;
mod plan;
mod rules;
