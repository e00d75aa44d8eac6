import { describe, expect, it } from "vitest";
import type { EnvoiPrepare, OuvertureEnvoi } from "../../src/app/envois-preparer.js";
import { CSV_SCDL, csvDe } from "../../src/reports/csv.js";
import { listeDuFichier } from "../../src/reports/fichier.js";
import {
  COLONNES_SCDL,
  type ColonneScdl,
  colonnesInvalides,
  type LigneScdl,
} from "../../src/reports/scdl-colonnes.js";
import { type Atelier, ecritures, installe, lignes, plain } from "./aides/atelier.js";
import { poser } from "./aides/poser.js";

function ouvrir({ api }: Atelier): OuvertureEnvoi {
  return api("apiEnvoiOuvrir") as unknown as OuvertureEnvoi;
}

function preparer({ api }: Atelier, onglet: string): EnvoiPrepare {
  return api("apiEnvoiPreparer", { onglet }) as unknown as EnvoiPrepare;
}

/** Fills a setting, as a person does. */
function regler({ host }: Atelier, cle: string, valeur: string): void {
  const row = lignes(host, "Paramètres").findIndex(([key]) => key === cle) + 1;
  if (row === 0) throw new Error(cle);
  poser(host, "Paramètres", row, 2, valeur);
}

/** Fields of a line of .csv whose texts hold no line end. */
function champs(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, bare]) => quoted?.replace(/""/g, '"') ?? bare ?? "",
  );
}

describe("Préparer l’envoi", () => {
  it("reads the workbook and changes nothing", () => {
    const opened = installe("suivi-nord.xlsx");
    opened.api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    ouvrir(opened);
    expect(ecritures(opened.host)).toEqual([]);
    preparer(opened, "DITP 2021-06");
    expect(ecritures(opened.host)).toEqual([]);
  });

  it("proposes the latest report that was not sent", () => {
    const opened = installe("suivi-nord.xlsx");
    expect(ouvrir(opened)).toEqual({ kind: "ouvert", rapports: [], choisi: "" });
    opened.api("apiRapportDitp", { mois: "2021-07", telQuel: true });
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-07" });
    opened.api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    const { rapports, choisi } = ouvrir(opened);
    expect(choisi).toBe("DITP 2021-06");
    expect(rapports).toEqual([
      { nom: "DITP 2021-07", transmis: true },
      { nom: "DITP 2021-06", transmis: false },
    ]);
  });

  it.each([
    ["Démat.ADS", "2021-07", ""],
    ["Trimestre DITP", "2021-T2", "fondsdetransformation@modernisation.gouv.fr"],
    ["Publication", "2021-07", ""],
  ])("sends %s of %s to %j: nobody is guessed", (rapport, periode, destinataire) => {
    const opened = installe("suivi-seine-et-marne.xlsx");
    opened.api("apiRapport", { rapport, periode, telQuel: true });
    expect(preparer(opened, `${rapport} ${periode}`).destinataire).toBe(destinataire);
  });

  it("takes the recipient that the report's own setting names", () => {
    const opened = installe("suivi-seine-et-marne.xlsx");
    opened.api("apiRapport", { rapport: "Démat.ADS", periode: "2021-07", telQuel: true });
    regler(opened, "destinataire_ads", "demat@ads.test");
    opened.api("apiRapport", { rapport: "Démat.ADS", periode: "2021-07", telQuel: true });
    expect(preparer(opened, "Démat.ADS 2021-07").destinataire).toBe("demat@ads.test");
  });

  it("says what to look at before sending: the préfecture's name, gaps", () => {
    const opened = installe("suivi-seine-et-marne.xlsx");
    opened.api("apiRapport", { rapport: "Publication", periode: "2021-06", telQuel: true });
    expect(preparer(opened, "Publication 2021-06").avertissements.map(plain)).toEqual([
      "Préfecture à renseigner : onglet « Paramètres », clé prefecture, puis relancez le rapport.",
    ]);
    regler(opened, "prefecture", "Préfecture de Seine-et-Marne");
    opened.api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    expect(preparer(opened, "DITP 2021-06").avertissements.map(plain)).toEqual([
      "8 points à compléter, au bas de l’onglet.",
    ]);
  });

  it("says that a report was sent, and edited since", () => {
    const opened = installe("suivi-nord.xlsx");
    opened.api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    expect(plain(preparer(opened, "DITP 2021-06").etat)).toMatch(
      /^Transmis le 15\/07\/2021 par .*\.$/,
    );
    poser(opened.host, "DITP 2021-06", 12, 5, 1);
    expect(preparer(opened, "DITP 2021-06").etat).toContain("modifié depuis");
  });

  it.each(["Suivi FITN7", "DITP 2019-01"])("refuses %s", (onglet) => {
    const opened = installe("suivi-nord.xlsx");
    const { kind, message } = opened.api("apiEnvoiPreparer", { onglet });
    expect([kind, plain(message)]).toEqual([
      "refus",
      `L’onglet « ${onglet} » n’existe plus, ou n’est pas un rapport de FITN7.`,
    ]);
  });
});

describe("the open-data file", () => {
  it("has the schema's columns, and each of its lines passes the published patterns", () => {
    const opened = installe("suivi-nord.xlsx");
    const demande = { rapport: "SCDL", periode: "2021-07", telQuel: true };
    opened.api("apiRapport", demande);
    regler(opened, "prefecture", "Préfecture du Nord");
    regler(opened, "scdl.siret", "17590001600019");
    regler(opened, "scdl.notification_ue", "non");
    regler(opened, "scdl.conditions", "échelonné");
    opened.api("apiRapport", demande);
    const { table } = preparer(opened, "SCDL 2021-07");
    const [header = "", ...lines] = csvDe(listeDuFichier(table), CSV_SCDL).trimEnd().split("\r\n");
    const noms = COLONNES_SCDL.map(({ nom }) => nom);
    expect(champs(header)).toEqual(noms);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const values = champs(line);
      expect(values).toHaveLength(noms.length);
      const entries = noms.map((nom, at): [ColonneScdl, string] => [nom, values[at] ?? ""]);
      expect(colonnesInvalides(Object.fromEntries(entries) as LigneScdl)).toEqual([]);
    }
  });
});
