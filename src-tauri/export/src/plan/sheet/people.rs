//! Who does what, what may go wrong, and what the session decided.

use lockstep_core::plan::{Bucket, Responsibility as ResponsibilityRow, RiskKind};
use serde::Serialize;

use super::{Teller, teller::Named};

/// A bucket and who answers for it on each side.
#[derive(Serialize)]
pub struct BucketOwners {
    pub name: String,
    pub sales_owner: Option<Named>,
    pub marketing_owner: Option<Named>,
    /// How many initiatives, and their budget.
    pub count: String,
    pub budget: String,
}

/// A duty and what each side does.
#[derive(Serialize)]
pub struct Responsibility {
    pub name: String,
    pub is_bucket: bool,
    pub sales_owner: Option<Named>,
    pub sales_does: String,
    pub marketing_owner: Option<Named>,
    pub marketing_does: String,
}

/// A risk or an assumption.
#[derive(Serialize)]
pub struct Risk {
    pub name: String,
    pub response: String,
    pub owner: Option<Named>,
}

/// What the session brought.
#[derive(Serialize)]
pub struct Session {
    pub decisions: Vec<Decision>,
    pub todos: Vec<ActionItem>,
    /// Thoughts put aside and not yet settled.
    pub parked: Vec<Parked>,
}

#[derive(Serialize)]
pub struct Decision {
    pub name: String,
    pub section: &'static str,
    pub day: String,
}

#[derive(Serialize)]
pub struct ActionItem {
    pub name: String,
    pub section: &'static str,
    pub owner: Option<Named>,
    pub due: Option<String>,
    pub done: Option<String>,
}

#[derive(Serialize)]
pub struct Parked {
    pub name: String,
    pub section: &'static str,
}

/// Returns the five buckets with their owners.
pub fn buckets(teller: &Teller) -> Vec<BucketOwners> {
    let view = teller.view;
    Bucket::ALL
        .into_iter()
        .map(|bucket| {
            let duty = view.duties.iter().find(|duty| duty.bucket == Some(bucket));
            let sum = view.initiatives.buckets.iter().find(|sum| sum.bucket == bucket);
            BucketOwners {
                name: bucket.name().into(),
                sales_owner: teller.person(duty.and_then(|duty| duty.sales_owner.as_ref())),
                marketing_owner: teller.person(duty.and_then(|duty| duty.marketing_owner.as_ref())),
                count: teller.words().count(sum.map_or(0, |sum| sum.count)),
                budget: teller.words().money(sum.map_or(0, |sum| sum.budget)),
            }
        })
        .collect()
}

/// Returns who does what: the five buckets first, then the duties in which both sides overlap.
pub fn duties(teller: &Teller) -> Vec<Responsibility> {
    let rows = &teller.view.duties;
    let buckets = rows.iter().filter(|row| row.bucket.is_some());
    let others = rows.iter().filter(|row| row.bucket.is_none());
    buckets.chain(others).map(|row| duty(teller, row)).collect()
}

fn duty(teller: &Teller, row: &ResponsibilityRow) -> Responsibility {
    Responsibility {
        name: match row.bucket {
            Some(bucket) if row.name.trim().is_empty() => bucket.name().into(),
            _ => row.name.clone(),
        },
        is_bucket: row.bucket.is_some(),
        sales_owner: teller.person(row.sales_owner.as_ref()),
        sales_does: row.sales_does.clone(),
        marketing_owner: teller.person(row.marketing_owner.as_ref()),
        marketing_does: row.marketing_does.clone(),
    }
}

/// Returns the risks, or the assumptions.
pub fn risks(teller: &Teller, kind: RiskKind) -> Vec<Risk> {
    teller
        .view
        .risks
        .iter()
        .filter(|row| row.kind == kind)
        .map(|row| Risk {
            name: row.name.clone(),
            response: row.response.clone(),
            owner: teller.person(row.owner.as_ref()),
        })
        .collect()
}

/// Returns what the session brought.
pub fn session(teller: &Teller) -> Session {
    let session = &teller.view.session;
    Session {
        decisions: session
            .decisions
            .iter()
            .map(|row| Decision {
                name: row.name.clone(),
                section: row.section.title(),
                day: teller.words().day(row.decided_on),
            })
            .collect(),
        todos: session
            .todos
            .iter()
            .map(|row| ActionItem {
                name: row.name.clone(),
                section: row.section.title(),
                owner: teller.person(row.owner.as_ref()),
                due: teller.maybe_day(row.due),
                done: teller.maybe_day(row.done_on),
            })
            .collect(),
        parked: session
            .parked
            .iter()
            .filter(|row| !row.settled)
            .map(|row| Parked {
                name: row.name.clone(),
                section: row.section.title(),
            })
            .collect(),
    }
}
