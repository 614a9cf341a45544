//! The page's types of what only the shell does, written from the list of commands and the events. `make bindings` writes them;
//! the test fails when what is written down is another.

use std::{collections::BTreeMap, fs, future::Future, path::Path};

use lockstep_core::{
    collateral::{AddedFile, field_kit::slips::SlipFile},
    ids::{CollateralRequestId, PieceId, PlanId, ReviewId, WalkThroughId},
    leads::{RecordKind, funnel::LeadFunnel, importing::MappingEdit},
    rooms,
};
use lockstep_workspace::{
    Founding, Reply, Result,
    dispatch::{Declarations, config, typescript},
};
use serde_json::Value;
use tauri::AppHandle;
use ts_rs::TS;

use crate::{
    call,
    documents::{self, ShellState, Written},
    events,
    exports::{
        self, DefinitionFormat, Exported, ExportedKit, MatrixFormat, PlanFormat, ReviewFormat, TableFormat,
    },
    importing,
    library::{self, AddedFiles},
    menu::{self, RoomItem},
    staged_files::StagedFile,
};

/// Set, the types are written; else they are compared.
const WRITE: &str = "LOCKSTEP_WRITE_BINDINGS";

/// A command: its name, what it takes and what it gives, in TypeScript.
struct Entry {
    name: &'static str,
    inputs: Vec<(&'static str, String)>,
    output: String,
}

macro_rules! entries {
    ($($module:ident::$name:ident($($input:ident: $type:ty),*) -> $output:ty,)*) => {
        /// Returns every command, and declares the types that it speaks of.
        fn entries(declarations: &mut Declarations) -> Vec<Entry> {
            vec![$({
                $(declarations.declare::<$type>();)*
                declarations.declare::<$output>();
                Entry {
                    name: stringify!($name),
                    inputs: vec![$((stringify!($input), <$type as TS>::name(&config()))),*],
                    output: <$output as TS>::name(&config()),
                }
            }),*]
        }

        /// Each command takes and gives what the list says; the compiler holds the one to the other.
        mod as_listed {
            use super::*;
            $(
                #[expect(dead_code, reason = "it is there to be compiled")]
                fn $name(app: AppHandle, $($input: $type),*) -> impl Future<Output = Result<$output>> {
                    $module::$name(app, $($input),*)
                }
            )*
        }
    };
}
shell_commands!(entries);

#[test]
fn the_page_has_the_types_of_what_the_shell_does() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/api/generated/shell.ts");
    let wanted = types();
    if std::env::var_os(WRITE).is_some() {
        fs::write(&file, &wanted)?;
    }
    assert!(
        fs::read_to_string(&file)? == wanted,
        "`make bindings` writes them anew"
    );
    Ok(())
}

fn types() -> String {
    let mut declarations = Declarations::default();
    let commands: Vec<String> = entries(&mut declarations).iter().map(command).collect();
    let events = [
        events::CHANGED.typescript(&mut declarations),
        events::MENU_CHOSEN.typescript(&mut declarations),
        events::OPEN_FAILED.typescript(&mut declarations),
        events::TROUBLE.typescript(&mut declarations),
        events::STAGED_FILES.typescript(&mut declarations),
        events::IMPORT_PROGRESS.typescript(&mut declarations),
        events::ADDING_PROGRESS.typescript(&mut declarations),
        events::FILES_ADDED.typescript(&mut declarations),
        events::SLIPS_DROPPED.typescript(&mut declarations),
        events::DRAGGED_OVER.typescript(&mut declarations),
    ];
    let events: Vec<String> = events
        .iter()
        .map(|(name, payload)| format!("  \"{name}\": {payload};"))
        .collect();
    let of_core = typescript(rooms());
    let is_of_core = |name: &str| {
        of_core.contains(&format!("\nexport type {name} ="))
            || of_core.contains(&format!("\nexport type {name}<"))
    };
    let (known, ours): (BTreeMap<&str, &str>, BTreeMap<&str, &str>) =
        declarations.iter().partition(|(name, _)| is_of_core(name));
    let body = format!(
        "{}\n/** What only the shell can do: each command with what it takes and what it gives. */\nexport type ShellCommands = {{\n{}\n}};\n\n\
         /** What the shell tells on its own account, each with what comes with it. */\nexport type ShellEvents = {{\n{}\n}};\n",
        ours.into_values().collect::<Vec<_>>().join("\n"),
        commands.join("\n"),
        events.join("\n"),
    );
    let is_named = |name: &&str| {
        let mut words = body.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.any(|word| word == *name)
    };
    let imports: Vec<&str> = known.into_keys().filter(is_named).collect();
    format!(
        "// Written by `make bindings` from the shell’s list of commands. Do not edit.\n\nimport type {{ {} }} from \"./commands\";\n\n{body}",
        imports.join(", ")
    )
}

fn command(Entry { name, inputs, output }: &Entry) -> String {
    let fields: Vec<String> = inputs
        .iter()
        .map(|(name, of)| format!("{}: {of}", camel_case(name)))
        .collect();
    let input = if fields.is_empty() {
        "Record<string, never>".to_owned()
    } else {
        format!("{{ {} }}", fields.join(", "))
    };
    format!("  {name}: {{ input: {input}; output: {output} }};")
}

/// Returns a name as Tauri expects it of the page: `header_row` is "headerRow".
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        name + &initial.to_uppercase() + rest
    })
}
