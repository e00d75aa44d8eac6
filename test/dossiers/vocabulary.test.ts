import { describe, expect, it } from "vitest";
import { readEtat, readGuichetId, readType } from "../../src/dossiers/vocabulary";
import {
  LIBELLES_TYPE,
  TYPES_COLLECTIVITE,
  type TypeCollectivite,
} from "../../src/rules/collectivite";
import { ETATS, type Etat } from "../../src/rules/etat";
import { GUICHET_IDS } from "../../src/rules/guichet";

/** Texts that a sheet or the platform writes for each state (domain.md 9). */
const ETATS_ECRITS: Record<Etat, readonly string[]> = {
  Déposé: ["En construction", "en_construction", "Déposée", "Reçu", "à instruire"],
  "En instruction": ["en_instruction", "EN COURS D’INSTRUCTION", "En cours"],
  Ajourné: ["ajournée", "Reporté", "sursis"],
  Retenu: ["Accepté", "accepte", "favorable", "Avis favorable", "Validé", "LAURÉAT", "Retenue"],
  "Non retenu": ["Refusé", "refuse", "Rejeté", "Défavorable", "Avis défavorable", "Non retenue"],
  "Sans suite": ["Classé sans suite", "sans_suite", "Retiré"],
  Notifié: ["notifiée", "NOTIFIE"],
  Conventionné: ["Conventionnée", "Convention signée"],
  Engagé: ["engagée", "ENGAGE"],
  Payé: ["payée", "Acompte versé", "avance versée"],
  Soldé: ["soldée", "Solde versé", "Terminé", "Clôturé", "clôture"],
  Abandonné: ["Abandonnée", "abandon", "Désistement"],
};

describe("a state", () => {
  const rows = ETATS.flatMap((etat) =>
    [etat, etat.toUpperCase(), ...ETATS_ECRITS[etat]].map((text) => [text, etat] as const),
  );
  it.each(rows)("%s is %s", (text, etat) => {
    expect(readEtat(text)).toEqual({ ok: true, value: etat });
  });

  it.each(["Peut-être", "Favorable sous réserve", "42", "?"])("%s is refused", (text) => {
    const attendu = `un état du dossier\u00a0: ${ETATS.join(", ")}`;
    expect(readEtat(text)).toEqual({ ok: false, attendu });
  });
});

describe("a kind of collectivité", () => {
  const labels = TYPES_COLLECTIVITE.map((type) => [LIBELLES_TYPE[type], type] as const);
  it.each([
    ...labels,
    ...([
      ["Ville", "commune"],
      ["CC", "cc"],
      ["C.C.", "cc"],
      ["Communauté d'agglomération", "ca"],
      ["agglo", "ca"],
      ["Communauté urbaine", "cu"],
      ["METROPOLE", "metropole"],
      ["intercommunalité", "epci"],
      ["EPT", "ept"],
      ["Syndicat mixte", "syndicat"],
      ["Conseil départemental", "departement"],
      ["Région", "region"],
      ["Association", "autre"],
      ["GIP", "autre"],
    ] satisfies [string, TypeCollectivite][]),
  ])("%s is %s", (text, type) => expect(readType(text)).toEqual({ ok: true, value: type }));

  it("is refused otherwise, with what is expected", () => {
    const reading = readType("village");
    expect(reading.ok ? "" : reading.attendu).toMatch(
      /^un type de collectivité\u00a0: commune, communauté de communes, .*région/,
    );
  });
});

describe("a guichet", () => {
  it.each(GUICHET_IDS)("%s goes by its id in any case", (id) => {
    expect(readGuichetId(id.toLowerCase())).toEqual({ ok: true, value: id });
    expect(readGuichetId(` ${id.replace("-", " ")} `)).toEqual({ ok: true, value: id });
  });
  it.each(["IDF", "MARNE", "IDF-V3", "Nord"])("%s is none", (text) => {
    expect(readGuichetId(text).ok).toBe(false);
  });
});
