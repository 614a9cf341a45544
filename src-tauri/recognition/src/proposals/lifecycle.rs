//! A lifecycle stage says what marketing makes of a person: subscriber, lead, qualified by marketing. It says nothing of whether
//! anybody got in touch, so none of its words is a lead that nobody touched.

use lockstep_text::{key, words};

use crate::terms::{LeadStage, Term, TermList};

/// How a lifecycle is called, as words that stand beside each other.
const CALLED: &[&[&str]] = &[
    &["lifecycle"],
    &["lifecyclestage"],
    &["life", "cycle"],
    &["lebenszyklus"],
    &["lebenszyklusphase"],
    &["cycle", "de", "vie"],
    &["ciclo", "de", "vida"],
    &["ciclo", "di", "vita"],
    &["levenscyclus"],
    &["levenscyclusfase"],
];

/// The stages before anybody in sales has a lead in hand, without spaces. The first ones stand in no column of statuses.
const EARLY: &[&str] = &[
    "subscriber",
    "marketingqualifiedlead",
    "mql",
    "marketingqualified",
];
const OTHERS: &[&str] = &[
    "lead",
    "inquiry",
    "suspect",
    "prospect",
    "salesqualifiedlead",
    "sql",
    "salesacceptedlead",
    "sal",
    "opportunity",
    "customer",
    "evangelist",
    "other",
];

/// Returns whether a column holds lifecycle stages: by its header, or because its values are nothing else.
pub fn is_lifecycle(header: &str, values: &[(String, u64)]) -> bool {
    let heard = words(header);
    let is_called = |way: &&[&str]| heard.windows(way.len()).any(|window| *window == **way);
    let is_early = |(value, _): &(String, u64)| EARLY.contains(&key(value).as_str());
    let is_one = |value: &(String, u64)| is_early(value) || OTHERS.contains(&key(&value.0).as_str());
    CALLED.iter().any(is_called) || (values.iter().any(is_early) && values.iter().all(is_one))
}

/// Returns whether a term is what a lifecycle cannot say: that a lead is untouched.
pub fn is_beyond_a_lifecycle(list: TermList, term: Term) -> bool {
    list == TermList::Stage && term == Term::Stage(LeadStage::New)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifecycle_is_known_by_its_name_and_by_its_words() {
        let of = |values: &[&str]| -> Vec<(String, u64)> {
            values.iter().map(|value| ((*value).to_owned(), 1)).collect()
        };
        for header in [
            "Lifecycle Stage",
            "lifecyclestage",
            "Lebenszyklusphase",
            "Étape du cycle de vie",
            "Etapa del ciclo de vida",
        ] {
            assert!(is_lifecycle(header, &[]), "{header}");
        }
        assert!(is_lifecycle("Stage", &of(&["Lead", "MQL", "SQL", "Customer"])));
        assert!(!is_lifecycle("Stage", &of(&["Lead", "Contacted", "MQL"])));
        assert!(!is_lifecycle("Lead Status", &of(&["Lead", "Opportunity"])));
    }
}
