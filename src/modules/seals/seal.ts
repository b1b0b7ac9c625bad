/**
 * A seal: what is put in can be read only after two of the named openers have come with their keys, not before a set moment. age (X25519,
 * ChaCha20-Poly1305) for what is sealed, Shamir's secret sharing for the key. What this holds against and what not: ADR 0021.
 */
export const threshold = 2;

/** `concepts`: until the deadline; `offers`: the second envelope, until the concepts' points are locked. */
export const sealKinds = { concepts: 'Konzepte', offers: 'Preise' } as const;
export type SealKind = keyof typeof sealKinds;

/** An opener, with the public key that they made. */
export type Opener = { personId: string; recipient: string };
