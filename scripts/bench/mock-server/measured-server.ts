import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Told } from "./server.ts";

export type ServerName = "spec-tools mock" | "Prism";

/** A mock in a process of its own. */
export interface MeasuredServer {
  readonly name: ServerName;
  readonly url: string;
  tell(): Promise<Told>;
  stop(): void;
}

export async function startServer(name: ServerName, spec: string): Promise<MeasuredServer> {
  const file = fileURLToPath(new URL("server.ts", import.meta.url));
  const child = fork(file, [name, spec], { execArgv: ["--expose-gc"] });
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`the server ${name} of ${spec} ended with ${code} before it was asked anything`);
  });
  const [url] = await Promise.race([once(child, "message"), died]);
  return {
    name,
    url: String(url),
    async tell() {
      child.send("tell");
      // A server of this folder tells nothing else.
      return (await once(child, "message"))[0];
    },
    stop: () => child.disconnect(),
  };
}
