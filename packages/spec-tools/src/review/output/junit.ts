import type { Entry } from "../entries.ts";
import type { ProviderReview, Review } from "../review.ts";
import { verdictSentence, whereOf } from "../words.ts";

/** The review as JUnit XML: a suite per provider, a test per change. What breaks and is not approved has failed. */
export function renderJunit({ providers }: Review): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="spec review">\n${providers.map(suite).join("")}</testsuites>\n`;
}

function suite(review: ProviderReview): string {
  const { provider, entries, ok } = review;
  const failing = entries.filter(fails).length + (ok ? 0 : 1);
  const verdict = `    <testcase classname="${attribute(provider)}" name="verdict">${
    ok ? "" : `<failure message="${attribute(verdictSentence(review))}"/>`
  }</testcase>\n`;
  const cases = entries.map((entry) => testCase(provider, entry)).join("");
  return `  <testsuite name="${attribute(provider)}" tests="${entries.length + 1}" failures="${failing}">\n${verdict}${cases}  </testsuite>\n`;
}

const fails = ({ severity, approved }: Entry): boolean => severity === "breaking" && !approved;

function testCase(provider: string, entry: Entry): string {
  const { severity, location, place, wire, types } = entry;
  const lines = [whereOf(place), ...wire.map(({ why }) => `wire: ${why}`), ...types.map(({ why }) => `types: ${why}`)];
  const text = attribute(lines.filter((line) => line !== undefined).join("\n"));
  const name = `${severity}: ${location} (${entry.id.slice(-8)})`;
  const inner = fails(entry)
    ? `<failure message="${attribute(location)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${attribute(provider)}" name="${attribute(name)}">${inner}</testcase>\n`;
}

/** XML knows no control characters. */
const attribute = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no way to write.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
