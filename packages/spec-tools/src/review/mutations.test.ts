import { readdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { pointerOf } from "../description/pointer.ts";
import { projectFolder } from "../project/project-folder.ts";
import type { Finding } from "./finding.ts";
import { keysOf } from "./pointer.ts";
import { reachOf } from "./reach.ts";
import { reviewTypes } from "./types.ts";
import { wireFindings } from "./wire.ts";
import { listAt, recordAt, valueAt } from "./wire-changes/document-values.ts";

/** Descriptions of this repository, and those of a folder that API_CORPUS names. */
const files = [
  ...(await readdir(join(projectFolder(), "specs/review/corpus/specs"))).map((file) =>
    join(projectFolder(), "specs/review/corpus/specs", file),
  ),
  ...(process.env.API_CORPUS === undefined
    ? []
    : (await readdir(process.env.API_CORPUS)).map((file) => join(process.env.API_CORPUS ?? "", file))),
];

/** A property that some operation sends or receives as one plain type. */
interface Target {
  readonly pointer: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** The properties of named schemas that travel, at any depth that needs no reference. */
function targetsIn(api: ApiDescription): readonly Target[] {
  const reach = reachOf(api);
  const found: Target[] = [];
  // The type of a field that tells forms apart is its values, whatever its schema says.
  const telling = new Set(
    [...JSON.stringify(api.document).matchAll(/"propertyName":"([^"]+)"/g)].map(([, name]) => name),
  );
  const visit = (schema: Readonly<Record<string, unknown>>, pointer: string): void => {
    // An object that loses its only field becomes a map, which is a change of the object.
    if (Object.keys(recordAt(schema.properties)).length < 2) return;
    for (const [name, value] of Object.entries(recordAt(schema.properties))) {
      if (telling.has(name)) continue;
      const inner = recordAt(value);
      const at = `${pointer}${pointerOf(["properties", name])}`;
      const plain = ["string", "integer", "boolean"].includes(String(inner.type)) && inner.enum === undefined;
      if (plain && inner.const === undefined && inner.readOnly !== true && inner.writeOnly !== true) {
        found.push({ pointer: at, schema: inner });
      } else visit(inner, at);
    }
  };
  for (const { schema, pointer } of api.schemas.values()) {
    if (reach(pointer).operations.size > 0) visit(recordAt(schema), pointer);
  }
  return found;
}

const MUTATIONS: Readonly<Record<string, (target: Target, parent: Record<string, unknown>, name: string) => void>> = {
  "another type": ({ schema }, parent, name) => {
    parent[name] = { type: schema.type === "boolean" ? "string" : "boolean" };
  },
  "no such field": (_, parent, name) => {
    delete parent[name];
  },
};

/** The document after one mutation, as text. */
function mutated(api: ApiDescription, target: Target, mutation: string): string {
  const document = structuredClone(api.document);
  const keys = keysOf(target.pointer);
  const name = keys.at(-1) ?? "";
  const parent = valueAt(document, pointerOf(keys.slice(0, -1)));
  const owner = valueAt(document, pointerOf(keys.slice(0, -2)));
  if (typeof parent !== "object" || parent === null) throw new Error(`${target.pointer} is not there`);
  MUTATIONS[mutation]?.(target, parent as Record<string, unknown>, name);
  if (mutation === "no such field" && typeof owner === "object" && owner !== null && "required" in owner) {
    Reflect.set(
      owner,
      "required",
      listAt(owner.required).filter((one) => one !== name),
    );
  }
  return JSON.stringify(document);
}

/** At the field; or where it is one of several forms of a value, at those: which form became which, nobody can say. */
function isThere(finding: Finding, target: Target): boolean {
  const at = finding.place?.pointer ?? "";
  return (
    at.startsWith(target.pointer) ||
    /\/(?:oneOf|anyOf)(?:\/\d+)?$/.test(at) ||
    finding.rule.endsWith("schema-replaced") ||
    finding.rule === "type-replaced"
  );
}

describe.each(files)("%s", (file) => {
  test("a mutation at a known place yields findings at that place and nowhere else", async () => {
    const read = await describeFile(file);
    const api = await describeText("api.json", JSON.stringify(read.document));
    const targets = targetsIn(api);
    if (targets.length === 0) return expect(read.operations.length).toBeLessThan(20);
    const picks = fc.sample(fc.tuple(fc.nat(targets.length - 1), fc.constantFrom(...Object.keys(MUTATIONS))), {
      seed: 12,
      numRuns: 6,
    });
    for (const [index, mutation] of picks) {
      const target = targets[index];
      if (target === undefined) continue;
      const after = await describeText("api.json", mutated(api, target, mutation));
      const { findings, problems } = await reviewTypes(api, after);
      const wire = wireFindings(api, after);
      const where = `${mutation} at ${target.pointer}`;
      const told = [...wire, ...findings].map(({ axis, rule, place }) => `${axis} ${rule} ${place?.pointer}`);
      expect(
        wire.some(({ severity }) => severity === "breaking"),
        `${where}: ${told.join("; ")}`,
      ).toBe(true);
      if (problems.length === 0) {
        expect(
          findings.some(({ severity }) => severity === "breaking"),
          `${where}: ${told.join("; ")}`,
        ).toBe(true);
      }
      const elsewhere = [...wire, ...findings].filter((finding) => !isThere(finding, target));
      expect(
        elsewhere.map(({ axis, rule, place }) => `${axis} ${rule} ${place?.pointer}`),
        where,
      ).toEqual([]);
    }
    return undefined;
  });
});
