import { isEmpty } from "../../dossiers/cell.js";
import { nomDepartement } from "../../dossiers/departements.js";
import { NOM_TERRITOIRES, onglet } from "../../dossiers/onglets.js";
import { compter, quoted } from "../../dossiers/text.js";
import { cleDe, lireTerritoires, territoiresPresents } from "../../imports/collectivite.js";
import {
  fichierDe,
  type LigneInsee,
  ligneTerritoire,
  lireDonnees,
  regionDe,
} from "../../imports/donnees-insee.js";
import type { ResultatTerritoires } from "../../imports/protocole.js";
import type { Contenu } from "../../reports/plan.js";
import { LIBELLES_TYPE } from "../../rules/collectivite.js";
import { blocs } from "../blocs.js";
import { ecrireOutils } from "../ecrire-lot.js";
import { creerOnglet } from "../nouvel-onglet.js";
import type { Classeur, Operation, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { ligneSous, positionsDe } from "./sous-entetes.js";

/**
 * Fills `Territoires` with INSEE's data of some départements: their communes, the EPCI that have a commune
 * there, the départements and their régions. A row that is there stays as it is, corrected by hand or not,
 * unless its vintage is older than the data's; rows added by hand stay.
 *
 * @param departements codes, `["59", "62"]`
 */
export function chargerTerritoires(
  ports: Ports,
  departements: readonly string[],
): ResultatTerritoires {
  const insee = donneesDe(ports, departements);
  if ("kind" in insee) return insee;
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    if (!classeur.noms().includes(NOM_TERRITOIRES)) {
      classeur.appliquer(creerOnglet(onglet(NOM_TERRITOIRES)));
    }
    const plan = planDe(classeur, insee);
    if ("kind" in plan) return plan;
    const { ajoutees, remplacees, operations } = plan;
    const names = departements.map((code) => `${nomDepartement(code)} (${code})`).join(", ");
    const done = [
      compter(ajoutees, "collectivité ajoutée", "collectivités ajoutées"),
      compter(remplacees, "mise à jour", "mises à jour"),
    ].join(", ");
    const changed = ajoutees + remplacees > 0;
    if (changed) {
      const change = { champ: "Territoires", avant: "", apres: `${names}\u00a0: ${done}` };
      ecrireOutils(ports, operations, [change], "Territoires");
    }
    return {
      kind: "fait",
      message: changed
        ? `${names}\u00a0: ${done}.`
        : `${names}\u00a0: l’onglet Territoires est déjà à jour.`,
      territoires: territoiresPresents(lireTerritoires(classeur.lire(NOM_TERRITOIRES).lignes)),
    };
  });
}

/** The collectivités of some départements, from the project's data files. */
function donneesDe(
  { donnees }: Ports,
  departements: readonly string[],
): readonly LigneInsee[] | Refus {
  if (departements.length === 0) return refus("Indiquez au moins un département.");
  const found: LigneInsee[] = [];
  const wanted = new Set(departements);
  for (const region of new Set(departements.map(regionDe))) {
    const page = region === undefined ? undefined : donnees(fichierDe(region));
    if (region === undefined || page === undefined) {
      const codes = departements.filter((code) => regionDe(code) === region).join(", ");
      return refus(
        region === undefined
          ? `Aucune donnée INSEE pour ${quoted(codes)}\u00a0: attendu des codes de départements, par exemple 59.`
          : `Le fichier ${quoted(fichierDe(region))} manque dans le projet de script\u00a0: ajoutez-le pour charger ${codes}.`,
      );
    }
    found.push(
      ...lireDonnees(page).filter((one) => one.departements.some((code) => wanted.has(code))),
    );
  }
  const known = new Set<string>();
  return found.filter((one) => {
    const key = keyOf(one);
    return !known.has(key) && known.add(key);
  });
}

const keyOf = ({ siren, type, code }: LigneInsee) => cleDe(siren, LIBELLES_TYPE[type], code);
const yearOf = (millesime: string) => Number(/\d{4}/.exec(millesime)?.[0] ?? 0);

/** Rows to add below, and rows whose vintage is older to replace where they stand. */
function planDe(
  classeur: Classeur,
  insee: readonly LigneInsee[],
): { ajoutees: number; remplacees: number; operations: readonly Operation[] } | Refus {
  const { lignes } = classeur.lire(NOM_TERRITOIRES);
  const positions = positionsDe(NOM_TERRITOIRES, lignes[0] ?? []);
  if (positions.includes(-1)) {
    return refus(
      `L’onglet ${quoted(NOM_TERRITOIRES)} n’a plus ses colonnes d’origine\u00a0: remettez en première ligne ${onglet(
        NOM_TERRITOIRES,
      )
        .colonnes.map(({ titre }) => titre)
        .join(", ")}.`,
    );
  }
  const [code = 0, siren = 0, , type = 0, , , , millesime = 0] = positions;
  const rows = new Map(
    lignes.slice(1).flatMap((row, index) => {
      const at = (position: number) => String(row[position] ?? "").trim();
      const year = yearOf(at(millesime));
      return row.every(isEmpty)
        ? []
        : [[cleDe(at(siren), at(type), at(code)), { ligne: index + 2, year }] as const];
    }),
  );
  const older = insee.filter((one) => {
    const known = rows.get(keyOf(one));
    return known !== undefined && known.year < yearOf(one.millesime);
  });
  const added = insee.filter((one) => !rows.has(keyOf(one)));
  const contents = (one: LigneInsee): readonly Contenu[] =>
    ligneSous(positions, ligneTerritoire(one));
  const replaced = older.flatMap((one) =>
    contents(one).flatMap((contenu, column) =>
      positions.includes(column)
        ? [{ ligne: rows.get(keyOf(one))?.ligne ?? 0, colonne: column + 1, contenu }]
        : [],
    ),
  );
  const asItIs = (ligne: number, colonne: number) => lignes[ligne - 1]?.[colonne - 1] ?? "";
  const writes = [
    ...blocs(replaced, asItIs),
    ...(added.length > 0
      ? [{ ligne: Math.max(1, lignes.length) + 1, colonne: 1, contenus: added.map(contents) }]
      : []),
  ];
  return {
    ajoutees: added.length,
    remplacees: older.length,
    operations: writes.map((bloc) => ({ op: "ecrire", onglet: NOM_TERRITOIRES, ...bloc })),
  };
}
