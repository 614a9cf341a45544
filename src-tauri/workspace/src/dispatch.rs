//! The dispatcher: carries out a command by its name on the wire. Everything that a person can do or ask is listed once, by the
//! room to which it belongs; the page's types and the terminal's list come from there, too.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    context::{Named, Query, ReadContext},
    error::{Error, ErrorCode, Result},
    file::{Reply, Workspace},
    reads::Statements,
    rooms::Rooms,
};

/// One command, as a room lists it.
pub struct Command {
    /// Its name on the wire: `add_goal`.
    pub name: &'static str,
    run: Runner,
    about: fn() -> String,
    input: fn(&Config) -> String,
    output: fn(&Config) -> String,
    visit: fn(&mut Declarations),
}

/// How a command is carried out: an action by an open workspace, a query by whatever can be read.
#[derive(Clone, Copy)]
enum Runner {
    Action(fn(&mut Workspace, Value) -> Result<Box<dyn Answer>>),
    Query(fn(&ReadContext, Value) -> Result<Box<dyn Answer>>),
}

impl Command {
    /// Returns an action as the table lists it; `run` carries it out.
    pub fn action<A, O>(run: fn(&mut Workspace, Value) -> Result<Box<dyn Answer>>) -> Self
    where
        A: Named + TS + 'static,
        O: TS + 'static,
    {
        Self::of::<A, O>(Runner::Action(run))
    }

    /// Returns a query as the table lists it.
    pub fn query<Q>() -> Self
    where
        Q: Query + Named + TS + DeserializeOwned + 'static,
        Q::Answer: TS + 'static,
    {
        Self::of::<Q, Q::Answer>(Runner::Query(|reader, input| {
            Ok(Box::new(read::<Q>(input)?.answer(reader)?))
        }))
    }

    fn of<I: Named + TS + 'static, O: TS + 'static>(run: Runner) -> Self {
        Self {
            name: I::NAME,
            run,
            about: about::<I>,
            input: I::inline,
            output: O::name,
            visit: |declarations| {
                declarations.visit::<I>();
                declarations.visit::<O>();
            },
        }
    }

    /// Returns whether it writes; a query only reads.
    pub fn is_action(&self) -> bool {
        matches!(self.run, Runner::Action(_))
    }

    /// Returns what it does, in a sentence.
    pub fn about(&self) -> String {
        (self.about)()
    }

    /// Returns the shape of its input, in TypeScript.
    pub fn input(&self) -> String {
        (self.input)(&config())
    }

    /// Returns the type of its answer, in TypeScript.
    pub fn output(&self) -> String {
        (self.output)(&config())
    }
}

/// Gives the commands of a room their names on the wire, and lists them: `commands()` returns all, actions first. A name is a
/// constant of its own, because the journal of every file stores it: renaming a type renames no entry.
#[macro_export]
macro_rules! commands {
    (actions { $($act:ident: $action:ident),* $(,)? } queries { $($ask:ident: $query:ident),* $(,)? }) => {
        $(impl $crate::context::Named for $action {
            const NAME: &'static str = stringify!($act);
        })*
        $(impl $crate::context::Named for $query {
            const NAME: &'static str = stringify!($ask);
        })*

        /// Returns every command of this room, actions first.
        pub(crate) fn commands() -> Vec<$crate::dispatch::Command> {
            vec![
                $($crate::dispatch::Command::action::<$action, <$action as $crate::context::Action>::Outcome>(
                    |workspace, input| {
                        let action: $action = $crate::dispatch::read(input)?;
                        Ok(Box::new(workspace.act(action)?))
                    },
                ),)*
                $($crate::dispatch::Command::query::<$query>(),)*
            ]
        }
    };
}
pub use commands;

/// Carries out a command by its name on the wire.
pub(crate) fn call(workspace: &mut Workspace, name: &str, input: Value) -> Result<Box<dyn Answer>> {
    match runner(workspace.rooms(), name)? {
        Runner::Action(run) => run(workspace, object(input)),
        Runner::Query(run) => run(&workspace.reader()?, object(input)),
    }
}

/// Answers a query by its name on the wire, from whatever can be read, and says on what the answer rests.
pub(crate) fn reply(
    reader: &ReadContext,
    statements: &Statements,
    name: &str,
    input: Value,
) -> Result<Reply> {
    let Runner::Query(run) = runner(reader.rooms(), name)? else {
        return Err(Error::internal(format!("“{name}” is no question")));
    };
    let (answer, reads) = statements.reads_of(reader.db(), || run(reader, object(input)));
    Ok(Reply {
        answer: answer?.to_text()?,
        reads,
    })
}

fn runner(rooms: &Rooms, name: &str) -> Result<Runner> {
    rooms.command(name).map(|command| command.run).ok_or_else(|| {
        Error {
            code: ErrorCode::NotFound,
            ..Error::invalid("name", format!("There is no command “{name}”."))
        }
        .hint("`lockstep-cli commands` lists them all.")
    })
}

/// Returns an input as commands read it: nothing is an empty object.
fn object(input: Value) -> Value {
    if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    }
}

/// What a command answers, as JSON in one form or the other.
pub trait Answer {
    /// Returns it as a value to look into.
    fn to_value(&self) -> Result<Value>;

    /// Returns it as text to hand on: a long answer is written down once, and never put together.
    fn to_text(&self) -> Result<Box<RawValue>>;
}

impl<T: Serialize> Answer for T {
    fn to_value(&self) -> Result<Value> {
        Ok(serde_json::to_value(self)?)
    }

    fn to_text(&self) -> Result<Box<RawValue>> {
        Ok(serde_json::value::to_raw_value(self)?)
    }
}

/// Reads the input of a command.
///
/// # Errors
/// `Invalid`, naming the field, when it has another shape.
pub fn read<T: DeserializeOwned>(input: Value) -> Result<T> {
    serde_json::from_value(input).map_err(|error| {
        let text = error.to_string();
        let field = text.split('`').nth(1).unwrap_or("input").to_string();
        Error::invalid(field, format!("The input has another shape: {text}."))
    })
}

fn about<T: TS>() -> String {
    let docs = T::docs().unwrap_or_default();
    docs.lines()
        .map(|line| {
            line.trim()
                .trim_start_matches("/**")
                .trim_end_matches("*/")
                .trim_start_matches('*')
                .trim()
        })
        .find(|line| !line.is_empty())
        .unwrap_or_default()
        .to_string()
}

/// Returns how types are written in TypeScript.
pub fn config() -> Config {
    Config::new().with_large_int("number")
}

/// Collects the TypeScript declarations of types and of what they are made of, each once.
#[derive(Default)]
pub struct Declarations {
    seen: std::collections::HashSet<std::any::TypeId>,
    text: std::collections::BTreeMap<String, String>,
    /// Names that two types of ours have.
    clashes: Vec<String>,
}

impl Declarations {
    /// Declares a type, and what it is made of.
    pub fn declare<T: TS + 'static>(&mut self) {
        self.visit::<T>();
    }

    /// Returns each declared type by its name, with its declaration.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.text.iter();
        all.map(|(name, declared)| (name.as_str(), declared.as_str()))
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(std::any::TypeId::of::<T>()) {
            return;
        }
        let cfg = config();
        // Only types of ours have a file to be written to; numbers, texts and lists are TypeScript's own.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let name = T::ident(&cfg);
            let declared = format!("{docs}export {}\n", T::decl(&cfg));
            if let Some(other) = self.text.insert(name.clone(), declared.clone())
                && other != declared
            {
                self.clashes.push(name);
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// Returns the TypeScript of the whole wire: every type, and the map from a command's name to its input and output.
pub fn typescript(rooms: &Rooms) -> String {
    let declarations = declared(rooms);
    let types: Vec<&str> = declarations.text.values().map(String::as_str).collect();
    let map: Vec<String> = rooms
        .commands()
        .map(|command| {
            format!(
                "  /** {} */\n  {}: {{ kind: \"{}\"; input: {}; output: {} }};",
                command.about(),
                command.name,
                if command.is_action() { "action" } else { "query" },
                input_name(command),
                command.output()
            )
        })
        .collect();
    format!(
        "// Written by `make bindings` from the core’s table of commands. Do not edit.\n\n{}\n/** Every command: what goes in and what comes out. */\nexport type Commands = {{\n{}\n}};\n",
        types.join("\n"),
        map.join("\n")
    )
}

/// Returns the declarations of everything that rooms put on the wire.
fn declared(rooms: &Rooms) -> Declarations {
    let mut declarations = Declarations::default();
    declarations.visit::<Error>();
    rooms
        .commands()
        .for_each(|command| (command.visit)(&mut declarations));
    rooms.declare_types(&mut declarations);
    declarations
}

impl Rooms {
    /// Returns the names that two types of the wire have.
    pub fn clashing_types(&self) -> Vec<String> {
        declared(self).clashes
    }
}

/// Returns the name of the type of a command's input.
fn input_name(command: &Command) -> String {
    command
        .name
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
                .unwrap_or_default()
        })
        .collect()
}
