import { credentialForms } from "@git-tokens/spec/credential-form";
import type { OpenApiDocument } from "@git-tokens/spec/document";
import type { SpecOperation } from "@git-tokens/spec/operations";

/** A command that calls the operation with its first examples, ready to be pasted into a shell. */
export function curlLine(document: OpenApiDocument, operation: SpecOperation, url: string, credential: string): string {
  const { method, parameters, body } = operation;
  const words = ["curl", "-i"];
  if (method !== "get") words.push("-X", method.toUpperCase());
  const [form] = credentialForms(document);
  if (form) words.push("-H", quote(`${form.header}: ${form.prefix}${credential}`));
  if (body)
    words.push("-H", quote("content-type: application/json"), "-d", quote(JSON.stringify(body.examples[0]?.value)));
  const first = (name: string): string =>
    encodeURIComponent(String(parameters.find((parameter) => parameter.name === name)?.examples[0]?.value ?? name));
  words.push(quote(url + operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => first(name))));
  return words.join(" ");
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
