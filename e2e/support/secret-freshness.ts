import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { secret, type Planted } from './secrets.ts';

/**
 * Questions about a house: one that the holder of a link was asked because they had reported it, and one to somebody else with everything that is theirs.
 * Returns the address of the link and how to take it away.
 */
export async function plantSecretAsk(pool: Pool, { id }: Pick<Planted, 'id'>): Promise<{ address: string; remove: () => Promise<void> }> {
	const [own, others] = [`mail:${randomUUID()}`, `mail:${randomUUID()}`];
	const report = randomUUID();
	await pool.query(
		`insert into reports (id, token_hash, state, ags, signs, text, reporter_email, ask_later_at, property_id, created_at, sent_at, forget_at)
			select $1::uuid, $1::text, 'joined', p.ags, '{}', $2, $3, now(), p.id, now(), now(), now() + interval '1 day' from properties p where p.id = $4`,
		[report, `${secret} Meldung`, `${secret}@post.example`, id]
	);
	const ask = (subject: string, words: string | null) =>
		pool.query(
			`insert into freshness_asks (id, kind, entry_id, email, subject, interval_days, step, asked_at, answer, words, answered_at)
				values ($1, 'property', $2, $3, $4, 180, 'current', now(), $5, $6, $7)`,
			[randomUUID(), id, `${secret}@post.example`, subject, words ? 'changed' : null, words, words ? new Date() : null]
		);
	await pool.query(
		`insert into freshness_asks (id, kind, entry_id, asked_as, report_id, subject, interval_days, step, asked_at)
			values ($1, 'property', $2, 'reporter', $3, $4, 180, 'current', now())`,
		[randomUUID(), id, report, own]
	);
	await ask(own, null);
	await ask(others, `${secret} sagt jemand anderes`);
	const key = await signLink({ db: openDb(pool), now: new Date() }, { purpose: 'still-true', data: { subject: own }, days: 1 });
	return {
		address: `/stimmt-noch?schluessel=${encodeURIComponent(key)}`,
		remove: async () => {
			await pool.query('delete from freshness_asks where entry_id = $1', [id]);
			await pool.query('delete from reports where id = $1', [report]);
		}
	};
}
