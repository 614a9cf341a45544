//! For whom and for when a file seems to be made, by its words: the persona whose names and job titles are clearly ahead in its title
//! or on its first pages, and the buying phase that its title names. It is a proposal: until somebody confirms it, no number counts it.

use lockstep_text::fold;
use lockstep_workspace::{context::ReadContext, error::Result, list_items};

use super::files;
use crate::{
    buyers::{BuyingPhase, BuyingPhaseId, Persona, PersonaId},
    ids::{BuyingCycleId, ListItemId},
};

/// What a piece is about stands on its first pages; behind them, everybody is named once.
const FIRST_PAGES: usize = 3;
/// So many words of them are looked at.
const MOST_WORDS: usize = 6_000;
/// A lead is clear with so many mentions at least,
const MENTIONS: usize = 3;
/// and with so many times those of whoever comes next.
const TIMES: usize = 3;
/// A single word of so few letters speaks only in capitals: “CFO”, and not a word that happens to have its letters.
const SHORT: usize = 4;
/// A single word of fewer letters says nothing: “IT” is the commonest word of English in capitals, too.
const SHORTEST: usize = 3;

/// For whom and for when a file seems to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MadeFor {
    pub personas: Vec<PersonaId>,
    pub phases: Vec<BuyingPhaseId>,
}

impl MadeFor {
    /// Returns the fields for which something was found.
    pub fn fields(&self) -> Vec<String> {
        let fields = [
            ("personas", self.personas.is_empty()),
            ("phases", self.phases.is_empty()),
        ];
        fields
            .into_iter()
            .filter(|(_, is_empty)| !is_empty)
            .map(|(field, _)| field.to_owned())
            .collect()
    }
}

/// Returns for whom and for when a file that is kept seems to be made; nothing where its words do not say so clearly.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn proposed(reader: &ReadContext, title: &str, file_name: &str, hash: &str) -> Result<MadeFor> {
    let cycle = BuyingCycleId::only();
    let personas: Vec<Persona> = list_items::all(reader, &cycle)?;
    let phases: Vec<BuyingPhase> = list_items::all(reader, &cycle)?;
    if personas.is_empty() && phases.is_empty() {
        return Ok(MadeFor::default());
    }
    let mut opening = Vec::new();
    for page in files::pages_of(reader, hash)?.into_iter().take(FIRST_PAGES) {
        opening.extend(words_of(&page.text));
        opening.truncate(MOST_WORDS);
    }
    let titles = [words_of(title), words_of(file_name)];
    Ok(MadeFor {
        personas: persona(&personas, &titles, &opening).into_iter().collect(),
        phases: phase(&phases, &titles).into_iter().collect(),
    })
}

/// Returns the persona that the title names alone, or else the one that is clearly ahead on the first pages.
fn persona(personas: &[Persona], titles: &[Vec<Word>], opening: &[Word]) -> Option<PersonaId> {
    let phrases: Vec<Phrase> = personas
        .iter()
        .flat_map(|one| {
            let said = std::iter::once(&one.name).chain(&one.title_words);
            said.filter_map(|text| Phrase::of(&one.id, text))
        })
        .collect();
    match named_alone(&phrases, titles) {
        Named::One(id) => Some(id),
        // A title that names several is about several, whatever the pages say.
        Named::Several => None,
        Named::Nobody => ahead(&mentions(&phrases, opening)),
    }
}

/// Returns the phase that the title names. Names of phases are everyday words, so what stands on pages says nothing of them.
fn phase(phases: &[BuyingPhase], titles: &[Vec<Word>]) -> Option<BuyingPhaseId> {
    let phrases: Vec<Phrase> = phases
        .iter()
        .filter_map(|one| Phrase::of(&one.id, &one.name))
        .collect();
    match named_alone(&phrases, titles) {
        Named::One(id) => Some(id),
        Named::Several | Named::Nobody => None,
    }
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// In small letters, without accents, and without the s of a plural.
    plain: String,
    /// Whether it is written in capitals.
    in_capitals: bool,
}

/// Returns the words of a text, in their order.
fn words_of(text: &str) -> Vec<Word> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut plain = fold(word);
            if plain.chars().count() > SHORT && plain.ends_with('s') {
                plain.pop();
            }
            Word {
                plain,
                in_capitals: word.chars().all(|letter| !letter.is_lowercase()),
            }
        })
        .collect()
}

/// Words that speak for somebody.
struct Phrase<'i> {
    id: &'i ListItemId,
    words: Vec<String>,
    only_in_capitals: bool,
}

impl<'i> Phrase<'i> {
    /// Returns what a text says of somebody; nothing where it says too little to go by.
    fn of(id: &'i ListItemId, text: &str) -> Option<Self> {
        let words: Vec<String> = words_of(text).into_iter().map(|word| word.plain).collect();
        let letters = words.first().map_or(0, |word| word.chars().count());
        let is_alone = words.len() == 1;
        if words.is_empty() || (is_alone && letters < SHORTEST) {
            return None;
        }
        Some(Self {
            id,
            words,
            only_in_capitals: is_alone && letters <= SHORT,
        })
    }

    fn begins(&self, text: &[Word]) -> bool {
        text.len() >= self.words.len()
            && self
                .words
                .iter()
                .zip(text)
                .all(|(wanted, word)| *wanted == word.plain && (word.in_capitals || !self.only_in_capitals))
    }
}

/// Returns how often each is named in a text. Of phrases that begin at one word the longest counts: “head of nursing” is no mention
/// of “head”; where two that are equally long speak for different ones, it is a mention of neither.
fn mentions<'i>(phrases: &[Phrase<'i>], text: &[Word]) -> Vec<(&'i ListItemId, usize)> {
    let mut counts: Vec<(&ListItemId, usize)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let here: Vec<&Phrase> = phrases.iter().filter(|phrase| phrase.begins(rest)).collect();
        let longest = here.iter().map(|phrase| phrase.words.len()).max().unwrap_or(0);
        let mut ids = here
            .iter()
            .filter(|phrase| phrase.words.len() == longest)
            .map(|phrase| phrase.id);
        if let Some(id) = ids.next()
            && ids.all(|other| other == id)
        {
            match counts.iter_mut().find(|(known, _)| *known == id) {
                Some((_, count)) => *count += 1,
                None => counts.push((id, 1)),
            }
        }
        rest = rest.get(longest.max(1)..).unwrap_or_default();
    }
    counts
}

/// Whom a title names.
enum Named {
    One(ListItemId),
    Several,
    Nobody,
}

fn named_alone(phrases: &[Phrase], titles: &[Vec<Word>]) -> Named {
    let mut named: Option<&ListItemId> = None;
    for title in titles {
        for (id, _) in mentions(phrases, title) {
            if named.is_some_and(|known| known != id) {
                return Named::Several;
            }
            named = Some(id);
        }
    }
    named.map_or(Named::Nobody, |id| Named::One(id.clone()))
}

/// Returns who is clearly ahead.
fn ahead(counts: &[(&ListItemId, usize)]) -> Option<ListItemId> {
    let (first, most) = counts.iter().max_by_key(|(_, count)| *count)?;
    let next = counts
        .iter()
        .filter(|(id, _)| id != first)
        .map(|(_, count)| *count);
    let next = next.max().unwrap_or(0);
    (*most >= MENTIONS && *most >= next * TIMES).then(|| (*first).clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn personas() -> Vec<Persona> {
        [
            ("money", "Economic buyer", &["CFO", "finance director"][..]),
            ("care", "Head of nursing", &["nurse"]),
            ("technology", "Technical evaluator", &["IT", "architect"]),
        ]
        .map(|(id, name, words)| Persona {
            id: id.to_owned().into(),
            buying_cycle: BuyingCycleId::only(),
            rank: String::new(),
            name: name.into(),
            role: String::new(),
            goals: String::new(),
            pains: String::new(),
            convinced_by: String::new(),
            objections: String::new(),
            title_words: words.iter().map(|word| (*word).into()).collect(),
        })
        .into()
    }

    fn told(title: &str, opening: &str) -> Option<String> {
        persona(&personas(), &[words_of(title)], &words_of(opening)).map(|id| id.0)
    }

    #[test]
    fn the_title_names_somebody_or_the_first_pages_do_clearly() {
        let nurses = "Nurses save an hour. What nurses say. A nurse of Porto. ";
        for (title, opening, told_of) in [
            ("What it saves: for the CFO", "", Some("money")),
            ("A day of the head of nursing", "", Some("care")),
            ("Finance directors ask", "", Some("money")),
            ("For CFO and nurses", nurses, None),
            ("Datasheet", nurses, Some("care")),
            ("For the CFO", nurses, Some("money")),
            // Twice is no lead, and three mentions beside two of another are none.
            ("Datasheet", "A nurse. A nurse.", None),
            (
                "Datasheet",
                &format!("{nurses} An architect, an architect."),
                None,
            ),
            ("Datasheet", &format!("{nurses} An architect."), Some("care")),
            // What happens to have the letters of a short title says nothing, in capitals neither.
            ("Make it easy", "It is it. IT IS IT. It, it, it.", None),
            ("The cfo file", "", None),
            ("Nursery", "Nursery. Nursery. Nursery.", None),
            ("", "", None),
        ] {
            assert_eq!(told(title, opening).as_deref(), told_of, "{title} / {opening}");
        }
    }

    #[test]
    fn a_phase_is_told_by_the_title_alone() {
        let phases: Vec<BuyingPhase> = [("comparing", "Comparing"), ("noticing", "Noticing the problem")]
            .map(|(id, name)| BuyingPhase {
                id: id.to_owned().into(),
                buying_cycle: BuyingCycleId::only(),
                rank: String::new(),
                name: name.into(),
                lead_stages: Vec::new(),
                opportunity_stages: Vec::new(),
            })
            .into();
        for (title, told_of) in [
            ("Comparing three ways to plan beds", Some("comparing")),
            ("Noticing the problem, then comparing", None),
            ("The problem", None),
        ] {
            let found = phase(&phases, &[words_of(title)]).map(|id| id.0);
            assert_eq!(found.as_deref(), told_of, "{title}");
        }
    }
}
