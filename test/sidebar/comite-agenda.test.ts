import { describe, expect, it } from "vitest";
import {
  avancement,
  comitePropose,
  type Filtre,
  filtrer,
  inscriptibles,
  nomLibre,
  ordreDuJour,
  prochainADecider,
  SANS_FILTRE,
  voisin,
} from "../../sidebar/comite/agenda.js";
import type { LigneAgenda } from "../../src/app/comite/protocole.js";

const JUILLET = "Comité du 06/07/2021";

function ligne(numero: string, changes: Partial<LigneAgenda> = {}): LigneAgenda {
  return {
    numero,
    porteur: "Ville d’Épernay",
    intitule: "Portail des usagers",
    guichet: "MARNE-V1",
    theme: "3c",
    themeLibelle: "iii",
    etat: "En instruction",
    comite: JUILLET,
    issue: "Éligible",
    decide: false,
    ...changes,
  };
}

const numeros = (lignes: readonly LigneAgenda[]) => lignes.map(({ numero }) => numero);

describe("the agenda", () => {
  it("holds the dossiers of its committee, in the sheet's order", () => {
    const dossiers = [ligne("2"), ligne("9", { comite: "" }), ligne("1")];
    expect(numeros(ordreDuJour(dossiers, JUILLET))).toEqual(["2", "1"]);
  });

  it("takes in those that wait for a decision and are not on it", () => {
    const elsewhere = { comite: "Comité du 06/06/2021" };
    const dossiers = [
      ligne("sur la liste"),
      ligne("sans état", { comite: "", etat: undefined }),
      ligne("déposé", { comite: "", etat: "Déposé" }),
      ligne("ajourné", { ...elsewhere, etat: "Ajourné" }),
      ligne("retenu", { ...elsewhere, etat: "Retenu" }),
      ligne("refusé", { ...elsewhere, etat: "Non retenu" }),
      ligne("abandonné", { comite: "", etat: "Abandonné" }),
    ];
    expect(numeros(inscriptibles(dossiers, JUILLET))).toEqual(["sans état", "déposé", "ajourné"]);
  });

  it("counts what is decided", () => {
    expect(avancement([ligne("1", { decide: true }), ligne("2")])).toEqual({
      decides: 1,
      total: 2,
    });
    expect(avancement([])).toEqual({ decides: 0, total: 0 });
  });
});

describe("the filter", () => {
  const lignes = [
    ligne("2021-0001", { decide: true }),
    ligne("2021-0002", { porteur: "CC de la Moivre à la Coole", theme: "3a" }),
    ligne("2021-0003", { intitule: "Œuvres numériques", issue: "À vérifier" }),
  ];
  const kept = (changes: Partial<Filtre>) =>
    numeros(filtrer(lignes, { ...SANS_FILTRE, ...changes }));

  it.each<[string, Partial<Filtre>, string[]]>([
    ["nothing asked", {}, ["2021-0001", "2021-0002", "2021-0003"]],
    ["to decide", { quoi: "a_decider" }, ["2021-0002", "2021-0003"]],
    ["decided", { quoi: "decides" }, ["2021-0001"]],
    ["a theme", { theme: "3a" }, ["2021-0002"]],
    ["an outcome", { issue: "À vérifier" }, ["2021-0003"]],
    ["a theme and an outcome of different dossiers", { theme: "3a", issue: "À vérifier" }, []],
    ["part of a number", { recherche: "0003" }, ["2021-0003"]],
    ["no accents, no case", { recherche: "EPERNAY" }, ["2021-0001", "2021-0003"]],
    ["accents where there are none", { recherche: "coôle" }, ["2021-0002"]],
    ["words in any order", { recherche: "coole moivre" }, ["2021-0002"]],
    ["words of number and title at once", { recherche: "oeuvres 2021" }, ["2021-0003"]],
    ["spaces alone", { recherche: "  " }, ["2021-0001", "2021-0002", "2021-0003"]],
    ["a word that is nowhere", { recherche: "moivre reims" }, []],
  ])("%s", (_, changes, expected) => {
    expect(kept(changes)).toEqual(expected);
  });
});

describe("next and previous", () => {
  const lignes = [
    ligne("1", { decide: true }),
    ligne("2"),
    ligne("3", { decide: true }),
    ligne("4"),
  ];

  it.each<[string | undefined, 1 | -1, string | undefined]>([
    ["1", 1, "2"],
    ["4", 1, undefined],
    ["1", -1, undefined],
    ["4", -1, "3"],
    [undefined, 1, "1"],
    ["hors liste", -1, "4"],
  ])("from %s by %s to %s", (from, pas, to) => {
    expect(voisin(lignes, from, pas)?.numero).toBe(to);
  });

  it.each<[string, string | undefined]>([
    ["1", "2"],
    ["2", "4"],
    ["4", "2"],
    ["hors liste", "2"],
  ])("the next to decide after %s is %s", (from, to) => {
    expect(prochainADecider(lignes, from)?.numero).toBe(to);
  });

  it("has no next once the dossier is the only one left", () => {
    expect(prochainADecider([ligne("1", { decide: true }), ligne("2")], "2")).toBeUndefined();
  });
});

it("gives a new committee a name that no other has", () => {
  const comite = (nom: string) => ({ nom, presents: "", statut: "préparé" as const });
  expect(nomLibre("Comité", [])).toBe("Comité");
  expect(nomLibre("Comité", [comite("Comité"), comite("Comité (2)")])).toBe("Comité (3)");
});

describe("the committee that is proposed", () => {
  const comite = (nom: string, date?: string, statut: "préparé" | "clos" = "préparé") => ({
    nom,
    presents: "",
    statut,
    ...(date !== undefined && { date }),
  });
  const [mars, juin, septembre] = [
    comite("Mars", "2021-03-15"),
    comite("Juin", "2021-06-15"),
    comite("Septembre", "2021-09-15"),
  ];

  it.each([
    ["2021-06-15", [septembre, juin, mars], "Juin"],
    ["2021-06-16", [septembre, juin, mars], "Septembre"],
    ["2021-10-01", [septembre, juin, mars], "Septembre"],
    ["2021-10-01", [comite("Septembre", "2021-09-15", "clos"), juin, mars], "Juin"],
    [
      "2021-10-01",
      [comite("Juin", "2021-06-15", "clos"), comite("Mars", "2021-03-15", "clos")],
      "Juin",
    ],
    ["2021-10-01", [comite("Sans date")], "Sans date"],
    ["2021-10-01", [], ""],
  ])("on %s", (jour, comites, nom) => {
    expect(comitePropose(comites, jour)).toBe(nom);
  });
});
