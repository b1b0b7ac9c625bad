import type { Ctx } from '#modules/people/actor.ts';
import type { Transition } from '../transitions.ts';
import type { ApplicationState } from '../vocabulary.ts';
import { dossierFor } from './internal/application-for.ts';
import { takeTransition } from './internal/take-transition.ts';

export type OfficeStep = { slug: string; id: string; transition: Transition; reason?: string; holdUntil?: string };

/** A step of the office, from the check of what came to the decision. 409 with what stands against it. Returns where the application is now. */
export async function stepApplication(ctx: Ctx, { slug, id, ...wanted }: OfficeStep): Promise<ApplicationState> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await dossierFor(inside, { slug, id }, { run: true, lock: true });
		return takeTransition(inside, found, { ...wanted, side: 'office' });
	});
}
