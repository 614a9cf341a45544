//! What a back-test found, in words beside the numbers.

use super::{TestedGroup, counting::Counted};
use crate::{
    definition::{Role, evaluation::Judge, rules::measuring::Lift},
    leads::rules::{FunnelRow, Rate},
};
use lockstep_workspace::words::Words;

fn percent(rate: Rate, words: &Words) -> String {
    rate.basis_points
        .map_or_else(|| "–".into(), |points| words.measured_rate(points, 1))
}

/// Says what the test found, in a sentence that stands above the numbers.
pub(super) fn finding(
    passed: &TestedGroup,
    others: &TestedGroup,
    all: &FunnelRow,
    acceptance: &Lift,
    win: &Lift,
    words: &Words,
) -> String {
    if all.leads == 0 {
        return "There are no leads in this period.".into();
    }
    let first = format!(
        "{} of {} leads pass ({}).",
        words.count(passed.share.rate.part),
        words.count(all.leads),
        percent(passed.share.rate, words)
    );
    let times = |factor: f64| words.decimal(factor, 1);
    // What may be chance is said to be so where it is read first.
    let perhaps = |lift: &Lift| {
        if lift.is_clear {
            ""
        } else {
            ", which may be chance"
        }
    };
    let second = match (win.factor, acceptance.factor) {
        _ if passed.share.rate.part == 0 || others.share.rate.part == 0 => String::new(),
        (Some(factor), _) if all.won_leads.part > 0 => format!(
            " They were won {} times as often as the others{}: {} against {}.",
            times(factor),
            perhaps(win),
            percent(passed.won_leads.rate, words),
            percent(others.won_leads.rate, words)
        ),
        (_, Some(factor)) => format!(
            " Sales accepted them {} times as often as the others{}: {} against {}.",
            times(factor),
            perhaps(acceptance),
            percent(passed.acceptance.rate, words),
            percent(others.acceptance.rate, words)
        ),
        _ => String::new(),
    };
    format!("{first}{second}")
}

/// Says what the numbers can and cannot show.
pub(super) fn cautions(
    judge: &Judge,
    passed: &TestedGroup,
    all: &FunnelRow,
    counted: &Counted,
    words: &Words,
) -> Vec<String> {
    let mut cautions = vec![
        "These leads were worked as everybody worked then. The numbers show what goes together, not what causes what."
            .to_string(),
        "A definition that was made to fit these leads does better on them than it will on the next ones.".into(),
    ];
    if all.leads > 0 && passed.share.rate.part > 0 && passed.acceptance.rate.small {
        cautions.push(format!(
            "Sales decided on only {} of the leads that pass, so their acceptance may well be another.",
            words.count(passed.acceptance.rate.n)
        ));
    }
    if all.leads > 0 && all.won.zip(all.lost).is_none_or(|(won, lost)| won + lost == 0) {
        cautions.push(
            "Of no opportunity here is it known that it was won or lost, so nothing can be said about winning. Import \
             opportunities with their outcome to see it."
                .into(),
        );
    }
    if all.leads > 0 && all.acceptance.n == 0 {
        cautions.push(if all.accepted.is_some_and(|accepted| accepted > 0) {
            "No file says which leads sales rejected, so nothing can be said about acceptance.".into()
        } else {
            "Of none of these leads is it known whether sales accepted it, so nothing can be said about acceptance."
                .to_string()
        });
    }
    for (criterion, part) in judge.criteria().zip(&counted.criteria) {
        let mostly_unknown = all.leads > 0 && part.unknown * 2 > all.leads;
        if mostly_unknown && criterion.role != Role::Disqualifies {
            cautions.push(format!(
                "“{}” is not known of {} of the leads. The test says little about this criterion.",
                criterion.field.label(),
                percent(Rate::of(part.unknown, all.leads), words)
            ));
        }
    }
    cautions
}
