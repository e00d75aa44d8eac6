import { describe, expect, it } from "vitest";
import { csvRows } from "../../../local/files/read-csv.js";
import { readWorkbookFile } from "../../../local/files/read-workbook-file.js";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("CSV", () => {
  it.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a;b\r\n1,5;2\r\n",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "a\tb\n\tx",
      [
        ["a", "b"],
        ["", "x"],
      ],
    ],
    ['"a;""b""\nc";d', [['a;"b"\nc', "d"]]],
    [
      "a;\nb;",
      [
        ["a", ""],
        ["b", ""],
      ],
    ],
    ["seul", [["seul"]]],
    ["", []],
  ])("%j", (text, rows) => expect(csvRows(text)).toEqual(rows));

  it.each([
    ["UTF-8", utf8("Numéro;Œuvre\n01004;=1+1")],
    ["UTF-8 with its mark", utf8("\ufeffNuméro;Œuvre\n01004;=1+1")],
    ["UTF-16", Uint8Array.from(Buffer.from("\ufeffNuméro\tŒuvre\n01004\t=1+1", "utf16le"))],
    [
      "Windows-1252",
      Uint8Array.from([..."Num\u00e9ro;\u008cuvre\n01004;=1+1"].map((mark) => mark.charCodeAt(0))),
    ],
  ])("reads %s, every cell as text", async (_, bytes) => {
    const { sheets } = await readWorkbookFile(bytes, "C:\\Suivi\\export 2021.csv");
    expect(sheets.map(({ name }) => name)).toEqual(["export 2021"]);
    expect(sheets[0]?.cells.map(({ content }) => content)).toEqual(
      ["Numéro", "Œuvre", "01004", "=1+1"].map((value) => ({ kind: "value", value })),
    );
  });
});
