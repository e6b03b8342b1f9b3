import { createQovery, type GitToken, isApiError } from "@git-tokens/qovery";
import { editGitToken } from "@git-tokens/qovery/operations";

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";

/**
 * Uses this package and reports the results. `pnpm test:consumers` compiles and runs this file with the installed package, so
 * it imports nothing else.
 */
export async function consume({ baseUrl, credential }: { readonly baseUrl: string; readonly credential: string }) {
  const qovery = createQovery({ baseUrl, auth: { apiToken: credential } });
  const list = await qovery.listOrganizationGitTokens({ organizationId });
  const [first] = list.results ?? [];
  if (first === undefined) throw new Error("the organization has no git token");

  const edit = {
    organizationId,
    gitTokenId: first.id,
    name: "deploy-bot-eu",
    type: "GITHUB",
    token: "a-secret",
  } as const;
  const edited: GitToken = await editGitToken(qovery, edit);

  const stranger = createQovery({ baseUrl, auth: { jwt: async () => "an-expired-session" } });
  const error: unknown = await stranger.editGitToken(edit).catch((reason: unknown) => reason);
  if (!isApiError(error, editGitToken, 401)) throw new Error("an expired session was not refused", { cause: error });
  const { name, status, body, outcome } = error;

  return [
    { operation: "listOrganizationGitTokens", result: list },
    { operation: "editGitToken", result: edited },
    { operation: "editGitToken", error: { name, status, body, outcome } },
  ];
}
