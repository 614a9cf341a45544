//! What the room of the annual plan hands the ground floor.

use rusqlite::Row as SqlRow;

use super::{
    ActionItem, AgendaItem, Bucket, Decision, Funnel, Goal, Initiative, LookBack, Measure, OutOfScope,
    ParkedItem, Plan, Responsibility, RetroNote, Risk, Section, Segment, TargetAccount,
    actions::{BeginPlan, DeletePlan, EditFunnel, EditPlan, SetGoalPart, TargetsFromFunnel},
    carry::CopyPlan,
    compare::ComparePlans,
    list_items::*,
    look_back::{EditLookBack, SetReady, TakeLookBack, is_not_revealed, may_read_retro_note},
    overview::{self, ListPlans},
    paste::{PasteMeasures, PasteNumbers, TryMeasures, TryNumbers},
    queries::{ListMetrics, OpenPlan, PlanDocument, TryFunnel},
    subject::PlanSubject,
};
use crate::scorecard::Metric;
use lockstep_workspace::{
    calendar,
    context::{Query, ReadContext},
    error::Result,
    people::Side,
    rooms::{Hit, Room, Sealed, SearchText, Table, restore, sentence, term},
    units::{
        Counted::{In, InTheRowsUnit, Plain, YesOrNo},
        Unit::{Count, Days, Money, Percent},
    },
    waiting::Waiting,
};

/// The name of the room.
pub const NAME: &str = "plan";

lockstep_workspace::dispatch::commands! {
    actions {
        begin_plan: BeginPlan, copy_plan: CopyPlan, delete_plan: DeletePlan, edit_plan: EditPlan,
        edit_look_back: EditLookBack, take_look_back: TakeLookBack, paste_measures: PasteMeasures,
        paste_numbers: PasteNumbers, set_ready: SetReady,
        edit_funnel: EditFunnel, targets_from_funnel: TargetsFromFunnel, set_goal_part: SetGoalPart,
        add_measure: AddMeasure, edit_measure: EditMeasure, remove_measure: RemoveMeasure, move_measure: MoveMeasure,
        add_retro_note: AddRetroNote, edit_retro_note: EditRetroNote, remove_retro_note: RemoveRetroNote, move_retro_note: MoveRetroNote,
        add_segment: AddSegment, edit_segment: EditSegment, remove_segment: RemoveSegment, move_segment: MoveSegment,
        add_target_account: AddTargetAccount, edit_target_account: EditTargetAccount, remove_target_account: RemoveTargetAccount, move_target_account: MoveTargetAccount,
        add_out_of_scope: AddOutOfScope, edit_out_of_scope: EditOutOfScope, remove_out_of_scope: RemoveOutOfScope, move_out_of_scope: MoveOutOfScope,
        add_goal: AddGoal, edit_goal: EditGoal, remove_goal: RemoveGoal, move_goal: MoveGoal,
        add_initiative: AddInitiative, edit_initiative: EditInitiative, remove_initiative: RemoveInitiative, move_initiative: MoveInitiative,
        add_responsibility: AddResponsibility, edit_responsibility: EditResponsibility, remove_responsibility: RemoveResponsibility, move_responsibility: MoveResponsibility,
        add_risk: AddRisk, edit_risk: EditRisk, remove_risk: RemoveRisk, move_risk: MoveRisk,
        add_agenda_item: AddAgendaItem, edit_agenda_item: EditAgendaItem, remove_agenda_item: RemoveAgendaItem, move_agenda_item: MoveAgendaItem,
        add_parked_item: AddParkedItem, edit_parked_item: EditParkedItem, remove_parked_item: RemoveParkedItem, move_parked_item: MoveParkedItem,
        add_decision: AddDecision, edit_decision: EditDecision, remove_decision: RemoveDecision, move_decision: MoveDecision,
        add_action_item: AddActionItem, edit_action_item: EditActionItem, remove_action_item: RemoveActionItem, move_action_item: MoveActionItem,
    }
    queries {
        list_plans: ListPlans, open_plan: OpenPlan, plan_document: PlanDocument, compare_plans: ComparePlans,
        try_funnel: TryFunnel, try_numbers: TryNumbers, try_measures: TryMeasures, list_metrics: ListMetrics,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        subjects: vec![&PlanSubject],
        search: Some(search),
        waiting: Some(waiting),
        ..Room::named(NAME)
    }
}

fn side(text: &str) -> Option<String> {
    term(text, |side: Side| side.name().into())
}

fn bucket(column: &str, text: &str) -> Option<String> {
    (column == "bucket")
        .then(|| term(text, |bucket: Bucket| bucket.name().into()))
        .flatten()
}

fn section(column: &str, text: &str) -> Option<String> {
    (column == "section")
        .then(|| term(text, |section: Section| section.title().into()))
        .flatten()
}

fn tables() -> Vec<Table> {
    vec![
        Table {
            fixes_calendar: true,
            ..Table::of::<Plan>()
                .counting(&[
                    ("year", Plain),
                    ("budget", In(Money)),
                    ("sales_ready", YesOrNo),
                    ("marketing_ready", YesOrNo),
                ])
                .with_together(&[&["sales_ready", "marketing_ready", "revealed_at"]])
                .restored_by(restore!(Plan, EditPlan))
        },
        Table::of::<LookBack>()
            .counting(&[
                ("leads", In(Count)),
                ("accepted", In(Count)),
                ("sql", In(Count)),
                ("opportunities", In(Count)),
                ("won", In(Count)),
                ("lost", In(Count)),
                ("revenue", In(Money)),
                ("sourced_revenue", In(Money)),
                ("cycle_days", In(Days)),
                // Weights: only how they relate to each other says something.
                ("shape", In(Count)),
            ])
            .with_together(&[&["revenue", "sourced_revenue"]])
            .restored_by(restore!(LookBack, EditLookBack)),
        Table::of::<Funnel>()
            .counting(&[
                ("revenue_goal", In(Money)),
                ("renewals", In(Money)),
                ("average_deal", In(Money)),
                ("win_rate", In(Percent)),
                ("sql_to_opportunity", In(Percent)),
                ("sal_to_sql", In(Percent)),
                ("mql_to_sal", In(Percent)),
                ("sourced_share", In(Percent)),
                ("cycle_days", In(Days)),
                ("by_hand", In(Count)),
            ])
            .with_terms(|column, text| (column == "spread").then(|| sentence(text)))
            .with_together(&[&["spread", "by_hand"]])
            .restored_by(restore!(Funnel, EditFunnel)),
        Table::of::<Measure>()
            .called("measure")
            .counting(&[("target", InTheRowsUnit), ("actual", InTheRowsUnit)])
            .with_terms(|column, text| match column {
                "side" => side(text),
                "unit" | "direction" => Some(sentence(text)),
                _ => None,
            })
            .with_together(&[&["unit", "direction", "target", "actual"]])
            .restored_by(restore!(Measure, EditMeasure)),
        Table {
            // What one side wrote stays sealed from the other until both are revealed.
            may_read: may_read_retro_note,
            sealed: Some(Sealed {
                columns: &["text"],
                is_sealed: is_not_revealed,
            }),
            ..Table::of::<RetroNote>()
                .called("look-back point")
                .with_terms(|column, text| match column {
                    "side" => side(text),
                    "kind" => Some(sentence(text)),
                    _ => None,
                })
                .restored_by(restore!(RetroNote, EditRetroNote))
        },
        Table {
            has_short_name: true,
            ..Table::of::<Segment>().restored_by(restore!(Segment, EditSegment))
        },
        Table {
            has_short_name: true,
            ..Table::of::<TargetAccount>().restored_by(restore!(TargetAccount, EditTargetAccount))
        },
        Table::of::<OutOfScope>()
            .called("line of what we will not do")
            .restored_by(restore!(OutOfScope, EditOutOfScope)),
        Table {
            has_short_name: true,
            is_referred_to: true,
            ..Table::of::<Goal>()
                .counting(&[
                    ("adds_up", YesOrNo),
                    ("about_customer", YesOrNo),
                    ("baseline", InTheRowsUnit),
                    ("target", InTheRowsUnit),
                    ("stretch", InTheRowsUnit),
                    ("by_hand", InTheRowsUnit),
                ])
                .with_terms(|column, text| match column {
                    "metric" => term(text, |metric: Metric| {
                        metric.entry().map_or("Our own metric", |entry| entry.name).into()
                    }),
                    "unit" | "direction" | "split_into" | "split_by" | "tracked_every" => {
                        Some(sentence(text))
                    }
                    _ => None,
                })
                .with_together(&[
                    &[
                        "metric",
                        "unit",
                        "direction",
                        "adds_up",
                        "baseline",
                        "target",
                        "stretch",
                    ],
                    &["split_into", "split_by", "by_hand"],
                ])
                .restored_by(restore!(Goal, EditGoal))
        },
        Table {
            has_short_name: true,
            ..Table::of::<Initiative>()
                .counting(&[("budget", In(Money)), ("expected_leads", In(Count))])
                .with_terms(bucket)
                .with_together(&[&["starts", "ends"]])
                .restored_by(restore!(Initiative, EditInitiative))
        },
        Table::of::<Responsibility>()
            .called("responsibility")
            .with_terms(bucket)
            .restored_by(restore!(Responsibility, EditResponsibility)),
        Table::of::<Risk>()
            .with_terms(|column, text| (column == "kind").then(|| sentence(text)))
            .restored_by(restore!(Risk, EditRisk)),
        Table::of::<AgendaItem>()
            .counting(&[("minutes", In(Count))])
            .with_terms(section)
            .restored_by(restore!(AgendaItem, EditAgendaItem)),
        Table::of::<ParkedItem>()
            .counting(&[("settled", YesOrNo)])
            .with_terms(section)
            .restored_by(restore!(ParkedItem, EditParkedItem)),
        Table::of::<Decision>()
            .with_terms(section)
            .restored_by(restore!(Decision, EditDecision)),
        Table {
            ..Table::of::<ActionItem>()
                .called("action")
                .with_terms(section)
                .restored_by(restore!(ActionItem, EditActionItem))
        },
    ]
}

/// The lines of plans that have a name: the kind, the section in which each stands, and the name. The latest plan comes first.
const LINES: &str = "WITH line (kind, section, id, plan, name) AS (
    SELECT 'Goal', 'goals', id, plan, name FROM goal
    UNION ALL SELECT 'Initiative', 'initiatives', id, plan, name FROM initiative
    UNION ALL SELECT 'Who does what', 'who_does_what', id, plan, name FROM duty
    UNION ALL SELECT iif(kind = 'risk', 'Risk', 'Assumption'), 'risks', id, plan, name FROM risk
    UNION ALL SELECT 'Measure', 'look_back', id, plan, name FROM yardstick
    UNION ALL SELECT 'Segment', 'focus', id, plan, name FROM segment
    UNION ALL SELECT 'Target account', 'focus', id, plan, name FROM target_account
    UNION ALL SELECT 'Will not do', 'focus', id, plan, name FROM not_doing
    UNION ALL SELECT 'Decision', section, id, plan, name FROM decision
    UNION ALL SELECT 'Action', section, id, plan, name FROM todo
    UNION ALL SELECT 'Parked', section, id, plan, name FROM parked_item)
  SELECT line.kind, line.section, line.id, line.name, plan.year
  FROM line JOIN plan ON plan.id = line.plan ORDER BY plan.year DESC, line.kind, line.name";

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    // SQLite knows capitals and small letters of ASCII only, so each name is looked at here.
    let mut statement = reader.db().prepare_cached(LINES)?;
    let mut rows = statement.query([])?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(3)?;
        if let Some(rank) = sought.rank(&name) {
            hits.push(hit(row, name, rank)?);
        }
    }
    Ok(hits)
}

fn hit(row: &SqlRow, name: String, rank: u8) -> Result<Hit> {
    let year: i32 = row.get(4)?;
    Ok(Hit {
        room: NAME.into(),
        kind: row.get(0)?,
        section: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
        id: row.get(2)?,
        name,
        place: format!("plan {}", calendar::label(year)),
        year: Some(year),
        rank,
    })
}

/// Says what waits for whom with each plan, the latest first.
fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let plans = ListPlans {}.answer(reader)?;
    Ok(plans.iter().filter_map(overview::waiting).collect())
}
