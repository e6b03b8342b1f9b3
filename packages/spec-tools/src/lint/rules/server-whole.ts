import type { Rule } from "./rule.ts";

/** The first server is the client's default address; where there is none, the caller has to name one. */
export const serverWhole: Rule = ({ servers, operations }) => [
  ...servers
    .slice(0, 1)
    .filter(({ absolute }) => !absolute)
    .map(({ url, pointer }) => ({
      pointer: `${pointer}/url`,
      message: `the server "${url}" is no whole URL; write one out, or leave servers away and every caller names the host`,
    })),
  ...operations
    .filter(({ ownServers }) => ownServers !== undefined)
    .map(({ id, pointer }) => ({
      pointer: `${pointer}/servers`,
      message: `${id} has servers of its own; a service of ours has one address for all operations, so write the path out`,
    })),
];
