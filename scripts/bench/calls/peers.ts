/** What a call of each peer looks like: as much of its types as the ways use, since they are installed only by a command. */
export interface Peers {
  readonly undici: {
    readonly request: (url: string, options: object) => Promise<{ readonly body: Body }>;
  };
  readonly "openapi-fetch": { readonly default: (options: object) => Readonly<Record<"GET" | "PUT", SendForData>> };
  readonly ofetch: { readonly ofetch: Send };
  readonly ky: { readonly default: (url: string, options: object) => Body };
  readonly axios: { readonly create: (options: object) => Axios };
  readonly got: { readonly default: { readonly extend: (options: object) => Got } };
  readonly "@octokit/request": { readonly request: { readonly defaults: (options: object) => SendForData } };
  readonly openai: { readonly default: new (options: object) => Sdk };
  readonly cloudflare: { readonly default: new (options: object) => Sdk };
}

/** The client of a service, as much of it as sends a request of any path. */
export interface Sdk {
  readonly get: Send;
  readonly put: Send;
}

type Body = { readonly json: () => Promise<unknown> };
type Send = (url: string, options?: object) => Promise<unknown>;
type SendForData = (url: string, options?: object) => Promise<{ readonly data: unknown }>;
type Axios = { readonly get: SendForData; readonly put: SendForData };
type Got = ((url: string) => Body) & { readonly put: (url: string, options: object) => Body };
