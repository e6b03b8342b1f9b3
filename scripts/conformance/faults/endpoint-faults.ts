import { WIRES, type Wire, wireFacts } from "../server/wire.ts";
import type { EndpointFault } from "./fault.ts";

/** With TLS, so that a proxy only passes it on. */
const SECURE: readonly Wire[] = WIRES.filter((wire) => wireFacts(wire).proxy !== "forward");
const HTTP1: readonly Wire[] = WIRES.filter((wire) => wireFacts(wire).protocol === "h1");

/** Faults on the way to the server. */
export const endpointFaults: readonly EndpointFault[] = [
  { name: "refuse", about: "Nothing listens on the port.", commits: false, endpoint: "closed", over: WIRES },
  {
    name: "name-not-found",
    about: "The host name does not exist.",
    commits: false,
    endpoint: "nameless",
    over: SECURE,
  },
  {
    name: "connect-timeout",
    about: "The queue of the listening port is full, so no connection is made.",
    commits: false,
    slow: true,
    endpoint: "saturated",
    over: WIRES,
  },
  {
    name: "all-addresses-refused",
    about: "The host has two addresses, and nothing listens on either.",
    commits: false,
    nodeOnly: true,
    endpoint: "two-addresses",
    over: ["h1", "h2"],
  },
  {
    name: "tls-self-signed",
    about: "The certificate is self-signed.",
    commits: false,
    endpoint: "self-signed",
    over: SECURE,
  },
  {
    name: "tls-expired",
    about: "The certificate is of an authority that is trusted, but has expired.",
    commits: false,
    nodeOnly: true,
    endpoint: "tls-expired",
    over: SECURE,
  },
  {
    name: "tls-other-host",
    about: "The certificate is of an authority that is trusted, but for another host.",
    commits: false,
    nodeOnly: true,
    endpoint: "tls-other-host",
    over: SECURE,
  },
  {
    name: "tls-client-certificate",
    about:
      "The server asks for a certificate of the client, and says after the handshake that it got none, as newer TLS does.",
    commits: false,
    nodeOnly: true,
    endpoint: "tls-client-certificate",
    over: SECURE,
  },
  {
    name: "tls-client-certificate-in-1-2",
    about: "The server asks for a certificate of the client, and refuses the handshake without one, as older TLS does.",
    commits: false,
    nodeOnly: true,
    endpoint: "tls-client-certificate-1.2",
    over: SECURE,
  },
  {
    name: "tls-not-spoken",
    about: "The port behind an https URL does not speak TLS.",
    commits: false,
    endpoint: "no-tls",
    over: SECURE,
  },
  {
    name: "tls-handshake-failure",
    about: "The handshake is refused with the alert handshake_failure.",
    commits: false,
    endpoint: "tls-handshake-failure",
    over: SECURE,
  },
  {
    name: "tls-protocol-version",
    about: "The handshake is refused with the alert protocol_version.",
    commits: false,
    endpoint: "tls-protocol-version",
    over: SECURE,
  },
  {
    name: "tls-internal-error",
    about: "The handshake is refused with the alert internal_error.",
    commits: false,
    endpoint: "tls-internal-error",
    over: SECURE,
  },
  {
    name: "tls-unrecognized-name",
    about: "The handshake is refused with the alert unrecognized_name.",
    commits: false,
    endpoint: "tls-unrecognized-name",
    over: SECURE,
  },
  {
    name: "tls-closed",
    about: "The connection is closed inside the handshake.",
    commits: false,
    endpoint: "tls-closed",
    over: SECURE,
  },
  {
    name: "reset-before-reading",
    about: "The connection is reset before the server reads a request.",
    commits: false,
    endpoint: "resetting",
    over: HTTP1,
  },
  {
    name: "closed-while-idle",
    about: "A connection that was kept alive is closed when the next request arrives on it.",
    commits: false,
    endpoint: "stale",
    over: HTTP1,
  },
];
