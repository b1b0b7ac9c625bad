import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayPublish } from '../policy.ts';
import { whyNotPublish } from '../publication.ts';
import type { PublicationState } from '../vocabulary.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';

type Change = { id: string; reason?: string };

async function change(ctx: Ctx, { id, reason }: Change, to: PublicationState): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	if (property.publicationState === 'locked')
		throw refused('objection-open', 'Es liegt ein Widerspruch vor. Zuerst entscheidet die Kommune über ihn, mit Begründung.');
	const against = whyNotPublish(await publicationFacts(ctx, property), to, reason);
	const [first] = against;
	if (first) throw refused(first.code, against.map((r) => r.message).join(' '));
	await takeStep(ctx, property, { publication: to, reason });
}

/** Takes the public face away; its address answers 410 from now on. An announcement is taken back the same way. */
export const withdrawSpace = (ctx: Ctx, input: Change): Promise<void> => change(ctx, input, 'internal');

/** Notes the owner's objection: nothing is published until the municipality has decided, and what was goes at once. */
export const recordObjection = (ctx: Ctx, input: Change): Promise<void> => change(ctx, input, 'locked');
