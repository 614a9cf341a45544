//! Which fields tell apart what became of leads: a help in finding criteria, and a warning where a field tells too much
//! because it is only known afterwards.

mod decided;
mod sorting;

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use serde::Serialize;
use ts_rs::TS;

use super::{
    FieldName, batches,
    rules::measuring::{Measured, association},
};
use crate::leads::{
    columns::{Column, LeadColumns},
    fields::LEAD_FIELDS,
    importing::choice::word,
    period::Period,
    rules::SMALL,
};
use decided::Looked;
use sorting::{Sorted, sort};

/// From here on a field tells so much that it is likely to be known only afterwards.
const TOO_GOOD: f64 = 0.8;
/// One value of a field, and what became of its leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FeatureValue {
    /// The value, or the range of numbers.
    pub value: String,
    /// How often the outcome was the better one.
    pub rate: Measured,
}

/// A field, and how well it tells apart what became of leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FeatureField {
    /// The field.
    pub field: FieldName,
    /// What it is called.
    pub label: String,
    /// From 0 (it tells nothing) to 1 (it tells all): Cramér's V, corrected for few records.
    pub strength: f64,
    /// On how many leads this rests.
    pub n: i64,
    /// The value with which leads did best, of those with enough leads.
    pub best: Option<FeatureValue>,
    /// The value with which they did worst.
    pub worst: Option<FeatureValue>,
    /// Why it should not be trusted; nothing when it may.
    pub warning: Option<String>,
}

/// Which fields tell apart what became of leads.
#[derive(Debug, Clone, Default)]
pub(super) struct FeatureAnalysis {
    /// What outcome they were held against: won and lost where enough leads came so far, else accepted and rejected; nothing
    /// where neither did.
    pub what: Option<String>,
    /// The fields, the strongest first.
    pub fields: Vec<FeatureField>,
}

/// Returns which fields tell apart what became of the leads of a period. No definition has a part in it, so it is worked out
/// once for as long as no lead changes.
pub(super) fn fields(leads: &LeadColumns, period: Period) -> Arc<FeatureAnalysis> {
    leads
        .answer_cache
        .answer(period, |period| separating(leads, *period))
}

fn separating(leads: &LeadColumns, period: Period) -> FeatureAnalysis {
    let looked = Looked {
        leads,
        within: batches::within(leads, period),
        converted: batches::converted(leads),
    };
    let Some((told, decided, known)) = looked.won_or_lost().or_else(|| looked.accepted_or_rejected()) else {
        return FeatureAnalysis::default();
    };
    let sizes = looked.sizes();
    let fields = every_field(leads).into_par_iter().zip(&decided.facts);
    let mut fields: Vec<FeatureField> = fields
        .filter_map(|((field, column), facts)| {
            let sorted = sort(column, facts, &decided.leads, &known)?;
            separate(field, sorted, || looked.converted_alone_know(&column, sizes))
        })
        .collect();
    fields.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    FeatureAnalysis {
        what: Some(told.in_words().into()),
        fields,
    }
}

/// Returns whether so many leads say something.
fn enough(leads: usize) -> bool {
    i64::try_from(leads).unwrap_or(i64::MAX) >= SMALL
}

/// Returns every field that is known beforehand and may tell something, with its column.
pub(super) fn every_field(leads: &LeadColumns) -> Vec<(FieldName, Column<'_>)> {
    let ours = LEAD_FIELDS
        .iter()
        .filter(|entry| !entry.afterwards)
        .filter_map(|entry| {
            let column = leads.field(entry.field)?;
            Some((FieldName(word(entry.field)), column))
        });
    let own = leads
        .attributes
        .iter()
        .map(|(name, column)| (FieldName::attribute(name), column));
    ours.chain(own).filter(|(_, column)| !column.is_empty()).collect()
}

fn separate(
    field: FieldName,
    (sorting, table): Sorted,
    alone_know: impl FnOnce() -> bool,
) -> Option<FeatureField> {
    let strength = association(&table)?;
    let n = table.iter().map(|(yes, no)| yes + no).sum();
    let mut values: Vec<FeatureValue> = table
        .iter()
        .enumerate()
        .filter(|(_, (yes, no))| yes + no >= SMALL)
        .filter_map(|(place, (yes, no))| {
            Some(FeatureValue {
                value: sorting.name(place)?,
                rate: Measured::part(*yes, yes + no),
            })
        })
        .collect();
    values.sort_by(|a, b| {
        let points = |value: &FeatureValue| value.rate.rate.basis_points.unwrap_or(0.0);
        points(b).total_cmp(&points(a))
    });
    let (best, worst) = if values.len() > 1 {
        (values.first().cloned(), values.last().cloned())
    } else {
        (None, None)
    };
    Some(FeatureField {
        label: field.label(),
        warning: warning(strength, alone_know),
        field,
        strength,
        n,
        best,
        worst,
    })
}

/// Says why a field should not be trusted: it tells the outcome almost alone, or it is filled in almost only once a lead has
/// become an opportunity.
fn warning(strength: f64, alone_know: impl FnOnce() -> bool) -> Option<String> {
    if strength >= TOO_GOOD {
        return Some(
            "It tells the outcome almost alone. Make sure that it is known when a lead is handed over, and not only \
             afterwards."
                .into(),
        );
    }
    alone_know().then(|| {
        "It is filled in almost only for leads that became an opportunity, so it is probably known only afterwards.".into()
    })
}
