import { describe, expect, it } from "vitest";
import { display } from "../../../local/engine/model/index.js";
import type { Value } from "../../../local/engine/types.js";

const NARROW = "\u202f";

describe("display", () => {
  it.each<[Value, string, string]>([
    [null, "", ""],
    [true, "", "VRAI"],
    ["texte", "0 %", "texte"],
    [{ error: "#REF!", message: "" }, "", "#REF!"],
    [1234.5, "", "1234,5"],
    [0.1 + 0.2, "", "0,3"],
    [1 / 3, "", "0,3333333333"],
    [1e15, "", "1E+15"],
    [1234.5, '#,##0.00 "€"', `1${NARROW}234,50 €`],
    [1234567.891, "#,##0", `1${NARROW}234${NARROW}568`],
    [-12.5, "#,##0.00", "-12,50"],
    [-0.001, "0.00", "0,00"],
    [1.005, "0.00", "1,01"],
    [0.8, "0 %", "80 %"],
    [0.07, "0.0%", "7,0%"],
    [0.5, "#.##", ",5"],
    [-5, "0;(0)", "(5)"],
    [0, '0;-0;"néant"', "néant"],
    ["a", '0;0;0;"<"@">"', "<a>"],
    [1234567, "0.0,,", "1,2"],
    [12345, "0.00E+00", "1,23E+04"],
    [44_377, "dd/mm/yyyy", "30/06/2021"],
    [44_377, "d mmmm yyyy", "30 juin 2021"],
    [44_377, "ddd d mmm yy", "mer. 30 juin 21"],
    [44_377.5, "dd/mm/yyyy hh:mm:ss", "30/06/2021 12:00:00"],
    [0.75, "h:mm AM/PM", "6:00 PM"],
    [1.5, "[h]:mm", "36:00"],
    [42, "@", "42"],
  ])("shows %j as %j: %s", (value, format, shown) => {
    expect(display(value, format, "fr_FR")).toBe(shown);
  });

  it("follows the locale, not the format's marks", () => {
    expect(display(1234.5, "#,##0.00", "en_US")).toBe("1,234.50");
    expect(display(false, "", "en_US")).toBe("FALSE");
  });
});
