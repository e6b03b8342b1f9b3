import { ConfigError } from "../errors/config-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { OperationFacts } from "../operation-facts.ts";
import type { RequestParts } from "./request-parts.ts";

/** What travels where, as a definition without a writer splits it. */
interface SplitFields extends RequestParts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Splits a flat input into path, query and body fields. */
export const splitInput = (definition: OperationDefinition, input?: object | null): RequestParts =>
  definition.writer ? definition.writer.split(definition, { ...input }) : splitFields(definition, input);

/** Splits a flat input where nothing but its definition says how. */
export function splitFields(definition: OperationFacts, input?: object | null): SplitFields {
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  const body: Record<string, unknown> = {};
  const fields: Record<string, unknown> = Object(input);
  // Not its entries, since every call comes through here, and each entry is one more list.
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
export const fillPath = (definition: OperationFacts, { path = {} }: RequestParts): string =>
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
