import { writeFileSync } from "node:fs";
import { CASES } from "../cases/index.js";
import { askLibreOffice } from "./libreOffice.js";

/** Stores LibreOffice's answers: `npx tsx test/local/formula/judge/ask.ts`. */
const answers = Object.fromEntries(
  CASES.map((set) => {
    const given = askLibreOffice(set);
    return [
      set.title,
      Object.fromEntries(set.formulas.map((formula, index) => [formula, given[index]])),
    ];
  }),
);
writeFileSync(new URL("answers.json", import.meta.url), `${JSON.stringify(answers, null, 1)}\n`);
