/** Statements that must not compile in the program of a user. `pnpm test:consumers` checks them with every compiler. */
import { createVkWorkspace, isApiError } from "@git-tokens/vk-workspace";
import { renameGitIntegrationToken } from "@git-tokens/vk-workspace/operations";

const baseUrl = "https://projects.example.com";
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: "x" } });
const rename = { workspace: "KEY", tokenId: "t", name: "n" };

// @ts-expect-error: a field that the service does not know.
vk.renameGitIntegrationToken({ ...rename, colour: "red" });
// @ts-expect-error: the name is missing.
renameGitIntegrationToken(vk, { workspace: "KEY", tokenId: "t" });
// @ts-expect-error: every installation has an address of its own.
createVkWorkspace({ auth: { privateToken: "x" } });

const renamed = await vk.renameGitIntegrationToken(rename);
// @ts-expect-error: a string, and not any.
const name: number = renamed.name;
// @ts-expect-error: a rename issues no secret.
const secret = renamed.token;

const error: unknown = new Error("a call failed");
if (isApiError(error, renameGitIntegrationToken, 400)) {
  // @ts-expect-error: the status that was asked for, and not any.
  const status: 401 = error.status;
  // @ts-expect-error: texts, and not any.
  const messages: number[] = error.body.messages;
  console.log(status, messages);
}
console.log(name, secret);
