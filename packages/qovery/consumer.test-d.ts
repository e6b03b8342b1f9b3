/** Statements that must not compile in the program of a user. `pnpm test:consumers` checks them with every compiler. */
import { createQovery, isApiError } from "@git-tokens/qovery";
import { editGitToken } from "@git-tokens/qovery/operations";

const qovery = createQovery({ auth: { apiToken: "x" } });
const edit = { organizationId: "o", gitTokenId: "t", name: "n", type: "GITHUB", token: "s" } as const;

// @ts-expect-error: a field that the service does not know.
qovery.editGitToken({ ...edit, colour: "red" });
// @ts-expect-error: Bitbucket needs its workspace.
editGitToken(qovery, { ...edit, type: "BITBUCKET" });
// @ts-expect-error: two credentials.
createQovery({ auth: { apiToken: "x", jwt: "x" } });

const edited = await qovery.editGitToken(edit);
// @ts-expect-error: a string, and not any.
const name: number = edited.name;
// @ts-expect-error: no response has the secret.
const secret = edited.token;

const error: unknown = new Error("a call failed");
if (isApiError(error, editGitToken, 401)) {
  // @ts-expect-error: the status that was asked for, and not any.
  const status: 403 = error.status;
  // @ts-expect-error: this error has no documented body.
  const message = error.body.message;
  console.log(status, message);
}
console.log(name, secret);
