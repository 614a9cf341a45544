/**
 * How the offered languages write numbers, money, rates and days. Made from the Unicode CLDR 48.0 by
 * `node scripts/cldr-formats.mjs`; change it there. The core has the same tables, so page, documents and terminal agree.
 */
import type { LanguageFormats } from './languages';

/** The CLDR from which these tables were made. */
export const CLDR = '48.0';

// biome-ignore format: a table
export const LANGUAGES: Record<string, LanguageFormats> = {
  'en-GB': {
    decimal: '.', group: ',', groupFrom: 4, percent: '%',
    money: ['{s}{n}', '−{s}{n}'], moneyInWords: ['{s}\u00a0{n}', '−{s}\u00a0{n}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    },
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  },
  'en-US': {
    decimal: '.', group: ',', groupFrom: 4, percent: '%',
    money: ['{s}{n}', '−{s}{n}'], moneyInWords: ['{s}\u00a0{n}', '−{s}\u00a0{n}'],
    day: {
      pattern: '{m} {d}, {y}',
      months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    },
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
  'de-DE': {
    decimal: ',', group: '.', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}. {m} {y}',
      months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    },
    shortMonths: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
  },
  'de-CH': {
    decimal: '.', group: '\'', groupFrom: 4, percent: '%',
    money: ['{s}\u00a0{n}', '{s}−{n}'], moneyInWords: ['{s}\u00a0{n}', '{s}−{n}'],
    day: {
      pattern: '{d}. {m} {y}',
      months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    },
    shortMonths: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
  },
  'fr-FR': {
    decimal: ',', group: '\u202f', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    },
    shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  },
  'es-ES': {
    decimal: ',', group: '.', groupFrom: 5, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
    },
    shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  },
  'it-IT': {
    decimal: ',', group: '.', groupFrom: 5, percent: '%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    },
    shortMonths: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
  },
  'nl-NL': {
    decimal: ',', group: '.', groupFrom: 4, percent: '%',
    money: ['{s}\u00a0{n}', '{s}\u00a0−{n}'], moneyInWords: ['{s}\u00a0{n}', '{s}\u00a0−{n}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    },
    shortMonths: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  },
  'pt-BR': {
    decimal: ',', group: '.', groupFrom: 4, percent: '%',
    money: ['{s}\u00a0{n}', '−{s}\u00a0{n}'], moneyInWords: ['{s}\u00a0{n}', '−{s}\u00a0{n}'],
    day: {
      pattern: '{d} de {m} de {y}',
      months: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
    },
    month: {
      pattern: '{m} de {y}',
      months: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
    },
    shortMonths: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
  },
  'pt-PT': {
    decimal: ',', group: '\u00a0', groupFrom: 5, percent: '%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}/{m}/{y}',
      months: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
    },
    month: {
      pattern: '{m}/{y}',
      months: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
    },
    shortMonths: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
  },
  'sv-SE': {
    decimal: ',', group: '\u00a0', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    },
    shortMonths: ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  },
  'da-DK': {
    decimal: ',', group: '.', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}. {m} {y}',
      months: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    },
    shortMonths: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  },
  'nb-NO': {
    decimal: ',', group: '\u00a0', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}. {m} {y}',
      months: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
    },
    shortMonths: ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
  },
  'fi-FI': {
    decimal: ',', group: '\u00a0', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}.{m}.{y}',
      months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka', 'marras', 'joulu'],
    },
    shortMonths: ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka', 'marras', 'joulu'],
  },
  'pl-PL': {
    decimal: ',', group: '\u00a0', groupFrom: 5, percent: '%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d} {m} {y}',
      months: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
    },
    shortMonths: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
  },
  'cs-CZ': {
    decimal: ',', group: '\u00a0', groupFrom: 4, percent: '\u00a0%',
    money: ['{n}\u00a0{s}', '−{n}\u00a0{s}'], moneyInWords: ['{n}\u00a0{s}', '−{n}\u00a0{s}'],
    day: {
      pattern: '{d}. {m}. {y}',
      months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    },
    month: {
      pattern: '{m} {y}',
      months: ['leden', 'únor', 'březen', 'duben', 'květen', 'červen', 'červenec', 'srpen', 'září', 'říjen', 'listopad', 'prosinec'],
    },
    shortMonths: ['led', 'úno', 'bře', 'dub', 'kvě', 'čvn', 'čvc', 'srp', 'zář', 'říj', 'lis', 'pro'],
  },
};

/** The signs of currencies that have one besides their code. */
// biome-ignore format: a table
export const SYMBOLS: Record<string, string> = {
  AFN: '؋', AMD: '֏', AOA: 'Kz', ARS: '$', AUD: '$', AZN: '₼', BAM: 'KM', BBD: '$', BDT: '৳', BMD: '$', BND: '$',
  BOB: 'Bs', BRL: 'R$', BSD: '$', BWP: 'P', BYN: 'р.', BZD: '$', CAD: '$', CLP: '$', CNY: '¥', COP: '$', CRC: '₡',
  CUC: '$', CUP: '$', CZK: 'Kč', DKK: 'kr', DOP: '$', EGP: 'E£', EUR: '€', FJD: '$', FKP: '£', GBP: '£', GEL: '₾',
  GHS: 'GH₵', GIP: '£', GNF: 'FG', GTQ: 'Q', GYD: '$', HKD: '$', HNL: 'L', HRK: 'kn', HUF: 'Ft', IDR: 'Rp',
  ILS: '₪', INR: '₹', ISK: 'kr', JMD: '$', JPY: '¥', KGS: '⃀', KHR: '៛', KMF: 'CF', KPW: '₩', KRW: '₩', KYD: '$',
  KZT: '₸', LAK: '₭', LBP: 'L£', LKR: 'Rs', LRD: '$', MGA: 'Ar', MMK: 'K', MNT: '₮', MUR: 'Rs', MXN: '$',
  MYR: 'RM', NAD: '$', NGN: '₦', NIO: 'C$', NOK: 'kr', NPR: 'Rs', NZD: '$', PHP: '₱', PKR: 'Rs', PLN: 'zł',
  PYG: '₲', RON: 'L', RUB: '₽', RWF: 'RF', SBD: '$', SEK: 'kr', SGD: '$', SHP: '£', SRD: '$', SSP: '£', STN: 'Db',
  SYP: '£', THB: '฿', TOP: 'T$', TRY: '₺', TTD: '$', TWD: 'NT$', UAH: '₴', USD: '$', UYU: '$', VND: '₫',
  XAF: 'FCFA', XCD: '$', XCG: 'Cg.', XOF: 'F\u202fCFA', XPF: 'CFPF', ZAR: 'R', ZMW: 'ZK',
};

/** Where a language has a sign of its own. */
// biome-ignore format: a table
export const OWN_SYMBOLS: Record<string, string> = {
  'da-DK BYN': 'Br.', 'da-DK DKK': 'kr.', 'da-DK ISK': 'kr.', 'da-DK NOK': 'kr.', 'da-DK SEK': 'kr.',
  'de-CH CUC': 'Cub$', 'de-CH EUR': 'EUR', 'de-CH FKP': 'Fl£', 'de-CH GHS': '₵', 'de-CH GNF': 'F.G.',
  'de-CH KMF': 'FC', 'de-CH RWF': 'F.Rw', 'de-CH SYP': 'SYP', 'de-CH ZMW': 'K', 'de-DE CUC': 'Cub$',
  'de-DE FKP': 'Fl£', 'de-DE GHS': '₵', 'de-DE GNF': 'F.G.', 'de-DE KMF': 'FC', 'de-DE RWF': 'F.Rw',
  'de-DE SYP': 'SYP', 'de-DE ZMW': 'K', 'en-GB BYN': 'BYN', 'en-GB RON': 'lei', 'en-GB TWD': '$',
  'en-US BYN': 'BYN', 'en-US RON': 'lei', 'en-US TWD': '$', 'es-ES EGP': 'EGP', 'es-ES XAF': 'XAF',
  'es-ES XOF': 'XOF', 'fi-FI AOA': 'AOA', 'fi-FI ARS': 'ARS', 'fi-FI AUD': 'AUD', 'fi-FI BAM': 'BAM',
  'fi-FI BBD': 'BBD', 'fi-FI BDT': 'BDT', 'fi-FI BMD': 'BMD', 'fi-FI BND': 'BND', 'fi-FI BOB': 'BOB',
  'fi-FI BRL': 'BRL', 'fi-FI BSD': 'BSD', 'fi-FI BWP': 'BWP', 'fi-FI BYN': 'BYN', 'fi-FI BZD': 'BZD',
  'fi-FI CAD': 'CAD', 'fi-FI CLP': 'CLP', 'fi-FI CNY': 'CNY', 'fi-FI COP': 'COP', 'fi-FI CRC': 'CRC',
  'fi-FI CUC': 'CUC', 'fi-FI CUP': 'CUP', 'fi-FI CZK': 'CZK', 'fi-FI DKK': 'DKK', 'fi-FI DOP': 'DOP',
  'fi-FI EGP': 'EGP', 'fi-FI FJD': 'FJD', 'fi-FI FKP': 'FKP', 'fi-FI GEL': 'GEL', 'fi-FI GIP': 'GIP',
  'fi-FI GNF': 'GNF', 'fi-FI GTQ': 'GTQ', 'fi-FI GYD': 'GYD', 'fi-FI HKD': 'HKD', 'fi-FI HNL': 'HNL',
  'fi-FI HRK': 'HRK', 'fi-FI HUF': 'HUF', 'fi-FI IDR': 'IDR', 'fi-FI ILS': 'ILS', 'fi-FI INR': 'INR',
  'fi-FI ISK': 'ISK', 'fi-FI JMD': 'JMD', 'fi-FI KHR': 'KHR', 'fi-FI KMF': 'KMF', 'fi-FI KPW': 'KPW',
  'fi-FI KRW': 'KRW', 'fi-FI KYD': 'KYD', 'fi-FI KZT': 'KZT', 'fi-FI LAK': 'LAK', 'fi-FI LBP': 'LBP',
  'fi-FI LKR': 'LKR', 'fi-FI LRD': 'LRD', 'fi-FI MGA': 'MGA', 'fi-FI MMK': 'MMK', 'fi-FI MNT': 'MNT',
  'fi-FI MUR': 'MUR', 'fi-FI MXN': 'MXN', 'fi-FI MYR': 'MYR', 'fi-FI NAD': 'NAD', 'fi-FI NGN': 'NGN',
  'fi-FI NIO': 'NIO', 'fi-FI NOK': 'NOK', 'fi-FI NPR': 'NPR', 'fi-FI NZD': 'NZD', 'fi-FI PHP': 'PHP',
  'fi-FI PKR': 'PKR', 'fi-FI PLN': 'PLN', 'fi-FI PYG': 'PYG', 'fi-FI RON': 'RON', 'fi-FI RWF': 'RWF',
  'fi-FI SBD': 'SBD', 'fi-FI SEK': 'SEK', 'fi-FI SGD': 'SGD', 'fi-FI SHP': 'SHP', 'fi-FI SRD': 'SRD',
  'fi-FI SSP': 'SSP', 'fi-FI STN': 'STD', 'fi-FI SYP': 'SYP', 'fi-FI THB': 'THB', 'fi-FI TOP': 'TOP',
  'fi-FI TRY': 'TRY', 'fi-FI TTD': 'TTD', 'fi-FI TWD': 'TWD', 'fi-FI UAH': 'UAH', 'fi-FI UYU': 'UYU',
  'fi-FI VND': 'VND', 'fi-FI XCD': 'XCD', 'fi-FI XPF': 'XPF', 'fi-FI ZAR': 'ZAR', 'fi-FI ZMW': 'ZMW',
  'fr-FR EGP': '£E', 'fr-FR KMF': 'FC', 'fr-FR LBP': '£L', 'fr-FR NIO': '$C', 'fr-FR RWF': 'FR', 'fr-FR TOP': '$T',
  'fr-FR WST': '$WS', 'fr-FR XPF': 'FCFP', 'fr-FR ZMW': 'Kw', 'it-IT BYN': 'Br', 'it-IT EGP': '£E',
  'it-IT NOK': 'NKr', 'it-IT RON': 'lei', 'it-IT XCG': 'Cf', 'nb-NO XAF': 'XAF', 'nb-NO XPF': 'XPF',
  'nl-NL RON': 'lei', 'nl-NL XCG': 'Cg', 'nl-NL XPF': 'XPF', 'nl-NL ZWG': 'ZiG', 'pl-PL BYN': 'BYN',
  'pl-PL RON': 'lej', 'pl-PL XCG': 'XCG', 'pt-BR SYP': 'S£', 'sv-SE XCG': 'XCG',
};
