/**
 * Imported before the package undici: whichever undici is first in a process makes the dispatcher that Node's own `fetch`
 * uses, and Node's is there from the first `fetch` on. A data URL needs no network.
 */
await fetch("data:,");
