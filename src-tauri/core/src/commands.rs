//! The table of commands: everything a person can do or ask, listed once. The dispatcher, the page's types and the
//! terminal's list all come from it.

use std::{collections::HashMap, sync::LazyLock};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    agreements::{
        actions::{Propose, Sign, Withdraw},
        queries::CompareVersions,
    },
    change::{Action, Query},
    definition::{
        actions::{BeginDefinition, EditDefinition},
        back_test::BackTest,
        fields::DefinitionFields,
        judgements::JudgeLeads,
        kept::PromisesKept,
        lines::*,
        queries::{DefinitionDocument, ListTemplates, OpenDefinition, TryLead},
    },
    error::{Error, ErrorCode, Result},
    journal::{History, OpenEntry, Redo, RestoreField, Undo, UndoState, WhatCanBeUndone},
    leads::{
        actions::EditLead,
        choices::LeadChoices,
        funnel::{LeadFunnel, LostOrIgnored},
        importing::{ImportDraft, ImportReport, ImportWord},
        ledger::{ListImports, ListLeads, OpenLead},
        marketing::{ListSources, SetMarketingSources},
        mending::{ForgetSpelling, KeepSpelling, ListSpellings, MergeSpellings, SetSource},
        taking_back::TakeBackImport,
        verdicts::{AcceptLead, RecycleLead, RejectLead},
        views::{AddLeadView, EditLeadView, ListLeadViews, RemoveLeadView},
        year::{LeadYear, TakeLookBackFromLeads},
    },
    people::{AddPerson, EditPerson, People, RemovePerson, SitDown},
    plan::{
        actions::{BeginPlan, DeletePlan, EditFunnel, EditPlan, SetGoalPart, TargetsFromFunnel},
        carry::CopyPlan,
        compare::ComparePlans,
        lines::*,
        look_back::{EditLookBack, SetReady, TakeLookBack},
        overview::ListPlans,
        paste::{PasteNumbers, PasteYardsticks, TryNumbers, TryYardsticks},
        queries::{ListMetrics, OpenPlan, PlanDocument, TryFunnel},
    },
    search::Search,
    waiting::WhatWaits,
    workspace::{
        CheckWorkspace, Founding, ListBackups, Workspace,
        company::{EditCompany, ShowCompany},
    },
};

/// One command, as the table lists it.
pub struct Command {
    /// Its name on the wire: `add_goal`.
    pub name: String,
    /// Whether it writes; a query only reads.
    pub is_action: bool,
    /// What it does, in a sentence.
    pub about: String,
    /// The shape of its input, in TypeScript.
    pub input: String,
    /// The type of its answer, in TypeScript.
    pub output: String,
    run: Runner,
    visit: fn(&mut Declarations),
}

macro_rules! table {
    (actions { $($action:ident),* $(,)? } queries { $($query:ident),* $(,)? }) => {
        /// Returns every command, actions first.
        pub fn table() -> Vec<Command> {
            let cfg = config();
            vec![
                $(Command {
                    name: snake(stringify!($action)),
                    is_action: true,
                    about: about::<$action>(),
                    input: $action::inline(&cfg),
                    output: <<$action as Action>::Outcome as TS>::name(&cfg),
                    run: |workspace, input| Ok(Box::new(workspace.act(read::<$action>(input)?)?)),
                    visit: |declarations| {
                        declarations.visit::<$action>();
                        declarations.visit::<<$action as Action>::Outcome>();
                    },
                },)*
                Command {
                    name: "undo".into(),
                    is_action: true,
                    about: about::<Undo>(),
                    input: Undo::inline(&cfg),
                    output: UndoState::name(&cfg),
                    run: |workspace, input| Ok(Box::new(workspace.undo(&read::<Undo>(input)?)?)),
                    visit: |declarations| {
                        declarations.visit::<Undo>();
                        declarations.visit::<UndoState>();
                    },
                },
                Command {
                    name: "redo".into(),
                    is_action: true,
                    about: about::<Redo>(),
                    input: Redo::inline(&cfg),
                    output: UndoState::name(&cfg),
                    run: |workspace, input| Ok(Box::new(workspace.redo(&read::<Redo>(input)?)?)),
                    visit: |declarations| {
                        declarations.visit::<Redo>();
                        declarations.visit::<UndoState>();
                    },
                },
                $(Command {
                    name: snake(stringify!($query)),
                    is_action: false,
                    about: about::<$query>(),
                    input: $query::inline(&cfg),
                    output: <<$query as Query>::Answer as TS>::name(&cfg),
                    run: |workspace, input| Ok(Box::new(workspace.ask(read::<$query>(input)?)?)),
                    visit: |declarations| {
                        declarations.visit::<$query>();
                        declarations.visit::<<$query as Query>::Answer>();
                    },
                },)*
            ]
        }
    };
}

table! {
    actions {
        EditCompany, AddPerson, EditPerson, RemovePerson, SitDown,
        BeginPlan, CopyPlan, DeletePlan, EditPlan, EditLookBack, TakeLookBack, PasteYardsticks, PasteNumbers, SetReady,
        EditFunnel, TargetsFromFunnel, SetGoalPart,
        AddYardstick, EditYardstick, RemoveYardstick, MoveYardstick,
        AddPoint, EditPoint, RemovePoint, MovePoint,
        AddSegment, EditSegment, RemoveSegment, MoveSegment,
        AddTargetAccount, EditTargetAccount, RemoveTargetAccount, MoveTargetAccount,
        AddNotDoing, EditNotDoing, RemoveNotDoing, MoveNotDoing,
        AddGoal, EditGoal, RemoveGoal, MoveGoal,
        AddInitiative, EditInitiative, RemoveInitiative, MoveInitiative,
        AddDuty, EditDuty, RemoveDuty, MoveDuty,
        AddRisk, EditRisk, RemoveRisk, MoveRisk,
        AddAgendaItem, EditAgendaItem, RemoveAgendaItem, MoveAgendaItem,
        AddParkedItem, EditParkedItem, RemoveParkedItem, MoveParkedItem,
        AddDecision, EditDecision, RemoveDecision, MoveDecision,
        AddTodo, EditTodo, RemoveTodo, MoveTodo,
        BeginDefinition, EditDefinition,
        AddCriterion, EditCriterion, RemoveCriterion, MoveCriterion,
        AddSignal, EditSignal, RemoveSignal, MoveSignal,
        AddExample, EditExample, RemoveExample, MoveExample,
        AddPromise, EditPromise, RemovePromise, MovePromise,
        JudgeLeads,
        Propose, Sign, Withdraw,
        EditLead, AcceptLead, RejectLead, RecycleLead, TakeBackImport,
        SetSource, MergeSpellings, KeepSpelling, ForgetSpelling, SetMarketingSources,
        AddLeadView, EditLeadView, RemoveLeadView, TakeLookBackFromLeads,
        RestoreField,
    }
    queries {
        ShowCompany, People,
        ListPlans, WhatWaits, OpenPlan, PlanDocument, ComparePlans, TryFunnel, TryNumbers, TryYardsticks, ListMetrics, CompareVersions,
        WhatCanBeUndone, History, OpenEntry, Search,
        OpenDefinition, DefinitionDocument, ListTemplates, DefinitionFields, TryLead, BackTest, PromisesKept,
        ListImports, ListLeads, OpenLead, LeadChoices, ListLeadViews, LeadFunnel, LostOrIgnored, ListSources, ListSpellings,
        LeadYear,
        ListBackups, CheckWorkspace,
    }
}

/// What is carried out by a name, and whether it writes.
static BY_NAME: LazyLock<HashMap<String, (Runner, bool)>> = LazyLock::new(|| {
    table()
        .into_iter()
        .map(|command| (command.name, (command.run, command.is_action)))
        .collect()
});

/// Returns whether a command writes; one that is unknown does nothing.
pub fn is_action(name: &str) -> bool {
    BY_NAME.get(name).is_some_and(|(_, is_action)| *is_action)
}

/// Carries out a command by its name on the wire.
pub(crate) fn call(workspace: &mut Workspace, name: &str, input: Value) -> Result<Box<dyn Answer>> {
    let (run, _) = BY_NAME.get(name).ok_or_else(|| {
        Error {
            code: ErrorCode::NotFound,
            ..Error::invalid("name", format!("There is no command “{name}”."))
        }
        .hint("`lockstep-cli commands` lists them all.")
    })?;
    let input = if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    };
    run(workspace, input)
}

type Runner = fn(&mut Workspace, Value) -> Result<Box<dyn Answer>>;

/// What a command answers, as JSON in one form or the other.
pub(crate) trait Answer {
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

/// Returns the name on the wire of an action's type.
pub(crate) fn name_of<A>() -> String {
    snake(std::any::type_name::<A>().rsplit("::").next().unwrap_or_default())
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T> {
    serde_json::from_value(input).map_err(|error| {
        let text = error.to_string();
        let field = text.split('`').nth(1).unwrap_or("input").to_string();
        Error::invalid(field, format!("The input has another shape: {text}."))
    })
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
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

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// Collects the declarations of types and of what they are made of, each once.
#[derive(Default)]
struct Declarations {
    seen: std::collections::HashSet<std::any::TypeId>,
    text: std::collections::BTreeMap<String, String>,
    /// Names that two types of ours have.
    clashes: Vec<String>,
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
pub fn typescript() -> String {
    let mut declarations = Declarations::default();
    declarations.visit::<Error>();
    declarations.visit::<Founding>();
    // What the shell tells of a file before and after it is taken in.
    declarations.visit::<ImportDraft>();
    declarations.visit::<ImportWord>();
    declarations.visit::<ImportReport>();
    let commands = table();
    for command in &commands {
        (command.visit)(&mut declarations);
    }
    let types: Vec<&str> = declarations.text.values().map(String::as_str).collect();
    let map: Vec<String> = commands
        .iter()
        .map(|command| {
            format!(
                "  /** {} */\n  {}: {{ kind: \"{}\"; input: {}; output: {} }};",
                command.about,
                command.name,
                if command.is_action { "action" } else { "query" },
                input_name(command),
                command.output
            )
        })
        .collect();
    format!(
        "// Written by `make bindings` from the core’s table of commands. Do not edit.\n\n{}\n/** Every command: what goes in and what comes out. */\nexport type Commands = {{\n{}\n}};\n",
        types.join("\n"),
        map.join("\n")
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_types_of_the_wire_have_the_same_name() {
        let mut declarations = Declarations::default();
        for command in table() {
            (command.visit)(&mut declarations);
        }
        assert_eq!(declarations.clashes, Vec::<String>::new());
    }
}
