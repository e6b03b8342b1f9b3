import { Command, InvalidArgumentError } from "commander";
import { operationsOf } from "../description/operations.ts";
import { readSpec, type Spec } from "../description/read-spec.ts";
import { providers } from "../project/providers.ts";
import { runCli } from "../system/run-cli.ts";
import { curlLine } from "./curl-line.ts";
import { type MockServer, startMock } from "./start-mock.ts";

const program = new Command("mock")
  .description("Serves every spec of specs/ with Prism on 127.0.0.1, each on a port of its own, until Ctrl-C.")
  .option("--port <number>", "the first port; 0 takes free ones", portNumber, 4010)
  .option("--credential <value>", "let in this credential alone; any by default")
  .action(serve);

const running: MockServer[] = [];
let stopped = false;

await runCli(program);

async function serve({ port, credential }: { readonly port: number; readonly credential?: string }): Promise<void> {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    const pages: string[] = [];
    for (const [index, place] of (await providers()).entries()) {
      const spec = await readSpec(place.spec);
      // Ctrl-C may come while the servers are being started.
      if (stopped) break;
      const mock = await startMock(spec, {
        port: port === 0 ? 0 : port + index,
        ...(credential === undefined ? {} : { credentials: [credential] }),
      });
      running.push(mock);
      pages.push(page(spec, mock.url, credential));
    }
    if (stopped) await stop();
    else console.log(`${pages.join("\n")}\nCtrl-C stops the servers.`);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address of a server, and a command for each of its operations. */
function page({ document }: Spec, url: string, credential = "example"): string {
  const commands = operationsOf(document).map(
    (operation) => `# ${operation.id}: ${operation.summary ?? ""}\n${curlLine(document, operation, url, credential)}\n`,
  );
  return `\n${url}  ${document.info.title}\n\n${commands.join("")}`;
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
