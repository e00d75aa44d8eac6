import * as z from "zod/mini";
import { proposer } from "../app/comite/agenda.js";
import { annulerDecision } from "../app/comite/annuler.js";
import { annulerModification } from "../app/comite/annuler-comite.js";
import { ajouterColonnesComite } from "../app/comite/colonnes.js";
import { creerComite, modifierComite } from "../app/comite/comites.js";
import { decider } from "../app/comite/decider.js";
import { ficheDossier } from "../app/comite/fiche.js";
import { noter } from "../app/comite/noter.js";
import { ouvrirComite } from "../app/comite/ouvrir.js";
import { rouvrir } from "../app/comite/rouvrir.js";
import { selectionComite } from "../app/comite/selection.js";
import { valider } from "../app/comite/valider.js";
import { STATUTS_COMITE } from "../dossiers/onglets.js";
import { AVIS } from "../rules/avis.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { jourAttendu, parseEntree } from "./entree.js";

const cents = () =>
  z.number({ error: "attendu un montant en centimes" }).check(
    z.refine((value) => Number.isSafeInteger(value) && value >= 0, {
      error: "attendu un montant en centimes, zéro ou plus",
    }),
  );

const points = () =>
  z.number({ error: "attendu un taux en points de base" }).check(
    z.refine((value) => Number.isInteger(value) && value >= 0 && value <= 10_000, {
      error: "attendu un taux de 0 à 10 000 points de base",
    }),
  );

/** What a page leaves out crosses as `null`: it means nothing was given. */
const given = <S extends z.ZodMiniType>(schema: S) => z.nullish(schema);

const note = () =>
  z.object({
    code: z.string(),
    note: given(z.number({ error: "attendu une note" })),
    justification: z.string(),
  });

const vu = () => z.record(z.string(), z.string());

const colonnes = once(() => z.object({ propositions: given(z.boolean()) }));

const comite = once(() => z.object({ nom: z.string(), date: jourAttendu(), presents: z.string() }));

const modification = once(() =>
  z.object({
    nom: z.string(),
    nouveauNom: given(z.string()),
    date: given(jourAttendu()),
    confirme: given(z.boolean()),
    presents: given(z.string()),
    statut: given(z.enum(STATUTS_COMITE, { error: "attendu préparé, tenu ou clos" })),
  }),
);

const retablissement = once(() => z.object({ lot: z.string(), nom: z.string() }));

/** What `apiComiteDossier` told, sent back as it was. */
const acquis = () =>
  z.object({
    fuseau: z.string().check(z.refine(isZone, { error: "attendu un fuseau horaire" })),
    largeurs: z.record(z.string(), z.int().check(z.gte(1), z.lte(18_278))),
  });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("fr", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const dossier = once(() => z.object({ numero: z.string(), comite: z.string() }));

const decision = once(() =>
  z.object({
    numero: z.string(),
    comite: z.string(),
    vu: vu(),
    decision: z.object({
      avis: z.enum(AVIS, { error: "attendu favorable, défavorable ou ajourné" }),
      montant: given(cents()),
      taux: given(points()),
      exception: z.boolean(),
      motifException: z.string(),
      motif: z.string(),
      conditions: z.string(),
      derogation: z.string(),
    }),
    notes: z.array(note()),
    acquis: given(acquis()),
  }),
);

const notes = once(() =>
  z.object({ numero: z.string(), comite: z.string(), vu: vu(), notes: z.array(note()) }),
);

const annulation = once(() => z.object({ lot: given(z.string()) }));

const reouverture = once(() => z.object({ numero: z.string(), motif: z.string() }));

const agenda = once(() => z.object({ numeros: z.array(z.string()), comite: z.string() }));

const validation = once(() =>
  z.object({
    comite: z.string(),
    apercu: z.boolean(),
    numeros: given(z.array(z.string())),
    attendu: given(
      z.array(
        z.object({
          numero: z.string(),
          avis: z.string(),
          montant: given(cents()),
          motif: z.string(),
        }),
      ),
    ),
  }),
);

/** Entries of the committee's sidebar: plain data in, plain data out. */
export const apiComiteOuvrir = () => ouvrirComite(googlePorts());

export const apiComiteSelection = () => selectionComite(googlePorts());

export const apiComiteColonnes = (input: unknown) =>
  ajouterColonnesComite(googlePorts(), bare(parseEntree(colonnes, input ?? {})));

export const apiComiteCreer = (input: unknown) =>
  creerComite(googlePorts(), parseEntree(comite, input));

export const apiComiteModifier = (input: unknown) =>
  modifierComite(googlePorts(), bare(parseEntree(modification, input)));

export const apiComiteRetablir = (input: unknown) =>
  annulerModification(googlePorts(), parseEntree(retablissement, input));

export const apiComiteDossier = (input: unknown) => {
  const ports = googlePorts();
  const fiche = ficheDossier(ports, parseEntree(dossier, input));
  return fiche.kind === "dossier" ? { ...fiche, acquis: ports.acquis() } : fiche;
};

export const apiComiteDecider = (input: unknown) => {
  const { acquis: known, ...asked } = parseEntree(decision, input);
  return decider(googlePorts(known ?? undefined, true), {
    ...asked,
    decision: bare(asked.decision),
    notes: asked.notes.map(bare),
  });
};

export const apiComiteNoter = (input: unknown) => {
  const asked = parseEntree(notes, input);
  return noter(googlePorts(), { ...asked, notes: asked.notes.map(bare) });
};

export const apiComiteAnnuler = (input: unknown) =>
  annulerDecision(googlePorts(), bare(parseEntree(annulation, input ?? {})));

export const apiComiteRouvrir = (input: unknown) =>
  rouvrir(googlePorts(), parseEntree(reouverture, input));

export const apiComiteProposer = (input: unknown) =>
  proposer(googlePorts(), parseEntree(agenda, input));

export const apiComiteValider = (input: unknown) => {
  const { attendu, ...asked } = bare(parseEntree(validation, input));
  return valider(googlePorts(), { ...asked, ...(attendu && { attendu: attendu.map(bare) }) });
};

type Bare<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** The fields that were given. */
function bare<T extends object>(asked: T): Bare<T> {
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== null && value !== undefined),
  ) as Bare<T>;
}
