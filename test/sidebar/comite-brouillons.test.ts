import { beforeEach, describe, expect, it } from "vitest";
import { type Brouillon, brouillonDe, type Fiche } from "../../sidebar/comite/brouillon.js";
import { Brouillons } from "../../sidebar/comite/brouillons.js";
import { Garde, type Stockage } from "../../sidebar/kit/garde.js";

const FICHE: Fiche = {
  kind: "dossier",
  numero: "1",
  vu: { cout: "20000", demande: "15000", "note.IMPACT": "" },
  faits: [],
  avis: [],
  porteur: "Ville",
  intitule: "Portail",
  themeLibelle: "3c",
  issue: "Éligible",
  raisons: [],
  regles: [],
  cadre: { guichet: "DEP", issue: "Éligible", sourceTaux: "" },
  voisins: [],
  noteMax: 5,
  criteres: [{ code: "IMPACT", libelle: "Impact", source: "", poids: 1, justification: "" }],
  decision: {},
  anterieures: [],
  verrouille: false,
};
const AUTRE: Fiche = { ...FICHE, numero: "2" };
const VIDE = brouillonDe(FICHE, false);
const TAPE: Brouillon = {
  ...VIDE,
  avis: "favorable",
  montant: "12\u00a0000",
  motif: "Portage par le maire",
  notes: { IMPACT: { note: "4", justification: "fort" } },
};

/** A browser's storage, whose keys are its own as those of a real one are. */
function navigateur(): Stockage & Record<string, unknown> {
  const methods: Stockage = {
    getItem: (key) => String(held[key] ?? "") || null,
    setItem: (key, value) => {
      held[key] = value;
    },
    removeItem: (key) => {
      delete held[key];
    },
  };
  const held: Stockage & Record<string, unknown> = Object.create(methods);
  return held;
}

const REFUSE = (): Stockage => {
  throw new DOMException("denied", "SecurityError");
};

let stockage: () => Stockage;

/** A page opened on a committee. */
function page(comite = "Juillet", now = "2021-07-15T14:05:00Z", classeur = "A"): Brouillons {
  return new Brouillons(
    new Garde(() => stockage(), "fitn7.brouillon:"),
    () => ({ classeur, comite }),
    () => now,
  );
}

/** Types into a dossier in a page, which is then closed. */
function typedAndClosed(fiche = FICHE, comite = "Juillet"): void {
  const left = page(comite);
  left.start(fiche, false);
  left.keep(fiche, TAPE);
}

describe.each<[string, () => () => Stockage]>([
  [
    "a browser that keeps",
    () => {
      const held = navigateur();
      return () => held;
    },
  ],
  ["a frame that may not", () => REFUSE],
])("while the page is open, in %s", (_, given) => {
  beforeEach(() => {
    stockage = given();
  });

  it("a draft is kept dossier by dossier until it is recorded", () => {
    const drafts = page();
    drafts.start(FICHE, false);
    expect(drafts.has("1")).toBe(false);
    drafts.keep(FICHE, TAPE);
    drafts.start(AUTRE, false);
    expect([drafts.has("1"), drafts.has("2")]).toEqual([true, false]);
    expect(drafts.laisses()).toEqual([{ comite: "Juillet", numero: "1" }]);
    expect(drafts.start(FICHE, false)).toBe(TAPE);
    drafts.drop("1");
    expect(drafts.start(FICHE, false)).toEqual(VIDE);
    expect(drafts.laisses()).toEqual([]);
  });

  it("it is no draft once what is typed is what was shown", () => {
    const drafts = page();
    drafts.start(FICHE, false);
    drafts.keep(FICHE, TAPE);
    drafts.keep(FICHE, { ...VIDE });
    expect(drafts.has("1")).toBe(false);
    expect(drafts.etat(FICHE)).toBeUndefined();
  });

  it("it stays one where its scores alone are recorded", () => {
    const { notes } = TAPE;
    const drafts = page();
    drafts.start(FICHE, false);
    drafts.keep(FICHE, { ...VIDE, notes });
    drafts.noted("1", notes);
    expect(drafts.has("1")).toBe(false);
    drafts.keep(FICHE, TAPE);
    drafts.noted("1", notes);
    const noted = { ...FICHE, vu: { ...FICHE.vu, "note.IMPACT": "4 – fort" } };
    drafts.start(noted, false);
    expect(drafts.etat(noted)).toMatchObject({ changes: [] });
  });

  it("it outlives the reading of the dossier anew, which says what changed until one types", () => {
    const drafts = page();
    drafts.start(FICHE, false);
    drafts.keep(FICHE, TAPE);
    const now = { ...FICHE, vu: { cout: "20000", demande: "9000", "note.IMPACT": "3" } };
    expect(drafts.start(now, false)).toBe(TAPE);
    expect(drafts.etat(now)?.changes).toEqual(["Subvention demandée", "Note – Impact"]);
    drafts.keep(now, { ...TAPE, montant: "9 000" });
    expect(drafts.etat(now)?.changes).toEqual([]);
  });
});

it("says so where the browser refuses to keep it", () => {
  stockage = REFUSE;
  const drafts = page();
  drafts.start(FICHE, false);
  drafts.keep(FICHE, TAPE);
  expect(drafts.etat(FICHE)).toEqual({ garde: false, changes: [] });
});

describe("once the page was closed", () => {
  let held: ReturnType<typeof navigateur>;
  const kept = () => Object.entries(held).map(([key, value]) => [key, String(value)] as const);
  beforeEach(() => {
    held = navigateur();
    stockage = () => held;
    typedAndClosed();
  });

  it("the draft is found again, with the instant it was typed", () => {
    const drafts = page("Juillet", "2021-07-20T09:00:00Z");
    expect(drafts.has("1")).toBe(true);
    expect(drafts.laisses()).toEqual([{ comite: "Juillet", numero: "1" }]);
    expect(drafts.start(FICHE, false)).toEqual(TAPE);
    expect(drafts.etat(FICHE)).toEqual({
      garde: true,
      repris: "2021-07-15T14:05:00Z",
      changes: [],
    });
    drafts.keep(FICHE, { ...TAPE, montant: "11 000" });
    expect(drafts.etat(FICHE)).toEqual({ garde: true, changes: [] });
  });

  it("it says what changed of the dossier meanwhile", () => {
    const now = { ...FICHE, vu: { ...FICHE.vu, cout: "18000" } };
    const drafts = page();
    drafts.start(now, false);
    expect(drafts.etat(now)?.changes).toEqual(["Coût total"]);
  });

  it("it goes where it was recorded, given up, or is what the sheet says by now", () => {
    page().drop("1");
    expect(kept()).toEqual([]);
    typedAndClosed();
    const decided = {
      ...FICHE,
      decision: { avis: "favorable", montant: 1_200_000, motif: TAPE.motif } as const,
      criteres: FICHE.criteres.map((critere) => ({ ...critere, note: 4, justification: "fort" })),
    };
    expect(page().start(decided, true)).toEqual(TAPE);
    expect(kept()).toEqual([]);
  });

  it("it belongs to its workbook, its committee and its dossier", () => {
    expect(page("Septembre").has("1")).toBe(false);
    expect(page("Juillet").has("2")).toBe(false);
    expect(page("Juillet", "2021-07-20T09:00:00Z", "B").laisses()).toEqual([]);
    expect(kept()).toHaveLength(1);
  });

  it("it follows its committee to another name", () => {
    typedAndClosed(AUTRE, "Septembre");
    page().renommer("Juillet", "Été");
    expect(page("Été").laisses()).toEqual([
      { comite: "Septembre", numero: "2" },
      { comite: "Été", numero: "1" },
    ]);
    expect(page("Été").start(FICHE, false)).toEqual(TAPE);
  });

  it("it lasts sixty days", () => {
    expect(page("Juillet", "2021-09-13T14:05:00Z").laisses()).toHaveLength(1);
    expect(page("Juillet", "2021-09-13T14:05:01Z").laisses()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  it("it holds what the form holds, and nothing else of the dossier", () => {
    const text = kept().join();
    expect(text).toContain("Portage par le maire");
    for (const shown of ["20000", "15000", "Ville", "Portail"]) expect(text).not.toContain(shown);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '"texte"',
    '{"quand":1,"typed":{}}',
    '{"quand":"2021-07-15T14:05:00Z"}',
  ])("what is no draft is passed over: %s", (text) => {
    const [cle = ""] = Object.keys(held);
    held.setItem(cle, text);
    expect(page().has("1")).toBe(false);
    expect(page().start(FICHE, false)).toEqual(VIDE);
  });

  it("what a hand left out or wrote otherwise is read as empty", () => {
    const [cle = ""] = Object.keys(held);
    const typed = { avis: "peut-être", montant: 12, exception: "oui", notes: { IMPACT: 4, X: {} } };
    held.setItem(cle, JSON.stringify({ quand: "2021-07-15T14:05:00Z", typed }));
    expect(page().start(FICHE, false)).toEqual(VIDE);
  });

  it("a full storage loses nothing of the page", () => {
    const full = Object.assign(Object.create(held), {
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    stockage = () => full;
    const drafts = page();
    drafts.start(AUTRE, false);
    drafts.keep(AUTRE, TAPE);
    expect(drafts.etat(AUTRE)).toEqual({ garde: false, changes: [] });
    expect(drafts.start(AUTRE, false)).toBe(TAPE);
  });
});
