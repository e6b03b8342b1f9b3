import { credentialForms } from "../description/credential-form.ts";
import type { OpenApiDocument } from "../description/document.ts";
import type { SpecOperation, SpecParameter } from "../description/operations.ts";

/** A command that calls the operation with its first examples, ready to be pasted into a shell. */
export function curlLine(document: OpenApiDocument, operation: SpecOperation, url: string, credential: string): string {
  const { method, body } = operation;
  const words = ["curl", "-i"];
  // Of an answer to HEAD curl would wait for the body.
  if (method === "head") words.push("--head");
  else if (method !== "get") words.push("-X", method.toUpperCase());
  const [form] = credentialForms(document);
  if (form) words.push("-H", quote(`${form.header}: ${form.prefix}${credential}`));
  if (body) {
    const value = body.examples[0]?.value ?? {};
    words.push("-H", quote("content-type: application/json"), "-d", quote(JSON.stringify(value)));
  }
  words.push(quote(url + target(operation)));
  return words.join(" ");
}

/** The path with its parameters filled in, and the query that the operation cannot do without. */
function target({ path, parameters }: SpecOperation): string {
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
    return encodeURIComponent(String(parameter ? example(parameter) : name));
  });
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .flatMap((parameter) => [example(parameter)].flat().map((value) => [parameter.name, String(value)]));
  return query.length > 0 ? `${filled}?${new URLSearchParams(query)}` : filled;
}

const example = ({ name, examples }: SpecParameter): unknown => examples[0]?.value ?? name;

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
