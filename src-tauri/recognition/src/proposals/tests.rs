use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::terms::Acceptance;

fn stage(value: &str) -> Option<LeadStage> {
    match propose(TermList::Stage, value) {
        Some((Term::Stage(stage), _)) => Some(stage),
        _ => None,
    }
}

fn outcome(value: &str) -> Option<Outcome> {
    match propose(TermList::Outcome, value) {
        Some((Term::Outcome(outcome), _)) => Some(outcome),
        _ => None,
    }
}

fn reason(value: &str) -> Option<Reason> {
    match propose(TermList::Reason, value) {
        Some((Term::Reason(reason), _)) => Some(reason),
        _ => None,
    }
}

fn acceptance(value: &str) -> Option<Acceptance> {
    match propose(TermList::Acceptance, value) {
        Some((Term::Acceptance(answer), _)) => Some(answer),
        _ => None,
    }
}

#[test]
fn stages_of_real_exports_are_understood() {
    use LeadStage::*;
    for (value, expected) in [
        ("Disqualified", Some(Disqualified)),
        ("New", Some(New)),
        ("Working", Some(Working)),
        ("Gatekeeper", Some(Working)),
        ("Decision Maker", Some(Working)),
        ("Scheduled", Some(Working)),
        // Qualified has become an opportunity. Whether sales accepted that one, another column says.
        ("Qualified", Some(Converted)),
        ("Converted", Some(Converted)),
        ("Nurturing", Some(Recycled)),
        ("Re-engagement", Some(Recycled)),
        ("New Lead", Some(New)),
        ("Proposal Sent", Some(Converted)),
        ("Closed Won", Some(Converted)),
        ("On Hold", Some(Recycled)),
        ("Open - Not Contacted", Some(New)),
        ("Working - Contacted", Some(Working)),
        ("Closed - Not Converted", Some(Disqualified)),
        ("Closed - Converted", Some(Converted)),
        ("Marketing Qualified Lead", Some(New)),
        ("Sales Qualified Lead", Some(Accepted)),
        ("marketingqualifiedlead", Some(New)),
        ("IN_PROGRESS", Some(Working)),
        ("ATTEMPTED_TO_CONTACT", Some(Working)),
        ("Open Deal", Some(Converted)),
        ("Unqualified", Some(Disqualified)),
        ("Bad Timing", Some(Recycled)),
        ("Junk Lead", Some(Disqualified)),
        ("Contact in Future", Some(Recycled)),
        ("Pre-Qualified", Some(Working)),
        ("Nicht qualifiziert", Some(Disqualified)),
        ("Non contacté", Some(New)),
        ("En proceso", Some(Working)),
        ("Afgewezen", Some(Rejected)),
        ("Returned to Marketing", Some(Rejected)),
        ("Sales Accepted Lead (SAL)", Some(Accepted)),
        // These say nothing about how far sales has come; a person is asked.
        ("Other", None),
        ("Evangelist", None),
        ("5", None),
        ("Phase Blue", None),
        ("", None),
    ] {
        assert_eq!(stage(value), expected, "{value}");
    }
}

#[test]
fn outcomes_of_real_exports_are_understood() {
    use Outcome::*;
    for (value, expected) in [
        ("Won", Some(Won)),
        ("Closed Won", Some(Won)),
        ("closedwon", Some(Won)),
        ("Gewonnen", Some(Won)),
        ("Fermé gagné", Some(Won)),
        ("Cerrada ganada", Some(Won)),
        ("6 - Closed Won", Some(Won)),
        ("TRUE", Some(Won)),
        ("Lost", Some(Lost)),
        ("Closed Lost", Some(Lost)),
        ("Closed Lost to Competition", Some(Lost)),
        ("Verloren", Some(Lost)),
        ("Out-Sold", Some(Lost)),
        ("Engaging", Some(Open)),
        ("Prospecting", Some(Open)),
        ("Decision Maker Bought-In", Some(Open)),
        ("qualifiedtobuy", Some(Open)),
        ("Proposal/Price Quote", Some(Open)),
        ("Negotiation/Review", Some(Open)),
        // Lost or still open: the value alone does not say.
        ("FALSE", None),
        ("3", None),
        ("Not won", None),
        ("Sector 7", None),
    ] {
        assert_eq!(outcome(value), expected, "{value}");
    }
}

#[test]
fn reasons_of_real_exports_are_understood() {
    use Reason::*;
    for (value, expected) in [
        ("Abandoned", Some(Abandoned)),
        ("Bad Email", Some(BadData)),
        ("Not Interested", Some(NoNeed)),
        ("Unsubscribed/Do Not Call", Some(Unsubscribed)),
        ("Wrong Contact", Some(WrongContact)),
        ("Competitor", Some(Competitor)),
        ("No Need", Some(NoNeed)),
        ("Bad Timing", Some(BadTiming)),
        ("No Budget", Some(NoBudget)),
        ("Product Fit", Some(NoFit)),
        ("Price", Some(NoBudget)),
        ("Timing", Some(BadTiming)),
        ("Lost Interest", Some(NoNeed)),
        ("Lost to competitor X", Some(Competitor)),
        ("No budget / too expensive", Some(NoBudget)),
        ("Kein Bedarf", Some(NoNeed)),
        ("Pas de réponse", Some(NoResponse)),
        ("Sin presupuesto", Some(NoBudget)),
        ("Dubbel", Some(Duplicate)),
        ("Student", Some(StudentOrCurious)),
        ("Other", Some(Other)),
        // Two reasons at once, or the opposite of one, are for a person to settle.
        ("Budget/Timing", None),
        ("Not a duplicate", None),
        ("Rainy day", None),
    ] {
        assert_eq!(reason(value), expected, "{value}");
    }
}

/// A way among other words may be turned round by them, so nothing of it is taken without asking.
#[test]
fn words_beside_a_way_are_never_overheard() {
    let taken = |list, value: &str| propose(list, value).filter(|(_, sure)| *sure >= SURE);
    for value in [
        "Customer lost",
        "No response from customer",
        "Waiting for customer",
        "Contract to be signed",
        "Lost - Customer bought elsewhere",
        "Closed - Customer cancelled",
        "Not won",
        "Existing customer - no sale",
        "Ordered elsewhere",
        "Former customer",
        "Won't close",
        "Not yet won",
        "Won by competitor",
        "Nicht gewonnen",
        "Vertrag noch nicht gewonnen",
        "Won (pending signature)",
        "To be won",
        "Almost won",
    ] {
        let outcome = taken(TermList::Outcome, value);
        assert_ne!(
            outcome.map(|(term, _)| term),
            Some(Term::Outcome(Outcome::Won)),
            "{value}"
        );
    }
    for value in [
        "Qualified Out",
        "Not a customer fit",
        "No longer a customer",
        "Customer did not respond",
        "Competitor's customer",
        "To be accepted",
        "Accepted by marketing",
        "Never converted",
        "Unable to qualify",
        "Former customer",
        "Rejected - not qualified",
        "Closed - Not Converted",
    ] {
        let stage = taken(TermList::Stage, value).map(|(term, _)| term);
        let is_good = [LeadStage::Accepted, LeadStage::Converted].map(|stage| Some(Term::Stage(stage)));
        assert!(!is_good.contains(&stage), "{value} was taken for {stage:?}");
    }
    // What adds nothing, or says the same again, asks for nobody's time.
    for (value, outcome) in [
        ("6 - Closed Won", Outcome::Won),
        ("Closed Won (100%)", Outcome::Won),
        ("Stage 5: Closed Lost", Outcome::Lost),
        ("Opportunity won", Outcome::Won),
        ("Closed Won - Renewal", Outcome::Won),
        ("Closed Lost: price", Outcome::Lost),
        ("Lost - no budget", Outcome::Lost),
    ] {
        let meant = taken(TermList::Outcome, value).map(|(term, _)| term);
        assert_eq!(meant, Some(Term::Outcome(outcome)), "{value}");
    }
}

#[test]
fn yes_and_no_are_read_as_what_sales_said() {
    for yes in ["TRUE", "yes", "1", "Ja", "oui", "Sí", "Accepted", "x", "✓"] {
        assert_eq!(acceptance(yes), Some(Acceptance::Accepted), "{yes}");
    }
    for no in ["FALSE", "no", "0", "Nein", "non", "Rejected", "Abgelehnt"] {
        assert_eq!(acceptance(no), Some(Acceptance::Rejected), "{no}");
    }
    assert_eq!(acceptance("Pending"), Some(Acceptance::Undecided));
    assert_eq!(acceptance("perhaps"), None);
}

#[test]
fn null_words_mean_nothing_and_unknown_is_asked_about() {
    for text in [
        "",
        " - ",
        "N/A",
        "Select",
        "--None--",
        "-None-",
        "(blank)",
        "Bitte wählen",
        "k. A.",
        "…",
    ] {
        assert_eq!(null_word(text), NullWord::Nothing, "{text}");
    }
    for text in ["unknown", "Unbekannt", "TBD"] {
        assert_eq!(null_word(text), NullWord::Perhaps, "{text}");
    }
    for text in ["Web", "0", "No", "None of the above", "✓"] {
        assert_eq!(null_word(text), NullWord::Says, "{text}");
    }
    let values = [("-None-".to_string(), 5), ("New".to_string(), 3)];
    let proposed = proposals(TermList::Stage, &values);
    let terms: Vec<Option<Term>> = proposed.iter().map(|proposal| proposal.term).collect();
    assert_eq!(terms, [None, Some(Term::Stage(LeadStage::New))]);
}

#[test]
fn no_way_to_say_something_means_two_things_in_one_list() {
    fn check<T: Copy + PartialEq + std::fmt::Debug>(ways: &[Ways<T>]) {
        let mut heard: BTreeMap<String, T> = BTreeMap::new();
        for (term, sure, said) in ways {
            assert!((50..=95).contains(sure));
            for way in said.iter() {
                let before = heard.insert(way.replace(' ', ""), *term);
                assert_eq!(before, None, "“{way}” stands twice");
            }
        }
    }
    check(STAGES);
    check(OUTCOMES);
    check(ACCEPTANCES);
    check(REASONS);
}

proptest! {
    #[test]
    fn any_value_is_answered_with_a_term_of_the_list_asked_for(value in any::<String>()) {
        for list in [TermList::Stage, TermList::Outcome, TermList::Acceptance, TermList::Reason] {
            if let Some((term, sure)) = propose(list, &value) {
                prop_assert_eq!(term.list(), list);
                prop_assert!(sure <= 100);
            }
        }
    }

    #[test]
    fn case_and_spaces_change_nothing(place in 0_usize..1000, loud in any::<bool>()) {
        let all: Vec<&str> = STAGES.iter().flat_map(|(.., said)| said.iter().copied()).collect();
        let way = all.get(place % all.len()).copied().unwrap_or_default();
        let written = if loud { way.to_uppercase() } else { way.replace(' ', "_") };
        prop_assert_eq!(stage(&written), stage(way));
    }
}
