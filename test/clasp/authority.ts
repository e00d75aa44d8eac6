import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const HOUR = 3_600_000;

/** A certificate authority that lives for one test, and a certificate of it for some hosts. */
export interface Authority {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes the authority and the certificate of these hosts, in PEM. */
export async function throwAwayAuthority(hosts: readonly string[]): Promise<Authority> {
  const keys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const [root, own] = await Promise.all([keys(), keys()]);
  const valid = { notBefore: new Date(Date.now() - HOUR), notAfter: new Date(Date.now() + HOUR) };
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: "CN=FITN7 test authority",
    keys: root,
    signingAlgorithm: ALGORITHM,
    ...valid,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: "02",
    subject: `CN=${hosts[0]}`,
    issuer: ca.subject,
    publicKey: own.publicKey,
    signingKey: root.privateKey,
    signingAlgorithm: ALGORITHM,
    ...valid,
    extensions: [
      new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns", value }))),
    ],
  });
  const secret = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", own.privateKey));
  const key = `-----BEGIN PRIVATE KEY-----\n${secret.toString("base64")}\n-----END PRIVATE KEY-----\n`;
  return { ca: ca.toString("pem"), certificate: certificate.toString("pem"), key };
}
