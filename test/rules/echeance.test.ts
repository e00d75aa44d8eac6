import { describe, expect, it } from "vitest";
import { phraseEcheance } from "../../src/dossiers/phrases-echeance";
import { GUICHETS } from "../../src/guichets/index";
import { echeanceOf } from "../../src/rules/echeance";
import type { GuichetId } from "../../src/rules/guichet";

const of = (
  id: GuichetId,
  comites: readonly string[],
  jour: string,
  enAttente: readonly string[],
) => echeanceOf(GUICHETS[id].comite, { comites, enAttente, jour });

const due = (
  id: GuichetId,
  comites: readonly string[],
  jour: string,
  enAttente = ["2021-02-01"],
) => {
  const found = of(id, comites, jour, enAttente);
  return "date" in found ? [found.kind, found.date, found.due] : [found.kind];
};

const DIX = Array.from({ length: 10 }, (_, index) => `2021-03-${10 + index}`);

describe("when the next committee is due, by each guichet's own calendar", () => {
  it.each([
    [
      "DEP: a month since the last, the day before",
      "DEP",
      ["2021-03-15"],
      "2021-04-14",
      undefined,
      ["intervalle", "2021-04-15", false],
    ],
    [
      "DEP: the day itself",
      "DEP",
      ["2021-03-15"],
      "2021-04-15",
      undefined,
      ["intervalle", "2021-04-15", true],
    ],
    [
      "DEP: the latest of several counts",
      "DEP",
      ["2021-03-15", "2021-02-10"],
      "2021-03-20",
      undefined,
      ["intervalle", "2021-04-15", false],
    ],
    [
      "DEP: clamped to the month's end",
      "DEP",
      ["2021-01-31"],
      "2021-02-28",
      undefined,
      ["intervalle", "2021-02-28", true],
    ],
    [
      "DEP: one planned later is not held yet",
      "DEP",
      ["2021-03-15", "2021-05-01"],
      "2021-04-20",
      undefined,
      ["intervalle", "2021-04-15", true],
    ],
    [
      "DEP: none held, a month since the first filing (ours)",
      "DEP",
      [],
      "2021-02-28",
      undefined,
      ["intervalle", "2021-03-01", false],
    ],
    ["DEP: nobody waits (ours)", "DEP", ["2021-03-15"], "2021-06-01", [], ["attente"]],
    [
      "DEP: 9 filed",
      "DEP",
      ["2021-03-09"],
      "2021-03-19",
      DIX.slice(0, 9),
      ["intervalle", "2021-04-09", false],
    ],
    [
      "DEP: 10 filed, as soon as",
      "DEP",
      ["2021-03-09"],
      "2021-03-19",
      DIX,
      ["nombre", "2021-03-19", true],
    ],
    [
      "DEP: the month comes before the tenth",
      "DEP",
      ["2021-02-09"],
      "2021-03-10",
      DIX,
      ["intervalle", "2021-03-09", true],
    ],
    [
      "DEP: filed on the day of the last committee is not since",
      "DEP",
      ["2021-03-10"],
      "2021-03-20",
      DIX,
      ["intervalle", "2021-04-10", false],
    ],
    [
      "HDF: on the day of the record",
      "HDF",
      [],
      "2021-05-14",
      undefined,
      ["releve", "2021-05-14", false],
    ],
    ["HDF: the day after", "HDF", [], "2021-05-15", undefined, ["releve", "2021-05-14", true]],
    [
      "HDF: held, the second record is next",
      "HDF",
      ["2021-05-28"],
      "2021-06-30",
      undefined,
      ["releve", "2021-06-30", false],
    ],
    [
      "HDF: after the second record",
      "HDF",
      ["2021-05-28"],
      "2021-07-01",
      undefined,
      ["releve", "2021-06-30", true],
    ],
    [
      "HDF: a committee on the day of the record came before its end",
      "HDF",
      ["2021-06-30"],
      "2021-07-01",
      undefined,
      ["releve", "2021-06-30", true],
    ],
    [
      "HDF: one committee catches up with both",
      "HDF",
      ["2021-07-09"],
      "2021-07-10",
      undefined,
      ["passe"],
    ],
    [
      "MAR: the day before June",
      "MARNE-V1",
      [],
      "2021-05-31",
      undefined,
      ["annonce", "2021-06-01", false],
    ],
    ["MAR: June", "MARNE-V1", [], "2021-06-01", undefined, ["annonce", "2021-06-01", true]],
    [
      "MAR: June held, September is next",
      "MARNE-V1",
      ["2021-06-10"],
      "2021-08-31",
      undefined,
      ["annonce", "2021-09-01", false],
    ],
    [
      "MAR: one of May is not June's",
      "MARNE-V2",
      ["2021-05-31"],
      "2021-06-02",
      undefined,
      ["annonce", "2021-06-01", true],
    ],
    [
      "MAR: both held",
      "MARNE-V1",
      ["2021-06-10", "2021-09-01"],
      "2021-12-01",
      undefined,
      ["passe"],
    ],
    [
      "IDF-V2: July 2021 is announced",
      "IDF-V2",
      [],
      "2021-07-01",
      undefined,
      ["annonce", "2021-07-01", true],
    ],
    [
      "IDF-V2: October, not two months after July",
      "IDF-V2",
      ["2021-07-08"],
      "2021-09-15",
      undefined,
      ["annonce", "2021-10-01", false],
    ],
    [
      "IDF-V2: then every two months",
      "IDF-V2",
      ["2021-07-08", "2021-10-12"],
      "2021-12-11",
      undefined,
      ["intervalle", "2021-12-12", false],
    ],
    [
      "IDF-V2: two months have passed",
      "IDF-V2",
      ["2021-07-08", "2021-10-12"],
      "2021-12-12",
      undefined,
      ["intervalle", "2021-12-12", true],
    ],
    ["DITP: not provided for", "DITP", [], "2021-06-01", undefined, ["non_prevu"]],
    ["IDF-V1: not provided for", "IDF-V1", [], "2021-06-01", undefined, ["non_prevu"]],
    ["IDF-ADS: no committee", "IDF-ADS", [], "2021-06-01", undefined, ["non_prevu"]],
  ] as const)("%s", (_, id, comites, jour, enAttente, expected) => {
    expect(due(id, comites, jour, enAttente as string[] | undefined)).toEqual(expected);
  });
});

describe("what is said of it, with the source", () => {
  it.each([
    [
      "DEP",
      ["2021-03-09"],
      "2021-04-20",
      DIX,
      "Comité attendu depuis le 19/03/2021 : 10 dossiers déposés, 10 dossiers en attente. (DEP, « Conditions de sélection »)",
    ],
    [
      "DEP",
      ["2021-03-15"],
      "2021-04-14",
      DIX.slice(0, 1),
      "Prochain comité le 15/04/2021 au plus tard : 1 mois après le dernier comité, 15/03/2021, 1 dossier en attente. (DEP, « Conditions de sélection »)",
    ],
    [
      "HDF",
      [],
      "2021-05-20",
      DIX,
      "Comité attendu depuis le relevé du 14/05/2021, 10 dossiers en attente. (HDF, « 4. Comment candidater ? »)",
    ],
    [
      "MARNE-V1",
      [],
      "2021-06-02",
      DIX,
      "Comité annoncé en juin 2021, pas encore tenu, 10 dossiers en attente. (MAR, « 4. Modalités de candidature »)",
    ],
    [
      "IDF-V1",
      [],
      "2021-06-02",
      DIX,
      "Calendrier des comités non prévu par le document. (IDF, « Modalités de gestion du volet 1 de l’axe 3 retenues en Ile-de-France »)",
    ],
  ] as const)("%s", (id, comites, jour, enAttente, expected) => {
    const text = phraseEcheance(of(id, comites, jour, enAttente));
    expect(text.replace(/\u00a0/g, " ")).toBe(expected);
  });
});
