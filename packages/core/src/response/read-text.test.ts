import { describe, expect, it, vi } from "vitest";
import { readText } from "./read-text.ts";

const read = (response: Response, contentType: string, limit: number): Promise<unknown> =>
  readText(response, contentType, limit, (text, fault) => (fault ? [undefined, fault] : [text]));

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
    expect(await read(chunked(first, second), "", 100)).toEqual(['"А"']);
  });

  it("reads no body as an empty text", async () => {
    expect(await read(new Response(null), "", 100)).toEqual([""]);
  });

  it("reads up to the limit and not a byte beyond", async () => {
    expect(await read(new Response("12345"), "", 5)).toEqual(["12345"]);
    expect(await read(new Response("123456"), "", 5)).toEqual([undefined, "too-large"]);
  });

  it("stops reading a body that has no end", async () => {
    const cancel = vi.fn();
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000)), cancel });
    expect(await read(new Response(endless), "", 10_000)).toEqual([undefined, "too-large"]);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("does not take a byte for a letter that it is not, save in what explains a refusal", async () => {
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    expect(await read(new Response(bytes), "", 100)).toEqual([undefined, "not-utf8"]);
    expect(await read(new Response(bytes, { status: 502 }), "", 100)).toEqual(['"\ufffd"']);
  });

  it.each([
    ["text/html; charset=windows-1251", [0xcd, 0xe5, 0xf2], "Нет"],
    ['text/plain; charset="ISO-8859-1"', [0xe9], "é"],
    ["text/plain; charset=nonsense", [0xd0, 0x90], "А"],
  ])("reads what explains a refusal in its own letters: %s", async (type, bytes, text) => {
    const response = new Response(new Uint8Array(bytes), { status: 400 });
    expect(await read(response, type, 100)).toEqual([text]);
    expect(await read(new Response(new Uint8Array([0xff])), type, 100)).toEqual([undefined, "not-utf8"]);
  });

  it("reads a letter that is split at the end as none", async () => {
    expect(await read(chunked(new Uint8Array([0x22]), new Uint8Array([0xd0])), "", 100)).toEqual([
      undefined,
      "not-utf8",
    ]);
  });

  describe("of a fetch whose body is no stream of the web", () => {
    const foreign = (text: () => Promise<string>, ok = true): Response =>
      Object.defineProperties(new Response(), {
        body: { value: { pipe: () => {} } },
        text: { value: text },
        ok: { value: ok },
      });

    it("takes its text where there is no body at all, as on React Native", async () => {
      const response = Object.defineProperty(new Response("{}"), "body", { value: undefined });
      expect(await read(response, "", 100)).toEqual(["{}"]);
    });

    it("takes its text", async () => {
      expect(
        await read(
          foreign(async () => "12345"),
          "",
          5,
        ),
      ).toEqual(["12345"]);
      expect(
        await read(
          foreign(async () => "123456"),
          "",
          5,
        ),
      ).toEqual([undefined, "too-large"]);
    });

    it("does not take a letter that was replaced for the one that was sent", async () => {
      expect(
        await read(
          foreign(async () => "a\ufffd"),
          "",
          5,
        ),
      ).toEqual([undefined, "not-utf8"]);
      expect(
        await read(
          foreign(async () => "a\ufffd", false),
          "",
          5,
        ),
      ).toEqual(["a\ufffd"]);
    });

    it("tells a text that breaks off", async () => {
      expect(
        await read(
          foreign(() => Promise.reject(new Error("premature close"))),
          "",
          5,
        ),
      ).toEqual([undefined, "cut"]);
    });
  });

  it("tells a body that is read by somebody else", async () => {
    const response = new Response("{}");
    response.body?.getReader();
    expect(await read(response, "", 100)).toEqual([undefined, "cut"]);
  });

  it("tells a body that breaks off", async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError("terminated")) });
    expect(await read(new Response(broken), "", 100)).toEqual([undefined, "cut"]);
  });
});
