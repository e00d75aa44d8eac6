import { describe, expect, it } from "vitest";
import type { Constat } from "../../src/google/verification/point.js";
import { atelier, installe, onglets, plain } from "../app/aides/atelier.js";
import { classeur, onglet } from "../app/aides/saisie.js";

const SCRATCH = "FITN7 vérification (temporaire)";
/** Those of préfectures, and some whose clocks are odd: half hours, two hours of summer, the date line. */
const ZONES = [
  "Europe/Paris",
  "America/Martinique",
  "Indian/Reunion",
  "Pacific/Noumea",
  "America/Miquelon",
  "Pacific/Kiritimati",
  "Asia/Kolkata",
  "America/St_Johns",
  "Antarctica/Troll",
];

describe("Vérifier l’installation", () => {
  it.each(ZONES)("finds every point as expected in the local host, in a sheet of %s", (zone) => {
    const { host } = atelier(classeur([onglet("Feuille 1", [["x"]])], zone));
    const constats = host.callFromPage("apiVerifier") as readonly Constat[];
    expect(constats.length).toBeGreaterThan(30);
    expect(constats.filter(({ attendu, lu }) => attendu !== lu)).toEqual([]);
  });

  it.each([
    ["the locale and its marks", /^Langue du classeur|virgule|sépare|pourcentage/, 4],
    ["custom functions, their ranges and what is left out", /^Fonction|^Une plage|vide/, 4],
    ["days around midnight, the year's end and both changes of the clock", /\/20(21|22)/, 10],
    ["texts that look like formulas, numbers, days or truth", /^Le texte .* reste ce texte$/, 12],
    ["texts in a column of texts", /dans une colonne au format texte$/, 2],
    ["the lock", /verrou/, 1],
    ["protections", /protection/, 1],
    ["what is kept with the file", /propriété/, 1],
  ])("looks at %s", (_, sujet, nombre) => {
    const { host } = atelier(classeur([onglet("Feuille 1", [["x"]])]));
    const constats = host.callFromPage("apiVerifier") as readonly Constat[];
    const own = constats.filter(({ nom }) => sujet.test(nom));
    expect(own.length).toBeGreaterThanOrEqual(nombre);
  });

  it("finds the days as expected where the script and the sheet are at two ends of the earth", () => {
    const sheet = classeur([onglet("Feuille 1", [["x"]])], "Pacific/Kiritimati");
    const { host } = atelier(sheet, { timeZone: "Pacific/Pago_Pago" });
    const constats = host.callFromPage("apiVerifier") as readonly Constat[];
    expect(constats.filter(({ attendu, lu }) => attendu !== lu)).toEqual([]);
  });

  it("takes its tab away and changes nothing else", () => {
    const { host, clic } = installe("suivi-marne.xlsx");
    const before = JSON.stringify([...onglets(host)]);
    const [said = ""] = clic("Vérifier l’installation");
    expect(said).toContain("points sont conformes");
    expect(JSON.stringify([...onglets(host)])).toBe(before);
  });

  it("says what differs, and takes its tab away all the same", () => {
    const { host, clic } = atelier({
      ...classeur([onglet("Feuille 1", [["x"]])]),
      locale: "en_US",
    });
    const [said = ""] = clic("Vérifier l’installation");
    expect(plain(said)).toContain("Langue du classeur");
    expect(plain(said)).toContain(
      "attendu fr_FR, obtenu en_US. Que faire : dans Fichier ▸ Paramètres, choisissez « France »",
    );
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Feuille 1"]);
  });

  it.each([
    ["Lock.tryLock", /verrou/],
    ["Sheet.protect", /protection/],
    ["Properties.setProperty", /propriété/],
  ])("says which point a failing %s spoils, and takes its tab away", (call, sujet) => {
    const { host } = atelier(classeur([onglet("Feuille 1", [["x"]])]));
    host.ledger.reset();
    host.ledger.beforeCall = (name) => {
      if (name === call) throw new Error("Service error");
    };
    const constats = host.callFromPage("apiVerifier") as readonly Constat[];
    const wrong = constats.filter(({ attendu, lu }) => attendu !== lu);
    expect(wrong.map(({ lu }) => lu)).toEqual(["erreur : Service error"]);
    expect(wrong[0]?.nom).toMatch(sujet);
    expect(host.workbook.sheets.some(({ name }) => name === SCRATCH)).toBe(false);
  });
});
