import { describe, expect, it } from "vitest";
import { atelier, installe, plain, type Reponse, SUIVIS } from "./aides/atelier.js";
import { autre, COMITE, contenu, journal, raisons, seance } from "./aides/comite.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

interface Ligne {
  readonly numero: string;
  readonly comite: string;
  readonly issue: string;
  readonly etat?: string;
  readonly decide: boolean;
}

const dossiers = (answer: Reponse) => answer.dossiers as readonly Ligne[];
const echeance = (answer: Reponse) =>
  (answer.echeances as { date?: string; due: boolean; texte: string }[])[0];

describe("opening the committee", () => {
  it("asks for the columns that decisions need, adds them after that, then opens", () => {
    const { api, host } = installe("suivi-nord.xlsx");
    const asked = api("apiComiteOuvrir");
    expect(asked).toMatchObject({
      kind: "colonnes",
      titres: ["Motif", "Comité", "Taux accordé", "Conditions"],
    });
    expect(host.values("Suivi FITN7")[0]).not.toContain("Comité");
    expect(api("apiComiteColonnes").titres).toEqual(asked.titres);
    expect(host.values("Suivi FITN7")[0]?.slice(-4)).toEqual(asked.titres);
    expect(api("apiComiteOuvrir").kind).toBe("ouvert");
    expect(api("apiComiteColonnes").titres).toEqual([]);
  });

  it("asks for the exception's columns where a guichet of the sheet has one", () => {
    const rows: readonly Saisie[][] = [
      ["N° dossier", "Porteur", "État", "Montant accordé"],
      ["1", "Ville", "Déposé", ""],
    ];
    const opened = (guichet: string) => {
      const { api } = atelier(classeur([onglet("Suivi", rows)]));
      api("apiInstaller", { guichet });
      return api("apiComiteOuvrir").titres;
    };
    expect(opened("IDF-V1")).toContain("Motif d'exception");
    expect(opened("IDF-V2")).not.toContain("Motif d'exception");
  });

  it("refuses a tab without numbers, and a workbook without the add-in", () => {
    const rows = [
      ["Porteur", "État", "Montant accordé"],
      ["Ville", "Déposé", ""],
    ];
    const { api } = atelier(classeur([onglet("Suivi", rows)]));
    expect(plain(api("apiComiteOuvrir").message)).toMatch(/Installer le suivi/);
    api("apiInstaller", { guichet: "HDF" });
    expect(plain(api("apiComiteOuvrir").message)).toMatch(/n’a pas de colonne « N° dossier »/);
  });

  it.each(SUIVIS)("counts the envelope of %s as the tab Enveloppes does", (nom) => {
    const opened = seance(nom);
    const answer = opened.api("apiComiteOuvrir");
    const rows = opened.host.values("Enveloppes");
    const totals = rows.filter(([cell]) => cell === "Total").map((row) => row[3]);
    const granted = (answer.enveloppes as { accorde: number }[]).map(
      ({ accorde }) => accorde / 100,
    );
    expect(granted).toEqual(totals);
  });

  it.each(SUIVIS)("gives every dossier of %s the outcome of the tab Instruction", (nom) => {
    const opened = seance(nom);
    const shown = dossiers(opened.api("apiComiteOuvrir")).map(({ numero, issue }) => [
      numero,
      issue,
    ]);
    const instruits = opened.host
      .values("Instruction")
      .flatMap((row) => (/^\d{7}$/.test(String(row[0])) ? [[String(row[0]), row[12]]] : []));
    expect(shown).toEqual(instruits);
  });

  it("says which amounts no sum counts", () => {
    const opened = seance("suivi-marne.xlsx");
    opened.taper("4305529", "Subvention État", "environ 30 000");
    expect((opened.api("apiComiteOuvrir").avertissements as string[]).map(plain)).toEqual([
      "Montant accordé ou état illisible ou absent, non compté dans l’enveloppe : 4305529.",
    ]);
  });

  it("shows what a cell holds that can't be read, and says that it can't be", () => {
    const opened = seance("suivi-marne.xlsx");
    opened.taper("4306077", "Coût global", "99 000,555");
    const faits = opened.fiche("4306077").faits as { libelle: string; valeur: string }[];
    expect(faits.find(({ libelle }) => libelle === "Coût total")?.valeur).toBe(
      "99 000,555 (illisible)",
    );
    expect(faits.filter(({ valeur }) => valeur.endsWith("(illisible)"))).toHaveLength(1);
  });

  it("opens on the dossier of the active row, wherever the row is", () => {
    const opened = seance("suivi-marne.xlsx");
    const select = (tab: string, row: number) => opened.host.select(tab, `B${row}`);
    select("Dossiers 2021", 5);
    expect(opened.api("apiComiteOuvrir").selection).toBe("4305255");
    expect(opened.api("apiComiteSelection")).toEqual({ kind: "selection", numero: "4305255" });
    select("Dossiers 2021", 3);
    expect(opened.api("apiComiteSelection")).toEqual({ kind: "selection" });
    select("Paiements", 5);
    expect(opened.api("apiComiteSelection")).toEqual({ kind: "selection" });
  });
});

describe("when a committee is due", () => {
  it("is told from the committees and the days decided, and in the menu", () => {
    const opened = installe("suivi-marne.xlsx", { le: "2021-09-02T08:00:00Z" });
    opened.api("apiComiteColonnes");
    const said = echeance(opened.api("apiComiteOuvrir"));
    expect(said).toMatchObject({ date: "2021-09-01", due: true });
    expect(plain(said?.texte)).toBe(
      "Comité annoncé en septembre 2021, pas encore tenu, 9 dossiers en attente. (MAR, « 4. Modalités de candidature »)",
    );
    opened.host.open();
    expect(captions(opened)).toContain("Comité de sélection (attendu depuis le 01/09/2021)");
    opened.api("apiComiteCreer", { nom: "Septembre", date: "2021-09-02", presents: "" });
    expect(plain(echeance(opened.api("apiComiteOuvrir"))?.texte)).toBe(plain(said?.texte));
    opened.host.open();
    expect(captions(opened)).toContain("Comité de sélection (attendu depuis le 01/09/2021)");
    opened.api("apiComiteModifier", { nom: "Septembre", statut: "tenu" });
    expect(plain(echeance(opened.api("apiComiteOuvrir"))?.texte)).toMatch(
      /^Les comités annoncés ont eu lieu/,
    );
    opened.host.open();
    expect(captions(opened)).toContain("Comité de sélection");
  });

  describe("a committee prepared for a past day was held once something says so", () => {
    const NOM = "Comité d’avril";
    const ENTETES = ["N° dossier", "Porteur", "Thème", "Date de dépôt", "État", "Comité"];

    /** In May, under DEP: one dossier waits since March, another has a state in April's committee. */
    const en = (etat: string, decide: Saisie = "", statut?: string) => {
      const { api } = atelier(
        classeur([
          onglet("Suivi", [
            [...ENTETES, "Décidé le"],
            ["1", "Ville", "3a", jour("2021-03-01"), "Déposé", "", ""],
            ["2", "Ville", "3b", jour("2021-03-02"), etat, NOM, decide],
          ]),
        ]),
        { le: "2021-05-03T08:00:00Z" },
      );
      api("apiInstaller", { guichet: "DEP" });
      api("apiComiteColonnes");
      api("apiComiteCreer", { nom: NOM, date: "2021-04-08", presents: "" });
      if (statut !== undefined) api("apiComiteModifier", { nom: NOM, statut });
      return echeance(api("apiComiteOuvrir"));
    };
    const AUCUN = "2021-04-01";
    const AVRIL = "2021-05-08";

    it.each<[what: string, found: ReturnType<typeof en>, date: string]>([
      ["nothing decided", en("Déposé"), AUCUN],
      ["adjourned, on no day", en("Ajourné"), AUCUN],
      ["adjourned on its day", en("Ajourné", jour("2021-04-08")), AVRIL],
      ["turned down on its day", en("Non retenu", jour("2021-04-08")), AVRIL],
      ["retained, the day left out", en("Retenu"), AVRIL],
      ["said to be held", en("Déposé", "", "tenu"), AVRIL],
      ["closed", en("Déposé", "", "clos"), AVRIL],
    ])("%s", (_, found, date) => {
      expect(found?.date).toBe(date);
    });

    it("says what to do where nothing does", () => {
      expect(plain(en("Déposé")?.texte)).toMatch(
        / « Comité d’avril » est préparé, sans décision : s’il a eu lieu, passez-le à « tenu »\.$/,
      );
      expect(en("Déposé", "", "tenu")?.texte).not.toMatch(/préparé/);
    });
  });

  it("is left out of the menu before the script is allowed", () => {
    const opened = installe("suivi-marne.xlsx", { le: "2021-09-02T08:00:00Z" });
    opened.api("apiComiteColonnes");
    opened.api("apiComiteOuvrir");
    opened.host.open("NONE");
    expect(captions(opened)).toContain("Comité de sélection");
  });
});

function captions({ host }: { host: { menu: readonly { entries: readonly object[] }[] } }) {
  return host.menu[0]?.entries.map((entry) => ("caption" in entry ? plain(entry.caption) : ""));
}

describe("committees", () => {
  it("are made once by name, changed, and journaled", () => {
    const opened = seance("suivi-nord.xlsx");
    const create = (nom: string) =>
      opened.api("apiComiteCreer", { nom, date: "2021-09-01", presents: "" });
    expect(plain(create("comité du 16/07/2021").message)).toMatch(/existe déjà/);
    expect(plain(create("  ").message)).toMatch(/Donnez un nom/);
    const changed = opened.api("apiComiteModifier", {
      nom: COMITE,
      presents: "=1+1",
      statut: "tenu",
    });
    expect(changed.comites).toEqual([
      { nom: COMITE, date: "2021-07-16", presents: "=1+1", statut: "tenu" },
    ]);
    expect(opened.host.values("Comités")[1]?.slice(2, 4)).toEqual(["=1+1", "tenu"]);
    expect(journal(opened, "Comité").map((row) => row.slice(1).map(plain))).toEqual([
      ["Comité « Comité du 16/07/2021 »", "null", "créé pour le 16/07/2021"],
      ["Comité « Comité du 16/07/2021 », Présents", "M. le préfet", "=1+1"],
      ["Comité « Comité du 16/07/2021 », Statut", "préparé", "tenu"],
    ]);
    expect(plain(opened.api("apiComiteModifier", { nom: "Août" }).message)).toMatch(/n’est plus/);
  });

  it("are made in a tab that lacks a column nobody writes here, not in one that lacks the date", () => {
    const opened = seance("suivi-nord.xlsx");
    const rename = (column: number) => poser(opened.host, "Comités", 1, column, "Autre");
    rename(5);
    const create = (nom: string) =>
      opened.api("apiComiteCreer", { nom, date: "2021-09-01", presents: "" });
    expect(create("Septembre").kind).toBe("fait");
    rename(2);
    expect(plain(create("Octobre").message)).toMatch(/n’a pas de colonne « Date »/);
  });

  it("are checked at the border", () => {
    const { api } = seance("suivi-nord.xlsx");
    expect(() => api("apiComiteCreer", { nom: "x", date: "16/07/2021", presents: "" })).toThrow(
      "date\u00a0: lu «\u00a016/07/2021\u00a0», attendu un jour, par exemple 2021-07-06",
    );
    expect(() => api("apiComiteModifier", { nom: COMITE, statut: "fini" })).toThrow(
      /préparé, tenu ou clos/,
    );
  });
});

describe("the agenda", () => {
  const opened = seance("suivi-nord.xlsx");
  const propose = (numeros: readonly string[], comite = COMITE) =>
    opened.api("apiComiteProposer", { numeros, comite });

  it("takes those that wait, were adjourned or turned down; not those that have their decision", () => {
    const answer = propose(["4212014", "4211740", "4210644", "4210507", "9"]);
    expect(answer.numeros).toEqual(["4212014", "4211740", "4210644"]);
    expect((answer.refuses as { message: string }[]).map(({ message }) => plain(message))).toEqual([
      "Dossier 4210507 : déjà décidé (Engagé), il garde son comité.",
      "Le dossier « 9 » n’est plus dans l’onglet « Suivi FITN7 ».",
    ]);
    expect(opened.cellule("4212014", "Comité")).toBe(COMITE);
    expect(opened.cellule("4210507", "Comité")).toBe(null);
  });

  it("tells decided from waiting: an adjourned dossier is to be decided again", () => {
    const decided = () =>
      dossiers(opened.api("apiComiteOuvrir"))
        .filter(({ comite }) => comite === COMITE)
        .map(({ numero, decide }) => [numero, decide]);
    expect(decided()).toEqual([
      ["4210644", false],
      ["4211740", false],
      ["4212014", false],
    ]);
    opened.decide("4211740", { avis: "ajourné", motif: "devis à revoir" });
    expect(decided()[1]).toEqual(["4211740", true]);
  });

  it("takes a dossier off again, unless the committee decided it", () => {
    const answer = propose(["4212014", "4211740"], "");
    expect(answer.numeros).toEqual(["4212014"]);
    expect(plain(answer.message)).toBe(
      "1 dossier retiré de l’ordre du jour. Dossier 4211740 : décidé par le comité « Comité du 16/07/2021 », il y reste.",
    );
    expect(opened.cellule("4212014", "Comité")).toBe(null);
  });
});

describe("scores alone", () => {
  it("are kept without a decision, and answer with the weighted mean of the settings", () => {
    const opened = seance("suivi-marne.xlsx");
    const rows = opened.host.values("Paramètres");
    const row = rows.findIndex(([cle]) => cle === "MARNE-V1.poids.pertinence") + 1;
    poser(opened.host, "Paramètres", row, 2, 3);
    const score = (notes: object[]) =>
      opened.api("apiComiteNoter", {
        numero: "4307173",
        comite: COMITE,
        vu: opened.fiche("4307173").vu,
        notes,
      });
    const notes = [
      { code: "pertinence", note: 4, justification: "" },
      { code: "beneficiaires", note: 2, justification: "" },
    ];
    expect(score(notes)).toMatchObject({ kind: "fait", score: 3.5 });
    expect(opened.cellule("4307173", "Avis comité")).toBe("En instruction");
    expect(plain(score(notes).message)).toBe("Ces notes étaient déjà enregistrées.");
    const wrong = score([{ code: "pertinence", note: -1, justification: "" }]);
    expect(raisons(wrong)[0]).toMatch(/note lue -1/);
    expect(score([{ code: "pertinence", justification: "" }])).toMatchObject({ score: 2 });
  });

  it("go up to the highest score of the settings", () => {
    const opened = seance("suivi-marne.xlsx");
    expect(opened.fiche("4307173").noteMax).toBe(5);
    const rows = opened.host.values("Paramètres");
    const row = rows.findIndex(([cle]) => cle === "note.max") + 1;
    poser(opened.host, "Paramètres", row, 2, 20);
    expect(opened.fiche("4307173").noteMax).toBe(20);
  });
});

describe("a dossier at a glance", () => {
  it("shows its neighbours: the two dossiers of Armentières", () => {
    const opened = seance("suivi-nord.xlsx");
    expect(opened.fiche("4210370").voisins).toMatchObject([
      { numero: "4210233", etat: "Retenu", accorde: 2_800_000, pourquoi: "même SIREN" },
    ]);
  });

  it("opens with every reason and its source", () => {
    const { issue, raisons: given } = seance("suivi-nord.xlsx").fiche("4210370");
    expect(issue).toBe("Inéligible");
    expect((given as { code: string; source: string }[])[0]).toMatchObject({
      code: "DEPOT",
      gravite: "bloquant",
    });
  });

  it("shows the opinions gathered in the référent's own columns, and no field of the dossier", () => {
    const rows: readonly Saisie[][] = [
      [
        "N° dossier",
        "Porteur",
        "Thème",
        "Avis comité",
        "Avis proposé",
        "Avis de l’expert numérique",
        "Avis préfecture 77",
        "AVIS rendu le",
        "Avisé par",
      ],
      ["1", "Ville", "3d", "Déposé", "Favorable", "Solide, =1+1", "", jour("2021-07-02"), "poste"],
    ];
    const { api } = atelier(classeur([onglet("Suivi", rows)]));
    api("apiInstaller", { guichet: "IDF-V2" });
    expect(api("apiComiteDossier", { numero: "1", comite: "" }).avis).toEqual([
      { titre: "Avis de l’expert numérique", texte: "Solide, =1+1" },
      { titre: "AVIS rendu le", texte: "02/07/2021" },
    ]);
  });

  it("writes nothing", () => {
    const opened = seance("suivi-nord.xlsx");
    const before = contenu(opened);
    opened.fiche("4210370");
    opened.api("apiComiteOuvrir");
    expect(contenu(opened)).toEqual(before);
    expect(autre(opened).fiche("4210370").vu).toEqual(opened.fiche("4210370").vu);
  });
});
