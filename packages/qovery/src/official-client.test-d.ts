/** What our types and those of the service's own client agree on. The compiler checks this file; nothing runs it. */
import type {
  GitTokenAssociatedServicesResponseList,
  GitTokenResponse,
  GitTokenResponseList,
  GitTokenRequest as TheirRequest,
} from "qovery-typescript-axios";
import { expectTypeOf } from "vitest";
import type { AssociatedServiceList, GitToken, GitTokenList, GitTokenRequest } from "./index.ts";

// A response that one of the two reads, the other reads as well.
expectTypeOf<GitToken>().toExtend<GitTokenResponse>();
expectTypeOf<GitTokenResponse>().toExtend<GitToken>();
expectTypeOf<GitTokenList>().toExtend<GitTokenResponseList>();
expectTypeOf<GitTokenResponseList>().toExtend<GitTokenList>();
expectTypeOf<AssociatedServiceList>().toExtend<GitTokenAssociatedServicesResponseList>();
expectTypeOf<GitTokenAssociatedServicesResponseList>().toExtend<AssociatedServiceList>();

// Theirs takes every request that ours takes. Ours refuses more: Bitbucket without its workspace.
expectTypeOf<GitTokenRequest>().toExtend<TheirRequest>();
expectTypeOf<TheirRequest>().not.toExtend<GitTokenRequest>();
expectTypeOf<TheirRequest & { type: "BITBUCKET"; workspace: string }>().toExtend<GitTokenRequest>();
expectTypeOf<TheirRequest & { type: "GITHUB" | "GITLAB" }>().toExtend<GitTokenRequest>();
