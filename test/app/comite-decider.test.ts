import { describe, expect, it } from "vitest";
import { plain } from "./aides/atelier.js";
import { autre, COMITE, contenu, journal, raisons, seance } from "./aides/comite.js";
import { poser } from "./aides/poser.js";
import { serie } from "./aides/saisie.js";

const NORD = "suivi-nord.xlsx";
const MARNE = "suivi-marne.xlsx";
const SEINE = "suivi-seine-et-marne.xlsx";

/** In Nord: 38 900 € of cost, 19 400 € asked, not decided. */
const MORMAL = "4212014";
/** In Nord: retained in July, not notified, 28 000 €. */
const ARMENTIERES = "4210233";
/** In Nord: filed after the window. */
const HORS_DELAI = "4210370";
/** In Nord: retained and notified. */
const VALENCIENNES = "4210918";
/** In Marne: 12 000 € of cost, 9 600 € asked, 80 % at most. */
const SUIPPES = "4307173";
/** In Marne: 18 900 € of cost, 15 100 € asked. */
const PRUNAY = "4306077";
/** In Seine-et-Marne: 40 844 inhabitants, theme 3, 68 000 €, retained and not notified. */
const MELUN = "4118950";
/** In Seine-et-Marne: Démat.ADS, a centre and 30 communes, retained and not notified. */
const PROVINOIS = "4122101";

describe("a favourable decision", () => {
  const opened = seance(NORD);
  const before = contenu(opened);
  const answer = opened.decide(
    MORMAL,
    { montant: 1_945_000 - 5_000, taux: 4_987, conditions: " convention avant l’été " },
    {
      notes: [
        { code: "constat", note: 4, justification: "état des lieux partagé" },
        { code: "libre", note: 2, justification: "" },
      ],
    },
  );

  it("says what was recorded and what is left of the envelope", () => {
    expect(plain(answer.message)).toBe(`Dossier ${MORMAL} : Retenu, 19 400 € (49,87 %).`);
    const reste = 168_500_000 - 69_946_666 - 1_940_000;
    expect(answer.enveloppe).toMatchObject({ guichet: "HDF", reste });
  });

  it.each([
    ["Décision", "Retenu"],
    ["Comité", COMITE],
    ["Montant accordé", 19_400],
    ["Taux accordé", 0.4987],
    ["Date CODIR", serie("2021-07-16")],
    ["Conditions", "convention avant l’été"],
    ["Motif", null],
  ])("writes %s", (entete, expected) => {
    expect(opened.cellule(MORMAL, entete)).toBe(expected);
  });

  it("keeps the scores, by dossier, committee and criterion", () => {
    const who = "referent@prefecture.test";
    expect(opened.host.values("Notes").slice(1)).toEqual([
      [MORMAL, COMITE, "Constat factuel et partagé", 4, "état des lieux partagé", who],
      [MORMAL, COMITE, "Logiciels libres en priorité, dans la mesure du possible", 2, null, who],
    ]);
  });

  it("tells every change in the Journal, and makes no other", () => {
    expect(journal(opened, "Comité : décision").map((row) => row.map(plain))).toEqual([
      [MORMAL, "État", "En instruction", "Retenu"],
      [MORMAL, "Comité", "null", COMITE],
      [MORMAL, "Montant accordé", "null", "19 400 €"],
      [MORMAL, "Taux accordé", "null", "49,87 %"],
      [MORMAL, "Conditions", "null", "convention avant l’été"],
      [MORMAL, "Décidé le", "null", "16/07/2021"],
      [MORMAL, "Note – Constat factuel et partagé", "null", "4 – état des lieux partagé"],
      [MORMAL, "Note – Logiciels libres en priorité, dans la mesure du possible", "null", "2"],
    ]);
    const others = (rows: readonly (readonly unknown[])[] = []) =>
      rows.filter(([numero]) => numero !== MORMAL);
    expect(others(contenu(opened)["Suivi FITN7"])).toEqual(others(before["Suivi FITN7"]));
  });

  it("changes scores in place the next time, and what did not change is not written again", () => {
    const again = opened.decide(
      MORMAL,
      { montant: 1_940_000, taux: 4_987, conditions: "convention avant l’été" },
      { notes: [{ code: "libre", note: 3, justification: "à préciser" }] },
    );
    expect(again.kind).toBe("fait");
    expect(
      opened.host
        .values("Notes")
        .slice(1)
        .map((row) => row[3]),
    ).toEqual([4, 3]);
    expect(journal(opened, "Comité : décision")).toHaveLength(9);
  });

  it("shows them with the dossier: weighted mean, former changes", () => {
    const fiche = opened.fiche(MORMAL);
    expect(fiche.score).toBe(3.5);
    const told = fiche.anterieures as { champ: string }[];
    expect(told.map(({ champ }) => champ)).toEqual([
      "Décidé le",
      "Conditions",
      "Taux accordé",
      "Montant accordé",
      "Comité",
      "État",
    ]);
  });
});

describe("decisions that are refused, with the figures, and nothing written", () => {
  it.each([
    [
      "above the request and the ceiling",
      SUIPPES,
      { montant: 960_001 },
      [
        "Montant de 9 600,01 € au-delà du plafond de 9 600 €, au taux maximum de 80 %. (MAR, « 3. Critères d'éligibilité, dépenses à exclure et taux de financement »)",
        "Montant de 9 600,01 € supérieur à la subvention demandée, 9 600 €.",
      ],
    ],
    [
      "below the minimum rate of the letter",
      SUIPPES,
      { montant: 239_999 },
      [
        "Montant de 2 399,99 € en dessous du taux minimum de 20 %, soit 2 400 €. (MAR, « 3. Critères d'éligibilité, dépenses à exclure et taux de financement »)",
      ],
    ],
    ["no amount", SUIPPES, {}, ["Un avis favorable demande un montant, supérieur à 0 €."]],
    ["no reason", SUIPPES, { avis: "ajourné" }, ["Un avis ajourné demande un motif."]],
    [
      "an exception that the guichet has not",
      SUIPPES,
      { montant: 900_000, exception: true, motifException: "portée" },
      [
        "Aucune exception n’est prévue pour ce thème et cette population : décochez-la. (MAR, « 3. Critères d'éligibilité, dépenses à exclure et taux de financement »)",
      ],
    ],
  ])("%s", (_, numero, saisie, expected) => {
    const opened = seance(MARNE);
    const before = contenu(opened);
    expect(raisons(opened.decide(numero, saisie))).toEqual(expected);
    expect(contenu(opened)).toEqual(before);
  });

  it.each([
    [
      "a note above the highest",
      [{ code: "pertinence", note: 6, justification: "" }],
      /note lue 6, attendu un nombre entier de 0 à 5/,
    ],
    ["half a point", [{ code: "pertinence", note: 2.5, justification: "" }], /note lue 2.5/],
    [
      "a criterion of another guichet",
      [{ code: "constat", note: 2, justification: "" }],
      /Critère inconnu/,
    ],
  ])("%s", (_, notes, expected) => {
    const opened = seance(MARNE);
    expect(raisons(opened.decide(SUIPPES, { montant: 900_000 }, { notes }))[0]).toMatch(expected);
    expect(opened.host.values("Notes")).toHaveLength(1);
  });

  it("a committee that is unknown, without a date, or closed", () => {
    const opened = seance(MARNE);
    const said = (comite: string) =>
      plain(opened.decide(SUIPPES, { montant: 900_000 }, { comite }).message);
    expect(said("Comité d’août")).toMatch(/n’est pas dans l’onglet « Comités »/);
    opened.api("apiComiteModifier", { nom: COMITE, statut: "clos" });
    expect(said(COMITE)).toMatch(/est clos/);
  });
});

describe("an ineligible dossier", () => {
  const opened = seance(NORD);

  it("is made favourable by an explicit override alone", () => {
    expect(raisons(opened.decide(HORS_DELAI, { montant: 5_000_000 }))).toEqual([
      "Dossier inéligible : un avis favorable demande une dérogation motivée, qui restera visible dans la colonne « Motif ».",
    ]);
  });

  it("shows its override in Motif, and gives it back apart", () => {
    const saisie = {
      montant: 5_000_000,
      motif: "projet mûr",
      derogation: "dépôt accepté\npar le préfet",
    };
    expect(opened.decide(HORS_DELAI, saisie).kind).toBe("fait");
    expect(plain(opened.cellule(HORS_DELAI, "Motif"))).toBe(
      "Dérogation : dépôt accepté par le préfet\nprojet mûr",
    );
    expect(opened.fiche(HORS_DELAI).decision).toMatchObject({
      avis: "favorable",
      motif: "projet mûr",
      derogation: "dépôt accepté par le préfet",
    });
  });
});

describe("a former favourable decision turned down", () => {
  it("loses amount and rate, and gives them back to the envelope", () => {
    const opened = seance(NORD);
    const answer = opened.decide(ARMENTIERES, {
      avis: "défavorable",
      motif: "retrait de la commune",
    });
    expect(answer.enveloppe).toMatchObject({ accorde: 69_946_666 - 2_800_000 });
    expect(
      ["Décision", "Montant accordé", "Taux accordé", "Motif"].map((entete) =>
        opened.cellule(ARMENTIERES, entete),
      ),
    ).toEqual(["Non retenu", null, null, "retrait de la commune"]);
  });

  it("keeps the référent's own word for the same state", () => {
    const opened = seance(NORD);
    expect(opened.decide(ARMENTIERES, { montant: 2_700_000 }).kind).toBe("fait");
    expect(opened.cellule(ARMENTIERES, "Décision")).toBe("favorable");
    expect(opened.cellule(ARMENTIERES, "Montant accordé")).toBe(27_000);
  });
});

describe("the exception (IDF, 80 % for theme 3 above 15 000 inhabitants)", () => {
  const opened = seance(SEINE);
  opened.taper(MELUN, "Subvention demandée", 60_000);

  it("opens a higher ceiling, with a reason", () => {
    expect(raisons(opened.decide(MELUN, { montant: 3_400_001 }))[0]).toMatch(
      /plafond de 34 000 €, au taux maximum de 50 %/,
    );
    expect(raisons(opened.decide(MELUN, { montant: 5_440_000, exception: true }))).toEqual([
      "L’exception (jusqu’à 80 %) demande un motif. (IDF, « 2. Modalités de subventionnement »)",
    ]);
    const saisie = { exception: true, motifException: "portée intercommunale" };
    expect(raisons(opened.decide(MELUN, { ...saisie, montant: 5_440_001 }))[0]).toMatch(
      /plafond de 54 400 €, au taux maximum de 80 %/,
    );
    expect(opened.decide(MELUN, { ...saisie, montant: 5_440_000 }).kind).toBe("fait");
    expect(
      ["Montant accordé", "Taux accordé", "Exception", "Motif d'exception"].map((entete) =>
        opened.cellule(MELUN, entete),
      ),
    ).toEqual([54_400, 0.8, "Oui", "portée intercommunale"]);
  });

  it("is taken back: Non, and no reason left", () => {
    expect(opened.decide(MELUN, { montant: 3_400_000 }).kind).toBe("fait");
    expect(
      ["Taux accordé", "Exception", "Motif d'exception"].map((entete) =>
        opened.cellule(MELUN, entete),
      ),
    ).toEqual([0.5, "Non", null]);
  });
});

describe("Démat.ADS: an amount and no rate (IDF)", () => {
  it("is bounded by the centre and its communes, against its own envelope", () => {
    const opened = seance(SEINE);
    expect(raisons(opened.decide(PROVINOIS, { montant: 1_600_001 }))).toEqual([
      "Montant de 16 000,01 € au-delà du plafond de 16 000 €. (IDF, « Rôle de la préfecture de la région d'Ile-de-France »)",
      "Montant de 16 000,01 € supérieur à la subvention demandée, 16 000 €.",
    ]);
    const answer = opened.decide(PROVINOIS, { montant: 1_500_000, taux: 5_000 });
    expect(plain(answer.message)).toBe(`Dossier ${PROVINOIS} : Retenu, 15 000 €.`);
    expect(opened.cellule(PROVINOIS, "Taux accordé")).toBe(null);
  });
});

describe("two référents at once", () => {
  it("what changed since it was shown is shown, and nothing is written", () => {
    const opened = seance(MARNE);
    const { vu } = opened.fiche(SUIPPES);
    opened.taper(SUIPPES, "Montant sollicité", 8_000);
    const before = contenu(opened);
    const answer = opened.decide(SUIPPES, { montant: 700_000 }, { vu });
    expect(answer.kind).toBe("change");
    expect((answer.differences as object[]).map((line) => Object.values(line).map(plain))).toEqual([
      ["Subvention demandée", "9 600 €", "8 000 €"],
    ]);
    expect(contenu(opened)).toEqual(before);
  });

  it("a column that is not shown may change meanwhile", () => {
    const opened = seance(MARNE);
    const { vu } = opened.fiche(SUIPPES);
    opened.taper(SUIPPES, "Observations", "rappelé ce matin");
    expect(opened.decide(SUIPPES, { montant: 700_000 }, { vu }).kind).toBe("fait");
    expect(opened.cellule(SUIPPES, "Observations")).toBe("rappelé ce matin");
  });

  it("a score given by the other one is not overwritten", () => {
    const opened = seance(MARNE);
    const other = autre(opened);
    const { vu } = opened.fiche(SUIPPES);
    const notes = [{ code: "pertinence", note: 4, justification: "" }];
    other.api("apiComiteNoter", { numero: SUIPPES, comite: COMITE, vu, notes });
    const late = autre(other, { user: "referent@prefecture.test" });
    const answer = late.decide(
      SUIPPES,
      { montant: 700_000 },
      { vu, notes: [{ code: "pertinence", note: 1, justification: "" }] },
    );
    expect((answer.differences as object[]).map((line) => Object.values(line))).toEqual([
      ["Note – Pertinence et impact du projet", "", "4"],
    ]);
    expect(
      late.host
        .values("Notes")
        .slice(1)
        .map((row) => row[3]),
    ).toEqual([4]);
  });

  it("rows sorted between display and recording: the dossier's own row is written", () => {
    const opened = seance(MARNE);
    const { vu } = opened.fiche(SUIPPES);
    const rows = opened.host.values("Dossiers 2021");
    const reversed = rows.slice(3).reverse();
    const width = Math.max(...rows.map((row) => row.length));
    opened.host.workbook.write(
      { sheet: "Dossiers 2021", row: 4, column: 1, rows: reversed.length, columns: width },
      (row, column) => {
        const value = reversed[row]?.[column] ?? null;
        return value === null || typeof value === "object" ? undefined : { kind: "value", value };
      },
    );
    expect(opened.decide(SUIPPES, { montant: 700_000 }, { vu }).kind).toBe("fait");
    expect(opened.cellule(SUIPPES, "Subvention État")).toBe(7_000);
    const granted = (all: readonly (readonly unknown[])[]) =>
      new Map(all.map((row) => [row[0], row[12] ?? null]));
    const after = granted(opened.host.values("Dossiers 2021").slice(3));
    after.delete(SUIPPES);
    const former = granted(rows.slice(3));
    former.delete(SUIPPES);
    expect(after).toEqual(former);
  });

  it("can't overrun the envelope: the second is checked against the sheet as it is then", () => {
    const first = seance(MARNE);
    const { accorde } = (first.api("apiComiteOuvrir").enveloppes as { accorde: number }[])[0] ?? {
      accorde: 0,
    };
    const rows = first.host.values("Paramètres");
    const row = rows.findIndex(([cle]) => cle === "MARNE-V1.enveloppe") + 1;
    poser(first.host, "Paramètres", row, 2, accorde / 100 + 10_000);
    const { vu } = first.fiche(PRUNAY);
    expect(first.decide(SUIPPES, { montant: 600_000 }).kind).toBe("fait");
    const second = autre(first);
    const before = contenu(second);
    expect(raisons(second.decide(PRUNAY, { montant: 400_001 }, { vu }))[0]).toMatch(
      /^Montant de 4 000,01 €, il reste 4 000 € dans l’enveloppe \(.* accordés sur .*\) : elle serait dépassée de 0,01 €\. \(réglage de la préfecture, clé enveloppe/,
    );
    expect(contenu(second)).toEqual(before);
    expect(second.decide(PRUNAY, { montant: 400_000 }, { vu }).enveloppe).toMatchObject({
      reste: 0,
    });
  });

  it("one records while the other does: it is said, and nothing changes", () => {
    const opened = seance(MARNE);
    const { vu } = opened.fiche(SUIPPES);
    const lock = opened.host.locks.get("document");
    if (lock) lock.heldElsewhere = true;
    expect(() => opened.decide(SUIPPES, { montant: 700_000 }, { vu })).toThrow(
      "Une autre personne enregistre dans ce classeur en ce moment.",
    );
    expect(opened.cellule(SUIPPES, "Subvention État")).toBe(null);
  });

  it("a number on two rows is refused", () => {
    const opened = seance(MARNE);
    opened.taper(PRUNAY, "Numéro DS", SUIPPES);
    expect(plain(opened.fiche(SUIPPES).message)).toMatch(
      /Le dossier 4307173 figure sur plusieurs lignes de l’onglet « Dossiers 2021 » \(\d+ et \d+\)/,
    );
  });
});

describe("undoing one's own last decision", () => {
  it("puts cells and scores back, once, and journals it", () => {
    const opened = seance(MARNE);
    const tabs = () => ({ ...contenu(opened), Journal: [], Enveloppes: [] });
    const before = tabs();
    opened.decide(
      SUIPPES,
      { montant: 900_000 },
      {
        notes: [{ code: "pertinence", note: 3, justification: "utile" }],
      },
    );
    const undone = opened.api("apiComiteAnnuler");
    expect(undone).toMatchObject({ kind: "fait", numeros: [SUIPPES] });
    expect(tabs()).toEqual(before);
    expect(journal(opened, "Comité : annulation").map((row) => row[1])).toContain("Annulation");
    expect(plain(opened.api("apiComiteAnnuler").message)).toBe(
      "Aucune de vos décisions n’est à annuler.",
    );
  });

  it("leaves the other référent's alone, even named", () => {
    const opened = seance(MARNE);
    const { lot } = opened.decide(SUIPPES, { montant: 900_000 });
    const other = autre(opened);
    expect(other.api("apiComiteAnnuler").kind).toBe("refus");
    expect(plain(other.api("apiComiteAnnuler", { lot }).message)).toMatch(/n’est pas la vôtre/);
    expect(other.cellule(SUIPPES, "Subvention État")).toBe(9_000);
  });

  it("is refused where somebody changed it since, with what differs", () => {
    const opened = seance(MARNE);
    const { lot } = opened.decide(SUIPPES, { montant: 900_000 });
    opened.taper(SUIPPES, "Subvention État", 8_500);
    const answer = opened.api("apiComiteAnnuler", { lot });
    expect(answer.kind).toBe("conflit");
    expect((answer.ecarts as string[]).map(plain)).toEqual([
      `dossier ${SUIPPES}, Montant accordé : écrit « 9 000 € », maintenant « 8 500 € »`,
    ]);
    expect(opened.cellule(SUIPPES, "Avis comité")).toBe("Retenu");
  });
});

describe("a decision once notified", () => {
  const opened = seance(NORD);

  it("is locked", () => {
    expect(opened.fiche(VALENCIENNES).verrouille).toBe(true);
    const before = contenu(opened);
    expect(plain(opened.decide(VALENCIENNES, { montant: 1_900_000 }).message)).toBe(
      "Décision déjà notifiée : rouvrez-la d’abord, avec un motif.",
    );
    expect(contenu(opened)).toEqual(before);
  });

  it("is reopened with a reason, that the Journal keeps", () => {
    const reopen = (motif: string) =>
      opened.api("apiComiteRouvrir", { numero: VALENCIENNES, motif });
    expect(plain(reopen("  ").message)).toBe("Rouvrir une décision notifiée demande un motif.");
    expect(reopen("erreur de montant dans la lettre").kind).toBe("fait");
    expect(opened.cellule(VALENCIENNES, "Notifié le")).toBe(null);
    expect(opened.cellule(VALENCIENNES, "Conventionné le")).toBe(null);
    expect(journal(opened, "Comité : réouverture").map((row) => row.map(plain))).toEqual([
      [VALENCIENNES, "Notifié le", "03/06/2021", "null"],
      [VALENCIENNES, "Conventionné le", "12/06/2021", "null"],
      [VALENCIENNES, "Réouverture", "Retenu", "erreur de montant dans la lettre"],
    ]);
    const [last] = opened.fiche(VALENCIENNES).anterieures as {
      champ: string;
      avant: string;
      apres: string;
    }[];
    expect(last).toMatchObject({
      champ: "Réouverture",
      avant: "",
      apres: "erreur de montant dans la lettre",
    });
    expect(opened.decide(VALENCIENNES, { montant: 1_900_000 }).kind).toBe("fait");
    expect(plain(reopen("encore").message)).toMatch(/n’a pas été notifiée/);
  });

  it("takes a committed lauréat back to Retenu, undone like any decision", () => {
    const lille = seance(NORD);
    lille.api("apiComiteRouvrir", { numero: "4210507", motif: "avenant" });
    expect(["Décision", "Engagé le"].map((entete) => lille.cellule("4210507", entete))).toEqual([
      "Retenu",
      null,
    ]);
    expect(lille.api("apiComiteAnnuler").kind).toBe("fait");
    expect(lille.cellule("4210507", "Décision")).toBe("Engagé");
    expect(lille.cellule("4210507", "Engagé le")).toBe(serie("2021-06-21"));
  });

  it("an abandoned dossier is neither decided nor reopened", () => {
    const douai = "4211192";
    expect(plain(opened.decide(douai, { montant: 100 }).message)).toMatch(/^Dossier abandonné/);
    expect(plain(opened.api("apiComiteRouvrir", { numero: douai, motif: "m" }).message)).toMatch(
      /^Dossier abandonné/,
    );
  });
});

describe("a référent's own formula", () => {
  it("stands where a decision would be written, and it is said", () => {
    const opened = seance(MARNE);
    const rows = opened.host.values("Dossiers 2021");
    const row = rows.findIndex(([numero]) => numero === SUIPPES) + 1;
    const column = (rows[2] ?? []).indexOf("Taux accordé") + 1;
    opened.host.workbook.write(
      { sheet: "Dossiers 2021", row, column, rows: 1, columns: 1 },
      () => ({ kind: "formula", text: `=IF(H${row}="";"";M${row}/H${row})` }),
    );
    const { message } = opened.decide(SUIPPES, { montant: 900_000 });
    expect(plain(message)).toBe(
      `Dossier ${SUIPPES} : Retenu, 9 000 € (75 %). Attention : votre formule a été conservée dans « Taux accordé », cette valeur n’y est pas écrite.`,
    );
    expect(opened.cellule(SUIPPES, "Taux accordé")).toBe(0.75);
  });
});
