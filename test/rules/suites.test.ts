import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Faits } from "../../src/rules/dossier";
import { ETATS, ETATS_LAUREAT, type Etat } from "../../src/rules/etat";
import {
  type DemandeSuite,
  ETATS_SUITE,
  type EtatSuite,
  suivant,
  transition,
} from "../../src/rules/suites";

const AUJOURDHUI = "2021-10-31";

/** A lauréat decided on 6 July, with the days of the states up to its own. */
const DATES: Readonly<Record<string, Partial<Faits>>> = {
  Retenu: {},
  Notifié: { date_notification: "2021-07-12" },
  Conventionné: { date_notification: "2021-07-12", date_convention: "2021-08-02" },
  Engagé: {
    date_notification: "2021-07-12",
    date_convention: "2021-08-02",
    date_engagement: "2021-08-20",
  },
};

const payment = (date: string, montant = 600_000) => ({ date, montant });

function ask(etat: Etat | undefined, vers: EtatSuite, more: Partial<DemandeSuite> = {}) {
  const dates = DATES[etat === "Payé" || etat === "Soldé" ? "Engagé" : (etat ?? "")] ?? {};
  return transition({
    faits: { ...(etat && { etat }), montant_accorde: 1_000_000, ...dates },
    paiements: [],
    decision: "2021-07-06",
    vers,
    jour: "2021-09-15",
    aujourdhui: AUJOURDHUI,
    ...more,
  });
}

describe("the order of states", () => {
  const steps = ETATS_LAUREAT.slice(0, -1).map(
    (etat, index) => [etat, ETATS_SUITE[index]] as const,
  );

  it.each(steps)("goes from %s to %s", (etat, vers) => {
    expect(vers && suivant(etat)).toBe(vers);
    const paiements = [payment("2021-09-01", 1_000_000)];
    expect(ask(etat, vers ?? "Notifié", { paiements })).toMatchObject({
      kind: "permis",
      etat: vers,
    });
  });

  it("refuses every other step, and says which comes next", () => {
    for (const etat of ETATS_LAUREAT) {
      for (const vers of ETATS_SUITE) {
        if (suivant(etat) === vers) continue;
        const code = etat === vers ? "DEJA" : "ORDRE";
        const expected = code === "ORDRE" ? { code, etat, vers, suivant: suivant(etat) } : { code };
        expect(ask(etat, vers, { paiements: [payment("2021-09-01")] })).toMatchObject({
          kind: "refus",
          refus: expected,
        });
      }
    }
    expect(suivant("Soldé")).toBeUndefined();
    expect(suivant("Déposé")).toBeUndefined();
  });

  it.each(ETATS.filter((etat) => !(ETATS_LAUREAT as readonly Etat[]).includes(etat)))(
    "gives %s no next state",
    (etat) => {
      const code = etat === "Abandonné" ? "ORDRE" : "PAS_LAUREAT";
      expect(ask(etat, "Notifié")).toMatchObject({ refus: { code } });
      expect(ask(undefined, "Notifié")).toMatchObject({ refus: { code: "PAS_LAUREAT" } });
    },
  );

  it.each(ETATS_LAUREAT)("abandons a dossier that is %s, and keeps the day", (etat) => {
    expect(ask(etat, "Abandonné")).toMatchObject({
      kind: "permis",
      jour: "2021-09-15",
      champ: "date_abandon",
    });
  });

  it("abandons neither twice nor what was never granted", () => {
    const faits = { etat: "Abandonné", date_abandon: "2021-09-01" } as const;
    expect(ask("Abandonné", "Abandonné", { faits })).toMatchObject({
      refus: { code: "DEJA", jour: "2021-09-01" },
    });
    expect(ask("Non retenu", "Abandonné")).toMatchObject({ refus: { code: "PAS_LAUREAT" } });
  });
});

describe("the days of states", () => {
  it.each<[Etat, EtatSuite, string, object]>([
    ["Retenu", "Notifié", "2021-07-05", { precedent: "Retenu", depuis: "2021-07-06" }],
    ["Notifié", "Conventionné", "2021-07-11", { precedent: "Notifié", depuis: "2021-07-12" }],
    ["Conventionné", "Engagé", "2021-08-01", { precedent: "Conventionné", depuis: "2021-08-02" }],
    ["Engagé", "Abandonné", "2021-08-19", { precedent: "Engagé", depuis: "2021-08-20" }],
    ["Notifié", "Abandonné", "2021-07-11", { precedent: "Notifié", depuis: "2021-07-12" }],
  ])("%s to %s on %s: before the day of the state it has", (etat, vers, jour, figures) => {
    expect(ask(etat, vers, { jour })).toMatchObject({ refus: { code: "AVANT", jour, ...figures } });
    const same = (figures as { depuis: string }).depuis;
    expect(ask(etat, vers, { jour: same })).toMatchObject({ kind: "permis", jour: same });
  });

  it("may be today, not tomorrow", () => {
    expect(ask("Retenu", "Notifié", { jour: AUJOURDHUI }).kind).toBe("permis");
    expect(ask("Retenu", "Notifié", { jour: "2021-11-01" })).toMatchObject({
      refus: { code: "FUTUR", jour: "2021-11-01", aujourdhui: AUJOURDHUI },
    });
  });

  it("must be given", () => {
    expect(ask("Retenu", "Notifié", { jour: undefined })).toMatchObject({
      refus: { code: "SANS_DATE" },
    });
  });

  it("of a state to come do not count yet: a convention noted in advance", () => {
    const faits: Faits = {
      etat: "Retenu",
      montant_accorde: 1_000_000,
      date_convention: "2021-10-01",
    };
    expect(ask("Retenu", "Notifié", { faits, jour: "2021-07-12" }).kind).toBe("permis");
  });

  it("are held to the latest one known, and a missing one is told", () => {
    const faits: Faits = {
      etat: "Conventionné",
      montant_accorde: 1,
      date_notification: "2021-07-12",
    };
    expect(ask("Conventionné", "Engagé", { faits, jour: "2021-07-11" })).toMatchObject({
      refus: { code: "AVANT", precedent: "Notifié" },
    });
    expect(ask("Conventionné", "Engagé", { faits })).toMatchObject({
      avis: [{ code: "DATE_PRECEDENTE_ABSENTE", precedent: "Conventionné" }],
    });
  });
});

describe("money", () => {
  it.each([undefined, 0])("a grant of %s is not notified, but may be abandoned", (amount) => {
    const faits: Faits = {
      etat: "Retenu",
      ...(amount !== undefined && { montant_accorde: amount }),
    };
    expect(ask("Retenu", "Notifié", { faits })).toMatchObject({ refus: { code: "SANS_MONTANT" } });
    expect(ask("Retenu", "Abandonné", { faits }).kind).toBe("permis");
  });

  it("Payé takes the day of the first payment, and writes none", () => {
    const paiements = [payment("2021-10-04"), payment("2021-09-02")];
    expect(ask("Engagé", "Payé", { paiements, jour: undefined })).toMatchObject({
      kind: "permis",
      jour: "2021-09-02",
      champ: undefined,
      avis: [{ code: "PAYE_ECART", paye: 1_200_000, accorde: 1_000_000 }],
    });
  });

  it.each<[string, DemandeSuite["paiements"]]>([
    ["none", []],
    ["one to come", [payment("2021-11-01")]],
    ["one without a day", [{ montant: 1 }]],
  ])("Payé without a payment made is refused: %s", (_, paiements) => {
    expect(ask("Engagé", "Payé", { paiements })).toMatchObject({
      refus: { code: "SANS_PAIEMENT", aujourdhui: AUJOURDHUI },
    });
  });

  it("Payé before the commitment is refused with both days", () => {
    expect(ask("Engagé", "Payé", { paiements: [payment("2021-08-19")] })).toMatchObject({
      refus: { code: "AVANT", jour: "2021-08-19", precedent: "Engagé", depuis: "2021-08-20" },
    });
  });

  it("Soldé comes no sooner than the last payment", () => {
    const paiements = [payment("2021-09-02", 400_000), payment("2021-10-04")];
    expect(ask("Payé", "Soldé", { paiements, jour: "2021-10-03" })).toMatchObject({
      refus: { code: "AVANT", precedent: "Payé", depuis: "2021-10-04" },
    });
    expect(ask("Payé", "Soldé", { paiements, jour: "2021-10-04" })).toMatchObject({
      kind: "permis",
      avis: [],
    });
  });

  it("Soldé at another amount than granted is told", () => {
    expect(ask("Payé", "Soldé", { paiements: [payment("2021-09-02")] })).toMatchObject({
      avis: [{ code: "PAYE_ECART", paye: 600_000, accorde: 1_000_000 }],
    });
  });
});

it("whatever the days, a permitted step never goes back in time nor beyond today", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2021-10-${String(n).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.constantFrom(...ETATS_LAUREAT), day, day, day, (etat, decision, known, jour) => {
      const faits: Faits = { etat, montant_accorde: 1, date_notification: known };
      const vers = suivant(etat) ?? "Abandonné";
      const result = ask(etat, vers, { faits, decision, jour, aujourdhui: "2021-10-15" });
      if (result.kind !== "permis") return;
      const later = etat === "Retenu" ? [decision] : [decision, known];
      expect([...later, result.jour].sort().pop()).toBe(result.jour);
      expect(result.jour <= "2021-10-15").toBe(true);
    }),
  );
});
