import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { chromiumTools } from "./tool-set.ts";

/** The error for a missing browser. */
export const HOW_TO_GET = "there is no Chromium; install it with `apt-get install -y --no-install-recommends chromium`";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The part of playwright-core that is used here. Its own types exist only after it is installed. */
export interface Browser {
  newPage(options?: { readonly viewport: Viewport; readonly colorScheme: "light" | "dark" }): Promise<Page>;
  close(): Promise<void>;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface Page {
  goto(url: string): Promise<unknown>;
  locator(selector: string): Locator;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "crash", listener: () => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  evaluate<T>(script: string): Promise<T>;
  readonly keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}

export interface Locator {
  first(): Locator;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  textContent(): Promise<string | null>;
  count(): Promise<number>;
  isVisible(): Promise<boolean>;
  waitFor(): Promise<void>;
}

/** Where the browser is, by the names that Debian and others give it; undefined if there is none. */
export async function findChromium(): Promise<string | undefined> {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    const { stdout } = await runToEnd("sh", ["-c", 'command -v "$0"', name]);
    if (stdout !== "") return stdout.trim();
  }
  return undefined;
}

/** Starts a browser without a window. */
export async function launch(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET);
  const { chromium }: { chromium: { launch(options: object): Promise<Browser> } } =
    chromiumTools.require("playwright-core");
  // The caller closes it, also after a signal. It ends when this process ends.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: ARGUMENTS, ...signals });
}
