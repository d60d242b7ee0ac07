// The words of the page: one table for each language, and how numbers are written.

import { frenchWords } from "./words-fr.js";
import { englishWords } from "./words-en.js";

export const isEnglish = document.documentElement.lang === "en";
const words = isEnglish ? englishWords : frenchWords;
const numberFormat = new Intl.NumberFormat(isEnglish ? "en" : "fr", { maximumFractionDigits: 2 });

/** French signs keep the word before them on their line. */
function typeset(text) {
  if (isEnglish) return text;
  return text.replace(/ ([;!?])/g, "\u202f$1").replace(/ ([:»])/g, "\u00a0$1").replaceAll("« ", "«\u00a0");
}

/** The text of a key, with its places `{name}` filled: t("path.none", {name: "Adie"}). */
export function t(key, values = {}) {
  const text = typeset(words[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

/** A count with its noun: count("actor", 3) is "3 acteurs". In French none is singular, in English plural. */
export function count(noun, n) {
  const isOne = isEnglish ? n === 1 : n < 2;
  return `${number(n)} ${words[`${noun}.${isOne ? "one" : "many"}`]}`;
}

/** A number as people write it. */
export function number(value) {
  return numberFormat.format(value);
}

/** Parts of a sentence, or of a cell of a table, one after the other. */
export function clauses(parts) {
  return parts.join(isEnglish ? "; " : "\u202f; ");
}

/** A name that begins with a capital, as at the head of a card. */
export function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The form in which two spellings are the same: no accents, no case, punctuation as single spaces. */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const collator = new Intl.Collator(isEnglish ? "en" : "fr", { numeric: true, sensitivity: "base" });

/** Compares two texts as a dictionary does. */
export function compareText(one, other) {
  return collator.compare(one, other);
}
