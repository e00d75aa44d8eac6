import type { ICellData, IStyleData } from "@univerjs/core";
import { remembered, rememberedOf } from "../../engine/remembered.js";
import type { CellStyle } from "../../engine/snapshot.js";
import type { CellKind, CellView } from "../messages.js";

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const BY_KIND = { text: 1, number: 3, boolean: 2, error: 2 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;
const STRING = 1;

/** Every property is given, so that none of an earlier style stays. */
function styleData(style: CellStyle, kind: CellKind): IStyleData {
  return {
    ff: "Arial",
    fs: style.size ?? 10,
    bl: style.bold ? 1 : 0,
    it: style.italic ? 1 : 0,
    cl: { rgb: style.color ?? (kind === "error" ? "#a3161a" : "#1a1a1a") },
    bg: style.background ? { rgb: style.background } : null,
    ht: style.horizontal ? HORIZONTAL[style.horizontal] : BY_KIND[kind],
    vt: VERTICAL[style.vertical ?? "bottom"],
    tb: style.wrap ? WRAP.wrap : kind === "text" ? WRAP.overflow : WRAP.clip,
  } as IStyleData;
}

const BARE: CellStyle = {};
const sharedStyle = rememberedOf((style: CellStyle) =>
  remembered((kind: CellKind) => styleData(style, kind)),
);

/** A cell as Univer holds it: what is shown is a text already, Univer formats and computes nothing. */
export function cellData(view: CellView): ICellData {
  return { v: view.text, t: STRING, s: sharedStyle(view.style ?? BARE)(view.kind) };
}
