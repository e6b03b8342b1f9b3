import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import type { Cell } from "./matrix.ts";

/** One row of the table under "Delivery" in the core's README. */
export interface ReadmeRow {
  readonly failure: string;
  readonly proves: string;
  /** What follows for `read`, `replace` and `delete`. */
  readonly repeatable: string;
  /** What follows for `create` and `rotate`. */
  readonly once: string;
}

/** The first words of the row that tells of a fault, the first fitting one. The fault is followed by its wire. */
const ROW_OF: readonly (readonly [fault: RegExp, row: string])[] = [
  // The proxy says 502 or 504 to a request that it cannot send on.
  [/^(refuse|connect-timeout) h1-forward/, "408,"],
  [/^(refuse|name-not-found|connect-timeout|all-addresses-refused|tls-closed) /, "No connection"],
  [/^proxy-(refuses-connection|\d+) /, "No connection"],
  [/^tls-(self-signed|expired|other-host) /, "A certificate"],
  [/^\d+-(far-date|long|huge|endless) /, "A `Retry-After`"],
  [/^429/, "429;"],
  [/^(501|505|507|511) /, "501,"],
  [/^(oversized-|gzip-bomb )/, "A success above"],
  [/^(html-200|echoing-type-200|no-content|303|40[78]|421|5\d\d(-\w+)*) /, "408,"],
  [/^(cut-(with|chunked)|stall-inside-body|trickle-|h2-stall-inside-body|h2-.*-inside-body)/, "A success that"],
  [
    /^(html-200-as-json|empty-200|wrong-kind|json-null|two-values|secret-|invalid-utf8|broken-gzip|cut-gzip)/,
    "A success that",
  ],
  [/^(30\d|4\d\d)/, "Any other"],
  [/^(tls-|proxy-|reset-|close|stall-|cut-headers|garbage|headers-too-large|h2-)/, "408,"],
];

/** The rows of the table. */
export async function readmeRows(): Promise<readonly ReadmeRow[]> {
  const text = await readFile(join(ROOT, "packages/core/README.md"), "utf8");
  const [, table = ""] = /^\| A failed attempt [^\n]*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(text) ?? [];
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [, failure = "", proves = "", repeatable = "", once = ""] = line.split("|").map((cell) => cell.trim());
      return { failure, proves, repeatable, once };
    });
}

/** The row that tells of the fault of a cell. */
export const rowOf = (rows: readonly ReadmeRow[], { fault, wire }: Cell): ReadmeRow | undefined => {
  const [, words] = ROW_OF.find(([pattern]) => pattern.test(`${fault.name} ${wire}`)) ?? [];
  return words === undefined ? undefined : rows.find(({ failure }) => failure.startsWith(words));
};

/** What the first attempt of a cell proved, and what followed; undefined if it did not fail. */
export function consequenceOf({
  attempts,
  error,
  outcome,
  played,
}: Cell): { readonly proves: string; readonly next: string } | undefined {
  const retry = played.observed.events.find((event) => event.type === "retry");
  if (retry) return { proves: retry.proves, next: "retry" };
  return error === undefined || attempts !== 1 ? undefined : { proves: outcome, next: "stop" };
}

/** What a row says of a cell, in the words of {@link consequenceOf}. */
export function promiseOf(
  { proves, repeatable, once }: ReadmeRow,
  { operation }: Cell,
): { readonly proves: readonly string[]; readonly next: string } {
  const { effect } = operation.definition;
  const says = ["create", "rotate"].includes(effect) ? once : repeatable;
  // Such as "`read`: retry; others: stop".
  const [, own] = new RegExp(`\`${effect}\`: (\\w+)`).exec(says) ?? /others: (\w+)/.exec(says) ?? [];
  return {
    proves: [...proves.matchAll(/`([\w-]+)`/g)].map(([, word = ""]) => word),
    next: own ?? says.replaceAll("*", ""),
  };
}
