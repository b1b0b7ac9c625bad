import { forgetHouse } from '../../src/testing/forget-record.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { openDb } from '#lib/server/db.ts';
import { concepts } from '#modules/concepts/server/tables.ts';
import { cast, type CastName } from '../../src/testing/cast.ts';
import { makeEqual } from '../../src/testing/award.ts';
import { plantLocked } from '../../src/testing/published.ts';
import { giveFactor } from '../../src/testing/jury.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { database, newPersonLike } from './people.ts';

type Over = NonNullable<Parameters<typeof plantLocked>[1]>;

/** A procedure that Ines leads with all points locked, for one journey alone; `isTied`: Jonas has as many points as Amira, and the lot decides. `juror` sits in Mara's chair, with a second factor. */
export async function plantLockedProcedure(title: string, { isTied = false, ...over }: Over & { isTied?: boolean } = {}) {
	const db = openDb(database());
	const as = (who: unknown) => ({ db, now: new Date(), actor: typeof who === 'string' ? cast[who as CastName] : null });
	const stage = { db, as, houseTitle: `Haus ${newId().slice(-8)}` } as Parameters<typeof plantLocked>[0];
	const planted = await plantLocked(stage, { title, ...(isTied ? { tieRule: 'lot' } : {}), ...over });
	// planted, not handed in: there is no receipt, and no page may lead to one
	await db.update(concepts).set({ submittedAt: null }).where(eq(concepts.procedureId, planted.id));
	const juror = await newPersonLike(cast.mara);
	await giveFactor(stage, juror);
	await db
		.update(procedureMembers)
		.set({ personId: juror.id })
		.where(eq(procedureMembers.id, planted.memberOf[cast.mara.name] ?? ''));
	if (isTied) await makeEqual(stage, planted, ['jonas', 'amira']);
	return {
		...planted,
		juror,
		base: `/buero/verfahren/${planted.id}`,
		remove: () => forgetHouse(database(), planted.houseId)
	};
}
