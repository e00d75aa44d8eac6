import { describe, expect, it } from "vitest";
import { verdictOf } from "../../scripts/vulnerabilities.js";

const metadata = { vulnerabilities: {}, dependencies: { total: 620 } };

describe("what npm audit answered", () => {
  it.each([
    ["nothing", ""],
    ["a page of a proxy", "<html>403</html>"],
    [
      "a registry that does not take the question",
      JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 }),
    ],
  ])("%s: says that nothing was checked, and does not fail", (_, printed) => {
    const { code, lines } = verdictOf(printed);
    expect(code).toBe(0);
    expect(lines.join(" ")).toMatch(/^NOT CHECKED/);
    expect(lines.join(" ")).not.toContain("No known vulnerability");
  });

  it("no vulnerability: says of how many packages", () => {
    const { code, lines } = verdictOf(JSON.stringify({ vulnerabilities: {}, metadata }));
    expect(code).toBe(0);
    expect(lines).toEqual(["No known vulnerability in 620 packages (npm audit)."]);
  });

  it("a vulnerability: names the package and fails", () => {
    const vulnerabilities = { nanoid: { severity: "high", range: "4.0.0 - 5.1.15" } };
    const { code, lines } = verdictOf(JSON.stringify({ vulnerabilities, metadata }));
    expect(code).toBe(1);
    expect(lines).toContain("- nanoid 4.0.0 - 5.1.15: high");
  });
});
