import { placesOf, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { type CredentialPlace, credentialValue } from "@git-tokens/spec-tools/description/credential-place";
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
  /** As a client takes it that knows nothing but the published file: there is no `x-prefix` for it. */
  readonly asGiven: GivenCredential;
}

export interface GivenCredential {
  /** The scheme in the file. */
  readonly scheme: string;
  readonly kind: "apiKey" | "bearer";
  /** The whole header for an apiKey, the token alone for a bearer. */
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
  const [first, ...others] = waysOf(service).map(
    (way) => (secret: string) => credentialOf({ api, service }, way, secret),
  );
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
  { api, service: { operations, file } }: Pick<Subject, "api" | "service">,
  way: ReturnType<typeof waysOf>[number],
  secret: string,
): Credential {
  const [place] = operations.flatMap((operation) => placesOf(operation, way));
  if (place?.in !== "header")
    throw new Error(`${file}: the credential ${way.name} is in no header, which no adapter sends`);
  const value = credentialValue(place, secret);
  return { scheme: place.scheme, header: place.name, value, asGiven: asGiven(api, place, { secret, value }) };
}

/** A file that has one scheme for all credentials takes the whole header. */
function asGiven(
  { securitySchemes }: Subject["api"],
  { scheme }: CredentialPlace,
  { secret, value }: { readonly secret: string; readonly value: string },
): GivenCredential {
  const stated = securitySchemes.get(scheme);
  if (stated?.kind === "bearer") return { scheme, kind: "bearer", value: secret };
  return { scheme: stated === undefined ? ([...securitySchemes.keys()][0] ?? scheme) : scheme, kind: "apiKey", value };
}
