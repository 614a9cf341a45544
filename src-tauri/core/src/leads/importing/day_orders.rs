//! In which order the other columns of a file write their days: what speaks for a column that says nothing itself, and against
//! what was remembered of it.

use lockstep_intake::{Column, ColumnKind, DayOrder, Survey, day};

/// What another column says of the order of days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'s> {
    pub order: DayOrder,
    column: &'s Column,
}

impl Beside<'_> {
    /// Returns the column and a day that can only be read in its order, in words.
    pub fn in_words(self) -> String {
        let is_telling = |sample: &&String| {
            let fits = day::orders_that_fit(sample);
            fits.dmy != fits.mdy
        };
        match self.column.samples.iter().find(is_telling) {
            Some(sample) => format!("“{}” has “{sample}”", self.column.name),
            None => format!("“{}” writes its days so", self.column.name),
        }
    }
}

/// Returns the other columns with days that can only be read in one order, apart from those that name their months.
pub(super) fn beside(survey: &Survey, place: usize) -> impl Iterator<Item = Beside<'_>> {
    let others = survey
        .columns
        .iter()
        .enumerate()
        .filter(move |(other, _)| *other != place);
    others.filter_map(|(_, column)| {
        let ColumnKind::Day(order) = column.kind else {
            return None;
        };
        let telling = match order {
            DayOrder::Dmy => column.kinds.day_dmy,
            DayOrder::Mdy => column.kinds.day_mdy,
            DayOrder::Ymd => return None,
        };
        (telling > column.kinds.day_either).then_some(Beside { order, column })
    })
}

/// Returns whether another column writes its days in another order.
pub(super) fn is_contradicted(survey: &Survey, place: usize, order: DayOrder) -> bool {
    beside(survey, place).any(|other| other.order != order)
}

/// Returns what speaks for the order of a column's days, where the days themselves leave it open: the days that allow only
/// one, else the other columns where they agree.
pub(super) fn likely(survey: &Survey, place: usize) -> Option<(DayOrder, String)> {
    if survey
        .columns
        .get(place)
        .is_some_and(|column| column.year_may_stand_first)
    {
        let why = "Likely: what stands first there is one year or two, as it would be in an export.";
        return Some((DayOrder::Ymd, why.into()));
    }
    let own = survey.columns.get(place).and_then(Column::likely_order);
    if let Some(order) = own {
        return Some((order, "Likely: more of its days can only be read so.".into()));
    }
    let first = beside(survey, place).next()?;
    (!is_contradicted(survey, place, first.order))
        .then(|| (first.order, format!("Likely: {}.", first.in_words())))
}

/// Says which columns of a file write their days in unlike orders, each as its own days say.
pub(super) fn note(survey: &Survey, is_read: impl Fn(usize) -> bool) -> Option<String> {
    let names = |wanted: DayOrder| {
        let columns = survey.columns.iter().enumerate();
        let those = columns
            .filter(|(place, _)| is_read(*place))
            .filter(|(_, column)| {
                let telling = match wanted {
                    DayOrder::Dmy => column.kinds.day_dmy,
                    _ => column.kinds.day_mdy,
                };
                column.kind == ColumnKind::Day(wanted) && telling > column.kinds.day_either
            });
        let names: Vec<String> = those.map(|(_, column)| format!("“{}”", column.name)).collect();
        (!names.is_empty()).then(|| names.join(" and "))
    };
    let (day_first, month_first) = (names(DayOrder::Dmy)?, names(DayOrder::Mdy)?);
    Some(format!(
        "Dates are written in two ways: the day stands first in {day_first}, the month in {month_first}. Each column is read as \
         its own dates say."
    ))
}
