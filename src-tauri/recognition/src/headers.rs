//! Hearing what a header says: `LeadSource`, "Lead - Source", `source_id/name`, "Quelle" and "Original Lead Source" all
//! say where a lead came from, some more plainly than others.

use lockstep_intake::number::Money;
use lockstep_text::{key, words};
use std::{collections::BTreeMap, sync::LazyLock};

use super::synonyms::{self, Names};
use crate::{
    fields::{Field, Fits},
    terms::RecordKind,
};

/// HeaderPrefix column it is, where the header begins with that: "Deal - Value", "Contact: Email".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeaderPrefix {
    Lead,
    Deal,
    Person,
    Company,
    Campaign,
}

/// One way to read a header.
struct Form {
    words: Vec<String>,
    prefix: Option<HeaderPrefix>,
    /// How much less sure this way is.
    off: u8,
    /// Whether what it names stands there only as an id.
    coded: bool,
}

/// Words before a known name that make it mean something else: an expected close date is no close date.
const SPOILERS: &[&str] = &[
    "account",
    "annual",
    "assistant",
    "average",
    "avg",
    "before",
    "billing",
    "bounced",
    "company",
    "cost",
    "data",
    "days",
    "declared",
    "estimated",
    "expected",
    "forecast",
    "forecasted",
    "hours",
    "last",
    "manager",
    "modified",
    "monthly",
    "next",
    "no",
    "not",
    "number",
    "opt",
    "owner",
    "parent",
    "partner",
    "per",
    "planned",
    "previous",
    "projected",
    "rate",
    "rep",
    "shipping",
    "since",
    "target",
    "task",
    "time",
    "total",
    "updated",
    "user",
    "vendor",
    "verified",
    "weighted",
    "yearly",
];

/// Names of one word that may have others before them: "Customer Email", "Traffic Source".
const ENDINGS: &[&str] = &["email", "phone", "source", "campaign"];

/// Knows what the fields of one kind of record are called.
pub(super) struct HeaderReader {
    kind: RecordKind,
    names: BTreeMap<String, Vec<(Field, u8)>>,
    /// What an opportunity's own columns are called, for those in a lead's row.
    of_deals: BTreeMap<String, Vec<(Field, u8)>>,
}

fn listed<'n>(names: impl Iterator<Item = &'n Names>) -> BTreeMap<String, Vec<(Field, u8)>> {
    let mut by_key: BTreeMap<String, Vec<(Field, u8)>> = BTreeMap::new();
    for (field, weight, said) in names {
        for name in said.iter() {
            by_key.entry(key(name)).or_default().push((*field, *weight));
        }
    }
    by_key
}

impl HeaderReader {
    /// Returns the headers for a kind of record.
    pub(super) fn of(kind: RecordKind) -> &'static Self {
        static LEADS: LazyLock<HeaderReader> = LazyLock::new(|| HeaderReader::new(RecordKind::Leads));
        static OPPORTUNITIES: LazyLock<HeaderReader> =
            LazyLock::new(|| HeaderReader::new(RecordKind::Opportunities));
        static COSTS: LazyLock<HeaderReader> = LazyLock::new(|| HeaderReader::new(RecordKind::Costs));
        match kind {
            RecordKind::Leads => &LEADS,
            RecordKind::Opportunities => &OPPORTUNITIES,
            RecordKind::Costs => &COSTS,
        }
    }

    fn new(kind: RecordKind) -> Self {
        Self {
            kind,
            names: match kind {
                RecordKind::Leads => listed(synonyms::of_leads()),
                RecordKind::Opportunities => listed(synonyms::of_opportunities()),
                RecordKind::Costs => listed(synonyms::of_costs()),
            },
            of_deals: listed(synonyms::of_opportunities()),
        }
    }

    /// Returns the fields that a header can mean, each with how surely (of 100), in the order of the fields.
    pub(super) fn hear(&self, header: &str) -> Vec<(Field, u8)> {
        let mut heard: BTreeMap<Field, u8> = BTreeMap::new();
        for form in forms(header) {
            for (field, weight) in self.of_form(&form) {
                let weight = weight.saturating_sub(form.off);
                let best = heard.entry(field).or_default();
                *best = weight.max(*best);
            }
        }
        heard.into_iter().filter(|(_, weight)| *weight > 0).collect()
    }

    fn of_form(&self, form: &Form) -> Vec<(Field, u8)> {
        let named = |names: &BTreeMap<String, Vec<(Field, u8)>>| {
            names.get(&form.words.concat()).cloned().unwrap_or_default()
        };
        let mut found = match (form.prefix, self.kind) {
            (None, _) => {
                let mut found = named(&self.names);
                found.extend(self.ending(&form.words));
                found
            }
            (Some(HeaderPrefix::Deal), RecordKind::Leads) => named(&self.of_deals)
                .into_iter()
                .filter_map(|(field, weight)| of_the_leads_deal(field, weight))
                .collect(),
            (Some(HeaderPrefix::Company), RecordKind::Leads | RecordKind::Opportunities) => {
                let is_name = form.words.concat() == "name";
                is_name.then_some((Field::Company, 100)).into_iter().collect()
            }
            (Some(prefix), kind) => named(&self.names)
                .into_iter()
                .filter(|(field, _)| belongs(*field, prefix, kind))
                .map(|(field, weight)| match (prefix, field) {
                    // When a campaign begins is not when the money of a row was spent.
                    (HeaderPrefix::Campaign, Field::Month) => (field, weight.saturating_sub(25)),
                    _ => (field, weight),
                })
                .collect(),
        };
        if form.coded {
            found.retain(|(field, _)| may_be_coded(*field, self.kind));
        }
        found
    }

    /// Returns what the last words say, where nothing before them turns it into something else.
    fn ending(&self, heard: &[String]) -> Vec<(Field, u8)> {
        (1..heard.len())
            .filter_map(|from| Some((heard.get(..from)?, heard.get(from..)?)))
            .filter(|(before, _)| !before.iter().any(|word| SPOILERS.contains(&word.as_str())))
            .filter(|(_, last)| last.len() > 1 || last.iter().all(|word| ENDINGS.contains(&word.as_str())))
            .filter_map(|(before, last)| Some((before.len(), self.names.get(&last.concat())?)))
            .flat_map(|(before, fields)| {
                let off = 12 + 4 * u8::try_from(before).unwrap_or(20).min(20);
                fields
                    .iter()
                    .map(move |(field, weight)| (*field, weight.saturating_sub(off)))
            })
            .collect()
    }
}

/// An opportunity's field as it is called in the lead's row that carries it.
fn of_the_leads_deal(field: Field, weight: u8) -> Option<(Field, u8)> {
    match field {
        Field::OpportunityId | Field::ClosedOn | Field::LostReason => Some((field, weight)),
        Field::Name => Some((Field::OpportunityName, weight)),
        Field::Stage => Some((Field::OpportunityStage, weight)),
        Field::Outcome => Some((Field::OpportunityStage, weight.saturating_sub(4))),
        Field::Value => Some((Field::OpportunityValue, weight)),
        Field::CreatedOn => Some((Field::OpportunityCreatedOn, weight)),
        _ => None,
    }
}

fn belongs(field: Field, prefix: HeaderPrefix, kind: RecordKind) -> bool {
    match (prefix, kind) {
        // A lead's title is what it is about, a person's is what the person does.
        (HeaderPrefix::Lead, RecordKind::Leads) => field != Field::Title,
        (HeaderPrefix::Deal, RecordKind::Opportunities) | (HeaderPrefix::Campaign, RecordKind::Costs) => true,
        (HeaderPrefix::Lead, RecordKind::Opportunities) => {
            matches!(field, Field::Source | Field::Campaign | Field::Email)
        }
        (HeaderPrefix::Person, RecordKind::Leads) => matches!(
            field,
            Field::Email | Field::Name | Field::FirstName | Field::LastName | Field::Phone | Field::Title
        ),
        (HeaderPrefix::Person, RecordKind::Opportunities) => field == Field::Email,
        _ => false,
    }
}

/// Returns whether the values of a field may stand in a file as ids of another table.
fn may_be_coded(field: Field, kind: RecordKind) -> bool {
    field == Field::Owner || field.entry(kind).is_some_and(|entry| entry.fits == Fits::Choice)
}

/// Returns whose column a word at the beginning says it is.
pub(super) fn prefix(word: &str) -> Option<HeaderPrefix> {
    match word {
        "lead" | "leads" | "mql" | "inquiry" | "enquiry" => Some(HeaderPrefix::Lead),
        "deal" | "deals" | "opportunity" | "opportunities" | "opp" | "potential" | "verkaufschance"
        | "opportunite" | "opportunita" | "oportunidad" | "oportunidade" | "negocio" | "verkoopkans" => {
            Some(HeaderPrefix::Deal)
        }
        "contact" | "person" | "kontakt" | "contacto" => Some(HeaderPrefix::Person),
        "company" | "account" | "organization" | "organisation" | "firma" | "unternehmen" | "customer" => {
            Some(HeaderPrefix::Company)
        }
        "campaign" | "kampagne" | "campagne" => Some(HeaderPrefix::Campaign),
        _ => None,
    }
}

/// Returns the ways to read a header, from as it stands to what is left without what belongs to the CRM.
fn forms(header: &str) -> Vec<Form> {
    let header = header.trim();
    let custom = header.strip_suffix("__c").unwrap_or(header);
    let mut forms = vec![form(words(custom), 0, false)];
    // "Amount (EUR)", "Name (2)".
    if let Some((before, _)) = custom.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        forms.push(form(words(before), 3, false));
    }
    // "Amount EUR": in which currency is another matter.
    if let Some((before, code)) = custom.rsplit_once([' ', '_'])
        && code.bytes().all(|byte| byte.is_ascii_uppercase())
        && Money::named(code).is_some()
    {
        forms.push(form(words(before), 3, false));
    }
    // "stage_id/name" is the stage's name, "stage_id/id" its id.
    if let Some((path, last)) = custom.rsplit_once('/') {
        match key(last).as_str() {
            "name" | "displayname" => forms.push(form(words(path), 1, false)),
            "id" | "externalid" => forms.push(form(words(path), 20, true)),
            _ => {}
        }
    }
    for place in 0..forms.len() {
        let shorter = forms.get(place).and_then(without_ending);
        forms.extend(shorter);
    }
    for place in 0..forms.len() {
        let owned = forms.get(place).and_then(of_whom);
        forms.extend(owned);
    }
    forms
}

fn form(words: Vec<String>, off: u8, coded: bool) -> Form {
    Form {
        words,
        prefix: None,
        off,
        coded,
    }
}

/// "Email 1" without its number, `lead_source_id` without its id, "Owner Name" without its name.
fn without_ending(long: &Form) -> Option<Form> {
    let (last, before) = long.words.split_last().filter(|(_, before)| !before.is_empty())?;
    let (off, coded) = match last.as_str() {
        "1" => (1, long.coded),
        "id" => (12, true),
        "name" => (4, true),
        number => (6 + number.parse::<u8>().ok()?.min(9), long.coded),
    };
    // The name behind an id that is looked up is as good as the field itself.
    Some(form(before.to_vec(), long.off.saturating_add(off), coded))
}

/// "Deal - Value", "Opportunity: Value" and "deal value" are the value of a deal.
fn of_whom(whole: &Form) -> Option<Form> {
    let (first, rest) = whole.words.split_first().filter(|(_, rest)| !rest.is_empty())?;
    Some(Form {
        prefix: Some(prefix(first)?),
        words: rest.to_vec(),
        off: whole.off.saturating_add(2),
        coded: whole.coded,
    })
}

/// Returns whether a header speaks of something that is known only afterwards: what became of a lead, or when somebody last
/// laid hands on it. Such a column may be kept, but not foretell.
pub(super) fn speaks_of_afterwards(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "accepted",
        "close",
        "closed",
        "closing",
        "conversion",
        "converted",
        "disqualification",
        "disqualified",
        "forecast",
        "invoice",
        "invoiced",
        "lost",
        "modified",
        "outcome",
        "probability",
        "rejected",
        "rejection",
        "stage",
        "stagename",
        "status",
        "statecode",
        "statuscode",
        "touches",
        "unqualified",
        "updated",
        "win",
        "won",
        "iswon",
        "isclosed",
        "isconverted",
        "modifiedon",
        "lastmodifieddate",
        "closedate",
        "abgeschlossen",
        "abschluss",
        "gewonnen",
        "verloren",
        "wahrscheinlichkeit",
        "geandert",
        "probabilite",
        "gagne",
        "perdu",
        "modifie",
        "probabilidad",
        "ganado",
        "perdido",
        "modificado",
        "kans",
        "gewijzigd",
        "waarschijnlijkheid",
    ];
    let heard = words(header);
    let lately = heard.windows(2).any(|pair| match pair {
        [first, second] => {
            matches!(first.as_str(), "last" | "next" | "recent")
                && matches!(
                    second.as_str(),
                    "activity"
                        | "contacted"
                        | "contact"
                        | "step"
                        | "touch"
                        | "call"
                        | "meeting"
                        | "engagement"
                )
        }
        _ => false,
    });
    lately || heard.iter().any(|word| WORDS.contains(&word.as_str()))
}
