import { getEventListeners, once } from "node:events";
import { createSecureServer } from "node:http2";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { generate } from "selfsigned";
import { Agent, Client } from "undici";
import { describe, expect, it, vi } from "vitest";
import { after, ended, serving, thing } from "./serving.fixture.ts";
import { undiciFetch } from "./undici-fetch.ts";

function agentWith(options: Agent.Options = {}): Agent {
  const agent = new Agent(options);
  after(() => agent.destroy());
  return agent;
}

describe("a request that waits for a connection", () => {
  /** An agent whose only connection is taken until it is let go. */
  async function busy() {
    const held: (() => void)[] = [];
    const { baseUrl, arrivals } = await serving(
      (response) => new Promise<void>((resolve) => held.push(() => resolve(void thing(response)))),
    );
    const fetch = undiciFetch(agentWith({ connections: 1 }));
    const first = ended("create", { baseUrl, fetch });
    await vi.waitFor(() => expect(arrivals).toHaveLength(1));
    return { baseUrl, fetch, arrivals, first, letGo: () => held.splice(0).forEach((end) => void end()) };
  }

  it("was not sent when its time is up, and is not sent later", async () => {
    const { baseUrl, fetch, arrivals, first, letGo } = await busy();
    const { end, outcome } = await ended("create", { baseUrl, fetch, timeout: 50 });
    expect(end).toMatchObject({ name: "TimeoutError", outcome: "not-sent", attempts: 1 });
    expect(outcome).toBe("not-sent");
    letGo();
    expect((await first).end).toEqual({ id: "1" });
    await ended("read", { baseUrl, fetch, timeout: 500 });
    expect(arrivals.map(({ request }) => request.method)).toEqual(["POST", "GET"]);
  });

  it("is sent by the next attempt, even a create", async () => {
    const { baseUrl, fetch, arrivals, letGo } = await busy();
    const options = { baseUrl, fetch, timeout: 1_000, retry: { attempts: 9, minWait: 1, maxWait: 1 } };
    const second = ended("create", options);
    setTimeout(letGo, 1_200);
    await vi.waitFor(() => expect(arrivals).toHaveLength(2), 20_000);
    letGo();
    expect((await second).end).toEqual({ id: "1" });
    expect(arrivals).toHaveLength(2);
  });

  it("was not sent when the caller aborts", async () => {
    const { baseUrl, fetch, arrivals, first, letGo } = await busy();
    const controller = new AbortController();
    const aborted = ended("create", { baseUrl, fetch }, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    expect(await aborted).toMatchObject({ outcome: "not-sent", end: { message: "enough" } });
    letGo();
    await first;
    expect(arrivals).toHaveLength(1);
  });
});

it("says unknown as soon as a connection has taken the request", async () => {
  const { baseUrl, arrivals } = await serving(() => {});
  const { outcome } = await ended("create", { baseUrl, fetch: undiciFetch(agentWith()), timeout: 1_000 });
  expect([outcome, arrivals.length]).toEqual(["unknown", 1]);
});

it("says not-sent of an agent that is closed", async () => {
  const agent = new Agent();
  await agent.close();
  const { end } = await ended("create", { baseUrl: "http://127.0.0.1:2", fetch: undiciFetch(agent) });
  expect(end).toMatchObject({ name: "ConnectionError", outcome: "not-sent" });
});

it("sends no request of a pipeline again when its connection closes", async () => {
  let requests = 0;
  const server = createServer((socket: Socket) =>
    socket.on("data", (bytes) => {
      requests += String(bytes).match(/^GET /gm)?.length ?? 0;
      // The second request follows when the first response has begun; then the connection closes in an orderly way.
      if (requests === 1) socket.write("HTTP/1.1 200 \r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{");
      else socket.end("}");
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new Client(baseUrl, { pipelining: 3 });
  after(() => client.destroy());
  const fetch = undiciFetch(client);
  const calls = await Promise.all([1, 2].map(() => ended("read", { baseUrl, fetch, timeout: 10_000 })));
  expect(requests).toBe(2);
  expect(calls.map(({ outcome }) => outcome)).toEqual(["committed", "unknown"]);
});

it("says unknown of all requests of a session of HTTP/2 that breaks, and sends none again", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  let streams = 0;
  const inner = createSecureServer({ key, cert });
  inner.on("sessionError", () => {}).on("session", (session) => session.on("error", () => {}));
  inner.on("stream", (stream) => {
    stream.on("error", () => {});
    streams++;
    if (streams === 1) return stream.respond({ ":status": 204 }, { endStream: true });
    if (streams === 4) for (const relayed of sockets) relayed.resetAndDestroy();
  });
  inner.listen(0, "127.0.0.1");
  await once(inner, "listening");
  const sockets: Socket[] = [];
  const outer = createServer((socket) => {
    sockets.push(socket.on("error", () => {}));
    const upstream = connect((inner.address() as AddressInfo).port, "127.0.0.1");
    socket.pipe(upstream.on("error", () => {})).pipe(socket);
  });
  outer.listen(0, "127.0.0.1");
  await once(outer, "listening");
  after(() => void outer.close());
  after(() => void inner.close());
  const baseUrl = `https://127.0.0.1:${(outer.address() as AddressInfo).port}`;
  const fetch = undiciFetch(agentWith({ allowH2: true, connections: 1, connect: { ca: cert } }));
  await ended("remove", { baseUrl, fetch });
  const calls = await Promise.all(
    (["create", "rotate", "create"] as const).map((one) => ended(one, { baseUrl, fetch })),
  );
  expect(calls.map(({ outcome }) => outcome)).toEqual(["unknown", "unknown", "unknown"]);
  expect([streams, sockets.length]).toEqual([4, 1]);
});

describe("a body", () => {
  const form = new FormData();
  form.append("name", "n");
  const bodies: readonly (readonly [string, string, RequestInit["body"], object])[] = [
    ["a text", "POST", "ключ", { "content-length": "8" }],
    ["bytes", "PUT", new Uint8Array([65, 66]), { "content-length": "2" }],
    ["a blob", "POST", new Blob(["abc"], { type: "text/csv" }), { "content-length": "3", "content-type": "text/csv" }],
    ["a form", "POST", form, { "content-type": expect.stringMatching(/^multipart\/form-data; boundary=/) }],
    ["none, of a POST", "POST", null, { "content-length": "0" }],
    ["no bytes, of a PUT", "PUT", new Uint8Array(), { "content-length": "0" }],
    ["none, of a DELETE", "DELETE", undefined, { "content-length": undefined, "transfer-encoding": undefined }],
    ["none, of a GET", "GET", undefined, { "content-length": undefined, "transfer-encoding": undefined }],
  ];
  it.each(bodies)("arrives as it is: %s", async (_, method, body, headers) => {
    const { baseUrl, arrivals } = await serving(thing);
    const send = undiciFetch(agentWith());
    const init = {
      method,
      headers: [["x-own", "yes"]] satisfies [string, string][],
      ...(body !== undefined && { body }),
    };
    const response = await send(`${baseUrl}/a?b=c`, init);
    expect(await response.json()).toEqual({ id: "1" });
    const [arrival] = arrivals;
    expect(arrival?.request).toMatchObject({ method, url: "/a?b=c" });
    expect(arrival?.request.headers).toMatchObject({ "x-own": "yes", "accept-encoding": "gzip, deflate" });
    for (const [name, value] of Object.entries(headers)) expect(arrival?.request.headers[name]).toEqual(value);
    const expected = typeof body === "string" ? body : await new Response(body ?? "").text();
    if (body !== form) expect(arrival?.body).toBe(expected);
    else expect(arrival?.body).toMatch(/name="name"\r\n\r\nn\r\n/);
  });
});

it("leaves no listener on a signal, whatever comes of the request", async () => {
  const { baseUrl } = await serving((response, _, index) =>
    index === 1 ? thing(response) : response.socket?.resetAndDestroy(),
  );
  const { signal } = new AbortController();
  const send = undiciFetch(agentWith());
  await (await send(baseUrl, { signal })).text();
  await expect(send(baseUrl, { signal })).rejects.toThrow();
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it.each([[undefined], [{}], ["agent"], [fetch]])("refuses %s in place of a dispatcher", (given) => {
  expect(() => Reflect.apply(undiciFetch, undefined, [given])).toThrow(
    "fetch needs a dispatcher of undici, as in undiciFetch(new Agent())",
  );
});
