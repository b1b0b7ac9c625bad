import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as tables from '#modules/conversations/server/tables.ts';
import { cast } from '../../src/testing/cast.ts';
import { secret } from './secrets.ts';

export type PlantedConversation = {
	addresses: string[];
	/** Pages of others, and who looks: people with every office there is, and a maker who is no member. */
	looks: { address: string; who: 'renate' | 'oskar' | 'ines' | 'jonas' }[];
	remove: () => Promise<void>;
};

/** What Hanna and Amira say to each other: title, words, the name of a file, what was reported. Nobody else ever reads it, whatever office they hold. */
export async function plantSecretConversation(pool: Pool): Promise<PlantedConversation> {
	const [db, now] = [openDb(pool), new Date()];
	const [id, messageId, fileId] = [newId(), newId(), newId()];
	const [firstId = '', secondId = ''] = [cast.amira.id, cast.hanna.id].sort();
	const stamp = { createdAt: now, lastAt: now, lastNumber: 1 };
	await db.insert(tables.conversations).values({ id, firstId, secondId, title: `${secret} Anlass`, address: '', state: 'open', ...stamp });
	const member = { conversationId: id, joinedAt: now, readUntil: 1, alias: secret };
	await db.insert(tables.conversationMembers).values([firstId, secondId].map((personId) => ({ ...member, personId })));
	const words = { id: messageId, conversationId: id, number: 1, authorId: firstId, text: `${secret} Worte`, at: now };
	await db.insert(tables.conversationMessages).values(words);
	const file = { name: `${secret}.pdf`, key: `talk/${fileId}.pdf`, contentType: 'application/pdf', bytes: 10 };
	await db.insert(tables.conversationFiles).values({ id: fileId, messageId, ...file });
	const copy = [{ id: messageId, number: 1, authorId: firstId, by: secret, text: secret, at: now.toISOString(), files: [secret] }];
	const report = {
		conversationId: id,
		messageId,
		reporterId: secondId,
		reason: 'other' as const,
		words: `${secret} Meldung`,
		copy,
		at: now
	};
	await db.insert(tables.conversationReports).values({ id: newId(), ...report });
	const addresses = [
		...['/konto/gespraeche', `/konto/gespraeche?q=${secret}`, `/konto/gespraeche/${id}`, `/konto/gespraeche/${id}/melden`],
		...[`/konto/gespraeche/dateien/${fileId}`, '/konto/gespraeche/blockiert']
	];
	const inside = ['/konto', '/buero', '/buero/nachrichten', '/buero/personen', `/buero/personen/${cast.amira.id}`, ...addresses];
	const looks = (['renate', 'oskar', 'ines', 'jonas'] as const).flatMap((who) => inside.map((address) => ({ address, who })));
	return { addresses, looks, remove: async () => void (await pool.query('delete from conversations where id = $1', [id])) };
}
