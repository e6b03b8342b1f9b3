import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../fixtures/compile.ts";
import { folderWith } from "../fixtures/sample.ts";
import { STRICT_USER } from "../fixtures/strict-user.ts";
import { projectFolder } from "../project/project-folder.ts";
import { run } from "../system/run.ts";
import { generateForeign } from "./generate-foreign.ts";

/** A description of every kind of parameter, body, answer and security. */
const SPEC = fileURLToPath(new URL("../fixtures/any-api.yaml", import.meta.url));

interface Recorded {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const ANSWERS: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/actions": ["application/json", '["a"]'],
  "/form": ["text/plain", "whatever"],
  "/text": ["text/csv", "a,b"],
  "/bytes": ["image/png", "bytes"],
  "/patch": ["application/hal+json", '{"a":2}'],
  "/events": ["text/event-stream", 'data: {"a":1}\n\n'],
  "/notes": ["application/problem+json", '{"title":"no s3cret"}'],
};

const recorded: Recorded[] = [];
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  let body = "";
  for await (const chunk of request.setEncoding("latin1")) body += chunk;
  const { method, url = "", headers } = request;
  recorded.push({ method, url, headers, body });

  if (/^\/(parts|several|whole|map|kinds|files|uploads)/.test(url)) return response.writeHead(204).end();
  const [type, answer] = ANSWERS[url] ?? ["application/json", "{}"];
  return response.writeHead(url === "/notes" ? 422 : 200, { "content-type": type }).end(answer);
});
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const PROGRAM = `
import { createClient, isApiError } from "@git-tokens/core";
import * as api from "./operations.gen.ts";
import { type AnyApiOptions, provider } from "./provider.gen.ts";

const options: AnyApiOptions = {
  baseUrl: process.env["BASE_URL"],
  servers: { "https://{region}.example.com": process.env["BASE_URL"] },
  auth: { key: "k1", query: "q&1", user: { username: "me", password: "pa:ss" } },
};
const client = createClient(provider, options);
const said: unknown[] = [];

await api.readStyles(client, {
  plain: "a/b", list: [1, 2], label: "x", matrix: ["s", "m"], commas: ["1", "2"], spaces: ["a", "b"], pipes: ["a", "b"],
  fields: { R: "1" }, deep: { a: 1 }, reserved: "a:/b", json: { a: 1 }, plainInQuery: "q", "X-Trace": "t", lang: "en",
});
said.push(await api.listActions(client));
await api.doAction(client, { q: "1" });
said.push(await api.sendForm(client, { a: "1 2", b: [1, 2] }));
await api.sendParts(client, { file: new Blob(["bytes"]), note: "n" });
const text: string = await api.sendText(client, { body: "a,b" });
const blob: Blob = await api.sendBytes(client, { body: new Uint8Array([1]) });
said.push(text, await blob.text());
const { a } = await api.patch(client, { a: 1 });
said.push(a);
await api.sendSeveral(client, { a: "x" });
await api.sendSeveral(client, { a: "x", contentType: "application/x-www-form-urlencoded" });
await api.sendSeveral(client);
await api.sendKinds(client, { a: "x", contentTypeInQuery: "q", bodyInQuery: "b" });
await api.sendKinds(client, { body: new Blob(["i"], { type: "image/gif" }), contentType: "image/webp" });
await api.sendKinds(client, { body: "a,b", contentType: "text/csv" });
await api.listUploads(client);
await api.upload(client);
await api.putWhole(client, { body: ["a"] });
await api.putMap(client, { id: "1", body: { x: 1 } });
for await (const { data } of await api.watch(client)) said.push(data.a);
const error: unknown = await api.createNote(client, { secret: "s3cret" , title: "t" }).catch((reason: unknown) => reason);
if (!isApiError(error, api.createNote, 422)) throw error;
const title: string = error.body.title;
said.push(title);
await api.getOpen(client);
await api.readBoth(client);
console.log(JSON.stringify(said));

// What the types refuse; never called.
export const refused = async () => {
  // @ts-expect-error: a service gives the id.
  await api.createNote(client, { id: "1", title: "t", secret: "s" });
  // @ts-expect-error: a media type that is not documented.
  await api.sendSeveral(client, { a: "x", contentType: "text/plain" });
  // @ts-expect-error: the fields are those of JSON.
  await api.sendKinds(client, { a: "x", contentType: "text/csv" });
  // @ts-expect-error: no image.
  await api.sendKinds(client, { body: new Blob(), contentType: "video/mp4" });
  // @ts-expect-error: no such region.
  const elsewhere: AnyApiOptions["servers"] = { "https://{region}.example.com": { region: "mars" } };
  // @ts-expect-error: no such server.
  const unknown: AnyApiOptions["servers"] = { "https://other.example.com": "https://example.com" };
  said.push(elsewhere, unknown);
  // @ts-expect-error: a path parameter is missing.
  await api.putMap(client, { body: {} });
  const other: unknown = undefined;
  if (isApiError(other, api.createNote, 503)) {
    const code: number = other.body.code;
    said.push(code);
  }
  const note: api.Note = await api.createNote(client, { title: "t", secret: "s" });
  // @ts-expect-error: no response has the secret.
  return note.secret;
};
`;

/** A folder with the generated code, a program, and our packages. */
async function project(): Promise<string> {
  const { files, notes } = await generateForeign(SPEC, {});
  expect(notes).toBe("");
  const folder = await folderWith({ ...Object.fromEntries(files), "program.ts": PROGRAM });
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(projectFolder(), "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: STRICT_USER, include: ["*.ts"] }));
  return folder;
}

it("makes a client of which the types hold, and which sends what the description says", async () => {
  const folder = await project();
  expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
  const env = { BASE_URL: baseUrl };
  const said = await run(process.execPath, ["--conditions=@git-tokens/source", join(folder, "program.ts")], { env });
  expect(JSON.parse(said)).toEqual([["a"], null, "a,b", "bytes", 2, 1, "no [secret]"]);
  const sent = recorded.map(({ method, url }) => `${method} ${url}`);
  expect(sent).toEqual([
    "GET /styles/a%2Fb/1,2/.x/;matrix=s;matrix=m?commas=1,2&spaces=a%20b&pipes=a%7Cb&R=1&deep%5Ba%5D=1&reserved=a:/b&json=%7B%22a%22%3A1%7D&plain=q",
    "GET /actions",
    "GET /actions?do=it&q=1",
    "POST /form",
    "POST /parts",
    "POST /text",
    "POST /bytes",
    "PATCH /patch",
    "POST /several",
    "POST /several",
    "POST /several",
    "POST /kinds?contentType=q&body=b",
    "POST /kinds",
    "POST /kinds",
    "GET /files/uploads",
    "POST /uploads",
    "PUT /whole",
    "PUT /map/1",
    "GET /events",
    "POST /notes",
    "GET /open",
    "GET /both?api_key=q%261",
  ]);
});

it("sends headers, cookies, bodies and credentials as the description says", () => {
  const [
    styles,
    ,
    ,
    form,
    parts,
    text,
    bytes,
    patch,
    json,
    urlencoded,
    none,
    fields,
    image,
    csv,
    ,
    ,
    whole,
    map,
    events,
    note,
    open,
    both,
  ] = recorded;
  expect(styles?.headers).toMatchObject({ "x-trace": "t", cookie: "lang=en", "x-key": "k1" });
  const bodies = [form, text, patch, json, urlencoded, none, fields, image, csv, whole, map, note].map((request) => [
    request?.headers["content-type"],
    request?.body,
  ]);
  expect(bodies).toEqual([
    ["application/x-www-form-urlencoded", "a=1+2&b=1&b=2"],
    ["text/csv", "a,b"],
    ["application/merge-patch+json", '{"a":1}'],
    ["application/json", '{"a":"x"}'],
    ["application/x-www-form-urlencoded", "a=x"],
    [undefined, ""],
    ["application/json", '{"a":"x"}'],
    ["image/webp", "i"],
    ["text/csv", "a,b"],
    ["application/json", '["a"]'],
    ["application/json", '{"x":1}'],
    ["application/json", '{"secret":"s3cret","title":"t"}'],
  ]);
  expect(parts?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(parts?.body).toMatch(/name="file"; filename="file".*bytes.*name="note".*n/s);
  expect([bytes?.headers["content-type"], bytes?.body]).toEqual(["image/png", "\x01"]);
  expect([patch, events, text].map((request) => request?.headers.accept)).toEqual([
    "application/hal+json",
    "text/event-stream",
    "text/csv",
  ]);
  expect(open?.headers).not.toHaveProperty("x-key");
  expect(both?.headers.authorization).toBe(`Basic ${btoa("me:pa:ss")}`);
});

it("says what is deprecated and where more is written, and lets no text end a comment", async () => {
  const operations = (await generateForeign(SPEC, {})).files.get("operations.gen.ts") ?? "";
  expect(operations).toContain(" * Tags: Reading.\n");
  expect(operations).toContain(" * Server: `/files`, unless the option `servers` names another.\n");
  expect(operations).toContain(" * @throws RedirectError 302: elsewhere\n");
  expect(operations).toContain(" * @deprecated\n");
  expect(operations).toContain(" * @see The manual: https://docs.example.com/notes\n");
  expect(operations).toContain(" * Ends *\\/ a comment, \\@nothing, `open\n");
});
