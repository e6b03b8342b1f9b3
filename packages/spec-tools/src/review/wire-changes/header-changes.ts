import type { ApiHeader } from "../../description/api-message.ts";
import { nodeAt, type Places, prose } from "./body-parts.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { Direction, WireChange } from "./wire-change.ts";

/** What comes in the headers of a response. */
export function headerChanges(
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
