/** Colours of series: each at least 4.5 to 1 on white, and told apart by people who see few colours. */
const SERIES = [
  "#1d4f91",
  "#b45309",
  "#0f766e",
  "#7e22ce",
  "#a3161a",
  "#4d6b0a",
  "#be185d",
  "#52606d",
];

/** What a mark is filled with, and the line around it. */
export interface Paint {
  readonly fill: string;
  readonly edge: string;
}

const WHITE = "#ffffff";
const EDGE = "#4a4a4a";
/** Contrast that WCAG 2.1 AA asks of graphics. */
const LEAST = 3;

/** The paint of a series, or of a part of a pie; a light colour that a script chose gets a dark edge. */
export function paintOf(chosen: readonly string[], at: number): Paint {
  const fill = SERIES[at % SERIES.length] ?? EDGE;
  const color = chosen[at]?.toLowerCase();
  if (!color || !/^#[0-9a-f]{6}$/.test(color)) return { fill, edge: WHITE };
  return { fill: color, edge: 1.05 / (luminance(color) + 0.05) < LEAST ? EDGE : WHITE };
}

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(color: string): number {
  const channel = (from: number) => {
    const part = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
