import { isDeepStrictEqual } from "node:util";
import type { ApiDescription } from "../../description/api-description.ts";
import type { Finding } from "../finding.ts";
import { placeIn } from "../finding-place.ts";
import { describePointer } from "../pointer.ts";
import { callbackChanges } from "./callback-changes.ts";
import { type OperationPair, operationChanges, pairOperations } from "./operation-changes.ts";
import { SchemaForms } from "./schema-forms.ts";
import { SchemaPairs } from "./schema-pairs.ts";
import { schemeChanges } from "./security-changes.ts";
import { serverChanges } from "./server-changes.ts";
import { showValue } from "./show-value.ts";
import type { WireChange } from "./wire-change.ts";
import { WIRE_RULES } from "./wire-rules.ts";

/** A change with the operations that it touches. */
interface Reached {
  readonly change: WireChange;
  readonly operations: Set<string>;
}

/** What changed for the service and whoever talks to it, each change once with all operations that it touches. */
export function compareApis(old: ApiDescription, now: ApiDescription): readonly Finding[] {
  const pairs = new SchemaPairs(new SchemaForms(namedSchemas(old)), new SchemaForms(namedSchemas(now)));
  const found = new Map<string, Reached>();
  const add = (changes: readonly WireChange[], operations: readonly string[]): void => {
    for (const change of changes) {
      // What is gone is one change, from wherever it was reached.
      const now = change.rule.endsWith("-removed") && change.old?.value !== undefined ? undefined : change.new?.pointer;
      const key = JSON.stringify([change.rule, change.name, change.old?.pointer, now]);
      const reached = found.get(key) ?? { change, operations: new Set() };
      for (const id of operations) reached.operations.add(id);
      found.set(key, reached);
    }
  };
  const operations = pairOperations(old, now);
  for (const pair of operations) add(operationChanges(pair, [old, now], pairs), idsOf(pair));
  add(serverChanges(old.servers, now.servers, "#/servers"), []);
  for (const [scheme, change] of schemeChanges(old.document, now.document)) add([change], usersOf(now, scheme));
  add(callbackChanges(old.webhooks, now.webhooks, "#/webhooks", [old.document, now.document], pairs), []);
  add(wordChanges(old, now), []);
  if (found.size === 0) add(unread(old, now), []);
  return [...found.values()].map((reached) => findingOf(reached, old, now));
}

const namedSchemas = ({ schemas }: ApiDescription) => schemas;

const idsOf = ({ old, now }: OperationPair): readonly string[] => [
  now?.originalId ?? now?.id ?? old?.originalId ?? old?.id ?? "",
];

const usersOf = ({ operations }: ApiDescription, scheme: string): readonly string[] =>
  operations
    .filter(({ security }) => security.alternatives.some((all) => all.some(({ scheme: { name } }) => name === scheme)))
    .map(({ id, originalId }) => originalId ?? id);

/** What the document says of itself. */
function wordChanges(old: ApiDescription, now: ApiDescription): readonly WireChange[] {
  return (["info", "tags", "externalDocs"] as const).flatMap((key): readonly WireChange[] =>
    isDeepStrictEqual(old[key], now[key])
      ? []
      : [
          {
            rule: "prose-changed",
            old: { pointer: `#/${key}`, value: old[key] },
            new: { pointer: `#/${key}`, value: now[key] },
          },
        ],
  );
}

/** What no rule has a word for, so that no change passes in silence. */
function unread(old: ApiDescription, now: ApiDescription): readonly WireChange[] {
  return differences(old.document, now.document, "#").map((pointer) => ({
    rule: "document-changed",
    old: { pointer },
    new: { pointer },
  }));
}

const LIMIT = 50;

function differences(old: unknown, now: unknown, pointer: string): readonly string[] {
  if (isDeepStrictEqual(old, now)) return [];
  const [a, b] = [old, now].map((value) => (typeof value === "object" && value !== null ? { ...value } : undefined));
  if (a === undefined || b === undefined || Array.isArray(old) !== Array.isArray(now)) return [pointer];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const own = keys.filter((key) => !(key in a) || !(key in b));
  if (own.length > 0) return own.map((key) => `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return keys
    .flatMap((key) =>
      differences(
        Reflect.get(a, key),
        Reflect.get(b, key),
        `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      ),
    )
    .slice(0, LIMIT);
}

function findingOf({ change, operations }: Reached, old: ApiDescription, now: ApiDescription): Finding {
  const { rule, level, name, old: before, new: after } = change;
  const there = after !== undefined && (after.value !== undefined || before?.value === undefined);
  const pointer = (there ? after : before)?.pointer ?? "";
  const values = { old: showValue(before?.value), new: showValue(after?.value) };
  return {
    axis: "wire",
    severity: level ?? WIRE_RULES[rule].level,
    rule,
    operations: [...operations],
    location: describePointer(pointer, (there ? now : old).document),
    place: placeIn(there ? now : old, there ? "new" : "old", pointer),
    ...values,
    why: sentence(WIRE_RULES[rule].says, { name, ...values }),
  };
}

function sentence(says: string, values: Readonly<Record<"name" | "old" | "new", string | undefined>>): string {
  return says.replaceAll(/\{(name|old|new)\}/g, (_, key: "name" | "old" | "new") => {
    const value = values[key];
    if (value === undefined) return key === "name" ? "it" : "nothing";
    return key === "name" || value.includes("`") ? value : `\`${value.replaceAll(/\s+/g, " ")}\``;
  });
}
