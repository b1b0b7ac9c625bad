import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { lightTitle } from '../light.ts';
import { lightSets } from '../light-sets.ts';
import { createProcedure } from './create-procedure.ts';
import { begunJustNow } from './internal/begun-just-now.ts';
import { putSet } from './internal/put-set.ts';

/** Begins a procedure in its lightest form, with what it asks already in it. Returns its id. Throws 401, 403, 404, 409, 422. */
export async function beginLight(ctx: Ctx, { raum, unitIds }: { raum: string; unitIds: string[] }): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	const { title: house } = await findProperty(ctx, raum);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kind = 'expression_of_interest';
		const about = { raum, unitIds, kind, title: lightTitle(kind, house) } as const;
		const begun = await begunJustNow(inside, about);
		if (begun) return begun;
		const id = await createProcedure(inside, { ...about, transfer: 'lease' });
		await putSet(inside, id, lightSets[kind]);
		return id;
	});
}
