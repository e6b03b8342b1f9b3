import type { ApiDocument, ApiOperation } from "../../description/api-description.ts";
import type { ApiParameter, ApiSerialization } from "../../description/api-message.ts";
import { valueAt } from "./document-values.ts";
import type { SchemaNode } from "./schema-form.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { WireChange } from "./wire-change.ts";

/** What callers may or must send outside the body. */
export function parameterChanges(
  old: ApiOperation,
  now: ApiOperation,
  documents: Documents,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const [before, after] = [byKey(old, now), byKey(now, old)];
  const gone = [...before].flatMap(([key, parameter]) => (after.has(key) ? [] : [parameter]));
  const added = [...after].flatMap(([key, parameter]) => (before.has(key) ? [] : [parameter]));
  const renamed = renames(gone, added, pairs);
  const came = new Set(renamed.values());
  return [
    ...[...renamed].map(([from, to]): WireChange => {
      const places = { old: { pointer: from.pointer, value: from.name }, new: { pointer: to.pointer, value: to.name } };
      return { rule: "request-parameter-renamed", ...places };
    }),
    ...gone
      .filter((parameter) => !renamed.has(parameter))
      .map((parameter): WireChange => {
        const sides = { old: sideOf(parameter), new: { pointer: now.pointer } };
        return { rule: "request-parameter-removed", name: code(parameter), ...sides };
      }),
    ...added
      .filter((parameter) => !came.has(parameter))
      .map((parameter): WireChange => {
        const rule = parameter.required ? "request-parameter-required-added" : "request-parameter-added";
        return { rule, name: code(parameter), old: { pointer: old.pointer }, new: sideOf(parameter) };
      }),
    ...[...after].flatMap(([key, parameter]): readonly WireChange[] => {
      const counterpart = before.get(key);
      return counterpart === undefined ? [] : oneParameter(counterpart, parameter, documents, pairs);
    }),
  ];
}

/** What is gone by what came in its place: the one new parameter that takes the same values in the same way. */
function renames(
  gone: readonly ApiParameter[],
  added: readonly ApiParameter[],
  pairs: SchemaPairs,
): ReadonlyMap<ApiParameter, ApiParameter> {
  const same = (from: ApiParameter, to: ApiParameter): boolean =>
    from.in === to.in &&
    from.in !== "path" &&
    from.required === to.required &&
    written(from.serialization) === written(to.serialization) &&
    pairs.changes({ old: nodeOf(from), now: nodeOf(to), direction: "request" }).length === 0;
  const found = new Map<ApiParameter, ApiParameter>();
  for (const from of gone) {
    const [to, ...others] = added.filter((parameter) => same(from, parameter));
    const rivals = gone.filter((other) => other !== from && to !== undefined && same(other, to));
    if (to !== undefined && others.length === 0 && rivals.length === 0) found.set(from, to);
  }
  return found;
}

const code = ({ name }: ApiParameter): string => `\`${name}\``;

const sideOf = ({ pointer, in: place, name }: ApiParameter) => ({ pointer, value: `${place} parameter ${name}` });

/**
 * The name of a path parameter does not travel: its place in the path is what counts. Where the path has another
 * number of them, names are all there is to go by.
 */
function byKey({ parameters, path }: ApiOperation, other: ApiOperation): ReadonlyMap<string, ApiParameter> {
  const places = placesIn(path);
  const byPlace = places.length === placesIn(other.path).length;
  return new Map(
    parameters.map((parameter) => {
      const { name, in: place } = parameter;
      const key = place === "path" && byPlace ? places.indexOf(name) : place === "header" ? name.toLowerCase() : name;
      return [`${place} ${key}`, parameter];
    }),
  );
}

const placesIn = (path: string): readonly (string | undefined)[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);

const nodeOf = ({ schema, pointer, serialization }: ApiParameter): SchemaNode => [
  {
    schema,
    pointer:
      serialization.kind === "style"
        ? `${pointer}/schema`
        : `${pointer}/content/${serialization.mediaType.replaceAll("~", "~0").replaceAll("/", "~1")}/schema`,
  },
];

type Documents = readonly [old: ApiDocument, now: ApiDocument];

function oneParameter(
  old: ApiParameter,
  now: ApiParameter,
  documents: Documents,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  const values = (from: unknown, to: unknown) => ({
    old: { ...places.old, value: from },
    new: { ...places.new, value: to },
  });
  const changes: WireChange[] = [...pairs.changes({ old: nodeOf(old), now: nodeOf(now), direction: "request" })];
  if (old.name !== now.name && old.in === "path")
    changes.push({ rule: "path-parameter-renamed", ...values(old.name, now.name) });
  if (old.required !== now.required) {
    const rule = `request-parameter-became-${now.required ? "required" : "optional"}` as const;
    changes.push({ rule, name: code(now), ...values(old.required, now.required) });
  }
  const [couldBeEmpty, canBeEmpty] = [old, now].map(({ pointer }, side) =>
    valueAt(documents[side], `${pointer}/allowEmptyValue`),
  );
  if ((couldBeEmpty === true) !== (canBeEmpty === true)) {
    const rule = `request-parameter-empty-value-${canBeEmpty === true ? "accepted" : "refused"}` as const;
    changes.push({ rule, name: code(now), ...values(couldBeEmpty, canBeEmpty) });
  }
  const [from, to] = [written(old.serialization), written(now.serialization)];
  if (from !== to)
    changes.push({ rule: "request-parameter-serialization-changed", name: code(now), ...values(from, to) });
  if (!old.deprecated && now.deprecated) changes.push({ rule: "deprecated", name: code(now), ...places });
  if (old.description !== now.description)
    changes.push({ rule: "prose-changed", ...values(old.description, now.description) });
  if (JSON.stringify(old.examples) !== JSON.stringify(now.examples))
    changes.push({ rule: "example-changed", ...places });
  return changes;
}

/** How the value is written; `explode` means nothing to a single value. */
function written(serialization: ApiSerialization): string {
  if (serialization.kind === "content") return serialization.mediaType;
  const { style, explode, allowReserved, shape } = serialization;
  const parts = [
    style,
    ...(shape === "primitive" ? [] : [explode ? "explode" : "joined"]),
    ...(allowReserved ? ["reserved"] : []),
  ];
  return parts.join(", ");
}
