import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { hashToken } from '#lib/server/token.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { secret } from './secrets.ts';

/** A report with its words, address, place and photo; of all that nothing is public, under no address but its own. */
export async function plantSecretReport(pool: Pool): Promise<{ addresses: string[]; remove: () => Promise<void> }> {
	const [db, now, id] = [openDb(pool), new Date(), newId()];
	const key = `meldung/${id}.webp`;
	await db.insert(reports).values({
		...{ id, tokenHash: hashToken(newId()), state: 'received', ags: '12073008', lat: 53.0152, lon: 13.9991, locationSource: 'pin' },
		...{ street: `${secret} Gasse`, city: 'Angermünde', text: `${secret} Meldung`, reporterEmail: `${secret}@melder.example` },
		...{ photo: { key, bytes: 1, width: 10, height: 10 }, why: `${secret} Weg`, createdAt: now, sentAt: now }
	});
	return {
		addresses: [
			`/meldung/${id}`,
			`/meldung/${id}/bild`,
			`/medien/${id}.webp`,
			`/buero/meldungen/${id}`,
			`/buero/meldungen/${id}/bild`,
			'/melden?kommune=angermuende',
			'/melden/angaben?kommune=angermuende'
		],
		remove: async () => {
			await pool.query('delete from reports where id = $1', [id]);
		}
	};
}
