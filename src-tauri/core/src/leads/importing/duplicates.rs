//! What an import took for one record or for two where that may surprise, counted and put into sentences.

use super::update_notes::Named;
use crate::leads::terms::RecordKind;

/// How often something was decided about which record a row is.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    /// Another record has the same id, and nothing else in common.
    pub same_id: i64,
    /// The id is that of a known record in another spelling.
    pub other_spelling: i64,
    /// The id may be that of a known record in another spelling, and nothing else tells.
    pub like_another: i64,
    /// The id is known, and the one thing that both tell beside it differs.
    pub renamed: i64,
    /// A person known as a lead came as a contact, or the other way round.
    pub one_person: i64,
    /// Only the e-mail says that a lead and a contact are one person.
    pub same_email: i64,
    /// A closed deal has the same name, and closed on another day.
    pub further_deals: i64,
    /// Several deals have the same name, and nothing tells which of them this is.
    pub one_of_several: i64,
    /// A row says something else than an earlier row of the same record, and nothing tells which is later.
    pub repeated: i64,
    /// Only name and company say that a lead is known, because one of the two exports has no e-mail.
    pub namesakes: i64,
    /// E-mail and name are known, and the company is written otherwise.
    pub other_company: i64,
    /// The name is that of a lead with or without an e-mail, and nothing else tells whether they are one.
    pub like_a_namesake: i64,
    /// A new lead has the e-mail and the name of one that another system knows by its own id.
    pub two_systems: Named,
}

impl Duplicates {
    /// Says it, each in a sentence or two.
    pub fn notes(&self, kind: RecordKind) -> Vec<String> {
        let (one, many) = match kind {
            RecordKind::Leads => ("lead", "leads"),
            RecordKind::Opportunities => ("opportunity", "opportunities"),
            RecordKind::Costs => ("cost", "costs"),
        };
        let said = |count: i64, of_one: &str, of_many: &str| match count {
            0 => None,
            1 => Some(of_one.replace("{one}", one)),
            count => Some(
                of_many
                    .replace("{count}", &count.to_string())
                    .replace("{many}", many),
            ),
        };
        [
            said(
                self.same_id,
                "One {one} has the id of another and nothing else in common with it, as in exports of two systems: it \
                 counts by itself.",
                "{count} {many} have the ids of others and nothing else in common with them, as in exports of two systems: \
                 they count by themselves.",
            ),
            said(
                self.other_spelling,
                "One {one} is known with its id in another spelling, such as 00123 and 123: it is the same, because what \
                 else both tell agrees.",
                "{count} {many} are known with their ids in another spelling, such as 00123 and 123: they are the same, \
                 because what else both tell agrees.",
            ),
            said(
                self.like_another,
                "One {one} has an id that may be another’s in another spelling, such as 00123 and 123. Nothing else tells \
                 whether they are the same, so it counts by itself; look whether it counts twice.",
                "{count} {many} have ids that may be others’ in another spelling, such as 00123 and 123. Nothing else tells \
                 whether they are the same, so they count by themselves; look whether they count twice.",
            ),
            said(
                self.renamed,
                "One {one} has a known id, and most of what else both tell differs: it is read as the same, changed. If it \
                 comes from another system, this file should not be among these imports: leave it out, or take its import back.",
                "{count} {many} have known ids, and most of what else both tell differs: they are read as the same, changed. \
                 If they come from another system, this file should not be among these imports: leave it out, or take its import back.",
            ),
            said(
                self.one_person,
                "One person is known as a lead and as a contact, with the same e-mail, name and company, and counts once: with \
                 the source and the day that came first.",
                "{count} people are known as leads and as contacts, with the same e-mail, name and company, and count once: with \
                 the source and the day that came first.",
            ),
            said(
                self.same_email,
                "One person has the e-mail of a lead or a contact, but another name or company: both count. Look whether they \
                 are one.",
                "{count} people have the e-mails of leads or contacts, but other names or companies: all count. Look whether \
                 they are the same.",
            ),
            said(
                self.further_deals,
                "One {one} has the name of one that was closed on another day: it counts by itself, because no id says that \
                 they are the same.",
                "{count} {many} have the names of some that were closed on other days: they count by themselves, because no \
                 id says that they are the same.",
            ),
            said(
                self.one_of_several,
                "One {one} without an id may be the next state of several with its name: it stands in the place of the \
                 first.",
                "{count} {many} without an id may each be the next state of several with their name: each stands in the \
                 place of the first that is left.",
            ),
            said(
                self.repeated,
                "One row says something else than an earlier row of the same {one}, and no column tells which is later: the \
                 first counts. Leave the latest in the file, or add a column “Last modified”.",
                "{count} rows say something else than earlier rows of the same {many}, and no column tells which are later: \
                 the first of each counts. Leave the latest in the file, or add a column “Last modified”.",
            ),
            said(
                self.namesakes,
                "One {one} is known by name and company, because one of two exports tells no e-mail: it counts once.",
                "{count} {many} are known by name and company, because one of two exports tells no e-mail: they count once.",
            ),
            said(
                self.other_company,
                "One {one} is known by e-mail and name, with its company written otherwise, such as Acme and Acme GmbH: it counts \
                 once.",
                "{count} {many} are known by e-mail and name, with their companies written otherwise, such as Acme and Acme GmbH: \
                 they count once.",
            ),
            said(
                self.like_a_namesake,
                "One {one} has the name of another, of whom one export tells an e-mail and the other does not. Nothing else says \
                 for certain that they are one, so both count; look whether they do.",
                "{count} {many} have the names of others, of whom one export tells an e-mail and the other does not. Nothing else \
                 says for certain that they are the same, so all count; look whether they do.",
            ),
            self.two_systems.note(
                "One person is known by the ids of two systems, with the same e-mail and name ({named}): both leads count. If they \
                 are one, keep the id of this file under its own name when you import it; where it is in already, take its import \
                 back first.",
                "{count} people are known by the ids of two systems, with the same e-mails and names ({named}): all their leads \
                 count. If each is one, keep the id of this file under its own name when you import it; where it is in already, \
                 take its import back first.",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Returns what columns hold, in words: "amount and close day".
pub(super) fn in_words(columns: &[&str]) -> String {
    let words: Vec<&str> = columns
        .iter()
        .map(|column| match *column {
            "value" => "amount",
            "created_on" => "day of creation",
            "closed_on" => "close day",
            "handed_over_on" => "day of hand-over",
            "first_touch_on" => "day of first contact",
            "decided_on" => "day of decision",
            "wake_up_on" => "wake-up day",
            "lost_reason" | "reason" | "reason_said" => "reason",
            "stage" | "stage_said" => "stage",
            "email" => "e-mail",
            "lead_said" => "lead",
            "opportunity_said" => "opportunity",
            "accepted" => "decision",
            other => other,
        })
        .fold(Vec::new(), |mut all, word| {
            if !all.contains(&word) {
                all.push(word);
            }
            all
        });
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).into(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    }
}
