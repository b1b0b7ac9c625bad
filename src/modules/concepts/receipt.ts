import type { Entry } from '#modules/records/entry.ts';

/** What a group keeps as proof that their concept came in: the entry in the box, signed by the installation. */
export type Receipt = {
	format: 'gestaltungsraum-quittung';
	version: 1;
	procedure: string;
	concept: string;
	/** When the request arrived, by the clock of the server. */
	submittedAt: string;
	entry: Entry;
	/** The installation's public key (Ed25519, base64url). */
	key: string;
	/** The head that was published last; null before there is one. */
	head: unknown;
};

type Given = { procedureId: string; conceptId: string; at: Date; entry: Entry; key: string };

export const receiptOf = ({ procedureId, conceptId, at, entry, key }: Given): Receipt => ({
	...{ format: 'gestaltungsraum-quittung', version: 1, procedure: procedureId, concept: conceptId },
	...{ submittedAt: at.toISOString(), entry, key, head: null }
});
