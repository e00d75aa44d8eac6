import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { joursLus } from "./jours-lus.js";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("./montrer-jours.ts", import.meta.url));

/** What a day is everywhere: the last of a month, of a window, of a project. */
const ATTENDU = joursLus("Europe/Paris", "Europe/Paris");

describe("a day is a day", () => {
  it("in the list, in the verdict and in the cells of functions", () => {
    expect(ATTENDU).toEqual({
      liste: ["30/06/2021", "31/10/2021", "28/03/2021"],
      laureats: ["1"],
      depot: "BLOQUANT [DEPOT] déposé le 01/07/2021, après la clôture du 30/06/2021.",
      relance: ["28/02/2022", "En retard"],
    });
  });

  it.each([
    ["America/Martinique", "Europe/Paris"],
    ["Indian/Reunion", "Europe/Paris"],
    ["Pacific/Kiritimati", "America/New_York"],
    ["Pacific/Pago_Pago", "Asia/Tokyo"],
    ["Europe/Paris", "America/New_York"],
    ["Etc/UTC", "Europe/Paris"],
  ])("in a spreadsheet of %s with a script of %s", (spreadsheet, script) => {
    expect(joursLus(spreadsheet, script)).toEqual(ATTENDU);
  });

  it.each(["UTC", "Europe/Paris", "America/New_York", "Pacific/Auckland"])(
    "in a process of %s",
    { timeout: 120_000 },
    async (TZ) => {
      const { stdout } = await run(process.execPath, ["--import", "tsx", SCRIPT], {
        env: { ...process.env, TZ },
      });
      expect(JSON.parse(stdout)).toEqual([ATTENDU, ATTENDU, ATTENDU]);
    },
  );
});
