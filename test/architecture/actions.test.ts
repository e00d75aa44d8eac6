import { expect, it } from "vitest";
import { modulesUnder } from "./modules.js";

it("src/actions.ts gives every entry of a page and every line of the menu that src/google has", () => {
  const actions = modulesUnder("src").find(({ path }) => path === "src/actions.ts")?.text ?? "";
  const given = new Set(actions.match(/\b(?:api|menu)[A-Z]\w*/g));
  const made = modulesUnder("src/google").flatMap(({ text }) =>
    [...text.matchAll(/^export (?:const|function) ((?:api|menu)[A-Z]\w*)/gm)].map(
      ([, name]) => name,
    ),
  );
  expect(made.length).toBeGreaterThan(20);
  expect(made.filter((name) => !given.has(name ?? ""))).toEqual([]);
});
