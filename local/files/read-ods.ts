import { strFromU8, unzipSync } from "fflate";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area } from "../engine/types.js";
import { parseArea } from "./address.js";
import { sheetSize, workbookSnapshot } from "./new-snapshot.js";
import { odsFormula } from "./ods-formula.js";
import { FichierIllisible, REASONS } from "./unreadable.js";
import { xmlEvents } from "./xml-events.js";

type Attributes = Readonly<Record<string, string>>;

/** What an encrypted .ods says of its parts, in its list of files. */
const ENCRYPTED = "manifest:encryption-data";
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** A row or a cell repeated beyond this many times is the empty rest of the sheet. */
const LONGEST_REPEAT = 5_000;

/** The serial number of `2021-06-30` or `2021-06-30T12:00:00`, read without any time zone. */
function serialOf(date: string): number {
  return (Date.parse(`${date.slice(0, 19)}${date.includes("T") ? "Z" : ""}`) - EPOCH) / DAY;
}

/** The part of a day in `PT13H30M00S`. */
function serialTime(time: string): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?/.exec(time) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** A value and the format that shows its kind; OpenDocument's own styles are not read. */
function cellValue(
  cell: Attributes,
  text: string,
): { value: string | number | boolean; numberFormat?: string } {
  const number = Number(cell["office:value"]);
  switch (cell["office:value-type"]) {
    case "float":
      return { value: number };
    case "percentage":
      return { value: number, numberFormat: "0.## %" };
    case "currency":
      return { value: number, numberFormat: '#,##0.00 "€"' };
    case "boolean":
      return { value: cell["office:boolean-value"] === "true" };
    case "date": {
      const value = serialOf(cell["office:date-value"] ?? "");
      return {
        value,
        numberFormat: Number.isInteger(value) ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm:ss",
      };
    }
    case "time":
      return { value: serialTime(cell["office:time-value"] ?? ""), numberFormat: "hh:mm:ss" };
    default:
      return { value: cell["office:string-value"] ?? text };
  }
}

function cellSnapshot(
  cell: Attributes,
  text: string,
): Omit<CellSnapshot, "row" | "column"> | undefined {
  const { value, numberFormat } = cellValue(cell, text);
  const style = numberFormat ? { style: { numberFormat } } : {};
  const formula = cell["table:formula"] && odsFormula(cell["table:formula"]);
  if (formula === "spilled") return undefined;
  if (formula) return { content: { kind: "formula", text: formula }, ...style };
  return value === "" ? undefined : { content: { kind: "value", value }, ...style };
}

const repeat = (attributes: Attributes, name: string) => Number(attributes[name] ?? 1);

/** Collects what the events of `content.xml` say, sheet by sheet. */
class Collector {
  readonly sheets: SheetSnapshot[] = [];
  readonly names: { name: string; address: string }[] = [];
  private readonly hiddenStyles = new Set<string>();
  private styleName = "";
  private sheetName: string | undefined;
  private hidden = false;
  private cells: CellSnapshot[] = [];
  private row = 0;
  private rowCells: CellSnapshot[] = [];
  private rowRepeat = 1;
  private column = 0;
  private cell: Attributes | undefined;
  private paragraphs = 0;
  private text = "";
  private skipped = 0;

  open(name: string, attributes: Attributes): void {
    if (name === "office:annotation") this.skipped += 1;
    if (this.skipped > 0) return;
    if (name === "style:style") this.styleName = attributes["style:name"] ?? "";
    else if (name === "style:table-properties" && attributes["table:display"] === "false")
      this.hiddenStyles.add(this.styleName);
    else if (name === "table:table") this.openSheet(attributes);
    else if (name === "table:table-row") {
      this.rowCells = [];
      this.rowRepeat = repeat(attributes, "table:number-rows-repeated");
      this.column = 0;
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      this.cell = attributes;
      this.text = "";
      this.paragraphs = 0;
    } else if (name === "text:p") {
      this.text += this.paragraphs > 0 ? "\n" : "";
      this.paragraphs += 1;
    } else if (name === "text:s") this.text += " ".repeat(repeat(attributes, "text:c"));
    else if (name === "text:tab") this.text += "\t";
    else if (name === "text:line-break") this.text += "\n";
    else if (name === "table:named-range")
      this.names.push({
        name: attributes["table:name"] ?? "",
        address: attributes["table:cell-range-address"] ?? "",
      });
  }

  characters(text: string): void {
    if (this.cell && this.skipped === 0 && this.paragraphs > 0) this.text += text;
  }

  close(name: string): void {
    if (name === "office:annotation") this.skipped -= 1;
    if (this.skipped > 0) return;
    if (name === "table:table-cell" || name === "table:covered-table-cell") this.closeCell();
    else if (name === "table:table-row") this.closeRow();
    else if (name === "table:table") this.closeSheet();
  }

  private openSheet(attributes: Attributes): void {
    this.sheetName = attributes["table:name"];
    this.hidden = this.hiddenStyles.has(attributes["table:style-name"] ?? "");
    this.cells = [];
    this.row = 0;
  }

  private closeCell(): void {
    const attributes = this.cell ?? {};
    const times = repeat(attributes, "table:number-columns-repeated");
    const read = cellSnapshot(attributes, this.text);
    if (read && times <= LONGEST_REPEAT)
      for (let step = 1; step <= times; step += 1)
        this.rowCells.push({ row: 0, column: this.column + step, ...read });
    this.column += times;
    this.cell = undefined;
  }

  private closeRow(): void {
    if (this.rowCells.length > 0 && this.rowRepeat <= LONGEST_REPEAT)
      for (let step = 1; step <= this.rowRepeat; step += 1)
        for (const cell of this.rowCells) this.cells.push({ ...cell, row: this.row + step });
    this.row += this.rowRepeat;
  }

  private closeSheet(): void {
    if (this.sheetName === undefined) return;
    this.sheets.push({
      name: this.sheetName,
      ...sheetSize(this.cells),
      ...(this.hidden ? { hidden: true } : {}),
      cells: this.cells,
    });
    this.sheetName = undefined;
  }
}

/** `$'Mon onglet'.$A$1:.$B$2` as an area. */
function namedArea(address: string): Area | undefined {
  const [, sheet = "", cells = ""] = /^\$?('(?:[^']|'')*'|[^'.]*)\.(.*)$/.exec(address) ?? [];
  const plain = cells.replace(/:.*\./, ":");
  return parseArea(`${sheet}!${plain}`, "", { rows: 1, columns: 1 });
}

/**
 * Reads an .ods: values, formulas, hidden sheets and named ranges. It is read here rather than with
 * @e965/xlsx, which leaves `&apos;` in sheet names and changes `;` inside the texts of formulas.
 */
export function readOds(bytes: Uint8Array): WorkbookSnapshot {
  const wanted = new Set(["content.xml", "META-INF/manifest.xml"]);
  const parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : "");
  if (part("META-INF/manifest.xml").includes(ENCRYPTED))
    throw new FichierIllisible(REASONS.protected);
  const collector = new Collector();
  for (const event of xmlEvents(part("content.xml"))) {
    if (event.kind === "text") collector.characters(event.text);
    else if (event.kind === "close") collector.close(event.name);
    else {
      collector.open(event.name, event.attributes);
      if (event.empty) collector.close(event.name);
    }
  }
  const names: Record<string, Area> = {};
  for (const { name, address } of collector.names) {
    const area = namedArea(address);
    if (area) names[name] = area;
  }
  return workbookSnapshot(collector.sheets, names);
}
