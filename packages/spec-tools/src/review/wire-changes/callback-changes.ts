import type { ApiCallback, ApiDocument } from "../../description/api-description.ts";
import type { ApiResponse } from "../../description/api-message.ts";
import { contentChanges } from "./body-changes.ts";
import { callbackParameterChanges } from "./callback-parameters.ts";
import type { SchemaPairs } from "./schema-pairs.ts";
import type { WireChange } from "./wire-change.ts";

/** What the service calls on its own: it sends the request, so callers read that and write the response. */
export function callbackChanges(
  old: readonly ApiCallback[],
  now: readonly ApiCallback[],
  owner: string,
  documents: readonly [old: ApiDocument, now: ApiDocument],
  pairs: SchemaPairs,
): readonly WireChange[] {
  const key = ({ name, expression, method }: ApiCallback): string => `${name} ${expression} ${method}`;
  const [before, after] = [old, now].map((all) => new Map(all.map((callback) => [key(callback), callback])));
  if (before === undefined || after === undefined) return [];
  return [
    ...[...before].flatMap(([id, { name, pointer }]): readonly WireChange[] =>
      after.has(id)
        ? []
        : [{ rule: "webhook-removed", name: `\`${name}\``, old: { pointer, value: name }, new: { pointer: owner } }],
    ),
    ...[...after].flatMap(([id, callback]): readonly WireChange[] => {
      const counterpart = before.get(id);
      if (counterpart !== undefined) return oneCallback(counterpart, callback, documents, pairs);
      const { name, pointer } = callback;
      return [{ rule: "webhook-added", name: `\`${name}\``, new: { pointer, value: name } }];
    }),
  ];
}

function oneCallback(
  old: ApiCallback,
  now: ApiCallback,
  documents: readonly [old: ApiDocument, now: ApiDocument],
  pairs: SchemaPairs,
): readonly WireChange[] {
  const places = { old: { pointer: old.pointer }, new: { pointer: now.pointer } };
  const changes: WireChange[] = [
    ...callbackParameterChanges(old, now, documents, pairs),
    ...contentChanges("response", old.requestBody?.contents ?? [], now.requestBody?.contents ?? [], places, pairs),
    ...statusChanges(old, now, pairs),
  ];
  if (old.requestBody?.required === true && now.requestBody?.required === false) {
    changes.push({ rule: "webhook-body-became-optional", ...places });
  }
  if (!old.deprecated && now.deprecated) changes.push({ rule: "deprecated", name: `\`${now.name}\``, ...places });
  if (old.description !== now.description || old.summary !== now.summary) {
    changes.push({ rule: "prose-changed", ...places });
  }
  return changes;
}

/** The statuses that a receiver may answer with, and the bodies that it writes. */
function statusChanges(old: ApiCallback, now: ApiCallback, pairs: SchemaPairs): readonly WireChange[] {
  const [before, after] = [byStatus(old), byStatus(now)];
  return [
    ...[...before].flatMap(([status, { pointer }]): readonly WireChange[] =>
      after.has(status)
        ? []
        : [
            {
              rule: "webhook-status-removed",
              name: status,
              old: { pointer, value: status },
              new: { pointer: now.pointer },
            },
          ],
    ),
    ...[...after].flatMap(([status, response]): readonly WireChange[] => {
      const counterpart = before.get(status);
      if (counterpart === undefined) {
        const { pointer } = response;
        return [
          {
            rule: "webhook-status-added",
            name: status,
            old: { pointer: old.pointer },
            new: { pointer, value: status },
          },
        ];
      }
      const at = { old: { pointer: counterpart.pointer }, new: { pointer: response.pointer } };
      return contentChanges("request", counterpart.contents, response.contents, at, pairs);
    }),
  ];
}

const byStatus = ({ responses }: ApiCallback): ReadonlyMap<string, ApiResponse> =>
  new Map(responses.map((response) => [String(response.status), response]));
