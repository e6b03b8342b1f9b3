import type { EndpointFault } from "./fault.ts";

/** Faults on the way to the server. */
export const endpointFaults: readonly EndpointFault[] = [
  { name: "refuse", about: "Nothing listens on the port.", commits: false, endpoint: "closed" },
  { name: "name-not-found", about: "The host's name leads nowhere.", commits: false, endpoint: "nameless" },
  {
    name: "connect-timeout",
    about: "The queue of the listening port is full, so no connection comes about.",
    commits: false,
    slow: true,
    endpoint: "saturated",
  },
  {
    name: "tls-self-signed",
    about: "The certificate is one that nobody vouches for.",
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
