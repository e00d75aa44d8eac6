import { expect, it } from "vitest";
import { columnLetters } from "../../src/dossiers/column-letters";

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (column, letters) => expect(columnLetters(column)).toBe(letters));
