import type { ApiContent, ApiRequestBody, ApiResponse } from "../../description/api-message.ts";
import { nodeAt, type Places, prose } from "./body-parts.ts";
import { encodingChanges } from "./encoding-changes.ts";
import { headerChanges } from "./header-changes.ts";
import type { SchemaNode } from "./schema-form.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { Direction, WireChange } from "./wire-change.ts";

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

/** A body of bytes is one whether its schema says so, as in 3.0, or is left to the media type, as in 3.1. */
function bodyNode({ schema, kind, pointer }: ApiContent): SchemaNode {
  const plain = schema === undefined || (schema.$ref === undefined && schema.type === undefined);
  return kind === "binary" && plain ? nodeAt({ type: "string", format: "binary" }, pointer) : nodeAt(schema, pointer);
}

function mediaChanges(
  direction: Direction,
  old: ApiContent,
  now: ApiContent,
  pairs: SchemaPairs,
): readonly WireChange[] {
  const schemas = { old: bodyNode(old), now: bodyNode(now), direction };
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  return [
    ...pairs.changes(schemas),
    ...encodingChanges(old, now),
    ...(JSON.stringify(old.examples) === JSON.stringify(now.examples)
      ? []
      : [{ rule: "example-changed" as const, ...places }]),
  ];
}

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
    ...[...before].flatMap(([status, response]): readonly WireChange[] => {
      if (after.has(status)) return [];
      const { pointer, description } = response;
      const name = String(status);
      const general = generalFor(status)
        .map((wider) => after.get(wider))
        .find((wider) => wider !== undefined);
      if (general === undefined) {
        const sides = { old: { pointer, value: description }, new: { pointer: owners[1] } };
        return [{ rule: "response-status-removed", name, ...sides }];
      }
      const sides = { old: { pointer, value: name }, new: { pointer: general.pointer, value: String(general.status) } };
      return [
        { rule: "response-status-generalised", name, ...sides },
        ...oneResponse(direction, response, general, pairs),
      ];
    }),
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

/** The statuses that also speak for one that is not named: its range, and for an error the default. */
function generalFor(status: ApiResponse["status"]): readonly ApiResponse["status"][] {
  if (typeof status !== "number") return status === "4XX" || status === "5XX" ? ["default"] : [];
  const range = RANGES[Math.floor(status / 100) - 1];
  return [...(range === undefined ? [] : [range]), ...(status >= 400 ? (["default"] as const) : [])];
}

const RANGES = ["1XX", "2XX", "3XX", "4XX", "5XX"] as const;

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
