// Writes how the offered languages write numbers, money, rates and days, as the Unicode CLDR knows them:
//
//   node scripts/cldr-formats.mjs
//
// makes src-tauri/workspace/src/words/cldr.rs (for documents and the terminal), ui/src/shared/formats/cldr.ts (for the page) and
// src-tauri/workspace/src/words/examples.tsv (what Intl itself writes; both sides are tested against it). Needs Node 20 or later,
// whose Intl holds all of CLDR. It stops where a language writes in a way that the tables cannot say.
//
// The page could ask Intl, but then what it says would hang on the ICU of the machine: Debian 12 writes Italian thousands
// and Swiss apostrophes differently from the CLDR of today, and so from the PDF beside it.

import { writeFileSync } from "node:fs";

const WORDS = new URL("../src-tauri/workspace/src/words/", import.meta.url);
const PAGE = new URL("../ui/src/shared/formats/", import.meta.url);

const OFFERED = [
  ["en-GB", "English (United Kingdom)"], ["en-US", "English (United States)"],
  ["de-DE", "Deutsch (Deutschland)"], ["de-CH", "Deutsch (Schweiz)"],
  ["fr-FR", "français (France)"], ["es-ES", "español (España)"], ["it-IT", "italiano (Italia)"],
  ["nl-NL", "Nederlands (Nederland)"], ["pt-BR", "português (Brasil)"], ["pt-PT", "português (Portugal)"],
  ["sv-SE", "svenska (Sverige)"], ["da-DK", "dansk (Danmark)"], ["nb-NO", "norsk (Norge)"],
  ["fi-FI", "suomi (Suomi)"], ["pl-PL", "polski (Polska)"], ["cs-CZ", "čeština (Česko)"],
];
const CURRENCIES = Intl.supportedValuesOf("currency").filter((code) => !/^X(XX|TS|A[GU]|P[TD]|B[ABCD]|DR|UA|SU)$/.test(code));

/** A true minus everywhere, and no marks that turn the direction of writing. */
const clean = (text) => text.replace(/-/g, "−").replace(/[\u200e\u200f\u061c]/g, "");
const number = (tag, value, options) => clean(new Intl.NumberFormat(tag, options).format(value));
const money = (tag, currency, value, places = 2) =>
  number(tag, value, {
    style: "currency", currency, currencyDisplay: "narrowSymbol",
    minimumFractionDigits: places, maximumFractionDigits: places,
  });
const symbolOf = (tag, currency) =>
  clean(new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(1).find((part) => part.type === "currency").value);
/** Whether a space parts the symbol from the number where a sign like "€" has none. */
const isWord = (symbol) => /[^\p{S}]$/u.test(symbol);

const DAY = { day: "numeric", month: "short", year: "numeric" };
const MONTH = { month: "short", year: "numeric" };
const written = (tag, options, month, day = 23) =>
  new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options }).formatToParts(Date.UTC(2028, month, day, 12));

/** Returns a form of dates as a pattern and the names of the months in it. */
function dates(tag, options) {
  const patterns = new Set();
  const months = Array.from({ length: 12 }, (_, month) => {
    const parts = written(tag, options, month);
    const marks = { day: "{d}", month: "{m}", year: "{y}" };
    patterns.add(parts.map((part) => marks[part.type] ?? part.value).join(""));
    return parts.find((part) => part.type === "month").value;
  });
  if (patterns.size !== 1) throw new Error(`${tag} writes months in different orders: ${[...patterns]}`);
  if ("day" in options && written(tag, options, 0, 3).find((part) => part.type === "day").value !== "3")
    throw new Error(`${tag} writes days with a zero`);
  return { pattern: [...patterns][0], months };
}

function describe([tag, name]) {
  const parts = new Intl.NumberFormat(tag).formatToParts(1234567.8);
  const decimal = parts.find((part) => part.type === "decimal").value;
  const group = parts.find((part) => part.type === "group").value;
  const groupFrom = /^\d+$/.test(number(tag, 1234)) ? 5 : 4;
  const pattern = (currency, value) =>
    money(tag, currency, value, 0).replace(symbolOf(tag, currency), "{s}").replace("5", "{n}");
  return {
    tag, name, decimal, group, groupFrom,
    percent: number(tag, 0.05, { style: "percent" }).replace("5", ""),
    money: [pattern("USD", 5), pattern("USD", -5)],
    moneyInWords: [pattern("XAF", 5), pattern("XAF", -5)],
    day: dates(tag, DAY), month: dates(tag, MONTH),
    shortMonths: dates(tag, { month: "short" }).months,
  };
}

const languages = OFFERED.map(describe);

/** By code: the symbol in most languages; where a language has one of its own, that too. */
const symbols = new Map();
const own = [];
for (const code of CURRENCIES) {
  const counts = new Map();
  for (const { tag } of languages) counts.set(symbolOf(tag, code), (counts.get(symbolOf(tag, code)) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (usual !== code) symbols.set(code, usual);
  for (const { tag } of languages) if (symbolOf(tag, code) !== usual) own.push([tag, code, symbolOf(tag, code)]);
}
const ownIn = new Map(own.map(([tag, code, symbol]) => [`${tag} ${code}`, symbol]));

// The tables must be able to say all that Intl says.
const grouped = (language, digits) =>
  digits.length < language.groupFrom ? digits : digits.replace(/\B(?=(\d{3})+$)/g, language.group);
function byTheTables(language, code, minor) {
  const symbol = ownIn.get(`${language.tag} ${code}`) ?? symbols.get(code) ?? code;
  const [whole, part] = (Math.abs(minor) / 100).toFixed(2).split(".");
  const first = language.money[0].startsWith("{n}") ? [...symbol].reverse().join("") : symbol;
  const patterns = isWord(first) ? language.moneyInWords : language.money;
  return patterns[minor < 0 ? 1 : 0].replace("{s}", () => symbol).replace("{n}", `${grouped(language, whole)}${language.decimal}${part}`);
}
for (const language of languages)
  for (const code of CURRENCIES)
    for (const minor of [1200, -1200, 123450, -123456789]) {
      const [ours, theirs] = [byTheTables(language, code, minor), money(language.tag, code, minor / 100)];
      if (ours !== theirs) throw new Error(`${language.tag} ${code}: the tables say ${ours}, CLDR says ${theirs}`);
    }

const rust = (text) => `"${text.replace(/[\u00a0\u202f\u2009]/g, (space) => `\\u{${space.codePointAt(0).toString(16)}}`)}"`;
const script = (text) =>
  `'${text.replace(/'/g, "\\'").replace(/[\u00a0\u202f\u2009]/g, (space) => `\\u${space.codePointAt(0).toString(16).padStart(4, "0")}`)}'`;
function packed(items, indent, width = 116) {
  const lines = [];
  let line = indent;
  for (const item of items) {
    if (line !== indent && line.length + item.length + 2 > width) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${item}, `;
  }
  return [...lines, line.trimEnd()].join("\n");
}
const bytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const listOf = (quote) => (texts) => `[${texts.map(quote).join(", ")}]`;
const inRust = listOf(rust);
const inScript = listOf(script);
const code = [...symbols].sort(bytes);
const ofTheirOwn = own.map(([tag, code, symbol]) => [`${tag} ${code}`, symbol]).sort(bytes);

writeFileSync(new URL("cldr.rs", WORDS), `//! How the offered languages write numbers, money, rates and days. Made from the Unicode CLDR ${process.versions.cldr} by
//! \`node scripts/cldr-formats.mjs\`; change it there. Lists of currencies are sorted by their bytes.

use super::formats::{Dates, Formats};

/// The languages, each with its forms; the first is the usual one.
#[rustfmt::skip]
pub(super) static LANGUAGES: [Formats; ${languages.length}] = [
${languages.map((language) => `    Formats {
        tag: ${rust(language.tag)}, name: ${rust(language.name)},
        decimal: ${rust(language.decimal)}, group: ${rust(language.group)}, group_from: ${language.groupFrom}, percent: ${rust(language.percent)},
        money: ${inRust(language.money)}, money_in_words: ${inRust(language.moneyInWords)},
        day: Dates {
            pattern: ${rust(language.day.pattern)},
            months: ${inRust(language.day.months)},
        },
        month: Dates {
            pattern: ${rust(language.month.pattern)},
            months: ${inRust(language.month.months)},
        },
        short_months: ${inRust(language.shortMonths)},
    },`).join("\n")}
];

/// The signs of currencies that have one besides their code.
#[rustfmt::skip]
pub(super) static SYMBOLS: &[(&str, &str)] = &[
${packed(code.map(([code, symbol]) => `(${rust(code)}, ${rust(symbol)})`), "    ")}
];

/// Where a language has a sign of its own.
#[rustfmt::skip]
pub(super) static OWN_SYMBOLS: &[(&str, &str)] = &[
${packed(ofTheirOwn.map(([key, symbol]) => `(${rust(key)}, ${rust(symbol)})`), "    ")}
];
`);

writeFileSync(new URL("cldr.ts", PAGE), `/**
 * How the offered languages write numbers, money, rates and days. Made from the Unicode CLDR ${process.versions.cldr} by
 * \`node scripts/cldr-formats.mjs\`; change it there. The core has the same tables, so page, documents and terminal agree.
 */
import type { LanguageFormats } from './languages';

/** The CLDR from which these tables were made. */
export const CLDR = '${process.versions.cldr}';

// biome-ignore format: a table
export const LANGUAGES: Record<string, LanguageFormats> = {
${languages.map((language) => `  ${script(language.tag)}: {
    decimal: ${script(language.decimal)}, group: ${script(language.group)}, groupFrom: ${language.groupFrom}, percent: ${script(language.percent)},
    money: ${inScript(language.money)}, moneyInWords: ${inScript(language.moneyInWords)},
    day: {
      pattern: ${script(language.day.pattern)},
      months: ${inScript(language.day.months)},
    },
    month: {
      pattern: ${script(language.month.pattern)},
      months: ${inScript(language.month.months)},
    },
    shortMonths: ${inScript(language.shortMonths)},
  },`).join("\n")}
};

/** The signs of currencies that have one besides their code. */
// biome-ignore format: a table
export const SYMBOLS: Record<string, string> = {
${packed(code.map(([code, symbol]) => `${code}: ${script(symbol)}`), "  ")}
};

/** Where a language has a sign of its own. */
// biome-ignore format: a table
export const OWN_SYMBOLS: Record<string, string> = {
${packed(ofTheirOwn.map(([key, symbol]) => `${script(key)}: ${script(symbol)}`), "  ")}
};
`);

// Examples as Intl itself writes them: language, what it is, the value, the text.
const AMOUNTS = { EUR: [0, 5, -501, 123450, -123456789, 1200000000], USD: [-2500, 123456], GBP: [100, -1], CHF: [-123450], SEK: [9900], DKK: [-123456], PLN: [123450], CZK: [500], JPY: [-1234567], KWD: [1234567], XAF: [5000] };
const rows = [`# Made from the Unicode CLDR ${process.versions.cldr} by node scripts/cldr-formats.mjs: what Intl writes.`];
for (const { tag } of languages) {
  const row = (kind, value, text) => rows.push([tag, kind, value, clean(text)].join("\t"));
  for (const value of [0, 7, 999, 1234, 12345, -1234567, 9007199254740991]) row("count", value, number(tag, value));
  for (const value of [93.125, 1.005, -0.04, 0.5, 8048.75, 1234.5, -12345.678])
    row("decimal", value, number(tag, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  for (const value of [0, 5000, 6315, 9312.5, -501, 123456])
    row("rate", value, number(tag, value / 10000, { style: "percent", maximumFractionDigits: 2 }));
  for (const [currency, amounts] of Object.entries(AMOUNTS)) {
    const places = { JPY: 0, XAF: 0, KWD: 3 }[currency] ?? 2;
    for (const minor of amounts)
      row(`money ${currency}`, minor, money(tag, currency, minor / 10 ** places, minor % 10 ** places === 0 ? 0 : places));
  }
  for (const month of [0, 1, 2, 4, 7, 8, 11]) {
    const text = (options) => written(tag, options, month, 3).map((part) => part.value).join("");
    const day = `2028-${String(month + 1).padStart(2, "0")}-03`;
    row("day", day, text(DAY));
    row("month", day, text(MONTH));
    row("short month", day, text({ month: "short" }));
  }
}
writeFileSync(new URL("examples.tsv", WORDS), `${rows.join("\n")}\n`);
