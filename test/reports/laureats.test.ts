import { describe, expect, it } from "vitest";
import { dateDecision, datesComites, isLaureatAu } from "../../src/reports/laureats.js";
import type { Suivi } from "../../src/reports/suivi.js";
import type { Faits } from "../../src/rules/dossier.js";

const COMITES = datesComites({
  comites: [
    { valeurs: { comite: "Comité de juin", date: "2021-06-10" }, ligne: 2, illisibles: [] },
    { valeurs: { comite: "Sans date" }, ligne: 3, illisibles: [] },
  ],
} as unknown as Suivi);

const JUIN = "2021-06-30";

const CAS: readonly (readonly [string, Faits, boolean])[] = [
  ["decided the last day", { etat: "Retenu", date_decision: "2021-06-30" }, true],
  ["decided the day after", { etat: "Retenu", date_decision: "2021-07-01" }, false],
  ["notified, committed, paid or settled", { etat: "Soldé", date_decision: "2021-05-28" }, true],
  ["decided by a committee that has a date", { etat: "Retenu", comite: "comite DE JUIN" }, true],
  [
    "its own date wins over its committee's",
    { etat: "Retenu", comite: "Comité de juin", date_decision: "2021-07-02" },
    false,
  ],
  ["known by its notification alone", { etat: "Notifié", date_notification: "2021-06-16" }, true],
  ["notified after", { etat: "Notifié", date_notification: "2021-07-02" }, false],
  ["without any date: the sheet says it is one", { etat: "Retenu" }, true],
  ["without any date but filed after", { etat: "Retenu", depot: "2021-07-05" }, false],
  ["refused", { etat: "Non retenu", date_decision: "2021-06-10" }, false],
  ["adjourned", { etat: "Ajourné", date_decision: "2021-06-10" }, false],
  ["without a state", { date_decision: "2021-06-10" }, false],
  [
    "abandoned the last day",
    { etat: "Abandonné", date_decision: "2021-06-10", date_abandon: "2021-06-30" },
    false,
  ],
  [
    "abandoned the day after: still one that day",
    { etat: "Abandonné", date_decision: "2021-06-10", date_abandon: "2021-07-01" },
    true,
  ],
  ["abandoned, no one knows when", { etat: "Abandonné", date_decision: "2021-06-10" }, false],
];

describe("a lauréat as of 30/06/2021", () => {
  it.each(CAS)("%s", (_, faits, expected) => {
    expect(isLaureatAu(faits, JUIN, COMITES)).toBe(expected);
  });
});

describe("the day of a decision", () => {
  it("is the first later date that proves one, where none is noted", () => {
    const faits: Faits = { date_engagement: "2021-06-21", date_convention: "2021-06-12" };
    expect(dateDecision(faits, COMITES)).toBe("2021-06-12");
  });

  it("is unknown where nothing proves it", () => {
    expect(dateDecision({ comite: "Sans date" }, COMITES)).toBeUndefined();
  });
});
