import { describe, expect, it } from "vitest";
import { atelier, installe, lignes, onglets, plain, seulement, valeur } from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Intitulé du projet",
  "Thème",
  "Coût total",
  "État",
  "Montant accordé",
  "Comité",
  "Décidé le",
  "Motif",
];
const COMITES: readonly (readonly Saisie[])[] = [
  ["Comité", "Date", "Présents", "Statut", "Votes"],
  ["Comité de juillet", jour("2021-07-06"), "Mme A ; M. B", "tenu", "Unanimité"],
];

const dossier = (numero: string, etat: string, montant: Saisie, ...rest: Saisie[]): Saisie[] => [
  numero,
  `Ville ${numero}`,
  `Projet ${numero}`,
  "3c",
  50_000,
  etat,
  montant,
  "Comité de juillet",
  jour("2021-07-06"),
  ...rest,
];

const LIGNES = [
  dossier("1", "Retenu", 40_000),
  dossier("2", "Retenu", 26_666.66),
  dossier("3", "Non retenu", "", "Impact non démontré"),
];

function open(
  guichet = "HDF",
  extra: readonly (readonly [string, readonly (readonly Saisie[])[]])[] = [],
  rows: readonly (readonly Saisie[])[] = LIGNES,
) {
  const tabs = [["Suivi", [ENTETES, ...rows]] as const, ["Comités", COMITES] as const, ...extra];
  const opened = atelier(classeur(tabs.map(([nom, content]) => onglet(nom, content))));
  opened.api("apiInstaller", { guichet, prefecture: "Préfecture d’Exemple" });
  return opened;
}

const COMITE = { comite: "Comité de juillet" };
const NOM = "Relevé 2021-07-06";

describe("Relevé de décisions", () => {
  it("computes on the sheet what its lines say", () => {
    const { host, api } = open();
    expect(plain(api("apiReleve", COMITE).message)).toBe(
      "Onglet « Relevé 2021-07-06 » : 2 avis favorables (66 666,66 €), 1 défavorable, 0 ajourné. 0 point à compléter.",
    );
    const rows = lignes(host, NOM);
    const find = (label: string) => rows.find(([first]) => first === label);
    expect(find("Lauréats")?.[1]).toBe(2);
    expect(find("Total accordé")?.[1]).toBe(66_666.66);
    expect(find("Présents")?.[1]).toBe("Mme A");
    expect(find("Votes")?.[1]).toBe("Unanimité");
    expect(find("HDF")?.slice(1, 7)).toEqual([
      1_685_000, 0, 66_666.66, 66_666.66, 1_685_000, 1_618_333.34,
    ]);
    expect(plain(find("Notification")?.[1])).toContain(
      "HDF : la semaine du 12/07/2021 au 18/07/2021 (HDF,",
    );
  });

  it("replaces its own tab and changes no other; once sent, it stays and the next is made beside it", () => {
    const { host, api } = open();
    api("apiReleve", COMITE);
    const others = () => seulement(host, (nom) => !nom.startsWith("Relevé"));
    const before = others();
    api("apiReleve", COMITE);
    expect(others()).toEqual(before);
    expect(api("apiMarquerTransmis", { onglet: NOM })).toMatchObject({
      kind: "fait",
      nombre: 2,
      total: 6_666_666,
    });
    const sent = onglets(host).get(NOM);
    expect(api("apiReleve", COMITE)).toMatchObject({ onglet: "Relevé 2021-07-06 (2)" });
    expect(onglets(host).get(NOM)).toEqual(sent);
  });

  it("is never taken for the référent's own list", () => {
    const { api } = open();
    api("apiReleve", COMITE);
    expect(api("apiInstaller", { guichet: "HDF" })).toMatchObject({
      kind: "fait",
      onglet: "Suivi",
    });
  });

  it("takes the préfecture's own delay of notification", () => {
    const { host, api } = open();
    const row = host.values("Paramètres").length + 1;
    const write = (column: number, value: string | number) =>
      poser(host, "Paramètres", row, column, value);
    write(1, "HDF.notification.jours");
    write(2, 10);
    api("apiReleve", COMITE);
    const line = lignes(host, NOM).find(([first]) => first === "Notification");
    expect(plain(line?.[1])).toBe(
      "HDF : au plus tard le 16/07/2021, 10 jours après le comité (réglage de la préfecture, clé notification.jours)",
    );
  });

  it.each([
    ["Comité d’août", "Aucun comité « Comité d’août »"],
    ["Sans date", "Le comité « Sans date » n’a pas de date : complétez-la"],
  ])("says why there is none for %s", (comite, words) => {
    const { host, api } = atelierWith([...COMITES, ["Sans date", "", "", "", ""]]);
    const before = host.workbook.snapshot();
    expect(plain(api("apiReleve", { comite }).message)).toContain(words);
    expect(host.workbook.snapshot()).toEqual(before);
  });

  it("refuses two committees of one day, whose tabs would have one name", () => {
    const { api } = atelierWith([...COMITES, ["Autre comité", jour("2021-07-06"), "", "", ""]]);
    expect(plain(api("apiReleve", COMITE).message)).toContain(
      "Deux comités portent la date du 06/07/2021 : « Comité de juillet » et « Autre comité ».",
    );
  });

  it("makes as many service calls for 10 dossiers as for 300", () => {
    const counts = [10, 300].map((count) => {
      const rows = Array.from({ length: count }, (_, rank) => dossier(`N${rank}`, "Retenu", 100));
      const { host, api } = open("HDF", [], rows);
      api("apiReleve", COMITE);
      api("apiReleve", COMITE);
      return host.ledger.total;
    });
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(45);
  });

  it("is made from the menu, which asks which committee where there are several", () => {
    const { host, clic } = installe("suivi-nord.xlsx");
    const said = clic("Après le comité ▸ Relevé de décisions", { text: "2" });
    expect(said[0]).toContain("1. Décisions du 09/07/2021\n2. Décisions du 28/05/2021");
    expect(said[1]).toContain("Onglet « Relevé 2021-05-28 » :");
    expect(plain(valeur(host, "Relevé 2021-05-28", "A1"))).toBe(
      "Relevé de décisions du 28/05/2021",
    );
  });
});

function atelierWith(comites: readonly (readonly Saisie[])[]) {
  const opened = atelier(
    classeur([onglet("Suivi", [ENTETES, ...LIGNES]), onglet("Comités", comites)]),
  );
  opened.api("apiInstaller", { guichet: "HDF" });
  return opened;
}

describe("Information régionale", () => {
  it("is made for Île-de-France", () => {
    const { host, api } = open("IDF-V1");
    expect(plain(api("apiInformation", COMITE).message)).toBe(
      "Onglet « Information régionale 2021-07-06 » : 2 lauréats, 66 666,66 €. À transmettre au niveau régional avant toute notification.",
    );
    const rows = lignes(host, "Information régionale 2021-07-06");
    expect(rows.find(([first]) => first === "Total accordé")?.[1]).toBe(66_666.66);
  });

  it.each(["HDF", "DITP", "MARNE-V1", "IDF-V2"])("is not provided for by %s", (guichet) => {
    const { host, api } = open(guichet);
    const before = host.workbook.snapshot();
    expect(plain(api("apiInformation", COMITE).message)).toContain(
      `Information du niveau régional avant notification : non prévue par ${guichet}.`,
    );
    expect(host.workbook.snapshot()).toEqual(before);
  });

  it("has nothing to say of a committee that retained nobody", () => {
    const { api } = open("IDF-V1", [], [dossier("3", "Non retenu", "")]);
    expect(plain(api("apiInformation", COMITE).message)).toContain("n’a retenu aucun dossier");
  });
});

describe("Lettres", () => {
  const modeles = (objet: string, texte: string): readonly (readonly Saisie[])[] => [
    ["Nom", "Objet", "Texte"],
    ["Notification", objet, texte],
  ];

  it("writes the models that the workbook lacks, once, and journals them", () => {
    const { host, api } = open();
    const first = api("apiLettres", COMITE);
    expect(first).toMatchObject({
      kind: "lettres",
      modelesAjoutes: ["Notification", "Non retenus"],
    });
    const tab = onglets(host).get("Modèles");
    expect(api("apiLettres", COMITE)).toMatchObject({ modelesAjoutes: [] });
    expect(onglets(host).get("Modèles")).toEqual(tab);
    const journal = host.values("Journal").filter(([, , source]) => source === "Lettres");
    expect(journal.map((row) => row[6])).toEqual(["Notification", "Non retenus"]);
  });

  it("leaves the models of the préfecture as they are", () => {
    const { host, api } = open("HDF", [["Modèles", modeles("Objet", "Bonjour {{porteur}}")]]);
    const { lettres } = api("apiLettres", COMITE) as unknown as {
      lettres: readonly { paragraphes: string[] }[];
    };
    expect(lettres.map(({ paragraphes }) => paragraphes[0])).toEqual([
      "Bonjour Ville 1",
      "Bonjour Ville 2",
      "Préfecture d’Exemple",
    ]);
    expect(host.values("Modèles")[1]?.[2]).toBe("Bonjour {{porteur}}");
  });

  it("refuses unknown fields by name, with those that are known", () => {
    const { api } = open("HDF", [["Modèles", modeles("{{objets}}", "{{montan}} et {{Porteur}}")]]);
    const answer = api("apiLettres", COMITE);
    expect(answer.kind).toBe("modeles");
    expect(plain((answer.messages as string[])[0])).toBe(
      "Modèle « Notification » : champs inconnus {{objets}}, {{montan}}. Champs connus : prefecture, comite, date_comite, date_lettre, numero, porteur, intitule, contact, guichet, theme, cout, demande, montant, montant_lettres, taux, conditions, echeances, fin, objet.",
    );
  });

  it("sends nothing and changes no dossier", () => {
    const { host, api } = open();
    const before = host.values("Suivi");
    api("apiLettres", COMITE);
    expect(host.values("Suivi")).toEqual(before);
  });

  it("opens its dialog from the menu and from the sidebar", () => {
    const { clic, api } = open();
    expect(clic("Après le comité ▸ Lettres")).toHaveLength(1);
    expect(() => api("apiOuvrirLettres")).not.toThrow();
  });
});

describe("apiSuites", () => {
  it("shows where each dossier stands, when to notify, what was made", () => {
    const { api } = open("IDF-V1");
    api("apiReleve", COMITE);
    const view = api("apiSuites", COMITE);
    expect(view).toMatchObject({
      kind: "suites",
      comite: { cle: "Comité de juillet", date: "2021-07-06" },
      onglets: [NOM],
      information: { prevue: true },
    });
    expect((view.notification as string[]).map(plain)).toEqual([
      "IDF-V1 : délai non prévu par le document",
      "Pour fixer votre propre délai : clé GUICHET.notification.jours des Paramètres, par exemple HDF.notification.jours.",
    ]);
    expect(view.dossiers).toMatchObject([
      { numero: "1", etat: "Retenu", depuis: "2021-07-06", montant: 4_000_000, suivant: "Notifié" },
      { numero: "2", suivant: "Notifié" },
      { numero: "3", etat: "Non retenu" },
    ]);
  });

  it("begins with the latest committee that was held, not one to come", () => {
    const later: readonly Saisie[] = ["Comité d’octobre", jour("2021-10-05"), "", "préparé", ""];
    const { api } = atelierWith([...COMITES, later]);
    expect(api("apiSuites", {})).toMatchObject({ comite: { cle: "Comité de juillet" } });
  });
});
