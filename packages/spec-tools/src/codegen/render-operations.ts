import type { Effect } from "../description/effects.ts";
import {
  isSuccess,
  operationsOf,
  type ResponseBody,
  type SpecBody,
  type SpecOperation,
  type SpecResponse,
} from "../description/operations.ts";
import type { Spec } from "../description/read-spec.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { inputName, type SchemaType, schemaTypes } from "./schema-types.ts";

type SchemaTypes = ReadonlyMap<string, SchemaType>;

/** `operations.gen.ts`: the schemas by name, and one exported function per operation. */
export function renderOperations(spec: Spec): string {
  const schemas = schemaTypes(spec);
  return [
    header(spec),
    'import { defineOperation, type Operation } from "@git-tokens/core";\n',
    'import type { components, operations } from "./schema.gen.ts";\n\n',
    ...[...schemas].map(([name, type]) => renderAlias(spec, name, type)),
    ...operationsOf(spec.document).map((operation) => renderOperation(spec, operation, schemas)),
  ].join("");
}

function renderAlias({ document }: Spec, name: string, { alias, definition }: SchemaType): string {
  if (alias === undefined) return "";
  const { description } = document.components?.schemas?.[name] ?? {};
  const comment = description ? jsdoc([description]) : "";
  return `${comment}export type ${alias} = ${definition};\n\n`;
}

function renderOperation(spec: Spec, operation: SpecOperation, schemas: SchemaTypes): string {
  const { id } = operation;
  const input = inputName(id);
  const type = `Operation<${[
    JSON.stringify(spec.name),
    input,
    outputType(operation, schemas),
    errorsType(operation, schemas),
  ].join(", ")}>`;
  return [
    jsdoc([`The input of {@link ${id}}: path, query and body fields in one object.`]),
    `export type ${input} = ${inputType(operation, schemas)};\n\n`,
    jsdoc(documentation(operation)),
    `export const ${id}: ${type} = /* @__PURE__ */ defineOperation(${renderDefinition(operation)});\n\n`,
  ].join("");
}

function inputType({ id, parameters, body }: SpecOperation, schemas: SchemaTypes): string {
  const places = (["path", "query"] as const).filter((place) => parameters.some((parameter) => parameter.in === place));
  const parts = places.map((place) => {
    const all = `operations["${id}"]["parameters"]["${place}"]`;
    return place === "query" ? `NonNullable<${all}>` : all;
  });
  if (body) {
    const inline = `NonNullable<operations["${id}"]["requestBody"]>["content"]["application/json"]`;
    const whole = typeName(body, schemas) ?? inline;
    // A body that may be left out is there as a whole or not at all.
    parts.push(body.required ? whole : `(${whole} | Partial<Record<keyof ${whole}, never>>)`);
  }
  return parts.length > 0 ? parts.join(" & ") : NOTHING;
}

/** An object type without members. */
const NOTHING = "Record<never, never>";

function outputType(operation: SpecOperation, schemas: SchemaTypes): string {
  const successes = operation.responses.filter(isSuccess);
  return [...new Set(successes.map((response) => bodyType(operation, response, schemas) ?? "undefined"))].join(" | ");
}

function errorsType(operation: SpecOperation, schemas: SchemaTypes): string {
  const members = operation.responses
    .filter(({ status }) => status >= 400)
    .map((response) => `${response.status}: ${bodyType(operation, response, schemas) ?? "unknown"}`);
  return members.length > 0 ? `{ ${members.join("; ")} }` : NOTHING;
}

function bodyType({ id }: SpecOperation, { status, body }: SpecResponse, schemas: SchemaTypes): string | undefined {
  return (
    body && (typeName(body, schemas) ?? `operations["${id}"]["responses"][${status}]["content"]["application/json"]`)
  );
}

/** The type of a body whose schema has a name. */
function typeName({ schemaName }: SpecBody | ResponseBody, schemas: SchemaTypes): string | undefined {
  const schema = schemaName === undefined ? undefined : schemas.get(schemaName);
  return schema?.alias ?? schema?.definition;
}

/** What a second, identical request would do, in the documentation of an operation. */
const EFFECTS: Record<Effect, string> = {
  read: "changes nothing; retried after a failure",
  replace: "sets the same state again; retried after a failure",
  delete: "finds nothing left to delete; retried after a failure",
  create: "creates another; never retried while the outcome is unknown",
  rotate: "replaces the secret again; never retried while the outcome is unknown",
};

function documentation(operation: SpecOperation): readonly (string | undefined)[] {
  const { method, path, effect, recovery, summary, description, responses, source, deprecated } = operation;
  const errors = responses.filter(({ status }) => status >= 400);
  return [
    summary,
    description,
    `\`${method.toUpperCase()} ${path}\`, effect \`${effect}\`: ${EFFECTS[effect]}.`,
    recovery && `In doubt: ${recovery.trim()}`,
    [
      deprecated && "@deprecated",
      ...responses.filter(isSuccess).map(({ status, description }) => `@returns ${status}: ${oneLine(description)}`),
      ...errors.map(({ status, description }) => `@throws ApiError ${status}: ${oneLine(description)}`),
      source && `@see ${source}`,
    ]
      .filter(Boolean)
      .join("\n"),
  ];
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, " ");

function renderDefinition(operation: SpecOperation): string {
  const { id, method, path, effect, recovery, parameters, body, responses } = operation;
  const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const answers = responses.filter(isSuccess).map(({ body }): ResponseBody["kind"] | "empty" => body?.kind ?? "empty");
  const answer = [...new Set(answers)];
  const reveals = [...new Set(responses.filter(isSuccess).flatMap(({ body }) => body?.reveals ?? []))];
  const errors = responses
    .filter(({ status, body }) => status >= 400 && body !== undefined)
    .map(({ status }) => status);
  const members: Record<string, unknown> = {
    name: id,
    method: method.toUpperCase(),
    path,
    effect,
    recovery: recovery && oneLine(recovery),
    query: query.length > 0 ? query : undefined,
    body: body && (body.required ? "required" : "optional"),
    answer: answer.join() === "object" ? undefined : answer,
    reveals: reveals.length > 0 ? reveals : undefined,
    errors: errors.length > 0 ? errors : undefined,
  };
  const lines = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join("")}}`;
}
