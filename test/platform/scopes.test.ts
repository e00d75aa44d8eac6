import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { modulesUnder, withoutComments } from "../architecture/modules.js";
import { inProject } from "../docs/documents.js";

const AUTH = "https://www.googleapis.com/auth/";

/** What each member asks of the user, the first that fits; `undefined`: nothing. */
const RULES: readonly (readonly [RegExp, string | undefined])[] = [
  [/^SpreadsheetApp\.(openById|openByUrl|open|create)$/, "spreadsheets"],
  [/^SpreadsheetApp\.getUi$/, "script.container.ui"],
  [/^SpreadsheetApp\./, "spreadsheets.currentonly"],
  [/^Session\.(getActiveUser|getEffectiveUser)$/, "userinfo.email"],
  [/^Session\./, undefined],
  [/^UrlFetchApp\./, "script.external_request"],
  [/^MailApp\./, "script.send_mail"],
  [/^DriveApp\./, "drive"],
  [/^ScriptApp\.AuthMode$/, undefined],
  [/^ScriptApp\./, "script.scriptapp"],
  [
    /^(PropertiesService|CacheService|LockService|HtmlService|Utilities|Charts|Logger)\./,
    undefined,
  ],
];

/** Members of the services, as the code names them. */
function membersUsed(): readonly string[] {
  const named = /\b([A-Z]\w*(?:App|Service)|Session|Utilities|Charts|Logger)\s*\.\s*(\w+)/g;
  return modulesUnder("src").flatMap(({ text }) =>
    [...withoutComments(text).matchAll(named)].map(([, service, member]) => `${service}.${member}`),
  );
}

describe("the scopes that a référent is asked for", () => {
  const members = [...new Set(membersUsed())].sort();

  it("are known for every member the code names", () => {
    expect(members.length).toBeGreaterThan(8);
    expect(members.filter((member) => !RULES.some(([rule]) => rule.test(member)))).toEqual([]);
  });

  it("are those of the manifest, no more and no less", async () => {
    const needed = members.flatMap((member) => {
      const scope = RULES.find(([rule]) => rule.test(member))?.[1];
      return scope === undefined ? [] : [AUTH + scope];
    });
    const manifest = JSON.parse(await readFile(inProject("appsscript.json"), "utf8"));
    expect([...manifest.oauthScopes].sort()).toEqual([...new Set(needed)].sort());
  });
});
