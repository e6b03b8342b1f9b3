import type { Dispatcher } from "undici";

type Chunk = Uint8Array<ArrayBuffer>;

/** The chunks of a response that wait to be read before its connection pauses; one is 64 kB at most. */
const WAITING = 4;

/** What is read at once; no chunk is the end. */
interface Read {
  readonly value: Chunk | undefined;
}

/** Who waits for the next chunk. */
interface Reader {
  readonly resolve: (read: Read) => void;
  readonly reject: (reason: unknown) => void;
}

/** The body of a response as it arrives, for one reader: a stream of the web costs as much as all the rest of a response. */
export class ReceivedBody {
  readonly #connection: Dispatcher.DispatchController;
  readonly #leave: () => void;
  #chunks: Chunk[] = [];
  #isPaused = false;
  #reader: Reader | undefined;
  /** How it has ended. */
  #end: Promise<Read> | undefined;

  /** @param leave Is called when nobody reads the rest. */
  constructor(connection: Dispatcher.DispatchController, leave: () => void) {
    this.#connection = connection;
    this.#leave = leave;
  }

  add(value: Chunk): void {
    if (this.#reader) {
      this.#reader.resolve({ value });
      this.#reader = undefined;
    } else if (this.#chunks.push(value) >= WAITING) {
      this.#isPaused = true;
      this.#connection.pause();
    }
  }

  close(): void {
    const end: Read = { value: undefined };
    this.#end = Promise.resolve(end);
    this.#reader?.resolve(end);
  }

  /** Breaks it off: what waits is not read either. */
  fail(reason: unknown): void {
    this.#chunks = [];
    this.#end = Promise.reject(reason);
    // Nobody may be left who reads.
    this.#end.catch(() => {});
    this.#reader?.reject(reason);
  }

  getReader(): this {
    return this;
  }

  read(): Promise<Read> {
    const value = this.#chunks.shift();
    if (this.#isPaused) {
      this.#isPaused = false;
      this.#connection.resume();
    }
    if (value) return Promise.resolve({ value });
    if (this.#end) return this.#end;
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
    });
  }

  async cancel(): Promise<void> {
    this.#chunks = [];
    this.#leave();
  }

  /** The same as a stream of the web. */
  stream(): ReadableStream<Chunk> {
    return new ReadableStream(
      {
        pull: async (stream) => {
          const { value } = await this.read();
          if (value) stream.enqueue(value);
          else stream.close();
        },
        cancel: () => this.cancel(),
      },
      // What waits is here.
      { highWaterMark: 0 },
    );
  }
}
