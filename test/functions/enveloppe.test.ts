import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/functions/types";
import { call, column, messageOf } from "./call";

/** Granted, state, paid: one row per dossier of an envelope. */
const DOSSIERS = [
  ["10 000,10 €", "Retenu", ""],
  [20_000.2, "Notifié", 0],
  [40_000, "Engagé", 5_000],
  [80_000, "Soldé", "80 000"],
  [30_000, "Abandonné", 3_000.3],
  [99_999, "Non retenu", ""],
  [99_999, "Déposé", ""],
  ["", "", ""],
] as const;

const montants = column(...DOSSIERS.map(([montant]) => montant));
const etats = column(...DOSSIERS.map(([, etat]) => etat));
const paiements = column(...DOSSIERS.map(([, , paye]) => paye));

describe("what an envelope has consumed (states: ours, domain.md 9)", () => {
  it.each<[Argument, number]>([
    [undefined, 153_000.6],
    ["accordé", 153_000.6],
    ["ACCORDE", 153_000.6],
    ["engagé", 123_000.3],
    ["payé", 88_000.3],
  ])("at stage %s: %f €", (etape, expected) => {
    expect(call("FITN_CONSOMME", [montants, etats, etape, paiements])).toBe(expected);
    expect(call("FITN_RESTE", [200_000, montants, etats, etape, paiements])).toBe(
      Math.round((200_000 - expected) * 100) / 100,
    );
    expect(call("FITN_CONSOMMATION", [200_000, montants, etats, etape, paiements])).toBeCloseTo(
      expected / 200_000,
      12,
    );
  });

  it("is exact: 0,1 + 0,2 leaves 0,7 of 1", () => {
    const args = [1, column(0.1, 0.2), column("Retenu", "Retenu")];
    expect(call("FITN_RESTE", args)).toBe(0.7);
  });

  it("may exceed the envelope", () => {
    const args = [100, column(150), column("Retenu")];
    expect(call("FITN_RESTE", args)).toBe(-50);
    expect(call("FITN_CONSOMMATION", args)).toBe(1.5);
  });

  it("reads the platform's and the sheet's own words", () => {
    expect(call("FITN_CONSOMME", [column(1, 2, 4), column("Accepté", "LAUREAT", "refusé")])).toBe(
      3,
    );
  });

  it("leaves an empty envelope empty", () => {
    expect(call("FITN_RESTE", ["", column(1), column("Retenu")])).toBe("");
    expect(call("FITN_CONSOMMATION", ["", column(1), column("Retenu")])).toBe("");
  });
});

describe("what is refused", () => {
  const un = column(1);
  it.each<[string, Argument[], string]>([
    [
      "payments are needed to count what is paid",
      [un, column("Payé"), "payé"],
      "paiements : plage nécessaire pour l’étape « payé ».",
    ],
    [
      "and for a dossier given up",
      [column(1, 1), column("Retenu", "Abandonné")],
      "paiements : plage nécessaire, la ligne 2 est abandonnée et compte pour ce qui lui a été payé.",
    ],
    [
      "states as many as amounts",
      [column(1, 2), column("Retenu")],
      "etats : lu 1 cellules, attendu 2 comme montants.",
    ],
    [
      "payments as many as amounts",
      [un, column("Retenu"), "", column(1, 2)],
      "paiements : lu 2 cellules, attendu 1 comme montants.",
    ],
    [
      "an amount",
      [column(1, "x"), column("Retenu", "Retenu")],
      "montants, ligne 2 : lu « x », attendu un montant en euros, zéro ou plus (par exemple 12 500,50).",
    ],
    [
      "a state",
      [un, column("Perdu")],
      "etats, ligne 1 : lu « Perdu », attendu un état du dossier : Déposé, ",
    ],
    [
      "a stage",
      [un, column("Retenu"), "demandé"],
      "etape : lu « demandé », attendu une étape : accordé, engagé, payé.",
    ],
  ])("%s", (_, args, message) => {
    expect(messageOf("FITN_CONSOMME", args)).toContain(message);
    expect(messageOf("FITN_RESTE", [1_000, ...args])).toContain(message);
  });

  it.each<[Argument, string]>([
    [0, "enveloppe : lu « 0 », attendu un montant supérieur à zéro."],
    ["x", "enveloppe : lu « x », attendu un montant en euros"],
  ])("a share of an envelope of %s", (enveloppe, message) => {
    expect(messageOf("FITN_CONSOMMATION", [enveloppe, un, column("Retenu")])).toContain(message);
  });
});
