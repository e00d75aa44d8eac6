import { fromBase64, toBase64 } from "./base64.js";
import type { ServiceContext } from "./context.js";
import { formatInstant } from "./date-pattern.js";
import { enumeration, enumName } from "./enumeration.js";
import { GoogleError, NotImplementedError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";
import { md5 } from "./md5.js";
import { sha256 } from "./sha256.js";
import { fromUtf8, utf8 } from "./utf8.js";

interface BlobState {
  readonly bytes: readonly number[];
  readonly type: string | null;
  readonly name: string | null;
}

const { free, read } = membersOf<undefined>();
const blobs = membersOf<BlobState>();

const BLOB: Kind<BlobState> = {
  family: "Utilities",
  name: "Blob",
  members: {
    getBytes: blobs.free("", ({ state }) => state.bytes.map(signed)),
    getDataAsString: blobs.free(" | string", ({ state }) => fromUtf8(state.bytes)),
    getContentType: blobs.free("", ({ state }) => state.type),
    getName: blobs.free("", ({ state }) => state.name),
  },
};

const MEMBERS: Kind<undefined>["members"] = {
  formatDate: read("date string string", (_, date: Date, zone: string, pattern: string) =>
    formatDate(date, zone, pattern),
  ),
  sleep: free("int", () => undefined),
  getUuid: free("", () =>
    "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replaceAll("x", () =>
      Math.floor(Math.random() * 16).toString(16),
    ),
  ),
  computeDigest: free(
    "DigestAlgorithm string | DigestAlgorithm list | DigestAlgorithm string Charset",
    (_, algorithm: object, value: string | number[]) =>
      (enumName(algorithm) === "MD5" ? md5 : sha256)(bytesOf(value)).map(signed),
  ),
  base64Encode: free("string | list | string Charset", (_, value: string | number[]) =>
    toBase64(bytesOf(value)),
  ),
  base64Decode: free("string | string Charset", (_, text: string) => {
    const bytes = fromBase64(text);
    if (!bytes) throw new GoogleError("Could not decode string.");
    return bytes.map(signed);
  }),
  newBlob: free(
    "string | list | string string? | list string? | string string? string? | list string? string?",
    (
      { context },
      data: string | number[],
      type: string | null = null,
      name: string | null = null,
    ) => handOut(context, BLOB, { bytes: bytesOf(data), type, name }),
  ),
};

function formatDate(date: Date, zone: string, pattern: string): string {
  const instant = date.getTime();
  if (Number.isNaN(instant)) throw new GoogleError("Invalid argument: date");
  const text = formatInstant(instant, zone, pattern);
  if (text === undefined) throw new NotImplementedError(`Utilities.formatDate of "${pattern}"`);
  return text;
}

function bytesOf(value: string | number[]): readonly number[] {
  return typeof value === "string" ? utf8(value) : value.map((byte) => byte & 0xff);
}

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}

/** `Utilities`; `computeDigest` knows MD5 and SHA-256. */
export function utilities(context: ServiceContext): object {
  const constants = {
    DigestAlgorithm: enumeration(context, "DigestAlgorithm", "MD5 SHA_256"),
    Charset: enumeration(context, "Charset", "US_ASCII UTF_8"),
  };
  const kind: Kind<undefined> = {
    family: "Utilities",
    name: "Utilities",
    members: MEMBERS,
    constants,
  };
  return handOut(context, kind, undefined);
}
