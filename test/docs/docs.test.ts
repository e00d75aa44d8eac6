import { access } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { refreshed } from "../../scripts/docs.js";
import { GUICHETS } from "../../src/guichets/index.js";
import { ETATS } from "../../src/rules/etat.js";
import { reglagesOf } from "../../src/rules/reglages.js";
import {
  commandsOf,
  inProject,
  manifest,
  proseOf,
  relativeLinksOf,
  scriptsNamedIn,
  textOf,
} from "./documents.js";

describe("README", () => {
  it("begins with the two promised commands", async () => {
    const [first, second] = commandsOf(await textOf("README.md"));
    expect([first, second]).toEqual(["npm ci && npm run exemple", "npm cit"]);
  });

  it("names every dependency with its version and its licence", async () => {
    const { dependencies, devDependencies } = await manifest();
    const rows = (await textOf("README.md")).split("\n");
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      const installed = JSON.parse(await textOf(`node_modules/${name}/package.json`));
      const row = `| \`${name}\` ${version} | ${installed.license} | `;
      expect(
        rows.some((line) => line.startsWith(row) && line.length > row.length + 10),
        row,
      ).toBe(true);
    }
  });

  it("names no dependency that is gone", async () => {
    const { dependencies, devDependencies } = await manifest();
    const known = Object.keys({ ...dependencies, ...devDependencies });
    const rows = (await textOf("README.md")).matchAll(/^\| `([^`]+)` \d/gm);
    for (const [, name = ""] of rows) expect(known).toContain(name);
  });
});

describe.each(["README.md", "LISEZMOI.md"])("%s", (path) => {
  it("links to files that exist", async () => {
    for (const target of relativeLinksOf(await textOf(path))) {
      await expect(access(inProject(target)), target).resolves.toBeUndefined();
    }
  });

  it("names npm scripts that exist", async () => {
    const { scripts } = await manifest();
    for (const name of scriptsNamedIn(await textOf(path))) {
      expect(Object.keys(scripts)).toContain(name);
    }
  });
});

describe("LISEZMOI", () => {
  it("holds what the declarations generate: run npm run docs", async () => {
    const lisezmoi = await textOf("LISEZMOI.md");
    expect(refreshed(lisezmoi)).toBe(lisezmoi);
  });

  it("names every state", async () => {
    const lisezmoi = await textOf("LISEZMOI.md");
    for (const etat of ETATS) expect(lisezmoi).toContain(`\`${etat}\``);
  });

  it("explains every setting", async () => {
    const lisezmoi = await textOf("LISEZMOI.md");
    const explained = [...lisezmoi.matchAll(/`([a-z_]+(?:\.[A-Za-z_]+)*)`/g)].map(
      ([, cle = ""]) =>
        new RegExp(`^${cle.replace(/\./g, "\\.").replace(/[A-Z]{2,}/g, "[a-z0-9_.]+")}$`),
    );
    for (const { cle } of Object.values(GUICHETS).flatMap(reglagesOf)) {
      expect(
        explained.some((pattern) => pattern.test(cle)),
        cle,
      ).toBe(true);
    }
  });

  it("has no-break spaces where French wants them", async () => {
    const prose = proseOf(await textOf("LISEZMOI.md"));
    expect(prose.match(/.{0,20}(?: [:;?!»%€]|« |\d \d{3}\b).{0,20}/g) ?? []).toEqual([]);
  });
});
