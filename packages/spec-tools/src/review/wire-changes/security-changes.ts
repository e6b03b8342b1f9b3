import type { ApiDescription, ApiDocument } from "../../description/api-description.ts";
import { type Json, listAt, recordAt, stringAt, valueAt } from "./document-values.ts";
import type { WireChange } from "./wire-change.ts";

/** Scopes by the name of the scheme; all of them are needed. */
type Requirement = ReadonlyMap<string, readonly string[]>;

/** What a request must prove. The document is asked, because it also names the schemes that no client serves. */
export function securityChanges(
  old: ApiDescription,
  now: ApiDescription,
  pointers: readonly [old: string, now: string],
): readonly WireChange[] {
  const [before, after] = [requirements(old.document, pointers[0]), requirements(now.document, pointers[1])];
  const places = (from: string | undefined, to: string | undefined) => ({
    old: { pointer: pointerOfSecurity(old.document, pointers[0]), value: from },
    new: { pointer: pointerOfSecurity(now.document, pointers[1]), value: to },
  });
  const names = renamedSchemes(old.document, now.document);
  const asNow = before.map(
    (requirement) => new Map([...requirement].map(([name, scopes]) => [names.get(name) ?? name, scopes] as const)),
  );
  const changes: WireChange[] = [];
  for (const requirement of asNow) {
    if (after.some((other) => covers(requirement, other, true))) continue;
    const scoped = after.find((other) => covers(requirement, other, false));
    const missing =
      scoped &&
      [...scoped].flatMap(([name, scopes]) => scopes.filter((scope) => !requirement.get(name)?.includes(scope)));
    if (missing !== undefined) {
      const name = missing.map((scope) => `\`${scope}\``).join(", ");
      changes.push({ rule: "security-scope-added", name, ...places(textOf(requirement), scoped && textOf(scoped)) });
    } else
      changes.push({
        rule: "security-tightened",
        name: textOf(requirement),
        ...places(textOf(requirement), listText(after)),
      });
  }
  if (changes.length > 0) return changes;
  for (const requirement of after) {
    if (asNow.some((other) => covers(requirement, other, true))) continue;
    const stricter = asNow.find((other) => covers(other, requirement, true));
    const sides = places(listText(asNow), textOf(requirement));
    if (stricter === undefined) {
      changes.push({ rule: "security-alternative-added", name: textOf(requirement), ...sides });
    } else if ([...stricter.keys()].every((name) => requirement.has(name))) {
      const name = [...stricter]
        .flatMap(([scheme, scopes]) => scopes.filter((scope) => !requirement.get(scheme)?.includes(scope)))
        .map((scope) => `\`${scope}\``)
        .join(", ");
      changes.push({ rule: "security-scope-removed", name, ...places(textOf(stricter), textOf(requirement)) });
    } else changes.push({ rule: "security-loosened", name: textOf(requirement), ...sides });
  }
  return changes;
}

/** Whether a request that proves the first also satisfies the second. */
const covers = (given: Requirement, asked: Requirement, scopes: boolean): boolean =>
  [...asked].every(([name, wanted]) => {
    const has = given.get(name);
    return has !== undefined && (!scopes || wanted.every((scope) => has.includes(scope)));
  });

const textOf = (requirement: Requirement): string =>
  requirement.size === 0 ? "nothing" : [...requirement.keys()].map((name) => `\`${name}\``).join(" and ");

const listText = (all: readonly Requirement[]): string => all.map(textOf).join(", or ");

/** An operation that says nothing has what is said for all. */
const pointerOfSecurity = (document: ApiDocument, operation: string): string =>
  valueAt(document, `${operation}/security`) === undefined && document.security !== undefined
    ? "#/security"
    : `${operation}/security`;

/** One of them is enough. Without any, nothing must be proved. */
function requirements(document: ApiDocument, pointer: string): readonly Requirement[] {
  const own = valueAt(document, `${pointer}/security`) ?? document.security;
  const listed = listAt(own).map(
    (entry) => new Map(Object.entries(recordAt(entry)).map(([name, scopes]) => [name, listAt(scopes).map(String)])),
  );
  return listed.length === 0 ? [new Map()] : listed;
}

const schemesOf = (document: ApiDocument): Json => recordAt(valueAt(document, "#/components/securitySchemes"));

const PROSE = new Set(["description", "flows", "x-source"]);

/** What of a scheme travels. */
function contentOf(scheme: unknown): string {
  const entries = Object.entries(recordAt(scheme)).filter(([key]) => !PROSE.has(key));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The new name of a scheme whose old one is gone, by what it holds. */
function renamedSchemes(old: ApiDocument, now: ApiDocument): ReadonlyMap<string, string> {
  const [before, after] = [schemesOf(old), schemesOf(now)];
  const free = Object.keys(after).filter((name) => before[name] === undefined);
  return new Map(
    Object.keys(before).flatMap((name) => {
      const other =
        after[name] === undefined
          ? free.find((candidate) => contentOf(after[candidate]) === contentOf(before[name]))
          : undefined;
      return other === undefined ? [] : [[name, other] as const];
    }),
  );
}

/** How credentials travel, and where OAuth gives them out. Each with the name of the scheme. */
export function schemeChanges(
  old: ApiDocument,
  now: ApiDocument,
): readonly (readonly [scheme: string, change: WireChange])[] {
  const [before, after] = [schemesOf(old), schemesOf(now)];
  const names = renamedSchemes(old, now);
  return Object.keys(before).flatMap((name) => {
    const other = names.get(name) ?? name;
    const [from, to] = [recordAt(before[name]), recordAt(after[other])];
    if (after[other] === undefined) return [];
    const pointers = [`#/components/securitySchemes/${name}`, `#/components/securitySchemes/${other}`] as const;
    const changes = [
      ...travelChanges(from, to, pointers),
      ...flowChanges(recordAt(from.flows), recordAt(to.flows), pointers),
    ];
    return changes.map((change) => [other, change] as const);
  });
}

type Pointers = readonly [old: string, now: string];

function travelChanges(from: Json, to: Json, [old, now]: Pointers): readonly WireChange[] {
  const changes: WireChange[] = [];
  const values = (key: string) => ({
    old: { pointer: `${old}/${key}`, value: from[key] },
    new: { pointer: `${now}/${key}`, value: to[key] },
  });
  if (from["x-prefix"] !== to["x-prefix"]) changes.push({ rule: "credential-prefix-changed", ...values("x-prefix") });
  for (const key of ["type", "in", "name", "scheme", "openIdConnectUrl"]) {
    const same =
      key === "scheme" || (key === "name" && from.in === "header")
        ? String(from[key]).toLowerCase() === String(to[key]).toLowerCase()
        : from[key] === to[key];
    if (!same) changes.push({ rule: "security-scheme-changed", name: `\`${key}\``, ...values(key) });
  }
  if (from.description !== to.description) changes.push({ rule: "prose-changed", ...values("description") });
  return changes;
}

function flowChanges(from: Json, to: Json, [old, now]: Pointers): readonly WireChange[] {
  const place = (name: string, value: [unknown, unknown]) => ({
    old: { pointer: `${old}/flows/${name}`, value: value[0] },
    new: { pointer: `${now}/flows/${name}`, value: value[1] },
  });
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((flow): readonly WireChange[] => {
    const [before, after] = [from[flow], to[flow]];
    const code = `\`${flow}\``;
    if (after === undefined)
      return [{ rule: "oauth-flow-removed", name: code, old: { pointer: `${old}/flows/${flow}`, value: before } }];
    if (before === undefined)
      return [{ rule: "oauth-flow-added", name: code, new: { pointer: `${now}/flows/${flow}`, value: after } }];
    const [a, b] = [recordAt(before), recordAt(after)];
    const [scopes, others] = [recordAt(a.scopes), recordAt(b.scopes)];
    return [
      ...["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"].flatMap(
        (key): readonly WireChange[] =>
          stringAt(a[key]) === stringAt(b[key])
            ? []
            : [{ rule: "oauth-url-changed", name: `\`${key}\``, ...place(`${flow}/${key}`, [a[key], b[key]]) }],
      ),
      ...Object.keys(scopes).flatMap((scope): readonly WireChange[] =>
        others[scope] === undefined
          ? [{ rule: "oauth-scope-removed", name: `\`${scope}\``, ...place(`${flow}/scopes`, [scope, undefined]) }]
          : [],
      ),
      ...Object.keys(others).flatMap((scope): readonly WireChange[] =>
        scopes[scope] === undefined
          ? [{ rule: "oauth-scope-added", name: `\`${scope}\``, ...place(`${flow}/scopes`, [undefined, scope]) }]
          : [],
      ),
    ];
  });
}
