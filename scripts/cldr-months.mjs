// Writes how the world's languages call months and weekdays, as the Unicode CLDR knows them, into the reader of days, and a
// file of days as the offered languages write them, for its tests. Run it with Node 20 or later, which brings the CLDR:
//   node scripts/cldr-months.mjs
import { writeFileSync } from "node:fs";

const INTAKE = new URL("../src-tauri/intake/", import.meta.url);

/** The languages that Lockstep writes in, as scripts/cldr-formats.mjs lists them. */
const OFFERED = "en-GB en-US de-DE de-CH fr-FR es-ES it-IT nl-NL pt-BR pt-PT sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ".split(" ");

/** Those that it reads: these and others, with the countries where months have names of their own. */
const READ = [
  ...OFFERED,
  ..."af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km ko lt lv mk mn".split(" "),
  ..."mr ms nb nl nn pl pt ro ru sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi zh".split(" "),
  ..."de-AT en-AU en-CA es-MX es-AR fr-CA ar-EG ar-MA ar-DZ ar-SA ar-IQ".split(" "),
];

/** What people write and the CLDR does not list. */
const MONTHS_BESIDE = { mrz: 3, mär: 3, maerz: 3, fév: 2, jaenner: 1, sept: 9, set: 9 };
const WEEKDAYS_BESIDE = ["tues", "wednes", "thur", "thurs"];
const BETWEEN_BESIDE = ["of", "the", "o", "clock", "hrs", "kl", "on"];

const MONTH_BITS = 4;
const WEEKDAY = 0x100;
const BETWEEN = 0x200;
const MORNING = 0x400;
const AFTERNOON = 0x800;

const bare = (text) => text.toLowerCase().replaceAll("ς", "σ").replace(/[.\u200e\u200f\u061c॰׳]/g, "").trim();
const PLAIN = { ı: "i", ł: "l", ø: "o", đ: "d" };
const without_accents = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[ıłøđ]/g, (letter) => PLAIN[letter]).normalize("NFC");
const words_in = (text) => text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
const format = (language, options) => new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: "UTC", ...options });

/** By word: the months, the languages that mean each, and what else it is. */
const found = new Map();
const entry = (word) => {
  if (!found.has(word)) found.set(word, { months: new Map(), flags: 0 });
  return found.get(word);
};
const spellings = (text) => [...new Set([text.normalize("NFC"), without_accents(text)])];

function add_month(name, month, language) {
  // The reader looks up single words; in Catalan "d’" may stand before them.
  const words = words_in(bare(name));
  const word = words.at(-1);
  if (!word || word.length < 2 || words.slice(0, -1).some((before) => before.length > 1) || /\p{N}/u.test(name)) return;
  for (const spelling of spellings(word)) {
    const months = entry(spelling).months;
    months.set(month, [...(months.get(month) ?? []), language]);
  }
}

function add(text, flag) {
  for (const word of words_in(bare(text)).filter((word) => flag !== WEEKDAY || word.length > 1)) for (const spelling of spellings(word)) entry(spelling).flags |= flag;
}

function read_language(language) {
  const shapes = [{}, { day: "numeric" }, { day: "numeric", year: "numeric" }, { year: "numeric" }];
  for (let month = 1; month <= 12; month += 1) {
    const day = Date.UTC(2026, month - 1, 15);
    for (const style of ["long", "short"])
      for (const shape of shapes) {
        const parts = format(language, { month: style, ...shape }).formatToParts(day);
        parts.forEach((part, at) => {
          if (part.type !== "month") return;
          add_month(part.value, month, language);
          // In Hebrew "in" is written together with the month.
          const before = parts[at - 1]?.value.match(/\p{L}+$/u)?.[0];
          if (before) add_month(before + part.value, month, language);
        });
      }
  }
  for (let day = 1; day <= 7; day += 1)
    for (const weekday of ["long", "short"])
      for (const shape of [{}, { day: "numeric", month: "long", year: "numeric" }])
        for (const part of format(language, { weekday, ...shape }).formatToParts(Date.UTC(2026, 1, day, 12)))
          if (part.type === "weekday") add(part.value, WEEKDAY);
  const written = [
    { dateStyle: "medium", timeStyle: "short" },
    { dateStyle: "long", timeStyle: "short" },
    { dateStyle: "full", timeStyle: "medium" },
    { month: "short", day: "numeric", year: "numeric", weekday: "short" },
  ];
  for (const options of written)
    for (const hour of [9, 15])
      for (const part of format(language, options).formatToParts(Date.UTC(2026, 2, 5, hour, 45))) {
        if (part.type === "literal") add(part.value, BETWEEN);
        // "a. m." and "π.μ." are looked up without points and spaces.
        if (part.type === "dayPeriod") add(part.value.replace(/[.\s]/g, ""), hour < 12 ? MORNING : AFTERNOON);
      }
}

for (const language of new Set(READ)) read_language(language);
for (const [word, month] of Object.entries(MONTHS_BESIDE)) add_month(word, month, "beside");
for (const word of WEEKDAYS_BESIDE) add(word, WEEKDAY);
for (const word of BETWEEN_BESIDE) add(word, BETWEEN);
for (const word of ["am", "오전"]) add(word, MORNING);
for (const word of ["pm", "오후"]) add(word, AFTERNOON);

/** Of two months that share a name, the one that is not Croatian stands first: Croats end a year with a point. */
function value({ months, flags }) {
  const croatian = (languages) => languages.every((language) => ["hr", "bs"].includes(language));
  const [first = 0, second = 0, third] = [...months]
    .sort(([, one], [, other]) => croatian(one) - croatian(other))
    .map(([month]) => month);
  if (third || (second && [...months.values()].filter(croatian).length !== 1)) throw new Error(`too many months: ${[...months]}`);
  return first | (second << MONTH_BITS) | flags;
}

const table = [...found]
  .map(([word, meaning]) => [word, value(meaning)])
  .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

const lines = [];
let line = "   ";
for (const [word, meaning] of table) {
  const item = ` ("${word}", 0x${meaning.toString(16)}),`;
  if ([...line].length + [...item].length > 120) {
    lines.push(line);
    line = "   ";
  }
  line += item;
}
lines.push(line);

writeFileSync(
  new URL("src/day/names/table.rs", INTAKE),
  `//! Made by scripts/cldr-months.mjs from the Unicode CLDR ${process.versions.cldr}; change it there.
//!
//! The words are in lower case, with and without their accents, and sorted by their bytes.

/// The word, and what it means: the month in the lowest four bits, in the next four the month that Croats mean, then a
/// bit each for weekdays, for what stands between the parts of a day, for the morning and for the afternoon.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, u16)] = &[
${lines.join("\n")}
];
`,
);

const days = [];
for (const language of OFFERED)
  for (const [iso, time] of [
    ["2026-03-05", Date.UTC(2026, 2, 5, 9, 5)],
    ["2026-11-25", Date.UTC(2026, 10, 25, 15, 45)],
  ])
    for (const options of [
      { dateStyle: "short" },
      { dateStyle: "medium" },
      { dateStyle: "long" },
      { dateStyle: "full" },
      { dateStyle: "medium", timeStyle: "short" },
      { dateStyle: "full", timeStyle: "long" },
    ])
      days.push(`${iso}\t${language}\t${format(language, options).format(time)}`);
// Every month in every language, each style in turn.
OFFERED.forEach((language, row) => {
  const styles = [
    { dateStyle: "short" }, { dateStyle: "medium" }, { dateStyle: "long" }, { dateStyle: "full" },
    { dateStyle: "long", timeStyle: "medium" }, { dateStyle: "medium", timeStyle: "short" },
  ];
  for (let month = 0; month < 12; month += 1) {
    const day = [1, 5, 11, 12, 13, 28][(row + month) % 6];
    const time = Date.UTC(2026, month, day, [0, 9, 12, 23][(row + month) % 4], 5);
    const iso = new Date(time).toISOString().slice(0, 10);
    days.push(`${iso}\t${language}\t${format(language, styles[(row * 5 + month) % 6]).format(time)}`);
  }
});
writeFileSync(new URL("tests/data/days.tsv", INTAKE), days.join("\n") + "\n");
