import { eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { isRegistered, whyNotShow } from '../organisation.ts';
import { mayEditOrganisation } from '../policy.ts';
import { findOrganisation } from './find-organisation.ts';
import { tell } from './internal/tell.ts';
import { organisations } from './tables.ts';

/** Shows an organisation to everybody, or hides it again. A claimed municipality is always shown. */
export async function publishOrganisation(ctx: Ctx, { id, shown }: { id: string; shown: boolean }): Promise<void> {
	if (!mayEditOrganisation(ctx.actor, id)) throw forbidden();
	if (shown) await checkMayShow(ctx, { kind: 'organisation', id });
	await ctx.db.transaction(async (db) => {
		const organisation = await findOrganisation({ ...ctx, db }, id);
		const why = shown ? whyNotShow(organisation) : null;
		if (why) throw refused(why.code, why.message);
		if (!shown && isRegistered(organisation.kind))
			throw refused('always-shown', 'Eine vertretene Kommune ist immer zu sehen. Das Profil können Sie leeren.');
		await db
			.update(organisations)
			.set({ publishedAt: shown ? ctx.now : null })
			.where(eq(organisations.id, id));
		await tell({ ...ctx, db }, id, { kind: shown ? 'organisation.published' : 'organisation.hidden' });
	});
}
