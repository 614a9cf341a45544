//! What the room of the qualified lead hands the ground floor.

use super::{
    Criterion, Definition, FieldName, Promise, PromiseKind, Question, Role, Signal, Verdict, WorkedExample,
    actions::{BeginDefinition, EditDefinition},
    attainment::PromisesKept,
    back_test::BackTest,
    fields::DefinitionFields,
    judgements::JudgeLeads,
    list_items::*,
    queries::{self, DefinitionDocument, ListTemplates, OpenDefinition, TryLead},
    rules::reading,
    subject::DefinitionSubject,
    worksheet,
};
use crate::leads::Reason;
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    rooms::{Hit, Room, SearchText, Table, restore, sentence, term},
    rows,
    units::{
        Counted::{In, Plain},
        Unit::{Count, Days},
    },
    waiting::Waiting,
    words::Words,
};

/// The name of the room.
pub const NAME: &str = "definition";

lockstep_workspace::dispatch::commands! {
    actions {
        begin_definition: BeginDefinition, edit_definition: EditDefinition,
        add_criterion: AddCriterion, edit_criterion: EditCriterion, remove_criterion: RemoveCriterion, move_criterion: MoveCriterion,
        add_signal: AddSignal, edit_signal: EditSignal, remove_signal: RemoveSignal, move_signal: MoveSignal,
        add_example: AddExample, edit_example: EditExample, remove_example: RemoveExample, move_example: MoveExample,
        add_promise: AddPromise, edit_promise: EditPromise, remove_promise: RemovePromise, move_promise: MovePromise,
        judge_leads: JudgeLeads,
    }
    queries {
        open_definition: OpenDefinition, definition_document: DefinitionDocument, list_templates: ListTemplates,
        definition_fields: DefinitionFields, try_lead: TryLead, back_test: BackTest, promises_kept: PromisesKept,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        subjects: vec![&DefinitionSubject],
        search: Some(search),
        waiting: Some(waiting),
        worksheet: Some(worksheet::worksheet),
        ..Room::named(NAME)
    }
}

/// Returns what a field is called that stands as the key of a record.
pub(crate) fn field_label(name: &str) -> String {
    FieldName(name.into()).label()
}

fn verdict(column: &str, text: &str) -> Option<String> {
    (column == "verdict")
        .then(|| term(text, |verdict: Verdict| verdict.name().into()))
        .flatten()
}

fn tables() -> Vec<Table> {
    vec![
        Table::of::<Definition>()
            .counting(&[("threshold", In(Count)), ("working_days", Plain)])
            .restored_by(restore!(Definition, EditDefinition)),
        Table {
            named_by: &["field"],
            ..Table::of::<Criterion>()
                .counting(&[("days", In(Days)), ("points", In(Count))])
                .with_terms(|column, text| match column {
                    "question" => term(text, |question: Question| question.asked().into()),
                    "field" => Some(field_label(text)),
                    "reason" => term(text, |reason: Reason| reason.name().into()),
                    "role" | "test" => Some(sentence(text)),
                    _ => None,
                })
                .with_together(&[
                    &["role", "question", "points", "reason"],
                    &["field", "test", "words", "low", "high", "days"],
                ])
                .restored_by(restore!(Criterion, EditCriterion))
        },
        Table::of::<Signal>()
            .with_terms(|column, text| (column == "kind").then(|| sentence(text)))
            .restored_by(restore!(Signal, EditSignal)),
        Table {
            json: &["facts"],
            key: field_label,
            ..Table::of::<WorkedExample>()
                .with_terms(verdict)
                .restored_by(restore!(WorkedExample, EditExample))
        },
        Table {
            named_by: &["kind"],
            ..Table::of::<Promise>()
                .counting(&[("amount", In(Count))])
                .with_terms(|column, text| {
                    (column == "kind")
                        .then(|| term(text, |kind: PromiseKind| kind.name().into()))
                        .flatten()
                })
                .with_together(&[&["kind", "amount"]])
                .restored_by(restore!(Promise, EditPromise))
        },
        Table {
            in_bulk: Some("agreement"),
            ..Table::named("judgement").with_terms(verdict)
        },
    ]
}

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let words = Words::new(&reader.company()?);
    let mut hits = Vec::new();
    let mut look = |kind: &str, section: &str, id: String, name: String| {
        if let Some(rank) = sought.rank(&name) {
            hits.push(Hit {
                room: NAME.into(),
                kind: kind.into(),
                name,
                place: String::new(),
                section: section.into(),
                year: None,
                id,
                rank,
            });
        }
    };
    for criterion in rows::all::<Criterion>(reader, "ORDER BY rank, id", [])? {
        let sentence = reading::criterion(&criterion, &words);
        let section = match (criterion.role, criterion.question) {
            (Role::Disqualifies, _) => "non_leads",
            (_, Some(Question::Customer)) => "customer",
            (_, Some(Question::Information)) => "information",
            (_, Some(Question::Certainty)) => "certainty",
            (_, None) => "threshold",
        };
        look("Criterion", section, criterion.id.0, sentence);
    }
    for signal in rows::all::<Signal>(reader, "ORDER BY rank, id", [])? {
        look("Trigger or walk-away point", "signals", signal.id.0, signal.text);
    }
    for example in rows::all::<WorkedExample>(reader, "ORDER BY rank, id", [])? {
        look("Worked example", "examples", example.id.0, example.name);
    }
    for promise in rows::all::<Promise>(reader, "ORDER BY rank, id", [])? {
        let sentence = reading::promise(&promise, &words);
        look("Promise", "promises", promise.id.0, sentence);
    }
    Ok(hits)
}

fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    Ok(queries::waiting(reader)?.into_iter().collect())
}
