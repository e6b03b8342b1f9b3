import { JSON_TYPE, refusal } from "../server/exchange.ts";
import { head } from "../server/http1-exchange.ts";
import type { Http1Fault, ReplyFault } from "./fault.ts";

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

/** A date such as `Sun Nov  6 08:49:37 1994`, another format of HTTP. */
function asctime(seconds: number): string {
  const [, day, date = "", month, year, time] = inSeconds(seconds).match(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/) ?? [];
  return `${day} ${month} ${date.replace(/^0/, " ")} ${time} ${year}`;
}

/** The forms of `Retry-After`; a date is made when the fault strikes. */
const FORMS: readonly (readonly [form: string, about: string, value: () => string])[] = [
  ["seconds", "asks for one second", () => "1"],
  ["date", "asks for a date two seconds ahead", () => inSeconds(2)],
  ["zero", "asks for zero seconds", () => "0"],
  ["negative", "asks for a negative number of seconds", () => "-1"],
  ["past", "asks for a date that is past", () => inSeconds(-3600)],
  ["asctime", "asks for a date two seconds ahead, as asctime writes it", () => asctime(2)],
  ["fraction", "asks for half a second, which the form does not know", () => "0.5"],
  ["malformed", "asks for something that is neither a number nor a date", () => "soon"],
  ["empty", "asks for nothing", () => ""],
  ["far-date", "asks for a date in the year 2999", () => "Tue, 31 Dec 2999 23:59:59 GMT"],
  ["long", "asks for an hour", () => "3600"],
  ["huge", "asks for more seconds than any timer holds", () => "9".repeat(20)],
  ["endless", "asks for a number of seconds with 400 digits", () => "9".repeat(400)],
];

const SLOW = ["seconds", "date", "asctime"];

const PLACES = [
  [429, false],
  [503, true],
] as const;

/** Temporary rejections, with every form of `Retry-After`. */
export const retryAfterFaults: readonly (ReplyFault | Http1Fault)[] = [
  {
    name: "429",
    about: "Too many requests, without a Retry-After.",
    commits: false,
    reply: (exchange) => refusal(exchange, 429),
  },
  ...PLACES.flatMap(([status, commits]) =>
    FORMS.map(
      ([form, about, value]): ReplyFault => ({
        name: `${status}-${form}`,
        about: `Status ${status}${commits ? ", after the request took effect," : ""} ${about}.`,
        commits,
        ...(SLOW.includes(form) ? { slow: true } : {}),
        reply: (exchange) => refusal(exchange, status, { "retry-after": value() }),
      }),
    ),
  ),
  {
    name: "429-stalled",
    about: "Status 429 asks for one second, and stops inside its body.",
    commits: false,
    hangs: true,
    strike: ({ socket }) =>
      void socket.write(`${head(429, { ...JSON_TYPE, "retry-after": "1", "content-length": 100 })}{"message":`),
  },
];
