import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { secret, type Planted } from './secrets.ts';

/**
 * Questions about a house: one that the holder of a link was asked, and one to somebody else with everything that is theirs. Returns the address of the link
 * and how to take it away.
 */
export async function plantSecretAsk(pool: Pool, { id }: Pick<Planted, 'id'>): Promise<{ address: string; remove: () => Promise<void> }> {
	const [own, others] = [`mail:${randomUUID()}`, `mail:${randomUUID()}`];
	const ask = (subject: string, words: string | null) =>
		pool.query(
			`insert into freshness_asks (id, kind, entry_id, email, subject, interval_days, step, asked_at, answer, words, answered_at)
				values ($1, 'property', $2, $3, $4, 180, 'current', now(), $5, $6, $7)`,
			[randomUUID(), id, `${secret}@post.example`, subject, words ? 'changed' : null, words, words ? new Date() : null]
		);
	await ask(own, null);
	await ask(others, `${secret} sagt jemand anderes`);
	const key = await signLink({ db: openDb(pool), now: new Date() }, { purpose: 'still-true', data: { subject: own }, days: 1 });
	return {
		address: `/stimmt-noch?schluessel=${encodeURIComponent(key)}`,
		remove: async () => void (await pool.query('delete from freshness_asks where subject = any($1)', [[own, others]]))
	};
}
