import type { ApiSchemas } from "../api-description.ts";
import type { ApiSecrets } from "../api-message.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import { nameOfRef, targetOf } from "./follow-schema.ts";
import { innerSchemas } from "./inner-schemas.ts";
import { isMarked, propertiesOf } from "./properties-of.ts";

const NO_SECRETS: ApiSecrets = { fields: [], revealed: [], whole: false };

/** Finds the secrets of schemas: `format: password`, whatever the type, behind any composition, in lists and maps too. */
export interface SecretFinder {
  /** The secrets of a body that travels in a direction. */
  secretsOf(schema: ApiSchema | undefined, direction: Direction): ApiSecrets;
  /** Whether a value, or any part of it, is a secret. */
  holdsSecret(schema: ApiSchema, direction: Direction): boolean;
}

export function createSecretFinder(schemas: ApiSchemas): SecretFinder {
  const reaching = namesThatReachSecrets(schemas);
  const mayHold = (schema: ApiSchema): boolean => schema.$ref === undefined || reaching.has(nameOfRef(schema.$ref));

  /** Whether a value is a secret on its own, or a list, a map or an alternative of secrets: nothing within it has a name. */
  const isSecret = (schema: ApiSchema, direction: Direction, outer: readonly ApiSchema[] = []): boolean => {
    if (outer.includes(schema) || schema[OTHER[direction]]) return false;
    if (schema.format === "password") return true;
    const within = [...outer, schema];
    const target = mayHold(schema) ? targetOf(schemas, schema) : undefined;
    const inner = target === undefined ? innerSchemas(schema) : [target, ...innerSchemas(schema)];
    return inner.some((part) => isSecret(part, direction, within));
  };

  const fieldsOf = (schema: ApiSchema, direction: Direction): ReadonlySet<string> => {
    const fields = new Set<string>();
    const seen = new Set<ApiSchema>();
    const visit = (part: ApiSchema): void => {
      if (seen.has(part)) return;
      seen.add(part);
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        if (isMarked(schemas, property, OTHER[direction])) continue;
        if (isSecret(property, direction)) fields.add(name);
        visit(property);
      }
      const target = mayHold(part) ? targetOf(schemas, part) : undefined;
      if (target !== undefined) visit(target);
      innerSchemas(part).forEach(visit);
    };
    visit(schema);
    return fields;
  };

  const revealedBy = (schema: ApiSchema, fields: ReadonlySet<string>): readonly string[] =>
    [...propertiesOf(schemas, schema, "response").values()]
      .filter(({ name, required }) => required && fields.has(name))
      .filter(({ schemas: all }) => all.some((one) => isMarked(schemas, one, "readOnly")))
      .map(({ name }) => name);

  return {
    secretsOf(schema, direction) {
      if (schema === undefined || reaching.size + inlineSecrets(schema) === 0) return NO_SECRETS;
      const fields = fieldsOf(schema, direction);
      return {
        fields: [...fields].sort(),
        revealed: direction === "response" ? revealedBy(schema, fields) : [],
        whole: isSecret(schema, direction),
      };
    },
    holdsSecret: (schema, direction) => isSecret(schema, direction) || fieldsOf(schema, direction).size > 0,
  };
}

/** The mark that keeps a property out of a direction. */
const OTHER = { request: "readOnly", response: "writeOnly" } as const;

/** How many secrets a schema has without following references. */
function inlineSecrets(schema: ApiSchema): number {
  let count = 0;
  const visit = (part: ApiSchema): void => {
    if (part.format === "password") count++;
    Object.values(part.properties ?? {}).forEach(visit);
    innerSchemas(part).forEach(visit);
  };
  visit(schema);
  return count;
}

/** The names of the schemas from which a secret can be reached: all others need not be looked into. */
function namesThatReachSecrets(schemas: ApiSchemas): ReadonlySet<string> {
  const namedBy = new Map<string, Set<string>>();
  const reaching = new Set<string>();
  const waiting: string[] = [];
  for (const { name, schema } of schemas.values()) {
    const visit = (part: ApiSchema): void => {
      if (part.format === "password" && !reaching.has(name)) {
        reaching.add(name);
        waiting.push(name);
      }
      if (part.$ref !== undefined) {
        const target = nameOfRef(part.$ref);
        namedBy.set(target, (namedBy.get(target) ?? new Set()).add(name));
      }
      Object.values(part.properties ?? {}).forEach(visit);
      innerSchemas(part).forEach(visit);
    };
    visit(schema);
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const user of namedBy.get(name) ?? []) {
      if (reaching.has(user)) continue;
      reaching.add(user);
      waiting.push(user);
    }
  }
  return reaching;
}
