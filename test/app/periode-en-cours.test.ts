import { describe, expect, it } from "vitest";
import { avantLaFin, refusAVenir } from "../../src/app/periode-en-cours.js";
import { atelier, onglets, plain } from "./aides/atelier.js";
import { classeur, onglet } from "./aides/saisie.js";

describe("a report's period and the day it is made", () => {
  it.each([
    ["2021-06", "2021-07-15", undefined, undefined],
    ["2021-07", "2021-07-31", undefined, undefined],
    ["2021-07", "2021-07-30", undefined, "juillet 2021 n’est pas terminé"],
    ["2021-07", "2021-07-01", undefined, "d’ici au 31/07/2021"],
    ["2021-08", "2021-07-31", "août 2021 est encore à venir", "août 2021"],
    ["2030-01", "2021-07-15", "janvier 2030 est encore à venir", "janvier 2030"],
    ["2021-T2", "2021-07-15", undefined, undefined],
    ["2021-T3", "2021-07-15", undefined, "le 3e trimestre 2021 n’est pas terminé"],
    ["2021-T4", "2021-09-30", "le 4e trimestre 2021 est encore à venir", "31/12/2021"],
    ["2021-07-20", "2021-07-15", undefined, undefined],
  ])("%s on %s", (periode, jour, refused, warned) => {
    const refus = refusAVenir(periode, jour);
    if (refused === undefined) expect(refus).toBeUndefined();
    else expect(plain(refus?.message)).toContain(refused);
    const [said] = avantLaFin(periode, jour);
    if (warned === undefined) expect(said).toBeUndefined();
    else expect(plain(said)).toContain(warned);
  });
});

describe("a report asked for on 15 July 2021", () => {
  const opened = atelier(
    classeur([
      onglet("Suivi", [
        ["N° dossier", "Porteur", "État", "Montant accordé"],
        ["1", "Ville", "Retenu", 1_000],
      ]),
    ]),
  );
  opened.api("apiInstaller", { guichet: "IDF-V1", prefecture: "Préfecture" });

  it.each([
    ["apiRapportDitp", { mois: "2021-08" }, "août 2021"],
    ["apiRapport", { rapport: "Publication", periode: "2021-08" }, "août 2021"],
    ["apiRapport", { rapport: "Trimestre DITP", periode: "2021-T4" }, "le 4e trimestre 2021"],
  ])("by %s is refused where nothing of its period is known: %o", (entree, demande, nom) => {
    const before = onglets(opened.host);
    const answer = opened.api(entree, { ...demande, telQuel: true });
    expect(plain(answer.message)).toBe(
      `Le 15/07/2021, ${nom} est encore à venir : pas de rapport. Rien n’a été modifié.`,
    );
    expect(onglets(opened.host)).toEqual(before);
  });

  it("says that July is not over, when it is made and before it is sent", () => {
    const warning =
      "Le 15/07/2021, juillet 2021 n’est pas terminé : si la feuille change d’ici au 31/07/2021, refaites ce rapport avant de l’envoyer.";
    const made = opened.api("apiRapportDitp", { mois: "2021-07", telQuel: true });
    expect((made.avertissements as string[]).map(plain)).toContain(warning);
    const sending = opened.api("apiEnvoiPreparer", { onglet: "DITP 2021-07" });
    expect((sending.avertissements as string[]).map(plain)).toContain(warning);
    opened.api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    const past = opened.api("apiEnvoiPreparer", { onglet: "DITP 2021-06" });
    expect((past.avertissements as string[]).map(plain)).not.toContain(warning);
  });
});
