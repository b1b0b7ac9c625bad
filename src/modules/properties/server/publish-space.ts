import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { mayPublish } from '../policy.ts';
import { stateFor, whyNotPublish } from '../publication.ts';
import type { Precision } from '../vocabulary.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';

/**
 * Shows a building to everybody, its place as exactly as `precision` allows. Of a published one it changes the precision.
 * Throws 409 with every reason against it, joined.
 */
export async function publishSpace(ctx: Ctx, { id, precision }: { id: string; precision: Precision }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	await checkMayShow(ctx, { kind: 'space', id: property.id });
	const to = stateFor(precision);
	const stays = property.publicationState === to;
	const facts = await publicationFacts(ctx, property, { precision });
	const against = stays ? whyNotPublish({ ...facts, state: 'internal' }, to) : whyNotPublish(facts, to);
	const [first] = against;
	if (first) throw refused(first.code, against.map((reason) => reason.message).join(' '));
	await takeStep(ctx, property, { publication: stays ? undefined : to, set: { publicPrecision: precision } });
}
