//! Leads from a terminal: the files that brought them, the ledger and the funnel.

use lockstep_core::{
    ids::ImportId,
    leads::{
        funnel::{LeadFunnel, LeadFunnelView, LostOrIgnored},
        ledger::{LeadOrder, ListImports, ListLeads},
        reverting::RevertImport,
        rules::{FunnelRow, Rate},
    },
};
use lockstep_export::text_table::{NOTHING, Table, counted};
use lockstep_workspace::{Error, Result, Workspace, company::ShowCompany, words::Words};
use serde_json::Value;

use crate::{
    Answer,
    arguments::{Period, WhichLeads},
};

/// Returns how the company writes numbers, amounts and days.
pub fn words_of(workspace: &Workspace) -> Result<Words> {
    Ok(Words::new(&workspace.ask(ShowCompany {})?.company))
}

/// Lists the files that were taken in.
pub fn imports(workspace: &Workspace) -> Result<Answer> {
    let imports = workspace.ask(ListImports {})?;
    let words = words_of(workspace)?;
    let mut table = Table::new(&[
        "Import",
        "When",
        "File",
        "Kind",
        ">Rows",
        ">Added",
        ">Updated",
        ">Unchanged",
        ">Rejected",
        "",
    ]);
    for import in &imports {
        table.line([
            import.id.to_string(),
            words.moment(import.at),
            import.file_name.clone(),
            import.kind.name().into(),
            words.count(import.rows),
            words.count(import.added),
            words.count(import.updated),
            words.count(import.unchanged),
            words.count(import.rejected),
            if import.taken_back_at.is_some() {
                "taken back".into()
            } else {
                String::new()
            },
        ]);
    }
    Answer::new(&imports, table.to_string())
}

/// Takes an import back.
pub fn take_back(workspace: &mut Workspace, import: String) -> Result<Answer> {
    let done = workspace.act(RevertImport {
        import: ImportId(import),
    })?;
    let words = words_of(workspace)?;
    let said = format!(
        "{} removed, {} put back to what the other imports say; stayed because they were edited since: {}; because another \
         import tells of them, too: {}.",
        counted(&words, done.removed, "row"),
        words.count(done.restored),
        words.count(done.kept_edited),
        words.count(done.kept_changed_later)
    );
    Answer::new(&done, said)
}

/// Returns the funnel with all its rows, and what was asked for it.
pub fn whole_funnel(
    workspace: &Workspace,
    by: String,
    period: &Period,
    sort: Option<String>,
) -> Result<(LeadFunnel, LeadFunnelView)> {
    let asked = LeadFunnel {
        by,
        from: period.from,
        to: period.to,
        sort: term("sort", sort)?,
        reverse: None,
        limit: None,
    }
    .with_all_rows();
    let view = workspace.ask(asked.clone())?;
    Ok((asked, view))
}

/// Shows what became of the leads.
pub fn funnel(
    workspace: &Workspace,
    by: String,
    period: &Period,
    lost: bool,
    sort: Option<String>,
) -> Result<Answer> {
    let (from, to) = (period.from, period.to);
    let words = words_of(workspace)?;
    if lost {
        let lost = workspace.ask(LostOrIgnored {
            by,
            from,
            to,
            limit: Some(u32::MAX),
        })?;
        let mut table = Table::new(&[
            "",
            ">Leads",
            ">Untouched",
            ">Past the promise",
            ">Abandoned",
            ">Lost or ignored",
        ]);
        for (row, is_all) in lost
            .rows
            .iter()
            .map(|row| (row, false))
            .chain([(&lost.all, true)])
        {
            table.line([
                name(row.name.as_deref(), is_all),
                words.count(row.leads),
                count(&words, row.untouched),
                count(&words, row.untouched_overdue),
                count(&words, row.abandoned),
                rate(&words, row.lost_or_ignored),
            ]);
        }
        return Answer::new(&lost, table.to_string());
    }
    let (_, funnel) = whole_funnel(workspace, by, period, sort)?;
    let mut table = Table::new(&[
        "",
        ">Leads",
        ">Converted",
        ">Accepted",
        ">Acceptance",
        ">Won",
        ">Lost",
        ">Win rate",
        ">Won value",
        ">Cycle",
        ">Lost or ignored",
        ">Cost/accepted",
    ]);
    let line = |row: &FunnelRow, is_all: bool| {
        let days = row.median_cycle_days.map(|days| words.days(days));
        // Costs are far below 2^53 minor units.
        #[allow(clippy::cast_possible_truncation)]
        let cost = row.cost_per_accepted.map(|cost| cost.round() as i64);
        [
            name(row.name.as_deref(), is_all),
            words.count(row.leads),
            rate(&words, row.converted),
            count(&words, row.accepted),
            rate(&words, row.acceptance),
            count(&words, row.won),
            count(&words, row.lost),
            rate(&words, row.win_rate),
            at_least(&words, row.won_value, row.won_without_value),
            days.unwrap_or_else(|| NOTHING.into()),
            rate(&words, row.lost_or_ignored),
            at_least(&words, cost, row.leads_without_cost),
        ]
    };
    for row in &funnel.rows {
        table.line(line(row, false));
    }
    table.line(line(&funnel.all, true));
    let mut text = format!("{table}{}\n", funnel.counted);
    for note in &funnel.notes {
        text += &format!("{note}\n");
    }
    Answer::new(&funnel, text)
}

fn name(name: Option<&str>, is_all: bool) -> String {
    match (name, is_all) {
        (_, true) => "All".into(),
        (Some(name), _) => name.into(),
        (None, _) => "(missing)".into(),
    }
}

/// Writes a count, or that it is not known.
fn count(words: &Words, count: Option<i64>) -> String {
    count.map_or_else(|| NOTHING.into(), |count| words.count(count))
}

/// Writes a sum, and that it is at least so much where something of what is summed is not known.
pub fn at_least(words: &Words, value: Option<i64>, without: i64) -> String {
    match value {
        None => NOTHING.into(),
        Some(value) if without > 0 => format!("≥ {}", words.money(value)),
        Some(value) => words.money(value),
    }
}

/// Writes a rate with its n; `*` marks one that rests on few.
pub fn rate(words: &Words, rate: Rate) -> String {
    match rate.basis_points {
        None => NOTHING.into(),
        Some(points) => format!(
            "{} of {}{}",
            words.measured_rate(points, 2),
            words.count(rate.n),
            if rate.small { " *" } else { "" }
        ),
    }
}

/// Lists leads.
pub fn list(workspace: &Workspace, which: WhichLeads) -> Result<Answer> {
    let or_without = |text: Option<String>| text.map(|text| if text == "-" { String::new() } else { text });
    let page = workspace.ask(ListLeads {
        source: or_without(which.source),
        stage: term("stage", which.stage)?,
        accepted: term("accepted", which.accepted)?,
        verdict: term("verdict", which.verdict)?,
        owner: or_without(which.owner),
        import: which.import.map(ImportId),
        text: which.text,
        from: which.period.from,
        to: which.period.to,
        lost_or_ignored: which.lost.then_some(true),
        sort: Some(LeadOrder::Latest),
        offset: Some(which.offset),
        limit: Some(which.limit),
        ..ListLeads::default()
    })?;
    let words = words_of(workspace)?;
    let mut table = Table::new(&[
        "Id",
        "Name",
        "Company",
        "Source",
        "Owner",
        "Came in",
        "Stage",
        "Sales said",
    ]);
    let or_nothing = |text: &Option<String>| text.clone().unwrap_or_else(|| NOTHING.into());
    for lead in &page.leads {
        table.line([
            or_nothing(&lead.external_id),
            or_nothing(&lead.name),
            or_nothing(&lead.company),
            or_nothing(&lead.source),
            or_nothing(&lead.owner),
            lead.created_on
                .map_or_else(|| NOTHING.into(), |day| words.day(day)),
            lead.stage
                .map_or_else(|| NOTHING.into(), |stage| stage.name().into()),
            lead.decision.name().into(),
        ]);
    }
    let shown = i64::try_from(page.leads.len()).unwrap_or(i64::MAX);
    let text = format!(
        "{table}{} of {} leads\n",
        words.count(shown),
        words.count(page.total)
    );
    Answer::new(&page, text)
}

fn term<T: serde::de::DeserializeOwned>(field: &str, word: Option<String>) -> Result<Option<T>> {
    word.map(|word| serde_json::from_value(Value::String(word.to_lowercase())))
        .transpose()
        .map_err(|error| Error::invalid(field, format!("This is no {field}: {error}.")))
}
