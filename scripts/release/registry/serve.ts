// The process of the registry. The server runs inside it, and ends when the parent process does.
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** The part of verdaccio that is used here. Its own types exist only after it is installed. */
interface Verdaccio {
  runServer(config: object): Promise<import("node:http").Server>;
}

const [toolSet = "", config = ""] = process.argv.slice(2);
const { runServer }: Verdaccio = createRequire(join(toolSet, "package.json"))("verdaccio");
const server = await runServer(JSON.parse(config));
server.listen(0, "127.0.0.1", () => {
  // The address of a server on a TCP port has this type.
  const { port } = server.address() as AddressInfo;
  process.send?.(port);
});
process.once("disconnect", () => process.exit());
