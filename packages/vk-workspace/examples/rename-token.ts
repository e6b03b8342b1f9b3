/**
 * Renames a token. Its secret does not change, so everything that uses it keeps working.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node rename-token.ts https://projects.example.com KEY TOKEN_ID NEW_NAME
 */
import { argv, env, exit } from "node:process";
import { createVkWorkspace, isApiError } from "@git-tokens/vk-workspace";
import { renameGitIntegrationToken } from "@git-tokens/vk-workspace/operations";

const [baseUrl, workspace, tokenId, name, ...others] = argv.slice(2);
if (!baseUrl || !workspace || !tokenId || !name || others.length > 0) {
  console.error("usage: node rename-token.ts BASE_URL WORKSPACE TOKEN_ID NEW_NAME");
  exit(1);
}
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

try {
  const token = await vk.renameGitIntegrationToken({ workspace, tokenId, name });
  console.log(`${token.id} is now ${token.name}, changed by ${token.changedBy?.displayName ?? "nobody"}`);
} catch (error) {
  // The service gives its reason in words. Every other error has its own message.
  if (!isApiError(error, renameGitIntegrationToken, 400)) throw error;
  console.error(error.body.messages.join(" "));
  exit(1);
}
