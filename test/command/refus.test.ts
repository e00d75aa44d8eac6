import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { DATA, dansUnDossier, rapport } from "./lancer.js";

const timeout = 120_000;
const MARNE = `${DATA}suivi-marne.xlsx`;

/** Options of a refused run, what it says, and the file it is given where that one is made here. */
type Cas = readonly [
  what: string,
  options: (path: (name: string) => string) => readonly string[],
  message: RegExp,
  content?: string,
];

const CAS: readonly Cas[] = [
  [
    "a missing file",
    (path) => ["--classeur", path("absent.xlsx"), "--mois", "2021-06"],
    /^--classeur : le fichier « .*absent\.xlsx » est introuvable ou illisible\./,
  ],
  [
    "a file that is no spreadsheet",
    (path) => ["--classeur", path("donnee.xlsx"), "--mois", "2021-06"],
    /^Ce fichier n’est pas un classeur : les formats lus sont \.xlsx, \.ods et \.csv\./,
    "bonjour, je ne suis pas un classeur",
  ],
  [
    "an empty file",
    (path) => ["--classeur", path("donnee.csv"), "--mois", "2021-06"],
    /^Ce fichier est vide\./,
    "",
  ],
  [
    "a file without a header row",
    (path) => ["--classeur", path("donnee.csv"), "--mois", "2021-06"],
    /aucune ligne d’en-têtes reconnue/,
    "un;deux;trois\n1;2;3\n",
  ],
  [
    "a month that is none",
    () => ["--classeur", MARNE, "--mois", "2021-13"],
    /mois : .*attendu un mois, par exemple 2021-06/i,
  ],
  [
    "an unknown guichet",
    () => ["--classeur", MARNE, "--mois", "2021-06", "--guichet", "MARNE"],
    /guichet.*MARNE-V1/s,
  ],
  [
    "a missing option",
    () => ["--classeur", MARNE],
    /Il manque --classeur, --mois ou --sortie\. Attendu : npm run rapport/,
  ],
  [
    "an unknown option",
    () => ["--classeur", MARNE, "--mois", "2021-06", "--moi", "x"],
    /Options non comprises\. Attendu : npm run rapport/,
  ],
];

/** Exits with an error that a référent can read, and leaves the former output alone. */
async function refused(
  options: (path: (name: string) => string) => readonly string[],
  message: RegExp,
  content?: string,
): Promise<void> {
  await dansUnDossier(async (path) => {
    const sortie = path("rapport.xlsx");
    await writeFile(sortie, "ancien rapport");
    if (content !== undefined) {
      await writeFile(path("donnee.xlsx"), content);
      await writeFile(path("donnee.csv"), content);
    }
    const { code, dit, erreurs } = await rapport(...options(path), "--sortie", sortie);
    expect(erreurs).toMatch(message);
    expect(erreurs).toContain("Rien n’a été écrit.");
    expect(code).toBeGreaterThan(0);
    expect(erreurs).not.toContain("Erreur imprévue");
    expect(erreurs + dit).not.toMatch(/^\s+at |node:internal|\.ts:\d+|Error:/m);
    expect(await readFile(sortie, "utf8")).toBe("ancien rapport");
  });
}

describe("npm run rapport refuses in French, without a stack", () => {
  for (const [what, options, message, content] of CAS) {
    it(what, { timeout }, () => refused(options, message, content));
  }

  it("an output that is no .xlsx, before anything is read", { timeout }, async () => {
    const { code, dit, erreurs } = await rapport(
      "--classeur",
      MARNE,
      "--mois",
      "2021-06",
      "--sortie",
      "rapport.pdf",
    );
    expect(code).toBeGreaterThan(0);
    expect(erreurs).toContain("--sortie : lu « rapport.pdf », attendu un fichier .xlsx.");
    expect(dit).toBe("");
  });

  it("an output where nothing can be written", { timeout }, async () => {
    await dansUnDossier(async (path) => {
      const sortie = path("nulle-part/rapport.xlsx");
      const { code, erreurs } = await rapport(
        "--classeur",
        MARNE,
        "--mois",
        "2021-06",
        "--sortie",
        sortie,
      );
      expect(code).toBeGreaterThan(0);
      expect(erreurs).toMatch(/^--sortie : impossible d’écrire « .*rapport\.xlsx »\./);
    });
  });
});
