import type { Failure } from "./attempt.ts";

/** The failure of an attempt that was sent elsewhere: a secret in the request would go there. */
export function refuseRedirect({ body, headers, redirected, status, url }: Response): Failure {
  body?.cancel?.().catch(() => {});
  const target = originOf(redirected ? url : headers.get("location"), url);
  return {
    name: "RedirectError",
    what: `refused to follow a redirect to ${target ?? "another place"}; check baseUrl`,
    // A `fetch` that follows redirects has sent the request to an unknown server, and would do so again.
    final: redirected,
    details: (redact) => ({ status, target: redact(target) }),
  };
}

function originOf(location: string | null, base: string): string | undefined {
  try {
    // A made-up response has no base URL.
    return location ? new URL(location, base || undefined).origin : undefined;
  } catch {
    return undefined;
  }
}
