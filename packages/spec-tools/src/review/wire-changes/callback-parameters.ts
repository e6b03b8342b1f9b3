import type { ApiCallback, ApiDocument } from "../../description/api-description.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import { type Json, listAt, recordAt, stringAt, valueAt } from "./document-values.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { WireChange } from "./wire-change.ts";

interface Sent {
  readonly name: string;
  readonly required: boolean;
  readonly schema: ApiSchema;
  readonly pointer: string;
}

/** What the service sends next to the body of a webhook or callback; the document is asked, because no client sends it. */
export function callbackParameterChanges(
  old: ApiCallback,
  now: ApiCallback,
  documents: readonly [old: ApiDocument, now: ApiDocument],
  pairs: SchemaPairs,
): readonly WireChange[] {
  const [before, after] = [sentBy(documents[0], old), sentBy(documents[1], now)];
  return [
    ...[...before].flatMap(([key, { name, pointer }]): readonly WireChange[] =>
      after.has(key)
        ? []
        : [
            {
              rule: "webhook-parameter-removed",
              name: `\`${name}\``,
              old: { pointer, value: key },
              new: { pointer: now.pointer },
            },
          ],
    ),
    ...[...after].flatMap(([key, sent]): readonly WireChange[] => {
      const counterpart = before.get(key);
      const { name, pointer, required } = sent;
      const code = `\`${name}\``;
      if (counterpart === undefined) {
        return [
          {
            rule: "webhook-parameter-added",
            name: code,
            old: { pointer: old.pointer },
            new: { pointer, value: key },
          },
        ];
      }
      const places = { old: { pointer: counterpart.pointer }, new: { pointer } };
      const schemas = { old: nodeOf(counterpart), now: nodeOf(sent), direction: "response" } as const;
      const word = required ? "required" : "optional";
      return [
        ...pairs.changes(schemas),
        ...(counterpart.required === required
          ? []
          : [{ rule: `webhook-parameter-became-${word}`, name: code, ...places } as const]),
      ];
    }),
  ];
}

const nodeOf = ({ schema, pointer }: Sent) => [{ schema, pointer: `${pointer}/schema` }];

function sentBy(document: ApiDocument, { pointer }: ApiCallback): ReadonlyMap<string, Sent> {
  const holders = [pointer.slice(0, pointer.lastIndexOf("/")), pointer];
  const found = holders.flatMap((holder) =>
    listAt(valueAt(document, `${holder}/parameters`)).flatMap((entry, index) =>
      sentAs(document, recordAt(entry), `${holder}/parameters/${index}`),
    ),
  );
  return new Map(found);
}

function sentAs(document: ApiDocument, entry: Json, at: string): readonly (readonly [string, Sent])[] {
  const ref = stringAt(entry.$ref);
  const parameter = ref === undefined ? entry : recordAt(valueAt(document, ref));
  const [name, place] = [stringAt(parameter.name), stringAt(parameter.in)];
  if (name === undefined || place === undefined) return [];
  const key = `${place} ${place === "header" ? name.toLowerCase() : name}`;
  const schema: ApiSchema = recordAt(parameter.schema);
  return [[key, { name, required: parameter.required === true, schema, pointer: ref ?? at }]];
}
