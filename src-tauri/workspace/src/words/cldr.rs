//! How the offered languages write numbers, money, rates and days. Made from the Unicode CLDR 48.0 by
//! `node scripts/cldr-formats.mjs`; change it there. Lists of currencies are sorted by their bytes.

use super::formats::{Dates, Formats};

/// The languages, each with its forms; the first is the usual one.
#[rustfmt::skip]
pub(super) static LANGUAGES: [Formats; 16] = [
    Formats {
        tag: "en-GB", name: "English (United Kingdom)",
        decimal: ".", group: ",", group_from: 4, percent: "%",
        money: ["{s}{n}", "−{s}{n}"], money_in_words: ["{s}\u{a0}{n}", "−{s}\u{a0}{n}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
        },
        short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
    },
    Formats {
        tag: "en-US", name: "English (United States)",
        decimal: ".", group: ",", group_from: 4, percent: "%",
        money: ["{s}{n}", "−{s}{n}"], money_in_words: ["{s}\u{a0}{n}", "−{s}\u{a0}{n}"],
        day: Dates {
            pattern: "{m} {d}, {y}",
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        },
        short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    },
    Formats {
        tag: "de-DE", name: "Deutsch (Deutschland)",
        decimal: ",", group: ".", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}. {m} {y}",
            months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        },
        short_months: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    },
    Formats {
        tag: "de-CH", name: "Deutsch (Schweiz)",
        decimal: ".", group: "'", group_from: 4, percent: "%",
        money: ["{s}\u{a0}{n}", "{s}−{n}"], money_in_words: ["{s}\u{a0}{n}", "{s}−{n}"],
        day: Dates {
            pattern: "{d}. {m} {y}",
            months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        },
        short_months: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    },
    Formats {
        tag: "fr-FR", name: "français (France)",
        decimal: ",", group: "\u{202f}", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        },
        short_months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    },
    Formats {
        tag: "es-ES", name: "español (España)",
        decimal: ",", group: ".", group_from: 5, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        },
        short_months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    },
    Formats {
        tag: "it-IT", name: "italiano (Italia)",
        decimal: ",", group: ".", group_from: 5, percent: "%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        },
        short_months: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    },
    Formats {
        tag: "nl-NL", name: "Nederlands (Nederland)",
        decimal: ",", group: ".", group_from: 4, percent: "%",
        money: ["{s}\u{a0}{n}", "{s}\u{a0}−{n}"], money_in_words: ["{s}\u{a0}{n}", "{s}\u{a0}−{n}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        },
        short_months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    },
    Formats {
        tag: "pt-BR", name: "português (Brasil)",
        decimal: ",", group: ".", group_from: 4, percent: "%",
        money: ["{s}\u{a0}{n}", "−{s}\u{a0}{n}"], money_in_words: ["{s}\u{a0}{n}", "−{s}\u{a0}{n}"],
        day: Dates {
            pattern: "{d} de {m} de {y}",
            months: ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
        },
        month: Dates {
            pattern: "{m} de {y}",
            months: ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
        },
        short_months: ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
    },
    Formats {
        tag: "pt-PT", name: "português (Portugal)",
        decimal: ",", group: "\u{a0}", group_from: 5, percent: "%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}/{m}/{y}",
            months: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
        },
        month: Dates {
            pattern: "{m}/{y}",
            months: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
        },
        short_months: ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
    },
    Formats {
        tag: "sv-SE", name: "svenska (Sverige)",
        decimal: ",", group: "\u{a0}", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
        },
        short_months: ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
    },
    Formats {
        tag: "da-DK", name: "dansk (Danmark)",
        decimal: ",", group: ".", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}. {m} {y}",
            months: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
        },
        short_months: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    },
    Formats {
        tag: "nb-NO", name: "norsk (Norge)",
        decimal: ",", group: "\u{a0}", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}. {m} {y}",
            months: ["jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."],
        },
        short_months: ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"],
    },
    Formats {
        tag: "fi-FI", name: "suomi (Suomi)",
        decimal: ",", group: "\u{a0}", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}.{m}.{y}",
            months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"],
        },
        short_months: ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"],
    },
    Formats {
        tag: "pl-PL", name: "polski (Polska)",
        decimal: ",", group: "\u{a0}", group_from: 5, percent: "%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d} {m} {y}",
            months: ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
        },
        short_months: ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
    },
    Formats {
        tag: "cs-CZ", name: "čeština (Česko)",
        decimal: ",", group: "\u{a0}", group_from: 4, percent: "\u{a0}%",
        money: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"], money_in_words: ["{n}\u{a0}{s}", "−{n}\u{a0}{s}"],
        day: Dates {
            pattern: "{d}. {m}. {y}",
            months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        },
        month: Dates {
            pattern: "{m} {y}",
            months: ["leden", "únor", "březen", "duben", "květen", "červen", "červenec", "srpen", "září", "říjen", "listopad", "prosinec"],
        },
        short_months: ["led", "úno", "bře", "dub", "kvě", "čvn", "čvc", "srp", "zář", "říj", "lis", "pro"],
    },
];

/// The signs of currencies that have one besides their code.
#[rustfmt::skip]
pub(super) static SYMBOLS: &[(&str, &str)] = &[
    ("AFN", "؋"), ("AMD", "֏"), ("AOA", "Kz"), ("ARS", "$"), ("AUD", "$"), ("AZN", "₼"), ("BAM", "KM"),
    ("BBD", "$"), ("BDT", "৳"), ("BMD", "$"), ("BND", "$"), ("BOB", "Bs"), ("BRL", "R$"), ("BSD", "$"),
    ("BWP", "P"), ("BYN", "р."), ("BZD", "$"), ("CAD", "$"), ("CLP", "$"), ("CNY", "¥"), ("COP", "$"),
    ("CRC", "₡"), ("CUC", "$"), ("CUP", "$"), ("CZK", "Kč"), ("DKK", "kr"), ("DOP", "$"), ("EGP", "E£"),
    ("EUR", "€"), ("FJD", "$"), ("FKP", "£"), ("GBP", "£"), ("GEL", "₾"), ("GHS", "GH₵"), ("GIP", "£"),
    ("GNF", "FG"), ("GTQ", "Q"), ("GYD", "$"), ("HKD", "$"), ("HNL", "L"), ("HRK", "kn"), ("HUF", "Ft"),
    ("IDR", "Rp"), ("ILS", "₪"), ("INR", "₹"), ("ISK", "kr"), ("JMD", "$"), ("JPY", "¥"), ("KGS", "⃀"),
    ("KHR", "៛"), ("KMF", "CF"), ("KPW", "₩"), ("KRW", "₩"), ("KYD", "$"), ("KZT", "₸"), ("LAK", "₭"),
    ("LBP", "L£"), ("LKR", "Rs"), ("LRD", "$"), ("MGA", "Ar"), ("MMK", "K"), ("MNT", "₮"), ("MUR", "Rs"),
    ("MXN", "$"), ("MYR", "RM"), ("NAD", "$"), ("NGN", "₦"), ("NIO", "C$"), ("NOK", "kr"), ("NPR", "Rs"),
    ("NZD", "$"), ("PHP", "₱"), ("PKR", "Rs"), ("PLN", "zł"), ("PYG", "₲"), ("RON", "L"), ("RUB", "₽"),
    ("RWF", "RF"), ("SBD", "$"), ("SEK", "kr"), ("SGD", "$"), ("SHP", "£"), ("SRD", "$"), ("SSP", "£"),
    ("STN", "Db"), ("SYP", "£"), ("THB", "฿"), ("TOP", "T$"), ("TRY", "₺"), ("TTD", "$"), ("TWD", "NT$"),
    ("UAH", "₴"), ("USD", "$"), ("UYU", "$"), ("VND", "₫"), ("XAF", "FCFA"), ("XCD", "$"), ("XCG", "Cg."),
    ("XOF", "F\u{202f}CFA"), ("XPF", "CFPF"), ("ZAR", "R"), ("ZMW", "ZK"),
];

/// Where a language has a sign of its own.
#[rustfmt::skip]
pub(super) static OWN_SYMBOLS: &[(&str, &str)] = &[
    ("da-DK BYN", "Br."), ("da-DK DKK", "kr."), ("da-DK ISK", "kr."), ("da-DK NOK", "kr."), ("da-DK SEK", "kr."),
    ("de-CH CUC", "Cub$"), ("de-CH EUR", "EUR"), ("de-CH FKP", "Fl£"), ("de-CH GHS", "₵"), ("de-CH GNF", "F.G."),
    ("de-CH KMF", "FC"), ("de-CH RWF", "F.Rw"), ("de-CH SYP", "SYP"), ("de-CH ZMW", "K"), ("de-DE CUC", "Cub$"),
    ("de-DE FKP", "Fl£"), ("de-DE GHS", "₵"), ("de-DE GNF", "F.G."), ("de-DE KMF", "FC"), ("de-DE RWF", "F.Rw"),
    ("de-DE SYP", "SYP"), ("de-DE ZMW", "K"), ("en-GB BYN", "BYN"), ("en-GB RON", "lei"), ("en-GB TWD", "$"),
    ("en-US BYN", "BYN"), ("en-US RON", "lei"), ("en-US TWD", "$"), ("es-ES EGP", "EGP"), ("es-ES XAF", "XAF"),
    ("es-ES XOF", "XOF"), ("fi-FI AOA", "AOA"), ("fi-FI ARS", "ARS"), ("fi-FI AUD", "AUD"), ("fi-FI BAM", "BAM"),
    ("fi-FI BBD", "BBD"), ("fi-FI BDT", "BDT"), ("fi-FI BMD", "BMD"), ("fi-FI BND", "BND"), ("fi-FI BOB", "BOB"),
    ("fi-FI BRL", "BRL"), ("fi-FI BSD", "BSD"), ("fi-FI BWP", "BWP"), ("fi-FI BYN", "BYN"), ("fi-FI BZD", "BZD"),
    ("fi-FI CAD", "CAD"), ("fi-FI CLP", "CLP"), ("fi-FI CNY", "CNY"), ("fi-FI COP", "COP"), ("fi-FI CRC", "CRC"),
    ("fi-FI CUC", "CUC"), ("fi-FI CUP", "CUP"), ("fi-FI CZK", "CZK"), ("fi-FI DKK", "DKK"), ("fi-FI DOP", "DOP"),
    ("fi-FI EGP", "EGP"), ("fi-FI FJD", "FJD"), ("fi-FI FKP", "FKP"), ("fi-FI GEL", "GEL"), ("fi-FI GIP", "GIP"),
    ("fi-FI GNF", "GNF"), ("fi-FI GTQ", "GTQ"), ("fi-FI GYD", "GYD"), ("fi-FI HKD", "HKD"), ("fi-FI HNL", "HNL"),
    ("fi-FI HRK", "HRK"), ("fi-FI HUF", "HUF"), ("fi-FI IDR", "IDR"), ("fi-FI ILS", "ILS"), ("fi-FI INR", "INR"),
    ("fi-FI ISK", "ISK"), ("fi-FI JMD", "JMD"), ("fi-FI KHR", "KHR"), ("fi-FI KMF", "KMF"), ("fi-FI KPW", "KPW"),
    ("fi-FI KRW", "KRW"), ("fi-FI KYD", "KYD"), ("fi-FI KZT", "KZT"), ("fi-FI LAK", "LAK"), ("fi-FI LBP", "LBP"),
    ("fi-FI LKR", "LKR"), ("fi-FI LRD", "LRD"), ("fi-FI MGA", "MGA"), ("fi-FI MMK", "MMK"), ("fi-FI MNT", "MNT"),
    ("fi-FI MUR", "MUR"), ("fi-FI MXN", "MXN"), ("fi-FI MYR", "MYR"), ("fi-FI NAD", "NAD"), ("fi-FI NGN", "NGN"),
    ("fi-FI NIO", "NIO"), ("fi-FI NOK", "NOK"), ("fi-FI NPR", "NPR"), ("fi-FI NZD", "NZD"), ("fi-FI PHP", "PHP"),
    ("fi-FI PKR", "PKR"), ("fi-FI PLN", "PLN"), ("fi-FI PYG", "PYG"), ("fi-FI RON", "RON"), ("fi-FI RWF", "RWF"),
    ("fi-FI SBD", "SBD"), ("fi-FI SEK", "SEK"), ("fi-FI SGD", "SGD"), ("fi-FI SHP", "SHP"), ("fi-FI SRD", "SRD"),
    ("fi-FI SSP", "SSP"), ("fi-FI STN", "STD"), ("fi-FI SYP", "SYP"), ("fi-FI THB", "THB"), ("fi-FI TOP", "TOP"),
    ("fi-FI TRY", "TRY"), ("fi-FI TTD", "TTD"), ("fi-FI TWD", "TWD"), ("fi-FI UAH", "UAH"), ("fi-FI UYU", "UYU"),
    ("fi-FI VND", "VND"), ("fi-FI XCD", "XCD"), ("fi-FI XPF", "XPF"), ("fi-FI ZAR", "ZAR"), ("fi-FI ZMW", "ZMW"),
    ("fr-FR EGP", "£E"), ("fr-FR KMF", "FC"), ("fr-FR LBP", "£L"), ("fr-FR NIO", "$C"), ("fr-FR RWF", "FR"),
    ("fr-FR TOP", "$T"), ("fr-FR WST", "$WS"), ("fr-FR XPF", "FCFP"), ("fr-FR ZMW", "Kw"), ("it-IT BYN", "Br"),
    ("it-IT EGP", "£E"), ("it-IT NOK", "NKr"), ("it-IT RON", "lei"), ("it-IT XCG", "Cf"), ("nb-NO XAF", "XAF"),
    ("nb-NO XPF", "XPF"), ("nl-NL RON", "lei"), ("nl-NL XCG", "Cg"), ("nl-NL XPF", "XPF"), ("nl-NL ZWG", "ZiG"),
    ("pl-PL BYN", "BYN"), ("pl-PL RON", "lej"), ("pl-PL XCG", "XCG"), ("pt-BR SYP", "S£"), ("sv-SE XCG", "XCG"),
];
