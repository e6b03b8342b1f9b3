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
export function takeApart(definition: OperationDefinition, input?: object | null): RequestParts {
  const names = parameterNames(definition.path);
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input ?? {})) {
    const place = names.includes(name) ? path : definition.query?.includes(name) ? query : rest;
    place[name] = value;
  }
  const sent = definition.body === "required" || (definition.body && Object.keys(rest).length);
  return { path, query, body: sent ? rest : undefined };
}

/** @throws {ConfigError} where a path parameter is missing, empty, or a dot segment, which URLs resolve away. */
export function checkPath(definition: OperationDefinition, { path = {} }: RequestParts): void {
  for (const name of parameterNames(definition.path)) {
    const value = path[name] ?? "";
    if (typeof value === "object" || /^\.{0,2}$/.test(String(value))) {
      throw new ConfigError(`input.${name}`, 'is missing, empty, "." or ".."', { definition });
    }
  }
}
