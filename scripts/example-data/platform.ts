import type { Dossier, Fate } from "./dossier.js";
import { nord } from "./nord.js";
import { addDays, Random } from "./random.js";

/** A dossier as the platform knows it. Times are those of Paris, in summer. */
export interface PlatformDossier {
  readonly dossier: Dossier;
  readonly etat: string;
  readonly updated: string;
  readonly filed?: string;
  readonly examined?: string;
  readonly treated?: string;
  readonly reason?: string;
  readonly instructors: string;
}

const STATES: Record<Fate, string> = {
  depose: "En construction",
  instruction: "En instruction",
  ajourne: "En instruction",
  retenu1: "Accepté",
  retenu2: "Accepté",
  refuse1: "Refusé",
  refuse2: "Refusé",
  sansSuite: "Classé sans suite",
  abandonne: "Accepté",
};
const LAST_DAY_OF_FILING = "2021-06-30";
const EXPORTED = 25;
const DRAFT = "4214480";

function onPlatform(dossier: Dossier, random: Random): PlatformDossier {
  const time = (day: string) =>
    `${day} ${String(random.integer(8, 18)).padStart(2, "0")}:${String(random.integer(0, 59)).padStart(2, "0")}:00`;
  const instructors =
    random.next() < 0.5
      ? "referent.nord@example.org"
      : "referent.nord@example.org sgar.hdf@example.org";
  if (dossier.numero === DRAFT)
    return { dossier, etat: "Brouillon", updated: time(dossier.depot), instructors: "" };
  const etat = STATES[dossier.fate];
  const filed =
    dossier.depot === LAST_DAY_OF_FILING ? `${dossier.depot} 23:58:00` : time(dossier.depot);
  const examined = etat === "En construction" ? undefined : time(addDays(dossier.depot, 4));
  const treatedDay =
    etat === "Accepté" || etat === "Refusé"
      ? addDays(dossier.decide ?? "2021-05-28", 3)
      : etat === "Classé sans suite"
        ? addDays(dossier.depot, 20)
        : undefined;
  const treated = treatedDay && time(treatedDay);
  return {
    dossier,
    etat,
    filed,
    examined,
    treated,
    updated: treated ?? examined ?? filed,
    reason: etat === "Refusé" || etat === "Classé sans suite" ? dossier.commentaire : undefined,
    instructors,
  };
}

/** About 25 of the Nord's dossiers, the two of Armentières first, one of them still a draft. */
export function platformDossiers(): PlatformDossier[] {
  const random = new Random(2021);
  return nord()
    .filter(({ numero }, index) => index < EXPORTED || numero === DRAFT)
    .map((dossier) => onPlatform(dossier, random));
}
