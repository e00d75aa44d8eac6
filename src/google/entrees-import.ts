import * as z from "zod/mini";
import { ajouterColonnes } from "../app/ajouter-colonnes.js";
import { apercevoir } from "../app/import/apercevoir.js";
import { appliquerImport } from "../app/import/appliquer.js";
import { etager } from "../app/import/attente.js";
import { ouvrirImport } from "../app/import/ouvrir.js";
import { abandonnerImport, annulerImport } from "../app/import/quitter.js";
import { chargerTerritoires } from "../app/import/territoires.js";
import { importerTables } from "../app/importer.js";
import { NOMS_CHAMPS } from "../dossiers/champs.js";
import { TAILLE_BLOC } from "../imports/protocole.js";
import type { Champ } from "../rules/dossier.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { celluleAttendue, parseEntree } from "./entree.js";

const CHAMPS: ReadonlySet<string> = new Set(NOMS_CHAMPS);

const tables = once(() =>
  z.object({
    onglets: z.array(z.object({ nom: z.string(), lignes: z.array(z.array(celluleAttendue())) })),
  }),
);

const champ = () =>
  z.custom<Champ>((value) => typeof value === "string" && CHAMPS.has(value), {
    error: "attendu une information d’un dossier, par exemple porteur",
  });

/** Names the staging tab: nothing that a tab's name or another's could hold by chance. */
const lotAttente = () =>
  z.string().check(
    z.regex(/^[A-Za-z0-9-]{8,40}$/, {
      error: "attendu le nom d’un import, de 8 à 40 lettres et chiffres",
    }),
  );

const rang = () => z.int().check(z.nonnegative());

const numero = () => z.string().check(z.minLength(1, { error: "attendu un numéro de dossier" }));

const valeurs = () =>
  z.record(z.string(), celluleAttendue()).check(
    z.refine(onlyFields, {
      error: "attendu les informations d’un dossier, par exemple porteur",
    }),
  );

function onlyFields(value: object): value is Partial<Record<Champ, string | number | boolean>> {
  return Object.keys(value).every((key) => CHAMPS.has(key));
}

const element = () =>
  z.union([
    z.object({ dossier: z.object({ ligne: rang(), numero: numero(), valeurs: valeurs() }) }),
    z.object({
      entreprise: z.object({
        ligne: rang(),
        numero: numero(),
        nom: z.string(),
        siret: z.string(),
        departement: celluleAttendue(),
        montant: celluleAttendue(),
      }),
    }),
  ]);

const bloc = once(() =>
  z.object({
    lot: lotAttente(),
    debut: rang(),
    total: z.int().check(z.positive()),
    elements: z.array(element()).check(
      z.maxLength(5 * TAILLE_BLOC, {
        error: `attendu ${5 * TAILLE_BLOC} lignes au plus par envoi`,
      }),
    ),
    fin: z.object({
      fichier: z.string(),
      demarche: z.string(),
      colonnes: z.array(
        z.object({
          cle: z.string(),
          titre: z.string(),
          champ: z.union([champ(), z.literal("")]),
          nature: z.enum(["vide", "texte", "nombre", "jour", "oui_non"]),
        }),
      ),
    }),
  }),
);

const deLot = once(() => z.object({ lot: lotAttente() }));

const application = once(() =>
  z.object({
    lot: lotAttente(),
    empreinte: z.string(),
    choix: z.optional(
      z.object({
        laisser: z.optional(z.array(z.string())),
        cases: z.optional(
          z.array(z.object({ numero: z.string(), champ: champ(), ecrire: z.boolean() })),
        ),
        collectivites: z.optional(z.array(z.object({ numero: z.string(), cle: z.string() }))),
      }),
    ),
  }),
);

const colonnes = once(() => z.object({ champs: z.array(champ()).check(z.minLength(1)) }));

const annulation = once(() => z.object({ lot: z.string().check(z.minLength(1)) }));

const territoires = once(() => z.object({ departements: z.array(z.string()) }));

/** Takes in a file without a preview: the command line, and a file opened in the local page. */
export const apiImporterTables = (input: unknown) =>
  importerTables(googlePorts(), parseEntree(tables, input));

/** The import's dialog: see `src/imports/protocole.ts`. */
export const apiImportOuvrir = () => ouvrirImport(googlePorts());

export const apiImportEtager = (input: unknown) => etager(googlePorts(), parseEntree(bloc, input));

export const apiImportApercu = (input: unknown) =>
  apercevoir(googlePorts(), parseEntree(deLot, input).lot);

/** Adds columns that the référent's tab lacks for what the file brings; the preview is asked for again. */
export const apiImportColonnes = (input: unknown) =>
  ajouterColonnes(googlePorts(), parseEntree(colonnes, input).champs);

export const apiImportAppliquer = (input: unknown) =>
  appliquerImport(googlePorts(), parseEntree(application, input));

export const apiImportAbandonner = (input: unknown) =>
  abandonnerImport(googlePorts(), parseEntree(deLot, input).lot);

export const apiImportAnnuler = (input: unknown) =>
  annulerImport(googlePorts(), parseEntree(annulation, input).lot);

/** Fills `Territoires` with INSEE's data of some départements. */
export const apiTerritoiresCharger = (input: unknown) =>
  chargerTerritoires(googlePorts(), parseEntree(territoires, input).departements);
