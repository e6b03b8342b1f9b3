import type { ApiOperation } from "../description/api-description.ts";
import type { ApiParameter } from "../description/api-message.ts";
import { type CredentialPlace, credentialPlace, credentialValue } from "../description/credential-place.ts";
import { bodyExamples } from "../description/example-input.ts";

/** A command that calls the operation with its first examples, ready to be pasted into a shell. */
export const curlLine = (operation: ApiOperation, url: string, credential: string): string =>
  curlWords(operation, url, credential).join(" ");

/** The same, broken before each header, the body and the address. */
export const curlLines = (operation: ApiOperation, url: string, credential: string): string =>
  curlWords(operation, url, credential)
    .map((word, index, words) => (/^-[Hd]$/.test(word) || index === words.length - 1 ? `\\\n  ${word}` : word))
    .join(" ");

function curlWords(operation: ApiOperation, url: string, credential: string): readonly string[] {
  const { method, requestBody, security } = operation;
  const words = ["curl", "-i"];
  // Of a response to HEAD curl would wait for the body.
  if (method === "head") words.push("--head");
  else if (method !== "get") words.push("-X", method.toUpperCase());
  const places = (security.alternatives[0] ?? []).flatMap(({ scheme }) => credentialPlace(scheme) ?? []);
  const header = (name: string, value: string): number => words.push("-H", quote(`${name}: ${value}`));
  for (const place of places) {
    const value = credentialValue(place, credential);
    if (place.in === "header") header(place.name, value);
    if (place.in === "cookie") header("cookie", `${place.name}=${value}`);
  }
  const [content] = requestBody?.contents ?? [];
  if (content) {
    header("content-type", content.mediaType);
    words.push("-d", quote(JSON.stringify(bodyExamples(operation)[0]?.value ?? {})));
  }
  words.push(quote(url + target(operation, places, credential)));
  return words;
}

/** The path with its parameters filled in, and the query that the operation cannot do without. */
function target(
  { target: { path, query: fixed }, parameters }: ApiOperation,
  places: readonly CredentialPlace[],
  credential: string,
): string {
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
    return encodeURIComponent(String(parameter ? example(parameter) : name));
  });
  const asked = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .flatMap((parameter) => [example(parameter)].flat().map((value) => [parameter.name, String(value)]));
  const keys = places
    .filter((place) => place.in === "query")
    .map((place) => [place.name, credentialValue(place, credential)]);
  const query = [...fixed.map((pair) => [...pair]), ...asked, ...keys];
  return query.length > 0 ? `${filled}?${new URLSearchParams(query)}` : filled;
}

const example = ({ name, examples }: ApiParameter): unknown => examples[0]?.value ?? name;

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
