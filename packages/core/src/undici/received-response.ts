import { telling } from "../delivery/telling-fetch.ts";
import type { ReceivedBody } from "./received-body.ts";
import { type ParsedHeaders, ReceivedHeaders } from "./received-headers.ts";

/** What a dispatcher tells of a response. */
interface Received {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: ParsedHeaders;
  readonly body: ReceivedBody | undefined;
}

/** The content codings that are asked for, and their names on the web platform. */
const CODINGS: ReadonlyMap<string, CompressionFormat> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
]);

/** A response without the cost of the runtime's own, of which one is made only for who reads it in another way than by its stream. */
export class ReceivedResponse implements Response {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly ok: boolean;
  readonly redirected = false;
  readonly type = "default";
  readonly #received: ReceivedBody | undefined;
  #stream: Response["body"] | undefined;
  #own: Response | undefined;

  constructor({ url, status, statusText, headers, body }: Received) {
    this.url = url;
    this.status = status;
    this.statusText = statusText;
    this.headers = new ReceivedHeaders(headers);
    this.ok = status > 199 && status < 300;
    this.#received = body;
  }

  /** As it arrives, unless it is packed or was asked for as a stream. */
  get [telling](): ReceivedBody | undefined {
    return this.#stream === undefined && !this.#coding ? this.#received : undefined;
  }

  get body(): Response["body"] {
    if (this.#own) return this.#own.body;
    this.#stream ??= this.#decoded;
    return this.#stream;
  }

  get bodyUsed(): boolean {
    return this.#whole.bodyUsed;
  }

  clone(): Response {
    return this.#whole.clone();
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#whole.arrayBuffer();
  }

  blob(): Promise<Blob> {
    return this.#whole.blob();
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#whole.bytes();
  }

  formData(): Promise<FormData> {
    return this.#whole.formData();
  }

  json(): Promise<unknown> {
    return this.#whole.json();
  }

  text(): Promise<string> {
    return this.#whole.text();
  }

  get #whole(): Response {
    this.#own ??= new Response(this.body, {
      status: this.status,
      statusText: this.statusText,
      headers: [...this.headers],
    });
    return this.#own;
  }

  get #coding(): CompressionFormat | undefined {
    const coding = CODINGS.get(this.headers.get("content-encoding")?.toLowerCase() ?? "");
    return this.headers.get("content-length") === "0" ? undefined : coding;
  }

  get #decoded(): Response["body"] {
    const stream = this.#received?.stream() ?? null;
    const coding = this.#coding;
    return coding ? (stream?.pipeThrough(new DecompressionStream(coding)) ?? null) : stream;
  }
}
