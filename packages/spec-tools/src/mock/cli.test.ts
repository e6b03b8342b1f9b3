import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { sample } from "../fixtures/sample.ts";
import { providers } from "../project/providers.ts";
import { temporaryFolder } from "../system/temporary-folder.ts";

/** A project with two providers, each with the sample for its spec. */
const { path: project, remove } = await temporaryFolder("mock");
await mkdir(join(project, "specs"));
for (const name of ["notes", "other-notes"]) await writeFile(join(project, "specs", `${name}.yaml`), sample());
afterAll(remove);

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  /** All that it printed before it waits for Ctrl-C. */
  readonly printed: string;
  readonly ended: Promise<Ended>;
}

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Starts the command and waits until it serves, or ends. It is ended with the test. */
async function mock(...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, stderr })));
  const serving = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes("Ctrl-C")) resolve();
    });
  });
  await Promise.race([serving, ended]);
  return { child, printed, ended };
}

const urlsIn = (text: string): readonly string[] => text.match(/^http:\/\/127\.0\.0\.1:\d+(?= )/gm) ?? [];

/** What a shell makes of a line: the status of the answer. */
const status = (curl: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile("sh", ["-c", `${curl} -s -o /dev/null -w '%{http_code}'`], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });

it("serves every spec, and prints for every operation a curl line that works", async () => {
  const { printed, child, ended } = await mock("--port", "0");
  const specs = await Promise.all((await providers(project)).map(({ spec }) => describeFile(spec)));
  const operations = specs.flatMap(({ operations }) => operations);
  expect(urlsIn(printed)).toHaveLength(specs.length);
  for (const { info } of specs) expect(printed).toContain(`  ${info.title}\n`);

  const lines = printed.split("\n").filter((line) => line.startsWith("curl "));
  const names = [...printed.matchAll(/^# (\w+): /gm)].map(([, name]) => name);
  expect(names).toEqual(operations.map(({ id }) => id));
  expect(lines).toHaveLength(operations.length);
  const statuses = await Promise.all(lines.map(status));
  expect(statuses.filter((code) => !/^2\d\d$/.test(code))).toEqual([]);

  child.kill("SIGINT");
  expect(await ended).toEqual({ code: 0, stderr: "" });
  for (const url of urlsIn(printed)) await expect(fetch(url)).rejects.toThrow("fetch failed");
});

it("lets in one credential alone where it is told to", async () => {
  const { printed } = await mock("--port", "0", "--credential", "only-this-one");
  const [line = ""] = printed.split("\n").filter((text) => text.startsWith("curl "));
  expect(await status(line)).toBe("200");
  expect(await status(line.replace("only-this-one", "another-one"))).toBe("401");
});

it("takes one port after the other from --port on, and gives them back at SIGTERM", async () => {
  const first = await freePorts((await providers(project)).length);
  const { printed, child, ended } = await mock("--port", String(first));
  const wanted = (await providers(project)).map((_, index) => `http://127.0.0.1:${first + index}`);
  expect(urlsIn(printed)).toEqual(wanted);
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0 });
  for (const url of wanted) await expect(fetch(url)).rejects.toThrow("fetch failed");
});

it("says where a port is taken, prints nothing and keeps no port", async () => {
  const first = await freePorts(2);
  const other = await listen(first + 1);
  onTestFinished(() => void other.close());
  const { printed, ended } = await mock("--port", String(first));
  expect(await ended).toEqual({
    code: 1,
    stderr: `mock: port ${first + 1} of 127.0.0.1 is taken; choose another one with --port, or leave it to the system with --port 0\n`,
  });
  expect(printed).toBe("");
  await expect(fetch(`http://127.0.0.1:${first}`)).rejects.toThrow("fetch failed");
});

/** Waits for a line that a running command prints. */
const line = ({ child }: Running, wanted: RegExp): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (more: string) => {
        text += more;
        const found = text.split("\n").find((each) => wanted.test(each));
        if (found !== undefined) resolve(found);
      });
    }
  });

it("serves one provider alone, and prints a line for each request", async () => {
  const [place] = await providers(project);
  const api = await describeFile(place?.spec ?? "");
  const started = await mock("--port", "0", "--provider", place?.name ?? "");
  const [url, ...others] = urlsIn(started.printed);
  expect(others).toEqual([]);
  const [operation] = api.operations;
  const logged = line(started, /->/);
  expect(await fetch(url + (operation?.path ?? "")).then(({ status }) => status)).toBe(401);
  expect(await logged).toContain(
    `${operation?.method.toUpperCase()} ${encodeURI(operation?.path ?? "")} -> 401 ${operation?.id}; `,
  );
});

it("names the providers where one does not exist", async () => {
  const { ended } = await mock("--provider", "nobody");
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toContain("no spec for --provider nobody; specs/ has ");
});

it.each(["x", "-1", "65536"])("refuses the port %j", async (port) => {
  const { ended } = await mock(`--port=${port}`);
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`argument '${port}' is invalid. It is a number from 0 to 65535.`);
});

/** The first of so many ports in a row that are free. */
async function freePorts(count: number): Promise<number> {
  const servers = [await listen(0)];
  const [first = 0] = servers.map(portOf);
  try {
    for (let port = first + 1; port < first + count; port += 1) servers.push(await listen(port));
  } catch {
    return freePorts(count); // One of them is taken, so look elsewhere.
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }
  return first;
}

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(port, "127.0.0.1", () => resolve(server));
  });

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
