import { configError } from "../errors/config-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { OperationFacts } from "../operation-facts.ts";
import { cutTemplate } from "./path-template.ts";
import type { RequestParts } from "./request-parts.ts";

/** What travels where, as a definition without a writer splits it. */
interface SplitFields extends RequestParts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>> | undefined;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Splits a flat input into path, query and body fields. */
export const splitInput = (definition: OperationDefinition, input?: object | null): RequestParts =>
  definition.writer ? definition.writer.split(definition, { ...input }) : splitFields(definition, input);

/** Splits a flat input where nothing but its definition says how. */
export function splitFields(definition: OperationFacts, input?: object | null): SplitFields {
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> | undefined = definition.query && {};
  const body: Record<string, unknown> = {};
  const fields: Record<string, unknown> = Object(input);
  // Not its entries, since every call comes through here, and each entry is one more list.
  for (const name of Object.keys(fields)) {
    const part = definition.path.includes(`{${name}}`)
      ? path
      : query && definition.query?.includes(name)
        ? query
        : body;
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
export function fillPath(definition: OperationFacts, { path = {} }: RequestParts): string {
  let filled = "";
  let isName = false;
  // Every call comes through here, and to search the template takes longer than all the rest.
  for (const part of cutTemplate(definition)) {
    const text = isName ? segmentOf(path[part] ?? "") : part;
    if (text === undefined) {
      throw configError(`input.${part}`, 'is missing, empty, ".", ".." or malformed', definition);
    }
    filled += text;
    isName = !isName;
  }
  return filled;
}

function segmentOf(value: unknown): string | undefined {
  const text = typeof value === "object" ? "" : String(value);
  try {
    return ["", ".", ".."].includes(text) ? undefined : encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no place in a URL.
    return undefined;
  }
}
