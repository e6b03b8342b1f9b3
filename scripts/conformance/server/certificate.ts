import { generate } from "selfsigned";

/** A self-signed certificate and its key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** The certificates of a fault server. Clients trust all of them, so that only what is wrong with them counts. */
export interface Certificates {
  readonly own: Certificate;
  readonly expired: Certificate;
  readonly otherHost: Certificate;
}

interface Change {
  /** What tells it from the others; clients look for the issuer by this name. */
  readonly name?: string;
  readonly hosts?: readonly string[];
  readonly until?: Date;
}

/** Creates a certificate for the loopback interface, or for hosts. It is its own authority. */
export async function makeCertificate({ name = "127.0.0.1", hosts, until }: Change = {}): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: "commonName", value: name }], {
    // A server signs with it a tenth of the time that it takes with RSA.
    keyType: "ec",
    ...(until && { notBeforeDate: new Date(0), notAfterDate: until }),
    extensions: [
      {
        name: "subjectAltName",
        altNames: hosts?.map((value) => ({ type: 2, value })) ?? [{ type: 7, ip: "127.0.0.1" }],
      },
    ],
  });
  return { cert, key };
}

/** Creates all of them. */
export async function makeCertificates(): Promise<Certificates> {
  const [own, expired, otherHost] = await Promise.all([
    makeCertificate(),
    makeCertificate({ name: "expired", until: new Date("2020-01-01") }),
    makeCertificate({ name: "another-host", hosts: ["another-host.test"] }),
  ]);
  return { own, expired, otherHost };
}
