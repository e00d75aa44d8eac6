/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. @example sha256("") // "e3b0c442…" */
export function sha256(text: string): string {
  const { SHA_256 } = Utilities.DigestAlgorithm;
  return Utilities.computeDigest(SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, "0"))
    .join("");
}
