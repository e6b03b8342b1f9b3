import { buildPackage } from "./build-package.ts";

// A package builds itself: this runs in its folder.
await buildPackage(process.cwd());
