/**
 * Connects the process that started a runtime with the program: `host.ts <folder>` reads `task.json` there and
 * writes `report.json`. It runs in Node, Bun and Deno.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit } from "node:process";
import { pathToFileURL } from "node:url";
import type { Program, Report, Task } from "./runtime.ts";

const folder = argv[2] ?? "";
// This folder holds both ends of the exchange.
const { file, input, servers = {} } = JSON.parse(readFileSync(join(folder, "task.json"), "utf8")) as Task;

const report = await run().catch((reason: unknown): Report => ({ thrown: inWords(reason) }));
writeFileSync(join(folder, "report.json"), JSON.stringify(report));
// An unhandled rejection ends the process if it gets the time; an open connection would never end it.
setTimeout(() => exit(0), 20);

async function run(): Promise<Report> {
  const module: { readonly default: Program<unknown> } = await import(pathToFileURL(file).href);
  return { value: await module.default(input, servers) };
}

function inWords(reason: unknown): string {
  return reason instanceof Error ? `${reason.message}\n${reason.stack ?? ""}` : String(reason);
}
