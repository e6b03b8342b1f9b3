import { type ApiProblem, createVkWorkspace, type GitIntegrationToken, isApiError } from "@git-tokens/vk-workspace";
import { refreshGitIntegrationToken, renameGitIntegrationToken } from "@git-tokens/vk-workspace/operations";

const workspace = "PLATFORM";

/**
 * Uses this package and reports the results. `pnpm test:consumers` compiles and runs this file with the installed package, so
 * it imports nothing else.
 */
export async function consume({ baseUrl, credential }: { readonly baseUrl: string; readonly credential: string }) {
  const vk = createVkWorkspace({ baseUrl, auth: { privateToken: async () => credential } });
  const list = await vk.listGitIntegrationTokens({ workspace });
  const [first] = list.tokens;
  if (first === undefined) throw new Error("the workspace has no git integration token");

  const rename = { workspace, tokenId: first.id, name: "build-agents-moscow" };
  const renamed: GitIntegrationToken = await vk.renameGitIntegrationToken(rename);
  const refreshed = await refreshGitIntegrationToken(vk, { workspace, tokenId: renamed.id });
  const secret: string = refreshed.token;

  const stranger = createVkWorkspace({ baseUrl, auth: { privateToken: "a-revoked-token" } });
  const error: unknown = await stranger.renameGitIntegrationToken(rename).catch((reason: unknown) => reason);
  if (!isApiError(error, renameGitIntegrationToken, 401))
    throw new Error("a revoked token was not refused", { cause: error });
  const { name, status, outcome } = error;
  const { type, key, messages, payload }: ApiProblem = error.body;

  return [
    { operation: "listGitIntegrationTokens", result: list },
    { operation: "renameGitIntegrationToken", result: renamed },
    { operation: "refreshGitIntegrationToken", result: { ...refreshed, token: secret } },
    {
      operation: "renameGitIntegrationToken",
      error: { name, status, body: { type, key, messages, payload }, outcome },
    },
  ];
}
