import { ConfigError } from "./errors/config-error.ts";
import type { OperationDefinition } from "./operation.ts";

/** What travels where. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The names in the braces of a path template. */
const parameterNames = (template: string): readonly string[] => template.match(/[^{}]+(?=\})/g) ?? [];

/** Takes a flat input apart. */
export function takeApart(definition: OperationDefinition, input: object = {}): RequestParts {
  const rest: Record<string, unknown> = { ...input };
  const take = (names: readonly string[] = []): Record<string, unknown> => {
    const taken: Record<string, unknown> = {};
    for (const name of names) {
      taken[name] = rest[name];
      delete rest[name];
    }
    return taken;
  };
  const path = take(parameterNames(definition.path));
  const query = take(definition.query);
  const sent = definition.body === "required" || (definition.body && Object.keys(rest).length);
  return { path, query, body: sent ? rest : undefined };
}

/** @throws {ConfigError} where a path parameter is missing, empty, or a dot segment, which URLs resolve away. */
export function checkPath(definition: OperationDefinition, { path = {} }: RequestParts): void {
  for (const name of parameterNames(definition.path)) {
    if (/^(\.{0,2}|\[object.*)$/.test(String(path[name] ?? ""))) {
      throw new ConfigError(`input.${name}`, 'is missing, empty, "." or ".."', { definition });
    }
  }
}
