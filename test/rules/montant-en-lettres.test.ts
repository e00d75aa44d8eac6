import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entierEnLettres, montantEnLettres } from "../../src/rules/montant-en-lettres";

describe("a whole number in words, traditional spelling", () => {
  it.each([
    [0, "zéro"],
    [1, "un"],
    [10, "dix"],
    [16, "seize"],
    [17, "dix-sept"],
    [19, "dix-neuf"],
    [20, "vingt"],
    [21, "vingt et un"],
    [22, "vingt-deux"],
    [31, "trente et un"],
    [61, "soixante et un"],
    [69, "soixante-neuf"],
    [70, "soixante-dix"],
    [71, "soixante et onze"],
    [72, "soixante-douze"],
    [77, "soixante-dix-sept"],
    [79, "soixante-dix-neuf"],
    [80, "quatre-vingts"],
    [81, "quatre-vingt-un"],
    [88, "quatre-vingt-huit"],
    [90, "quatre-vingt-dix"],
    [91, "quatre-vingt-onze"],
    [99, "quatre-vingt-dix-neuf"],
    [100, "cent"],
    [101, "cent un"],
    [111, "cent onze"],
    [171, "cent soixante et onze"],
    [180, "cent quatre-vingts"],
    [200, "deux cents"],
    [201, "deux cent un"],
    [280, "deux cent quatre-vingts"],
    [999, "neuf cent quatre-vingt-dix-neuf"],
    [1_000, "mille"],
    [1_001, "mille un"],
    [1_100, "mille cent"],
    [2_000, "deux mille"],
    [2_021, "deux mille vingt et un"],
    [80_000, "quatre-vingt mille"],
    [80_080, "quatre-vingt mille quatre-vingts"],
    [81_000, "quatre-vingt-un mille"],
    [200_000, "deux cent mille"],
    [297_000, "deux cent quatre-vingt-dix-sept mille"],
    [201_200, "deux cent un mille deux cents"],
    [1_000_000, "un million"],
    [1_000_001, "un million un"],
    [1_685_000, "un million six cent quatre-vingt-cinq mille"],
    [80_000_000, "quatre-vingts millions"],
    [200_000_000, "deux cents millions"],
    [1_001_000, "un million mille"],
    [1_000_000_000, "un milliard"],
    [2_300_000_000, "deux milliards trois cents millions"],
  ])("%i: %s", (n, words) => {
    expect(entierEnLettres(n)).toBe(words);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("has no words for %d", (n) => {
    expect(() => entierEnLettres(n)).toThrow(/whole number/);
  });
});

describe("an amount in words", () => {
  it.each([
    [0, "zéro euro"],
    [1, "un centime"],
    [2, "deux centimes"],
    [80, "quatre-vingts centimes"],
    [100, "un euro"],
    [101, "un euro et un centime"],
    [200, "deux euros"],
    [2_100, "vingt et un euros"],
    [8_000, "quatre-vingts euros"],
    [20_000, "deux cents euros"],
    [500_000, "cinq mille euros"],
    [2_666_666, "vingt-six mille six cent soixante-six euros et soixante-six centimes"],
    [1_205_071, "douze mille cinquante euros et soixante et onze centimes"],
    [100_000_000, "un million d’euros"],
    [200_000_000, "deux millions d’euros"],
    [100_020_000, "un million deux cents euros"],
    [168_500_000, "un million six cent quatre-vingt-cinq mille euros"],
    [300_000_000_050, "trois milliards d’euros et cinquante centimes"],
  ])("%i cents: %s", (cents, words) => {
    expect(montantEnLettres(cents)).toBe(words);
  });

  it.each([-1, 10.5, 2 ** 53])("has no words for %d cents", (cents) => {
    expect(() => montantEnLettres(cents)).toThrow(/whole number of cents/);
  });
});

/** Value of each word, to read a number back: nothing of what is tested. */
const VALUES: Readonly<Record<string, number>> = {
  zéro: 0,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
};

/** Reads a number in words: four times twenty, so many hundreds, so many thousands. */
function readBack(words: string): number {
  let done = 0;
  let group = 0;
  for (const word of words.split(/[ -]/)) {
    if (word === "et") continue;
    const power = /^(mille|millions?|milliards?)$/.test(word);
    if (power) {
      const factor = word === "mille" ? 1e3 : word.startsWith("millia") ? 1e9 : 1e6;
      done += Math.max(1, group) * factor;
      group = 0;
    } else if (/^cents?$/.test(word)) group = Math.max(1, group) * 100;
    else if (/^vingts?$/.test(word) && group % 100 === 4) group += 76;
    else group += VALUES[word] ?? Number.NaN;
  }
  return done + group;
}

describe("whatever the amount", () => {
  const below = fc.integer({ min: 0, max: 999_999_999_999 });

  it("reads back as the same number", () => {
    fc.assert(fc.property(below, (n) => readBack(entierEnLettres(n)) === n));
  });

  it("writes the plural of vingt and cent at the end or before a noun alone, and of mille never", () => {
    fc.assert(
      fc.property(below, (n) => {
        const words = entierEnLettres(n);
        expect(words).not.toMatch(/milles\b/);
        expect(words).not.toMatch(/\b(cents|vingts)\b(?!$| million| milliard)/);
        expect(words).not.toMatch(/(?:deux|trois|quatre|cinq|six|sept|huit|neuf) cent$/);
        expect(words).not.toMatch(/quatre-vingt$/);
      }),
    );
  });
});
