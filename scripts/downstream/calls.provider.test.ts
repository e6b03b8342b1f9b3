import { readdir, readFile } from "node:fs/promises";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "./call.ts";
import { type Seen, type Service, startService } from "./service.ts";
import { subjectsOf } from "./subject.ts";

const subjects = (await Promise.all((await providersUnderTest()).map(subjectsOf))).flat();

describe.each(subjects)("the calls for $name", (subject) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(subject);
  });
  afterAll(() => service.close());

  /** What a right client sees, with something else for one call. */
  const makeCalls = async (change: (call: Call) => Partial<Call> & { readonly seen?: Partial<Seen> }) => {
    const seen: Seen[] = [];
    for (const call of service.calls) {
      const { seen: instead, ...other } = change(call);
      const { operation, path, body, credential } = { ...call, ...other };
      const target = path.reduce((text, [name, value]) => text.replace(`{${name}}`, value), operation.path);
      const response = await fetch(service.url + target, {
        method: operation.method.toUpperCase(),
        headers: { [credential.header]: credential.value, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      seen.push({ name: call.name, status: response.status, body: text === "" ? "" : JSON.parse(text), ...instead });
    }
    return service.judge(seen);
  };

  it("read, write, use every credential, and are refused once", async () => {
    expect(await makeCalls(() => ({}))).toEqual([]);
    const { calls } = service;
    expect(new Set(calls.map(({ credential }) => credential.scheme))).toEqual(
      new Set([...subject.service.securitySchemes.keys()]),
    );
    expect(new Set(calls.map(({ operation }) => operation.id))).toEqual(
      new Set(subject.api.operations.map(({ id }) => id)),
    );
    expect(new Set(calls.map(({ name }) => name)).size).toBe(calls.length);
  });

  it("notice a wrong status, a wrong body, a failure and a call that is missing", async () => {
    const [first, second] = service.calls;
    const at = (call: Call, seen: Partial<Seen>) => (one: Call) => (one === call ? { seen } : {});
    if (first === undefined || second === undefined) throw new Error("there are too few calls");
    expect(await makeCalls(at(first, { status: 418 }))).toEqual([
      expect.stringMatching(new RegExp(`^${first.name} has status 418 in place of 20\\d$`)),
    ]);
    expect(await makeCalls(at(first, { body: { x: 1 } }))).toEqual([`${first.name} gives {"x":1}`]);
    expect(await makeCalls(at(second, { failed: "no" }))).toEqual([`${second.name} failed: no`]);
    expect(await makeCalls(at(second, { name: "other" }))).toEqual([`${second.name} was not called`]);
  });

  it("notice a wrong credential and a wrong body that was sent", async () => {
    const write = service.calls.find(({ body }) => body !== undefined);
    const first = service.calls.find((call) => call !== write);
    const wrong = await makeCalls((one) =>
      one === write ? { body: {} } : one === first ? { credential: { ...one.credential, value: "Wrong x" } } : {},
    );
    expect(wrong.join("\n")).toMatch(/with status 401/);
    expect(wrong.join("\n")).toMatch(/body[.\w]*: /);
  });
});

it("shares no schema with a control", async () => {
  const names = subjects.flatMap(({ api }) => [...api.schemas.keys()]);
  const controls = new URL("controls/", import.meta.url);
  for (const file of await readdir(controls)) {
    const text = await readFile(new URL(file, controls), "utf8");
    expect(names.filter((name) => text.includes(`schemas/${name}"`))).toEqual([]);
  }
});
