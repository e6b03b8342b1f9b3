import type { ApiDescription, ApiDocument, ApiOperation } from "../../description/api-description.ts";
import { requestBodyChanges, responseChanges } from "./body-changes.ts";
import { callbackChanges } from "./callback-changes.ts";
import { valueAt } from "./document-values.ts";
import { parameterChanges } from "./parameter-changes.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import { securityChanges } from "./security-changes.ts";
import { serverChanges } from "./server-changes.ts";
import type { WireChange } from "./wire-change.ts";

/** An operation before and after; one that only one version has is missing on the other side. */
export interface OperationPair {
  readonly old: ApiOperation | undefined;
  readonly now: ApiOperation | undefined;
}

/** What does not travel: the names of path parameters, and a slash at the end. */
export const addressOf = ({ method, path }: ApiOperation): string =>
  `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}").replace(/(.)\/$/, "$1")}`;

/** Finds each operation again: by its path as it is written, by its address, then by its id. */
export function pairOperations(old: ApiDescription, now: ApiDescription): readonly OperationPair[] {
  const written = new Map(now.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const addressed = new Map(now.operations.map((operation) => [addressOf(operation), operation]));
  const rest = new Set(now.operations);
  const waiting: ApiOperation[] = [];
  const pairs: OperationPair[] = [];
  for (const operation of old.operations) {
    // Two paths that differ in the names of their parameters alone are one to whoever requests them.
    const other = written.get(`${operation.method} ${operation.path}`) ?? addressed.get(addressOf(operation));
    if (other === undefined) waiting.push(operation);
    else {
      pairs.push({ old: operation, now: other });
      rest.delete(other);
    }
  }
  for (const operation of waiting) {
    const moved = [...rest].find(({ originalId }) => originalId !== undefined && originalId === operation.originalId);
    if (moved !== undefined) rest.delete(moved);
    pairs.push({ old: operation, now: moved });
  }
  return [...pairs, ...[...rest].map((operation) => ({ old: undefined, now: operation }))];
}

const label = ({ method, path }: ApiOperation): string => `\`${method.toUpperCase()} ${path}\``;

/** Everything that changed for one operation. */
export function operationChanges(
  { old, now }: OperationPair,
  [before, after]: readonly [ApiDescription, ApiDescription],
  pairs: SchemaPairs,
): readonly WireChange[] {
  if (now === undefined)
    return old === undefined
      ? []
      : [{ rule: "operation-removed", name: label(old), old: { pointer: old.pointer, value: label(old) } }];
  if (old === undefined)
    return [{ rule: "operation-added", name: label(now), new: { pointer: now.pointer, value: label(now) } }];
  const owners = [old.pointer, now.pointer] as const;
  const own = old.ownServers !== undefined || now.ownServers !== undefined;
  return [
    ...ownChanges(old, now),
    ...sunsetChanges(old, now, [before.document, after.document]),
    ...parameterChanges(old, now, [before.document, after.document], pairs),
    ...requestBodyChanges(old.requestBody, now.requestBody, owners, pairs),
    ...responseChanges("response", old.responses, now.responses, owners, pairs),
    ...securityChanges(before, after, owners),
    ...(own ? serverChanges(old.ownServers ?? before.servers, now.ownServers ?? after.servers, now.pointer) : []),
    ...callbackChanges(old.callbacks, now.callbacks, now.pointer, [before.document, after.document], pairs),
  ];
}

function ownChanges(old: ApiOperation, now: ApiOperation): readonly WireChange[] {
  const changes: WireChange[] = [];
  const places = (from: unknown, to: unknown, key = "") => ({
    old: { pointer: `${old.pointer}${key}`, value: from },
    new: { pointer: `${now.pointer}${key}`, value: to },
  });
  if (addressOf(old) !== addressOf(now)) changes.push({ rule: "operation-moved", ...places(label(old), label(now)) });
  if (old.originalId !== now.originalId)
    changes.push({ rule: "operation-id-changed", ...places(old.originalId, now.originalId, "/operationId") });
  if (old.deprecated !== now.deprecated) {
    const rule = now.deprecated ? "operation-deprecated" : "operation-no-longer-deprecated";
    changes.push({ rule, name: label(now), ...places(old.deprecated, now.deprecated, "/deprecated") });
  }
  if (old.effect !== now.effect) {
    const repeatable = (effect: string): boolean => effect !== "create" && effect !== "rotate";
    const rule = !repeatable(old.effect) && repeatable(now.effect) ? "effect-safer" : "effect-changed";
    changes.push({ rule, ...places(old.effect, now.effect, "/x-effect") });
  }
  for (const [key, name] of [
    ["summary", "summary"],
    ["description", "description"],
    ["source", "x-source"],
    ["recovery", "x-recovery"],
  ] as const) {
    if (old[key] !== now[key]) changes.push({ rule: "prose-changed", ...places(old[key], now[key], `/${name}`) });
  }
  if (old.tags.join() !== now.tags.join())
    changes.push({ rule: "prose-changed", ...places(old.tags, now.tags, "/tags") });
  return changes;
}

/** The day after which a deprecated operation may be gone. */
function sunsetChanges(
  old: ApiOperation,
  now: ApiOperation,
  documents: readonly [old: ApiDocument, now: ApiDocument],
): readonly WireChange[] {
  const [from, to] = [old, now].map(({ pointer }, side) =>
    ["x-sunset", "sunset"]
      .map((key) => ({ pointer: `${pointer}/${key}`, value: valueAt(documents[side], `${pointer}/${key}`) }))
      .find(({ value }) => value !== undefined),
  );
  if (from?.value === to?.value) return [];
  const [before, after] = [from, to].map((day) =>
    typeof day?.value === "string" ? Date.parse(day.value) : Number.NaN,
  );
  const earlier = before !== undefined && after !== undefined && after < before;
  const rule = earlier ? "operation-sunset-earlier" : "operation-sunset-changed";
  return [{ rule, name: label(now), old: from ?? { pointer: old.pointer }, new: to ?? { pointer: now.pointer } }];
}
