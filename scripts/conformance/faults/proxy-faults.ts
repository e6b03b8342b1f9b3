import { WIRES, wireFacts } from "../server/wire.ts";
import type { EndpointFault } from "./fault.ts";

/** What is asked for a tunnel. What is asked to send a request on may respond like a server, so that its words are those of one. */
const TUNNELS = WIRES.filter((wire) => wireFacts(wire).proxy === "tunnel");

const atProxy = (
  endpoint: EndpointFault["endpoint"],
  about: string,
  more: Partial<EndpointFault> = {},
): EndpointFault => ({
  name: endpoint,
  about,
  commits: false,
  nodeOnly: true,
  endpoint,
  over: TUNNELS,
  ...more,
});

/** Faults of a proxy that is asked for a tunnel. */
export const proxyFaults: readonly EndpointFault[] = [
  atProxy("proxy-refuses-connection", "Nothing listens on the port of the proxy."),
  atProxy("proxy-407", "The proxy refuses the tunnel with 407, because it needs its own credential."),
  atProxy("proxy-403", "The proxy refuses the tunnel with 403."),
  atProxy("proxy-502", "The proxy refuses the tunnel with 502, because it cannot reach the server."),
  atProxy("proxy-closes", "The proxy closes the connection on which it is asked for a tunnel.", {
    hangs: true,
    onNode: "fetch of Node 24 and before asks again and again until the timeout.",
  }),
  atProxy("proxy-resets", "The proxy resets the connection on which it is asked for a tunnel."),
  atProxy("proxy-garbage", "What listens on the port of the proxy does not speak HTTP."),
  atProxy("proxy-stalls", "The proxy never says whether it opens the tunnel.", { hangs: true }),
];
