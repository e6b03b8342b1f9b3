import type { ApiDescription, ApiDocument, ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiExample, MediaKind } from "../description/api-message.ts";
import type { ApiSchema, Direction } from "../description/api-schema.ts";
import { isError, isSuccess } from "../description/example-input.ts";
import { isObject, type JsonObject } from "../description/json.ts";
import { childOf, tokensOf } from "../description/pointer.ts";
import type { Problem } from "../description/problem.ts";
import { createSampler } from "./sample-value.ts";

/** A part of a document that needs an example, and what an example of it has to be. */
interface Gap {
  readonly operation: ApiOperation;
  readonly pointer: string;
  readonly schema: ApiSchema;
  readonly direction: Direction;
  /** Of a body: JSON has values of its schema, other kinds are text. */
  readonly kind?: MediaKind;
  readonly what: string;
}

const MADE = "made";

/** A document with all that the tools need and the given one leaves out. */
export interface CompleteDocument {
  readonly document: ApiDocument;
  /** The places that no example can be made for. */
  readonly problems: readonly Problem[];
}

/**
 * The document of a description with all that the tools need and it leaves out: the operations that can be served alone,
 * each with its effect and recovery, and an example wherever the contract suite takes one.
 */
export function completeDocument(api: ApiDescription): CompleteDocument {
  const document = structuredClone(api.document);
  const served = api.operations.filter(({ refusals }) => refusals.length === 0);
  for (const operation of api.operations) {
    if (served.includes(operation)) stateEffect(nodeAt(document, operation.pointer), operation);
    else delete nodeAt(document, operation.pointer.replace(/\/[^/]*$/, ""))[operation.method];
  }
  const sample = createSampler(api);
  const problems: Problem[] = [];
  for (const { operation, pointer, schema, direction, kind, what } of served.flatMap(gapsOf)) {
    const node = nodeAt(document, pointer);
    if (isObject(node.examples)) continue; // Shared with another operation, and filled for that one.
    const value = asSent(kind, () => sample(operation, schema, direction));
    if (value === undefined) problems.push({ ...api.placeOf(pointer), rule: "example", message: noExample(what) });
    else node.examples = { [MADE]: { summary: "Made of the schema", value } };
  }
  return { document, problems };
}

/** A value as a body of this kind has it in an example. */
function asSent(kind: MediaKind | undefined, sample: () => unknown): unknown {
  switch (kind) {
    case "binary":
    case "text":
      return "made";
    case "event-stream":
      return `data: ${JSON.stringify(sample() ?? "made")}\n\n`;
    case "json-lines":
      return `${JSON.stringify(sample() ?? "made")}\n`;
    default:
      return sample();
  }
}

const noExample = (what: string): string =>
  `no example can be made of the schema of ${what}; write one, because the tests of the package need it`;

function stateEffect(node: JsonObject, { effect, effectStated, recovery, recoveryStated, method }: ApiOperation): void {
  if (!effectStated && !["get", "head", "options"].includes(method)) node["x-effect"] = effect;
  if (!recoveryStated && recovery !== undefined) node["x-recovery"] = recovery;
}

/** What the contract suite needs an example of: required parameters, the body, the success, and each error with a body. */
function gapsOf(operation: ApiOperation): readonly Gap[] {
  const { id, parameters, requestBody, responses } = operation;
  const answers = [...responses.filter(isSuccess).slice(0, 1), ...responses.filter(isError)];
  const bodies: readonly (readonly [ApiContent | undefined, Direction, string])[] = [
    [requestBody?.contents[0], "request", `the body of ${id}`],
    ...answers.map(({ contents, status }) => [contents[0], "response", `the response ${status} of ${id}`] as const),
  ];
  const gaps = [
    ...parameters
      .filter(({ required }) => required)
      .map((parameter) => ({ ...parameter, direction: "request", what: `the parameter ${parameter.name}` }) as const),
    ...bodies.flatMap(([content, direction, what]) => (content ? [{ ...content, direction, what }] : [])),
  ];
  return gaps.flatMap(({ examples, schema = {}, ...gap }) =>
    isWritten(examples) ? [] : [{ operation, schema, ...gap }],
  );
}

const isWritten = (examples: readonly ApiExample[]): boolean => examples.length > 0;

function nodeAt(document: ApiDocument, pointer: string): JsonObject {
  let node: unknown = document;
  for (const token of tokensOf(pointer)) node = childOf(node, token);
  if (isObject(node)) return node;
  throw new Error(`the document has nothing at ${pointer}`);
}
