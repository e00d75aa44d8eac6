import { describe, expect, it } from "vitest";
import type { EtatSimulation } from "../../src/app/simulation/protocole.js";
import {
  atelier,
  ecritures,
  installe,
  lignes,
  onglets,
  plain,
  type Reponse,
  seulement,
} from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Thème",
  "Population",
  "Coût total",
  "Subvention demandée",
  "État",
  "Montant accordé",
  "Avis proposé",
  "Montant proposé",
  "Mes remarques",
];

const LIGNES: readonly (readonly Saisie[])[] = [
  ["A", "Ville A", "3a", 5_000, 40_000, 30_000, "En instruction", "", "", 20_000, "à revoir"],
  ["B", "Ville B", "3b", 800, 50_000, 25_000, "", "", "ajourné", "", "=B2"],
  ["C", "Ville C", "3c", 20_000, 60_000, 30_000, "Retenu", 30_000, "favorable", 30_000, ""],
  ["D", "Ville D", "3a", 300, 30_000, 15_000, "Ajourné", "", "", "", ""],
];

function ouvert(entetes: readonly string[] = ENTETES, lignes = LIGNES) {
  const opened = atelier(classeur([onglet("Suivi", [entetes, ...lignes])]));
  opened.api("apiInstaller", { guichet: "HDF" });
  return opened;
}

const SCENARIO = {
  nom: "Prudent",
  guichet: "HDF",
  objectif: "Population",
  enveloppe: 5_000_000,
  lignes: [
    { numero: "A", choix: "Retenu", montant: 2_000_000 },
    { numero: "B", choix: "Imposé", montant: 1_999_999 },
    { numero: "D", choix: "Écarté" },
  ],
} as const;

const etat = (opened: ReturnType<typeof ouvert>) =>
  opened.api("apiSimulationOuvrir") as unknown as Extract<EtatSimulation, { kind: "ouvert" }>;

describe("Simulation, what it shows", () => {
  it("is the dossiers still to be decided, at their proposed amount or what is possible", () => {
    const { dossiers, enveloppes } = etat(ouvert());
    expect(dossiers.map(({ numero }) => numero)).toEqual(["A", "B", "D"]);
    expect(dossiers[0]).toMatchObject({
      propose: 2_000_000,
      possible: 3_000_000,
      demande: 3_000_000,
    });
    expect(dossiers[1]).toMatchObject({ possible: 2_500_000, population: 800 });
    expect(dossiers[1]).not.toHaveProperty("propose");
    expect(enveloppes).toMatchObject([{ guichet: "HDF", total: 168_500_000, accorde: 3_000_000 }]);
  });

  it("is the weighted mean of a dossier's scores, of its own or its last committee", () => {
    const opened = ouvert();
    const notes = [
      ["A", "Juin", "constat", 4],
      ["A", "Septembre", "Constat factuel et partagé", 2],
      ["A", "Septembre", "coconstruction", 5],
      ["B", "Juin", "constat", ""],
    ] as const;
    notes.forEach((row, index) => {
      row.forEach((value, column) => {
        poser(opened.host, "Notes", index + 2, column + 1, value);
      });
    });
    const scores = etat(opened).dossiers.map(({ score }) => score);
    expect(scores).toEqual([350, undefined, undefined]);
  });

  it("reads and writes nothing", () => {
    const opened = ouvert();
    const before = opened.host.workbook.snapshot();
    etat(opened);
    expect(ecritures(opened.host)).toEqual([]);
    expect(opened.host.workbook.snapshot()).toEqual(before);
  });
});

describe("a scenario", () => {
  it("is kept in its own tab and touches nothing of the dossiers", () => {
    const opened = ouvert();
    const rest = () =>
      seulement(opened.host, (nom) => !["Simulation", "Journal", "Annulation"].includes(nom));
    const before = rest();
    expect(opened.api("apiSimulationEnregistrer", SCENARIO).kind).toBe("fait");
    expect(rest()).toEqual(before);
    const { scenarios } = etat(opened);
    expect(scenarios).toMatchObject([{ ...SCENARIO, date: "2021-07-15" }]);
  });

  it("replaces the one of its name alone, and stands beside the others", () => {
    const opened = ouvert();
    opened.api("apiSimulationEnregistrer", { ...SCENARIO, nom: "Autre" });
    opened.api("apiSimulationEnregistrer", SCENARIO);
    const lignes = [{ numero: "D", choix: "Retenu", montant: 1 }];
    opened.api("apiSimulationEnregistrer", { ...SCENARIO, nom: "Autre", lignes });
    const { scenarios } = etat(opened);
    expect(scenarios.map(({ nom, lignes: own }) => [nom, own.length])).toEqual([
      ["Autre", 1],
      ["Prudent", 3],
    ]);
  });

  it("is kept with as many service calls for 300 dossiers as for 3", () => {
    const calls = (count: number) => {
      const opened = ouvert();
      const lignes = Array.from({ length: count }, (_, index) => ({
        numero: `N${index}`,
        choix: "Retenu",
        montant: 100 * index,
      }));
      opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes });
      opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes });
      return Object.values(opened.host.ledger.calls).reduce((sum, value) => sum + value, 0);
    };
    expect(calls(300)).toBe(calls(3));
  });

  it("goes even where it fills its tab to the last row", () => {
    const opened = ouvert();
    const lignes = Array.from({ length: 1_500 }, (_, index) => ({
      numero: `N${index}`,
      choix: "Écarté",
    }));
    opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes });
    expect(opened.host.workbook.sheet("Simulation")?.rows).toBe(1_501);
    expect(opened.api("apiSimulationSupprimer", { nom: SCENARIO.nom }).kind).toBe("fait");
    expect(etat(opened).scenarios).toEqual([]);
  });

  it("is refused without a name, with half a cent, with a choice that is none", () => {
    const opened = ouvert();
    expect(plain(opened.api("apiSimulationEnregistrer", { ...SCENARIO, nom: " " }).message)).toBe(
      "Nom du scénario : lu «  », attendu de 1 à 60 caractères. Rien n’a été enregistré.",
    );
    expect(() => opened.api("apiSimulationEnregistrer", { ...SCENARIO, enveloppe: 0.5 })).toThrow(
      /enveloppe/,
    );
    const lignes = [{ numero: "A", choix: "Peut-être" }];
    expect(() => opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes })).toThrow(/choix/);
    expect(onglets(opened.host).has("Simulation")).toBe(false);
  });

  it("goes when it is taken away, alone", () => {
    const opened = ouvert();
    opened.api("apiSimulationEnregistrer", SCENARIO);
    opened.api("apiSimulationEnregistrer", { ...SCENARIO, nom: "Autre" });
    opened.api("apiSimulationSupprimer", { nom: "Prudent" });
    expect(etat(opened).scenarios.map(({ nom }) => nom)).toEqual(["Autre"]);
    expect(opened.api("apiSimulationSupprimer", { nom: "Prudent" }).kind).toBe("refus");
  });
});

describe("a scenario taken back", () => {
  it("is what it was before it was kept again, or taken away; the first time, it is gone", () => {
    const opened = ouvert();
    const undo = ({ lot }: Reponse) => opened.api("apiSimulationAnnuler", { lot });
    const first = opened.api("apiSimulationEnregistrer", SCENARIO);
    const kept = lignes(opened.host, "Simulation");
    const lignesAutres = [{ numero: "D", choix: "Retenu", montant: 1 }];
    const again = opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes: lignesAutres });
    expect(undo(again)).toMatchObject({ kind: "fait", scenarios: [{ nom: "Prudent" }] });
    expect(lignes(opened.host, "Simulation")).toEqual(kept);
    const gone = opened.api("apiSimulationSupprimer", { nom: "Prudent" });
    expect(etat(opened).scenarios).toEqual([]);
    expect(plain(undo(gone).message)).toBe("Annulé, remis comme avant : Scénario « Prudent ».");
    expect(lignes(opened.host, "Simulation")).toEqual(kept);
    expect(undo(first)).toMatchObject({ kind: "fait", scenarios: [] });
  });

  it("gives the dossiers the proposals they had", () => {
    const opened = ouvert();
    opened.api("apiSimulationEnregistrer", SCENARIO);
    const before = opened.host.values("Suivi");
    const demande = { nom: "Prudent", autres: "défavorable", apercu: false };
    const { lot } = opened.api("apiSimulationProposer", demande);
    expect(opened.host.values("Suivi")).not.toEqual(before);
    expect(opened.api("apiSimulationAnnuler", { lot }).kind).toBe("fait");
    expect(opened.host.values("Suivi")).toEqual(before);
  });
});

describe("a scenario made the committee's proposals", () => {
  const proposer = (opened: ReturnType<typeof ouvert>, apercu: boolean, autres = "laisser") =>
    opened.api("apiSimulationProposer", { nom: "Prudent", autres, apercu });

  it("is shown first, and nothing is written", () => {
    const opened = ouvert();
    opened.api("apiSimulationEnregistrer", SCENARIO);
    const before = opened.host.workbook.snapshot();
    const shown = proposer(opened, true);
    expect(shown).toMatchObject({
      kind: "apercu",
      lignes: [
        { numero: "A", avis: "favorable", montant: 2_000_000, avantMontant: 2_000_000 },
        { numero: "B", avis: "favorable", montant: 1_999_999, avantAvis: "ajourné" },
      ],
      laissees: [],
    });
    expect(opened.host.workbook.snapshot()).toEqual(before);
  });

  it.each([
    ["at what is asked and possible", "D", 1_500_000, undefined],
    ["a cent above what is asked", "D", 1_500_001, "dépasse la demande de 15 000 €"],
    ["without an amount", "D", undefined, "sans montant"],
    ["above what the cost allows", "E", 3_000_001, "dépasse le possible de 30 000 €"],
    [
      "above both",
      "E",
      4_000_001,
      "dépasse la demande de 40 000 €, dépasse le possible de 30 000 €",
    ],
  ])("says what to look at: %s", (_, numero, montant, attention) => {
    const opened = ouvert(ENTETES, [
      ...LIGNES,
      ["E", "Ville E", "3a", 300, 30_000, 40_000, "", "", "", "", ""],
    ]);
    const ligne = { numero, choix: "Imposé", ...(montant !== undefined && { montant }) };
    opened.api("apiSimulationEnregistrer", { ...SCENARIO, lignes: [ligne] });
    const [shown] = proposer(opened, true).lignes as readonly { attention?: string }[];
    expect(shown?.attention === undefined ? undefined : plain(shown.attention)).toBe(attention);
  });

  it("writes the two columns of dossiers to be decided, to the cent, and journals them", () => {
    const opened = ouvert();
    opened.api("apiSimulationEnregistrer", {
      ...SCENARIO,
      lignes: [...SCENARIO.lignes, { numero: "C", choix: "Retenu", montant: 100 }],
    });
    const before = opened.host.values("Suivi");
    const written = proposer(opened, false, "défavorable");
    expect(written.kind).toBe("fait");
    expect(plain(written.laissees)).toBe("C : déjà « Retenu », laissé comme il est.");
    const after = opened.host.values("Suivi");
    expect(after.slice(1).map((row) => [row[8], row[9]])).toEqual([
      ["favorable", 20_000],
      ["favorable", 19_999.99],
      ["favorable", 30_000],
      ["défavorable", null],
    ]);
    const others = (rows: typeof before) => rows.map((row) => [...row.slice(0, 8), row[10]]);
    expect(others(after)).toEqual(others(before));
    const journal = opened.host
      .values("Journal")
      .filter(([, , source]) => /Simulation, sc/.test(String(source)));
    expect(journal.map((row) => [row[3], row[4], row[6]])).toContainEqual([
      "B",
      "Montant proposé",
      expect.stringMatching(/19.?999,99/),
    ]);
  });

  it("asks for the columns that lack, and says which", () => {
    const opened = ouvert(
      ENTETES.slice(0, 8),
      LIGNES.map((row) => row.slice(0, 8)),
    );
    opened.api("apiSimulationEnregistrer", SCENARIO);
    expect(proposer(opened, false)).toMatchObject({
      kind: "colonnes",
      champs: ["avis_propose", "montant_propose"],
    });
    opened.api("apiSimulationColonnes");
    expect(proposer(opened, false).kind).toBe("fait");
    expect(opened.host.values("Suivi")[1]?.slice(8)).toEqual(["favorable", 20_000]);
  });

  it("is refused where the scenario is gone", () => {
    expect(proposer(ouvert(), true).kind).toBe("refus");
  });
});

describe("the example of Nord", () => {
  it("opens from the menu and gives dossiers that all have a number", () => {
    const opened = installe("suivi-nord.xlsx");
    expect(opened.clic("Simulation")).toEqual([""]);
    const { dossiers } = etat(opened);
    expect(dossiers.length).toBeGreaterThan(5);
    expect(dossiers.every(({ numero }) => numero !== "")).toBe(true);
  });
});
