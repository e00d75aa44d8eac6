import type { ChoixPropose } from "../../src/rules/scenario.js";

/** How long the page works before it lets the browser breathe, and before it stops by itself. */
const TRANCHE_MS = 15;
const DELAI_MS = 10_000;

/** Lets the browser paint and take clicks. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** How a search ended: to its end, stopped by hand, or by the time allowed. */
export interface Issue {
  readonly choix: ChoixPropose;
  readonly fini: boolean;
}

/**
 * Runs a search by short slices, so that the page stays alive; one that was stopped can be run on.
 *
 * @param arrete whether somebody asked to stop
 * @param montrer told the best choice so far, between slices
 */
export async function mener(
  search: Generator<ChoixPropose, ChoixPropose>,
  arrete: () => boolean,
  montrer: (choix: ChoixPropose) => void,
): Promise<Issue> {
  const begun = performance.now();
  let slice = begun;
  for (;;) {
    const { value: choix, done } = search.next();
    if (done) return { choix, fini: true };
    if (performance.now() - slice < TRANCHE_MS) continue;
    montrer(choix);
    await breathe();
    slice = performance.now();
    if (arrete() || slice - begun > DELAI_MS) return { choix, fini: false };
  }
}
