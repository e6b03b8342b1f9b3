import {
  type ApiError,
  type ClientOptions,
  isApiError,
  isGitTokensError,
  type OperationDefinition,
} from "@git-tokens/core";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { type CredentialPlace, credentialPlaces } from "@git-tokens/spec-tools/description/credential-place";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import {
  bodyExamples,
  exampleBody,
  exampleInput,
  firstExample,
  isError,
  isSuccess,
  responseExamples,
} from "@git-tokens/spec-tools/description/example-input";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The options that the suite sets: all but the place of the credential. */
export type Connection = Pick<ClientOptions, "baseUrl" | "fetch"> & { readonly baseUrl: string };

/** A provider package, as its own test passes it. */
export interface ProviderUnderTest {
  /** The path of the spec. */
  readonly spec: string;
  /** How to make a client, by the name of each security scheme. */
  readonly connect: Readonly<Record<string, (connection: Connection, credential: string) => object>>;
  /** The standalone operations. */
  readonly operations: Readonly<Record<string, { readonly definition: OperationDefinition }>>;
}

const CREDENTIAL = "contract-credential";

/** A package under test, and what is known of its spec. */
interface Contract {
  readonly operations: ProviderUnderTest["operations"];
  readonly places: readonly CredentialPlace[];
  /** Calls the mock as a user of the package would, with a fetch that can change the request. */
  clientFor(scheme: string, credential?: string, tamper?: (headers: Headers) => void): object;
  /** Connected with the first scheme. */
  client(): object;
}

/**
 * Checks a provider package against its spec, on a real Prism with response validation on. The cases come from the spec:
 * a new operation, status or example is tested without a change here, and one without an example fails.
 */
export async function describeContract({ spec: file, connect, operations }: ProviderUnderTest): Promise<void> {
  const api = await describeFile(file);
  const places = credentialPlaces(api);
  let mock: MockServer;

  const clientFor: Contract["clientFor"] = (scheme, credential = CREDENTIAL, tamper) => {
    const make = connect[scheme];
    if (make === undefined) throw new Error(`the package's contract test does not say how to connect with ${scheme}`);
    const tampering = (url: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      tamper?.(headers);
      return fetch(url, { ...init, headers });
    };
    return make({ baseUrl: mock.url, fetch: tamper && tampering }, credential);
  };
  const contract = { operations, places, clientFor, client: () => clientFor(places[0]?.scheme ?? "") };

  beforeAll(async () => {
    mock = await startMock(api, { credentials: [CREDENTIAL] });
  });
  afterAll(() => mock.close());

  it("offers every security scheme of the spec, and no other", () => {
    expect(Object.keys(connect).sort()).toEqual(places.map(({ scheme }) => scheme).sort());
  });

  it("exports every operation of the spec, and no other", () => {
    const ids = api.operations.map(({ id }) => id);
    expect(Object.keys(operations).sort()).toEqual([...ids].sort());
  });

  for (const operation of api.operations) {
    describe(operation.id, () => {
      testSuccess(contract, operation);
      testExamples(contract, operation);
      testErrors(contract, operation);
      testRefusals(contract, operation);
    });
  }
}

/** The documented success, by every way to call the operation. */
function testSuccess({ operations, places, client, clientFor }: Contract, operation: ApiOperation): void {
  const success = operation.responses.find(isSuccess);
  const documented =
    success?.contents[0] && firstExample(responseExamples(success), `${operation.id}: the success ${success.status}`);

  for (const { scheme } of places) {
    it(`returns the documented success with ${scheme}`, async () => {
      expect(await call(clientFor(scheme), operation, exampleInput(operation))).toEqual(documented?.value);
    });
  }

  it("returns the same from its standalone function", async () => {
    const standalone: unknown = operations[operation.id];
    if (typeof standalone !== "function") throw new Error(`${operation.id} is not exported`);
    expect(await Reflect.apply(standalone, undefined, [client(), exampleInput(operation)])).toEqual(documented?.value);
  });

  it("returns the same from the raw method", async () => {
    const init = rawInit(operation);
    const verb = method(client(), operation.method.toUpperCase());
    expect(await verb(operation.path, init)).toMatchObject({
      data: documented?.value,
      response: expect.objectContaining({ status: success?.status }),
    });
  });
}

/** Every documented response and request. */
function testExamples({ client }: Contract, operation: ApiOperation): void {
  for (const { name, value } of operation.responses.filter(isSuccess).slice(0, 1).flatMap(responseExamples)) {
    it(`returns the documented success "${name}"`, async () => {
      const options = { headers: { prefer: `example=${name}` } };
      expect(await call(client(), operation, exampleInput(operation), options)).toEqual(value);
    });
  }

  for (const body of bodyExamples(operation)) {
    it(`sends the documented request "${body.name}"`, async () => {
      await expect(call(client(), operation, exampleInput(operation, body))).resolves.not.toThrow();
    });
  }
}

/** Every documented error. */
function testErrors({ operations, client }: Contract, operation: ApiOperation): void {
  for (const response of operation.responses.filter(isError)) {
    const { status, contents } = response;
    it(`throws the documented ${status}, typed`, async () => {
      const wanted = contents[0] && firstExample(responseExamples(response), `${operation.id}: the error ${status}`);
      const options = { retry: false, headers: { prefer: `code=${status}` } };
      const error = await refusal(call(client(), operation, exampleInput(operation), options));
      expect(error).toMatchObject({ status, operation: operation.id, effect: operation.effect, attempts: 1 });
      expect(error.body).toEqual(wanted?.value);
      const typed = operations[operation.id];
      expect(typed && isApiError(error, typed, status)).toBe(true);
    });
  }
}

/** What the server refuses: a wrong credential, and a body that breaks the schema. */
function testRefusals({ places, client, clientFor }: Contract, operation: ApiOperation): void {
  for (const { scheme, name: header, prefix } of places) {
    const refused: readonly (readonly [string, () => object])[] = [
      ["another credential", () => clientFor(scheme, "another-credential")],
      ["no credential", () => clientFor(scheme, CREDENTIAL, (headers) => headers.delete(header))],
      [
        "another prefix",
        () => clientFor(scheme, CREDENTIAL, (headers) => headers.set(header, `No${prefix}${CREDENTIAL}`)),
      ],
    ];
    it.each(refused)(`is refused with %s for ${scheme}`, async (_, connected) => {
      const error = await refusal(call(connected(), operation, exampleInput(operation)));
      expect(error).toMatchObject({ status: 401, outcome: "rejected" });
      expect(JSON.stringify(error)).not.toContain(CREDENTIAL);
    });
  }

  if (operation.requestBody) {
    it("is refused if the body breaks the schema", async () => {
      const broken = Object.keys(Object(exampleBody(operation))).map((name) => [name, { broken: true }]);
      const input = { ...exampleInput(operation), ...Object.fromEntries(broken) };
      const error = await refusal(call(client(), operation, input));
      expect([400, 422]).toContain(error.status);
      expect(error.outcome).toBe("rejected");
    });
  }
}

function rawInit(operation: ApiOperation): object {
  const values = (place: string) =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === place && parameter.required)
        .map(({ name, examples }) => [name, examples[0]?.value]),
    );
  const params = { path: values("path"), query: values("query") };
  return operation.requestBody ? { params, body: exampleBody(operation) } : { params };
}

function method(client: object, name: string): (...args: readonly unknown[]) => Promise<unknown> {
  const found: unknown = Reflect.get(client, name);
  if (typeof found !== "function") throw new Error(`the client has no ${name}`);
  return (...args) => Reflect.apply(found, client, args);
}

const call = (client: object, { id }: ApiOperation, input: object, options?: object): Promise<unknown> =>
  method(client, id)(input, options);

/** The ApiError of a failed call; anything else fails the test. */
async function refusal(outcome: Promise<unknown>): Promise<ApiError> {
  const error = await outcome.then(
    (data) => new Error(`succeeded with ${JSON.stringify(data)}`),
    (reason: unknown) => reason,
  );
  if (isApiError(error)) return error;
  throw isGitTokensError(error) || error instanceof Error ? error : new Error(String(error));
}
