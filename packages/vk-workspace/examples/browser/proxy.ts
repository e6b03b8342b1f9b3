/**
 * Serves the page, and passes what it asks for on to VK WorkSpace with the credential that the page must not have.
 *
 *     VK_WORKSPACE_TOKEN=… VK_WORKSPACE_URL=https://projects.example.com PORT=8080 node proxy.ts
 *
 * Whoever reaches it may do what it allows, so it listens on this machine alone, and lets through what the page needs and
 * nothing more. In production your sign-in stands in front of it.
 */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { env, exit } from "node:process";

const ALLOWED = [/^GET \/cwm\/public\/api\/v1\/workspaces\/[\w-]+\/git-integration-tokens$/];
const FILES: Readonly<Record<string, string>> = { "/page.html": "text/html", "/page.js": "text/javascript" };

const ADDRESS = /^(https:\/\/[^/?#@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(\/[^?#]*)?$/;

const { VK_WORKSPACE_TOKEN: credential = "", VK_WORKSPACE_URL: address = "" } = env;
// `fetch` refuses a credential with a line break in words that show it.
if (!/^[!-~]+$/.test(credential)) refuse("VK_WORKSPACE_TOKEN must be set, to visible ASCII without blanks");
if (!ADDRESS.test(address))
  refuse("VK_WORKSPACE_URL must be set, like https://projects.example.com; http is for this machine");
const service = address.replace(/\/+$/, "");

function refuse(why: string): never {
  console.error(why);
  exit(1);
}

async function forward(method: string, path: string, response: ServerResponse): Promise<void> {
  if (!ALLOWED.some((pattern) => pattern.test(`${method} ${path}`))) return void response.writeHead(403).end();
  const headers = { accept: "application/json", authorization: `PrivateToken ${credential}` };
  const answer = await fetch(service + path, {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  // A wait that the service asks for reaches the page, and so does the type that tells JSON from a page of HTML.
  const passed = ["content-type", "retry-after", "x-request-id"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  // The whole body first: once a head is sent, an answer that breaks off can no longer be told by its status.
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, Object.fromEntries(passed)).end(body);
}

const server = createServer(async ({ method = "", url = "", headers }, response) => {
  const file = url === "/" ? "/page.html" : url;
  try {
    // A page of another site that reaches this machine comes with another host name.
    if (headers.host !== `127.0.0.1:${port()}`) response.writeHead(403).end();
    else if (url.startsWith("/vk/")) await forward(method, url.slice("/vk".length), response);
    else if (FILES[file]) {
      const text = await readFile(new URL(`.${file}`, import.meta.url));
      response.writeHead(200, { "content-type": `${FILES[file]}; charset=utf-8` }).end(text);
    } else response.writeHead(404).end();
  } catch (error) {
    // A message may hold what was sent; a name does not.
    console.error(`${method} ${file}: ${error instanceof Error ? error.name : "failed"}`);
    response.writeHead(502).end();
  }
});

function port(): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

server.listen(Number(env.PORT ?? 8080), "127.0.0.1", () => console.log(`http://127.0.0.1:${port()}/`));
