//! The fields of each kind of record, in the user's words: what a column can be mapped to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::terms::{RecordKind, TermList};

/// A field of a record. Some stand in more than one kind; what they are called there says [`fields`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each one's name and meaning stands in its entry below, where screens read it too.
pub enum Field {
    ExternalId,
    LeadId,
    OpportunityId,
    Email,
    Name,
    FirstName,
    LastName,
    Company,
    Title,
    Phone,
    Source,
    Campaign,
    Owner,
    CreatedOn,
    HandedOverOn,
    FirstTouchOn,
    Touches,
    Stage,
    Outcome,
    Accepted,
    DecidedOn,
    Reason,
    WakeUpOn,
    OpportunityName,
    OpportunityStage,
    OpportunityValue,
    OpportunityCreatedOn,
    Value,
    ClosedOn,
    LostReason,
    Month,
    Spend,
}

/// What kind of column fits a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// Something that names one record and no other.
    Id,
    /// Any text.
    Text,
    /// A word from a short list: a source, a stage.
    Choice,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A day, with or without a time.
    Day,
    /// A month, or a day in it.
    Month,
    /// An amount of money.
    Money,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
}

impl Fits {
    /// Returns what is wanted, to end a sentence: "the values are no days".
    pub fn plural(self) -> &'static str {
        match self {
            Self::Id => "ids, a different one in each row",
            Self::Text => "words",
            Self::Choice => "words from a short list",
            Self::Email => "e-mail addresses",
            Self::Phone => "telephone numbers",
            Self::Day => "days",
            Self::Month => "months",
            Self::Money => "amounts",
            Self::Number => "numbers",
            Self::YesNo => "yes or no",
        }
    }
}

/// What there is to know about a field of a kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldEntry {
    /// The field.
    pub field: Field,
    /// Its name.
    pub name: &'static str,
    /// What it means, in a few words.
    pub about: &'static str,
    /// What kind of column fits.
    pub fits: Fits,
    /// Whether the records say too little without it, so that its absence is said.
    pub needed: bool,
    /// Whether it is known only after the lead was handed over: it may never be a criterion of a definition, or the
    /// definition would foretell what it has already seen.
    pub afterwards: bool,
}

const fn known(field: Field, name: &'static str, fits: Fits, about: &'static str) -> FieldEntry {
    FieldEntry {
        field,
        name,
        about,
        fits,
        needed: false,
        afterwards: false,
    }
}

const fn needed(field: Field, name: &'static str, fits: Fits, about: &'static str) -> FieldEntry {
    FieldEntry {
        needed: true,
        ..known(field, name, fits, about)
    }
}

const fn later(field: Field, name: &'static str, fits: Fits, about: &'static str) -> FieldEntry {
    FieldEntry {
        afterwards: true,
        ..known(field, name, fits, about)
    }
}

const fn needed_later(field: Field, name: &'static str, fits: Fits, about: &'static str) -> FieldEntry {
    FieldEntry {
        needed: true,
        ..later(field, name, fits, about)
    }
}

/// The fields of a lead. The last ones are those of its opportunity, where the same row carries it.
#[rustfmt::skip]
pub const LEAD_FIELDS: &[FieldEntry] = &[
    known(Field::ExternalId, "Lead id", Fits::Id, "Names the lead in the CRM"),
    known(Field::Name, "Name", Fits::Text, "The person, or what the inquiry is about"),
    known(Field::FirstName, "First name", Fits::Text, "The person’s first name"),
    known(Field::LastName, "Last name", Fits::Text, "The person’s last name"),
    known(Field::Email, "E-mail", Fits::Email, "The person’s address"),
    known(Field::Company, "Company", Fits::Text, "Where the person works"),
    known(Field::Title, "Job title", Fits::Text, "What the person does there"),
    known(Field::Phone, "Phone", Fits::Phone, "The person’s number"),
    needed(Field::Source, "Lead source", Fits::Choice, "The original channel, set once"),
    known(Field::Campaign, "Campaign", Fits::Choice, "The specific effort that brought it"),
    // Often filled in only when somebody takes the lead up.
    later(Field::Owner, "Owner", Fits::Text, "Who looks after it"),
    needed(Field::CreatedOn, "Created on", Fits::Day, "The day the lead came in"),
    known(Field::HandedOverOn, "Handed over on", Fits::Day, "The day marketing gave it to sales"),
    later(Field::FirstTouchOn, "First contact on", Fits::Day, "The day a person first got in touch"),
    later(Field::Touches, "Touches", Fits::Number, "How often somebody got in touch"),
    needed_later(Field::Stage, "Lead stage", Fits::Choice, "How far sales has come with it"),
    later(Field::Accepted, "Accepted by sales", Fits::YesNo, "What sales said to it"),
    later(Field::DecidedOn, "Decided on", Fits::Day, "The day sales accepted or rejected it"),
    later(Field::Reason, "Reason", Fits::Choice, "Why it went no further"),
    later(Field::WakeUpOn, "Wake-up date", Fits::Day, "When a recycled lead is looked at again"),
    later(Field::OpportunityId, "Opportunity id", Fits::Id, "Names the opportunity it became"),
    later(Field::OpportunityName, "Opportunity name", Fits::Text, "What the opportunity is called"),
    later(Field::OpportunityStage, "Opportunity stage", Fits::Choice, "Where the opportunity stands, won or lost"),
    later(Field::OpportunityValue, "Opportunity value", Fits::Money, "What the opportunity is worth"),
    later(Field::OpportunityCreatedOn, "Opportunity created on", Fits::Day, "The day it became an opportunity"),
    later(Field::ClosedOn, "Closed on", Fits::Day, "The day it was won or lost"),
    later(Field::LostReason, "Reason lost", Fits::Choice, "Why the opportunity was lost"),
];

/// The fields of an opportunity.
#[rustfmt::skip]
pub const OPPORTUNITY_FIELDS: &[FieldEntry] = &[
    known(Field::OpportunityId, "Opportunity id", Fits::Id, "Names the opportunity in the CRM"),
    known(Field::LeadId, "Lead id", Fits::Id, "Names the lead it came from"),
    known(Field::Email, "E-mail of the contact", Fits::Email, "Joins it to its lead where no id does"),
    known(Field::Name, "Name", Fits::Text, "What the opportunity is called"),
    known(Field::Company, "Company", Fits::Text, "Who may buy"),
    later(Field::Owner, "Owner", Fits::Text, "Who looks after it"),
    known(Field::Source, "Lead source", Fits::Choice, "The original channel"),
    known(Field::Campaign, "Campaign", Fits::Choice, "The specific effort that brought it"),
    needed(Field::CreatedOn, "Created on", Fits::Day, "The day it became an opportunity"),
    needed_later(Field::ClosedOn, "Closed on", Fits::Day, "The day it was won or lost"),
    needed_later(Field::Outcome, "Outcome", Fits::Choice, "Open, won or lost; as a rule read from the stage"),
    later(Field::Stage, "Stage", Fits::Choice, "Where it stands in the pipeline"),
    needed_later(Field::Value, "Value", Fits::Money, "What it is worth"),
    later(Field::Accepted, "Accepted by sales", Fits::YesNo, "What sales said to the lead"),
    later(Field::DecidedOn, "Decided on", Fits::Day, "The day sales accepted or rejected the lead"),
    later(Field::LostReason, "Reason lost", Fits::Choice, "Why it was lost"),
];

/// The fields of what an effort cost.
#[rustfmt::skip]
pub const COST_FIELDS: &[FieldEntry] = &[
    known(Field::Source, "Lead source", Fits::Choice, "The channel that was paid for"),
    known(Field::Campaign, "Campaign", Fits::Choice, "The specific effort that was paid for"),
    needed(Field::Month, "Month", Fits::Month, "When the money was spent"),
    needed(Field::Spend, "Cost", Fits::Money, "What was spent"),
];

/// Returns the fields of a kind of record, in the order in which they are offered.
pub fn fields(kind: RecordKind) -> &'static [FieldEntry] {
    match kind {
        RecordKind::Leads => LEAD_FIELDS,
        RecordKind::Opportunities => OPPORTUNITY_FIELDS,
        RecordKind::Costs => COST_FIELDS,
    }
}

impl Field {
    /// Returns what there is to know about it in a kind of record, or nothing where the kind has no such field.
    pub fn entry(self, kind: RecordKind) -> Option<&'static FieldEntry> {
        fields(kind).iter().find(|entry| entry.field == self)
    }

    /// Returns into which terms the field's values are translated, or nothing where they stay as they are. The stage of
    /// an opportunity says what became of it; it keeps its own words beside.
    pub fn terms(self, kind: RecordKind) -> Option<TermList> {
        match (self, kind) {
            (Self::Stage, RecordKind::Leads) => Some(TermList::Stage),
            (Self::Outcome, RecordKind::Opportunities) | (Self::OpportunityStage, RecordKind::Leads) => {
                Some(TermList::Outcome)
            }
            (Self::Accepted, RecordKind::Leads | RecordKind::Opportunities) => Some(TermList::Acceptance),
            (Self::Reason, RecordKind::Leads) => Some(TermList::Reason),
            _ => None,
        }
    }

    /// Returns whether it belongs to the opportunity that a lead's row carries.
    pub fn is_of_the_leads_opportunity(self) -> bool {
        matches!(
            self,
            Self::OpportunityName
                | Self::OpportunityStage
                | Self::OpportunityValue
                | Self::OpportunityCreatedOn
                | Self::ClosedOn
                | Self::LostReason
        )
    }
}

/// Returns the ways in which records of a kind can be told apart, the surest first: of one of these groups every field
/// has to be there, or taking the same file in again would add everything a second time.
pub fn identities(kind: RecordKind) -> &'static [&'static [Field]] {
    match kind {
        RecordKind::Leads => &[
            &[Field::ExternalId],
            &[Field::Email],
            &[Field::Name, Field::Company],
            &[Field::LastName, Field::Company],
        ],
        RecordKind::Opportunities => &[
            &[Field::OpportunityId],
            &[Field::LeadId],
            &[Field::Name, Field::Company],
            &[Field::Name, Field::CreatedOn],
            &[Field::Email, Field::CreatedOn],
        ],
        RecordKind::Costs => &[&[Field::Source], &[Field::Campaign]],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_kind_lists_a_field_and_a_name_once() {
        for kind in RecordKind::ALL {
            let names: BTreeSet<&str> = fields(kind).iter().map(|entry| entry.name).collect();
            let listed: BTreeSet<Field> = fields(kind).iter().map(|entry| entry.field).collect();
            assert_eq!(names.len(), fields(kind).len());
            assert_eq!(listed.len(), fields(kind).len());
            assert!(
                identities(kind)
                    .iter()
                    .flat_map(|group| group.iter())
                    .all(|field| field.entry(kind).is_some())
            );
        }
    }

    #[test]
    fn what_became_of_a_lead_is_never_a_criterion() {
        use Field::*;
        for field in [
            Stage,
            Accepted,
            DecidedOn,
            Reason,
            WakeUpOn,
            Touches,
            FirstTouchOn,
            OpportunityId,
            OpportunityName,
            OpportunityStage,
            OpportunityValue,
            OpportunityCreatedOn,
            ClosedOn,
            LostReason,
        ] {
            assert!(
                field
                    .entry(RecordKind::Leads)
                    .is_some_and(|entry| entry.afterwards),
                "{field:?}"
            );
        }
        for field in [Source, Campaign, Title, Company, CreatedOn, HandedOverOn] {
            assert!(
                field
                    .entry(RecordKind::Leads)
                    .is_some_and(|entry| !entry.afterwards),
                "{field:?}"
            );
        }
    }

    #[test]
    fn values_are_translated_where_a_field_has_terms() {
        assert_eq!(Field::Stage.terms(RecordKind::Leads), Some(TermList::Stage));
        // The pipeline's own stages keep their words; what they say about the outcome is a field of its own.
        assert_eq!(Field::Stage.terms(RecordKind::Opportunities), None);
        assert_eq!(
            Field::OpportunityStage.terms(RecordKind::Leads),
            Some(TermList::Outcome)
        );
        assert_eq!(Field::Source.terms(RecordKind::Leads), None);
    }
}
