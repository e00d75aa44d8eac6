import { describe, expect, it } from "vitest";
import type { Faits } from "../../../src/rules/dossier";
import { GUICHET_IDS } from "../../../src/rules/guichet";
import { COMPLETS, faitsNecessaires, guichetDe } from "./dossiers";
import { examine, sans } from "./examen";

const NOMS = Object.keys(COMPLETS);

it("has a complete dossier for every guichet", () => {
  expect(new Set(NOMS.map(guichetDe))).toEqual(new Set(GUICHET_IDS));
});

describe.each(NOMS)("a complete dossier of %s", (nom) => {
  const guichet = guichetDe(nom);
  const faits: Faits = COMPLETS[nom] ?? {};

  it("is Éligible, with nothing left to say but points settled by hand", () => {
    const { issue, motifs } = examine({ guichet, faits });
    expect(issue).toBe("Éligible");
    const settled = (faits.points_verifies ?? "").split(";").filter((code) => code !== "");
    expect(motifs.map(({ code, gravite }) => [code, gravite])).toEqual(
      settled.map((code) => [code, "verifie"]),
    );
  });

  it.each(faitsNecessaires(faits))("is À vérifier without %s", (champ) => {
    const { issue, motifs } = examine({ guichet, faits: sans(faits, champ) });
    expect(issue).toBe("À vérifier");
    expect(motifs.some(({ gravite }) => gravite === "a_verifier")).toBe(true);
  });

  const saufTheme = faitsNecessaires(faits).filter((champ) => champ !== "theme");
  it.each(saufTheme)("says once that %s cannot be read", (champ) => {
    const illisible = { champ, lu: "?", attendu: "autre chose" };
    const { issue, motifs } = examine({
      guichet,
      faits: sans(faits, champ),
      illisibles: [illisible],
    });
    expect(issue).toBe("À vérifier");
    const unread = motifs.filter(({ gravite }) => gravite === "a_verifier");
    expect(unread.map(({ code }) => code)).toEqual(["ILLISIBLE"]);
  });

  it("says that the theme cannot be read, not that it is missing", () => {
    const illisibles = [{ champ: "theme", lu: "?", attendu: "un thème" } as const];
    const { issue, motifs } = examine({ guichet, faits: sans(faits, "theme"), illisibles });
    expect(issue).toBe("À vérifier");
    expect(motifs.map(({ code }) => code)).not.toContain("THEME");
  });

  it("stays Éligible once every point to be checked is settled by hand", () => {
    const { motifs } = examine({ guichet, faits: { theme: faits.theme }, sansColonnes: [] });
    const codes = motifs.filter(({ gravite }) => gravite === "a_verifier").map(({ code }) => code);
    const settled = { theme: faits.theme, points_verifies: codes.join("; ") };
    expect(codes.length).toBeGreaterThan(3);
    expect(examine({ guichet, faits: settled }).issue).toBe("Éligible");
  });
});
