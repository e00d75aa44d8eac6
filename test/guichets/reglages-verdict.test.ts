import { describe, expect, it } from "vitest";
import { formatMotif } from "../../src/dossiers/phrases";
import type { Faits } from "../../src/rules/dossier";
import { COMPLETS, euros, guichetDe, type NomComplet } from "../rules/eligibilite/dossiers";
import { examine } from "../rules/eligibilite/examen";

/** A setting, the dossier it decides on, and what the document says instead. */
type Ligne = [cle: string, valeur: number | string, NomComplet, Partial<Faits>, document: string];

const LIGNES: Ligne[] = [
  ["depot.fin", "2021-06-20", "HDF", {}, "dépôt jusqu’au 30/06/2021"],
  ["depot.debut", "2021-07-01", "HDF", {}, "dépôt à partir du 01/04/2021"],
  ["cout.min", euros(60_000), "HDF", {}, "strictement supérieur à 25 000 €"],
  ["cout.max", euros(40_000), "HDF", {}, "strictement inférieur à 100 000 €"],
  ["credits.fin", "2021-11-30", "HDF", {}, "crédits engagés avant le 31/12/2021"],
  ["taux.min", 9_000, "HDF", {}, "50 % du coût global"],
  ["taux.max", 7_000, "HDF", {}, "jusqu’à 100 % du coût global"],
  ["population.max", 50_000, "MARNE-V1", {}, "inférieure à 100 000 habitants"],
  ["taux.de_1000_a_80000.max", 6_000, "MARNE-V1", {}, "80 % au plus de 1 000 à 80 000"],
  ["effet.mois", 12, "MARNE-V1", {}, "effet concret sous 2 ans"],
  ["resultats.annee", 2021, "DITP", {}, "avant la fin de 2022"],
  ["achevement.fin", "2022-06-30", "IDF-V1", {}, "au plus tard le 31/10/2022"],
  ["ads.centre", euros(3_000), "IDF-ADS", {}, "4 000 € par centre instructeur"],
  ["ads.commune", euros(300), "IDF-ADS", {}, "400 € par commune rattachée"],
  ["ads.communes_max", 10, "IDF-ADS", {}, "30 communes rattachées au plus"],
  ["depot.fin", "2021-05-31", "DITP", {}, "rien de prévu"],
  [
    "taux.plus_de_15000.exception",
    6_000,
    "IDF-V1",
    { theme: "3c", population: 15_001, exception: true },
    "80 % à titre exceptionnel",
  ],
];

describe("a verdict that rests on a setting says so, and what the document says", () => {
  it.each(LIGNES)("%s = %s, %s", (cle, valeur, dossier, change, document) => {
    const guichet = guichetDe(dossier);
    const faits = { ...COMPLETS[dossier], ...change };
    const under = (reglages: Record<string, number | string>) =>
      examine({ guichet, faits, reglages }).motifs.map(formatMotif).join("\n");
    const plain = (text: string) => text.replaceAll("\u00a0", " ");
    expect(under({})).not.toContain("Réglage");
    const shown = plain(under({ [cle]: valeur }));
    expect(shown).toContain(`Réglage de la préfecture (${cle}) ; le document : `);
    expect(shown.split(`(${cle}) ; le document : `)[1]).toContain(document);
    expect(shown).not.toContain("PREF");
  });
});
