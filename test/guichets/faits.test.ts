import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import { GUICHET_IDS, type Guichet, type GuichetId } from "../../src/rules/guichet";

/** The table of domain.md 3, rewritten by hand: envelope in euros, days, months, and who rules what. */
interface Resume {
  enveloppe?: number;
  depot?: [debut: string | undefined, fin: string | undefined];
  dejaEngage?: true;
  credits?: string;
  effet?: number;
  resultats?: number;
  achevement?: string;
  personnel?: true;
  equipement?: string;
  licences?: string;
  decideur?: "toujours" | "sauf laboratoire";
}

const DOMAINE: Record<GuichetId, Resume> = {
  DITP: {
    effet: 24,
    resultats: 2022,
    equipement: "agents",
    licences: "marginales",
    decideur: "sauf laboratoire",
  },
  DEP: {
    depot: ["2021-01-25", undefined],
    effet: 24,
    resultats: 2022,
    equipement: "agents",
    licences: "marginales",
    decideur: "sauf laboratoire",
  },
  HDF: {
    enveloppe: 1_685_000,
    depot: ["2021-04-01", "2021-06-30"],
    credits: "before 2021-12-31",
    personnel: true,
    equipement: "tout",
    decideur: "toujours",
  },
  "IDF-V1": {
    enveloppe: 297_000,
    depot: ["2021-01-26", undefined],
    dejaEngage: true,
    effet: 18,
    achevement: "2022-10-31",
    personnel: true,
    equipement: "accessoire",
    licences: "exclues",
    decideur: "toujours",
  },
  "IDF-ADS": {
    depot: [undefined, "before 2021-10-31"],
    personnel: true,
    equipement: "tout",
    licences: "exclues",
  },
  "IDF-V2": {
    enveloppe: 200_000,
    depot: ["2021-01-26", undefined],
    dejaEngage: true,
    effet: 18,
    achevement: "2022-10-31",
    personnel: true,
    equipement: "accessoire",
    licences: "exclues",
  },
  "MARNE-V1": {
    enveloppe: 270_000,
    depot: [undefined, "2021-07-16"],
    dejaEngage: true,
    effet: 24,
    personnel: true,
    equipement: "agents",
    licences: "a_eviter",
  },
  "MARNE-V2": {
    enveloppe: 200_000,
    depot: [undefined, "2021-07-16"],
    dejaEngage: true,
    effet: 24,
    personnel: true,
    equipement: "agents",
    licences: "a_eviter",
  },
};

function lastDay(limit: Guichet["achevement"]): string | undefined {
  return limit && `${limit.strict ? "before " : ""}${limit.value}`;
}

function resume(guichet: Guichet): Resume {
  const { enveloppe, depot, engagementDecideur, effet, resultats } = guichet;
  return {
    enveloppe: enveloppe && enveloppe.value / 100,
    depot: depot && [depot.debut?.value, lastDay(depot.fin)],
    dejaEngage: guichet.dejaEngage && true,
    credits: lastDay(guichet.creditsEngages),
    effet: effet?.value,
    resultats: resultats?.value,
    achevement: lastDay(guichet.achevement),
    personnel: guichet.personnel && true,
    equipement: guichet.equipement?.regle,
    licences: guichet.licencesHorsUe?.regle,
    decideur:
      engagementDecideur && (engagementDecideur.saufLaboratoire ? "sauf laboratoire" : "toujours"),
  };
}

it.each(GUICHET_IDS)("%s rules what its document rules, and nothing more", (id) => {
  expect(GUICHETS[id].id).toBe(id);
  expect(resume(GUICHETS[id])).toEqual(DOMAINE[id]);
});

describe("committees", () => {
  const { DEP, HDF, "IDF-V2": volet2, "MARNE-V1": marne } = GUICHETS;
  it("DEP: every month, or at 10 dossiers", () => {
    expect(DEP.comite.tousLesMois?.value).toBe(1);
    expect(DEP.comite.nombreDossiers?.value).toBe(10);
  });
  it("HDF: after the records of 14/05 and 30/06/2021", () => {
    expect(HDF.comite.releves?.map(({ value }) => value)).toEqual(["2021-05-14", "2021-06-30"]);
  });
  it("IDF-V2: every two months, in 2021 July and October", () => {
    expect(volet2.comite.tousLesMois?.value).toBe(2);
    expect(volet2.comite.mois?.map(({ value }) => value)).toEqual(["2021-07", "2021-10"]);
  });
  it("MAR: June and September 2021", () => {
    expect(marne.comite.mois?.map(({ value }) => value)).toEqual(["2021-06", "2021-09"]);
  });
});

it("shows the region's total as IDF writes it, with the difference to seven envelopes", () => {
  const [total] = GUICHETS["IDF-V1"].faits ?? [];
  expect(total?.value).toBe(207_920_800);
  expect(total?.source.note).toContain("208 €");
});
