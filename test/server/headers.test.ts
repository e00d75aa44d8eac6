import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderName, userDataFolder } from "../../local/server/data-folder.js";
import { inlineScriptHashes } from "../../local/server/headers.js";
import { readStaticFiles } from "../../local/server/static-files.js";
import { INLINE_SCRIPT, temporaryFolder, writePlaces } from "./places.js";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("allows the add-in's own inline scripts and no other", async () => {
  const files = await readStaticFiles(await writePlaces(await temporaryFolder()), "jeton");
  const scripts = /script-src ([^;]*)/;
  expect(scripts.exec(files.get("/")?.policy ?? "")?.[1]).toBe(
    `'self' 'unsafe-eval' ${hashOf(INLINE_SCRIPT)}`,
  );
  expect(files.get("/cadre.html")?.policy).toMatch(/; sandbox allow-scripts(?!.*same-origin)/);
  expect(files.get("/dist/Aide.html")?.policy).toMatch(/; sandbox$/);
});

it("hashes what a browser runs, not data nor what comes from a file", () => {
  const page = `<script type="text/plain">a</script><SCRIPT type=module>b</SCRIPT>
    <script src="c.js"></script><script\ntype="text/javascript">\nd\n</script>`;
  expect(inlineScriptHashes([page, page])).toEqual([hashOf("b"), hashOf("\nd\n")]);
});

it.each([
  ["linux", {}, "/home/a/.local/share/fitn7"],
  ["linux", { XDG_DATA_HOME: "/donnees" }, "/donnees/fitn7"],
  ["darwin", {}, "/home/a/Library/Application Support/fitn7"],
  ["win32", { APPDATA: "/profil" }, "/profil/fitn7"],
] as const)("keeps a person's data where %s does %j", (platform, env, expected) => {
  expect(userDataFolder({ platform, env, home: "/home/a" })).toBe(join(expected));
});

it("names a save folder so that it can be read, stays one folder and is one file's", () => {
  expect(folderName("suivi été.xlsx", "/a/suivi.xlsx")).toMatch(/^suivi_été\.xlsx-[0-9a-f]{12}$/);
  for (const nom of ["../../etc", "a/b\\c", "..", "con:", "\0"]) {
    expect(folderName(nom, nom)).toMatch(/^[\w.-]*-[0-9a-f]{12}$/);
    expect(folderName(nom, nom)).not.toMatch(/^\.|[/\\]/);
  }
  expect(folderName("a.xlsx", "/1/a.xlsx")).not.toBe(folderName("a.xlsx", "/2/a.xlsx"));
});
