/** The address of a provider's mock, and the only credential that it accepts. */
export interface Mock {
  readonly baseUrl: string;
  readonly credential: string;
}

/** One call of a program: the value it resolved with, or the error it threw. */
export type Call =
  | { readonly operation: string; readonly result: unknown }
  | { readonly operation: string; readonly error: Refusal };

/** The fields of a typed error that a program reports. */
export interface Refusal {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  readonly outcome: string;
}

/** A provider's part of the program: the exports of `consumer.ts` in its package. */
export interface Consumer {
  consume(mock: Mock): Promise<readonly Call[]>;
}

/** The calls of every provider, by its name. */
export type CallReport = Readonly<Record<string, readonly Call[]>>;

/** The input of the program. */
export interface ProgramInput {
  /** Every mock accepts it. */
  readonly credential: string;
  /** The URLs of the mocks, unless the runtime provides them. */
  readonly servers?: Servers;
}

/** The URL of each mock, by the provider's name. */
export type Servers = Readonly<Record<string, string>>;

/** Runs the part of every provider; `told` has the servers as the runtime reaches them. */
export async function consumeAll(
  consumers: Readonly<Record<string, Consumer>>,
  { credential, servers = {} }: ProgramInput,
  told: Servers,
): Promise<CallReport> {
  const reports = Object.entries(consumers).map(async ([name, { consume }]) => {
    const baseUrl = servers[name] ?? told[name];
    if (baseUrl === undefined) throw new Error(`there is no server for ${name}`);
    return [name, await consume({ baseUrl, credential })] as const;
  });
  return Object.fromEntries(await Promise.all(reports));
}
