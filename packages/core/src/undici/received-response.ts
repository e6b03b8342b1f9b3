import { type ParsedHeaders, ReceivedHeaders } from "./received-headers.ts";

/** What a dispatcher tells of a response. */
interface Received {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: ParsedHeaders;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** The content codings that are asked for, and their names on the web platform. */
const CODINGS: Readonly<Record<string, CompressionFormat>> = { gzip: "gzip", "x-gzip": "gzip", deflate: "deflate" };

/** A response without the cost of the runtime's own, of which one is made only for who reads it in another way than by its stream. */
export class ReceivedResponse implements Response {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly ok: boolean;
  readonly redirected = false;
  readonly type = "default";
  readonly #body: Response["body"];
  #own: Response | undefined;

  constructor({ url, status, statusText, headers, body }: Received) {
    this.url = url;
    this.status = status;
    this.statusText = statusText;
    this.headers = new ReceivedHeaders(headers);
    this.ok = status > 199 && status < 300;
    this.#body = decoded(body, this.headers);
  }

  get body(): Response["body"] {
    return this.#own ? this.#own.body : this.#body;
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
    this.#own ??= new Response(this.#body, {
      status: this.status,
      statusText: this.statusText,
      headers: [...this.headers],
    });
    return this.#own;
  }
}

function decoded(body: Received["body"], headers: Headers): Received["body"] {
  const coding = CODINGS[headers.get("content-encoding")?.toLowerCase() ?? ""];
  if (!coding || headers.get("content-length") === "0") return body;
  return body?.pipeThrough(new DecompressionStream(coding)) ?? null;
}
