import { placesOf, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { credentialValue } from "@git-tokens/spec-tools/description/credential-place";
import { bodyExamples, firstExample } from "@git-tokens/spec-tools/description/example-input";
import { isPlain, type Subject } from "./subject.ts";

/** A request that every client of an API makes. */
export interface Call {
  /** What the pages call it: the operation, with the example or the credential. */
  readonly name: string;
  readonly operation: ApiOperation;
  /** In the order of the path. */
  readonly path: readonly (readonly [name: string, value: string])[];
  /** Undefined where there is none. */
  readonly body: unknown;
  readonly credential: Credential;
}

export interface Credential {
  /** The scheme in 3.1. */
  readonly scheme: string;
  readonly header: string;
  /** The whole value of the header. */
  readonly value: string;
}

/** What the mock lets in, and what it does not. */
export const SECRET = "let-me-in";
const WRONG = "keep-me-out";

/**
 * The calls: every operation with each example of its body, with each credential, and one that the service refuses. Together
 * they read and write, send each alternative of a body, receive null, and receive a documented error.
 */
export function callsOf({ api, service }: Pick<Subject, "api" | "service">): readonly Call[] {
  const operations = api.operations.filter(isPlain);
  const [first, ...others] = waysOf(service).map((way) => (secret: string) => credentialOf(service, way, secret));
  if (first === undefined) throw new Error(`${service.file} has no way to authenticate`);
  const each = operations.flatMap((operation) => withEachBody(operation, first(SECRET)));
  const otherwise = others.flatMap((other) => operations.map((operation) => withCredential(operation, other(SECRET))));
  const [refused] = operations.map((operation) => withCredential(operation, first(WRONG), "refused"));
  return [...each, ...otherwise, ...(refused === undefined ? [] : [refused])];
}

function withEachBody(operation: ApiOperation, credential: Credential): readonly Call[] {
  const examples = bodyExamples(operation);
  if (examples.length === 0) return [{ ...withCredential(operation, credential), name: operation.id }];
  return examples.map(({ name, value }) => ({
    ...withCredential(operation, credential),
    name: `${operation.id} ${name}`,
    body: value,
  }));
}

function withCredential(operation: ApiOperation, credential: Credential, name: string = credential.scheme): Call {
  const [body] = bodyExamples(operation);
  return {
    name: `${operation.id} ${name}`,
    operation,
    path: operation.parameters
      .filter((parameter) => parameter.in === "path")
      .map(({ name: parameter, examples }) => [parameter, String(firstExample(examples, parameter).value)] as const),
    body: body?.value,
    credential,
  };
}

function credentialOf(
  { operations, file }: Subject["service"],
  way: ReturnType<typeof waysOf>[number],
  secret: string,
): Credential {
  const [place] = operations.flatMap((operation) => placesOf(operation, way));
  if (place?.in !== "header")
    throw new Error(`${file}: the credential ${way.name} is in no header, which no adapter sends`);
  return { scheme: place.scheme, header: place.name, value: credentialValue(place, secret) };
}
