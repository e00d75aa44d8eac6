import { describe, expect, it } from "vitest";
import type { PlanOnglet } from "../../src/reports/plan.js";
import { CAS_RAPPORTS, entreeDe } from "./rapports.js";
import { listeDe, MOIS, PREFECTURES } from "./suivi.js";
import { tableauDe } from "./tableau.js";

/** Every report of a period, list and dashboard on the example data. */
const PLANS: readonly (readonly [string, PlanOnglet])[] = [
  ...CAS_RAPPORTS.map((cas) => [`rapport ${cas.nom}`, cas.plan(entreeDe(cas)).plan] as const),
  ...PREFECTURES.flatMap((prefecture) =>
    MOIS.map((mois) => [`DITP ${prefecture.nom} ${mois}`, listeDe(prefecture, mois).plan] as const),
  ),
  ...PREFECTURES.map(
    (prefecture) => [`tableau ${prefecture.nom}`, tableauDe(prefecture).plan] as const,
  ),
];

/** Amounts added up by hand: a total that no formula gives, but zero where a list is empty. */
function typedTotals({ lignes }: PlanOnglet): readonly string[] {
  return lignes.flatMap((row, index) => {
    const label = String(row[0]?.contenu ?? "");
    const summed = row.filter(
      ({ style }, column) =>
        style === "total_euro" ||
        (column === 1 && style === "euro" && /^(Montant )?[Tt]otal/.test(label)),
    );
    return summed.some(({ contenu }) => typeof contenu === "number" && contenu !== 0)
      ? [`ligne ${index + 1}`]
      : [];
  });
}

describe("every total can be traced", () => {
  it.each(PLANS)("%s: it is a formula over its lines", (_, plan) => {
    expect(typedTotals(plan)).toEqual([]);
  });

  it.each(PLANS)("%s: it says what it was made from", (_, plan) => {
    const labels = plan.lignes.map(([first]) => first?.contenu);
    const sources = ["Source", "Sources", "Dossiers lus", "Schéma"];
    expect(labels.some((label) => sources.includes(String(label)))).toBe(true);
  });

  it.each(PLANS.filter(([nom]) => /^(DITP|rapport trimestre)/.test(nom)))(
    "%s: each envelope names its source, each amount paid on an abandoned dossier its dossier",
    (_, { lignes }) => {
      const header = lignes.findIndex(([, second]) => second?.contenu === "Enveloppe");
      const envelopes = lignes
        .slice(header + 1)
        .filter((_row, index, rows) =>
          rows.slice(0, index + 1).every(([, second]) => second?.style === "euro"),
        );
      expect(envelopes.length).toBeGreaterThan(0);
      for (const row of envelopes) {
        expect(row[6]?.contenu).toMatch(/^\(|réglage|non prévue/);
        const paid = row[3]?.contenu;
        expect(paid === 0 || (typeof paid === "object" && "formule" in paid)).toBe(true);
      }
    },
  );
});
