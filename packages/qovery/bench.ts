/** What `pnpm bench` measures of this service next to our client. */
import { Agent } from "node:http";
import { Configuration, type GitTokenRequest, OrganizationMainCallsApi } from "qovery-typescript-axios";

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";

interface Options {
  readonly baseUrl: string;
  readonly authorization: string;
}

/** The service's own client. Without an agent it opens a connection for every call; with TLS it is to speak HTTP/2. */
function client({ baseUrl, authorization }: Options) {
  const baseOptions = baseUrl.startsWith("https:") ? { httpVersion: 2 } : { httpAgent: new Agent({ keepAlive: true }) };
  const theirs = new OrganizationMainCallsApi(
    new Configuration({ basePath: baseUrl, apiKey: authorization, baseOptions }),
  );
  return {
    get: async (id: string) => (await theirs.getOrganizationGitToken(organizationId, id)).data,
    put: async (id: string, token: GitTokenRequest) => (await theirs.editGitToken(organizationId, id, token)).data,
    list: async () => (await theirs.listOrganizationGitTokens(organizationId)).data,
    create: async (token: GitTokenRequest) => (await theirs.createGitToken(organizationId, token)).data,
  };
}

export const bench = {
  official: {
    package: "qovery-typescript-axios",
    /** One GET with the package, imported as `client`, at the address BASE. */
    call: `new client.OrganizationMainCallsApi(new client.Configuration({ basePath: BASE })).listOrganizationGitTokens("${organizationId}")`,
    client,
  },
  /** The same calls by the names in our spec, for clients that others generate from it. */
  operations: {
    get: "getOrganizationGitToken",
    put: "editGitToken",
    list: "listOrganizationGitTokens",
    create: "createGitToken",
  },
  path: (id: string) => ({ organizationId, gitTokenId: id }),
};
