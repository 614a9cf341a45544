//! What people do, told through the table of commands on a real file. The names of the stories are facts.

mod agreements;
mod changes;
mod definition;
mod inputs;
mod journal;
mod leads;
mod numbers;
mod people;
mod plan;
