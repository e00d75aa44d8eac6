/** The digit that makes the Luhn sum of a number a multiple of ten, once put at its end. */
function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** A SIREN from its first eight digits. */
export function siren(eight: string): string {
  return `${eight}${luhnDigit(eight)}`;
}

/** The SIRET of a body's first establishment: its SIREN, `0001` and the check digit. */
export function siret(ofSiren: string): string {
  return `${ofSiren}0001${luhnDigit(`${ofSiren}0001`)}`;
}
