import type { ApiServer, ApiServerVariable } from "../../description/api-description.ts";
import type { WireChange } from "./wire-change.ts";

/** Where requests go. */
export function serverChanges(
  old: readonly ApiServer[],
  now: readonly ApiServer[],
  owner: string,
): readonly WireChange[] {
  const key = ({ url }: ApiServer): string => url.replace(/\/+$/, "");
  const [before, after] = [old, now].map((servers) => new Map(servers.map((server) => [key(server), server])));
  if (before === undefined || after === undefined) return [];
  const changes: WireChange[] = [];
  for (const [url, { pointer }] of before) {
    if (!after.has(url))
      changes.push({
        rule: "server-removed",
        name: `\`${url}\``,
        old: { pointer, value: url },
        new: { pointer: owner },
      });
  }
  for (const [url, server] of after) {
    const counterpart = before.get(url);
    if (counterpart === undefined) {
      changes.push({
        rule: "server-added",
        name: `\`${url}\``,
        old: { pointer: owner },
        new: { pointer: server.pointer, value: url },
      });
    } else changes.push(...variableChanges(counterpart, server), ...wordChanges(counterpart, server));
  }
  const [first, second] = [old[0], now[0]];
  if (first && second && key(first) !== key(second) && after.has(key(first))) {
    const places = {
      old: { pointer: first.pointer, value: first.url },
      new: { pointer: second.pointer, value: second.url },
    };
    changes.push({ rule: "server-order-changed", ...places });
  }
  return changes;
}

function wordChanges(old: ApiServer, now: ApiServer): readonly WireChange[] {
  if (old.description === now.description) return [];
  const places = {
    old: { pointer: old.pointer, value: old.description },
    new: { pointer: now.pointer, value: now.description },
  };
  return [{ rule: "prose-changed", ...places }];
}

function variableChanges(old: ApiServer, now: ApiServer): readonly WireChange[] {
  return now.variables.flatMap((variable): readonly WireChange[] => {
    const before = old.variables.find(({ name }) => name === variable.name);
    if (before === undefined) return [];
    const places = (from: unknown, to: unknown) => ({
      old: { pointer: pointerOf(old, variable), value: from },
      new: { pointer: pointerOf(now, variable), value: to },
    });
    const gone = (before.values ?? []).filter(
      (value) => variable.values !== undefined && !variable.values.includes(value),
    );
    const added = (variable.values ?? []).filter(
      (value) => before.values !== undefined && !before.values.includes(value),
    );
    const closed = before.values === undefined && variable.values !== undefined;
    return [
      ...gone.map(
        (value): WireChange => ({
          rule: "server-variable-value-removed",
          name: `\`${value}\``,
          ...places(value, undefined),
        }),
      ),
      ...(closed
        ? [{ rule: "server-variable-value-removed", name: "Any value", ...places(undefined, variable.values) } as const]
        : []),
      ...(before.values !== undefined && variable.values === undefined
        ? [{ rule: "server-variable-value-added", name: "Any value", ...places(before.values, undefined) } as const]
        : []),
      ...added.map(
        (value): WireChange => ({
          rule: "server-variable-value-added",
          name: `\`${value}\``,
          ...places(undefined, value),
        }),
      ),
      ...(before.default === variable.default
        ? []
        : [{ rule: "server-variable-default-changed", ...places(before.default, variable.default) } as const]),
    ];
  });
}

const pointerOf = ({ pointer }: ApiServer, { name }: ApiServerVariable): string => `${pointer}/variables/${name}`;
