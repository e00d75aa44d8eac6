import { describe, expect, it } from "vitest";
import { type Change, sortOrder, WorkbookModel } from "../../../local/engine/model/index.js";
import type { WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import type { Area, Content } from "../../../local/engine/types.js";

function area(sheet: string, row: number, column: number, rows = 1, columns = 1): Area {
  return { sheet, row, column, rows, columns };
}

function entered(text: string | number): Content {
  return typeof text === "string" && text.startsWith("=")
    ? { kind: "formula", text }
    : { kind: "value", value: text };
}

function workbook(sheets: Record<string, Record<string, string | number>>): WorkbookModel {
  const model = new WorkbookModel();
  for (const [name, cells] of Object.entries(sheets)) {
    model.addSheet(name);
    for (const [place, text] of Object.entries(cells)) {
      const [row = 1, column = 1] = place.split(",").map(Number);
      model.write(area(name, row, column), () => entered(text));
    }
  }
  return model;
}

function text(model: WorkbookModel, sheet: string, row: number, column: number) {
  const content = model.content(sheet, row, column);
  return content?.kind === "formula" ? content.text : content?.value;
}

function sheet(model: WorkbookModel, name: string) {
  const found = model.sheet(name);
  if (!found) throw new Error(name);
  return found;
}

const SNAPSHOT: WorkbookSnapshot = {
  locale: "fr_FR",
  timeZone: "Europe/Paris",
  sheets: [
    {
      name: "Suivi",
      rows: 50,
      columns: 10,
      frozenRows: 1,
      columnWidths: { 2: 180 },
      cells: [
        { row: 1, column: 1, content: { kind: "value", value: "Coût" }, style: { bold: true } },
        { row: 2, column: 1, content: { kind: "formula", text: "=1+1" } },
        { row: 3, column: 3, style: { background: "#ffeecc" } },
      ],
      validations: [
        {
          area: area("Suivi", 2, 2, 10, 1),
          rule: { kind: "list", values: ["Accordé"] },
          allowInvalid: true,
        },
      ],
      conditional: [
        {
          areas: [area("Suivi", 2, 1, 5, 2)],
          when: { kind: "formula", formula: "=$A2>1" },
          style: { bold: true },
        },
      ],
      protections: [{ warningOnly: true, description: "Journal" }],
    },
    { name: "Caché", rows: 1000, columns: 26, hidden: true, cells: [] },
  ],
  names: { GUICHET: area("Suivi", 1, 1, 5, 2) },
  properties: { guichet: "DITP" },
};

describe("WorkbookModel", () => {
  it("restores what it gave as a snapshot", () => {
    const model = WorkbookModel.restore(SNAPSHOT);
    expect(model.snapshot()).toEqual(SNAPSHOT);
    expect(WorkbookModel.restore(JSON.parse(JSON.stringify(model.snapshot()))).snapshot()).toEqual(
      SNAPSHOT,
    );
  });

  it("gives snapshots that later changes do not touch", () => {
    const model = WorkbookModel.restore(SNAPSHOT);
    const taken = model.snapshot();
    model.insert(sheet(model, "Suivi"), "rows", 1, 3);
    model.validate(area("Suivi", 1, 1), { rule: { kind: "date" }, allowInvalid: false });
    expect(taken).toEqual(SNAPSHOT);
  });

  it("moves cells, formulas, names and rules when rows are inserted", () => {
    const model = WorkbookModel.restore(SNAPSHOT);
    model.write(area("Caché", 1, 1), () => entered("=SUM(Suivi!A2:A9)"));
    model.insert(sheet(model, "Suivi"), "rows", 2, 2, 1);
    const after = model.snapshot();
    expect(text(model, "Suivi", 4, 1)).toBe("=1+1");
    expect(text(model, "Caché", 1, 1)).toBe("=SUM(Suivi!A4:A11)");
    expect(after.names.GUICHET).toEqual(area("Suivi", 1, 1, 7, 2));
    expect(after.sheets[0]?.validations?.[0]?.area).toEqual(area("Suivi", 4, 2, 10, 1));
    expect(after.sheets[0]?.conditional?.[0]).toMatchObject({
      areas: [area("Suivi", 4, 1, 5, 2)],
      when: { formula: "=$A4>1" },
    });
    expect(after.sheets[0]?.rows).toBe(52);
    expect(sheet(model, "Suivi").styles.get(3, 1)).toEqual({ bold: true });
  });

  it("drops what lay on deleted columns", () => {
    const model = WorkbookModel.restore(SNAPSHOT);
    model.write(area("Caché", 1, 1), () => entered("=Suivi!B2+Suivi!C2"));
    model.delete(sheet(model, "Suivi"), "columns", 2, 1);
    const [suivi] = model.snapshot().sheets;
    expect(suivi?.validations).toBeUndefined();
    expect(suivi?.columnWidths).toBeUndefined();
    expect(suivi?.conditional?.[0]?.areas).toEqual([area("Suivi", 2, 1, 5, 1)]);
    expect(text(model, "Caché", 1, 1)).toBe("=#REF!+Suivi!B2");
  });

  it("follows a sheet's new name, and writes #REF! for a sheet that is gone", () => {
    const model = workbook({ Suivi: { "1,1": 5 }, Bilan: { "1,1": "=Suivi!A1*2" } });
    model.setName("TOTAL", area("Suivi", 1, 1));
    model.validate(area("Bilan", 2, 1), {
      rule: { kind: "range", range: area("Suivi", 1, 1, 5, 1) },
      allowInvalid: true,
    });
    model.renameSheet(sheet(model, "Suivi"), "Suivi 2021");
    expect(text(model, "Bilan", 1, 1)).toBe("='Suivi 2021'!A1*2");
    expect(model.namedRange("total")?.sheet).toBe("Suivi 2021");
    expect(sheet(model, "Bilan").validations[0]?.rule).toMatchObject({
      range: { sheet: "Suivi 2021" },
    });
    model.deleteSheet(sheet(model, "suivi 2021"));
    expect(text(model, "Bilan", 1, 1)).toBe("=#REF!*2");
    expect(model.namedRange("TOTAL")).toBeUndefined();
    expect(sheet(model, "Bilan").validations).toEqual([]);
  });

  it("replaces the part of a validation that a new one covers", () => {
    const model = workbook({ S: {} });
    const date = { rule: { kind: "date" }, allowInvalid: true } as const;
    model.validate(area("S", 1, 1, 10, 2), date);
    model.validate(area("S", 3, 1), { rule: { kind: "checkbox" }, allowInvalid: false });
    const kinds = [1, 2, 3, 4].map((row) => sheet(model, "S").validationAt(row, 1)?.rule.kind);
    expect(kinds).toEqual(["date", "date", "checkbox", "date"]);
    expect(sheet(model, "S").validationAt(3, 2)?.rule.kind).toBe("date");
    model.validate(area("S", 1, 1, 10, 2), undefined);
    expect(sheet(model, "S").validations).toEqual([]);
  });

  it("sorts rows with their looks, relative references following", () => {
    const model = workbook({
      S: { "1,1": 3, "1,2": "=A1*2", "2,1": 1, "2,2": "=A2*2", "3,1": 2, "3,2": "=$A$3*2" },
    });
    model.style(area("S", 2, 1), () => ({ bold: true }));
    model.reorder(area("S", 1, 1, 3, 2), [1, 2, 0]);
    expect([1, 2, 3].map((row) => text(model, "S", row, 1))).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((row) => text(model, "S", row, 2))).toEqual(["=A1*2", "=$A$3*2", "=A3*2"]);
    expect(sheet(model, "S").styles.get(1, 1)).toEqual({ bold: true });
  });

  it("hides the rows that a filter refuses, and follows them", () => {
    const model = workbook({ S: { "1,1": 1, "2,1": 2, "3,1": 3 } });
    model.filter(area("S", 1, 1, 3, 1), (row) => row !== 2);
    model.insert(sheet(model, "S"), "rows", 1, 1);
    expect([...sheet(model, "S").hiddenRows]).toEqual([3]);
  });

  it("tells its subscribers what changed, until they leave", () => {
    const model = workbook({ S: {} });
    const changes: Change[] = [];
    const leave = model.subscribe((change) => changes.push(change));
    model.write(area("S", 2, 2), () => entered(1));
    model.style(area("S", 2, 2), () => ({ bold: true }));
    model.style(area("S", 2, 2), () => ({ numberFormat: "0 %" }));
    model.setName("N", area("S", 1, 1));
    leave();
    model.write(area("S", 3, 3), () => entered(1));
    expect(changes).toEqual([
      { kind: "contents", area: area("S", 2, 2) },
      { kind: "looks", sheet: "S" },
      { kind: "contents", area: area("S", 2, 2) },
      { kind: "structure" },
    ]);
  });

  it("makes room for a spilled result, within ten million cells", () => {
    const model = workbook({ S: {} });
    expect(model.makeRoom("S", 12_000, 30)).toBe(true);
    expect(model.size("S")).toMatchObject({ rows: 12_000, columns: 30 });
    expect(model.makeRoom("S", 5, 5)).toBe(true);
    expect(model.makeRoom("S", 400_000, 30)).toBe(false);
    expect(model.size("S")).toMatchObject({ rows: 12_000, columns: 30 });
  });

  it("keeps frozen rows in step", () => {
    const model = workbook({ S: {} });
    sheet(model, "S").frozenRows = 2;
    model.insert(sheet(model, "S"), "rows", 1, 1);
    expect(sheet(model, "S").frozenRows).toBe(3);
    model.delete(sheet(model, "S"), "rows", 2, 5);
    expect(sheet(model, "S").frozenRows).toBe(1);
    model.insert(sheet(model, "S"), "rows", 2, 1);
    expect(sheet(model, "S").frozenRows).toBe(1);
  });
});

describe("sortOrder", () => {
  it("puts numbers, texts, truth values, and blanks last in both directions", () => {
    const rows = [[null], ["b"], [2], [true], ["A"], [1]];
    const sorted = (ascending: boolean) =>
      sortOrder(rows, [{ at: 0, ascending }]).map((place) => rows[place]?.[0]);
    expect(sorted(true)).toEqual([1, 2, "A", "b", true, null]);
    expect(sorted(false)).toEqual([true, "b", "A", 2, 1, null]);
  });

  it("keeps equal rows in order and takes the next key", () => {
    const rows = [
      [1, 2],
      [1, 1],
      [1, 2],
    ];
    expect(sortOrder(rows, [{ at: 0, ascending: true }])).toEqual([0, 1, 2]);
    expect(
      sortOrder(rows, [
        { at: 0, ascending: true },
        { at: 1, ascending: true },
      ]),
    ).toEqual([1, 0, 2]);
  });
});
