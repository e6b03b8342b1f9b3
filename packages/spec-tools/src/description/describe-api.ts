import { basename } from "node:path";
import type { ApiDescription, ApiDocument, ApiInfo, ApiOperation, ApiSchemas, ApiTag } from "./api-description.ts";
import { type Checked, checkDocument } from "./check/check-document.ts";
import type { CheckedDocument } from "./check/checked-document.ts";
import type { Finding } from "./check/finding.ts";
import { attribute } from "./parts/attribute.ts";
import { webhooksOf } from "./parts/callbacks.ts";
import type { EffectRule } from "./parts/effect.ts";
import { typeNames } from "./parts/names.ts";
import { type Described, findOperations, operationsOf } from "./parts/operations.ts";
import { externalDocsOf, type Scope } from "./parts/scope.ts";
import { securitySchemesOf } from "./parts/security.ts";
import { serversOf } from "./parts/servers.ts";
import type { Place } from "./place.ts";
import { pointerOf, tokensOf } from "./pointer.ts";
import { byPlace, format, type Problem, SpecError } from "./problem.ts";
import { readDocument } from "./read/read-document.ts";
import { checkText, readText, STANDARD_INPUT } from "./read/read-text.ts";
import { createSecretFinder } from "./schemas/secrets-of.ts";
import { originalPlace } from "./upgrade/original-place.ts";
import { UpgradeError, upgradeDocument } from "./upgrade/upgrade-document.ts";

export interface DescribeOptions {
  /** What an operation without `x-effect` counts as: `safe` (the default) takes all but reads for creates. */
  readonly effects?: EffectRule;
  /** Paths of OpenAPI Overlay 1.0 files, applied in this order before anything is described. */
  readonly overlays?: readonly string[];
  /** Whether references to `https:` addresses are followed. Default false. */
  readonly network?: boolean;
}

/**
 * Describes the API of a file.
 *
 * @param file Path of an OpenAPI 3.2, 3.1, 3.0 or Swagger 2.0 document in YAML or JSON; messages name it as it is given.
 * @throws {SpecError} if the file is no API description that can be read. What a readable one holds that cannot be
 *   served is in `problems`, and at its operations.
 */
export async function describeFile(file: string, options: DescribeOptions = {}): Promise<ApiDescription> {
  return describeText(file, await readText(file), options);
}

/**
 * Describes the API of a text, wherever it came from.
 *
 * @param file What messages call it, and what references to other files are relative to.
 * @throws {SpecError} as for {@link describeFile}.
 */
export async function describeText(file: string, text: string, options: DescribeOptions = {}): Promise<ApiDescription> {
  const read = await readDocument(file, checkText(file, text), options.network ?? false);
  const { family, version } = read.stated;
  for (const overlay of options.overlays ?? []) {
    const { applyOverlay } = await import("./overlay/apply-overlay.ts");
    await applyOverlay(read.stated.document, overlay);
  }
  const upgraded = await upgradeDocument(read.stated).catch((reason: unknown) => {
    if (!(reason instanceof UpgradeError)) throw reason;
    throw new SpecError([{ file, line: 1, column: 1, rule: "upgrade", message: reason.message }]);
  });
  const checked = checkDocument(upgraded.document, family === "3.1" || family === "3.2");
  const placeOf = (pointer: string): Place => {
    const tokens = beforeMoves(checked.moves, tokensOf(pointer));
    return read.placeOf(family === "3.1" ? tokens : originalPlace(read.reread(), tokens));
  };
  return {
    name: file === STANDARD_INPUT ? "api" : basename(file).replace(/\.[^.]*$/, ""),
    file,
    text,
    files: read.files,
    version,
    placeOf,
    ...describeDocument(
      { ...checked, findings: [...upgraded.findings, ...checked.findings] },
      options.effects ?? "safe",
      placeOf,
    ),
  };
}

/** Where something was before references made it a component. */
function beforeMoves(moves: Checked["moves"], tokens: readonly string[]): readonly string[] {
  const move = moves.find(({ to }) => to.every((token, index) => tokens[index] === token));
  if (move === undefined) return tokens;
  return beforeMoves(
    moves.filter((other) => other !== move),
    [...move.from, ...tokens.slice(move.to.length)],
  );
}

type DescribedDocument = Omit<ApiDescription, "name" | "file" | "text" | "files" | "version" | "placeOf">;

function describeDocument(
  { document, edges, findings: before }: Checked,
  effects: EffectRule,
  placeOf: (pointer: string) => Place,
): DescribedDocument {
  const findings: Finding[] = [...before];
  const found = findOperations(document);
  const schemas = schemasOf(
    document,
    found.map(({ id }) => id),
  );
  const scope: Scope = {
    document,
    schemas,
    secrets: createSecretFinder(schemas),
    report: (finding) => findings.push(finding),
    memo: { responses: new Map(), headers: new Map(), parameters: new Map() },
  };
  const securitySchemes = securitySchemesOf(scope);
  const operations = operationsOf(scope, found, securitySchemes, effects);
  const info = infoOf(document);
  const servers = serversOf(scope, { value: document.servers, tokens: ["servers"] }) ?? [];
  const webhooks = webhooksOf(scope);
  const problems = attribute(
    findings,
    edges,
    operations.map(({ pointer }) => pointer),
  ).map(({ finding: { tokens, level, rule, message }, operations }) => ({
    problem: { ...placeOf(pointerOf(tokens)), level, rule, message },
    operations,
  }));
  return {
    info,
    servers,
    securitySchemes,
    tags: tagsOf(document),
    externalDocs: externalDocsOf(document.externalDocs),
    operations: withRefusals(operations, problems),
    webhooks,
    schemas,
    problems: distinct(problems.map(({ problem }) => problem)).sort(byPlace),
    document: asDocument(document),
  };
}

/** What the upgrade has copied to several places is at one place in the file. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [format(problem), problem])).values()];
}

interface Placed {
  readonly problem: Problem;
  readonly operations: readonly string[];
}

function withRefusals(operations: readonly Described[], problems: readonly Placed[]): readonly ApiOperation[] {
  const refusals = new Map<string, Problem[]>();
  for (const { problem, operations: touched } of problems) {
    for (const pointer of touched) refusals.set(pointer, [...(refusals.get(pointer) ?? []), problem]);
  }
  return operations.map((operation) => ({
    ...operation,
    refusals: (refusals.get(operation.pointer) ?? []).sort(byPlace),
  }));
}

function schemasOf(document: CheckedDocument, operationIds: readonly string[]): ApiSchemas {
  const all = document.components?.schemas ?? {};
  const types = typeNames(Object.keys(all), operationIds);
  return new Map(
    Object.entries(all).map(([name, schema]) => {
      const pointer = pointerOf(["components", "schemas", name]);
      return [name, { name, typeName: types.get(name) ?? name, schema, pointer }];
    }),
  );
}

const infoOf = ({ info }: CheckedDocument): ApiInfo => ({
  title: info?.title ?? "",
  version: info?.version ?? "",
  summary: info?.summary,
  description: info?.description,
  source: typeof info?.["x-source"] === "string" ? info["x-source"] : undefined,
});

const tagsOf = ({ tags }: CheckedDocument): readonly ApiTag[] =>
  (tags ?? []).flatMap(({ name, description, externalDocs }) =>
    name === undefined ? [] : [{ name, description, externalDocs: externalDocsOf(externalDocs) }],
  );

function asDocument(document: CheckedDocument): ApiDocument {
  return { ...document };
}
