import { configError } from "../errors/config-error.ts";
import type { OperationFacts } from "../operation-facts.ts";
import { encodeWith } from "./encode-with.ts";
import { form } from "./parameter-styles/form.ts";
import { simple } from "./parameter-styles/simple.ts";
import { asIs, inCookie, type WriteParameter } from "./parameter-styles/write-parameter.ts";
import { cutTemplate } from "./path-template.ts";
import type { RequestParts } from "./request-parts.ts";
import type { RequestWriter } from "./request-writer.ts";
import { splitWith } from "./split-with.ts";
import type { ParameterDefinition, ParameterPlace, WriterOptions } from "./writer-options.ts";

const DEFAULTS: Readonly<Record<ParameterPlace, WriteParameter>> = {
  path: simple(),
  query: form(),
  header: simple(false, asIs),
  cookie: form(true, inCookie),
};

/** Writes requests with parameters in any place and style, and bodies of any media type. For generated code. */
export const writeWith = (options: WriterOptions): RequestWriter => ({
  split: (definition, input) => splitWith(options, definition, input),
  write: (definition, parts) => {
    const query = [options.query ?? "", ...written("query", options, definition, parts)].filter(Boolean).join("&");
    const own = headersOf(options, definition, parts);
    const { body, headers } = encodeWith(options, definition, parts);
    return { path: pathOf(options, definition, parts), query, headers: { ...own, ...headers }, body };
  },
});

/** The parameters of one place, those that have a value. */
const written = (
  place: ParameterPlace,
  { parameters = [] }: WriterOptions,
  definition: OperationFacts,
  parts: RequestParts,
): readonly string[] =>
  parameters
    .filter((parameter) => parameter.in === place)
    .flatMap((parameter) => write(definition, parameter, parts[place]?.[parameter.name]) ?? []);

function write(
  definition: OperationFacts,
  { in: place, name, field = name, write = DEFAULTS[place] }: ParameterDefinition,
  value: unknown,
): string | undefined {
  const refuse = (what: string): never => {
    throw configError(`input.${field}`, what, definition);
  };
  let text: string | undefined;
  try {
    text = write(name, value);
  } catch (error) {
    // Half of a surrogate pair has no place in a URL.
    refuse(error instanceof URIError ? "is malformed" : error instanceof Error ? error.message : "cannot be written");
  }
  const isUrl = place === "path" || place === "query";
  return text && !isUrl && /[^\t -~\x80-\xff]/.test(text) ? refuse("has a character that no header can have") : text;
}

function pathOf({ parameters = [] }: WriterOptions, definition: OperationFacts, parts: RequestParts): string {
  const texts = cutTemplate(definition).map((part, index) => {
    if (index % 2 === 0) return part;
    const parameter = parameters.find(({ in: place, name }) => place === "path" && name === part);
    const text = write(definition, parameter ?? { in: "path", name: part }, parts.path?.[part]);
    if (text) return text;
    throw configError(`input.${parameter?.field ?? part}`, "is missing or empty", definition);
  });
  const path = texts.join("");
  // URLs resolve these away, and another resource would be asked for.
  if (!/\/(\.|%2e){1,2}(\/|$)/i.test(path)) return path;
  throw configError("input", `makes the path ${path}, which has a "." or ".." for a segment`, definition);
}

function headersOf(options: WriterOptions, definition: OperationFacts, parts: RequestParts): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const parameter of options.parameters ?? []) {
    if (parameter.in !== "header") continue;
    const text = write(definition, parameter, parts.header?.[parameter.name]);
    if (text !== undefined) headers[parameter.name.toLowerCase()] = text;
  }
  const { cookie: given = "" } = headers;
  const cookies = [given, ...written("cookie", options, definition, parts)].filter(Boolean);
  return cookies.length > 0 ? { ...headers, cookie: cookies.join("; ") } : headers;
}
