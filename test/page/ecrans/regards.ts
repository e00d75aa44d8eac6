import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Puts axe into the page. */
export async function avecAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(AXE, "utf8"));
}

/** What axe finds: WCAG 2.1 A and AA, contrast among them, and what it labels RGAA 4. */
export function fautesAxe(page: Page): Promise<readonly string[]> {
  return page.evaluate(`axe
    .run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "RGAAv4"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
}

interface Valeur {
  readonly value?: unknown;
}

interface Noeud {
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: Valeur;
  readonly name?: Valeur;
  readonly properties?: readonly { readonly name: string; readonly value: Valeur }[];
}

/** Roles that a person acts on. */
const ACTIFS =
  /^(button|link|textbox|searchbox|combobox|listbox|checkbox|radio|spinbutton|slider|tab|menuitem|switch|DisclosureTriangle|ListBoxSelect|Date|PopUpButton)$/;

/** Roles under which something may take the focus without being acted on: a text that is read, a part that scrolls. */
const LUS =
  /^(RootWebArea|heading|region|dialog|alert|status|group|paragraph|form|navigation|table|main|tabpanel|scrollable|option)$/;

/** What a screen reader would be given without a name or without a role, from Chromium's own tree. */
export async function sansNom(cdp: CDPSession): Promise<readonly string[]> {
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: readonly Noeud[] };
  const found: string[] = [];
  for (const { ignored, role, name, properties = [], backendDOMNodeId } of nodes) {
    if (ignored) continue;
    const kind = String(role?.value ?? "");
    const called = String(name?.value ?? "").trim();
    const focusable = properties.some((p) => p.name === "focusable" && p.value.value === true);
    const fault = ACTIFS.test(kind) ? called === "" : focusable && !LUS.test(kind);
    if (fault) found.push(`${kind} « ${called} » : ${await source(cdp, backendDOMNodeId)}`);
  }
  return found;
}

async function source(cdp: CDPSession, backendNodeId: number | undefined): Promise<string> {
  if (backendNodeId === undefined) return "";
  const { outerHTML } = await cdp.send("DOM.getOuterHTML", { backendNodeId });
  return outerHTML.slice(0, 160);
}

/**
 * What is cut or out of the window: the page wider than it, a text wider than its box that does not scroll.
 * A table may scroll in a part of its own (WCAG 1.4.10).
 */
const DEBORDE = `(() => {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth + 1 ? ["page : " + root.scrollWidth + " > " + root.clientWidth] : [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest(".hors-ecran") || /^(input|select|option)$/.test(element.localName)) continue;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (wide && /hidden|clip/.test(overflowX)) found.push("coupé : " + element.outerHTML.slice(0, 120));
    const box = element.getBoundingClientRect();
    const scrolled = element.closest('[tabindex="0"], [role=region]');
    if (box.right > root.clientWidth + 1 && !scrolled) found.push("hors de la page : " + element.outerHTML.slice(0, 120));
  }
  return found.slice(0, 5);
})()`;

/** The same at a size of the window and of the text; both are put back. */
export async function deborde(
  page: Page,
  { width, texte }: { readonly width: number; readonly texte: number },
): Promise<readonly string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width, height: before.height });
  await page.evaluate(`document.documentElement.style.fontSize = "${texte}%"`);
  const found: readonly string[] = await page.evaluate(DEBORDE);
  await page.evaluate("document.documentElement.style.fontSize = ''");
  await page.setViewportSize(before);
  return found.map((text) => `${width} px, texte à ${texte} % : ${text}`);
}

/** What a person who only types can reach: a stop for each place of the focus, in order. */
const ICI = `(() => {
  const on = document.activeElement;
  if (!on || on === document.body) return "";
  window.rangs ??= new Map();
  if (!window.rangs.has(on)) window.rangs.set(on, window.rangs.size);
  const { outlineStyle, boxShadow } = getComputedStyle(on);
  const shown = outlineStyle !== "none" || boxShadow !== "none";
  const parts = on.type === "date" ? " (date)" : "";
  return window.rangs.get(on) + parts + (shown ? "" : " sans focus visible : " + on.outerHTML.slice(0, 100));
})()`;

/** Keeps what is said in the page's live regions from now on. */
export async function ecouteAnnonces(page: Page): Promise<void> {
  await page.evaluate(`window.annonces = [];
    for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
      window.annonces.push(region.textContent);
      new MutationObserver(() => window.annonces.push(region.textContent)).observe(region, {
        childList: true, characterData: true, subtree: true });
    }`);
}

/** A message on the screen that whoever listens was never told. */
export function muets(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const words = (text) => text.replace(/\\s+/g, " ").trim();
    const message = document.querySelector("#message .message");
    const shown = words((message?.querySelector("p") ?? message)?.textContent ?? "");
    const heard = window.annonces.map(words);
    return shown === "" || heard.some((text) => text.includes(shown)) ? [] : ["message non annoncé : " + shown];
  })()`);
}

/** What can be acted on and stands in the order of the keyboard; a group of radios is one stop. */
const ATTENDUS = `(() => {
  const groups = new Set();
  return [...document.querySelectorAll("button, input, select, textarea, a[href], summary, [tabindex]")].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility()) return false;
    if (element.type !== "radio") return true;
    if (groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  }).length;
})()`;

/** Day, month, year and calendar: each is a stop inside a date. */
const PARTIES_DATE = 3;

/** Faults of the keyboard: a control it does not reach, one it does not leave, a focus that does not show. */
export async function clavier(page: Page): Promise<readonly string[]> {
  const expected = Number(await page.evaluate(ATTENDUS));
  const dates = await page.locator("input[type=date]").count();
  const found = new Set<string>();
  for (const key of ["Tab", "Shift+Tab"]) {
    await page.evaluate("document.activeElement?.blur(); window.rangs = new Map()");
    const stops: string[] = [];
    for (let press = 0; press < expected + PARTIES_DATE * dates + 3; press += 1) {
      await page.keyboard.press(key);
      const here = String(await page.evaluate(ICI));
      if (here.includes("sans focus")) found.add(here);
      if (here !== "") stops.push(here);
    }
    const reached = new Set(stops).size;
    if (reached < expected) found.add(`${key} atteint ${reached} éléments sur ${expected}`);
    if (stops.some((stop, at) => stop === stops[at + 1] && !stop.includes("(date)"))) {
      found.add(`${key} reste sur place`);
    }
  }
  return [...found];
}
