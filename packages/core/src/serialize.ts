import { ConfigError } from "./errors/config-error.ts";
import type { OperationDefinition } from "./operation.ts";

/**
 * A body as JSON; the values of its secret fields join the secrets.
 *
 * @throws {ConfigError} where it holds what JSON cannot.
 */
export function serialize(
  definition: OperationDefinition,
  body: unknown,
  secretNames: readonly string[],
  secrets: Set<string>,
): string | undefined {
  try {
    return JSON.stringify(body, (name, value: unknown) => {
      if (value && secretNames.includes(name)) secrets.add(String(value));
      return value;
    });
  } catch {
    throw new ConfigError("input", "is no JSON", { definition });
  }
}
