import { describe, expect, it, vi } from "vitest";
import { readText } from "./read-text.ts";

function chunked(...chunks: readonly Uint8Array[]): Response {
  const stream = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(stream);
}

describe("readText", () => {
  it("reads a letter that is split between two chunks", async () => {
    const [first, second] = [new Uint8Array([0x22, 0xd0]), new Uint8Array([0x90, 0x22])];
    expect(await readText(chunked(first, second), 100)).toEqual(['"А"']);
  });

  it("reads no body as an empty text", async () => {
    expect(await readText(new Response(null), 100)).toEqual([""]);
  });

  it("reads up to the limit and not a byte beyond", async () => {
    expect(await readText(new Response("12345"), 5)).toEqual(["12345"]);
    expect(await readText(new Response("123456"), 5)).toEqual(["", "too-large"]);
  });

  it("stops reading a body that has no end", async () => {
    const cancel = vi.fn();
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000)), cancel });
    expect(await readText(new Response(endless), 10_000)).toEqual(["", "too-large"]);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("does not take a byte for a letter that it is not, save in what explains a refusal", async () => {
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    expect(await readText(new Response(bytes), 100)).toEqual(["", "cut"]);
    expect(await readText(new Response(bytes, { status: 502 }), 100)).toEqual(['"\ufffd"']);
  });

  it("lets go of a body that it cannot read to its end", async () => {
    const cancel = vi.fn();
    const pull = (controller: ReadableStreamDefaultController): void => controller.enqueue(new Uint8Array([0xff]));
    expect(await readText(new Response(new ReadableStream({ pull, cancel })), 100)).toEqual(["", "cut"]);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("tells a body that is read by somebody else", async () => {
    const response = new Response("{}");
    response.body?.getReader();
    expect(await readText(response, 100)).toEqual(["", "cut"]);
  });

  it("tells a body that breaks off", async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError("terminated")) });
    expect(await readText(new Response(broken), 100)).toEqual(["", "cut"]);
  });
});
