// The process of the registry: its server is one of another program, and ends when whoever started it does.
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** The part of verdaccio that is used here; its own types are there only once it is installed. */
interface Verdaccio {
  runServer(config: object): Promise<import("node:http").Server>;
}

const [toolSet = "", config = ""] = process.argv.slice(2);
const { runServer }: Verdaccio = createRequire(join(toolSet, "package.json"))("verdaccio");
const server = await runServer(JSON.parse(config));
server.listen(0, "127.0.0.1", () => {
  // A server that listens on a port of TCP has an address of this type.
  const { port } = server.address() as AddressInfo;
  process.send?.(port);
});
process.once("disconnect", () => process.exit());
