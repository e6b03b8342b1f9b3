import { ConfigError } from "./errors/config-error.ts";
import type { OperationDefinition } from "./operation.ts";

/** What travels where. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Path templates cut at their braces; kept, because cutting one costs more than filling it. */
const cutTemplates = new WeakMap<OperationDefinition, readonly string[]>();

/** A path template cut at its braces: every second part is the name of a parameter. */
function cutTemplate(definition: OperationDefinition): readonly string[] {
  const cut = cutTemplates.get(definition) ?? definition.path.split(/[{}]/);
  cutTemplates.set(definition, cut);
  return cut;
}

/** Takes a flat input apart; the path finds its parameters in the whole of it. */
export function takeApart(definition: OperationDefinition, input?: object | null): RequestParts {
  const path: Readonly<Record<string, unknown>> = { ...input };
  const query: Record<string, unknown> = {};
  const body: Record<string, unknown> = {};
  const inPath = cutTemplate(definition);
  for (const name of Object.keys(path)) {
    if (!inPath.includes(name)) (definition.query?.includes(name) ? query : body)[name] = path[name];
  }
  const sent = definition.body === "required" || (definition.body && Object.keys(body).length);
  return { path, query, body: sent ? body : undefined };
}

/**
 * The path of a request.
 *
 * @throws {ConfigError} where a parameter is missing, empty, malformed, or a dot segment, which URLs resolve away.
 */
export function fillPath(definition: OperationDefinition, { path = {} }: RequestParts): string {
  const parts = cutTemplate(definition).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = path[part] ?? "";
    // Half of a surrogate pair has no place in a URL.
    if (typeof value === "object" || /^\.{0,2}$|\p{Cs}/u.test(String(value))) {
      throw new ConfigError(`input.${part}`, 'is missing, empty, ".", ".." or malformed', { definition });
    }
    return encodeURIComponent(String(value));
  });
  return parts.join("");
}
