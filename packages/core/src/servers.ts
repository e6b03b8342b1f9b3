/** Servers that operations have for themselves. Generated code imports what it needs. */
export {
  type FindServer,
  type OwnServers,
  ownServer,
  type ServerOptions,
  type ServerVariable,
} from "./request/own-server.ts";
