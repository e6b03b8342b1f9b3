import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { BaseResolver, Source } from "@redocly/openapi-core";
import { SpecError } from "../problem.ts";
import { parseText } from "./parse-text.ts";
import { checkText, readText } from "./read-text.ts";
import { placesOf, type TextPlace } from "./text-places.ts";

type Parsed = ReturnType<BaseResolver["parseDocument"]>;

/** How long an address is waited for, in milliseconds. */
const NETWORK_TIMEOUT = 30_000;

/** The files that references of a document name, each read once. */
export class ReferencedFiles extends BaseResolver {
  readonly #file: string;
  readonly #network: boolean;
  /** What the first file calls itself: `$self` of 3.2. */
  readonly #self: string | undefined;
  readonly #texts = new Map<string, string>();
  readonly #parsed = new Map<string, unknown>();
  readonly #malformed: SpecError[] = [];

  /** @param file The file that refers to the others, as the caller named it. */
  constructor(file: string, text: string, network: boolean, self?: string) {
    super();
    this.#self = self;
    this.#file = file;
    this.#network = network;
    this.#texts.set(resolve(file), text);
  }

  /** What has been read, by path or address, without the first file. */
  get parsed(): ReadonlyMap<string, unknown> {
    return this.#parsed;
  }

  /** What is wrong within the files themselves. */
  get malformed(): readonly SpecError[] {
    return this.#malformed;
  }

  /** What messages call a file: as it is seen from where the caller is. */
  nameOf(path: string): string {
    if (/^https?:/.test(path)) return path;
    return path === resolve(this.#file)
      ? this.#file
      : join(dirname(this.#file), relative(dirname(resolve(this.#file)), path));
  }

  placeIn(path: string, tokens: readonly string[]): TextPlace {
    const text = this.#texts.get(path);
    return text === undefined ? { line: 1, column: 1 } : placesOf(text)(tokens);
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    if (ref !== "" && ref === this.#self) return resolve(this.#file);
    const path = super.resolveExternalRef(base, ref);
    if (/^https?:/.test(path) || existsSync(path)) return path;
    try {
      return super.resolveExternalRef(base, decodeURIComponent(ref));
    } catch {
      return path; // A stray percent sign.
    }
  }

  override async loadExternalRef(path: string): Promise<Source> {
    const text = await this.#load(path);
    this.#texts.set(path, text);
    return new Source(path, text);
  }

  override parseDocument(source: Source): Parsed {
    try {
      const parsed = parseText(this.nameOf(source.absoluteRef), source.body);
      this.#parsed.set(source.absoluteRef, parsed);
      return { source, parsed };
    } catch (error) {
      if (error instanceof SpecError) this.#malformed.push(error);
      throw error;
    }
  }

  async #load(path: string): Promise<string> {
    if (!/^https?:/.test(path)) return plain(() => readText(this.nameOf(path), path));
    if (!this.#network) throw new Error("it is on the network; ask for it with --network, or copy it into a file");
    const response = await fetch(path, { signal: AbortSignal.timeout(NETWORK_TIMEOUT) }).catch((cause: unknown) => {
      const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
      throw new Error(`the address does not answer (${reason})`, { cause });
    });
    if (!response.ok) throw new Error(`the address answers ${response.status}; correct it`);
    const text = await response.text();
    return plain(async () => checkText(path, text));
  }
}

/** The sentence alone, since the place that is told is that of the reference. */
async function plain(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new Error(error.problems[0]?.message ?? error.message, { cause: error });
  }
}
