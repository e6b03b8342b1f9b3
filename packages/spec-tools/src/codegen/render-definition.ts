import type { ApiOperation, ApiServer } from "../description/api-description.ts";
import { oneLine } from "./operation-docs.ts";
import { ownServerOf } from "./own-servers.ts";
import { readerCode } from "./render-reader.ts";
import { alternativesCode } from "./render-security.ts";
import { writerCode } from "./render-writer.ts";
import type { Security } from "./security.ts";
import { failures, isBodiless, successes } from "./served-contents.ts";

/** What operations share unless one has its own. */
export interface Common {
  readonly security: Security;
  readonly servers: readonly ApiServer[];
}

/** The definition of an operation as the core reads it at run time, as code. */
export function renderDefinition(operation: ApiOperation, { security, servers }: Common): string {
  const { id, verb, target, effect, recovery, parameters, requestBody } = operation;
  const writer = writerCode(operation);
  const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const server = ownServerOf(operation, servers);
  const answer = answerKinds(operation);
  const errors = failures(operation)
    .filter(({ contents }) => contents.some(({ kind }) => kind === "json"))
    .map(({ status }) => status);
  const members: Record<string, string | undefined> = {
    name: JSON.stringify(id),
    method: JSON.stringify(verb),
    path: JSON.stringify(target.path),
    effect: JSON.stringify(effect),
    recovery: recovery === undefined ? undefined : JSON.stringify(oneLine(recovery)),
    security: ownSecurity(operation, security),
    server: server && `/* @__PURE__ */ $servers.ownServer($own, ${JSON.stringify(server.url)})`,
    query: writer.isBodyOnly ? list(query) : undefined,
    body: requestBody && JSON.stringify(requestBody.required ? "required" : "optional"),
    writer: writer.code,
    reader: readerCode(operation),
    answer: answer.join() === "object" ? undefined : list(answer),
    reveals: list(revealed(operation)),
    errors: list(errors),
  };
  const lines = Object.entries(members).map(([name, value]) => (value === undefined ? "" : `  ${name}: ${value},\n`));
  return `{\n${lines.join("")}}`;
}

/** What the operation needs where most others need something else. */
function ownSecurity(operation: ApiOperation, { common, of, kind }: Security): string | undefined {
  const own = alternativesCode(of(operation));
  return kind === "one" || kind === "none" || own === alternativesCode(common) ? undefined : own;
}

const list = (values: readonly unknown[]): string | undefined =>
  values.length === 0 ? undefined : JSON.stringify(values);

/** The kinds of JSON that a success body may be; `empty` where it may be none. */
function answerKinds(operation: ApiOperation): readonly string[] {
  const kinds = successes(operation).flatMap((response) => {
    if (isBodiless(operation, response) || response.contents.length === 0) return ["empty"];
    return response.contents.filter(({ kind }) => kind === "json").map(({ shape }) => shape);
  });
  return [...new Set(kinds)];
}

/** The secrets that the response has, and no later one. */
const revealed = (operation: ApiOperation): readonly string[] => [
  ...new Set(
    successes(operation).flatMap(({ contents }) =>
      contents.flatMap(({ kind, secrets }) => (kind === "json" ? secrets.revealed : [])),
    ),
  ),
];
