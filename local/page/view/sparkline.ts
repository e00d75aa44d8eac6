import type { Drawing } from "../messages.js";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Context = CanvasRenderingContext2D;

const COLOR = "#1d4f91";
const COLOR_2 = "#7a94bd";

/** Draws a small chart into a box, by the options of Google's SPARKLINE. */
export function drawSparkline(context: Context, { data, options }: Drawing, box: Box): void {
  if (data.length === 0 || box.width <= 0 || box.height <= 0) return;
  context.save();
  const type = String(options.charttype ?? "line").toLowerCase();
  if (type === "bar") bar(context, data, options, box);
  else if (type === "line") line(context, data, options, box);
  else columns(context, data, options, box, type === "winloss");
  context.restore();
}

type Options = Drawing["options"];

function numberOf(options: Options, name: string): number | undefined {
  const value = options[name];
  return typeof value === "number" ? value : undefined;
}

function colorOf(options: Options, name: string, fallback: string): string {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : fallback;
}

function bar(context: Context, data: readonly number[], options: Options, box: Box): void {
  const sum = data.reduce((total, value) => total + Math.max(0, value), 0);
  const max = numberOf(options, "max") ?? sum;
  if (max <= 0) return;
  const colors = [colorOf(options, "color1", COLOR), colorOf(options, "color2", COLOR_2)];
  let x = box.x;
  for (const [at, value] of data.entries()) {
    const width = Math.min((Math.max(0, value) / max) * box.width, box.x + box.width - x);
    context.fillStyle = colors[at % 2] ?? COLOR;
    context.fillRect(x, box.y, width, box.height);
    x += width;
  }
}

function bounds(data: readonly number[], options: Options): readonly [number, number] {
  const low = numberOf(options, "ymin") ?? Math.min(...data);
  const high = numberOf(options, "ymax") ?? Math.max(...data);
  return high > low ? [low, high] : [low - 1, high + 1];
}

function line(context: Context, data: readonly number[], options: Options, box: Box): void {
  const [low, high] = bounds(data, options);
  const step = data.length > 1 ? box.width / (data.length - 1) : 0;
  context.strokeStyle = colorOf(options, "color", COLOR);
  context.lineWidth = numberOf(options, "linewidth") ?? 1;
  context.beginPath();
  for (const [at, value] of data.entries()) {
    const x = box.x + at * step;
    const y = box.y + box.height - ((value - low) / (high - low)) * box.height;
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

function columns(
  context: Context,
  data: readonly number[],
  options: Options,
  box: Box,
  signs: boolean,
): void {
  const values = signs ? data.map(Math.sign) : data;
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (high === low) return;
  const width = box.width / values.length;
  const zero = box.y + (high / (high - low)) * box.height;
  for (const [at, value] of values.entries()) {
    const height = (Math.abs(value) / (high - low)) * box.height;
    const name = value < 0 ? "negcolor" : "color";
    context.fillStyle = colorOf(options, name, value < 0 ? "#a3161a" : COLOR);
    context.fillRect(
      box.x + at * width + 1,
      value < 0 ? zero : zero - height,
      Math.max(1, width - 2),
      height,
    );
  }
}
