import { describe, expect, it } from "vitest";
import { examinerLigne } from "../../src/functions/lignes.js";
import { GUICHETS } from "../../src/guichets/index.js";
import { lettresDuComite, modeleDe } from "../../src/reports/lettres.js";
import { CHAMPS_NOTIFICATION, type ContexteLettre } from "../../src/reports/lettres-champs.js";
import { defautsDe, fusionner, nomDeChamp } from "../../src/reports/lettres-fusion.js";
import { MODELES_PAR_DEFAUT } from "../../src/reports/lettres-modeles.js";
import { decisionDe } from "../../src/reports/releve-decisions.js";
import type { Suivi } from "../../src/reports/suivi.js";
import type { Champ, Faits } from "../../src/rules/dossier.js";
import { GUICHET_IDS, type GuichetId } from "../../src/rules/guichet.js";

const CONTEXTE: ContexteLettre = {
  prefecture: "Préfecture d’Exemple",
  comite: { nom: "Comité", date: "2021-07-06", presents: "", votes: "", statut: "tenu" },
  date: "2021-07-15",
};

const FAITS: Faits = {
  numero: "12",
  porteur: "Ville d’Exemple",
  intitule: "Guichet en ligne",
  theme: "3c",
  cout: 5_000_000,
  demande: 4_000_000,
  etat: "Retenu",
  montant_accorde: 3_750_050,
  date_decision: "2021-07-06",
};

function entree(faits: Faits, id: GuichetId = "HDF") {
  const dossier = { faits, colonnes: new Set<Champ>(), illisibles: [] };
  return { ...examinerLigne(dossier, GUICHETS[id]), ligne: 2 };
}

function fusion(texte: string, faits: Faits = FAITS, id: GuichetId = "HDF") {
  const sujet = decisionDe(entree(faits, id), CONTEXTE.comite.date);
  return fusionner({ nom: "N", objet: "O", texte }, CHAMPS_NOTIFICATION, sujet, CONTEXTE);
}

describe("merge fields", () => {
  it.each([
    ["{{montant}}", "37\u00a0500,50\u00a0€"],
    ["{{montant_lettres}}", "trente-sept mille cinq cents euros et cinquante centimes"],
    ["{{taux}}", "75\u00a0%"],
    ["{{ Montant }} / {{numéro}}", "37\u00a0500,50\u00a0€ / 12"],
    ["{{date_comite}} – {{date lettre}}", "6\u00a0juillet 2021 – 15\u00a0juillet 2021"],
    ["{{echeances}}", "crédits engagés au plus tard le 30\u00a0décembre 2021"],
    ["{{objet}}", "O"],
    ["rien", "rien"],
  ])("%s", (texte, filled) => {
    expect(fusion(texte).paragraphes).toEqual([filled]);
  });

  it.each<[GuichetId, string]>([
    [
      "IDF-V1",
      "projet achevé au plus tard le 31\u00a0octobre 2022\u00a0; effet concret sous 18 mois",
    ],
    ["DITP", "effet concret sous 24 mois\u00a0; résultats tangibles avant la fin de 2022"],
    ["MARNE-V1", "effet concret sous 24 mois"],
  ])("the delays of %s", (id, delays) => {
    expect(fusion("{{echeances}}", FAITS, id).paragraphes).toEqual([delays]);
  });

  it("takes a paragraph away where its optional value is empty, and leaves no hole", () => {
    const texte = "A\n\nConditions : {{conditions}}\n\nB";
    expect(fusion(texte).paragraphes).toEqual(["A", "", "B"]);
    expect(fusion(texte, { ...FAITS, conditions: "aucune" }).paragraphes).toEqual([
      "A",
      "",
      "Conditions : aucune",
      "",
      "B",
    ]);
  });

  it("takes away what the guichet does not have, and says so", () => {
    const ads = { ...FAITS, theme: "ADS" };
    const made = fusion("{{taux}} de {{fin}}\n{{echeances}}\nfin", ads, "IDF-ADS");
    expect(made).toMatchObject({
      paragraphes: ["fin"],
      manques: [],
      retires: [
        "taux\u00a0: IDF-ADS fixe un montant, sans taux",
        "echeances\u00a0: IDF-ADS ne fixe aucun délai",
      ],
    });
  });

  it("marks a value that is missing and names it once", () => {
    const { montant_accorde: _, ...bare } = FAITS;
    const made = fusion("{{montant}} {{montant}} {{taux}}", bare);
    expect(made.paragraphes).toEqual([
      "[montant\u00a0: à compléter] [montant\u00a0: à compléter] [taux\u00a0: à compléter]",
    ]);
    expect(made.manques).toEqual(["montant", "taux"]);
  });

  it("fills in once: braces inside a value stay text", () => {
    const made = fusion("{{intitule}}", { ...FAITS, intitule: "{{montant}} $& <b>" });
    expect(made.paragraphes).toEqual(["{{montant}} $& <b>"]);
  });

  it("compare without case, accents or spaces", () => {
    expect([" Date comité ", "MONTANT_LETTRES", "n°"].map(nomDeChamp)).toEqual([
      "date_comite",
      "montant_lettres",
      "n",
    ]);
  });
});

describe("the letter to those that were not retained", () => {
  it("leaves out one that another committee turned down, and that waits for this one's decision", () => {
    const refused: Faits = { ...FAITS, comite: "Comité", etat: "Non retenu", motif: "m" };
    const suivi = {
      dossiers: [
        entree(refused),
        entree({ ...refused, numero: "13", date_decision: "2021-05-20" }),
      ],
      comites: [{ ligne: 2, valeurs: { comite: "Comité", date: "2021-07-06" }, illisibles: [] }],
    };
    const made = lettresDuComite(suivi as unknown as Suivi, MODELES_PAR_DEFAUT, CONTEXTE);
    if (made.kind !== "lettres") throw new Error(made.messages.join());
    const text = made.lettres.flatMap(({ paragraphes }) => paragraphes).join("\n");
    expect(made.lettres).toHaveLength(1);
    expect(text).toContain("12");
    expect(text).not.toContain("13");
  });
});

describe("models", () => {
  const connus = new Set(Object.keys(CHAMPS_NOTIFICATION));

  it.each([
    ["{{montant}}", [], []],
    ["{{x}} {{ y z }} {{x}}", ["x", "y z"], []],
    ["{{montant", [], ["{{montant"]],
    ["montant}} ici", [], ["montant}} ici"]],
    ["{{}}", [""], []],
    ["un { seul }", [], []],
  ])("%s", (texte, inconnus, accolades) => {
    expect(defautsDe({ nom: "N", objet: "", texte }, connus)).toEqual({ inconnus, accolades });
  });

  it("shows its subject in the text, not in the subject itself", () => {
    const faults = defautsDe({ nom: "N", objet: "{{objet}}", texte: "{{objet}}" }, connus);
    expect(faults.inconnus).toEqual(["objet"]);
  });

  it("of a guichet come before the one for all", () => {
    const modeles = ["Notification", "notification idf-v1"].map((nom) => ({
      nom,
      objet: "",
      texte: "",
    }));
    expect(modeleDe(modeles, "Notification", "IDF-V1")?.nom).toBe("notification idf-v1");
    expect(modeleDe(modeles, "Notification", "HDF")?.nom).toBe("Notification");
    expect(modeleDe(modeles, "Non retenus")).toBeUndefined();
  });
});

describe("the letters of a committee", () => {
  const suivi = (faits: readonly Faits[], id: GuichetId = "HDF") => ({
    onglet: "Suivi",
    titres: new Map(),
    dossiers: faits.map((one, index) => ({ ...entree(one, id), ligne: index + 2 })),
    entreprises: [],
    avancement: [],
    paiements: [],
    comites: [],
  });
  const make = (faits: readonly Faits[], id?: GuichetId, modeles = MODELES_PAR_DEFAUT) =>
    lettresDuComite(suivi(faits, id), modeles, CONTEXTE);

  it("are one to each lauréat and one for all that were not retained", () => {
    const made = make([
      FAITS,
      { ...FAITS, numero: "13", etat: "Notifié", date_notification: "2021-07-12" },
      { ...FAITS, numero: "14", etat: "Non retenu" },
      { ...FAITS, numero: "15", etat: "Non retenu" },
      { ...FAITS, numero: "16", etat: "Ajourné" },
      { ...FAITS, numero: "17", etat: "Abandonné" },
    ]);
    if (made.kind !== "lettres") throw new Error(made.messages.join());
    expect(made.lettres.map(({ numero, destinataire }) => numero ?? destinataire)).toEqual([
      "12",
      "13",
      "Dossiers non retenus (2)",
    ]);
    expect(made.lettres[1]).toMatchObject({ etat: "Notifié", notifie: "2021-07-12" });
    const lines = made.lettres[2]?.paragraphes.filter((text) => text.startsWith("–"));
    expect(lines).toEqual([
      "– dossier n°\u00a014, Ville d’Exemple, «\u00a0Guichet en ligne\u00a0»",
      "– dossier n°\u00a015, Ville d’Exemple, «\u00a0Guichet en ligne\u00a0»",
    ]);
  });

  it.each(GUICHET_IDS)("have no gap under %s where the dossier is complete", (id) => {
    const theme = Object.keys(GUICHETS[id].themes)[0] ?? "";
    const made = make(
      [
        { ...FAITS, theme },
        { ...FAITS, theme, etat: "Non retenu" },
      ],
      id,
    );
    if (made.kind !== "lettres") throw new Error(made.messages.join());
    expect(made.lettres.map(({ manques }) => manques)).toEqual([[], []]);
    const text = made.lettres[0]?.paragraphes.join("\n") ?? "";
    expect(text).toContain("37\u00a0500,50\u00a0€ (trente-sept mille cinq cents euros");
    expect(text).not.toMatch(/\{\{|\}\}/);
  });

  it("say what is worth knowing: the région notifies (IDF-V2), a collective letter not provided for", () => {
    const made = make([FAITS, { ...FAITS, etat: "Non retenu" }], "IDF-V2");
    if (made.kind !== "lettres") throw new Error(made.messages.join());
    expect(made.lettres[0]?.avis.join()).toContain("revient à la préfecture de région");
    expect(made.lettres[1]?.avis.join()).toContain("non prévue par le document de IDF-V2");
    const hdf = make([{ ...FAITS, etat: "Non retenu" }], "HDF");
    expect(hdf.kind === "lettres" && hdf.lettres[0]?.avis).toEqual([]);
  });

  it("give the reasons in the collective letter only where its model asks for them", () => {
    const modeles = [{ nom: "Non retenus", objet: "", texte: "{{dossiers_motifs}}" }];
    const refused = { ...FAITS, etat: "Non retenu", motif: "Impact" } as const;
    const made = make([refused], "HDF", modeles);
    expect(made.kind === "lettres" && made.lettres[0]?.paragraphes).toEqual([
      "– dossier n°\u00a012, Ville d’Exemple, «\u00a0Guichet en ligne\u00a0»\u00a0: Impact",
    ]);
    const { motif: _, ...bare } = refused;
    const gap = make([refused, bare], "HDF", modeles);
    expect(gap.kind === "lettres" && gap.lettres[0]?.manques).toEqual(["dossiers_motifs"]);
  });

  it("are refused where a model is missing or has a field that is not known", () => {
    const broken = [{ nom: "Notification", objet: "{{montan}}", texte: "" }];
    const made = make([FAITS, { ...FAITS, etat: "Non retenu" }], "HDF", broken);
    expect(made).toMatchObject({ kind: "refus" });
    const messages = made.kind === "refus" ? made.messages.join("\n") : "";
    expect(messages).toContain("le modèle «\u00a0Non retenus\u00a0» manque");
    expect(messages).toContain("champ inconnu {{montan}}");
  });
});
