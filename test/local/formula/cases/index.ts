import { CALENDAR } from "./calendar.js";
import type { CaseSet } from "./caseSet.js";
import { CRITERIA } from "./criteria.js";
import { LOOKUPS } from "./lookups.js";
import { NUMBERS } from "./numbers.js";
import { TEXTS } from "./texts.js";

/** All that LibreOffice judges. */
export const CASES: readonly CaseSet[] = [NUMBERS, CRITERIA, LOOKUPS, TEXTS, CALENDAR];
