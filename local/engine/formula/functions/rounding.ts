/** Moves the decimal mark without the error of a multiplication: `shift(1.005, 2)` is 100.5. */
function shift(value: number, places: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** The fifteen digits that a spreadsheet shows, without what binary fractions leave behind. */
function shown(value: number): number {
  return Number(value.toPrecision(15));
}

function onDigits(value: number, places: number, round: (value: number) => number): number {
  const result =
    Math.sign(value) * shift(round(shown(shift(shown(Math.abs(value)), places))), -places);
  return result === 0 ? 0 : result;
}

/** Half away from zero. */
export function roundHalf(value: number, places: number): number {
  return onDigits(value, places, Math.round);
}

/** Away from zero. */
export function roundUp(value: number, places: number): number {
  return onDigits(value, places, Math.ceil);
}

/** Towards zero. */
export function roundDown(value: number, places: number): number {
  return onDigits(value, places, Math.floor);
}
