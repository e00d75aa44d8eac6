import type { Guichet, GuichetId } from "../rules/guichet.js";
import { DEP } from "./dep.js";
import { DITP } from "./ditp.js";
import { HDF } from "./hdf.js";
import { IDF_ADS, IDF_V1, IDF_V2 } from "./idf.js";
import { MARNE_V1, MARNE_V2 } from "./marne.js";

/** Every rule set of the fund, by its id. */
export const GUICHETS: Readonly<Record<GuichetId, Guichet>> = {
  DITP,
  DEP,
  HDF,
  "IDF-V1": IDF_V1,
  "IDF-ADS": IDF_ADS,
  "IDF-V2": IDF_V2,
  "MARNE-V1": MARNE_V1,
  "MARNE-V2": MARNE_V2,
};
