import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { CHROMIUM } from "./atelier.js";
import { startBrowser } from "./chromium.js";

/** Answers a call of the page as the script would; what it throws reaches the page as a failure. */
export type Script = (entree: string, demande: unknown) => unknown;

/** A page of the add-in by itself in a browser, 300 px wide, with a script behind it. */
export interface PageSeule {
  readonly page: Page;
  /** Errors of the page's own code. */
  readonly errors: string[];
  /** How many calls were out at once, at most. */
  readonly most: () => number;
  /** How many calls are out now. */
  readonly out: () => number;
  readonly stop: () => Promise<void>;
}

/** What Google puts in front of a page: calls go out, answers come back as plain data. */
const RUNNER = `
window.google = { script: { host: { close() {}, setHeight() {}, setWidth() {} }, run: runner({}) } };
function runner(handlers) {
  return new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (success) => runner({ ...handlers, success });
    if (name === "withFailureHandler") return (failure) => runner({ ...handlers, failure });
    return (input) => window.calledScript(name, input).then(
      ({ value, error }) => error === undefined ? handlers.success?.(value) : handlers.failure?.(new Error(error)));
  } });
}`;

/**
 * Opens a built page, `Comite.html`, with a script that answers it.
 *
 * @param adresse where it stands; without one the browser keeps nothing for it
 */
export async function openPage(
  file: string,
  script: Script,
  size = { width: 300, height: 800 },
  adresse?: string,
): Promise<PageSeule> {
  const { context, close } = await startBrowser(CHROMIUM ?? "", size);
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, ...(await showPage(page, file, script, adresse)), stop: close };
}

/** Puts a built page into a new page of a browser, with a script that answers it. */
export async function showPage(
  page: Page,
  file: string,
  script: Script,
  adresse?: string,
): Promise<Pick<PageSeule, "errors" | "most" | "out">> {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  let out = 0;
  let most = 0;
  await page.exposeFunction("calledScript", async (name: string, input: unknown) => {
    most = Math.max(most, ++out);
    try {
      return { value: (await script(name, input)) ?? null };
    } catch (error) {
      return { error: String(error) };
    } finally {
      out--;
    }
  });
  const html = await readFile(
    fileURLToPath(new URL(`../../dist/${file}`, import.meta.url)),
    "utf8",
  );
  const body = html.replace("<head>", () => `<head><script>${RUNNER}</script>`);
  if (adresse === undefined) await page.setContent(body);
  else {
    await page.route(adresse, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(adresse);
  }
  return { errors, most: () => most, out: () => out };
}
