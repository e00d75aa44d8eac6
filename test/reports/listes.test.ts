import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../scripts/example-data/dossier.js";
import { marne } from "../../scripts/example-data/marne.js";
import { nord } from "../../scripts/example-data/nord.js";
import { seineEtMarne } from "../../scripts/example-data/seine-et-marne.js";
import { goldenPath } from "./golden.js";
import { renduDe } from "./rendu.js";
import { listeDe, MOIS, PREFECTURES } from "./suivi.js";

const DOSSIERS: Readonly<Record<string, readonly Dossier[]>> = {
  nord: nord(),
  marne: marne(),
  "seine-et-marne": seineEtMarne(),
};

const LAST = { "2021-06": "2021-06-30", "2021-07": "2021-07-31" };

const CAS = PREFECTURES.flatMap((prefecture) =>
  MOIS.map((mois) => [`${prefecture.nom}, ${mois}`, prefecture, mois] as const),
);

describe.each(CAS)("the list of %s", (_, prefecture, mois) => {
  const { plan, resume } = listeDe(prefecture, mois);
  const day = LAST[mois];
  const header = plan.lignes.findIndex(
    ([first, second]) => first?.contenu === "N° dossier" && second?.contenu === "Guichet",
  );
  const lines = plan.lignes.slice(header + 1, header + 1 + resume.laureats);
  const column = (at: number) => lines.map((line) => line[at]?.contenu);
  /** Decided by then, on the day noted or else notified, and not abandoned by then. */
  const laureats = (DOSSIERS[prefecture.nom] ?? []).filter(
    ({ fate, decide, notifie, abandon }) =>
      /^(retenu|abandonne)/.test(fate) &&
      (decide ?? notifie ?? "9999") <= day &&
      (abandon ?? "9999") > day,
  );

  it("is the one that was reviewed", () => {
    expect(renduDe(plan)).toBe(readFileSync(goldenPath(prefecture, mois), "utf8"));
  });

  it("names each lauréat of that day once, in the sheet's order, and no other dossier", () => {
    expect(column(0)).toEqual(laureats.map(({ numero }) => numero));
    expect(resume.dossiers).toBe(DOSSIERS[prefecture.nom]?.length);
  });

  it("gives each what the DITP asks: amount, collectivité, end, companies, progress", () => {
    expect(column(2)).toEqual(laureats.map(({ porteur }) => porteur.nom));
    expect(column(4)).toEqual(laureats.map(({ accorde }) => accorde));
    expect(column(5)).toEqual(
      laureats.map(({ fin, typed }) => (fin && !typed.fin ? { jour: fin } : "")),
    );
    const latest = laureats.map(({ progress }) =>
      progress.filter(({ date }) => date <= day).at(-1),
    );
    expect(column(8)).toEqual(latest.map((entry) => (entry ? { jour: entry.date } : "")));
    column(7).forEach((text, index) => {
      const entry = latest[index];
      expect(text).toContain(entry?.commentaire ?? "");
      if (entry) expect(text).toContain(`${Math.round(entry.part * 100)}\u00a0%`);
    });
  });

  it("adds up to what the summary says", () => {
    const cents = laureats.reduce((sum, { accorde = 0 }) => sum + Math.round(accorde * 100), 0);
    expect(resume.total).toBe(cents);
    expect(resume.laureats).toBe(laureats.length);
  });

  it("has rows of one width, and a width for each column", () => {
    expect(new Set(plan.lignes.map((row) => row.length))).toEqual(new Set([plan.largeurs.length]));
  });
});
