/** What every way sends and receives, so that nothing differs but the way. */
export const ID = "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64";
export const FIELDS = { name: "deploy-bot", type: "GITHUB", token: "example-secret" };
export const AUTHORIZATION = "Token benchmark";
export const HEADERS = { accept: "application/json", authorization: AUTHORIZATION };
export const JSON_HEADERS = { ...HEADERS, "content-type": "application/json" };

/** The small answer. */
export const THING = {
  id: ID,
  created_at: "2026-03-02T09:15:27.410Z",
  name: "deploy-bot",
  type: "GITHUB",
  associated_services_count: 2,
  git_api_url: "https://api.example.com",
};
/** The answer of a megabyte. */
export const THINGS = {
  results: Array.from({ length: Math.ceil(2 ** 20 / JSON.stringify(THING).length) }, () => THING),
};

/** The requests that every way sends: a small answer, a body and a small answer, an answer of a megabyte. */
export interface Calls {
  readonly get: () => Promise<unknown>;
  readonly put: () => Promise<unknown>;
  readonly big: () => Promise<unknown>;
}

export type Kind = keyof Calls;

/** Makes the calls to a server at an address. */
export type Way = (baseUrl: string) => Calls | Promise<Calls>;
