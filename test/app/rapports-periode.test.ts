import { describe, expect, it } from "vitest";
import {
  type Atelier,
  atelier,
  ecritures,
  installe,
  lignes,
  onglets,
  plain,
  seulement,
} from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, onglet } from "./aides/saisie.js";

const TRIMESTRE = { rapport: "Trimestre DITP", periode: "2021-T2" };
const NOM = "Trimestre DITP 2021-T2";

function rowOf({ host }: Atelier, nom: string, label: string): number {
  return lignes(host, nom).findIndex(([first]) => first === label) + 1;
}

/** What a person types in the report, in the cell of a text. */
function ecrire(opened: Atelier, label: string, text: string): void {
  const row = rowOf(opened, NOM, label);
  poser(opened.host, NOM, row, 4, text);
}

const reglage = (opened: Atelier, cle: string) =>
  lignes(opened.host, "Paramètres").find(([key]) => key === cle)?.[1];

describe("a report of a period", () => {
  it.each([
    ["Démat.ADS", "2021-07"],
    ["Publication", "2021-07"],
    ["SCDL", "2021-07"],
    ["Propositions", "2021-07"],
    ["Trimestre DITP", "2021-T2"],
  ])("%s is made in its own tab, its totals agree with its summary", (rapport, periode) => {
    const opened = installe("suivi-seine-et-marne.xlsx");
    const nom = `${rapport} ${periode}`;
    const others = () => seulement(opened.host, (name) => name !== nom && name !== "Paramètres");
    const before = others();
    const result = opened.api("apiRapport", { rapport, periode, telQuel: true }) as unknown as {
      kind: string;
      onglet: string;
      resume: { nombre: number; total: number };
    };
    expect([result.kind, result.onglet]).toEqual(["fait", nom]);
    expect(others()).toEqual(before);
    const rows = lignes(opened.host, nom);
    const beside = (label: RegExp) => rows.find(([first]) => label.test(String(first)))?.[1];
    expect(beside(/^(Lauréats|Demandes|Lignes|Propositions)$/)).toBe(result.resume.nombre);
    expect(Math.round(Number(beside(/^(Total |Montant total)/)) * 100)).toBe(result.resume.total);
  });

  it.each([
    ["Trimestre DITP", "2021-06", "attendu une année et un trimestre"],
    ["SCDL", "2021-T2", "attendu un mois et une année"],
    ["DITP", "2021-06", "attendu un rapport"],
  ])("%s is refused for %s", (rapport, periode, why) => {
    const opened = installe("suivi-nord.xlsx");
    expect(() => opened.api("apiRapport", { rapport, periode })).toThrow(why);
    expect(ecritures(opened.host)).toEqual([]);
  });

  it("is asked from the menu, with the quarter just ended proposed", () => {
    const opened = installe("suivi-seine-et-marne.xlsx", { le: "2021-07-10T08:00:00Z" });
    const said = opened.clic("Rapports ▸ Compte rendu trimestriel à la DITP (IDF)", { text: "" });
    expect(said[0]).toContain("Laissez vide pour le 2e trimestre 2021 (2021-T2)");
    expect(said[1]).toContain("« Trimestre DITP 2021-T2 » : 11 lignes, 152 600,50 €.");
  });

  it("adds the settings it asks for once, and says so", () => {
    const opened = installe("suivi-nord.xlsx");
    const demande = { rapport: "SCDL", periode: "2021-07", telQuel: true };
    const first = opened.api("apiRapport", demande);
    expect(plain((first.avertissements as string[])[0])).toContain(
      "scdl.siret, scdl.notification_ue, scdl.conditions, scdl.dispositif",
    );
    const settings = lignes(opened.host, "Paramètres");
    opened.api("apiRapport", demande);
    expect(lignes(opened.host, "Paramètres")).toEqual(settings);
  });
});

/** A list without the columns that reports need. */
function sansColonnes(entetes: readonly string[]): Atelier {
  const row = entetes.map((_, index) => `valeur ${index}`);
  const opened = atelier(classeur([onglet("Suivi", [entetes, row])]));
  opened.api("apiInstaller", { guichet: "IDF-V1", onglet: "Suivi" });
  return opened;
}

describe("the columns that a report needs and that the référent's tab lacks", () => {
  const MENUS = [
    ["Compte rendu trimestriel à la DITP (IDF)", "2021-T2", "Date de fin"],
    ["Liste Démat.ADS du mois (IDF)", "2021-06", "Communes rattachées"],
    ["Propositions au comité régional (Marne)", "2021-06", "Montant proposé"],
    ["Lauréats à publier", "2021-06", "Décidé le"],
    ["Subventions en données ouvertes (SCDL)", "2021-06", "Conventionné le"],
  ] as const;
  const BASE = ["N° dossier", "Porteur", "Thème", "État", "Montant accordé", "Subvention demandée"];

  it.each(MENUS)("are offered by %s, added at the right once agreed", (menu, periode, titre) => {
    const opened = sansColonnes(BASE);
    const said = opened.clic(`Rapports ▸ ${menu}`, { text: periode }, "YES");
    expect(said[1]).toContain(`« ${titre} »`);
    expect(said[1]).toContain("à droite de votre tableau ?");
    expect(opened.host.values("Suivi")[0]?.slice(0, BASE.length)).toEqual(BASE);
    expect(opened.host.values("Suivi")[0]).toContain(titre);
    expect(said[2]).toContain("Onglet «");
    expect(said[2]).not.toContain("n’a pas de colonne");
  });

  it.each(MENUS)("are left out by %s after No, and named as gaps", (menu, periode, titre) => {
    const opened = sansColonnes(BASE);
    const before = onglets(opened.host).get("Suivi");
    const said = opened.clic(`Rapports ▸ ${menu}`, { text: periode }, "NO");
    expect(said[2]).toContain("le rapport laisse ces informations vides");
    expect(said[2]).toContain(`« ${titre} »`);
    expect(onglets(opened.host).get("Suivi")).toEqual(before);
  });

  it.each(MENUS)("keep %s from being made after No, where it can't do without", (menu, periode) => {
    const opened = sansColonnes(["N° dossier", "Porteur", "Thème", "Coût total"]);
    const before = onglets(opened.host);
    const said = opened.clic(`Rapports ▸ ${menu}`, { text: periode }, "NO");
    expect(said.at(-1)).toMatch(
      /n’a pas de colonne .*« État ».* rien ne peut être fait\..*Rien n’a été modifié\.$/,
    );
    expect(onglets(opened.host)).toEqual(before);
  });

  it("are offered by the dashboard too", () => {
    const opened = sansColonnes(["N° dossier", "Porteur", "Thème", "État"]);
    const said = opened.clic("Rapports ▸ Tableau de bord", "YES");
    expect(said[0]).toContain(
      "n’a pas de colonne « Montant accordé » : sans elle, rien ne peut être fait. Il n’a pas non plus de colonne « Décidé le » (le jour de la décision, qui range un lauréat dans son mois) : sans elle, le résultat sera incomplet et dira ce qui manque.",
    );
    expect(opened.host.values("Suivi")[0]?.slice(4)).toEqual(["Montant accordé", "Décidé le"]);
    expect(said[1]).toContain("« Tableau de bord » à jour.");
  });
});

describe("texts that the region writes in its quarterly report", () => {
  const label = "Retours d’expérience";
  const cle = "trimestre.2021-T2.retours";

  function fait(): Atelier {
    const opened = installe("suivi-seine-et-marne.xlsx");
    opened.api("apiRapport", TRIMESTRE);
    return opened;
  }

  it("are kept when the report is run again, and journaled", () => {
    const opened = fait();
    ecrire(opened, label, "=SOMME de retours\nsur deux lignes");
    opened.api("apiRapport", TRIMESTRE);
    expect(reglage(opened, cle)).toBe("=SOMME de retours\nsur deux lignes");
    const row = lignes(opened.host, NOM)[rowOf(opened, NOM, label) - 1];
    expect(row?.[3]).toBe("=SOMME de retours\nsur deux lignes");
    expect(lignes(opened.host, "Journal").at(-1)).toContain(`Paramètre ${cle}`);
  });

  it("are replaced by a later text, and the former one stays in the Journal", () => {
    const opened = fait();
    ecrire(opened, label, "premier");
    opened.api("apiRapport", TRIMESTRE);
    ecrire(opened, label, "second");
    opened.api("apiRapport", TRIMESTRE);
    expect(reglage(opened, cle)).toBe("second");
    expect(lignes(opened.host, "Journal").at(-1)?.slice(4, 7)).toEqual([
      `Paramètre ${cle}`,
      "premier",
      "second",
    ]);
  });

  it("are kept when the report is sent, and carried into its correction", () => {
    const opened = fait();
    ecrire(opened, label, "vu avec les maires");
    opened.api("apiMarquerTransmis", { onglet: NOM });
    const again = opened.api("apiRapport", TRIMESTRE);
    expect(again.onglet).toBe(`${NOM} (2)`);
    const row = rowOf(opened, `${NOM} (2)`, label);
    expect(lignes(opened.host, `${NOM} (2)`)[row - 1]?.[3]).toBe("vu avec les maires");
  });

  it("write nothing where nobody typed", () => {
    const opened = fait();
    const settings = lignes(opened.host, "Paramètres");
    opened.api("apiRapport", TRIMESTRE);
    expect(lignes(opened.host, "Paramètres")).toEqual(settings);
    expect(reglage(opened, cle)).toBeUndefined();
  });
});
