import { Command, InvalidArgumentError } from "commander";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile } from "../description/describe-api.ts";
import { formatProblems } from "../description/problem.ts";
import { chosenSpecs, type SpecPlace } from "../project/providers.ts";
import { runTool } from "../system/run-tool.ts";
import { UserError } from "../system/user-error.ts";
import { curlLine } from "./curl-line.ts";
import type { Answered, MockServer } from "./start-mock.ts";
import { watchFile } from "./watch-file.ts";

interface Options {
  readonly port: number;
  readonly provider?: string;
  readonly credential?: string;
  readonly watch?: true;
}

const program = new Command("mock")
  .description(
    "Serves every spec of specs/ on 127.0.0.1, each on a port of its own, until Ctrl-C. Prints every request.",
  )
  .argument("[files...]", "any OpenAPI or Swagger files instead of those of specs/")
  .option("--port <number>", "the first port; 0 takes free ones", portNumber, 4010)
  .option("--provider <name>", "one provider of specs/; all by default")
  .option("--credential <value>", "let in this credential alone; any by default")
  .option("--watch", "serve a spec anew when its file changes")
  .action(serve);

const running: Pick<MockServer, "close">[] = [];
let stopped = false;

await runTool(program);

async function serve(files: readonly string[], { port, provider, credential, watch }: Options): Promise<void> {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    const pages: string[] = [];
    const places = await chosen(files, provider);
    // Prism takes a third of a second to load; who asks for help or names no spec does not wait for it.
    const { startMock } = await import("./start-mock.ts");
    for (const [index, place] of places.entries()) {
      const api = await read(place.spec);
      // Ctrl-C may come while the servers are being started.
      if (stopped) break;
      const mock = await startMock(api, {
        port: port === 0 ? 0 : port + index,
        onAnswer: (answered) => console.log(logLine(answered)),
        ...(credential === undefined ? {} : { credentials: [credential] }),
      });
      running.push(mock);
      if (watch) running.push(watchFile(place.spec, () => reload(place.spec, mock)));
      pages.push(page(api, mock.url, credential));
    }
    if (stopped) await stop();
    else console.log(`${pages.join("\n")}\nCtrl-C stops the servers.`);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function chosen(files: readonly string[], provider: string | undefined): Promise<readonly SpecPlace[]> {
  const all = await chosenSpecs(files);
  const wanted = all.filter(({ name }) => provider === undefined || name === provider);
  if (wanted.length > 0) return wanted;
  const names = all.map(({ name }) => name).join(", ") || "none";
  throw new UserError(`no spec for --provider ${provider}; specs/ has ${names}`);
}

/** Describes a spec, and tells what of it cannot be served or is read in another way. */
async function read(file: string): Promise<ApiDescription> {
  const api = await describeFile(file);
  if (api.problems.length > 0) console.error(formatProblems(api.problems));
  return api;
}

/** Serves a changed spec; one with a mistake is told, and the one before it is served on. */
async function reload(file: string, mock: MockServer): Promise<void> {
  try {
    await mock.replaceApi(await read(file));
    console.log(`${file} is served anew at ${mock.url}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`${error.report("mock")}\nmock: ${mock.url} serves ${file} as it was`);
  }
}

/** The address of a server, and a command for each of its operations. */
function page({ info, operations }: ApiDescription, url: string, credential = "example"): string {
  const commands = operations.map(
    (operation) => `# ${operation.id}: ${operation.summary ?? ""}\n${curlLine(operation, url, credential)}\n`,
  );
  return `\n${url}  ${info.title}\n\n${commands.join("")}`;
}

/** A line for each request: `PUT /things/1 -> 400 editThing; body.name: must be string`. */
function logLine({ method, path, status, operation, violations }: Answered): string {
  const found = violations.map(({ field, message }) => `${field}: ${message}`);
  return [`${method} ${path} -> ${status} ${operation ?? "no operation"}`, ...found].join("; ");
}

async function stop(): Promise<void> {
  stopped = true;
  await Promise.all(running.splice(0).map((mock) => mock.close()));
}

function portNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("It is a number from 0 to 65535.");
}
