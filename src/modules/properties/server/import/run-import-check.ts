import { eq } from 'drizzle-orm';
import { log } from '#lib/server/log.ts';
import type { Store } from '#lib/server/store.ts';
import { unreadable } from '../../import/refusals.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkRows } from '../internal/import/check-rows.ts';
import { fail, holds, tell, type Import } from '../internal/import/run.ts';
import { imports } from '../import-tables.ts';

type Watch = (progress: { done: number; total: number | null }) => void;

/** The dry run of a list that waits for it: what each row would do, row by row. A job; it may be killed and run again. */
export async function runImportCheck(ctx: Ctx, { store, id, watch }: { store: Store; id: string; watch?: Watch }): Promise<void> {
	try {
		await ctx.db.transaction(async (db) => {
			if (!(await holds({ db }, id))) return;
			const [found] = await db.select().from(imports).where(eq(imports.id, id));
			if (found?.state !== 'checking') return;
			const report = await checkRows({ ...ctx, db }, { ...(await material(found, store)), progress: progressOf(ctx, found, watch) });
			await db.update(imports).set({ state: 'checked', report, progress: null }).where(eq(imports.id, id));
		});
	} catch (error) {
		log.error({ err: error, importId: id }, 'import check');
		await fail(ctx, id, error);
	}
}

async function material(found: Import, store: Store) {
	const bytes = await store.get(found.fileKey);
	if (!bytes || !found.layout || !found.mapping)
		throw unreadable('file-gone', 'Die hochgeladene Datei ist nicht mehr da. Bitte laden Sie sie neu hoch.');
	return { id: found.id, ags: found.ags, bytes, layout: found.layout, mapping: found.mapping };
}

function progressOf(ctx: Ctx, { id, layout }: Import, watch?: Watch) {
	const total = layout?.lines ?? null;
	const say = tell(ctx, { id, total });
	return async (done: number) => {
		watch?.({ done, total });
		await say(done);
	};
}
