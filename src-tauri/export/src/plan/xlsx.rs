//! The plan as a workbook: the goals by month, the funnel maths, the initiatives.

use lockstep_core::plan::view::{Figure, GoalView, PlanView};
use lockstep_workspace::{Error, Result, units::Unit};
use rust_xlsxwriter::{DocProperties, Workbook};

use super::{sheet::Teller, shown_version};
use crate::{
    options::{Options, Paper},
    workbook::{Cell, Done, Table, excel_day, print_on, text},
};

/// Returns the plan as a workbook.
///
/// # Errors
/// `Internal` when a sheet cannot be written.
pub fn xlsx(view: &PlanView, options: &Options) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let teller = Teller::new(view);
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(&view.company));
    write(&mut book, &teller, paper, options.today).map_err(Error::internal)?;
    book.save_to_buffer().map_err(Error::internal)
}

fn write(book: &mut Workbook, teller: &Teller, paper: Paper, today: chrono::NaiveDate) -> Done {
    let view = teller.view;
    let as_of = shown_version(view).map_or(today, |version| {
        view.company
            .zone()
            .day_of(version.in_force_since.unwrap_or(version.proposed_at))
    });
    book.set_properties(
        &DocProperties::new()
            .set_title(format!("Annual plan {}", view.label))
            .set_company(view.company.name.clone())
            .set_creation_datetime(&excel_day(as_of)?),
    );
    for (name, fill) in [
        ("Goals by month", goals as fn(&mut Table, &Teller) -> Done),
        ("Funnel maths", funnel),
        ("Initiatives", initiatives),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        print_on(sheet, paper, &view.label, name);
        fill(&mut Table::on(sheet, teller.words()), teller)?;
    }
    Ok(())
}

fn goals(table: &mut Table, teller: &Teller) -> Done {
    let view = teller.view;
    let mut heads: Vec<Cell> = [
        "Goal",
        "Unit",
        "Owner in Sales",
        "Owner in Marketing",
        "Baseline",
        "Target",
        "Stretch",
    ]
    .map(|head| Cell::Head(head.into()))
    .into();
    heads.extend(view.months.iter().map(|month| Cell::MonthHead(*month)));
    heads.push(Cell::Head("Sum of the months".into()));
    table.line(heads)?;
    for goal in &view.goals {
        table.line(goal_cells(teller, goal))?;
    }
    table.sheet.set_freeze_panes(1, 1)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.widths(&[34.0, 9.0, 20.0, 20.0, 13.0, 13.0, 13.0])?;
    for month in 7..20 {
        table.sheet.set_column_width(month, 12)?;
    }
    Ok(())
}

fn goal_cells(teller: &Teller, view: &GoalView) -> Vec<Cell> {
    let goal = &view.goal;
    let value = |value: Option<i64>| {
        value.map_or(Cell::Nothing, |value| {
            Cell::Value(goal.unit, teller.whole_units(goal.unit, value))
        })
    };
    let mut cells = vec![
        text(&goal.name),
        text(teller.unit(goal.unit)),
        text(teller.name_of(goal.sales_owner.as_ref())),
        text(teller.name_of(goal.marketing_owner.as_ref())),
        value(goal.baseline),
        value(goal.target),
        value(goal.stretch),
    ];
    cells.extend((0..12).map(|month| value(view.months.get(month).copied())));
    let adds_up = goal.adds_up && !view.months.is_empty();
    cells.push(value(
        adds_up.then(|| view.months.iter().copied().fold(0, i64::saturating_add)),
    ));
    cells
}

fn funnel(table: &mut Table, teller: &Teller) -> Done {
    let view = &teller.view.funnel;
    let money = |value: Option<i64>| {
        value.map_or(Cell::Nothing, |value| {
            Cell::Value(Unit::Money, teller.whole_units(Unit::Money, value))
        })
    };
    let worked_money = |figure: &Figure| match figure.value {
        Some(value) => Cell::Value(Unit::Money, value * teller.whole_units(Unit::Money, 1)),
        None => text(figure.because.clone().unwrap_or_default()),
    };
    let amount = format!("Amount in {}", teller.words().currency());
    table.heads(&["The goal", &amount])?;
    table.line([text("Revenue goal"), money(view.funnel.revenue_goal)])?;
    table.line([text("Renewals and expansion"), money(view.funnel.renewals)])?;
    table.line([text("New revenue"), worked_money(&view.new_revenue)])?;
    table.line([text("Sourced by marketing"), worked_money(&view.sourced_revenue)])?;
    table.row += 1;

    table.heads(&["What goes in", "Last year", "Ours", "Used", "Why", "Formula"])?;
    for input in &view.inputs {
        let value = |value: Option<i64>| {
            value.map_or(Cell::Nothing, |value| {
                Cell::Value(input.unit, teller.whole_units(input.unit, value))
            })
        };
        table.line([
            text(&input.label),
            value(input.last_year),
            value(input.ours),
            value(input.used),
            text(&input.why),
            text(&input.formula),
        ])?;
    }
    table.row += 1;

    table.heads(&["What the year takes", "Exact", "A month", "", "", "Formula"])?;
    for stage in &view.stages {
        let exact = |figure: &Figure| match figure.value {
            Some(value) => Cell::Exact(value),
            None => text(figure.because.clone().unwrap_or_default()),
        };
        table.line([
            text(&stage.label),
            exact(&stage.year),
            exact(&stage.month),
            Cell::Nothing,
            Cell::Nothing,
            text(&stage.formula),
        ])?;
    }
    table.row += 1;

    table.heads(&["Month", "Deals", "Opportunities", "SQL", "SAL", "MQL"])?;
    for month in &view.months {
        let exact = |value: Option<f64>| value.map_or(Cell::Nothing, Cell::Exact);
        table.line([
            Cell::Month(month.first_day),
            exact(Some(month.deals).filter(|_| !month.before_the_year)),
            exact(month.opportunities),
            exact(month.sql),
            exact(month.sal),
            exact(month.mql),
        ])?;
    }
    table.widths(&[30.0, 18.0, 16.0, 16.0, 34.0, 50.0])
}

fn initiatives(table: &mut Table, teller: &Teller) -> Done {
    let view = &teller.view.initiatives;
    let money = |value: i64| Cell::Value(Unit::Money, teller.whole_units(Unit::Money, value));
    let count = |value: i64| Cell::Value(Unit::Count, value as f64);
    let budget = format!("Budget in {}", teller.words().currency());
    table.heads(&[
        "Bucket",
        "Initiative",
        "Owner",
        "Starts",
        "Ends",
        "Serves",
        &budget,
        "Expected accepted leads",
    ])?;
    for bucket in &view.buckets {
        for row in view.lines.iter().filter(|row| row.bucket == bucket.bucket) {
            table.line([
                text(&bucket.name),
                text(&row.name),
                text(teller.name_of(row.owner.as_ref())),
                row.starts.map_or(Cell::Nothing, Cell::Day),
                row.ends.map_or(Cell::Nothing, Cell::Day),
                text(teller.goal_name(row.goal.as_ref()).unwrap_or_default()),
                row.budget.map_or(Cell::Nothing, money),
                row.expected_leads.map_or(Cell::Nothing, count),
            ])?;
        }
    }
    let blanks = || (0..5).map(|_| Cell::Nothing);
    let line = |label: &str, cells: [Cell; 2]| {
        std::iter::once(Cell::Head(label.into()))
            .chain(blanks())
            .chain(cells)
            .collect::<Vec<_>>()
    };
    table.row += 1;
    table.line(line(
        "All initiatives",
        [money(view.budget), count(view.expected_leads)],
    ))?;
    let asked = match view.asked_leads.value {
        Some(value) => Cell::Exact(value),
        None => text(view.asked_leads.because.clone().unwrap_or_default()),
    };
    let year = teller.view.plan.budget.map_or(Cell::Nothing, money);
    table.line(line("The year’s budget, and what the maths asks", [year, asked]))?;
    table.sheet.set_freeze_panes(1, 2)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.widths(&[28.0, 44.0, 22.0, 13.0, 13.0, 30.0, 16.0, 16.0])
}
