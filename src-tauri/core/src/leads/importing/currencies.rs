//! In which currency the amounts of a column are: what a header, a column of currencies and a cell of it say.

use lockstep_intake::{Column, ColumnKind, Survey, number::Money};
use lockstep_text::words;

use crate::leads::proposals::{NullWord, null_word};

/// What a header says of the amounts below it: "Amount (USD)", "Betrag in TEUR", "Amount (k€)".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct HeaderMoney {
    /// The currency.
    pub currency: Option<Money>,
    /// By how many the numbers are to be multiplied, where it is said that they are thousands or millions.
    pub scale: Option<i64>,
    /// Whether the numbers are cents, of which a hundred make one.
    pub is_in_cents: bool,
    /// Whether the numbers are millionths, as the programs of advertisers count.
    pub is_in_micros: bool,
    /// Whether the amounts were converted into the currency of the company.
    pub converted: bool,
}

impl HeaderMoney {
    /// Returns what a header says.
    pub fn of(header: &str) -> Self {
        let mut said = Self {
            converted: is_converted(header),
            is_in_cents: is_in_cents(header),
            is_in_micros: words(header)
                .iter()
                .any(|word| matches!(word.as_str(), "micros" | "micro")),
            ..Self::default()
        };
        let parts = header
            .split(|c: char| {
                c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '/' | ':' | '_')
            })
            .filter(|part| !part.is_empty());
        for part in parts {
            let (scale, unit) = scaled(part);
            if let Some(money) = Money::named(unit) {
                said.currency = Some(money);
                said.scale = said.scale.or(scale);
            } else if unit.is_empty() {
                said.scale = said.scale.or(scale);
            }
        }
        said.currency = said.currency.or_else(|| within(header));
        said.scale = said.scale.or_else(|| in_words(header));
        said
    }

    /// Returns what is said of the amounts of a column: by its header, and where that is silent by what stands above or below
    /// the table; with the text beside the table that says so.
    pub fn of_column<'s>(survey: &'s Survey, name: &str) -> (Self, Option<&'s str>) {
        let mut said = Self::of(name);
        let beside = survey
            .around
            .iter()
            .filter(|text| speaks_of_amounts(text))
            .map(|text| (Self::of(text), text.as_str()))
            .find(|(beside, _)| beside.currency.is_some() || beside.scale.is_some() || beside.is_in_cents);
        let Some((beside, text)) = beside.filter(|_| !said.converted) else {
            return (said, None);
        };
        said.currency = said.currency.or(beside.currency);
        if said.scale.is_none() && !said.is_in_cents && !said.is_in_micros {
            said.scale = beside.scale;
            said.is_in_cents = beside.is_in_cents;
        }
        (said, Some(text))
    }

    /// Returns by which power of ten the numbers are to be multiplied.
    pub fn power(self) -> i32 {
        match (self.scale, self.is_in_cents) {
            _ if self.is_in_micros => -6,
            (Some(100), _) => 2,
            (Some(1_000), _) => 3,
            (Some(_), _) => 6,
            (None, true) => -2,
            (None, false) => 0,
        }
    }
}

/// Says in thousands, millions or cents of what the amounts of a column are, and where that is said if not in its header.
pub(super) fn unit_of_amounts(survey: &Survey, name: &str) -> Option<String> {
    let (money, beside) = HeaderMoney::of_column(survey, name);
    let unit = match money.power() {
        -6 => "read as millionths",
        2 => "read as hundreds",
        3 => "read as thousands",
        6 => "read as millions",
        -2 => "read as cents",
        _ => "in the currency that the file says",
    };
    let says_so = beside.map(|text| format!(", as “{text}” beside the table says"));
    (money.power() != 0 || beside.is_some()).then(|| {
        format!(
            "The amounts in “{name}” are {unit}{}.",
            says_so.unwrap_or_default()
        )
    })
}

/// "All amounts in USD", "Beträge in TEUR", "Währung: EUR".
fn speaks_of_amounts(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "amount", "amounts", "values", "figures", "betrag", "betrage", "werte", "angaben", "zahlen", "umsatze", "montant", "montants",
        "valeurs", "chiffres", "importe", "importes", "valores", "cifras", "montos", "bedrag", "bedragen", "importi", "valori",
        "belopp", "belob", "kwoty", "summat",
    ];
    let heard = words(text);
    let is_one = |word: &String| WORDS.contains(&word.as_str()) || word != "iso" && is_currency_word(word);
    heard.len() <= 12 && heard.iter().any(is_one)
}

/// "Amount (cents)", "Betrag in Cent", "Montant (centimes)".
fn is_in_cents(header: &str) -> bool {
    const CENTS: [&str; 8] = [
        "cents",
        "cent",
        "centimes",
        "centime",
        "centimos",
        "centavos",
        "pence",
        "centesimi",
    ];
    let heard = words(header);
    let has = |word: &str| heard.iter().any(|heard| heard == word);
    CENTS.iter().any(|word| has(word)) && !has("per")
}

/// "k€", "TEUR", "T€", "€k", "MEUR", "'000": a scale and the currency behind it; the whole part where it has none.
fn scaled(part: &str) -> (Option<i64>, &str) {
    const THOUSAND: Option<i64> = Some(1_000);
    const MILLION: Option<i64> = Some(1_000_000);
    if matches!(
        part.trim_matches(['\'', '’']),
        "000" | "000s" | "1000s" | "k" | "K"
    ) {
        return (THOUSAND, "");
    }
    // "$000", "€'000".
    let before = part
        .strip_suffix("000s")
        .or_else(|| part.strip_suffix("000"))
        .map(|before| before.trim_end_matches(['\'', '’']));
    if let Some(unit) = before.filter(|unit| Money::named(unit).is_some()) {
        return (THOUSAND, unit);
    }
    for (mark, scale) in [
        ("k", THOUSAND),
        ("K", THOUSAND),
        ("T", THOUSAND),
        ("M", MILLION),
        ("m", MILLION),
    ] {
        for unit in [part.strip_prefix(mark), part.strip_suffix(mark)]
            .into_iter()
            .flatten()
        {
            if Money::named(part).is_none() && Money::named(unit).is_some() {
                return (scale, unit);
            }
        }
    }
    (None, part)
}

/// "in thousands", "in Mio. EUR".
fn in_words(header: &str) -> Option<i64> {
    const THOUSANDS: [&str; 8] = [
        "thousands",
        "thousand",
        "tausend",
        "tsd",
        "milliers",
        "miles",
        "duizend",
        "migliaia",
    ];
    const MILLIONS: [&str; 8] = [
        "millions",
        "million",
        "mio",
        "mn",
        "millionen",
        "miljoen",
        "millones",
        "milioni",
    ];
    let heard = words(header);
    let has = |list: &[&str]| heard.iter().any(|word| list.contains(&word.as_str()));
    let is_in_a_thousand = heard
        .windows(2)
        .any(|pair| matches!(pair, [before, number] if before == "in" && number == "1000"));
    match (
        has(&THOUSANDS) || is_in_a_thousand,
        has(&MILLIONS),
        has(&["hundreds"]),
    ) {
        (true, false, false) => Some(1_000),
        (false, true, false) => Some(1_000_000),
        (false, false, true) => Some(100),
        _ => None,
    }
}

/// "Amount (converted)", "Amount in company currency", "Amount in home currency".
fn is_converted(header: &str) -> bool {
    let heard = words(header);
    let has = |word: &str| heard.iter().any(|heard| heard == word);
    has("converted")
        || has("umgerechnet")
        || has("converti")
        || has("convertido")
        || (has("currency") && (has("company") || has("home") || has("corporate") || has("base")))
}

/// Returns the currency that a text names: by its sign or code, in small letters too, or in words ("US Dollar").
pub(super) fn named(text: &str) -> Option<Money> {
    let text = text.trim();
    Money::written(text).or_else(|| within(text))
}

/// Returns the currency that is named among other words: `amount_usd`, "Amount$", "Value in US dollars".
fn within(text: &str) -> Option<Money> {
    let heard = words(text);
    let sign = || {
        text.chars()
            .filter(|c| !c.is_alphanumeric())
            .find_map(|c| Money::named(c.encode_utf8(&mut [0; 4])))
    };
    let code = || {
        let mut words = heard.iter().filter(|word| word.len() == 3);
        words.find_map(|word| Money::written(word))
    };
    sign().or_else(code).or_else(|| in_a_word(&heard))
}

/// Currencies as people call them, each with its code, or the sign that several share.
const CALLED: [(&str, &[&str]); 18] = [
    ("EUR", &["euro", "euros", "euroa"]),
    (
        "$",
        &["dollar", "dollars", "dolar", "dolares", "dolary", "peso", "pesos"],
    ),
    ("GBP", &["pound", "pounds", "sterling", "pfund"]),
    ("CHF", &["franken", "francs"]),
    ("kr", &["krona", "kronor", "krone", "kroner", "kronen"]),
    ("PLN", &["zloty", "zlote", "zlotych"]),
    ("CZK", &["koruna", "koruny", "korun"]),
    ("JPY", &["yen"]),
    ("CNY", &["yuan", "renminbi", "rmb"]),
    ("Rs", &["rupee", "rupees"]),
    ("BRL", &["reais"]),
    ("ZAR", &["rand"]),
    ("ILS", &["shekel", "shekels"]),
    ("Dh", &["dirham", "dirhams"]),
    ("TRY", &["lira", "liras"]),
    ("RUB", &["ruble", "rubles", "rubel"]),
    ("HUF", &["forint"]),
    ("lei", &["lei"]),
];

/// Whose dollars, crowns and rupees they are.
const OF_WHOM: [(&str, &[&str]); 14] = [
    (
        "USD",
        &[
            "us",
            "usa",
            "american",
            "amerikanische",
            "americains",
            "estadounidenses",
        ],
    ),
    ("CAD", &["canadian", "kanadische", "canadiens"]),
    ("AUD", &["australian", "australische", "australiens"]),
    ("NZD", &["zealand", "neuseeland"]),
    ("SGD", &["singapore", "singapur"]),
    ("HKD", &["hong", "hongkong"]),
    ("MXN", &["mexican", "mexicanos"]),
    ("SEK", &["swedish", "schwedische", "svenska", "sverige"]),
    ("NOK", &["norwegian", "norwegische", "norske"]),
    ("DKK", &["danish", "danische", "danske"]),
    ("ISK", &["icelandic"]),
    ("INR", &["indian", "indische"]),
    ("PKR", &["pakistani", "pakistan"]),
    ("AED", &["uae", "emirati"]),
];

fn in_a_word(heard: &[String]) -> Option<Money> {
    let has = |list: &[&str]| heard.iter().any(|word| list.contains(&word.as_str()));
    let (sign, _) = CALLED.iter().find(|(_, words)| has(words))?;
    let money = Money::named(sign)?;
    let whose = OF_WHOM
        .iter()
        .find(|(code, words)| money.may_be(code) && has(words));
    whose.map_or(Some(money), |(code, _)| Money::named(code))
}

/// What a cell of a column of currencies says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SaidBeside {
    /// Nothing.
    Nothing,
    /// This currency.
    Known(Money),
    /// Something that is no currency that we know.
    Unknown,
}

impl SaidBeside {
    /// Reads a cell of a column of currencies.
    pub fn of(cell: &str) -> Self {
        match named(cell) {
            Some(money) => Self::Known(money),
            None if null_word(cell) == NullWord::Nothing => Self::Nothing,
            None => Self::Unknown,
        }
    }
}

/// Returns whether a column says in which currency the amounts beside it are: it is called so, and its cells name currencies,
/// or it is called nothing else. A cell that nobody understands is no reason to add unlike amounts up.
pub(crate) fn names_currencies(column: &Column) -> bool {
    let heard = words(&column.name);
    let is_called_so = || heard.iter().any(|word| is_currency_word(word));
    let is_called_nothing_else = || {
        let says_more = |word: &String| !is_currency_word(word) && !matches!(word.as_str(), "code" | "name");
        !heard.iter().any(says_more)
    };
    column.kind == ColumnKind::Text
        && !column.values.is_empty()
        && !column.more_distinct
        && is_called_so()
        && (column.values.iter().any(|(value, _)| named(value).is_some()) || is_called_nothing_else())
}

/// "Währungscode" and "CurrencyIsoCode" have the word within a longer one.
fn is_currency_word(word: &str) -> bool {
    const WITHIN: [&str; 12] = [
        "currenc", "wahrung", "waehrung", "devise", "monnaie", "moneda", "divisa", "valuta", "valuutta",
        "moeda", "walut", "valutt",
    ];
    matches!(word, "iso" | "mena" | "meny") || WITHIN.iter().any(|part| word.contains(part))
}

/// Returns the column that says in which currency the amounts of another are: the one named after it ("Amount Currency"), else
/// the only one there is, else the one beside it.
pub(crate) fn currency_column(survey: &Survey, amounts: usize) -> Option<usize> {
    let column = survey.columns.get(amounts)?;
    let all: Vec<usize> = survey
        .columns
        .iter()
        .enumerate()
        .filter(|(_, other)| names_currencies(other))
        .map(|(place, _)| place)
        .collect();
    let plain = |place: usize| -> Vec<String> {
        let heard = survey.columns.get(place).map(|column| words(&column.name));
        let mut heard = heard.unwrap_or_default();
        heard.retain(|word| !is_currency_word(word) && word != "code");
        heard
    };
    let wanted = words(&column.name);
    let named = all.iter().copied().find(|place| plain(*place) == wanted);
    // A column of converted amounts is in one currency, whatever the column of the others says.
    if named.is_some() || HeaderMoney::of(&column.name).converted {
        return named;
    }
    match all.as_slice() {
        [only] => Some(*only),
        several => several
            .iter()
            .copied()
            .filter(|place| plain(*place).is_empty())
            .min_by_key(|place| place.abs_diff(amounts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_currency_and_scale() {
        for (header, currency, scale) in [
            ("Amount", None, None),
            ("Amount (USD)", Some("USD"), None),
            ("Amount (k€)", Some("EUR"), Some(1_000)),
            ("Betrag in TEUR", Some("EUR"), Some(1_000)),
            ("Umsatz T€", Some("EUR"), Some(1_000)),
            ("Revenue £k", Some("£"), Some(1_000)),
            ("Value EUR", Some("EUR"), None),
            ("Revenue (in thousands)", None, Some(1_000)),
            ("Betrag (Mio. EUR)", Some("EUR"), Some(1_000_000)),
            ("Amount ('000)", None, Some(1_000)),
            ("Amount ($000)", Some("$"), Some(1_000)),
            ("Spend (in 1000s)", None, Some(1_000)),
            ("Spend (in 1000)", None, Some(1_000)),
            ("Amount (hundreds)", None, Some(100)),
            ("Deal Value", None, None),
            ("MRR", None, None),
            ("Total amount", None, None),
            ("amount_usd", Some("USD"), None),
            ("AmountUSD", Some("USD"), None),
            ("dealValueEur", Some("EUR"), None),
            ("Amount$", Some("$"), None),
            ("Amount in US dollars", Some("USD"), None),
            ("Value (Canadian Dollar)", Some("CAD"), None),
            ("Belopp i kronor", Some("kr"), None),
            ("Betrag in Schweizer Franken", Some("CHF"), None),
            ("Top deal value", None, None),
            ("All amounts", None, None),
        ] {
            let said = HeaderMoney::of(header);
            assert_eq!(said.currency.map(Money::name), currency, "{header}");
            assert_eq!(said.scale, scale, "{header}");
        }
        assert!(HeaderMoney::of("Amount (converted)").converted);
        assert!(HeaderMoney::of("Amount in company currency").converted);
        assert!(!HeaderMoney::of("Amount").converted);
    }
}
