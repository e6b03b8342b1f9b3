/**
 * Serves the page, and forwards its requests to VK WorkSpace with the credential that the page must not have.
 *
 *     VK_WORKSPACE_TOKEN=… VK_WORKSPACE_URL=https://projects.example.com PORT=8080 node proxy.ts
 *
 * Everybody who reaches it can do what it allows. So it listens only on this machine, and forwards only what the page needs.
 * In production, put your sign-in in front of it.
 */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { env, exit } from "node:process";

const ALLOWED = [/^GET \/cwm\/public\/api\/v1\/workspaces\/[\w-]+\/git-integration-tokens$/];
const FILES: Readonly<Record<string, string>> = { "/page.html": "text/html", "/page.js": "text/javascript" };

const ADDRESS = /^(https:\/\/[^/?#@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(\/[^?#]*)?$/;

const { VK_WORKSPACE_TOKEN: credential = "", VK_WORKSPACE_URL: address = "" } = env;
// The error of `fetch` for a credential with a line break would show it.
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
  const reply = await fetch(service + path, {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  // The page needs `Retry-After`, and the content type that tells JSON from HTML.
  const passed = ["content-type", "retry-after", "x-request-id"].flatMap((name) => {
    const value = reply.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  // Read the whole body first: after the headers are sent, the status can no longer show that the response broke off.
  const body = Buffer.from(await reply.arrayBuffer());
  response.writeHead(reply.status, Object.fromEntries(passed)).end(body);
}

const server = createServer(async ({ method = "", url = "", headers }, response) => {
  const file = url === "/" ? "/page.html" : url;
  try {
    // A request from a page of another site has another host name.
    if (headers.host !== `127.0.0.1:${port()}`) response.writeHead(403).end();
    else if (url.startsWith("/vk/")) await forward(method, url.slice("/vk".length), response);
    else if (FILES[file]) {
      const text = await readFile(new URL(`.${file}`, import.meta.url));
      response.writeHead(200, { "content-type": `${FILES[file]}; charset=utf-8` }).end(text);
    } else response.writeHead(404).end();
  } catch (error) {
    // The message of an error may contain the credential; its name does not.
    console.error(`${method} ${file}: ${error instanceof Error ? error.name : "failed"}`);
    response.writeHead(502).end();
  }
});

function port(): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

server.listen(Number(env.PORT ?? 8080), "127.0.0.1", () => console.log(`http://127.0.0.1:${port()}/`));
