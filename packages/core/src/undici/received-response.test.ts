import { deflateSync, gzipSync } from "node:zlib";
import { Agent } from "undici";
import { expect, it, vi } from "vitest";
import { after, ended, serving, thing } from "./serving.fixture.ts";
import { undiciFetch } from "./undici-fetch.ts";

function sending(): ReturnType<typeof undiciFetch> {
  const agent = new Agent();
  after(() => agent.destroy());
  return undiciFetch(agent);
}

it.each([
  ["gzip", gzipSync('{"id":"1"}')],
  ["deflate", deflateSync('{"id":"1"}')],
] as const)("unpacks %s", async (coding, bytes) => {
  const headers = { "content-type": "application/json", "content-encoding": coding };
  const { baseUrl } = await serving((response) => response.writeHead(200, headers).end(bytes));
  expect((await ended("read", { baseUrl, fetch: sending() })).end).toEqual({ id: "1" });
});

it("unpacks no more than it may: a few bytes that become many are too large", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));
  const { baseUrl } = await serving((response) => response.writeHead(200, headers).end(bomb));
  const { end } = await ended("read", { baseUrl, fetch: sending(), maxBodySize: 2 ** 20 });
  expect(end).toMatchObject({ name: "ResponseError", fault: "too-large" });
});

it("takes the name of no coding for one", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "constructor" };
  const { baseUrl } = await serving((response) => response.writeHead(200, headers).end('{"id":"1"}'));
  expect((await ended("read", { baseUrl, fetch: sending() })).end).toEqual({ id: "1" });
});

it("reads what arrives faster than it is read, and what arrives later", async () => {
  const name = "n".repeat(2 ** 20);
  const { baseUrl } = await serving((response) => {
    response.setHeader("content-type", "application/json").write(`{"name":"${name}`);
    setTimeout(() => response.end(`${name}"}`), 50);
  });
  expect((await ended("read", { baseUrl, fetch: sending() })).end).toEqual({ name: name + name });
});

it.each([
  ["its stream is read by somebody else", ({ body }: Response): unknown => void body?.getReader(), { fault: "cut" }],
  [
    "it was asked for its stream",
    ({ body }: Response): unknown => expect(body).toBeInstanceOf(ReadableStream),
    { id: "1" },
  ],
  ["a clone of it was read", (response: Response): unknown => response.clone().text(), { id: "1" }],
] as const)("keeps to the rules of a body where %s", async (_, touch, expected) => {
  const { baseUrl } = await serving(thing);
  const send = sending();
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await send(url, init);
    await touch(response);
    return response;
  };
  expect((await ended("read", { baseUrl, fetch })).end).toMatchObject(expected);
});

it("is what fetch gives, in every way to read it", async () => {
  const { baseUrl } = await serving((response) => {
    response.setHeader("set-cookie", ["a=1", "b=2"]).setHeader("x-one", "1");
    thing(response);
  });
  const send = sending();
  const [own, other] = await Promise.all([send(baseUrl, {}), fetch(baseUrl)]);
  const { status, statusText, ok, redirected } = other;
  expect(own).toMatchObject({ status, statusText, ok, redirected, url: baseUrl });
  expect(own.headers.getSetCookie()).toEqual(other.headers.getSetCookie());
  expect(await own.clone().text()).toBe(await other.clone().text());
  expect([own.bodyUsed, await own.json(), own.bodyUsed]).toEqual([false, { id: "1" }, true]);
  const ways = [
    async () => (await send(baseUrl, {})).text(),
    async () => new TextDecoder().decode(await (await send(baseUrl, {})).arrayBuffer()),
    async () => new TextDecoder().decode(await (await send(baseUrl, {})).bytes()),
    async () => (await (await send(baseUrl, {})).blob()).text(),
  ];
  for (const way of ways) expect(await way()).toBe('{"id":"1"}');
});

it("lets the server wait while nobody reads", async () => {
  const chunk = Buffer.alloc(2 ** 16);
  let written = 0;
  const { baseUrl } = await serving((response) => {
    const write = (): void => {
      while (written < 64 * 2 ** 20) {
        written += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", write);
      }
      response.end();
    };
    write();
  });
  const response = await sending()(baseUrl, {});
  let before = -1;
  await vi.waitFor(
    () => {
      const now = written;
      const isStill = now === before;
      before = now;
      expect(isStill).toBe(true);
    },
    { interval: 200, timeout: 20_000 },
  );
  expect(written).toBeLessThan(40 * 2 ** 20);
  let read = 0;
  for await (const part of response.body ?? []) read += part.length;
  expect(read).toBe(64 * 2 ** 20);
});

it("closes the connection of what is not read to its end", async () => {
  let isClosed = false;
  const { baseUrl } = await serving((response) => {
    response.on("close", () => {
      isClosed = true;
    });
    response.write("a");
  });
  const response = await sending()(baseUrl, {});
  await response.body?.cancel();
  await vi.waitFor(() => expect(isClosed).toBe(true));
});

it("shows no header in letters that are not ASCII", async () => {
  const { baseUrl } = await serving((response) => {
    response.socket?.end(
      "HTTP/1.1 400 \r\nx-echo: made-up-key \u043a\u043b\r\nx-plain: yes\r\ncontent-length: 0\r\n\r\n",
    );
  });
  const { end } = await ended("read", { baseUrl, fetch: sending() });
  expect(end).toMatchObject({ name: "ApiError", headers: { "x-plain": "yes" } });
  expect(end).not.toHaveProperty("headers.x-echo");
});

it("has headers that do what those of the runtime do", async () => {
  const { baseUrl } = await serving((response) => {
    response.setHeader("set-cookie", ["a=1", "b=2"]).setHeader("X-One", "1").setHeader("x-two", "2");
    thing(response);
  });
  const [{ headers: own }, { headers: theirs }] = await Promise.all([sending()(baseUrl, {}), fetch(baseUrl)]);
  // Those of fetch cannot be changed.
  const other = new Headers(theirs);
  const listed = (headers: Headers): readonly string[] => {
    const found: string[] = [];
    headers.forEach((value, name) => void found.push(`${name}: ${value}`));
    return found.filter((line) => !line.startsWith("date:"));
  };
  expect([own.get("X-ONE"), own.has("x-two"), own.get("none"), own.get("constructor")]).toEqual([
    "1",
    true,
    null,
    null,
  ]);
  expect(own.get("set-cookie")).toBe(other.get("set-cookie"));
  expect(listed(own)).toEqual(listed(other));
  expect([...own.keys()]).toEqual([...other.keys()]);
  for (const headers of [own, other]) {
    headers.append("x-one", "more");
    headers.set("x-two", "3");
    headers.delete("set-cookie");
  }
  expect(listed(own)).toEqual(listed(other));
  expect(own.get("x-one")).toBe("1, more");
  expect([...own.values()].length).toBe([...other].length);
});
