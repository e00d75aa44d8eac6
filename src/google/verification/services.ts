import type { Point } from "./point.js";

/** The document's lock, protections, and whether the Journal can tell who. */
export const SERVICES: readonly Point[] = [
  {
    nom: "Le verrou du classeur s’obtient et se rend",
    attendu: "obtenu puis rendu",
    aide: "quelqu’un enregistre peut-être en ce moment\u00a0: relancez la vérification dans une minute.",
    lire: () => {
      const lock = LockService.getDocumentLock();
      if (!lock) return "pas de verrou";
      if (!lock.tryLock(1_000)) return "occupé";
      const held = lock.hasLock();
      lock.releaseLock();
      return held && !lock.hasLock() ? "obtenu puis rendu" : "non rendu";
    },
  },
  {
    nom: "Une protection peut seulement avertir",
    attendu: "avertissement",
    lire: (sheet) => {
      const protection = sheet.protect().setWarningOnly(true);
      const warns = protection.isWarningOnly();
      protection.remove();
      return warns ? "avertissement" : "interdiction";
    },
  },
  {
    nom: "Une propriété du classeur se garde",
    attendu: "gardée",
    lire: () => {
      const properties = PropertiesService.getDocumentProperties();
      properties.setProperty("fitn7.verification", "oui");
      const kept = properties.getProperty("fitn7.verification");
      properties.deleteProperty("fitn7.verification");
      return kept === "oui" ? "gardée" : "perdue";
    },
  },
];
