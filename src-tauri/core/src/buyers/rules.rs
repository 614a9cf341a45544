//! What follows from what was written down: which persona a job title tells of, which phase a stage belongs to, and when two
//! texts say the same.

use lockstep_text::{distinct, fold, key};

use super::{BuyingPhase, BuyingPhaseId, Persona, PersonaId};
use crate::leads::LeadStage;

/// Returns what a text says, however it is written: case, accents, punctuation and white space are folded. What has neither
/// letters nor digits says what it shows. An empty text says nothing.
pub fn said(text: &str) -> String {
    let plain = key(text);
    if plain.is_empty() {
        fold(text.trim())
    } else {
        plain
    }
}

/// Returns the words of a title: in small letters, without accents, in their order.
fn words_of(title: &str) -> Vec<String> {
    fold(title)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(Into::into)
        .collect()
}

/// Returns how many letters of a title these words are, where they stand in it one after the other as whole words.
fn letters_found(words: &str, title: &[String]) -> Option<usize> {
    let words = words_of(words);
    let stands = !words.is_empty() && title.windows(words.len()).any(|part| part == words);
    stands.then(|| words.iter().map(|word| word.chars().count()).sum())
}

/// Returns the persona that a job title tells of: the one whose title words stand in it, as whole words. Where those of
/// several do, the longest win; where they are equally long, nobody can tell.
pub fn persona_of_title(personas: &[Persona], title: &str) -> Option<PersonaId> {
    let title = words_of(title);
    let mut best: Option<(usize, Option<&PersonaId>)> = None;
    for persona in personas {
        let found = persona.title_words.iter();
        let Some(letters) = found.filter_map(|words| letters_found(words, &title)).max() else {
            continue;
        };
        match best {
            Some((most, _)) if letters < most => {}
            Some((most, _)) if letters == most => best = Some((most, None)),
            _ => best = Some((letters, Some(&persona.id))),
        }
    }
    best.and_then(|(_, persona)| persona.cloned())
}

/// Returns the phase in which somebody is, by the stage of their opportunity, or else by that of their lead: an opportunity
/// tells of what came later.
pub fn phase_of(
    phases: &[BuyingPhase],
    lead_stage: Option<LeadStage>,
    opportunity_stage: Option<&str>,
) -> Option<BuyingPhaseId> {
    let stage = opportunity_stage.map(said).filter(|stage| !stage.is_empty());
    let by_opportunity = stage.and_then(|stage| {
        let has = |phase: &&BuyingPhase| phase.opportunity_stages.iter().any(|own| said(own) == stage);
        phases.iter().find(has)
    });
    let by_lead = || {
        let stage = lead_stage?;
        phases.iter().find(|phase| phase.lead_stages.contains(&stage))
    };
    by_opportunity.or_else(by_lead).map(|phase| phase.id.clone())
}

/// Returns texts without white space around them, without empty ones, and without those that say the same as an earlier one.
pub(super) fn tidy(texts: Vec<String>) -> Vec<String> {
    distinct(texts, |known, text| said(known) == said(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::BuyingCycleId;

    fn persona(id: &str, words: &[&str]) -> Persona {
        Persona {
            id: id.to_owned().into(),
            buying_cycle: BuyingCycleId::only(),
            rank: String::new(),
            name: id.into(),
            role: String::new(),
            goals: String::new(),
            pains: String::new(),
            convinced_by: String::new(),
            objections: String::new(),
            title_words: words.iter().map(|word| (*word).into()).collect(),
        }
    }

    fn phase(id: &str, lead_stages: &[LeadStage], opportunity_stages: &[&str]) -> BuyingPhase {
        BuyingPhase {
            id: id.to_owned().into(),
            buying_cycle: BuyingCycleId::only(),
            rank: String::new(),
            name: id.into(),
            lead_stages: lead_stages.to_vec(),
            opportunity_stages: opportunity_stages.iter().map(|stage| (*stage).into()).collect(),
        }
    }

    fn told(personas: &[Persona], title: &str) -> Option<String> {
        persona_of_title(personas, title).map(|id| id.0)
    }

    #[test]
    fn a_title_is_told_by_whole_words() {
        let personas = [
            persona("money", &["CFO", "finance"]),
            persona("care", &["nurse", "head of nursing"]),
            persona("technology", &["IT"]),
        ];
        for (title, told_of) in [
            ("CFO", Some("money")),
            ("Director, Finance & Accounting", Some("money")),
            ("Head of Nursing", Some("care")),
            ("head  of\tnursing (nights)", Some("care")),
            ("IT manager", Some("technology")),
            ("DevOps IT", Some("technology")),
            ("Editor", None),
            ("Nursery teacher", None),
            ("Head of unit, nursing", None),
            ("", None),
            ("–", None),
        ] {
            assert_eq!(told(&personas, title).as_deref(), told_of, "{title}");
        }
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        let personas = [persona("doctor", &["MÉDECIN", "Ärztin"])];
        for title in ["medecin chef", "Me\u{301}decin", "arztin", "ÄRZTIN"] {
            assert_eq!(told(&personas, title).as_deref(), Some("doctor"), "{title}");
        }
    }

    #[test]
    fn the_longest_words_win_and_a_tie_is_nobody() {
        let personas = [
            persona("purchasing", &["procurement"]),
            persona("heads", &["head of"]),
            persona("deputies", &["deputy"]),
            persona("buyers", &["buyers"]),
        ];
        assert_eq!(
            told(&personas, "Head of procurement").as_deref(),
            Some("purchasing")
        );
        assert_eq!(told(&personas, "Deputy of buyers"), None);
        assert_eq!(
            told(&personas, "Deputy buyers, procurement").as_deref(),
            Some("purchasing")
        );
        // Two words of one persona are no tie.
        let one = [persona("one", &["deputy", "buyers"])];
        assert_eq!(told(&one, "Deputy buyers").as_deref(), Some("one"));
        // Words without letters are in no title.
        assert_eq!(told(&[persona("none", &["", "–"])], "Anybody – here"), None);
    }

    #[test]
    fn the_stage_of_an_opportunity_tells_before_that_of_a_lead() {
        let phases = [
            phase("noticing", &[LeadStage::New, LeadStage::Working], &[]),
            phase("comparing", &[LeadStage::Accepted], &["Demo", "Proposal"]),
            phase("deciding", &[], &["Négociation"]),
        ];
        let of = |lead, opportunity| phase_of(&phases, lead, opportunity).map(|id| id.0);
        assert_eq!(of(Some(LeadStage::New), None).as_deref(), Some("noticing"));
        assert_eq!(
            of(Some(LeadStage::New), Some(" demo ")).as_deref(),
            Some("comparing")
        );
        assert_eq!(
            of(Some(LeadStage::Accepted), Some("negociation")).as_deref(),
            Some("deciding")
        );
        assert_eq!(
            of(Some(LeadStage::Accepted), Some("Elsewhere")).as_deref(),
            Some("comparing")
        );
        assert_eq!(of(Some(LeadStage::Rejected), Some("")), None);
        assert_eq!(of(None, None), None);
    }

    #[test]
    fn what_has_no_letters_says_what_it_shows() {
        assert_eq!(said("How much, and when?"), said("how much – and WHEN"));
        assert_ne!(said("???"), said("!!!"));
        assert_eq!(said(" \t"), "");
        assert_eq!(
            tidy(vec![
                " Demo".into(),
                "demo".into(),
                " ".into(),
                "?".into(),
                "!".into()
            ]),
            ["Demo", "?", "!"]
        );
    }

    const VOCABULARY: [&str; 6] = ["head", "of", "nursing", "it", "Finance", "Médecin"];

    fn some_words() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(&VOCABULARY[..]), 0..4).prop_map(|words| words.join(" "))
    }

    fn some_personas() -> impl Strategy<Value = Vec<Persona>> {
        prop::collection::vec(prop::collection::vec(some_words(), 0..3), 0..4).prop_map(|all| {
            let numbered = all.into_iter().enumerate();
            let made = numbered.map(|(place, words)| Persona {
                title_words: words,
                ..persona(&place.to_string(), &[])
            });
            made.collect()
        })
    }

    proptest! {
        #[test]
        fn the_order_of_personas_makes_no_difference(personas in some_personas(), title in some_words()) {
            let backwards: Vec<Persona> = personas.iter().rev().cloned().collect();
            prop_assert_eq!(persona_of_title(&personas, &title), persona_of_title(&backwards, &title));
        }

        #[test]
        fn how_a_title_is_written_makes_no_difference(personas in some_personas(), title in some_words()) {
            let loud = format!(" {}!", title.to_uppercase().replace(' ', " / "));
            prop_assert_eq!(persona_of_title(&personas, &title), persona_of_title(&personas, &loud));
        }

        #[test]
        fn who_is_found_has_words_in_the_title_and_nobody_has_longer_ones(personas in some_personas(), title in some_words()) {
            let words = words_of(&title);
            let letters = |one: &Persona| {
                one.title_words.iter().filter_map(|own| letters_found(own, &words)).max().unwrap_or(0)
            };
            let most = personas.iter().map(&letters).max().unwrap_or(0);
            let best: Vec<&Persona> = personas.iter().filter(|one| letters(one) == most).collect();
            let expected = match best.as_slice() {
                [only] if most > 0 => Some(only.id.clone()),
                _ => None,
            };
            prop_assert_eq!(persona_of_title(&personas, &title), expected);
        }

        #[test]
        fn nothing_that_is_typed_is_too_odd(title in any::<String>(), words in any::<String>()) {
            let found = persona_of_title(&[persona("one", &[words.as_str()])], &title);
            let same = persona_of_title(&[persona("one", &[title.as_str()])], &title);
            prop_assert_eq!(same.is_some(), !words_of(&title).is_empty());
            prop_assert!(found.is_none() || !words_of(&words).is_empty());
            prop_assert_eq!(said(&said(&title)), said(&title));
        }
    }
}
