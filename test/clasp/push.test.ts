import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHost, scriptedUi } from "../../local/host/index.js";
import { inProject } from "../docs/documents.js";
import { throwAwayAuthority } from "./authority.js";
import { type FakeGoogle, fakeGoogle, HOSTS, type ScriptFile } from "./google.js";

const SCRIPT = "1FITN7deTest";
const LATER = 3_600_000;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the editor's file is called on disk. */
const NAMES: Readonly<Record<ScriptFile["type"], string>> = {
  SERVER_JS: ".js",
  HTML: ".html",
  JSON: ".json",
};

describe("the real clasp, against a stand-in of Google", () => {
  let google: FakeGoogle;
  let folder: string;
  let home: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    const authority = await throwAwayAuthority(HOSTS);
    google = await fakeGoogle(authority, SCRIPT);
    home = await mkdtemp(join(tmpdir(), "fitn7-home-"));
    folder = await mkdtemp(join(tmpdir(), "fitn7-clasp-"));
    await writeFile(join(home, "ca.pem"), authority.ca);
    environment = {
      PATH: process.env.PATH ?? "",
      HOME: home,
      USERPROFILE: home,
      HTTPS_PROXY: google.proxy,
      NODE_EXTRA_CA_CERTS: join(home, "ca.pem"),
    };
    for (const name of ["dist", "scripts", "package.json"]) {
      await cp(inProject(name), join(folder, name), { recursive: true });
    }
    await symlink(inProject("node_modules"), join(folder, "node_modules"), "dir");
  });

  afterAll(async () => {
    await google?.close();
    await Promise.all([home, folder].map((path) => path && rm(path, { recursive: true })));
  });

  beforeEach(async () => {
    google.files = [];
    (google.requests as string[]).length = 0;
    (google.tokens as string[]).length = 0;
    await asScript(SCRIPT);
    await loggedIn(Date.now() + LATER);
  });

  function run(...args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder, env: environment }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
      });
    });
  }

  const clasp = (...args: readonly string[]) =>
    run(join("node_modules", "@google", "clasp", "build", "src", "index.js"), ...args);
  const push = () => run("--import", "tsx", join("scripts", "push.ts"));

  function asScript(scriptId: string): Promise<void> {
    return writeFile(join(folder, ".clasp.json"), JSON.stringify({ scriptId, rootDir: "dist" }));
  }

  function loggedIn(expiry: number): Promise<void> {
    const credentials = {
      type: "authorized_user",
      client_id: "test",
      client_secret: "test",
      refresh_token: "again",
      access_token: "known",
      expiry_date: expiry,
    };
    return writeFile(
      join(home, ".clasprc.json"),
      JSON.stringify({ tokens: { default: credentials } }),
    );
  }

  async function built(): Promise<Record<string, string>> {
    const names = await readdir(inProject("dist"));
    const texts = names.map(async (name) => [
      name,
      await readFile(inProject(`dist/${name}`), "utf8"),
    ]);
    return Object.fromEntries(await Promise.all(texts));
  }

  const received = () =>
    Object.fromEntries(google.files.map(({ name, type, source }) => [name + NAMES[type], source]));

  it("npm run push sends exactly the built files and the manifest, and says so", async () => {
    const { code, out, err } = await push();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(received()).toEqual(await built());
    expect(out).toContain(`${google.files.length} fichiers envoyés au script ${SCRIPT}`);
    expect(google.requests).toContain(`PUT script.googleapis.com/v1/projects/${SCRIPT}/content`);
    expect(new Set(google.tokens)).toEqual(new Set(["Bearer known"]));
  });

  it("the manifest Google gets asks for the scopes of the project's own", async () => {
    await push();
    const manifest = google.files.find(({ type }) => type === "JSON");
    expect(manifest?.name).toBe("appsscript");
    expect(JSON.parse(manifest?.source ?? "")).toEqual(
      JSON.parse(await readFile(inProject("appsscript.json"), "utf8")),
    );
  });

  it("what Google got runs: the menu opens and a function answers", async () => {
    await push();
    const files = received();
    const host = createHost({ code: files["Code.js"] ?? "", html: files, ui: scriptedUi() });
    host.open();
    expect(host.menu.map(({ caption }) => caption)).toEqual(["FITN7"]);
    expect(host.call("FITN_TAUX", 15_001, "3c", "IDF-V1")).toBe(0.5);
    expect(host.call("apiInstaller", { guichet: "HDF" })).toMatchObject({ kind: "fait" });
  });

  it("pushes nothing a second time, and says that all is there", async () => {
    await push();
    const { code, out } = await push();
    expect(code).toBe(0);
    expect(out).toContain("est déjà à jour");
    expect(google.requests.filter((request) => request.startsWith("PUT"))).toHaveLength(1);
  });

  it("clasp alone skips a changed manifest without a terminal and ends well: npm run push does not", async () => {
    await push();
    const older = { timeZone: "UTC" };
    const changed = google.files.map((file) =>
      file.type === "JSON" ? { ...file, source: JSON.stringify(older) } : file,
    );
    google.files = changed;
    const alone = await clasp("push");
    expect(alone.code).toBe(0);
    expect(google.files).toEqual(changed);
    expect((await push()).code).toBe(0);
    expect(received()).toEqual(await built());
  });

  it("renews a token that is over", async () => {
    await loggedIn(Date.now() - LATER);
    expect((await push()).code).toBe(0);
    expect(google.requests).toContain("POST oauth2.googleapis.com/token");
    expect(new Set(google.tokens)).toEqual(new Set(["Bearer fresh"]));
  });

  it.each([
    [
      "the identifier was never put in",
      () => asScript("REMPLACER_PAR_L_IDENTIFIANT_DU_SCRIPT"),
      "L’identifiant du script manque",
    ],
    [
      "the script does not exist",
      () => asScript("unknown"),
      "Rien n’a été envoyé au script unknown",
    ],
    ["nobody is logged in", () => rm(join(home, ".clasprc.json")), "npx clasp login"],
  ])("fails loudly where %s", async (_, prepare, said) => {
    await prepare();
    const { code, err } = await push();
    expect(code).not.toBe(0);
    expect(err).toContain(said);
    expect(google.files).toEqual([]);
  });
});
