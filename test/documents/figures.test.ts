import { describe, expect, it } from "vitest";
import { type FigureKind, readFigures } from "./figures";

describe("figures of a text", () => {
  it.each<[string, [FigureKind, number | string][]]>([
    ["297 000 €", [["euro", 297_000]]],
    ["4000€", [["euro", 4_000]]],
    ["1 685 000 euros", [["euro", 1_685_000]]],
    ["270 K€", [["euro", 270_000]]],
    ["34 M€", [["euro", 34_000_000]]],
    ["34 millions d'euros", [["euro", 34_000_000]]],
    ["communes ,10 000 €", [["euro", 10_000]]],
    ["80%", [["percent", 80]]],
    [
      "20 à 80 %",
      [
        ["percent", 20],
        ["percent", 80],
      ],
    ],
    ["31/10/2022", [["day", "2022-10-31"]]],
    ["14/05/21", [["day", "2021-05-14"]]],
    ["1er septembre 2021", [["day", "2021-09-01"]]],
    ["25 MARS 2021", [["day", "2021-03-25"]]],
    [
      "1er avril au 1er mai 2021",
      [
        ["day", "2021-04-01"],
        ["day", "2021-05-01"],
      ],
    ],
    [
      "juin et septembre 2021",
      [
        ["month", "2021-06"],
        ["month", "2021-09"],
      ],
    ],
    [
      "année 2022, en mai et en août",
      [
        ["year", 2022],
        ["month", "2022-05"],
        ["month", "2022-08"],
      ],
    ],
    ["troisième trimestre 2021", [["quarter", "2021-T3"]]],
    ["fin 2022", [["year", 2022]]],
    [
      "2021-2022",
      [
        ["year", 2021],
        ["year", 2022],
      ],
    ],
    [
      "1 000 et 80 000 hab.",
      [
        ["number", 1_000],
        ["number", 80_000],
      ],
    ],
    ["10 dossiers", [["number", 10]]],
    ["Quatre thématiques", [["number", 4]]],
    ["trimestriel", [["number", 3]]],
    [
      "Département\t75\t77\tTotal",
      [
        ["code", "75"],
        ["code", "77"],
      ],
    ],
    ["UO 0363-DITP-DR75", [["code", "0363-DITP-DR75"]]],
  ])("%s", (text, expected) => {
    expect(readFigures(text).map(({ kind, value }) => [kind, value])).toEqual(expected);
  });

  it.each(["FITN7", "axes 1 et 2", "01 02 03 04 05", "S.13", "https://a.fr/2021", "a.2021@b.fr"])(
    "reads none in %s",
    (text) => {
      expect(readFigures(text)).toEqual([]);
    },
  );

  it("keeps the order of the text, each figure once, without what surrounds it", () => {
    expect(readFigures("avant fin 2022, 80 % au plus, soit 80%")).toEqual([
      { kind: "year", value: 2022, text: "2022" },
      { kind: "percent", value: 80, text: "80 %" },
    ]);
  });
});
