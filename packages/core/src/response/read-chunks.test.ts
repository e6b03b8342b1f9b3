import { expect, it, vi } from "vitest";
import { readChunks } from "./read-chunks.ts";

type Chunks = Uint8Array<ArrayBuffer>[];

/** Reads a body: what is made of its chunks, or what kept it from being read. */
const read = (body: Response["body"], limit: number, take: (chunks: Chunks) => unknown): Promise<unknown[]> =>
  readChunks(body, limit, (chunks, _, fault) => (fault ? [undefined, fault] : [take(chunks)]));

const asTheyAre = <T>(chunks: T): T => chunks;
const bodyOf = (text: string) => new Response(text).body;

it("reads a body to its end, and no body as nothing", async () => {
  const [text, fault] = await read(bodyOf("12345"), 5, (chunks) => Buffer.concat(chunks).toString());
  expect([text, fault]).toEqual(["12345", undefined]);
  expect(await read(null, 5, asTheyAre)).toEqual([[]]);
});

it("stops above the limit, and lets go of the body", async () => {
  const cancel = vi.fn();
  const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(4)), cancel });
  expect((await read(endless, 5, asTheyAre))[1]).toBe("too-large");
  expect(cancel).toHaveBeenCalledOnce();
});

it.each([
  ["breaks off", new ReadableStream({ start: (stream) => stream.error(new TypeError("terminated")) })],
  ["is read by somebody else", new ReadableStream({ start: () => {} })],
  ["is no stream of the web", Object.create(null)],
])("tells a body that %s", async (what, body) => {
  if (what.startsWith("is read")) body.getReader();
  expect(await read(body, 5, asTheyAre)).toEqual([undefined, "cut"]);
});

it("tells bytes that cannot be taken", async () => {
  const decode = (chunks: Uint8Array[]) => new TextDecoder("utf-8", { fatal: true }).decode(chunks[0]);
  expect(await read(new Response(new Uint8Array([0xff])).body, 5, decode)).toEqual([undefined, "not-utf8"]);
});
