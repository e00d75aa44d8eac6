import { describe, expect, it } from "vitest";
import { CHAMPS_IMPORTES, CHAMPS_PERSONNELS } from "../../src/imports/champs-importes.js";
import { contradictionDe } from "../../src/imports/contradiction.js";
import { memeQueDernier, retenir } from "../../src/imports/dernier-import.js";
import { fusionner } from "../../src/imports/fusion.js";
import type { Champ } from "../../src/rules/dossier.js";

const rien = { kind: "rien" };
const change = (raison: string, coche: boolean) => ({ kind: "change", raison, coche });

describe("a cell of the sheet, the file's, and what the last import brought", () => {
  it.each<[string, string | number, string | undefined, string | undefined, object]>([
    ["the same", "Lille", "Lille", undefined, rien],
    ["nothing in the file", "Lille", undefined, "Lille", rien],
    ["an empty cell of the file never empties one", "Lille", " ", "Lille", rien],
    ["first import, empty cell", "", "Lille", undefined, change("vide", true)],
    [
      "first import, another value",
      "Roubaix",
      "Lille",
      undefined,
      change("origine_inconnue", false),
    ],
    [
      "as imported, new on the platform",
      "Lille",
      "Roubaix",
      "Lille",
      change("inchange_depuis_import", true),
    ],
    ["typed by hand, nothing new on the platform", "Lille!", "Lille", "Lille", rien],
    [
      "typed by hand, and new on the platform",
      "Lille!",
      "Roubaix",
      "Lille",
      change("saisi", false),
    ],
    ["emptied by hand, nothing new on the platform", "", "Lille", "Lille", rien],
    ["emptied by hand, and new on the platform", "", "Roubaix", "Lille", change("saisi", false)],
    ["typed by hand as the platform now says", "Roubaix", "Roubaix", "Lille", rien],
  ])("%s", (_, suivi, recu, dernier, expected) => {
    expect(fusionner("porteur", suivi, recu, dernier)).toEqual(expected);
  });

  it.each<[Champ, string | number, string | number]>([
    ["cout", 12_000, "12 000,00 €"],
    ["cout", "12 k€", "12000"],
    ["depot", "2021-06-25", "2021-06-25 10:53:00 +0200"],
    ["depot", "25/06/2021", "2021-06-25 10:53"],
    ["deja_engage", "Non", "off"],
    ["type", "Communauté de communes", "CC"],
    ["departement", "59 – Nord", "59"],
    ["siret", 21590017600014, "21590017600014"],
    ["population", "1 200", 1200],
  ])("%s: %j and %j are one value", (champ, suivi, recu) => {
    expect(fusionner(champ, suivi, recu, undefined)).toEqual(rien);
  });

  it.each<[Champ, string | number, string]>([
    ["cout", 12_000, "12 000,01 €"],
    ["depot", "2021-06-25", "2021-06-26"],
    ["code_insee", "1004", "01004"],
  ])("%s: %j and %j are not", (champ, suivi, recu) => {
    expect(fusionner(champ, suivi, recu, undefined).kind).toBe("change");
  });

  it("what the field can't read is never proposed over a cell", () => {
    expect(fusionner("cout", 12_000, "beaucoup", "12000")).toMatchObject({ kind: "illisible" });
    expect(fusionner("cout", "", "beaucoup", undefined)).toMatchObject({ kind: "illisible" });
  });
});

describe("what is kept of an import", () => {
  const valeurs = { courriel: "a@b.test", contact: "Mme X", porteur: "Lille", etat: "Retenu" };
  const kept = retenir(valeurs, "axe-3", undefined);

  it("holds no contact by value, and no field that a re-import may not write", () => {
    expect(JSON.stringify(kept)).not.toMatch(/a@b|Mme X|Retenu/);
    expect(kept.valeurs.porteur).toBe("Lille");
    for (const champ of CHAMPS_PERSONNELS) expect(CHAMPS_IMPORTES.has(champ)).toBe(true);
  });

  it("still tells whether a contact is the one that was imported", () => {
    expect(memeQueDernier("courriel", "a@b.test", kept.valeurs.courriel ?? "")).toBe(true);
    expect(memeQueDernier("courriel", "c@b.test", kept.valeurs.courriel ?? "")).toBe(false);
    expect(fusionner("courriel", "", "a@b.test", kept.valeurs.courriel)).toEqual(rien);
  });

  it("keeps what a later file leaves empty", () => {
    expect(retenir({ intitule: "P" }, "axe-3", kept).valeurs).toMatchObject({
      porteur: "Lille",
      intitule: "P",
    });
  });
});

describe("fields that a re-import never writes", () => {
  it.each<Champ>([
    "numero",
    "guichet",
    "points_verifies",
    "etat",
    "comite",
    "avis_propose",
    "montant_propose",
    "motif",
    "montant_accorde",
    "taux_accorde",
    "exception",
    "motif_exception",
    "conditions",
    "reference_decision",
    "date_decision",
    "date_notification",
    "date_convention",
    "date_engagement",
    "date_solde",
    "date_abandon",
    "fin_reelle",
  ])("%s", (champ) => {
    expect(CHAMPS_IMPORTES.has(champ)).toBe(false);
  });
});

describe("the platform's state against the decision", () => {
  const of = (plateforme: string, decision: string, avant?: string) =>
    contradictionDe({ numero: "1", porteur: "Lille", plateforme, decision, avant })?.message;

  it.each([
    ["Accepté", "Non retenu", /mais « Non retenu » dans votre suivi/],
    ["Refusé", "Notifié", /mais « Notifié » dans votre suivi/],
    ["Classé sans suite", "favorable", /mais « favorable »/],
    ["Accepté", "", /sans décision dans votre suivi\u00a0: à vous/],
    ["Refusé", "En instruction", /sans décision dans votre suivi \(«/],
  ])("%s and « %s »: shown", (plateforme, decision, message) => {
    expect(of(plateforme, decision)?.replace(/\u00a0(?=[»])|(?<=«)\u00a0/g, " ")).toMatch(message);
  });

  it.each([
    ["Accepté", "Soldé"],
    ["Accepté", "Abandonné"],
    ["Refusé", "Sans suite"],
    ["En instruction", "Retenu"],
    ["En construction", ""],
    ["", "Retenu"],
    ["Autre chose", "Retenu"],
  ])("%s and « %s »: nothing to say", (plateforme, decision) => {
    expect(of(plateforme, decision)).toBeUndefined();
  });

  it("a dossier reopened on the platform after a decision is shown", () => {
    expect(of("En instruction", "Retenu", "Accepté")).toMatch(/^Revenu à/);
    expect(of("En instruction", "Retenu", "En construction")).toBeUndefined();
  });
});
