import { describe, expect, it } from "vitest";
import { helpContent } from "../../scripts/help-page.js";
import { phrasesDe } from "../../src/dossiers/phrases.js";
import { CODES_MOTIF } from "../../src/rules/motif.js";

describe("the help's reasons", () => {
  const help = helpContent();

  it.each(CODES_MOTIF)("explains %s and shows each of its sentences", (code) => {
    expect(help).toContain(`<th scope="row"><code>${code}</code></th>`);
    const sentences = phrasesDe(code);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(help).toContain(`<li>${sentence}</li>`);
  });

  it("shows no placeholder of a figure", () => {
    const reasons = help.slice(help.indexOf('id="raisons"'), help.indexOf('id="fonctions"'));
    expect(reasons).not.toMatch(/\{\w+\}|undefined/);
  });
});
