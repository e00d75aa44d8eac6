import { describe, expect, it } from "vitest";
import { atelier } from "./aides/atelier.js";
import { decider, ficheDe } from "./aides/comite.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "SIRET",
  "Intitulé du projet",
  "Population",
  "Type",
  "Thème",
  "Coût total",
  "Subvention demandée",
  "Autres financements",
  "Date de dépôt",
];
const C = "Comité";

const line = (rank: number): readonly Saisie[] => [
  String(rank),
  `Ville ${rank}`,
  String(210_000_000 + rank),
  `Projet ${rank % 7}`,
  900,
  "Commune",
  "3a",
  10_000,
  8_000,
  0,
  jour("2021-06-01"),
];

function costs(count: number) {
  const rows = Array.from({ length: count }, (_, rank) => line(rank + 1));
  const opened = atelier(classeur([onglet("Suivi", [ENTETES, ...rows])]));
  const { host, api } = opened;
  api("apiInstaller", { guichet: "MARNE-V1" });
  api("apiComiteColonnes");
  api("apiComiteCreer", { nom: C, date: "2021-07-16", presents: "" });
  const decide = (numero: string) => {
    const { vu, acquis } = ficheDe(opened, numero, C);
    const dossier = { ...host.ledger.calls };
    const answer = decider(
      opened,
      numero,
      { montant: 700_000, motif: "m", conditions: "c", derogation: "d" },
      { vu, acquis, comite: C, notes: [{ code: "pertinence", note: 3, justification: "" }] },
    );
    expect(answer.kind).toBe("fait");
    return { dossier, decision: { ...host.ledger.calls } };
  };
  decide("2");
  const { dossier, decision } = decide("4");
  api("apiComiteOuvrir");
  return { ouvrir: { ...host.ledger.calls }, dossier, decision };
}

const total = (calls: Readonly<Record<string, number>>) =>
  Object.values(calls).reduce((sum, count) => sum + count, 0);

describe("service calls of a committee", () => {
  const few = costs(10);
  const many = costs(1_000);

  it("are the same for 10 dossiers as for 1 000", () => {
    expect(many).toEqual(few);
  });

  it("are few: what is shown is read once by tab, what is recorded is kept for undoing and read again", () => {
    expect(total(few.ouvrir)).toBeLessThanOrEqual(12);
    expect(total(few.dossier)).toBeLessThanOrEqual(12);
    expect(total(few.decision)).toBeLessThanOrEqual(12);
  });
});
