import type { EndpointFault } from "./fault.ts";

/** Faults on the way to the server. */
export const endpointFaults: readonly EndpointFault[] = [
  { name: "refuse", about: "Nothing listens on the port.", commits: false, endpoint: "closed" },
  { name: "name-not-found", about: "The host name does not exist.", commits: false, endpoint: "nameless" },
  {
    name: "connect-timeout",
    about: "The queue of the listening port is full, so no connection is made.",
    commits: false,
    slow: true,
    endpoint: "saturated",
  },
  {
    name: "all-addresses-refused",
    about: "The host has two addresses, and nothing listens on either.",
    commits: false,
    nodeOnly: true,
    endpoint: "two-addresses",
  },
  {
    name: "tls-self-signed",
    about: "The certificate is self-signed.",
    commits: false,
    endpoint: "self-signed",
  },
  {
    name: "tls-not-spoken",
    about: "The port behind an https URL does not speak TLS.",
    commits: false,
    endpoint: "no-tls",
  },
  {
    name: "tls-handshake-failure",
    about: "The handshake is refused with the alert handshake_failure.",
    commits: false,
    endpoint: "tls-handshake-failure",
  },
  {
    name: "tls-protocol-version",
    about: "The handshake is refused with the alert protocol_version.",
    commits: false,
    endpoint: "tls-protocol-version",
  },
  {
    name: "tls-internal-error",
    about: "The handshake is refused with the alert internal_error.",
    commits: false,
    endpoint: "tls-internal-error",
  },
  {
    name: "tls-unrecognized-name",
    about: "The handshake is refused with the alert unrecognized_name.",
    commits: false,
    endpoint: "tls-unrecognized-name",
  },
  {
    name: "tls-closed",
    about: "The connection is closed inside the handshake.",
    commits: false,
    endpoint: "tls-closed",
  },
  {
    name: "reset-before-reading",
    about: "The connection is reset before the server reads a request.",
    commits: false,
    endpoint: "resetting",
  },
  {
    name: "closed-while-idle",
    about: "A connection that was kept alive is closed when the next request arrives on it.",
    commits: false,
    endpoint: "stale",
  },
];
