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
    return { client, kill, open: await client.json<Classeur>("GET", "/api/classeur") };
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

/** Makes a write of a snapshot long enough to be cut in the middle. */
const LONG = "x".repeat(8_000_000);

/** Writes without a pause until the server dies; gives the last version that it said was on disk. */
async function writeUntilDead(
  client: Client,
  { id, snapshot, version }: Classeur,
): Promise<number> {
  for (let acknowledged = version; ; acknowledged += 1) {
    const next = acknowledged + 1;
    const written =
      next % 2 === 0
        ? client.json("PUT", "/api/classeur", {
            id,
            version: next,
            snapshot: { ...snapshot, properties: { version: String(next), texte: LONG } },
          })
        : client.json("POST", "/api/changements", {
            id,
            version: next,
            changements: [next, "x".repeat(200_000)],
          });
    try {
      await written;
    } catch {
      return acknowledged;
    }
  }
}

it("loses nothing that it acknowledged when killed while it writes", async () => {
  const start = await killableServer();
  let before = 0;
  for (const delay of [40, 97, 161, 233, 310]) {
    const { client, kill, open } = await start();
    expect(open.version).toBeGreaterThanOrEqual(before);
    const base = Number(open.snapshot.properties.version ?? 0);
    const done = open.changements.filter((change) => typeof change === "number");
    expect(done).toEqual(
      Array.from({ length: open.version - base }, (_, index) => base + index + 1),
    );
    const writing = writeUntilDead(client, open);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await kill();
    before = await writing;
  }
  expect((await start()).open.version).toBeGreaterThanOrEqual(Math.max(before, 5));
});
