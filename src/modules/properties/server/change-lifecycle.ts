import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { endsPublication, whyNotMove } from '../lifecycle.ts';
import { maySteer } from '../policy.ts';
import { isPublic } from '../shown.ts';
import type { LifecycleState } from '../vocabulary.ts';
import { findProperty } from './find-property.ts';
import { lifecycleFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';

/** One step on the way of a building. Archived, demolished or discarded, it leaves the public in the same moment. */
export async function changeLifecycle(ctx: Ctx, { id, to, reason }: { id: string; to: LifecycleState; reason?: string }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!maySteer(ctx.actor, property)) throw forbidden();
	const against = whyNotMove(await lifecycleFacts(ctx, property), to, reason);
	if (against) throw refused(against.code, against.message);
	const withdraws = endsPublication(to) && isPublic(property.publicationState);
	await takeStep(ctx, property, { lifecycle: to, publication: withdraws ? 'internal' : undefined, reason });
}
