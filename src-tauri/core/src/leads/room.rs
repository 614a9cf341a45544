//! What the room of the leads hands the ground floor.

use super::{
    Acceptance, LeadStage, Outcome, Reason,
    actions::EditLead,
    choices::LeadChoices,
    columns::ColumnCache,
    data_cleaning::{ExcludeAlias, ForgetAlias, ListAliases, MergeAliases, SetSource, Spelling},
    funnel::{LeadFunnel, LostOrIgnored},
    importing::{ImportDraft, ImportReport, MappingEdit},
    ledger::{ListImports, ListLeads, OpenLead},
    marketing::{ListSources, SetMarketingSources},
    reverting::RevertImport,
    tables::{Import, Lead, Opportunity},
    verdicts::{AcceptLead, RecycleLead, RejectLead},
    views::{AddLeadView, EditLeadView, ListLeadViews, RemoveLeadView, SavedLeadView},
    worksheet,
    year::{LeadYear, TakeLookBackFromLeads},
};
use crate::definition::room::field_label;
use lockstep_workspace::{
    context::{Action, Query, ReadContext},
    error::Result,
    rooms::{Hit, Restore, Room, SearchText, Table, restore, sentence, stored_patch, term},
    rows,
    units::{
        Counted::In,
        Unit::{Count, Money},
    },
};

/// The name of the room.
pub const NAME: &str = "leads";

lockstep_workspace::dispatch::commands! {
    actions {
        edit_lead: EditLead, accept_lead: AcceptLead, reject_lead: RejectLead, recycle_lead: RecycleLead,
        revert_import: RevertImport, set_source: SetSource, merge_aliases: MergeAliases, exclude_alias: ExcludeAlias,
        forget_alias: ForgetAlias, set_marketing_sources: SetMarketingSources,
        add_lead_view: AddLeadView, edit_lead_view: EditLeadView, remove_lead_view: RemoveLeadView,
        take_look_back_from_leads: TakeLookBackFromLeads,
    }
    queries {
        list_imports: ListImports, list_leads: ListLeads, open_lead: OpenLead, lead_choices: LeadChoices,
        list_lead_views: ListLeadViews, lead_funnel: LeadFunnel, lost_or_ignored: LostOrIgnored, list_sources: ListSources,
        list_aliases: ListAliases, lead_year: LeadYear,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        derived: Some(|| Box::<ColumnCache>::default()),
        search: Some(search),
        import: Some(super::importing::import_as_recognised),
        types: Some(|declarations| {
            // What the shell tells of a file before and after it is imported.
            declarations.declare::<ImportDraft>();
            declarations.declare::<MappingEdit>();
            declarations.declare::<ImportReport>();
        }),
        worksheet: Some(worksheet::worksheet),
        ..Room::named(NAME)
    }
}

fn said(column: &str, text: &str) -> Option<String> {
    match column {
        "stage" => term(text, |stage: LeadStage| stage.name().into()),
        "accepted" => term(text, |said: Acceptance| said.name().into()),
        "reason" => term(text, |reason: Reason| reason.name().into()),
        "outcome" => term(text, |outcome: Outcome| outcome.name().into()),
        _ => None,
    }
}

fn tables() -> Vec<Table> {
    vec![
        Table::of::<Import>()
            .counting(&[
                ("rows", In(Count)),
                ("added", In(Count)),
                ("updated", In(Count)),
                ("unchanged", In(Count)),
                ("rejected", In(Count)),
                ("source_missing", In(Count)),
            ])
            .with_terms(|column, text| (column == "kind").then(|| sentence(text))),
        Table {
            in_bulk: Some("import"),
            json: &["attributes"],
            key: field_label,
            ..Table::of::<Lead>()
                .counting(&[("touches", In(Count))])
                .with_terms(said)
                .with_together(&[&[
                    "stage",
                    "stage_said",
                    "accepted",
                    "decided_on",
                    "reason",
                    "reason_said",
                    "reason_note",
                    "wake_up_on",
                ]])
                .restored_by(restore!(Lead, EditLead))
        },
        Table {
            in_bulk: Some("import"),
            json: &["attributes"],
            key: field_label,
            ..Table::of::<Opportunity>()
                .counting(&[("value", In(Money))])
                .with_terms(said)
        },
        Table {
            in_bulk: Some("import"),
            noun: "campaign cost".into(),
            ..Table::named("cost").counting(&[("spend", In(Money))])
        },
        // How files are read, and what they replaced: notes of ours, which say nothing to a reader.
        Table {
            is_in_history: false,
            ..Table::named("mapping")
        },
        Table {
            in_bulk: Some("import"),
            is_in_history: false,
            ..Table::named("replaced")
        },
        Table {
            in_bulk: Some("import"),
            is_in_history: false,
            ..Table::named("told")
        },
        Table::of::<Spelling>(),
        Table::named("marketing_source"),
        Table {
            has_short_name: true,
            json: &["leads"],
            ..Table::of::<SavedLeadView>().restored_by(Restore {
                is_ours: rows::is_ours::<SavedLeadView>,
                edit: |change, row, stored| {
                    let before: SavedLeadView = rows::get(change, &row.into(), "This view")?;
                    let SavedLeadView { id, name, leads } =
                        stored_patch::<SavedLeadView>(stored).apply(&before)?;
                    let edit = EditLeadView {
                        id,
                        name: Some(name),
                        leads: Some(leads),
                    };
                    edit.apply(change).map(|_| ())
                },
            })
        },
    ]
}

/// So many leads are looked at at most: the ledger lists all of them.
const MOST: u32 = 30;

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for view in rows::all::<SavedLeadView>(reader, "ORDER BY name, id", [])? {
        if let Some(rank) = sought.rank(&view.name) {
            hits.push(Hit {
                room: NAME.into(),
                kind: "Saved view".into(),
                name: view.name,
                place: String::new(),
                section: "views".into(),
                year: None,
                id: view.id.0,
                rank,
            });
        }
    }
    let page = ListLeads {
        text: Some(sought.as_str().into()),
        limit: Some(MOST),
        ..ListLeads::default()
    }
    .answer(reader)?;
    hits.extend(page.leads.into_iter().map(|lead| {
        let said = [&lead.name, &lead.company, &lead.email];
        let ranks = said.iter().filter_map(|text| sought.rank(text.as_deref()?));
        let rank = ranks.min().unwrap_or(u8::MAX);
        let mut known = [lead.name, lead.company, lead.email, lead.external_id]
            .into_iter()
            .flatten();
        let name = known.next().unwrap_or_else(|| "A lead without a name".into());
        let place: Vec<String> = known.next().into_iter().chain(lead.source).collect();
        Hit {
            room: NAME.into(),
            kind: "Lead".into(),
            name,
            place: place.join(", "),
            section: "ledger".into(),
            year: None,
            id: lead.id.0,
            rank,
        }
    }));
    Ok(hits)
}
