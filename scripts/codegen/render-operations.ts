import type { Effect } from "@git-tokens/spec/effects";
import {
  isSuccess,
  operationsOf,
  type ResponseBody,
  type SpecOperation,
  type SpecResponse,
} from "@git-tokens/spec/operations";
import type { Spec } from "@git-tokens/spec/read-spec";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { pascalCase } from "./names.ts";

/** `operations.gen.ts`: the schemas by name, and one exported function per operation. */
export function renderOperations(spec: Spec): string {
  const operations = operationsOf(spec.document);
  const used = new Set(operations.map(({ id }) => `${pascalCase(id)}Input`));
  const schemas = Object.keys(spec.document.components?.schemas ?? {}).filter((name) => !used.has(name));
  return [
    header(spec),
    'import { defineOperation, type Operation } from "@git-tokens/core";\n',
    'import type { components, operations } from "./schema.gen.ts";\n\n',
    ...schemas.map((name) => renderSchemaName(spec, name)),
    ...operations.map((operation) => renderOperation(spec, operation)),
  ].join("");
}

function renderSchemaName({ document }: Spec, name: string): string {
  const { description } = document.components?.schemas?.[name] ?? {};
  const comment = description ? jsdoc([description]) : "";
  return `${comment}export type ${name} = components["schemas"][${JSON.stringify(name)}];\n\n`;
}

function renderOperation(spec: Spec, operation: SpecOperation): string {
  const { id } = operation;
  const input = `${pascalCase(id)}Input`;
  const type = `Operation<${JSON.stringify(spec.name)}, ${input}, ${outputType(operation)}, ${errorsType(operation)}>`;
  return [
    jsdoc([`What {@link ${id}} takes: path, query and body fields in one object.`]),
    `export type ${input} = ${inputType(operation)};\n\n`,
    jsdoc(documentation(operation)),
    `export const ${id}: ${type} = /* @__PURE__ */ defineOperation(${renderDefinition(operation)});\n\n`,
  ].join("");
}

function inputType({ id, parameters, body }: SpecOperation): string {
  const places = (["path", "query"] as const).filter((place) => parameters.some((parameter) => parameter.in === place));
  const parts = places.map((place) => {
    const all = `operations["${id}"]["parameters"]["${place}"]`;
    return place === "query" ? `NonNullable<${all}>` : all;
  });
  if (body) {
    const content = `NonNullable<operations["${id}"]["requestBody"]>["content"]["application/json"]`;
    const whole = body.schemaName ?? content;
    parts.push(body.required ? whole : `Partial<${whole}>`);
  }
  return parts.length > 0 ? parts.join(" & ") : "Record<never, never>";
}

function outputType(operation: SpecOperation): string {
  const types = operation.responses.filter(isSuccess).map((response) => bodyType(operation, response) ?? "undefined");
  return [...new Set(types)].join(" | ");
}

function errorsType(operation: SpecOperation): string {
  const members = operation.responses
    .filter(({ status }) => status >= 400)
    .map((response) => `${response.status}: ${bodyType(operation, response) ?? "unknown"}`);
  return `{ ${members.join("; ")} }`;
}

function bodyType({ id }: SpecOperation, { status, body }: SpecResponse): string | undefined {
  if (body === undefined) return undefined;
  return body.schemaName ?? `operations["${id}"]["responses"][${status}]["content"]["application/json"]`;
}

/** What a second, identical request would do, in the words of a caller. */
const EFFECTS: Record<Effect, string> = {
  read: "changes nothing; repeated after a failure",
  replace: "the same state again; repeated after a failure",
  delete: "nothing left to delete; repeated after a failure",
  create: "creates another; never repeated while the outcome is unknown",
  rotate: "replaces the secret again; never repeated while the outcome is unknown",
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
  const reveals = [...new Set(responses.filter(isSuccess).flatMap(({ body }) => body?.secrets ?? []))];
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
