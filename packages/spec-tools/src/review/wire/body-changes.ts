import type { ApiContent, ApiEncoding, ApiHeader, ApiRequestBody, ApiResponse } from "../../description/api-message.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import type { SchemaNode } from "./schema-form.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { Direction, WireChange, WireSide } from "./wire-change.ts";

/** The request body of an operation, or what the service sends to a webhook, which is read as a response is. */
export function requestBodyChanges(
  old: ApiRequestBody | undefined,
  now: ApiRequestBody | undefined,
  owners: readonly [old: string, now: string],
  pairs: SchemaPairs,
): readonly WireChange[] {
  if (old === undefined && now === undefined) return [];
  if (old === undefined && now !== undefined) {
    const rule = now.required ? "request-body-required-added" : "request-body-added";
    return [{ rule, new: { pointer: now.pointer, value: typesOf(now.contents) }, old: { pointer: owners[0] } }];
  }
  if (now === undefined && old !== undefined) {
    return [
      {
        rule: "request-body-removed",
        old: { pointer: old.pointer, value: typesOf(old.contents) },
        new: { pointer: owners[1] },
      },
    ];
  }
  if (old === undefined || now === undefined) return [];
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  const changes: WireChange[] = [...contentChanges("request", old.contents, now.contents, places, pairs)];
  if (old.required !== now.required) {
    changes.push({ rule: `request-body-became-${now.required ? "required" : "optional"}`, ...places });
  }
  if (old.description !== now.description) changes.push(prose(places, old.description, now.description));
  return changes;
}

const typesOf = (contents: readonly ApiContent[]): string => contents.map(({ mediaType }) => mediaType).join(", ");

interface Places {
  readonly old: WireSide;
  readonly new: WireSide;
}

const prose = (places: Places, old: unknown, now: unknown): WireChange => ({
  rule: "prose-changed",
  old: { ...places.old, value: old },
  new: { ...places.new, value: now },
});

/** Without parameters such as `charset`. */
const bare = ({ mediaType }: ApiContent): string => mediaType.split(";")[0]?.trim().toLowerCase() ?? "";

export function contentChanges(
  direction: Direction,
  old: readonly ApiContent[],
  now: readonly ApiContent[],
  places: Places,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const [before, after] = [old, now].map((contents) => new Map(contents.map((content) => [bare(content), content])));
  if (before === undefined || after === undefined) return [];
  const code = (type: string): string => `\`${type}\``;
  return [
    ...[...before].flatMap(([type, { pointer }]): readonly WireChange[] =>
      after.has(type)
        ? []
        : [
            {
              rule: `${direction}-media-type-removed`,
              name: code(type),
              old: { pointer, value: type },
              new: places.new,
            },
          ],
    ),
    ...[...after].flatMap(([type, content]): readonly WireChange[] => {
      const counterpart = before.get(type);
      if (counterpart !== undefined) return mediaChanges(direction, counterpart, content, pairs);
      return [
        {
          rule: `${direction}-media-type-added`,
          name: code(type),
          old: places.old,
          new: { pointer: content.pointer, value: type },
        },
      ];
    }),
  ];
}

/** A schema that is not there admits anything. */
const nodeAt = (schema: ApiSchema | undefined, pointer: string): SchemaNode => [
  { schema: schema ?? {}, pointer: `${pointer}/schema` },
];

function mediaChanges(
  direction: Direction,
  old: ApiContent,
  now: ApiContent,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const schemas = { old: nodeAt(old.schema, old.pointer), now: nodeAt(now.schema, now.pointer), direction };
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  return [
    ...pairs.changes(schemas),
    ...encodingChanges(old, now),
    ...(JSON.stringify(old.examples) === JSON.stringify(now.examples)
      ? []
      : [{ rule: "example-changed" as const, ...places }]),
  ];
}

/** How single parts of a form are written. */
function encodingChanges(old: ApiContent, now: ApiContent): readonly WireChange[] {
  return [...now.encoding].flatMap(([name, encoding]): readonly WireChange[] => {
    const before = old.encoding.get(name);
    if (before === undefined || text(before) === text(encoding)) return [];
    const places = {
      old: { pointer: old.pointer, value: text(before) },
      new: { pointer: now.pointer, value: text(encoding) },
    };
    return [{ rule: "request-parameter-serialization-changed", name: `\`${name}\``, ...places }];
  });
}

const text = ({ contentType, style, explode, allowReserved }: ApiEncoding): string =>
  [contentType, style, explode ? "explode" : "joined", allowReserved ? "reserved" : undefined]
    .filter(Boolean)
    .join(", ");

/** Statuses, their headers and their bodies. */
export function responseChanges(
  direction: Direction,
  old: readonly ApiResponse[],
  now: readonly ApiResponse[],
  owners: readonly [old: string, now: string],
  pairs: SchemaPairs,
): readonly WireChange[] {
  const [before, after] = [old, now].map((all) => new Map(all.map((response) => [response.status, response])));
  if (before === undefined || after === undefined) return [];
  return [
    ...[...before].flatMap(([status, { pointer, description }]): readonly WireChange[] =>
      after.has(status)
        ? []
        : [
            {
              rule: "response-status-removed",
              name: String(status),
              old: { pointer, value: description },
              new: { pointer: owners[1] },
            },
          ],
    ),
    ...[...after].flatMap(([status, response]): readonly WireChange[] => {
      const counterpart = before.get(status);
      if (counterpart !== undefined) return oneResponse(direction, counterpart, response, pairs);
      const { pointer, description } = response;
      return [
        {
          rule: "response-status-added",
          name: String(status),
          old: { pointer: owners[0] },
          new: { pointer, value: description },
        },
      ];
    }),
  ];
}

function oneResponse(
  direction: Direction,
  old: ApiResponse,
  now: ApiResponse,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  const changes: WireChange[] = [];
  if (old.description !== now.description) changes.push(prose(places, old.description, now.description));
  changes.push(...headerChanges(direction, old.headers, now.headers, places, pairs));
  if (old.contents.length > 0 && now.contents.length === 0) {
    changes.push({
      rule: "response-body-removed",
      old: { ...places.old, value: typesOf(old.contents) },
      new: places.new,
    });
  } else if (old.contents.length === 0 && now.contents.length > 0) {
    changes.push({
      rule: "response-body-added",
      old: places.old,
      new: { ...places.new, value: typesOf(now.contents) },
    });
  } else changes.push(...contentChanges(direction, old.contents, now.contents, places, pairs));
  return changes;
}

function headerChanges(
  direction: Direction,
  old: readonly ApiHeader[],
  now: readonly ApiHeader[],
  places: Places,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const [before, after] = [old, now].map((all) => new Map(all.map((header) => [header.name.toLowerCase(), header])));
  if (before === undefined || after === undefined) return [];
  const code = ({ name }: ApiHeader): string => `\`${name}\``;
  return [
    ...[...before].flatMap(([key, header]): readonly WireChange[] =>
      after.has(key)
        ? []
        : [
            {
              rule: "response-header-removed",
              name: code(header),
              old: { pointer: header.pointer, value: header.schema },
              new: places.new,
            },
          ],
    ),
    ...[...after].flatMap(([key, header]): readonly WireChange[] => {
      const counterpart = before.get(key);
      const side = { pointer: header.pointer, value: header.schema };
      if (counterpart === undefined)
        return [{ rule: "response-header-added", name: code(header), old: places.old, new: side }];
      const both = { old: { pointer: counterpart.pointer }, new: { pointer: header.pointer } };
      const required = header.required ? "required" : "optional";
      const schemas = {
        old: nodeAt(counterpart.schema, counterpart.pointer),
        now: nodeAt(header.schema, header.pointer),
        direction,
      };
      return [
        ...pairs.changes(schemas),
        ...(counterpart.required === header.required
          ? []
          : [{ rule: `response-header-became-${required}`, name: code(header), ...both } as const]),
        ...(counterpart.description === header.description
          ? []
          : [prose(both, counterpart.description, header.description)]),
      ];
    }),
  ];
}
