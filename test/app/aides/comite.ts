import type { Value } from "../../../local/engine/types.js";
import type { Host } from "../../../local/host/index.js";
import {
  type Atelier,
  atelier,
  installe,
  type NomSuivi,
  type Options,
  plain,
  type Reponse,
} from "./atelier.js";
import { poser } from "./poser.js";

export const COMITE = "Comité du 16/07/2021";

/** Name of the tab of dossiers of each example workbook, and the row of its headers. */
const TABLEAU: Readonly<Record<NomSuivi, readonly [nom: string, entetes: number]>> = {
  "suivi-nord.xlsx": ["Suivi FITN7", 1],
  "suivi-marne.xlsx": ["Dossiers 2021", 3],
  "suivi-seine-et-marne.xlsx": ["Tableau de suivi", 1],
};

/** The decision as a page sends it, favourable where nothing else is said. */
export interface Saisie {
  readonly avis?: string;
  readonly montant?: number;
  readonly taux?: number;
  readonly exception?: boolean;
  readonly motifException?: string;
  readonly motif?: string;
  readonly conditions?: string;
  readonly derogation?: string;
}

interface Note {
  readonly code: string;
  readonly note?: number;
  readonly justification: string;
}

/** What a decision rests on: what is shown now, the scores and the committee where left out. */
interface SurQuoi {
  readonly vu?: unknown;
  readonly acquis?: unknown;
  readonly notes?: readonly Note[];
  readonly comite?: string;
}

/** A dossier as shown, as far as tests look. */
export interface Fiche extends Reponse {
  readonly vu: Readonly<Record<string, string>>;
  readonly acquis?: unknown;
  readonly criteres: readonly { readonly code: string; readonly libelle: string }[];
}

/** A référent who runs a committee in a workbook. */
export interface Seance extends Atelier {
  readonly nom: NomSuivi;
  readonly fiche: (numero: string, comite?: string) => Fiche;
  /** Records a decision on what is shown now, or on an earlier `vu`. */
  readonly decide: (numero: string, saisie: Saisie, options?: SurQuoi) => Reponse;
  /** Value of a dossier's cell, by the référent's own header. */
  readonly cellule: (numero: string, entete: string) => Value;
  readonly taper: (numero: string, entete: string, value: string | number) => void;
}

/** Opens a committee in an example workbook: add-in installed, columns added, committee of 16/07/2021 made. */
export function seance(nom: NomSuivi, options: Options = {}): Seance {
  const opened = installe(nom, options);
  opened.api("apiComiteColonnes");
  opened.api("apiComiteCreer", { nom: COMITE, date: "2021-07-16", presents: "M. le préfet" });
  return autour(nom, opened);
}

/** Another référent, in front of the same workbook as it is now. */
export function autre({ nom, host }: Seance, options: Options = {}): Seance {
  return autour(
    nom,
    atelier(host.workbook.snapshot(), { user: "autre@prefecture.test", ...options }),
  );
}

function autour(nom: NomSuivi, opened: Atelier): Seance {
  const { host } = opened;
  const [tab, header] = TABLEAU[nom];
  return {
    ...opened,
    nom,
    fiche: (numero, comite) => ficheDe(opened, numero, comite),
    decide: (numero, saisie, options) => decider(opened, numero, saisie, options),
    cellule: (numero, entete) => {
      const { row, column } = place(host, tab, header, numero, entete);
      return host.calculator.value(tab, row, column);
    },
    taper: (numero, entete, value) => {
      const { row, column } = place(host, tab, header, numero, entete);
      poser(host, tab, row, column, value);
    },
  };
}

/** A dossier as a page that opens it is given it. */
export function ficheDe({ api }: Pick<Atelier, "api">, numero: string, comite = COMITE): Fiche {
  return api("apiComiteDossier", { numero, comite }) as Fiche;
}

/** Sends a decision, favourable where nothing else is said. */
export function decider(
  opened: Pick<Atelier, "api">,
  numero: string,
  saisie: Saisie,
  { vu, acquis, notes = [], comite = COMITE }: SurQuoi = {},
): Reponse {
  const shown = vu ? { vu, acquis } : ficheDe(opened, numero, comite);
  return opened.api("apiComiteDecider", {
    numero,
    comite,
    vu: shown.vu,
    ...(shown.acquis !== undefined && { acquis: shown.acquis }),
    decision: {
      avis: "favorable",
      exception: false,
      motifException: "",
      motif: "",
      conditions: "",
      derogation: "",
      ...saisie,
    },
    notes,
  });
}

function place(host: Host, tab: string, header: number, numero: string, entete: string) {
  const rows = host.values(tab);
  const row = rows.findIndex((cells) => String(cells[0]) === numero) + 1;
  const column = (rows[header - 1] ?? []).indexOf(entete) + 1;
  if (row === 0 || column === 0) throw new Error(`${numero}, ${entete}`);
  return { row, column };
}

/** Refusals of a decision, spaces made plain. */
export function raisons(answer: Reponse): readonly string[] {
  if (answer.kind !== "refusee") throw new Error(JSON.stringify(answer));
  return (answer.raisons as string[]).map(plain);
}

/** Values of every tab but what undoing keeps, and where the settings say that the program's lists end. */
export function contenu({
  host,
}: Atelier): Readonly<Record<string, readonly (readonly Value[])[]>> {
  return Object.fromEntries(
    host.workbook.sheets
      .filter(({ name }) => name !== "Annulation")
      .map(({ name }) => [
        name,
        host.values(name).filter(([key]) => !String(key).startsWith("repere.")),
      ]),
  );
}

/** Lines of the Journal that a source made, from the dossier's number on. */
export function journal({ host }: Atelier, source: string): readonly (readonly Value[])[] {
  return host
    .values("Journal")
    .filter((row) => plain(row[2]) === source)
    .map((row) => row.slice(3, 7));
}
