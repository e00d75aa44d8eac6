import { fileURLToPath } from "node:url";
import { blocEnveloppe } from "../../src/app/enveloppes.js";
import type { Cell } from "../../src/dossiers/cell.js";
import { GUICHETS } from "../../src/guichets/index.js";
import { lireBlocs } from "../../src/reports/blocs-enveloppes.js";
import type { Suivi } from "../../src/reports/suivi.js";
import { planTableau } from "../../src/reports/tableau-de-bord.js";
import type { GuichetId } from "../../src/rules/guichet.js";
import { type Prefecture, suiviDe } from "./suivi.js";

/** The cells of `Enveloppes` for some guichets, one block below the other, formulas left blank. */
export function rowsEnveloppes(ids: readonly GuichetId[]): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (const id of ids) {
    const bloc = blocEnveloppe(id, rows.length + 1, { numero: 0, montant: 2 });
    const [written] = bloc.operations;
    if (written?.op !== "ecrire") throw new Error("ecrire");
    const shown = written.contenus.map((row) =>
      row.map((contenu) => (typeof contenu === "object" ? "" : contenu)),
    );
    rows.push(...shown, []);
  }
  return rows;
}

/** The dashboard of an example préfecture in the middle of July 2021. */
export function tableauDe(
  prefecture: Prefecture,
  change: (suivi: Suivi) => Suivi = (suivi) => suivi,
  aujourdHui = "2021-07-15",
) {
  const suivi = change(suiviDe(prefecture));
  const ids = [
    ...new Set([prefecture.guichet, ...suivi.dossiers.map(({ guichet }) => guichet.id)]),
  ];
  const blocs = lireBlocs(rowsEnveloppes(ids));
  return planTableau({
    aujourdHui,
    prefecture: prefecture.prefecture,
    suivi,
    guichets: ids.flatMap((id) => {
      const bloc = blocs.find((known) => known.id === id);
      return bloc ? [{ guichet: GUICHETS[id], bloc }] : [];
    }),
  });
}

/** Where the reviewed dashboard of a préfecture is kept. */
export function goldenTableau({ nom }: Prefecture): string {
  return fileURLToPath(new URL(`./golden/tableau-${nom}.txt`, import.meta.url));
}
