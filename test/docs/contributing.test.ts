import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "./documents.js";

const TEXT = readFileSync(inProject("CONTRIBUTING.md"), "utf8");
const DIFFS = [...TEXT.matchAll(/```diff\n([\s\S]*?\n)```/g)].map(([, diff = ""]) => diff);

describe("the diffs of CONTRIBUTING", () => {
  it("are two: a guichet and a function", () => {
    expect(DIFFS).toHaveLength(2);
    expect(DIFFS[0]).toContain("src/guichets/");
    expect(DIFFS[1]).toContain("src/functions/");
  });

  it.each(DIFFS.map((diff, index) => [index + 1, diff] as const))(
    "number %i applies to the code as it is",
    (_, diff) => {
      const { status, stderr } = spawnSync("git", ["apply", "--check", "-"], {
        cwd: inProject(""),
        input: diff,
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      expect(status).toBe(0);
    },
  );
});
