#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// What a command loads is compiled once per machine: the compiler of TypeScript alone takes a fifth of a second.
enableCompileCache();

interface Subcommand {
  readonly about: string;
  /** Loads it, which runs it: what one needs is not loaded for the others. */
  readonly run: () => Promise<unknown>;
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  codegen: { about: "write a typed client from an API description", run: () => import("./codegen/cli.ts") },
  lint: { about: "check a description against the style guide", run: () => import("./lint/cli.ts") },
  review: { about: "say what a change of a description breaks, and for whom", run: () => import("./review/cli.ts") },
  changelog: {
    about: "write what changed between two versions, for callers",
    run: () => import("./review/changelog-cli.ts"),
  },
  drift: { about: "compare a spec with the service's own description", run: () => import("./drift/cli.ts") },
  mock: { about: "serve a description with Prism; needs Node 24.18", run: () => import("./mock/cli.ts") },
  new: { about: "make the package of a new provider", run: () => import("./project/cli.ts") },
  reference: { about: "build the reference of descriptions as web pages", run: () => import("./reference/cli.ts") },
};

const HELP = `Usage: spec-tools <command> [options]

${Object.entries(SUBCOMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(10)}${about}`)
  .join("\n")}

\`spec-tools <command> --help\` has its options. Exit codes: 0 done, 1 something to do or a wrong input, 2 no such command.`;

const [name = ""] = process.argv.splice(2, 1);
const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
if (subcommand) {
  await subcommand.run();
} else if (["--help", "-h", "help"].includes(name)) {
  console.log(HELP);
} else {
  console.error(`spec-tools: ${name ? `there is no command "${name}"` : "name a command"}\n\n${HELP}`);
  process.exitCode = 2;
}
