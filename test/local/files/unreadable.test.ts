import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../../local/files/read-workbook-file.js";
import { FichierIllisible } from "../../../local/files/unreadable.js";

const DATA = new URL("../../data/", import.meta.url);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An encrypted .xlsx, as far as its name is concerned: an OLE container that holds this stream. */
const encrypted = Uint8Array.from([
  ...OLE,
  ...[..."EncryptedPackage"].flatMap((mark) => [mark.charCodeAt(0), 0]),
]);
const encryptedOds = zipSync({
  "content.xml": strToU8("illisible"),
  "META-INF/manifest.xml": strToU8(
    "<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
  ),
});

/** A zip whose directory declares 3 GB for its first file. */
function bomb(): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": strToU8("<workbook/>") });
  const directory = bytes.findLastIndex(
    (byte, at) =>
      byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2,
  );
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 3_000_000_000, true);
  return bytes;
}

describe("files that cannot be read", () => {
  const whole = readFileSync(new URL("suivi-marne.xlsx", DATA));
  const cases: [what: string, bytes: Uint8Array, name: string, message: RegExp][] = [
    ["empty", new Uint8Array(0), "vide.csv", /vide/],
    ["encrypted xlsx", encrypted, "a.xlsx", /mot de passe/],
    ["encrypted ods", encryptedOds, "a.ods", /mot de passe/],
    ["old xls", Uint8Array.from([...OLE, 0, 0]), "a.xls", /ancienne version/],
    ["zip bomb", bomb(), "a.xlsx", /2\s861\sMo.*limite de 600\sMo/],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), "a.xlsx", /n’est pas un classeur/],
    ["a PDF", strToU8("%PDF-1.4 …"), "a.csv", /n’est pas un classeur/],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      "a.csv",
      /n’est pas un classeur/,
    ],
    ["text named xlsx", strToU8("a;b"), "a.xlsx", /n’est pas un classeur/],
    ["cut short", whole.subarray(0, 5000), "a.xlsx", /endommagé ou incomplet/],
    [
      "damaged inside",
      whole.map((byte, at) => (at > 500 && at < 3000 ? byte ^ 0x55 : byte)),
      "a.xlsx",
      /endommagé/,
    ],
    ["without a sheet", zipSync({ "content.xml": strToU8("<x/>") }), "a.ods", /aucune feuille/],
    ["too large", new Uint8Array(100 * 1024 * 1024 + 1), "a.csv", /100\sMo/],
  ];
  it.each(cases)("%s", async (_, bytes, name, message) => {
    const error = await readWorkbookFile(bytes, name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FichierIllisible);
    expect((error as Error).message).toMatch(message);
  });

  it("reads a workbook whatever its name says", async () => {
    const read = await readWorkbookFile(whole, "suivi.csv");
    expect(read.sheets[0]?.name).toBe("Dossiers 2021");
  });
});
