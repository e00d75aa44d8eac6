import { departementOfInsee, readDepartement } from "../dossiers/departements.js";
import { normalise, quoted } from "../dossiers/text.js";
import { readType } from "../dossiers/vocabulary.js";
import type { TypeCollectivite } from "../rules/collectivite.js";
import { type Collectivite, motsDe, nomNu, type Territoires } from "./collectivite.js";
import type { LigneLue } from "./fichier.js";
import { texteDe } from "./valeurs.js";

/** Who the applicant is: certain, or a short list to choose from. */
export type Identite =
  | { readonly kind: "certaine"; readonly collectivite: Collectivite }
  | {
      readonly kind: "incertaine";
      readonly pourquoi: string;
      /** Looked for when asked: most dossiers need none. */
      readonly candidats: () => readonly Collectivite[];
    };

const MAX_CANDIDATS = 8;

/** What a name says of the kind of body, where it does. */
function typeOfName(nom: string): TypeCollectivite | undefined {
  const text = normalise(nom);
  if (/^(commune|ville|mairie)\b/.test(text)) return "commune";
  if (/^(communaute de communes|cc)\b/.test(text)) return "cc";
  if (/^(communaute d agglomeration|ca)\b/.test(text)) return "ca";
  if (/^(communaute urbaine|cu)\b/.test(text)) return "cu";
  if (/^(departement|conseil departemental)\b/.test(text)) return "departement";
  if (/^(region|conseil regional)\b/.test(text)) return "region";
  return undefined;
}

/**
 * Finds the collectivité of a dossier in `Territoires`: by SIREN, else by INSEE code for a commune (the
 * code of any other body is that of its seat), else by its exact name in its département. What is
 * ambiguous or unknown gives a list of those that resemble, and is never guessed.
 */
export function identifier(territoires: Territoires, valeurs: LigneLue["valeurs"]): Identite {
  const siret = texteDe(valeurs.siret ?? "").replace(/\s/g, "");
  const nom = texteDe(valeurs.porteur ?? "");
  const code = texteDe(valeurs.code_insee ?? "");
  const given = readDepartement(valeurs.departement ?? "");
  const departement = (given.ok ? given.value : undefined) ?? departementOfInsee(code);
  const declared = readType(valeurs.type ?? "");
  const type = typeOfName(nom) ?? (declared.ok ? declared.value : undefined);
  const resembling = () => candidatsDe(territoires, nom, type, departement);
  if (/^\d{9}(\d{5})?$/.test(siret)) {
    const siren = siret.slice(0, 9);
    const found = territoires.parSiren.get(siren);
    return found
      ? { kind: "certaine", collectivite: found }
      : {
          kind: "incertaine",
          pourquoi: `SIREN ${siren} absent de l’onglet Territoires.`,
          candidats: resembling,
        };
  }
  const commune = territoires.parCode.get(code);
  if (commune && (type === "commune" || nomNu(nom) === nomNu(commune.nom))) {
    return { kind: "certaine", collectivite: commune };
  }
  const same = (territoires.parNom.get(nomNu(nom)) ?? []).filter(
    (one) =>
      departement !== undefined &&
      one.departements.includes(departement) &&
      (type === undefined || one.type === type),
  );
  const [only] = same;
  if (only && same.length === 1) return { kind: "certaine", collectivite: only };
  return {
    kind: "incertaine",
    pourquoi: reasonOf(nom, departement, same.length),
    candidats: same.length > 1 ? () => same.slice(0, MAX_CANDIDATS) : resembling,
  };
}

function reasonOf(nom: string, departement: string | undefined, count: number): string {
  if (nom === "") return "Ni SIRET, ni code INSEE, ni nom.";
  if (departement === undefined) return `${quoted(nom)}, sans SIRET ni département.`;
  return count > 1
    ? `Plusieurs collectivités s’appellent ${quoted(nom)} dans le département ${departement}.`
    : `Aucune collectivité ne s’appelle ${quoted(nom)} dans le département ${departement}.`;
}

/** Those whose name shares the most words, of the département first where it is known. */
function candidatsDe(
  { toutes }: Territoires,
  nom: string,
  type: TypeCollectivite | undefined,
  departement: string | undefined,
): readonly Collectivite[] {
  const words = new Set(motsDe(nom));
  if (words.size === 0) return [];
  return toutes
    .flatMap((one) => {
      const common = one.mots.filter((word) => words.has(word)).length;
      if (common === 0) return [];
      const near = departement !== undefined && one.departements.includes(departement) ? 1 : 0;
      const kind = type !== undefined && one.type === type ? 1 : 0;
      const share = common / (one.mots.length + words.size - common);
      return share < 0.5 ? [] : [{ one, score: share * 4 + near + kind }];
    })
    .sort((left, right) => right.score - left.score || left.one.nom.localeCompare(right.one.nom))
    .slice(0, MAX_CANDIDATS)
    .map(({ one }) => one);
}
