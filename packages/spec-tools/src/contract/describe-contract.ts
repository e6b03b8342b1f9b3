import {
  type ApiError,
  type ClientOptions,
  isApiError,
  isGitTokensError,
  type OperationDefinition,
} from "@git-tokens/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formsOf, placesOf, type Way, waysOf } from "../codegen/ways.ts";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { ApiSchema } from "../description/api-schema.ts";
import { callInput } from "../description/call-input.ts";
import { describeFile } from "../description/describe-api.ts";
import {
  bodyExamples,
  exampleBody,
  firstExample,
  isError,
  isSuccess,
  mockedExamples,
  responseExamples,
} from "../description/example-input.ts";
import { propertiesOf } from "../description/schemas/properties-of.ts";
import { typesOf } from "../description/schemas/types-of.ts";
import { type MockServer, startMock } from "../mock/start-mock.ts";
import { comparable } from "./comparable.ts";

/** The options that the suite sets: all but the place of the credential. */
export type Connection = Pick<ClientOptions, "baseUrl" | "fetch"> & { readonly baseUrl: string };

/** A provider package, as its own test passes it. */
export interface ProviderUnderTest {
  /** The path of the spec. */
  readonly spec: string;
  /** How to make a client, by each way to authenticate. */
  readonly connect: Readonly<Record<string, (connection: Connection, credential: string) => object>>;
  /** The standalone operations. */
  readonly operations: Readonly<Record<string, { readonly definition: OperationDefinition }>>;
}

const CREDENTIAL = "contract-credential";

/** A package under test, and what is known of its spec. */
interface Contract {
  readonly api: ApiDescription;
  readonly operations: ProviderUnderTest["operations"];
  readonly ways: readonly Way[];
  /** Calls the mock as a user of the package would, with a fetch that can change the request. */
  clientFor(way: string, credential?: string, tamper?: (headers: Headers) => void): object;
  /** Connected in the first way. */
  client(): object;
}

/**
 * Checks a provider package against its spec, on a real Prism with response validation on. The cases come from the spec:
 * a new operation, status or example is tested without a change here, and one without an example fails.
 */
export async function describeContract({ spec: file, connect, operations }: ProviderUnderTest): Promise<void> {
  const api = await describeFile(file);
  const ways = waysOf(api);
  let mock: MockServer;

  const clientFor: Contract["clientFor"] = (way, credential = CREDENTIAL, tamper) => {
    const make = connect[way];
    if (make === undefined) throw new Error(`the package's contract test does not say how to connect with ${way}`);
    const tampering = (url: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      tamper?.(headers);
      return fetch(url, { ...init, headers });
    };
    return make({ baseUrl: mock.url, fetch: tamper && tampering }, credential);
  };
  const contract = { api, operations, ways, clientFor, client: () => clientFor(ways[0]?.name ?? "") };

  beforeAll(async () => {
    mock = await startMock(api, { credentials: formsOf(CREDENTIAL) });
  });
  afterAll(() => mock.close());

  it("offers every way to authenticate that the spec has, and no other", () => {
    expect(Object.keys(connect).sort()).toEqual(ways.map(({ name }) => name).sort());
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
function testSuccess({ api, operations, ways, client, clientFor }: Contract, operation: ApiOperation): void {
  const success = operation.responses.find(isSuccess);
  const [content] = success?.contents ?? [];
  const documented =
    success && content && firstExample(responseExamples(success), `${operation.id}: the success ${success.status}`);
  // What a stream brings has no form that an example could have.
  const isStream = content?.kind === "event-stream" || content?.kind === "json-lines";
  const expected = isStream ? expect.any(Array) : documented?.value;

  for (const { name } of ways) {
    it(`returns the documented success with ${name}`, async () => {
      const result = await call(clientFor(name), operation, callInput(api, operation));
      expect(await comparable(result)).toEqual(expected);
    });
  }

  it("returns the same from its standalone function", async () => {
    const standalone: unknown = operations[operation.id];
    if (typeof standalone !== "function") throw new Error(`${operation.id} is not exported`);
    const result: unknown = await Reflect.apply(standalone, undefined, [client(), callInput(api, operation)]);
    expect(await comparable(result)).toEqual(expected);
  });

  const kinds = [operation.requestBody?.contents[0]?.kind, content?.kind];
  if (kinds.some((kind) => kind !== undefined && kind !== "json")) return;
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
function testExamples({ api, client }: Contract, operation: ApiOperation): void {
  const isWhole = ["json", "text", "binary"].includes(operation.responses.find(isSuccess)?.contents[0]?.kind ?? "");
  for (const { name, named, value } of operation.responses.filter(isSuccess).slice(0, 1).flatMap(mockedExamples)) {
    it(`returns the documented success "${name}"`, async () => {
      const options = named ? { headers: { prefer: `example=${name}` } } : {};
      const result = await comparable(await call(client(), operation, callInput(api, operation), options));
      expect(result).toEqual(isWhole ? value : expect.anything());
    });
  }
  for (const body of bodyExamples(operation)) {
    it(`sends the documented request "${body.name}"`, async () => {
      await expect(call(client(), operation, callInput(api, operation, body))).resolves.not.toThrow();
    });
  }
}

/** Every documented error. */
function testErrors({ api, operations, client }: Contract, operation: ApiOperation): void {
  for (const response of operation.responses.filter(isError)) {
    const { status, contents } = response;
    it(`throws the documented ${status}, typed`, async () => {
      const wanted = contents[0] && firstExample(responseExamples(response), `${operation.id}: the error ${status}`);
      const accept = contents[0]?.mediaType ?? "application/json";
      const options = { retry: false, headers: { prefer: `code=${status}`, accept } };
      const error = await refusal(call(client(), operation, callInput(api, operation), options));
      expect(error).toMatchObject({ status, operation: operation.id, effect: operation.effect, attempts: 1 });
      expect(error.body).toEqual(wanted?.value);
      const typed = operations[operation.id];
      expect(typed && isApiError(error, typed, status)).toBe(true);
    });
  }
}

/** What the server refuses: a wrong credential, and a body that breaks the schema. */
function testRefusals(contract: Contract, operation: ApiOperation): void {
  for (const way of contract.ways) {
    it.each(wrongClients(contract, operation, way))(`is refused with %s for ${way.name}`, async (_, connected) => {
      const error = await refusal(call(connected(), operation, callInput(contract.api, operation)));
      expect(error).toMatchObject({ status: 401, outcome: "rejected" });
      expect(JSON.stringify(error)).not.toContain(CREDENTIAL);
    });
  }

  const broken = brokenBody(contract.api, operation);
  if (broken === undefined) return;
  it("is refused if the body breaks the schema", async () => {
    const error = await refusal(
      call(contract.client(), operation, { ...callInput(contract.api, operation), ...broken }),
    );
    expect([400, 422]).toContain(error.status);
    expect(error.outcome).toBe("rejected");
  });
}

/** Clients that an operation must refuse, if it needs a credential. */
function wrongClients(
  { clientFor }: Contract,
  operation: ApiOperation,
  way: Way,
): readonly (readonly [string, () => object])[] {
  const places = placesOf(operation, way);
  const headers = places.filter((place) => place.in === "header");
  return [
    ...(places.length > 0 ? [["another credential", () => clientFor(way.name, "another-credential")] as const] : []),
    ...headers.flatMap(({ name: header, prefix }) => [
      [`no ${header}`, () => clientFor(way.name, CREDENTIAL, (sent) => sent.delete(header))] as const,
      [
        `another prefix in ${header}`,
        () => clientFor(way.name, CREDENTIAL, (sent) => sent.set(header, `No${prefix}${CREDENTIAL}`)),
      ] as const,
    ]),
  ];
}

/** The fields of a body that no schema of it allows: an object in place of each text, number or list. */
function brokenBody({ schemas }: ApiDescription, operation: ApiOperation): object | undefined {
  const [content] = operation.requestBody?.contents ?? [];
  if (content?.kind !== "json" || content.schema === undefined) return undefined;
  const isNoObject = (schema: ApiSchema): boolean => typesOf(schemas, schema)?.has("object") === false;
  if (operation.input.body === "body") return isNoObject(content.schema) ? { body: { broken: true } } : undefined;
  const names = [...propertiesOf(schemas, content.schema, "request").values()]
    .filter((property) => property.schemas.some(isNoObject))
    .map(({ name }) => [name, { broken: true }]);
  return names.length > 0 ? Object.fromEntries(names) : undefined;
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
