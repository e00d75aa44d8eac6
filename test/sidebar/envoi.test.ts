import { describe, expect, it } from "vitest";
import { blocDepuis, type Envoi, EnvoiRefuse, envoyer } from "../../sidebar/import/envoi.js";
import type { DemandeEtager, Element } from "../../src/imports/protocole.js";

const dossiers = (count: number, text = ""): Element[] =>
  Array.from({ length: count }, (_, index) => ({
    dossier: { ligne: index + 2, numero: String(index), valeurs: { intitule: text } },
  }));

const envoiDe = (elements: readonly Element[]): Envoi => ({
  lot: "lot-00000001",
  elements,
  fin: { fichier: "x.csv", demarche: "", colonnes: [] },
  debut: 0,
});

/** A workbook that keeps what it gets, and fails when told to. */
function classeur(failures: readonly number[] = []) {
  const kept = new Map<number, Element>();
  const asked: DemandeEtager[] = [];
  const pauses: number[] = [];
  const progres: number[] = [];
  const answer = (demande: DemandeEtager) => {
    for (const [index, element] of demande.elements.entries())
      kept.set(demande.debut + index, element);
    let manque = 0;
    while (kept.has(manque)) manque += 1;
    return {
      kind: "etage",
      lot: demande.lot,
      recus: kept.size,
      manque,
      total: demande.total,
    } as const;
  };
  return {
    kept,
    asked,
    pauses,
    progres,
    expedition: {
      etager: (demande: DemandeEtager) => {
        asked.push(demande);
        return failures.includes(asked.length)
          ? Promise.reject(new Error("Le serveur n’a pas répondu."))
          : Promise.resolve(answer(demande));
      },
      progres: (recus: number) => progres.push(recus),
      arrete: () => false,
      attendre: (milliseconds: number) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    },
  };
}

describe("sending a file to the staging tab", () => {
  it("takes few calls, one after the other, and tells how far it is", async () => {
    const { expedition, asked, progres } = classeur();
    expect(await envoyer(envoiDe(dossiers(2_500)), expedition)).toBe(true);
    expect(asked.map(({ debut, elements, total }) => [debut, elements.length, total])).toEqual([
      [0, 1_000, 2_500],
      [1_000, 1_000, 2_500],
      [2_000, 500, 2_500],
    ]);
    expect(progres).toEqual([1_000, 2_000, 2_500]);
  });

  it("sends a chunk again when it fails, after a pause", async () => {
    const { expedition, asked, kept, pauses } = classeur([2, 3]);
    expect(await envoyer(envoiDe(dossiers(1_500)), expedition)).toBe(true);
    expect(asked.map(({ debut }) => debut)).toEqual([0, 1_000, 1_000, 1_000]);
    expect(pauses).toEqual([1_000, 4_000]);
    expect(kept.size).toBe(1_500);
  });

  it("gives up after three failures, then goes on where it stopped", async () => {
    const { expedition, asked, kept } = classeur([2, 3, 4]);
    const envoi = envoiDe(dossiers(1_500));
    await expect(envoyer(envoi, expedition)).rejects.toThrow("Le serveur n’a pas répondu.");
    expect(envoi.debut).toBe(1_000);
    expect(await envoyer(envoi, expedition)).toBe(true);
    expect(asked.map(({ debut }) => debut)).toEqual([0, 1_000, 1_000, 1_000, 1_000]);
    expect(kept.size).toBe(1_500);
  });

  it("does not insist where the script refuses", async () => {
    const { expedition, asked } = classeur();
    const refusing = {
      ...expedition,
      etager: (demande: DemandeEtager) => {
        asked.push(demande);
        return Promise.resolve({ kind: "refus", message: "Non." } as const);
      },
    };
    await expect(envoyer(envoiDe(dossiers(3)), refusing)).rejects.toThrow(EnvoiRefuse);
    expect(asked).toHaveLength(1);
  });

  it("stops between two chunks when told to", async () => {
    const { expedition, asked } = classeur();
    const stopping = { ...expedition, arrete: () => asked.length > 0 };
    expect(await envoyer(envoiDe(dossiers(2_500)), stopping)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it("says that the workbook keeps nothing rather than send for ever", async () => {
    const { expedition } = classeur();
    const forgetful = {
      ...expedition,
      etager: ({ lot, total }: DemandeEtager) =>
        Promise.resolve({ kind: "etage", lot, recus: 0, manque: 0, total } as const),
    };
    await expect(envoyer(envoiDe(dossiers(3)), forgetful)).rejects.toThrow(
      "Le classeur n’a pas gardé les dossiers envoyés (0 sur 3).",
    );
  });

  it("makes smaller chunks of long texts, and always one element at least", () => {
    expect(blocDepuis(dossiers(300, "x".repeat(40_000)), 0)).toHaveLength(99);
    expect(blocDepuis(dossiers(2, "x".repeat(5_000_000)), 0)).toHaveLength(1);
    expect(blocDepuis(dossiers(2), 2)).toEqual([]);
  });
});
