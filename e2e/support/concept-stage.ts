import { forgetHouse } from '../../src/testing/forget-record.ts';
import type { Pool } from 'pg';
import { newId } from '#lib/server/id.ts';
import { openDb } from '#lib/server/db.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { cast, type CastName } from '../../src/testing/cast.ts';
import { plantOpenProcedure, plantReady, type Published } from '../../src/testing/published.ts';

const stageOn = (pool: Pool) => {
	const db = openDb(pool);
	const as = (who: CastName | Ctx['actor']) => ({ db, now: new Date(), actor: typeof who === 'string' ? cast[who] : who });
	return { db, as, houseTitle: `Haus ${newId().slice(-8)}` };
};

/** A procedure of Angermünde in which concepts may come in. `end` lets its deadline pass. */
export async function plantCall(
	pool: Pool,
	over: Parameters<typeof plantOpenProcedure>[1] = {}
): Promise<Published & { end: () => Promise<void>; remove: () => Promise<void> }> {
	const published = await plantOpenProcedure(stageOn(pool), over);
	return {
		...published,
		end: async () => void (await pool.query("update procedures set deadline = now() - interval '5 minutes' where id = $1", [published.id])),
		remove: () => removeCall(pool, published)
	};
}

/** The same, finished but not published: keys can still be made. */
export async function plantFinished(pool: Pool) {
	const ready = await plantReady(stageOn(pool));
	return { ...ready, remove: () => removeCall(pool, ready) };
}

async function removeCall(pool: Pool, { id, houseId }: { id: string; houseId: string }): Promise<void> {
	for (const table of ['seals', 'opener_keys']) await pool.query(`delete from ${table} where subject_id = $1`, [id]);
	await forgetHouse(pool, houseId);
}
