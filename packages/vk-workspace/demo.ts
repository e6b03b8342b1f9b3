import { type Demo, masked, refused } from "@git-tokens/demo/demo";
import { createVkWorkspace, isApiError } from "@git-tokens/vk-workspace";
import { refreshGitIntegrationToken, renameGitIntegrationToken } from "@git-tokens/vk-workspace/operations";

const workspace = "PLATFORM";

/** The steps of this package in `pnpm demo`. */
export const demo: Demo = {
  title: "VK WorkSpace Projects",
  steps({ baseUrl, credential }) {
    const vk = createVkWorkspace({ baseUrl, auth: { privateToken: credential } });
    const stranger = createVkWorkspace({ baseUrl, auth: { privateToken: "a-revoked-token" } });
    let tokenId = "";

    return [
      {
        operation: "listGitIntegrationTokens",
        about: `tokens of ${workspace}`,
        async run() {
          const { tokens } = await vk.listGitIntegrationTokens({ workspace });
          tokenId = tokens[0]?.id ?? "";
          return tokens.map(({ name, type }) => `${name} (${type})`).join(", ");
        },
      },
      {
        operation: "renameGitIntegrationToken",
        about: "a new name, the same secret",
        async run() {
          const { name, changedBy } = await vk.renameGitIntegrationToken({
            workspace,
            tokenId,
            name: "build-agents-moscow",
          });
          return `is now ${name}, changed by ${changedBy?.displayName ?? "nobody"}`;
        },
      },
      {
        operation: "refreshGitIntegrationToken",
        about: "a new secret, shown once",
        async run() {
          const { name, token } = await refreshGitIntegrationToken(vk, { workspace, tokenId });
          return `${name} has the secret ${masked(token)}`;
        },
      },
      {
        operation: "renameGitIntegrationToken",
        about: "with a revoked credential",
        async run() {
          const error = await refused(stranger.renameGitIntegrationToken({ workspace, tokenId, name: "x" }));
          if (!isApiError(error, renameGitIntegrationToken, 401)) throw error;
          return `${error.name} ${error.status}, ${error.outcome}: ${error.body.messages.join(" ")}`;
        },
      },
      {
        operation: "renameGitIntegrationToken",
        about: "without a name, past the types",
        async run() {
          const input = JSON.parse(JSON.stringify({ workspace, tokenId }));
          const error = await refused(vk.renameGitIntegrationToken(input));
          if (!isApiError(error, renameGitIntegrationToken, 400)) throw error;
          return `${error.name} ${error.status}, ${error.outcome}: ${error.body.messages.join(" ")}`;
        },
      },
    ];
  },
};
