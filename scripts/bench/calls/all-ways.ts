import { serviceClients } from "../services/service-clients.ts";
import { AUTHORIZATION, FIELDS, ID, type Way } from "./sent.ts";
import { WAYS } from "./ways.ts";

/**
 * All ways by their names, with the clients of the services.
 *
 * @param folder Where the generated ones are.
 */
export async function allWays(folder: string): Promise<Readonly<Record<string, Way>>> {
  const clients = Object.entries(await serviceClients(folder)).map(([name, connect]): [string, Way] => [
    name,
    async (baseUrl) => {
      const { get, put, list } = await connect({ baseUrl, authorization: AUTHORIZATION });
      return { get: () => get(ID), put: () => put(ID, FIELDS), big: list };
    },
  ]);
  return { ...WAYS, ...Object.fromEntries(clients) };
}
