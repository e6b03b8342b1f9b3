import { ConfigError } from "../errors/config-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { RequestParts } from "./request-parts.ts";

/** Splits a flat input into path, query and body fields. */
export function splitInput(definition: OperationDefinition, input?: object | null): RequestParts {
  if (definition.writer) return definition.writer.split(definition, { ...input });
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  const body: Record<string, unknown> = {};
  const fields: Record<string, unknown> = Object(input);
  for (const name of Object.keys(fields)) {
    const part = definition.path.includes(`{${name}}`) ? path : definition.query?.includes(name) ? query : body;
    part[name] = fields[name];
  }
  const sent = definition.body === "required" || (definition.body && Object.keys(body).length);
  return { path, query, body: sent ? body : undefined };
}

/**
 * The path of a request.
 *
 * @throws {ConfigError} where a parameter is missing, empty, malformed, or a dot segment, which URLs resolve away.
 */
export const fillPath = (definition: OperationDefinition, { path = {} }: RequestParts): string =>
  definition.path
    .split(/[{}]/)
    .map((part, index) => {
      // Every second part is the name of a parameter.
      if (index % 2 === 0) return part;
      const value = path[part] ?? "";
      try {
        if (typeof value !== "object" && !/^\.{0,2}$/.test(String(value))) return encodeURIComponent(String(value));
      } catch {
        // Half of a surrogate pair has no place in a URL.
      }
      throw new ConfigError(`input.${part}`, 'is missing, empty, ".", ".." or malformed', { definition });
    })
    .join("");
