import { createLogger, type IPrismOutput } from "@stoplight/prism-core";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
  ProblemJsonError,
  VIOLATIONS,
} from "@stoplight/prism-http";
import { validateOutput, validateSecurity } from "@stoplight/prism-http/dist/validator/index.js";
import { getHttpConfigFromRequest } from "@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js";
import type { ApiDescription } from "../description/api-description.ts";
import { isObject } from "../description/json.ts";
import { childOf, tokensOf } from "../description/pointer.ts";
import { plainFalse } from "../description/schemas/plain-false.ts";
import { acceptedCredentials } from "./accepted-credentials.ts";
import type { MockRequest } from "./read-request.ts";
import { similarOperations } from "./similar-operations.ts";
import { explain, type Violation, violationsOf } from "./violation.ts";

/** What the mock answers to a request, and what it says about it. */
export interface MockAnswer {
  /** The operation that was asked for; undefined if there is none. */
  readonly operation: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

/** Prism's number for a finding that is no mere warning. */
const ERROR = 0;

type Resource = Parameters<typeof validateOutput>[0]["resource"];

/** Prism asks for a logger of its own for every request, which is not worth making where nothing is logged. */
const logger = createLogger("prism", { level: "silent" });
const SILENT = Object.assign(logger, { child: () => logger });

const CONFIG = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  mock: { dynamic: false },
  upstreamProxy: undefined,
} as const;

/**
 * Makes the function that answers requests with the examples of a spec. It validates requests, and turns a response that
 * breaks the spec into a 500.
 */
export async function answerRequests(
  api: ApiDescription,
  credentials: readonly string[] | undefined,
): Promise<(request: MockRequest) => Promise<MockAnswer>> {
  const operations = await getHttpOperationsFromSpec(documentFor(api));
  const similar = similarOperations(operations);
  const accepts = acceptedCredentials(api, credentials);
  const asked = new WeakMap<IHttpRequest, Resource>();
  const prism = createInstance(CONFIG, {
    logger: SILENT,
    // A credential that is not accepted counts as none at all: Prism then answers the 401 that the spec documents.
    validateSecurity: ({ element, resource }) => {
      asked.set(element, resource);
      const verdict = validateSecurity({
        element: accepts(element, resource) ? element : anonymous(element),
        resource,
      });
      return "right" in verdict ? { ...verdict, right: element } : verdict;
    },
  });
  return async ({ input, malformed }) => {
    const preferred = getHttpConfigFromRequest(input);
    if ("left" in preferred) return problem(preferred.left, undefined);
    const config = { ...CONFIG, mock: { ...CONFIG.mock, ...defined(preferred.right) } };
    const first = await prism.request(input, similar(input), config)();
    // Where none of them is meant, Prism says what is wrong with all.
    const result = asked.has(input) ? first : await prism.request(input, operations, config)();
    const resource = asked.get(input);
    const given = "left" in result ? problem(result.left, resource) : answer(result.right, resource, malformed);
    const takesBody = resource?.request?.body !== undefined;
    const passed = given.status < 400 || given.status === 422;
    return malformed !== undefined && takesBody && passed ? problem(noJson(malformed), resource) : given;
  };
}

/**
 * The document as Prism takes it: a copy, because Prism works on the object it is given, in which streams have no schema.
 * That would be the schema of one event or line, but Prism holds the whole body against it. What allows nothing is `false`, so
 * that Prism makes no example of it.
 */
function documentFor({ document, operations }: ApiDescription): ApiDescription["document"] {
  const copy: ApiDescription["document"] = { ...document, ...Object(plainFalse(structuredClone(document))) };
  const contents = operations.flatMap(({ responses }) => responses.flatMap((response) => response.contents));
  for (const { kind, pointer } of contents) {
    if (kind !== "event-stream" && kind !== "json-lines") continue;
    const content = tokensOf(pointer).reduce<unknown>(childOf, copy);
    if (isObject(content)) delete content.schema;
  }
  return copy;
}

/** A request without anything that could be a credential. */
const anonymous = (request: IHttpRequest): IHttpRequest => ({
  ...request,
  headers: {},
  url: { ...request.url, query: {} },
});

/** Prism's own defaults hold for what a request does not ask for. */
const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A documented response, or the 500 of one that breaks its own schema. */
function answer(
  { output, validations }: IPrismOutput<IHttpResponse>,
  resource: Resource | undefined,
  malformed: string | undefined,
): MockAnswer {
  const broken = validations.output.filter(({ severity }) => severity === ERROR);
  if (broken.length > 0) return problem(brokenExample(broken), resource);
  const violations =
    malformed === undefined || validations.input.length === 0
      ? violationsOf(validations.input)
      : [{ field: "body", message: `is no JSON: ${malformed}` }];
  // Of a credential nothing more is said than the service would.
  const explains = violations.length > 0 && output.statusCode !== 401;
  const explained = { ...output, body: explains ? explain(output.body, violations) : output.body };
  const fits = explains && resource !== undefined && "right" in validateOutput({ resource, element: explained });
  const { statusCode: status, headers = {}, body } = fits ? explained : output;
  return { operation: resource?.iid, status, headers, body, violations };
}

/** What Prism says where the spec documents no response for it. */
function problem(error: Error, resource: Resource | undefined): MockAnswer {
  const body = ProblemJsonError.toProblemJson(error);
  const { validation, headers = {} }: ProblemDetails =
    error instanceof ProblemJsonError ? (error.additional ?? {}) : {};
  const violations = (validation ?? []).map(({ location, message }) => ({ field: location.join("."), message }));
  return {
    operation: resource?.iid,
    status: body.status,
    headers: { "content-type": "application/problem+json", ...headers },
    body,
    violations,
  };
}

/** What Prism adds to a problem. */
interface ProblemDetails {
  readonly validation?: readonly { readonly location: readonly string[]; readonly message: string }[];
  readonly headers?: Readonly<Record<string, string>>;
}

const brokenExample = (found: Parameters<typeof violationsOf>[0]): ProblemJsonError =>
  ProblemJsonError.fromTemplate(VIOLATIONS, "The example of the spec breaks its own schema.", {
    validation: found.map(({ path = [], message }) => ({ location: ["response", ...path], message })),
  });

const noJson = (why: string): ProblemJsonError =>
  ProblemJsonError.fromTemplate({ type: "MALFORMED_BODY", title: "The body is no JSON", status: 400 }, why, {
    validation: [{ location: ["body"], message: `is no JSON: ${why}` }],
  });
