import { annulerLot } from "../../../src/app/annuler.js";
import { enregistrer } from "../../../src/app/enregistrer.js";
import { lireOngletDossiers, type OngletDossiers } from "../../../src/app/lire-suivi.js";
import type { Ajout, Ecriture } from "../../../src/app/plan-enregistrement.js";
import type { Operation, Ports } from "../../../src/app/ports.js";
import { googlePorts } from "../../../src/google/classeur.js";
import type { Contenu } from "../../../src/reports/plan.js";
import type { Champ } from "../../../src/rules/dossier.js";

/** What a test asks for; contents of new rows as pairs. */
export interface Demande {
  readonly onglet: string;
  readonly ecritures: readonly Ecriture[];
  readonly ajouts?: readonly {
    readonly numero: string;
    readonly contenus: readonly (readonly [Champ, Contenu])[];
  }[];
  readonly autres?: readonly Operation[];
}

function dossiers({ classeur }: Ports, nom: string): OngletDossiers {
  const onglet = lireOngletDossiers(classeur, nom);
  if (!onglet) throw new Error(nom);
  return onglet;
}

export function essaiEnregistrer({ onglet, ecritures, ajouts = [], autres = [] }: Demande) {
  const ports = googlePorts();
  const added: readonly Ajout[] = ajouts.map(({ numero, contenus }) => ({
    numero,
    contenus: new Map(contenus),
  }));
  return ports.sousVerrou(() =>
    enregistrer(ports, {
      onglet: dossiers(ports, onglet),
      ecritures,
      ajouts: added,
      autres,
      source: "Essai",
    }),
  );
}

export function essaiAnnuler({ onglet, lot }: { onglet: string; lot: string }) {
  const ports = googlePorts();
  return ports.sousVerrou(() => annulerLot(ports, dossiers(ports, onglet), lot));
}
