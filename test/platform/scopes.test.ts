import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { modulesUnder, withoutComments } from "../architecture/modules.js";
import { inProject } from "../docs/documents.js";

const TYPES = "node_modules/@types/google-apps-script";
const AUTH = "https://www.googleapis.com/auth/";

/** What each member asks of the user, the first that fits; `undefined`: nothing. */
const RULES: readonly (readonly [RegExp, string | undefined])[] = [
  [/^SpreadsheetApp\.(openById|openByUrl|open|create)$/, "spreadsheets"],
  [/^SpreadsheetApp\.getUi$/, "script.container.ui"],
  [/^SpreadsheetApp\.\w+$/, "spreadsheets.currentonly"],
  [/^Session\.(getActiveUser|getEffectiveUser)$/, "userinfo.email"],
  [/^Session\.\w+$/, undefined],
  [/^UrlFetchApp\./, "script.external_request"],
  [/^MailApp\./, "script.send_mail"],
  [/^DriveApp\./, "drive"],
  [/^ScriptApp\.AuthMode$/, undefined],
  [/^ScriptApp\./, "script.scriptapp"],
  [
    /^(PropertiesService|CacheService|LockService|HtmlService|Utilities|Charts|Logger)\.\w+$/,
    undefined,
  ],
];

/** Services of Google, advanced ones included, by the name that a script calls them. */
const SERVICES = readdirSync(inProject(TYPES), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".d.ts"))
  .flatMap((file) => [
    ...readFileSync(inProject(`${TYPES}/${file}`), "utf8").matchAll(/^declare var (\w+)/gm),
  ])
  .flatMap(([, name]) => (name === undefined || name === "console" ? [] : [name]));

const NAMED = new RegExp(
  `(?<![\\w$.])(${[...new Set(SERVICES)].join("|")})\\b(?:\\s*\\.\\s*(\\w+))?`,
  "g",
);

/** Members of the services, as code names them; a service handed on without a member is `X.?`. */
function membersOf(code: string): readonly string[] {
  return [...withoutComments(code).matchAll(NAMED)].map(
    ([, service, member = "?"]) => `${service}.${member}`,
  );
}

const membersUsed = () => modulesUnder("src").flatMap(({ text }) => membersOf(text));

it.each([
  ["MailApp.sendEmail({})", "MailApp.sendEmail"],
  ["Drive.Files.list()", "Drive.Files"],
  ["Browser\n  .msgBox(x)", "Browser.msgBox"],
  ["const app = SpreadsheetApp;", "SpreadsheetApp.?"],
])("%j names %s", (code, member) => {
  expect(membersOf(code)).toEqual([member]);
});

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
