import { spawn } from "node:child_process";

/** The part of `npm audit --json` that is read. */
interface Audit {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly metadata?: {
    readonly vulnerabilities: Readonly<Record<string, number>>;
    readonly dependencies: { readonly total: number };
  };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string }>
  >;
}

/** What is said of an answer of `npm audit`, and the code that the command ends with. */
export interface Verdict {
  readonly code: 0 | 1;
  readonly lines: readonly string[];
}

/**
 * Reads what `npm audit --json` printed. A registry that does not answer is no proof of anything: it is
 * said, and does not fail.
 */
export function verdictOf(printed: string): Verdict {
  const audit = parsed(printed);
  if (!audit?.metadata) {
    const why = audit?.error?.summary || audit?.message || "no answer that can be read";
    return {
      code: 0,
      lines: [
        `NOT CHECKED: the registry did not answer "npm audit" (${why}).`,
        "Nothing is known of vulnerabilities in the versions of package-lock.json. Run this again where the registry answers.",
      ],
    };
  }
  const { vulnerabilities = {}, metadata } = audit;
  const found = Object.entries(vulnerabilities);
  if (found.length === 0) {
    return {
      code: 0,
      lines: [`No known vulnerability in ${metadata.dependencies.total} packages (npm audit).`],
    };
  }
  return {
    code: 1,
    lines: [
      `${found.length} packages with a known vulnerability (npm audit):`,
      ...found.map(([name, { severity, range }]) => `- ${name} ${range}: ${severity}`),
    ],
  };
}

function parsed(printed: string): Audit | undefined {
  try {
    return JSON.parse(printed) as Audit;
  } catch {
    return undefined;
  }
}

/** What `npm audit --json` prints; its exit code says less than its text. */
function audit(): Promise<string> {
  const child = spawn("npm", ["audit", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(""));
    child.on("close", () => resolve(out));
  });
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const { code, lines } = verdictOf(await audit());
  console.log(lines.join("\n"));
  process.exitCode = code;
}
