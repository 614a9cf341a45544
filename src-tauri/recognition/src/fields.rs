//! The fields of each kind of record: what a column can be mapped to, in the user's words, and where it stands in the database.

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
    /// A number that is no amount of money.
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
    /// What it is called on screen and in reports.
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
    /// The column of the database in which it stands; parts of a name stand in one together.
    #[serde(skip)]
    #[ts(skip)]
    pub column: &'static str,
    /// The terms into which its values are translated, where they do not stay as they are.
    #[serde(skip)]
    #[ts(skip)]
    pub terms: Option<TermList>,
    /// The column of the database that keeps the file's own word beside the term.
    #[serde(skip)]
    #[ts(skip)]
    pub said_in: Option<&'static str>,
    /// Whether it stands with the opportunity that a lead's row carries, and not with the lead.
    #[serde(skip)]
    #[ts(skip)]
    pub carried: bool,
    /// Whether numbers hang on it, so that it matters from which of two columns it is read.
    #[serde(skip)]
    #[ts(skip)]
    pub decisive: bool,
    /// How many points it gives to a file being of this kind, where it was found for certain.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) speaks: u32,
}

const fn field(
    field: Field,
    column: &'static str,
    name: &'static str,
    fits: Fits,
    about: &'static str,
) -> FieldEntry {
    FieldEntry {
        field,
        name,
        about,
        fits,
        needed: false,
        afterwards: false,
        column,
        terms: None,
        said_in: None,
        carried: false,
        decisive: false,
        speaks: 0,
    }
}

impl FieldEntry {
    const fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    const fn later(self) -> Self {
        Self {
            afterwards: true,
            ..self
        }
    }

    const fn in_terms(self, list: TermList) -> Self {
        Self {
            terms: Some(list),
            ..self
        }
    }

    const fn said_in(self, column: &'static str) -> Self {
        Self {
            said_in: Some(column),
            ..self
        }
    }

    const fn carried(self) -> Self {
        Self {
            carried: true,
            ..self
        }
    }

    const fn decisive(self) -> Self {
        Self {
            decisive: true,
            ..self
        }
    }

    const fn speaks(self, points: u32) -> Self {
        Self {
            speaks: points,
            ..self
        }
    }
}

/// The fields of a lead. The last ones are those of its opportunity, where the same row carries it.
#[rustfmt::skip]
pub const LEAD_FIELDS: &[FieldEntry] = &[
    field(Field::ExternalId, "external_id", "Lead id", Fits::Id, "Names the lead in the CRM"),
    field(Field::Name, "name", "Name", Fits::Text, "The person, or what the inquiry is about").speaks(1),
    field(Field::FirstName, "name", "First name", Fits::Text, "The person’s first name").speaks(2),
    field(Field::LastName, "name", "Last name", Fits::Text, "The person’s last name").speaks(2),
    field(Field::Email, "email", "E-mail", Fits::Email, "The person’s address").speaks(4),
    field(Field::Company, "company", "Company", Fits::Text, "Where the person works").speaks(1),
    field(Field::Title, "title", "Job title", Fits::Text, "What the person does there").speaks(1),
    field(Field::Phone, "phone", "Phone", Fits::Phone, "The person’s number").speaks(1),
    field(Field::Source, "source", "Lead source", Fits::Choice, "The original channel, set once").needed().decisive().speaks(6),
    field(Field::Campaign, "campaign", "Campaign", Fits::Choice, "The specific effort that brought it").speaks(3),
    // Often filled in only when somebody takes the lead up.
    field(Field::Owner, "owner", "Owner", Fits::Text, "Who looks after it").later().speaks(1),
    field(Field::CreatedOn, "created_on", "Created on", Fits::Day, "The day the lead came in").needed().decisive().speaks(2),
    field(Field::HandedOverOn, "handed_over_on", "Handed over on", Fits::Day, "The day marketing gave it to sales").speaks(6),
    field(Field::FirstTouchOn, "first_touch_on", "First contact on", Fits::Day, "The day a person first got in touch").later().speaks(3),
    field(Field::Touches, "touches", "Touches", Fits::Number, "How often somebody got in touch").later().speaks(2),
    field(Field::Stage, "stage", "Lead stage", Fits::Choice, "How far sales has come with it").needed().later()
        .in_terms(TermList::Stage).said_in("stage_said").decisive().speaks(6),
    field(Field::Accepted, "accepted", "Accepted by sales", Fits::YesNo, "What sales said to it").later().in_terms(TermList::Acceptance).speaks(3),
    field(Field::DecidedOn, "decided_on", "Decided on", Fits::Day, "The day sales accepted or rejected it").later().speaks(2),
    field(Field::Reason, "reason", "Reason", Fits::Choice, "Why it went no further").later()
        .in_terms(TermList::Reason).said_in("reason_said").speaks(4),
    field(Field::WakeUpOn, "wake_up_on", "Wake-up date", Fits::Day, "When a recycled lead is looked at again").later().speaks(3),
    field(Field::OpportunityId, "opportunity_said", "Opportunity id", Fits::Id, "Names the opportunity it became").later().speaks(3),
    field(Field::OpportunityName, "name", "Opportunity name", Fits::Text, "What the opportunity is called").later().carried(),
    field(Field::OpportunityStage, "outcome", "Opportunity stage", Fits::Choice, "Where the opportunity stands, won or lost").later().carried()
        .in_terms(TermList::Outcome).said_in("stage_said").decisive(),
    field(Field::OpportunityValue, "value", "Opportunity value", Fits::Money, "What the opportunity is worth").later().carried().decisive(),
    field(Field::OpportunityCreatedOn, "created_on", "Opportunity created on", Fits::Day, "The day it became an opportunity").later().carried(),
    field(Field::ClosedOn, "closed_on", "Closed on", Fits::Day, "The day it was won or lost").later().carried().decisive(),
    field(Field::LostReason, "lost_reason", "Reason lost", Fits::Choice, "Why the opportunity was lost").later().carried(),
];

/// The fields of an opportunity. Its stage keeps its own words; what that says of the outcome is a field of its own.
#[rustfmt::skip]
pub const OPPORTUNITY_FIELDS: &[FieldEntry] = &[
    field(Field::OpportunityId, "external_id", "Opportunity id", Fits::Id, "Names the opportunity in the CRM"),
    field(Field::LeadId, "lead_said", "Lead id", Fits::Id, "Names the lead it came from").speaks(2),
    field(Field::Email, "email", "E-mail of the contact", Fits::Email, "Joins it to its lead where no id does").speaks(1),
    field(Field::Name, "name", "Name", Fits::Text, "What the opportunity is called").speaks(1),
    field(Field::Company, "company", "Company", Fits::Text, "Who may buy").speaks(1),
    field(Field::Owner, "owner", "Owner", Fits::Text, "Who looks after it").later().speaks(1),
    field(Field::Source, "source", "Lead source", Fits::Choice, "The original channel").decisive().speaks(1),
    field(Field::Campaign, "campaign", "Campaign", Fits::Choice, "The specific effort that brought it"),
    field(Field::CreatedOn, "created_on", "Created on", Fits::Day, "The day it became an opportunity").needed().decisive().speaks(1),
    field(Field::ClosedOn, "closed_on", "Closed on", Fits::Day, "The day it was won or lost").needed().later().decisive().speaks(6),
    field(Field::Outcome, "outcome", "Outcome", Fits::Choice, "Open, won or lost; as a rule read from the stage").needed().later()
        .in_terms(TermList::Outcome).decisive().speaks(5),
    field(Field::Stage, "stage_said", "Stage", Fits::Choice, "Where it stands in the pipeline").later().decisive().speaks(4),
    field(Field::Value, "value", "Value", Fits::Money, "What it is worth").needed().later().decisive().speaks(6),
    field(Field::Accepted, "accepted", "Accepted by sales", Fits::YesNo, "What sales said to the lead").later()
        .in_terms(TermList::Acceptance).speaks(3),
    field(Field::DecidedOn, "decided_on", "Decided on", Fits::Day, "The day sales accepted or rejected the lead").later().speaks(2),
    field(Field::LostReason, "lost_reason", "Reason lost", Fits::Choice, "Why it was lost").later().speaks(5),
];

/// The fields of what an effort cost.
#[rustfmt::skip]
pub const COST_FIELDS: &[FieldEntry] = &[
    field(Field::Source, "source", "Lead source", Fits::Choice, "The channel that was paid for").decisive(),
    field(Field::Campaign, "campaign", "Campaign", Fits::Choice, "The specific effort that was paid for"),
    field(Field::Month, "month", "Month", Fits::Month, "When the money was spent").needed(),
    field(Field::Spend, "spend", "Cost", Fits::Money, "What was spent").needed().decisive(),
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

    /// Returns into which terms the field's values are translated, or nothing where they stay as they are.
    pub fn terms(self, kind: RecordKind) -> Option<TermList> {
        self.entry(kind)?.terms
    }

    /// Returns whether it belongs to the opportunity that a lead's row carries.
    pub fn is_of_the_leads_opportunity(self) -> bool {
        self.entry(RecordKind::Leads).is_some_and(|entry| entry.carried)
    }
}

/// Returns the field that names records of a kind in the CRM, or nothing where they have no id.
pub fn own_id(kind: RecordKind) -> Option<Field> {
    let ids = fields(kind).iter().find(|entry| entry.column == "external_id");
    ids.map(|entry| entry.field)
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
    use crate::synonyms::{self, Names};

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
    fn headers_are_known_for_every_field_and_for_no_other() {
        let of = |names: &mut dyn Iterator<Item = &'static Names>| -> BTreeSet<Field> {
            names.map(|(field, ..)| *field).collect()
        };
        for (kind, heard) in [
            (RecordKind::Leads, of(&mut synonyms::of_leads())),
            (RecordKind::Opportunities, of(&mut synonyms::of_opportunities())),
            (RecordKind::Costs, of(&mut synonyms::of_costs())),
        ] {
            let listed: BTreeSet<Field> = fields(kind).iter().map(|entry| entry.field).collect();
            assert_eq!(heard, listed);
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
