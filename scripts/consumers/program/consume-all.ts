/** Where the mock of a provider is reached, and the one credential that it lets in. */
export interface Mock {
  readonly baseUrl: string;
  readonly credential: string;
}

/** One call of a program: what it resolved with, or the error that it was refused with. */
export type Call =
  | { readonly operation: string; readonly result: unknown }
  | { readonly operation: string; readonly error: Refusal };

/** What a program saw of a typed error. */
export interface Refusal {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  readonly outcome: string;
}

/** A provider's part of the program: what `consumer.ts` in its package exports. */
export interface Consumer {
  consume(mock: Mock): Promise<readonly Call[]>;
}

/** The calls of every provider's part, by the provider's name. */
export type CallReport = Readonly<Record<string, readonly Call[]>>;

/** What the program is given. */
export interface ProgramInput {
  /** Lets in to every mock. */
  readonly credential: string;
  /** The URLs of the mocks, where the runtime does not tell them. */
  readonly servers?: Servers;
}

/** URLs of mocks by the provider's name. */
export type Servers = Readonly<Record<string, string>>;

/** Runs the part of every provider; `told` are the servers as the runtime reaches them. */
export async function consumeAll(
  consumers: Readonly<Record<string, Consumer>>,
  { credential, servers = {} }: ProgramInput,
  told: Servers,
): Promise<CallReport> {
  const reports = Object.entries(consumers).map(async ([name, { consume }]) => {
    const baseUrl = servers[name] ?? told[name];
    if (baseUrl === undefined) throw new Error(`no server stands for ${name}`);
    return [name, await consume({ baseUrl, credential })] as const;
  });
  return Object.fromEntries(await Promise.all(reports));
}
