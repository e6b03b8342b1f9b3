import { ConfigError } from "./errors/config-error.ts";
import type { OperationDefinition } from "./operation.ts";

/** A flat input taken apart into what travels where. */
export interface RequestParts {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** @throws {ConfigError} where a path parameter is missing or would change the path. */
export function takeApart(definition: OperationDefinition, input: object = {}): RequestParts {
  const body: Record<string, unknown> = { ...input };
  const take = (name: string): unknown => {
    const value = body[name];
    delete body[name];
    return value;
  };
  const path = checkedPath(
    definition,
    Object.fromEntries(parameterNames(definition.path).map((name) => [name, take(name)])),
  );
  const query = Object.fromEntries((definition.query ?? []).map((name) => [name, take(name)]));
  const sent = definition.body === "required" || (definition.body && Object.keys(body).length > 0);
  return { path, query, body: sent ? body : undefined };
}

/** @throws {ConfigError} where a parameter of the template is missing, empty, or a dot segment, which URLs resolve away. */
export function checkedPath(
  definition: OperationDefinition,
  values: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameterNames(definition.path).map((name) => {
      const value = values[name];
      const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
      if (/^\.{0,2}$/.test(text)) {
        const what = text ? `is "${text}", which would change the path` : "is missing or empty";
        throw new ConfigError(`input.${name}`, what, { definition, attempts: 0, outcome: "not-sent" });
      }
      return [name, text];
    }),
  );
}

const parameterNames = (template: string): readonly string[] => template.match(/[^{}]+(?=\})/g) ?? [];
