import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grouped } from "../../src/rules/grouped.js";

describe("grouped", () => {
  it("leaves out what has no key", () => {
    const groups = grouped(["a1", "", "b1", "a2"], ([letter]) => letter);
    expect([...groups]).toEqual([
      ["a", ["a1", "a2"]],
      ["b", ["b1"]],
    ]);
  });

  it("puts every item in the group of its key, in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), (items, modulus) => {
        const keyOf = (item: number) => item % modulus;
        const groups = grouped(items, keyOf);
        expect([...groups.keys()]).toEqual([...new Set(items.map(keyOf))]);
        for (const [key, own] of groups) {
          expect(own).toEqual(items.filter((item) => keyOf(item) === key));
        }
      }),
    );
  });
});
