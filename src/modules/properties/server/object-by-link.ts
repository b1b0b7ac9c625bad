import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ObjectionInput } from '../forms.ts';
import { mayStillObject } from '../objection.ts';
import { whyNotPublish } from '../publication.ts';
import { findObjection, type ObjectionKey } from './find-objection.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { tellObjection } from './internal/tell-objection.ts';
import { publicationAnnouncements } from './tables.ts';

/**
 * An owner objects by the code of the letter or the link of the mail, before or after the publication: what is shown goes at once, and the house is
 * locked until the municipality has decided. A second time changes nothing. Throws 409 for what belongs to the municipality itself.
 */
export async function objectByLink(ctx: Ctx, { key, input }: { key: ObjectionKey; input: ObjectionInput }): Promise<void> {
	const { property, announcement, state } = await findObjection(ctx, key);
	if (!mayStillObject(state)) return;
	const reason = `Widerspruch von ${input.name}${input.text ? `: ${input.text}` : ''}`;
	const [against] = whyNotPublish(await publicationFacts(ctx, property), 'locked', reason);
	if (against) throw refused(against.code, against.message);
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		await takeStep(within, property, { publication: 'locked', reason });
		await db.update(publicationAnnouncements).set({ objectedAt: ctx.now }).where(eq(publicationAnnouncements.id, announcement.id));
		await tellObjection(within, property);
	});
}
