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
    change::{Action, Named, Query, ReadContext},
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
    pub name: &'static str,
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
    (actions { $($act:ident: $action:ident),* $(,)? } queries { $($ask:ident: $query:ident),* $(,)? }) => {
        $(impl Named for $action {
            const NAME: &'static str = stringify!($act);
        })*
        $(impl Named for $query {
            const NAME: &'static str = stringify!($ask);
        })*

        /// Returns every command, actions first.
        pub fn table() -> Vec<Command> {
            let cfg = config();
            vec![
                $(Command {
                    name: $action::NAME,
                    about: about::<$action>(),
                    input: $action::inline(&cfg),
                    output: <<$action as Action>::Outcome as TS>::name(&cfg),
                    run: Runner::Action(|workspace, input| Ok(Box::new(workspace.act(read::<$action>(input)?)?))),
                    visit: |declarations| {
                        declarations.visit::<$action>();
                        declarations.visit::<<$action as Action>::Outcome>();
                    },
                },)*
                Command {
                    name: "undo",
                    about: about::<Undo>(),
                    input: Undo::inline(&cfg),
                    output: UndoState::name(&cfg),
                    run: Runner::Action(|workspace, input| Ok(Box::new(workspace.undo(&read::<Undo>(input)?)?))),
                    visit: |declarations| {
                        declarations.visit::<Undo>();
                        declarations.visit::<UndoState>();
                    },
                },
                Command {
                    name: "redo",
                    about: about::<Redo>(),
                    input: Redo::inline(&cfg),
                    output: UndoState::name(&cfg),
                    run: Runner::Action(|workspace, input| Ok(Box::new(workspace.redo(&read::<Redo>(input)?)?))),
                    visit: |declarations| {
                        declarations.visit::<Redo>();
                        declarations.visit::<UndoState>();
                    },
                },
                $(Command {
                    name: $query::NAME,
                    about: about::<$query>(),
                    input: $query::inline(&cfg),
                    output: <<$query as Query>::Answer as TS>::name(&cfg),
                    run: Runner::Query(|reader, input| Ok(Box::new(read::<$query>(input)?.answer(reader)?))),
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
        edit_company: EditCompany, add_person: AddPerson, edit_person: EditPerson, remove_person: RemovePerson, sit_down: SitDown,
        begin_plan: BeginPlan, copy_plan: CopyPlan, delete_plan: DeletePlan, edit_plan: EditPlan, edit_look_back: EditLookBack, take_look_back: TakeLookBack, paste_yardsticks: PasteYardsticks, paste_numbers: PasteNumbers, set_ready: SetReady,
        edit_funnel: EditFunnel, targets_from_funnel: TargetsFromFunnel, set_goal_part: SetGoalPart,
        add_yardstick: AddYardstick, edit_yardstick: EditYardstick, remove_yardstick: RemoveYardstick, move_yardstick: MoveYardstick,
        add_point: AddPoint, edit_point: EditPoint, remove_point: RemovePoint, move_point: MovePoint,
        add_segment: AddSegment, edit_segment: EditSegment, remove_segment: RemoveSegment, move_segment: MoveSegment,
        add_target_account: AddTargetAccount, edit_target_account: EditTargetAccount, remove_target_account: RemoveTargetAccount, move_target_account: MoveTargetAccount,
        add_not_doing: AddNotDoing, edit_not_doing: EditNotDoing, remove_not_doing: RemoveNotDoing, move_not_doing: MoveNotDoing,
        add_goal: AddGoal, edit_goal: EditGoal, remove_goal: RemoveGoal, move_goal: MoveGoal,
        add_initiative: AddInitiative, edit_initiative: EditInitiative, remove_initiative: RemoveInitiative, move_initiative: MoveInitiative,
        add_duty: AddDuty, edit_duty: EditDuty, remove_duty: RemoveDuty, move_duty: MoveDuty,
        add_risk: AddRisk, edit_risk: EditRisk, remove_risk: RemoveRisk, move_risk: MoveRisk,
        add_agenda_item: AddAgendaItem, edit_agenda_item: EditAgendaItem, remove_agenda_item: RemoveAgendaItem, move_agenda_item: MoveAgendaItem,
        add_parked_item: AddParkedItem, edit_parked_item: EditParkedItem, remove_parked_item: RemoveParkedItem, move_parked_item: MoveParkedItem,
        add_decision: AddDecision, edit_decision: EditDecision, remove_decision: RemoveDecision, move_decision: MoveDecision,
        add_todo: AddTodo, edit_todo: EditTodo, remove_todo: RemoveTodo, move_todo: MoveTodo,
        begin_definition: BeginDefinition, edit_definition: EditDefinition,
        add_criterion: AddCriterion, edit_criterion: EditCriterion, remove_criterion: RemoveCriterion, move_criterion: MoveCriterion,
        add_signal: AddSignal, edit_signal: EditSignal, remove_signal: RemoveSignal, move_signal: MoveSignal,
        add_example: AddExample, edit_example: EditExample, remove_example: RemoveExample, move_example: MoveExample,
        add_promise: AddPromise, edit_promise: EditPromise, remove_promise: RemovePromise, move_promise: MovePromise,
        judge_leads: JudgeLeads,
        propose: Propose, sign: Sign, withdraw: Withdraw,
        edit_lead: EditLead, accept_lead: AcceptLead, reject_lead: RejectLead, recycle_lead: RecycleLead, take_back_import: TakeBackImport,
        set_source: SetSource, merge_spellings: MergeSpellings, keep_spelling: KeepSpelling, forget_spelling: ForgetSpelling, set_marketing_sources: SetMarketingSources,
        add_lead_view: AddLeadView, edit_lead_view: EditLeadView, remove_lead_view: RemoveLeadView, take_look_back_from_leads: TakeLookBackFromLeads,
        restore_field: RestoreField,
    }
    queries {
        show_company: ShowCompany, people: People,
        list_plans: ListPlans, what_waits: WhatWaits, open_plan: OpenPlan, plan_document: PlanDocument, compare_plans: ComparePlans, try_funnel: TryFunnel, try_numbers: TryNumbers, try_yardsticks: TryYardsticks, list_metrics: ListMetrics, compare_versions: CompareVersions,
        what_can_be_undone: WhatCanBeUndone, history: History, open_entry: OpenEntry, search: Search,
        open_definition: OpenDefinition, definition_document: DefinitionDocument, list_templates: ListTemplates, definition_fields: DefinitionFields, try_lead: TryLead, back_test: BackTest, promises_kept: PromisesKept,
        list_imports: ListImports, list_leads: ListLeads, open_lead: OpenLead, lead_choices: LeadChoices, list_lead_views: ListLeadViews, lead_funnel: LeadFunnel, lost_or_ignored: LostOrIgnored, list_sources: ListSources, list_spellings: ListSpellings,
        lead_year: LeadYear,
        list_backups: ListBackups, check_workspace: CheckWorkspace,
    }
}

/// How a command is carried out: an action by an open workspace, a query by whatever can be read.
#[derive(Clone, Copy)]
enum Runner {
    Action(fn(&mut Workspace, Value) -> Result<Box<dyn Answer>>),
    Query(fn(&ReadContext, Value) -> Result<Box<dyn Answer>>),
}

impl Command {
    /// Returns whether it writes; a query only reads.
    pub fn is_action(&self) -> bool {
        matches!(self.run, Runner::Action(_))
    }
}

/// What is carried out by a name.
static BY_NAME: LazyLock<HashMap<&'static str, Runner>> = LazyLock::new(|| {
    table()
        .into_iter()
        .map(|command| (command.name, command.run))
        .collect()
});

/// Returns whether a command writes; one that is unknown does nothing.
pub fn is_action(name: &str) -> bool {
    matches!(BY_NAME.get(name), Some(Runner::Action(_)))
}

/// Carries out a command by its name on the wire.
pub(crate) fn call(workspace: &mut Workspace, name: &str, input: Value) -> Result<Box<dyn Answer>> {
    match runner(name)? {
        Runner::Action(run) => run(workspace, object(input)),
        Runner::Query(run) => run(&workspace.reader()?, object(input)),
    }
}

/// Answers a query by its name on the wire, from whatever can be read.
pub(crate) fn ask(reader: &ReadContext, name: &str, input: Value) -> Result<Box<dyn Answer>> {
    match runner(name)? {
        Runner::Query(run) => run(reader, object(input)),
        Runner::Action(_) => Err(Error::internal(format!("“{name}” is no question"))),
    }
}

fn runner(name: &str) -> Result<Runner> {
    BY_NAME.get(name).copied().ok_or_else(|| {
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

fn read<T: DeserializeOwned>(input: Value) -> Result<T> {
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
                if command.is_action() { "action" } else { "query" },
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
