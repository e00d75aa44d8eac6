import { describe, expect, it } from "vitest";
import { plain, type Reponse } from "./aides/atelier.js";
import { autre, COMITE, contenu, journal, type Seance, seance } from "./aides/comite.js";
import { serie } from "./aides/saisie.js";

const SUIPPES = "4307173";
const VITRY = "4307036";
const AUBILLY = "4307721";

/** A committee of 16/07/2021 with three dossiers, the first two decided. */
function decidee(le?: string): Seance {
  const opened = seance("suivi-marne.xlsx", le === undefined ? {} : { le });
  opened.api("apiComiteProposer", { numeros: [SUIPPES, VITRY, AUBILLY], comite: COMITE });
  const notes = [{ code: "pertinence", note: 4, justification: "portage par le maire" }];
  opened.decide(SUIPPES, { montant: 900_000 }, { notes });
  opened.decide(VITRY, { avis: "ajourné", motif: "devis à revoir" });
  return opened;
}

const change = (opened: Seance, demande: object): Reponse =>
  opened.api("apiComiteModifier", { nom: COMITE, ...demande });
const decides = (opened: Seance) =>
  (opened.api("apiComiteOuvrir").dossiers as { numero: string; comite: string; decide: boolean }[])
    .filter(({ comite }) => comite !== "")
    .map(({ numero, comite, decide }) => [numero, comite, decide]);
const lignes = (opened: Seance, source = "Comité") =>
  journal(opened, source).map((row) => row.map(plain));

describe("a committee that is postponed", () => {
  it("takes its new day where it has decided nothing yet", () => {
    const opened = seance("suivi-marne.xlsx");
    opened.api("apiComiteProposer", { numeros: [SUIPPES], comite: COMITE });
    const done = change(opened, { date: "2021-07-20" });
    expect(plain(done.message)).toBe("Comité mis à jour.");
    expect(done.comites).toEqual([
      { nom: COMITE, date: "2021-07-20", presents: "M. le préfet", statut: "préparé" },
    ]);
    expect(lignes(opened)[1]).toEqual([
      "null",
      "Comité « Comité du 16/07/2021 », Date",
      "16/07/2021",
      "20/07/2021",
    ]);
    opened.decide(SUIPPES, { montant: 900_000 });
    expect(opened.cellule(SUIPPES, "Date CODIR")).toBe(serie("2021-07-20"));
  });

  it("asks first where decisions would change their day, and writes nothing", () => {
    const opened = decidee();
    const before = contenu(opened);
    const asked = change(opened, { date: "2021-07-20", presents: "Mme la sous-préfète" });
    expect(asked.kind).toBe("confirmer");
    expect(plain(asked.message)).toBe(
      `2 décisions sont déjà enregistrées à la date du 16/07/2021 (${VITRY}, ${SUIPPES}). La date de décision deviendra le 20/07/2021, inscrite au Journal ; avis, montants, motifs et notes restent tels quels. Rien n’est encore modifié.`,
    );
    expect(contenu(opened)).toEqual(before);
  });

  it("takes its decisions to the new day once agreed, each in the Journal, and they stay decided", () => {
    const opened = decidee();
    const before = decides(opened);
    opened.taper(AUBILLY, "Date CODIR", serie("2021-05-02"));
    const done = change(opened, { date: "2021-07-20", confirme: true });
    expect(plain(done.message)).toBe(
      "Comité mis à jour. 2 décisions sont redatées du 16/07/2021 au 20/07/2021.",
    );
    expect(decides(opened)).toEqual(before);
    expect([SUIPPES, VITRY, AUBILLY].map((numero) => opened.cellule(numero, "Date CODIR"))).toEqual(
      [serie("2021-07-20"), serie("2021-07-20"), serie("2021-05-02")],
    );
    expect(opened.cellule(SUIPPES, "Subvention État")).toBe(9_000);
    expect(lignes(opened).slice(-3)).toEqual([
      [VITRY, "Décidé le", "16/07/2021", "20/07/2021"],
      [SUIPPES, "Décidé le", "16/07/2021", "20/07/2021"],
      ["null", "Comité « Comité du 16/07/2021 », Date", "16/07/2021", "20/07/2021"],
    ]);
  });

  it("says that a record made before keeps the former day", () => {
    const opened = decidee();
    opened.api("apiReleve", { comite: COMITE });
    const done = change(opened, { date: "2021-07-20", confirme: true });
    expect(plain(done.message)).toMatch(
      /« Relevé 2021-07-16 » garde l’ancienne date : à refaire par « Après la séance »\.$/,
    );
  });
});

describe("a committee with a notified decision", () => {
  const opened = decidee("2021-07-19T08:00:00Z");
  opened.api("apiMarquerEtat", { numeros: [SUIPPES], vers: "Notifié", jour: "2021-07-19" });
  const before = contenu(opened);

  it.each([{ date: "2021-07-20", confirme: true }, { nouveauNom: "Comité d’été" }])(
    "keeps its day and its name, which letters carry: %o",
    (demande) => {
      expect(opened.fiche(SUIPPES).verrouille).toBe(true);
      const answer = change(opened, demande);
      expect(answer.kind).toBe("refus");
      expect(plain(answer.message)).toBe(
        `Le comité « Comité du 16/07/2021 » du 16/07/2021 garde son nom et sa date : 1 de ses décisions est déjà notifiée (${SUIPPES}) et les lettres les portent. Rien n’a été modifié. Rouvrez d’abord ces décisions, avec un motif, ou créez un autre comité.`,
      );
      expect(contenu(opened)).toEqual(before);
    },
  );

  it("still takes who was present, name and day said again", () => {
    const answer = change(opened, {
      nouveauNom: COMITE,
      date: "2021-07-16",
      presents: "Mme la sous-préfète",
    });
    expect(plain(answer.message)).toBe("Comité mis à jour.");
    expect(lignes(opened).at(-1)?.[1]).toBe("Comité « Comité du 16/07/2021 », Présents");
  });

  it("changes once that decision is reopened", () => {
    opened.api("apiComiteRouvrir", { numero: SUIPPES, motif: "erreur de date" });
    expect(change(opened, { date: "2021-07-20", confirme: true }).kind).toBe("fait");
  });
});

describe("a committee's other name", () => {
  it("is followed by its agenda, its decisions and its scores", () => {
    const opened = decidee();
    const done = change(opened, { nouveauNom: " Comité d’été " });
    expect(plain(done.message)).toBe("Comité mis à jour. 3 dossiers suivent son nouveau nom.");
    expect(decides(opened)).toEqual([
      [VITRY, "Comité d’été", true],
      [SUIPPES, "Comité d’été", true],
      [AUBILLY, "Comité d’été", false],
    ]);
    expect(opened.fiche(SUIPPES, "Comité d’été").criteres).toMatchObject([
      { code: "pertinence", note: 4, justification: "portage par le maire" },
      {},
      {},
      {},
    ]);
    expect(lignes(opened).slice(-4)).toEqual([
      [VITRY, "Comité", COMITE, "Comité d’été"],
      [SUIPPES, "Comité", COMITE, "Comité d’été"],
      [AUBILLY, "Comité", COMITE, "Comité d’été"],
      ["null", "Comité « Comité du 16/07/2021 », Nom", COMITE, "Comité d’été"],
    ]);
  });

  it("is its own: nobody else's, and not empty", () => {
    const opened = decidee();
    opened.api("apiComiteCreer", { nom: "Septembre", date: "2021-09-01", presents: "" });
    const before = contenu(opened);
    expect(plain(change(opened, { nouveauNom: "SEPTEMBRE" }).message)).toBe(
      "Le comité « SEPTEMBRE » existe déjà : donnez un autre nom.",
    );
    expect(plain(change(opened, { nouveauNom: "  " }).message)).toMatch(/^Donnez un nom/);
    expect(contenu(opened)).toEqual(before);
    expect(change(opened, { nouveauNom: COMITE.toUpperCase() }).kind).toBe("fait");
  });

  it("is refused where a row of the agenda has no number to be found by", () => {
    const opened = decidee();
    opened.taper(AUBILLY, "Numéro DS", "");
    expect(plain(change(opened, { nouveauNom: "Été" }).message)).toMatch(
      /^La ligne \d+, inscrite à ce comité, n’a pas de numéro de dossier/,
    );
  });
});

describe("a committee's change, taken back", () => {
  const retablir = (opened: Seance, done: Reponse, nom = COMITE) =>
    opened.api("apiComiteRetablir", { lot: done.lot, nom });
  const sansJournal = (opened: Seance) => {
    const { Journal: _, ...rest } = contenu(opened);
    return rest;
  };
  const CHANGE = {
    date: "2021-07-20",
    nouveauNom: "Été",
    presents: "Mme Durand",
    statut: "tenu",
    confirme: true,
  };

  it("puts back its row, its agenda, its decisions and its scores, and says so in the Journal", () => {
    const opened = decidee();
    const before = sansJournal(opened);
    const done = change(opened, CHANGE);
    const undone = retablir(opened, done, "Été");
    expect(plain(undone.message)).toMatch(/^Annulé, remis comme avant : .*Comité \(dossier/);
    expect(sansJournal(opened)).toEqual(before);
    expect(undone.comites).toEqual([
      { nom: COMITE, date: "2021-07-16", presents: "M. le préfet", statut: "préparé" },
    ]);
    expect(lignes(opened, "Comité : annulation").at(-1)).toEqual([
      "null",
      "Annulation",
      done.lot,
      "annulé",
    ]);
    expect(plain(retablir(opened, done).message)).toBe("Cet enregistrement est déjà annulé.");
  });

  it.each([{ presents: "Mme Durand" }, { statut: "clos" }, { date: "2021-07-20" }])(
    "puts back %o where nothing is decided",
    (demande) => {
      const opened = seance("suivi-marne.xlsx");
      const before = sansJournal(opened);
      expect(retablir(opened, change(opened, demande)).kind).toBe("fait");
      expect(sansJournal(opened)).toEqual(before);
    },
  );

  it("offers nothing to take back where nothing changed", () => {
    expect(change(decidee(), {})).not.toHaveProperty("lot");
  });

  it.each<[what: string, demande: object, since: (opened: Seance) => unknown, why: RegExp]>([
    [
      "its row was changed",
      { presents: "Mme Durand" },
      (opened) => change(opened, { presents: "M. Martin" }),
      /^Ces cellules ont changé depuis : onglet « Comités ».*Rien n’a été annulé/,
    ],
    [
      "a dossier was decided on the new day",
      { date: "2021-07-20", confirme: true },
      (opened) => opened.decide(AUBILLY, { avis: "ajourné", motif: "à revoir" }),
      /inscrits ou décidés à ce comité .*: 4307721\. Rien n’a été annulé/,
    ],
    [
      "a dossier was decided on the new day, under the new name",
      CHANGE,
      (opened) => opened.decide(AUBILLY, { avis: "ajourné", motif: "à revoir" }, { comite: "Été" }),
      /inscrits ou décidés à ce comité .*: 4307721\. Rien n’a été annulé/,
    ],
    [
      "a dossier was put on its agenda under the new name",
      { nouveauNom: "Été" },
      (opened) => opened.api("apiComiteProposer", { numeros: ["4306077"], comite: "Été" }),
      /inscrits ou décidés à ce comité .*: 4306077\. Rien n’a été annulé/,
    ],
    [
      "a score was given under the new name",
      { nouveauNom: "Été" },
      (opened) =>
        opened.api("apiComiteNoter", {
          numero: AUBILLY,
          comite: "Été",
          vu: opened.fiche(AUBILLY, "Été").vu,
          notes: [{ code: "pertinence", note: 2, justification: "" }],
        }),
      /des notes ont été données sous le nom « Été »\. Rien n’a été annulé/,
    ],
  ])("is refused whole where %s since", (_, demande, since, why) => {
    const opened = decidee();
    const done = change(opened, demande);
    expect(since(opened)).toMatchObject({ kind: "fait" });
    const before = contenu(opened);
    const answer = retablir(opened, done, "nouveauNom" in demande ? "Été" : COMITE);
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toMatch(why);
    expect(contenu(opened)).toEqual(before);
  });

  it("is refused once a decision is notified on the new day, and for somebody else's change", () => {
    const opened = decidee("2021-07-22T08:00:00Z");
    const done = change(opened, { date: "2021-07-20", confirme: true });
    expect(plain(retablir(autre(opened), done).message)).toMatch(
      /^Cette saisie n’est pas la vôtre/,
    );
    opened.api("apiMarquerEtat", { numeros: [SUIPPES], vers: "Notifié", jour: "2021-07-21" });
    expect(plain(retablir(opened, done).message)).toMatch(
      /garde son nom et sa date : 1 de ses décisions est déjà notifiée \(4307173\)/,
    );
  });
});

it("reads the day at the border", () => {
  expect(() => change(seance("suivi-marne.xlsx"), { date: "20/07/2021" })).toThrow(
    "date\u00a0: lu «\u00a020/07/2021\u00a0», attendu un jour, par exemple 2021-07-06",
  );
});
