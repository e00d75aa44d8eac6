import { describe, expect, it } from "vitest";
import { ChoixApercu } from "../../sidebar/import/choix.js";
import { Rattachement } from "../../sidebar/import/correspondances.js";
import type { Reconnaissance } from "../../src/imports/fichier.js";
import type { Apercu, CaseChangee } from "../../src/imports/protocole.js";
import { reconnaitre } from "../../src/imports/reconnaitre.js";
import { tablesDe } from "../imports/exports.js";

const coche: CaseChangee = {
  champ: "cout",
  titre: "Coût total",
  avant: "1,00 €",
  apres: "2,00 €",
  raison: "inchange_depuis_import",
  coche: true,
};
const decoche: CaseChangee = { ...coche, champ: "intitule", raison: "saisi", coche: false };

const apercu = {
  nouveaux: [{ numero: "1" }, { numero: "2" }],
  changes: [{ numero: "3", cases: [coche, decoche] }],
  entreprises: { nouvelles: 4, presentes: 0, ecarts: [] },
} as unknown as Apercu;

describe("what is ticked in the preview", () => {
  it("is what the script proposed as long as nobody touches it: nothing is sent", () => {
    const choix = new ChoixApercu();
    expect(choix.compte(apercu)).toMatchObject({
      nouveaux: 2,
      changes: 1,
      cases: 1,
      entreprises: 4,
    });
    expect(choix.envoye).toEqual({ laisser: [], cases: [], collectivites: [] });
  });

  it("sends boxes that differ from what was proposed, and no longer once put back", () => {
    const choix = new ChoixApercu();
    choix.ecrire("3", coche, false);
    choix.ecrire("3", decoche, true);
    expect(choix.envoye.cases).toEqual([
      { numero: "3", champ: "cout", ecrire: false },
      { numero: "3", champ: "intitule", ecrire: true },
    ]);
    choix.ecrire("3", coche, true);
    expect(choix.envoye.cases).toEqual([{ numero: "3", champ: "intitule", ecrire: true }]);
    expect(choix.compte(apercu).cases).toBe(2);
  });

  it("counts nothing of a dossier that is left out", () => {
    const choix = new ChoixApercu();
    choix.prendre("1", false);
    choix.prendre("3", false);
    expect(choix.compte(apercu)).toMatchObject({ nouveaux: 1, changes: 0, cases: 0 });
    expect(choix.envoye.laisser).toEqual(["1", "3"]);
    choix.prendre("1", true);
    expect(choix.envoye.laisser).toEqual(["3"]);
  });

  it("sends the collectivités chosen, and none where the choice is taken back", () => {
    const choix = new ChoixApercu();
    choix.choisirCollectivite("1", "215900176");
    choix.choisirCollectivite("2", "x");
    choix.choisirCollectivite("2", "");
    expect(choix.envoye.collectivites).toEqual([{ numero: "1", cle: "215900176" }]);
  });
});

describe("the mapping on the screen", async () => {
  const nom = "export-2026.xlsx";
  const reconnu = reconnaitre(await tablesDe(nom), { fichier: nom }) as Reconnaissance;
  const colonne = (titre: string) => {
    const found = reconnu.colonnes.find((one) => one.titre === titre);
    if (!found) throw new Error(`No column ${titre}`);
    return found;
  };

  it("starts from what was proposed", () => {
    const rattachement = new Rattachement(reconnu);
    expect(rattachement.champDe(colonne("ID"))).toBe("numero");
    expect(rattachement.champDe(colonne("FranceConnect ?"))).toBe("");
    expect(rattachement.correspondance.length).toBe(rattachement.reprises);
  });

  it("puts a chosen column before those that give the same field", () => {
    const rattachement = new Rattachement(reconnu);
    const notes = colonne("Présentation du projet");
    rattachement.choisir(notes, "intitule");
    const given = rattachement.correspondance.filter(({ champ }) => champ === "intitule");
    expect(given.map(({ cle }) => cle)).toEqual([notes.cle, colonne("Intitulé du projet").cle]);
    expect(rattachement.voisines(notes).map(({ titre }) => titre)).toEqual(["Intitulé du projet"]);
    expect(rattachement.estChoisi(notes)).toBe(true);
  });

  it("remembers each column of the file, those left aside too", () => {
    const rattachement = new Rattachement(reconnu);
    const contact = colonne("Téléphone du contact");
    rattachement.choisir(contact, "");
    expect(rattachement.memoire).toHaveLength(reconnu.colonnes.length);
    expect(rattachement.memoire.find(({ cle }) => cle === contact.cle)?.champ).toBe("");
    expect(rattachement.correspondance.some(({ cle }) => cle === contact.cle)).toBe(false);
    rattachement.choisir(contact, "telephone");
    expect(rattachement.estChoisi(contact)).toBe(false);
  });
});
