//! Walk-throughs from a terminal: the record of the latest one is written.

use std::path::Path;

use lockstep_core::walk_through::queries::{ListWalkThroughs, OpenWalkThrough};
use lockstep_export::{
    options::Options,
    printed::Written,
    walk_through::{self, Record},
};
use lockstep_workspace::{Error, Result, Workspace, company::Company, people::People};

/// Writes the record of the latest walk-through to a file.
pub fn write(workspace: &Workspace, company: &Company, output: &Path, options: &Options) -> Result<Written> {
    let walks = workspace.ask(ListWalkThroughs {})?;
    let Some(latest) = walks.walk_throughs.into_iter().next() else {
        return Err(Error::refused("There is no walk-through yet.")
            .hint("Begin one in the window, under Walk-throughs, or call begin_walk_through."));
    };
    let view = workspace.ask(OpenWalkThrough {
        id: latest.walk_through.id,
    })?;
    let people = workspace.ask(People {})?.people;
    let record = Record {
        view: &view,
        people: &people,
        company,
    };
    walk_through::write(record, output, options)
}
