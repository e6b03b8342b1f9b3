import { type Exchange, echoed, refusal } from "../server/exchange.ts";
import type { ReplyFault } from "./fault.ts";

/** A redirect whose target path may repeat the request. */
const redirect = (status: number, location: (exchange: Exchange) => string) => (exchange: Exchange) =>
  refusal(exchange, status, { location: location(exchange) });

const echoPath = ({ request, script }: Exchange): string =>
  script.echo ? encodeURI(`/${echoed(request).join("/")}?echo=${echoed(request).join("&")}`) : "/taken";

/** Redirects. */
export const redirectFaults: readonly ReplyFault[] = [
  ...[301, 302, 303, 307, 308].map(
    (status): ReplyFault => ({
      name: String(status),
      about: `Status ${status} to another origin.`,
      commits: false,
      reply: redirect(status, (exchange) => exchange.elsewhere + echoPath(exchange)),
    }),
  ),
  {
    name: "307-same-origin",
    about: "Status 307 to another path of the same origin.",
    commits: false,
    reply: redirect(307, echoPath),
  },
  {
    name: "307-echoing-host",
    about: "Status 307 to a host whose name repeats the credential.",
    commits: false,
    reply: redirect(307, ({ request, script }) => `https://${script.echo ? echoed(request)[0] : "host"}.invalid/`),
  },
  {
    name: "307-malformed",
    about: "Status 307 to something that is not a URL.",
    commits: false,
    reply: redirect(307, () => "http://[no"),
  },
  {
    name: "307-nowhere",
    about: "Status 307 without a Location.",
    commits: false,
    reply: (exchange) => refusal(exchange, 307),
  },
  {
    name: "304",
    about: "Status 304, although the request had no condition.",
    commits: false,
    reply: (exchange) => refusal(exchange, 304),
  },
];
