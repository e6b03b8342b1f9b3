import type { AddressInfo, Server } from "node:net";

/** A listening server; closing it also ends its connections. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback interface. */
export async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    // A client that aborts resets its connection, which is not an error of this server.
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A TCP server has an address with a port; the type also covers pipes.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
