//! What can be agreed: which noun stands behind each kind of subject.

use crate::{
    agreements::{Subject, SubjectKind},
    definition::subject::DefinitionSubject,
    plan::subject::PlanSubject,
};

/// Returns the noun behind a kind of subject.
pub fn of(kind: SubjectKind) -> &'static dyn Subject {
    match kind {
        SubjectKind::Plan => &PlanSubject,
        SubjectKind::Definition => &DefinitionSubject,
    }
}
