//! The language of a text, where its small words leave no doubt.

use crate::document::{Page, beginning};

/// How much text is looked at, in bytes.
const LOOKED_AT: usize = 200_000;
/// How many small words must be found: fewer may be names or quotations.
const FEWEST: usize = 12;
/// Of a hundred words so many at least are small ones. In running text a third to a half are; lists of names have few.
const SHARE: usize = 10;

/// The commonest small words of each language, without those that mean something in several of the others or in near
/// relatives that are not listed here (Afrikaans, Catalan, Norwegian, Romanian).
const SMALL_WORDS: [(&str, &[&str]); 7] = [
    (
        "en",
        &[
            "the", "and", "of", "to", "is", "that", "for", "with", "are", "this", "you", "your", "have",
            "from", "which", "their", "they", "we", "our", "be", "by", "can", "will", "it", "not", "or",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "ist", "nicht", "mit", "auf", "für", "ein", "eine", "einen", "einer",
            "wir", "sie", "ihre", "ihren", "auch", "sich", "von", "dem", "den", "zu", "werden", "sind", "im",
            "zur", "zum", "bei", "oder",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "des", "et", "est", "dans", "pour", "une", "vous", "nous", "avec", "sur", "qui",
            "pas", "votre", "vos", "notre", "nos", "sont", "aux", "ce", "cette", "du", "au", "ou", "plus",
            "leur", "être",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "y", "que", "en", "del", "para", "con", "una", "por", "su", "sus", "como",
            "más", "es", "son", "se", "lo", "sobre", "este", "esta", "también", "pero", "nuestro", "nuestra",
            "nuestros",
        ],
    ),
    (
        "it",
        &[
            "il", "che", "di", "è", "gli", "della", "delle", "dei", "per", "con", "sono", "una", "nel",
            "nella", "più", "anche", "alla", "dal", "dalla", "questo", "questa", "i", "si", "nostro",
            "nostra", "ai", "degli",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "en", "van", "niet", "voor", "met", "zijn", "dat", "op", "aan", "ook", "wij", "uw",
            "onze", "naar", "bij", "deze", "wordt", "worden", "hebben", "heeft", "maar", "om", "te", "door",
        ],
    ),
    (
        "pt",
        &[
            "os", "as", "do", "da", "dos", "das", "em", "não", "uma", "um", "para", "com", "que", "por",
            "mais", "ao", "à", "são", "também", "sua", "seu", "nosso", "nossa", "você", "pela", "pelo", "na",
            "no",
        ],
    ),
];
/// Words that speak against the language they would be taken for: those of near relatives.
const OTHERS: &[&str] = &[
    "nie", "wat", "vir", "ons", "og", "och", "ikke", "inte", "jeg", "jag", "amb", "els", "aquest", "și",
    "pentru", "sau", "unha", "é", "az", "egy", "się", "jest", "nebo", "på",
];

/// Returns the language of most of the words, where they are enough and no other language comes near.
pub(crate) fn of_pages(pages: &[Page]) -> Option<&'static str> {
    let mut words = 0;
    let mut found = [0_usize; SMALL_WORDS.len()];
    let mut others = 0;
    let mut left = LOOKED_AT;
    for page in pages {
        let text = beginning(&page.text, left);
        left -= text.len();
        for word in text
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
        {
            words += 1;
            let word = word.to_lowercase();
            for ((_, small), found) in SMALL_WORDS.iter().zip(&mut found) {
                *found += usize::from(small.contains(&word.as_str()));
            }
            others += usize::from(OTHERS.contains(&word.as_str()));
        }
        if left == 0 {
            break;
        }
    }
    let (most, language) = found
        .iter()
        .zip(SMALL_WORDS.iter())
        .map(|(found, (language, _))| (*found, *language))
        .max()?;
    let second = found
        .iter()
        .filter(|found| **found < most)
        .max()
        .copied()
        .unwrap_or(0);
    let is_alone = found.iter().filter(|found| **found == most).count() == 1;
    // Portuguese "é" is everywhere in Portuguese, so it only speaks against the others.
    let others = if language == "pt" { 0 } else { others };
    (is_alone
        && most >= FEWEST
        && most * 100 >= words * SHARE
        && most * 10 >= second * 16
        && most >= others * 5)
        .then_some(language)
}

/// Returns the language of a tag that a file has ("de-DE", "DE_de"): two or three small letters.
pub(crate) fn tag(tag: &str) -> Option<String> {
    let language = tag
        .trim()
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_one =
        matches!(language.len(), 2 | 3) && language.chars().all(|letter| letter.is_ascii_lowercase());
    // "und" is undetermined, "zxx" no language at all.
    (is_one && !matches!(language.as_str(), "und" | "zxx" | "mul")).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Option<&'static str> {
        of_pages(&[Page {
            number: 1,
            text: text.to_owned(),
            notes: None,
        }])
    }

    #[test]
    fn seven_languages_are_told_by_a_paragraph() {
        for (expected, text) in [
            (
                "en",
                "Our platform helps you to find the right people in your market, and it is easy to set \
                 up. You can invite your team with one click, and they will have the same view of the \
                 pipeline that you have.",
            ),
            (
                "de",
                "Unsere Lösung hilft Ihnen, die richtigen Ansprechpartner zu finden, und sie ist \
                 einfach einzurichten. Laden Sie Ihr Team mit einem Klick ein, und alle sehen die \
                 gleichen Zahlen, die auch der Vertrieb auf dem Bildschirm hat.",
            ),
            (
                "fr",
                "Notre solution vous aide à trouver les bons interlocuteurs dans votre marché et elle \
                 est simple à installer. Invitez votre équipe avec un seul clic, et tous les membres \
                 sont sur le même tableau pour suivre les ventes.",
            ),
            (
                "es",
                "Nuestra solución le ayuda a encontrar a las personas adecuadas en su mercado y es \
                 fácil de instalar. Invite a su equipo con un solo clic y todos los miembros verán los \
                 mismos datos que el equipo de ventas, para que las reuniones sean más cortas.",
            ),
            (
                "it",
                "La nostra soluzione aiuta a trovare le persone giuste nel mercato ed è facile da \
                 installare. Con un clic si invita la squadra, e tutti i membri vedono gli stessi dati \
                 che sono sullo schermo delle vendite, anche per i clienti della regione.",
            ),
            (
                "nl",
                "Onze oplossing helpt u om de juiste mensen in uw markt te vinden en is eenvoudig te \
                 installeren. Nodig het team met een klik uit, en iedereen heeft het zelfde beeld van \
                 de cijfers die bij verkoop op het scherm staan. Deze worden door ons niet bewaard.",
            ),
            (
                "pt",
                "A nossa solução ajuda a encontrar as pessoas certas no seu mercado e é fácil de \
                 instalar. Convide a sua equipa com um clique e todos os membros veem os mesmos dados \
                 que as vendas, para que as reuniões não sejam mais longas do que o necessário.",
            ),
        ] {
            assert_eq!(language(text), Some(expected));
        }
    }

    #[test]
    fn in_doubt_nothing_is_said() {
        for text in [
            "",
            "Acme Globex Initech Umbrella Hooli",
            "the and of",
            // Norwegian, Swedish, Afrikaans, Catalan, Romanian, Polish.
            "Løsningen vår hjelper deg med å finne de riktige menneskene i markedet ditt, og den er \
             enkel å sette opp. Inviter teamet ditt med ett klikk, så ser alle de samme tallene som \
             salg har på skjermen. Det er ikke vanskelig.",
            "Vår lösning hjälper dig att hitta rätt personer på din marknad och den är enkel att \
             installera. Bjud in ditt team med ett klick, så ser alla samma siffror som säljarna har \
             på skärmen. Det är inte svårt.",
            "Ons oplossing help jou om die regte mense in jou mark te vind en dit is maklik om op te \
             stel. Nooi jou span met een klik uit, en almal sien dieselfde syfers wat verkope op die \
             skerm het. Dit is nie moeilik nie, en vir ons almal goed.",
            "La nostra solució us ajuda a trobar les persones adequades al vostre mercat i és fàcil \
             d'instal·lar. Convideu el vostre equip amb un sol clic i tots els membres veuran les \
             mateixes dades que el departament de vendes, amb els mateixos números.",
            "Nasze rozwiązanie pomaga znaleźć właściwych ludzi na rynku i jest łatwe w instalacji. \
             Zaproś zespół jednym kliknięciem, a wszyscy zobaczą te same liczby.",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn a_tag_is_its_language() {
        assert_eq!(tag("de-CH").as_deref(), Some("de"));
        assert_eq!(tag("EN_us").as_deref(), Some("en"));
        assert_eq!(tag("und"), None);
        assert_eq!(tag("x-none"), None);
        assert_eq!(tag(""), None);
    }
}
