import { watch } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Classeur, Enregistre } from "../../local/server/protocole.js";
import { clientOf, spawnServer } from "./child.js";
import type { Client } from "./client.js";
import { temporaryFolder, writePlaces } from "./places.js";

async function killableServer() {
  const folder = await temporaryFolder();
  const places = await writePlaces(folder);
  const args = ["--donnees", join(folder, "donnees"), "--port", "0"];
  return async () => {
    const child = spawnServer(places, args);
    const client = await clientOf(child);
    const kill = async () => {
      child.process.kill("SIGKILL");
      await child.ended;
    };
    return { folder, client, kill, open: await client.json<Classeur>("GET", "/api/classeur") };
  };
}

it("loses nothing when killed between two writes", async () => {
  const start = await killableServer();
  const first = await start();
  const { id, snapshot } = first.open;
  const properties = { ...snapshot.properties, fitn7: "é€" };
  await first.client.json("PUT", "/api/classeur", {
    id,
    version: 1,
    snapshot: { ...snapshot, properties },
  });
  const changements = [{ cellule: "A1", texte: "=1+1" }];
  const saved = await first.client.json<Enregistre>("POST", "/api/changements", {
    id,
    version: 2,
    changements,
  });
  expect(saved.version).toBe(2);
  await first.kill();

  const second = await start();
  expect(second.open).toEqual({
    ...first.open,
    ...saved,
    etat: "restaure",
    snapshot: { ...snapshot, properties },
    changements,
  });
});

/** Writes without a pause until the server dies; counts up to the last version it said was on disk. */
class Writer {
  acknowledged: number;
  constructor(
    private readonly client: Client,
    private readonly open: Classeur,
  ) {
    this.acknowledged = open.version;
  }

  async untilDead(): Promise<void> {
    const { id, snapshot } = this.open;
    for (;;) {
      const version = this.acknowledged + 1;
      const properties = { version: String(version) };
      const written =
        version % 2 === 0
          ? this.client.json("PUT", "/api/classeur", {
              id,
              version,
              snapshot: { ...snapshot, properties },
            })
          : this.client.json("POST", "/api/changements", {
              id,
              version,
              changements: [version, "x".repeat(200_000)],
            });
      try {
        await written;
      } catch {
        return;
      }
      this.acknowledged = version;
    }
  }

  async wrote(versions: number): Promise<void> {
    const until = this.open.version + versions;
    while (this.acknowledged < until) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it("loses nothing that it acknowledged when killed while it writes", async () => {
  const start = await killableServer();
  let before = 0;
  for (const delay of [3, 31, 67, 112, 190]) {
    const { client, kill, open } = await start();
    expect(open.version).toBeGreaterThanOrEqual(before);
    const base = Number(open.snapshot.properties.version ?? 0);
    const done = open.changements.filter((change) => typeof change === "number");
    expect(done).toEqual(
      Array.from({ length: open.version - base }, (_, index) => base + index + 1),
    );
    const writer = new Writer(client, open);
    const dead = writer.untilDead();
    await writer.wrote(1);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await kill();
    await dead;
    before = writer.acknowledged;
  }
  expect((await start()).open.version).toBeGreaterThanOrEqual(before);
  expect(before).toBeGreaterThanOrEqual(5);
});

it("keeps the former snapshot or the new one when killed while it replaces it", async () => {
  const start = await killableServer();
  // Long enough for the end to come in the middle.
  const texte = "x".repeat(20_000_000);
  for (const round of [1, 2, 3]) {
    const { folder, client, kill, open } = await start();
    const begun = (async () => {
      for await (const { filename } of watch(join(folder, "donnees", open.id))) {
        if (filename?.startsWith("snapshot.json")) return;
      }
    })();
    const { id, snapshot } = open;
    const version = open.version + 1;
    const properties = { version: String(version), texte };
    const writing = client
      .json("PUT", "/api/classeur", { id, version, snapshot: { ...snapshot, properties } })
      .catch(() => undefined);
    await begun;
    await kill();
    const acknowledged = (await writing) ? version : open.version;
    const { open: found, kill: end } = await start();
    expect([round, found.avertissements]).toEqual([round, []]);
    expect([acknowledged, version]).toContain(found.version);
    expect(found.snapshot.properties.version ?? "0").toBe(String(found.version));
    await end();
  }
});
