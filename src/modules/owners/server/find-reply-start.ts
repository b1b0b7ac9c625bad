import type { Ctx } from '#modules/people/actor.ts';
import { plans } from '../reply.ts';
import { adviceNeeds } from '../vocabulary.ts';
import { lastReply } from './internal/last-reply.ts';
import { recipientFor } from './internal/recipient-for.ts';

/** What the last answer to a letter gives to a case that begins with it; of somebody who wants peace nothing but that there was an answer. Throws 404. */
export async function findReplyStart(ctx: Ctx, id: string) {
	const { owner } = await recipientFor(ctx, id, { reads: 'Brief' });
	const reply = await lastReply(ctx, id);
	if (!reply || owner.doNotContactAt) return { summary: '', party: null };
	const needs = reply.adviceNeeds.map((need) => adviceNeeds[need]).join(', ');
	return {
		summary: [`Antwort auf unseren Brief: ${plans[reply.plan]}.`, needs && `Beratung zu: ${needs}.`, reply.message]
			.filter(Boolean)
			.join('\n'),
		party: { name: owner.name, phone: reply.phone ?? owner.phone ?? '', email: reply.email ?? owner.email ?? '' }
	};
}
