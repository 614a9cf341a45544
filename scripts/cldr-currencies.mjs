// Writes what CLDR knows of currencies for the reader of numbers:
//
//   node scripts/cldr-currencies.mjs
//
// makes src-tauri/intake/src/number/symbols.rs (signs and codes) and src-tauri/intake/src/number/tests/cldr_amounts.tsv
// (amounts as every language of ours writes them). Needs Node 20 or later, whose Intl holds all of CLDR.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const out = fileURLToPath(new URL("../src-tauri/intake/src/number/", import.meta.url));

// The languages that Lockstep offers, as scripts/cldr-formats.mjs lists them.
const OFFERED = [
  "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL",
  "pt-BR", "pt-PT", "sv-SE", "da-DK", "nb-NO", "fi-FI", "pl-PL", "cs-CZ",
];
// Where currencies are at home: their own signs stand in files that people there export.
const AT_HOME = [
  "en-AU", "en-CA", "en-HK", "en-IN", "en-NZ", "en-SG", "en-ZA", "fr-CA", "fr-CH", "it-CH", "es-MX", "es-AR",
  "es-CL", "es-CO", "es-PE", "es-UY", "ar-AE", "ar-EG", "ar-SA", "bg-BG", "el-GR", "en-KE", "en-NG", "en-PK",
  "et-EE", "fa-IR", "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "is-IS", "ja-JP", "ko-KR", "lt-LT", "lv-LV",
  "ms-MY", "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sr-RS", "th-TH", "tr-TR", "uk-UA", "vi-VN", "zh-CN", "zh-TW",
];
// What people type who have no such key, or as their country does; CLDR lists none of them.
const TYPED = {
  Rs: ["INR", "LKR", "MUR", "NPR", "PKR", "SCR"],
  Kr: ["DKK", "ISK", "NOK", "SEK"], KR: ["DKK", "ISK", "NOK", "SEK"],
  zl: ["PLN"], Zł: ["PLN"], Kc: ["CZK"], kč: ["CZK"], Lei: ["RON", "MDL"], lei: ["RON", "MDL"],
  "р": ["RUB", "BYN"], "р.": ["RUB", "BYN"], "руб": ["RUB", "BYN"], TL: ["TRY"],
  Fr: ["CHF"], SFr: ["CHF"], Dh: ["AED", "MAD"], Dhs: ["AED", "MAD"],
  Euro: ["EUR"], euro: ["EUR"], Euros: ["EUR"], euros: ["EUR"], EURO: ["EUR"],
  Bs: ["BOB", "VES"], "AU$": ["AUD"], "C$": ["CAD", "NIO"], "$US": ["USD"], "S$": ["SGD"], "MX$": ["MXN"], RM: ["MYR"], Rp: ["IDR"],
};
// Signs that stand for something else more often than for money: thousands, hours, litres.
const LEFT_OUT = new Set(["T$", "STD", "FR", "UP", "L", "K"]);
// ISO 4217 has them for funds and units of account; companies may choose them, CLDR has no signs for them.
const FUNDS = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "VED"];
// They lead the list of a sign that several currencies share.
const LEADING = ["USD", "EUR", "GBP", "JPY", "SEK", "CHF", "INR"];

const current = Intl.supportedValuesOf("currency").filter((code) => !/^X(XX|TS|A[GU]|P[TD]|B[ABCD]|DR|UA|SU)$/.test(code));
const codes = [...new Set([...current, ...FUNDS])];
const signs = new Map();

function add(sign, code) {
  // What the reader of numbers reads as something else, or not at all, is written as it reads it.
  const text = sign.normalize("NFKC").replace(/[\u200b\u200e\u200f\u061c\ufeff]/g, "").replace(/\s/gu, " ").trim();
  if (text === "" || /[0-9]/.test(text) || codes.includes(text) || LEFT_OUT.has(text)) return;
  if (!signs.has(text)) signs.set(text, new Set());
  signs.get(text).add(code);
}

for (const language of [...OFFERED, ...AT_HOME]) {
  for (const currency of codes) {
    for (const currencyDisplay of ["symbol", "narrowSymbol"]) {
      const parts = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay }).formatToParts(1);
      add(parts.find((part) => part.type === "currency")?.value ?? "", currency);
    }
  }
}
for (const [sign, shared] of Object.entries(TYPED)) for (const code of shared) add(sign, code);
// "kr." is "kr" with the point of an abbreviation, which the reader knows to step over.
for (const [sign, shared] of [...signs]) {
  const bare = signs.get(sign.replace(/\.$/, ""));
  if (sign.endsWith(".") && bare) {
    for (const code of shared) bare.add(code);
    signs.delete(sign);
  }
}

const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const rank = (code) => (LEADING.indexOf(code) + LEADING.length + 1) % (LEADING.length + 1);
const order = (a, b) => {
  const [one, other] = [LEADING.includes(a) ? rank(a) : LEADING.length, LEADING.includes(b) ? rank(b) : LEADING.length];
  return one - other || bytes(a, b);
};
const digits = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

function packed(items) {
  const lines = [];
  let line = "   ";
  for (const item of items) {
    if (line.trim() !== "" && line.length + item.length + 2 > 110) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${item},`;
  }
  return [...lines, line].join("\n");
}

const escaped = (text) =>
  [...text].map((c) => (/[\p{L}\p{Sc}\p{P}\p{M} $+]/u.test(c) && !/[\p{M}"\\]/u.test(c) ? c : `\\u{${c.codePointAt(0).toString(16)}}`)).join("");
const rust = `//! The signs and codes of all currencies. Made from CLDR ${process.versions.cldr} by \`node scripts/cldr-currencies.mjs\`; change them
//! there. Both lists are sorted by their bytes.

/// The codes of ISO 4217, each with the decimals of its amounts.
#[rustfmt::skip]
pub(super) static CODES: &[(&str, u8)] = &[
${packed([...codes].sort(bytes).map((code) => `("${code}", ${digits(code)})`))}
];

/// The signs, each with the codes of the currencies that write it.
#[rustfmt::skip]
pub(super) static SIGNS: &[(&str, &str)] = &[
${packed([...signs].sort(([a], [b]) => bytes(a, b)).map(([sign, shared]) => `("${escaped(sign)}", "${[...shared].sort(order).join(" ")}")`))}
];
`;
writeFileSync(`${out}symbols.rs`, rust);

const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "SEK", "DKK", "PLN", "CZK", "JPY", "INR", "BRL", "KWD"];
const AMOUNTS = [1234567.89, -1234.5, 12.34, 1234, -0.75, 98765.43, 1000000];
const rows = OFFERED.flatMap((language, row) =>
  CURRENCIES.map((currency, column) => {
    const places = digits(currency);
    const amount = AMOUNTS[(row * 5 + column) % AMOUNTS.length];
    const text = new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      currencyDisplay: ["symbol", "code", "narrowSymbol"][(row + column) % 3],
      currencySign: (row + column) % 2 ? "accounting" : "standard",
    }).format(amount);
    const minor = Math.sign(amount) * Math.round(Math.abs(amount) * 10 ** places);
    return [language, currency, minor, text].join("\t");
  }),
);
writeFileSync(`${out}tests/cldr_amounts.tsv`, `${rows.join("\n")}\n`);
