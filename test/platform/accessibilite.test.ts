import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "../docs/documents.js";

const PAGES = readdirSync(inProject("sidebar"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "kit")
  .map(({ name }) => name);

/** Texts of the tests, and of what helps them, that put a page before axe. */
const CONTROLES = readdirSync(inProject("test/page"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(inProject(`test/page/${name}`), "utf8"))
  .filter((text) => text.includes('from "./axe.js"'));

const built = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

describe.each(PAGES)("sidebar/%s", (page) => {
  const html = readFileSync(inProject(`sidebar/${page}/page.html`), "utf8");

  it("is put before axe in a browser", () => {
    const opens = new RegExp(`\\b${built(page)}(\\.html)?\\b`);
    expect(CONTROLES.some((text) => opens.test(text))).toBe(true);
  });

  it("says its language and its title, and lets the text grow", () => {
    expect(html).toMatch(/<html lang="fr">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).not.toMatch(/user-scalable=no|maximum-scale/);
  });

  it("is named in the declaration", () => {
    const declaration = readFileSync(inProject("ACCESSIBILITE.md"), "utf8");
    expect(declaration).toContain(`\`${built(page)}\``);
  });
});
