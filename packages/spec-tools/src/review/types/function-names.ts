import { METHODS, type OpenApiDocument, resolve } from "../../description/document.ts";
import type { Spec } from "../../description/read-spec.ts";

/** The name of each operation's function by its `operationId`: the same where that is a name in code. */
export function functionNames(document: OpenApiDocument): ReadonlyMap<string, string> {
  return new Map(operationIds(document).map((id) => [id, asName(id)]));
}

function operationIds(document: OpenApiDocument): readonly string[] {
  return Object.values(document.paths ?? {}).flatMap((node) => {
    const item = resolve(document, node);
    return METHODS.flatMap((method) => item[method]?.operationId ?? []);
  });
}

const asName = (id: string): string =>
  id.replaceAll(/[^\w$]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "").replace(/^(?=\d)/, "_");

/** The spec with operations that are named as their functions; a sentence where two of them would have one name. */
export function withFunctionNames(spec: Spec): Spec | string {
  const ids = operationIds(spec.document);
  const twice = ids.find((id, index) => ids.some((other, place) => place < index && asName(other) === asName(id)));
  if (twice !== undefined) {
    return `the TypeScript types cannot be compared, because two operations have the operationId "${twice}"; give one of them another`;
  }
  if (ids.every((id) => asName(id) === id)) return spec;
  const document = structuredClone(spec.document);
  for (const node of Object.values(document.paths ?? {})) {
    const item = resolve(document, node);
    for (const method of METHODS) {
      const operation = item[method];
      if (operation?.operationId !== undefined)
        Object.assign(operation, { operationId: asName(operation.operationId) });
    }
  }
  return { ...spec, document };
}
