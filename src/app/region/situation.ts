import { nomDepartement } from "../../dossiers/departements.js";
import { readEuros } from "../../dossiers/numbers.js";
import { NOM_CONSOLIDE, NOM_MOUVEMENTS } from "../../dossiers/onglets-demande.js";
import { GUICHET_PAR_DEFAUT, lireReglage, type Parametres } from "../../dossiers/parametres.js";
import { readDay } from "../../dossiers/readers.js";
import { type LigneTable, readTable } from "../../dossiers/table.js";
import { withParametres } from "../../functions/guichet-argument.js";
import { SUIVIS_REGIONAUX } from "../../guichets/region.js";
import { sourceEnveloppe, totalEnveloppe } from "../../reports/ditp-enveloppes.js";
import { formatEuros } from "../../rules/cents.js";
import { formatCitation } from "../../rules/citation.js";
import { type Day, formatDay } from "../../rules/day.js";
import { consomme } from "../../rules/enveloppe.js";
import type { Guichet } from "../../rules/guichet.js";
import { type Mouvement, situationsApres } from "../../rules/mouvements.js";
import { lireParametres } from "../parametres.js";
import type { Ports } from "../ports.js";
import type { Departement, EtatRegion } from "./protocole.js";
import { horsTerritoire } from "./territoire.js";

type Consolide = LigneTable<"Consolidé">;

/** Key of the settings for the first day of movements, where no document gives it. */
const CLE_REVUE = "region.revue";

/** Everything the region follows, in one read per tab. Reads, writes nothing. */
export function lireRegion({ classeur, contexte }: Ports): Extract<EtatRegion, { kind: "ouvert" }> {
  const { parametres } = lireParametres(classeur);
  const guichet = withParametres(parametres)(0, parametres.guichet ?? GUICHET_PAR_DEFAUT);
  const rows = readTable(NOM_CONSOLIDE, classeur.lire(NOM_CONSOLIDE).lignes);
  const mouvements = lireMouvements(classeur.lire(NOM_MOUVEMENTS).lignes);
  const revue = revueDe(guichet, parametres);
  const suivis = departements(rows, mouvements, guichet, parametres);
  const total = SUIVIS_REGIONAUX[guichet.id] ? undefined : totalEnveloppe(guichet);
  return {
    kind: "ouvert",
    aujourdhui: contexte.maintenant().slice(0, 10),
    guichet: guichet.id,
    departements: suivis,
    mouvements,
    notes: [
      ...notes(guichet, revue, rows),
      ...notesSansDroit(suivis),
      ...notesTerritoire(suivis, guichet),
    ],
    ...(revue !== undefined && { revue }),
    ...(total !== undefined && { enveloppe: { total, source: sourceEnveloppe(guichet) } }),
  };
}

function lireMouvements(rows: Parameters<typeof readTable>[1]): readonly Mouvement[] {
  return readTable(NOM_MOUVEMENTS, rows).flatMap(({ valeurs }) => {
    const { date = "", de, vers, montant, motif = "" } = valeurs;
    return de === undefined || vers === undefined || montant === undefined
      ? []
      : [{ date, de, vers, montant, motif }];
  });
}

/** The setting wins over the document; nothing where both are silent. */
function revueDe({ id }: Guichet, parametres: Parametres): Day | undefined {
  return lireReglage(parametres, CLE_REVUE, readDay) ?? SUIVIS_REGIONAUX[id]?.revue.value;
}

/** A département's drawing right before movements: the setting `droit.77`, else the document's. */
function droitInitial(
  { id, enveloppe, territoire }: Guichet,
  parametres: Parametres,
  code: string,
) {
  const set = lireReglage(parametres, `droit.${code.toLowerCase()}`, readEuros);
  if (set !== undefined) return set;
  const given = SUIVIS_REGIONAUX[id] && territoire?.departements.includes(code);
  return given ? enveloppe?.value : undefined;
}

function departements(
  rows: readonly Consolide[],
  mouvements: readonly Mouvement[],
  guichet: Guichet,
  parametres: Parametres,
): readonly Departement[] {
  const codes = new Set([
    ...(SUIVIS_REGIONAUX[guichet.id] ? (guichet.territoire?.departements ?? []) : []),
    ...rows.flatMap(({ valeurs }) => valeurs.departement ?? []),
    ...mouvements.flatMap(({ de, vers }) => [de, vers]),
  ]);
  const known = [...codes].sort().map((code) => {
    const own = rows.filter(({ valeurs }) => valeurs.departement === code);
    const counted = own.filter(({ valeurs }) => valeurs.guichet === guichet.id);
    const lignes = counted.map(({ valeurs: { etat, accorde = 0, paye = 0 } }) => ({
      etat,
      montant: accorde,
      paye,
    }));
    const initial = droitInitial(guichet, parametres, code);
    const consolideLe = own[0]?.valeurs.consolide;
    return {
      code,
      nom: nomDepartement(code) ?? "",
      dossiers: counted.length,
      accorde: consomme(lignes, "accordé"),
      engage: consomme(lignes, "engagé"),
      paye: consomme(lignes, "payé"),
      ...(initial !== undefined && { initial }),
      ...(consolideLe !== undefined && { consolideLe }),
      ...(horsTerritoire(code, guichet.id) !== undefined && { horsTerritoire: true as const }),
    };
  });
  const after = situationsApres(known, mouvements);
  return known.map((departement, index) => ({
    ...departement,
    net: 0,
    ...after[index],
  }));
}

function notes(
  guichet: Guichet,
  revue: Day | undefined,
  rows: readonly Consolide[],
): readonly string[] {
  const regional = SUIVIS_REGIONAUX[guichet.id];
  const others = new Set(
    rows.flatMap(({ valeurs }) =>
      valeurs.guichet !== undefined && valeurs.guichet !== guichet.id ? [valeurs.guichet] : [],
    ),
  );
  return [
    regional && guichet.enveloppe
      ? `Droit de tirage\u00a0: ${formatEuros(guichet.enveloppe.value)} par département ${formatCitation(guichet.enveloppe.source)}, sauf réglage droit.CODE.`
      : "Droits de tirage par département\u00a0: non prévus par les documents pour ce guichet. Fixez-les dans Paramètres, clés droit.CODE (par exemple droit.59).",
    ...(regional
      ? (guichet.faits ?? []).map(
          ({ source }) =>
            `Total écrit par le guide\u00a0: ${source.note} ${formatCitation(source)}.`,
        )
      : []),
    revue === undefined
      ? `Date à partir de laquelle redéployer\u00a0: non prévue. Clé ${CLE_REVUE} de Paramètres, si la région en fixe une.`
      : `Redéploiement possible à partir du ${formatDay(revue)}${regional ? ` ${formatCitation(regional.revue.source)}` : ""}.`,
    ...(others.size > 0
      ? [
          `Dossiers consolidés d’autres guichets, hors de ces droits de tirage\u00a0: ${[...others].join(", ")}.`,
        ]
      : []),
  ];
}

/** Where some départements have a drawing right, those that have none: the sum of what is left leaves them out. */
function notesSansDroit(suivis: readonly Departement[]): readonly string[] {
  const without = suivis.filter(({ droit }) => droit === undefined);
  if (without.length === 0 || without.length === suivis.length) return [];
  const names = without.map(({ code, nom }) => `${code} ${nom}`).join(", ");
  return [`Sans droit de tirage connu, hors du total des restes\u00a0: ${names}.`];
}

/** Départements that somebody confirmed although the guichet does not serve them. */
function notesTerritoire(suivis: readonly Departement[], { id }: Guichet): readonly string[] {
  return suivis.flatMap(({ code, consolideLe }) => {
    const why = consolideLe === undefined ? undefined : horsTerritoire(code, id);
    return why === undefined ? [] : [`${why} Consolidé après confirmation.`];
  });
}
