import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { world } from "./world.js";

describe("PropertiesService", () => {
  it("keeps texts in the workbook, apart for document, script and user", () => {
    const { globals, workbook, ledger } = world();
    const properties = globals.PropertiesService.getDocumentProperties();
    properties.setProperty("guichet", "DITP").setProperties({ prefecture: "Marne" });
    expect(properties.getProperties()).toEqual({ guichet: "DITP", prefecture: "Marne" });
    expect(workbook.snapshot().properties).toEqual({ guichet: "DITP", prefecture: "Marne" });
    expect(globals.PropertiesService.getUserProperties().getProperty("guichet")).toBeNull();
    properties.deleteProperty("guichet");
    expect(properties.getKeys()).toEqual(["prefecture"]);
    expect(ledger.calls["Properties.setProperty"]).toBe(1);
  });

  it("refuses more than 9 KB a value, counted in UTF-8, and 500 KB in all", () => {
    const properties = world().globals.PropertiesService.getDocumentProperties();
    properties.setProperty("a", "x".repeat(9_216));
    expect(() => properties.setProperty("b", "x".repeat(9_217))).toThrow(
      "Argument too large: value",
    );
    expect(() => properties.setProperty("b", "é".repeat(4_609))).toThrow(
      "Argument too large: value",
    );
    const fill = () => {
      for (let at = 0; at < 60; at++) properties.setProperty(`k${at}`, "x".repeat(9_000));
    };
    expect(fill).toThrow("You have exceeded the property storage quota.");
  });

  it("refuses null as Google does", () => {
    const properties = world().globals.PropertiesService.getDocumentProperties();
    expect(() => properties.setProperty("a", null as never)).toThrow(
      "The parameters (String,null) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });
});

describe("CacheService", () => {
  it("forgets after the time given, ten minutes where none is", () => {
    let now = 0;
    const { globals } = world({ now: () => now });
    const cache = globals.CacheService.getDocumentCache();
    cache?.put("court", "1", 5);
    cache?.put("usuel", "2");
    now = 5_000;
    expect(cache?.getAll(["court", "usuel", "absent"])).toEqual({ usuel: "2" });
    now = 600_000;
    expect(cache?.get("usuel")).toBeNull();
  });

  it("refuses more than 100 KB a value and 250 characters a key", () => {
    const cache = world().globals.CacheService.getScriptCache();
    expect(() => cache.put("a", "x".repeat(102_401))).toThrow("Argument too large: value");
    expect(() => cache.put("k".repeat(251), "x")).toThrow("Argument too large: key");
  });
});

describe("LockService", () => {
  it("gives a lock, unless another run holds it", () => {
    const { globals, context } = world();
    const lock = globals.LockService.getDocumentLock();
    expect(lock?.tryLock(100)).toBe(true);
    expect(lock?.hasLock()).toBe(true);
    lock?.releaseLock();
    expect(lock?.hasLock()).toBe(false);
    const state = context.locks.get("document");
    if (state) state.heldElsewhere = true;
    expect(lock?.tryLock(100)).toBe(false);
    expect(() => lock?.waitLock(100)).toThrow(
      "Lock timeout: another process was holding the lock for too long.",
    );
  });

  it("has no document lock outside a spreadsheet", () => {
    const { globals } = world({ locks: new Map() });
    expect(globals.LockService.getDocumentLock()).toBeNull();
  });
});

describe("Utilities", () => {
  it.each([
    ["yyyy-MM-dd", "UTC", "2021-06-29"],
    ["yyyy-MM-dd", "Europe/Paris", "2021-06-30"],
    ["dd/MM/yyyy HH:mm:ss.SSS", "America/New_York", "29/06/2021 18:00:00.007"],
    ["d MMM yy, EEE", "Europe/Paris", "30 Jun 21, Wed"],
    ["EEEE d MMMM", "Europe/Paris", "Wednesday 30 June"],
    ["h:mm a", "America/New_York", "6:00 PM"],
    ["yyyy-MM-dd'T'HH:mm:ssZ", "Europe/Paris", "2021-06-30T00:00:00+0200"],
    ["XXX 'l''heure'", "UTC", "+00:00 l'heure"],
  ])("formatDate with %j in %s is %j", (pattern, zone, text) => {
    const instant = new Date(Date.UTC(2021, 5, 29, 22, 0, 0, 7));
    expect(world().globals.Utilities.formatDate(instant, zone, pattern)).toBe(text);
  });

  it("refuses a pattern it does not know and a date that is none", () => {
    const { Utilities } = world().globals;
    expect(() => Utilities.formatDate(new Date(0), "UTC", "QQ")).toThrow("not implemented");
    expect(() => Utilities.formatDate("2021-06-30" as never, "UTC", "yyyy")).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  it.each(["", "abc", "é€😀", "x".repeat(55), "x".repeat(64), "x".repeat(1_000)])(
    "computes the digests of %j as Node does",
    (text) => {
      const { Utilities } = world().globals;
      for (const [algorithm, name] of [
        [Utilities.DigestAlgorithm.MD5, "md5"],
        [Utilities.DigestAlgorithm.SHA_256, "sha256"],
      ] as const) {
        const expected = [...new Int8Array(createHash(name).update(text).digest())];
        expect(Utilities.computeDigest(algorithm, text)).toEqual(expected);
      }
    },
  );

  it.each(["", "a", "ab", "abc", "é€😀"])("writes %j in base 64 and reads it back", (text) => {
    const { Utilities } = world().globals;
    const encoded = Utilities.base64Encode(text);
    expect(encoded).toBe(Buffer.from(text).toString("base64"));
    expect(Utilities.newBlob(Utilities.base64Decode(encoded)).getDataAsString()).toBe(text);
  });

  it("makes identifiers of the usual shape", () => {
    expect(world().globals.Utilities.getUuid()).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });
});

describe("Session, HtmlService, Logger", () => {
  it("says who and where", () => {
    const { globals } = world({ userEmail: "referent@marne.gouv.fr" });
    expect(globals.Session.getActiveUser().getEmail()).toBe("referent@marne.gouv.fr");
    expect(globals.Session.getScriptTimeZone()).toBe("Europe/Paris");
    expect(globals.Session.getActiveUserLocale()).toBe("fr");
  });

  it("reads the project's pages, with or without their extension", () => {
    const { HtmlService } = world().globals;
    const page = HtmlService.createHtmlOutputFromFile("aide").setTitle("Aide").setWidth(300);
    expect([page.getContent(), page.getTitle(), page.getWidth()]).toEqual([
      "<p>Aide</p>",
      "Aide",
      300,
    ]);
    expect(HtmlService.createTemplateFromFile("aide.html").evaluate().getContent()).toBe(
      "<p>Aide</p>",
    );
    expect(() => HtmlService.createHtmlOutputFromFile("absente")).toThrow(
      "No HTML file named absente was found.",
    );
  });

  it("logs lines", () => {
    const lines: string[] = [];
    const { Logger } = world({ log: (line) => lines.push(line) }).globals;
    Logger.log("%s dossiers", 12).log({ a: 1 });
    expect(lines).toEqual(["12 dossiers", "[object Object]"]);
  });
});
