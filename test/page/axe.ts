import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Rules of WCAG 2.1: all that the grid, which is not ours, is held to around it. */
export const WCAG: readonly string[] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Every rule that axe has of WCAG 2.1 and of RGAA 4, and what it holds good practice. */
const RULES = [...WCAG, "RGAAv4", "best-practice"];

/**
 * Faults that axe finds on a page, each with the markup at fault.
 *
 * @param context what to look at, as axe takes it; the whole page where left out
 * @param rules tags of the rules
 */
export async function faultsOf(
  page: Page,
  context: object | string = "html",
  rules: readonly string[] = RULES,
): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await readFile(AXE, "utf8"));
  return page.evaluate(
    async ([where, runOnly]) => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
      const { axe } = globalThis as any;
      const { violations } = await axe.run(where, { runOnly });
      return violations.flatMap(
        // biome-ignore lint/suspicious/noExplicitAny: axe's results.
        ({ id, nodes }: any) => nodes.map((node: any) => `${id}: ${node.html}`),
      );
    },
    [context, rules] as const,
  );
}
