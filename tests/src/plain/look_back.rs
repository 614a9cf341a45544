//! The numbers of a look back: what leads and opportunities tell of one year.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{Books, Counted, Opportunity, Outcome, funnel::told_rate, median, told::Told};

/// A calendar year:
///
/// - leads: handed over in it (where that is not known: came in); `shape` the same by month;
/// - accepted: decided in it, where the day of the decision is not known, handed over in it;
/// - SQL: handed over in it, and has an opportunity;
/// - opportunities: created in it, where that day is not known, closed in it; won, lost, revenue, cycle: closed in it;
/// - what was won or lost on a day that nobody knows may be of it unless it was created later: then how many is not known;
/// - revenue only where the value of everything won is known; the average deal of those whose value is known.
pub fn look_back(books: &Books, year: i32) -> Value {
    let within = |day: Option<NaiveDate>| day.is_some_and(|day| day.year() == year);
    let standings = books.standings();
    let leads = || books.leads.iter().zip(&standings);
    let of_year = leads().filter(|(lead, _)| within(lead.day()));
    let mut shape = vec![0_i64; 12];
    for (lead, _) in of_year.clone() {
        let month = lead.day().map_or(0, |day| day.month0() as usize);
        if let Some(count) = shape.get_mut(month) {
            *count += 1;
        }
    }
    let count = of_year.clone().count() as i64;
    let accepted = leads()
        .filter(|(lead, one)| one.counted == Counted::Accepted && within(one.decided.or(lead.day())))
        .count();
    let told = Told::by(books, &standings);
    let deals = || books.opportunities.iter();
    let closed = |outcome: Outcome| -> Vec<&Opportunity> {
        deals()
            .filter(|one| one.outcome == Some(outcome) && within(one.closed))
            .collect()
    };
    let (won, lost) = (closed(Outcome::Won), closed(Outcome::Lost));
    let values: Vec<i64> = won.iter().filter_map(|one| one.value).collect();
    let sum: i64 = values.iter().sum();
    let cycles = won.iter().filter_map(|one| {
        let first = one.created.or_else(|| books.lead_of(one)?.came_in)?;
        Some((one.closed? - first).num_days()).filter(|days| *days >= 0)
    });
    let created = deals().filter(|one| within(one.created.or(one.closed))).count();
    let may_be_of_it = |outcome: Outcome| {
        deals()
            .filter(|one| one.outcome == Some(outcome) && one.closed.is_none())
            .filter(|one| one.created.is_none_or(|created| created.year() <= year))
            .count()
    };
    let (won_some_day, lost_some_day) = (may_be_of_it(Outcome::Won), may_be_of_it(Outcome::Lost));
    let any = created + won.len() + lost.len() + won_some_day + lost_some_day > 0;
    let whole = any && told.outcomes && values.len() == won.len() && won_some_day == 0;
    json!({
        "leads": (count > 0).then_some(count),
        "accepted": (told.decisions && (count > 0 || accepted > 0)).then_some(accepted),
        "sql": (told.opportunities && count > 0).then(|| of_year.clone().filter(|(_, one)| one.converted).count()),
        "opportunities": any.then_some(created),
        "won": (any && told.outcomes && won_some_day == 0).then_some(won.len()),
        "lost": (any && told.losses && lost_some_day == 0).then_some(lost.len()),
        "revenue": whole.then_some(sum),
        "sourced_revenue": (whole && !books.marketing.is_empty()).then(|| {
            let sourced = won.iter().filter(|one| books.marketings(one).0);
            sourced.filter_map(|one| one.value).sum::<i64>()
        }),
        "won_without_value": won.len() - values.len(),
        "won_without_day": won_some_day,
        "lost_without_day": lost_some_day,
        "leads_without_day": leads().filter(|(lead, _)| lead.day().is_none()).count(),
        "opportunities_without_day": deals().filter(|one| one.created.or(one.closed).is_none()).count(),
        "average_deal": (!values.is_empty() && won_some_day == 0).then(|| sum as f64 / values.len() as f64),
        "win_rate": told_rate(
            won.len() as i64,
            (won.len() + lost.len()) as i64,
            told.losses && won_some_day + lost_some_day == 0,
        ),
        "cycle_days": if won_some_day == 0 { median(cycles.collect()) } else { None },
        "shape": if count > 0 { shape } else { Vec::new() },
    })
}
