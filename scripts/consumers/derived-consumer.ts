import { pascalCase } from "@git-tokens/spec-tools/codegen/names";
import { authOf, placesOf, type Way, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiDescription, ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { exampleInput, isError, isSuccess } from "@git-tokens/spec-tools/description/example-input";
import { literal } from "@git-tokens/spec-tools/project/literal";

/** The error that the program of a provider provokes. */
interface Provoked {
  readonly operation: ApiOperation;
  readonly status: number;
  readonly mediaType: string;
  /** Whether it is what another credential leads to; otherwise the mock is asked for it. */
  readonly byCredential: boolean;
}

/** Stands for the credential in code; no JSON has it. */
const CREDENTIAL = "\u0000credential";

/** The part of the program of a provider that has no `consumer.ts` of its own: one result, and one documented error. */
export function derivedConsumer(api: ApiDescription): string {
  const type = pascalCase(api.name);
  const [way] = waysOf(api);
  const operation = shownOperation(api);
  const provoked = provokedError(api, way);
  const imports = [...new Set([operation.id, ...(provoked === undefined ? [] : [provoked.operation.id])])];
  return `\
import { create${type}${provoked === undefined ? "" : ", isApiError"} } from "@git-tokens/${api.name}";
import { ${imports.join(", ")} } from "@git-tokens/${api.name}/operations";

/** Uses this package and reports the results. */
export async function consume({ baseUrl, credential }: { readonly baseUrl: string; readonly credential: string }) {
  const client = create${type}({ baseUrl, auth: ${authCode(way)} });
  const result = await ${operation.id}(client, ${literal(exampleInput(operation))});
${provoked === undefined ? "" : errorCode(type, way, provoked)}\
  return [
    { operation: "${operation.id}", result },
${provoked === undefined ? "" : `    { operation: "${provoked.operation.id}", error: { name, status, body, outcome } },\n`}\
  ];
}
`;
}

/** Its statements that must not compile. */
export function derivedTypeTests(api: ApiDescription): string {
  const type = pascalCase(api.name);
  const operation = shownOperation(api);
  return `\
import { create${type} } from "@git-tokens/${api.name}";
import { ${operation.id} } from "@git-tokens/${api.name}/operations";

// @ts-expect-error: a client has options.
const client = create${type}();
const result = await ${operation.id}(client, ${literal(exampleInput(operation))});
// @ts-expect-error: a result is no symbol, and not any.
const wrong: symbol = result;
console.log(wrong);
`;
}

const hasJson = ({ responses }: ApiOperation): boolean => responses.find(isSuccess)?.contents[0]?.kind === "json";

const isJsonOrNone = ({ requestBody }: ApiOperation): boolean =>
  [undefined, "json", "form"].includes(requestBody?.contents[0]?.kind);

/** An operation with a result that can be compared, and with an input if there is one. */
function shownOperation({ name, operations }: ApiDescription): ApiOperation {
  const found = operations.filter((operation) => hasJson(operation) && isJsonOrNone(operation));
  const [first] = found.length > 0 ? found : operations;
  if (first === undefined) throw new Error(`${name} has no operation`);
  return first;
}

/** A documented error: the one of a wrong credential, or else any that the mock can be asked for. */
function provokedError({ operations }: ApiDescription, way: Way | undefined): Provoked | undefined {
  const found = operations.filter(isJsonOrNone).flatMap((operation) => {
    const guarded = way !== undefined && placesOf(operation, way).length > 0;
    return operation.responses.filter(isError).flatMap(({ status, contents: [content] }) => {
      if (content !== undefined && content.kind !== "json") return [];
      const mediaType = content?.mediaType ?? "application/json";
      return [
        { operation, status, mediaType, byCredential: guarded && status === 401 && mediaType === "application/json" },
      ];
    });
  });
  return found.find(({ byCredential }) => byCredential) ?? found[0];
}

function authCode(way: Way | undefined, credential = "credential"): string {
  const auth = way === undefined ? {} : authOf(way, CREDENTIAL);
  return literal(auth).replaceAll(JSON.stringify(CREDENTIAL), credential);
}

function errorCode(
  type: string,
  way: Way | undefined,
  { operation, status, mediaType, byCredential }: Provoked,
): string {
  const input = literal(exampleInput(operation));
  const caller = byCredential ? "stranger" : "client";
  const stranger = byCredential
    ? `  const stranger = create${type}({ baseUrl, auth: ${authCode(way, '"another-credential"')} });\n`
    : "";
  const options = byCredential
    ? ""
    : `, { retry: false, headers: { prefer: "code=${status}", accept: "${mediaType}" } }`;
  return `\
${stranger}\
  const error: unknown = await ${operation.id}(${caller}, ${input}${options}).then(() => undefined, (reason) => reason);
  if (!isApiError(error, ${operation.id}, ${status})) throw new Error("there was no ${status}", { cause: error });
  const { name, status, body, outcome } = error;
`;
}
