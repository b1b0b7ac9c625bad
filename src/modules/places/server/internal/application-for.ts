import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Standing } from '#modules/networks/policy.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Catalogue } from '../../criteria.ts';
import { mayEditPlace, maySeeApplication } from '../../policy.ts';
import type { PlaceRow } from '../../to-place-page.ts';
import { placeApplications, placeCatalogues } from '../tables.ts';
import { placeFor } from './place-for.ts';

export type ApplicationRow = typeof placeApplications.$inferSelect;
export type InApplication = { application: ApplicationRow; catalogue: Catalogue; place: PlaceRow; standing: Standing };

/** An application with its criteria, locked; whether somebody may touch it is asked afterwards. */
export async function lockApplication(ctx: Pick<Ctx, 'db'>, id: string): Promise<{ application: ApplicationRow; catalogue: Catalogue }> {
	const [row] = isUuid(id)
		? await ctx.db
				.select({ application: placeApplications, catalogue: placeCatalogues })
				.from(placeApplications)
				.innerJoin(placeCatalogues, eq(placeCatalogues.id, placeApplications.catalogueId))
				.where(eq(placeApplications.id, id))
				.for('update', { of: placeApplications })
		: [];
	if (!row) throw notFound();
	return row;
}

/** An application for its group or the office of its network. 404 for everybody else, 403 for who may only look. */
export async function applicationFor(ctx: Ctx, id: string, mode: 'read' | 'edit'): Promise<InApplication> {
	if (!ctx.actor) throw unauthenticated();
	const row = await lockApplication(ctx, id);
	return { ...row, ...(await placeFor(ctx, row.application.placeId, mode === 'edit' ? mayEditPlace : maySeeApplication)) };
}
