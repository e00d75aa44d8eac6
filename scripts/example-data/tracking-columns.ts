import { type Cell, type Column, code, day, euro, integer, text } from "./cells.js";
import type { Dossier, Fate, Typed } from "./dossier.js";
import type { Theme } from "./projects.js";

/** The words of one référent for what became of a dossier. */
export type Words = Record<
  "depose" | "instruction" | "ajourne" | "retenu" | "refuse" | "sansSuite" | "abandonne",
  string
>;

/** The cell of a field, or what the référent typed in its place. */
export const field =
  (name: Typed, plain: (dossier: Dossier) => Cell) =>
  (dossier: Dossier): Cell => {
    const typed = dossier.typed[name];
    return typed === undefined ? plain(dossier) : { value: typed };
  };

/** The state column, in the référent's words. */
export function state(words: Words) {
  return field("etat", ({ fate, engage, abandon }) => {
    if (abandon) return text(words.abandonne);
    if (engage) return text("Engagé");
    return text(words[fate.replace(/\d$/, "") as keyof Words & Fate]);
  });
}

/** The theme column, by the names that the guichet gives. */
export const theme = (names: Partial<Record<Theme, string>>) =>
  field("theme", (dossier) => text(names[dossier.theme] ?? dossier.theme));

/** The companies that the référent notes in a column of their own: "Nom (dépt), Nom (dépt)". */
export function companies({ orders }: Dossier): Cell {
  const own = orders.filter(({ dansLaFiche }) => dansLaFiche);
  if (own.length === 0) return {};
  return text(
    own
      .map(({ company, sansDepartement }) =>
        sansDepartement
          ? company.nom
          : `${company.nom.replace(" (fictif)", "")} (${company.departement})`,
      )
      .join(", "),
  );
}

export const numero = (header: string): Column<Dossier> => ({
  header,
  width: 90,
  cell: (d) => code(d.numero),
});
export const porteur = (header: string): Column<Dossier> => ({
  header,
  width: 230,
  cell: (d) => text(d.porteur.nom),
});
export const population = (header: string): Column<Dossier> => ({
  header,
  width: 80,
  cell: field("population", (d) => integer(d.porteur.population)),
});
export const siret: Column<Dossier> = {
  header: "SIRET",
  width: 130,
  cell: (d) => code(d.porteur.siret),
};
export const insee: Column<Dossier> = {
  header: "Code INSEE",
  width: 80,
  cell: (d) => code(d.porteur.insee || undefined),
};
export const type: Column<Dossier> = {
  header: "Type de collectivité",
  width: 160,
  cell: (d) => text(d.porteur.type),
};
export const intitule: Column<Dossier> = {
  header: "Intitulé du projet",
  width: 320,
  cell: (d) => ({ ...text(d.intitule), style: { wrap: true } }),
};
export const cout = (header: string): Column<Dossier> => ({
  header,
  width: 110,
  cell: field("cout", (d) => euro(d.cout)),
});
export const demande = (header: string): Column<Dossier> => ({
  header,
  width: 120,
  cell: field("demande", (d) => euro(d.demande)),
});
export const autres: Column<Dossier> = {
  header: "Autres financements",
  width: 110,
  cell: (d) => euro(d.autres || undefined),
};
export const depot: Column<Dossier> = {
  header: "Date de dépôt",
  width: 95,
  cell: field("depot", (d) => day(d.depot)),
};
export const fin = (header: string): Column<Dossier> => ({
  header,
  width: 95,
  cell: field("fin", (d) => day(d.fin)),
});
export const decide = (header: string): Column<Dossier> => ({
  header,
  width: 95,
  cell: field("decide", (d) => day(d.decide)),
});
export const accorde = (header: string): Column<Dossier> => ({
  header,
  width: 110,
  cell: field("accorde", (d) => euro(d.accorde)),
});
export const dated = (
  header: string,
  pick: (dossier: Dossier) => string | undefined,
): Column<Dossier> => ({
  header,
  width: 95,
  cell: (d) => day(pick(d)),
});
export const noted = (
  header: string,
  pick: (dossier: Dossier) => string | undefined,
): Column<Dossier> => ({
  header,
  width: 220,
  cell: (d) => text(pick(d)),
});
