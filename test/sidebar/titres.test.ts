import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Pages and the title that the bar of their dialog or panel shows. */
const TITRES = readdirSync(root("src/google"))
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => [
    ...readFileSync(root(`src/google/${file}`), "utf8").matchAll(
      /open(?:Dialog|Panel)\(\s*"(\w+)",\s*"([^"]+)"/g,
    ),
  ])
  .map(([, page = "", titre = ""]) => [page, titre.replace(/\\u00a0/g, " ")] as const);

const page = (nom: string) =>
  readFileSync(
    root(nom === "Aide" ? "sidebar/aide.html" : `sidebar/${nom.toLowerCase()}/page.html`),
    "utf8",
  );

/** The first headings of a page: their attributes and their text. */
const headings = (nom: string) =>
  [...page(nom).matchAll(/<h1([^>]*)>(.*?)<\/h1>/g)].map(([, attributes = "", text = ""]) => ({
    shown: !attributes.includes("hors-ecran"),
    text: text.replace(/&nbsp;|\u00a0/g, " "),
  }));

describe("the title of a page", () => {
  it("is looked at on every page", () => {
    expect(TITRES.length).toBeGreaterThanOrEqual(9);
  });

  it.each(TITRES)("%s has one first heading, that does not repeat the bar's %s", (nom, titre) => {
    const found = headings(nom);
    expect(found).toHaveLength(1);
    expect(found.filter(({ shown, text }) => shown && text === titre)).toEqual([]);
  });
});
