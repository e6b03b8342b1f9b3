/** A promise of the core, and the least code that could take the place of what keeps it. */
export interface Guarantee {
  readonly name: string;
  /** By file below `packages/core/src`; each has the exports of the file. */
  readonly without: Readonly<Record<string, string>>;
}

/** What a program with one call pays for, the parts that can be told apart. */
export const GUARANTEES: readonly Guarantee[] = [
  {
    name: "no error or event holds a secret",
    without: {
      "response/redact.ts":
        "export const redactor = () => (value) => value; export const redactCause = (thrown) => thrown;",
      "response/find-secrets.ts": "export const findSecrets = () => [];",
      "delivery/redactor-of.ts": "export const redactorOf = () => (value) => value;",
      "response/redact-headers.ts":
        'export const redactHeaders = (headers) => Object.fromEntries(headers); export const requestIdOf = (headers) => headers?.["x-request-id"];',
    },
  },
  {
    name: "retries where they do no harm, `Retry-After`, backoff",
    without: {
      "delivery/send-with-retry.ts": `
        import { errorOf } from "./error-of.ts";
        import { sendOnce } from "./send-once.ts";
        import { timedOut } from "./timed-out.ts";
        import { withTimeout } from "./with-timeout.ts";
        export async function sendWithRetry(progress, prepare) {
          const call = Object.assign(progress, prepare());
          const { timeout, signal } = call.settings;
          const late = () => timedOut("timeout", timeout);
          const attempt = await withTimeout(timeout, signal, (inner) => sendOnce(call, inner), late);
          if ("name" in attempt) throw errorOf(call, attempt);
          return { ...attempt, head: call.head, call };
        }`,
      "delivery/retry-after.ts": "export const parseRetryAfter = () => undefined;",
    },
  },
  {
    name: "functions for credentials, with a shared renewal after a 401",
    without: {
      "delivery/credential-for.ts": 'export const credentialFor = async () => "";',
      "request/renewal.ts": "export const shareRenewals = () => undefined;",
    },
  },
  {
    name: "every option is checked by name and type",
    without: {
      "check-options.ts":
        "export const RETRY_OPTIONS = 0; export const CALL_OPTIONS = 0; export const CLIENT_OPTIONS = 0; export const checkOptions = () => {};",
    },
  },
  {
    name: "limits of time, and aborts",
    without: {
      "delivery/with-timeout.ts":
        "export const LONGEST = 0; export const withTimeout = (time, outer, work) => work(outer); export const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));",
    },
  },
  {
    name: "bodies: a limit of size, charsets, no letter that was not sent",
    without: {
      "response/read-text.ts": "export const readText = async (response, _, __, end) => end(await response.text());",
    },
  },
  {
    name: "a success is what the description says",
    without: {
      "response/parse-body.ts":
        "export const parseBody = (definition, text) => [text && JSON.parse(text)]; export const parseErrorBody = (text) => text;",
    },
  },
  {
    name: "headers are checked, from any form",
    without: {
      "request/headers.ts": "export const mergeHeaders = (below, given) => ({ ...below, ...given });",
    },
  },
  {
    name: "credentials go by https, or stay on this machine",
    without: { "request/base-url.ts": "export const checkBaseUrl = (baseUrl) => baseUrl;" },
  },
  {
    name: "what a failed attempt proves",
    without: {
      "delivery/evidence.ts":
        'export const evidenceOfStatus = () => "unknown"; export const isFinalStatus = () => false; export const isMistake = () => false; export const isPassing = () => false;',
      "delivery/outcome.ts": "export const furtherOutcome = (a, b) => b; export const inDoubt = () => true;",
      "delivery/should-retry.ts":
        "export const shouldRetry = (effect, evidence, left) => left > 0; export const provenBy = (evidence) => evidence;",
    },
  },
  {
    name: "an error tells its call, and what to do",
    without: {
      "errors/git-tokens-error.ts":
        "export class GitTokensError extends Error { constructor(name, what, context, details) { super(what); Object.assign(this, details); } }",
    },
  },
  {
    name: "events, for who listens",
    without: {
      "delivery/report.ts":
        "export const report = () => {}; export const reportAttempt = () => {}; export const reportResponse = () => {};",
    },
  },
  {
    name: "a query of any values, lists and objects",
    without: { "request/query.ts": 'export const serializeQuery = () => "";' },
  },
  {
    name: "a path that stays what the description says",
    without: {
      "request/path-template.ts": "export const cutTemplate = ({ path }) => path.split(/[{}]/);",
    },
  },
  {
    name: "no redirect is followed",
    without: { "delivery/refuse-redirect.ts": 'export const refuseRedirect = () => ({ name: "RedirectError" });' },
  },
  {
    name: "a credential is exactly one, and can be sent",
    without: {
      "request/credential.ts": `
        export const credentialFault = () => undefined;
        export const sourceOf = (provider, auth) => {
          const [[name, given]] = Object.entries(auth);
          return { option: name, ...provider.auth[name], given };
        };
        export const oneCredential = (provider) => (auth) => () => sourceOf(provider, auth);`,
    },
  },
];
