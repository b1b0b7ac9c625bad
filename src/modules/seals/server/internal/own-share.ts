import { refused } from '#lib/refusal.ts';
import { keyIn, recipientOf, unlock } from '../../envelope.ts';
import { joined } from '../../pass.ts';
import type { sealShares } from '../tables.ts';

export type Share = typeof sealShares.$inferSelect;

/** The key in what was pasted. Throws 422 where there is none. */
export async function identityIn(key: string): Promise<string> {
	const identity = keyIn(key);
	if (identity && (await recipientOf(identity))) return identity;
	throw refused(
		'no-key',
		'Das ist kein Schlüssel. Er beginnt mit AGE-SECRET-KEY-1 und hat 74 Zeichen. Bitte ganz einfügen oder die Datei auswählen.',
		'secretKey'
	);
}

const opened = (base64: string, identity: string) => unlock(Buffer.from(base64, 'base64'), identity);

/** The share that lies here for whoever asks, opened with their key. Throws 422 with the sentence that fits. */
export async function shareWith(own: Share, identity: string): Promise<Uint8Array> {
	if ((await recipientOf(identity)) !== own.recipient)
		throw refused(
			'wrong-key',
			'Dieser Schlüssel passt nicht zu Ihnen und diesem Verfahren. Bitte das Blatt nehmen, das Sie für dieses Verfahren gedruckt haben.',
			'secretKey'
		);
	const part = await opened(own.share, identity);
	const rest = own.rest === null ? null : await opened(own.rest, identity);
	if (!part || (own.rest !== null && !rest))
		throw refused('share-broken', 'Der hinterlegte Teil ist beschädigt. Bitte zwei andere Öffnende um ihre Schlüssel.', 'secretKey');
	return rest ? joined({ part, rest, point: own.point ?? 0 }) : part;
}
