import { newId } from '#lib/server/id.ts';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { fields, type FieldName, type ProfileInput, type RequestInput } from '../forms.ts';
import { maySeek } from '../policy.ts';
import { expiryFrom } from '../request.ts';
import { slugFor } from './internal/give-slug.ts';
import { requestValues } from './internal/request-values.ts';
import { addProfile, ensureProfile } from './save-profile.ts';
import { spaceRequests } from './tables.ts';

/** `profile`: in whose name, when not in one's own: a further profile is made. */
export type NewRequest = { input: Partial<RequestInput> & { title: string }; only?: readonly FieldName[]; profile?: ProfileInput };

/** Begins a request as a draft that nobody else sees. Throws 401 for guests, 422 for a place that nobody knows. */
export async function createRequest(
	ctx: Ctx,
	{ input, only = Object.keys(input).filter((name) => name in fields) as FieldName[], profile }: NewRequest
): Promise<{ id: string; slug: string }> {
	if (!maySeek(ctx.actor)) throw unauthenticated();
	const id = newId();
	const slug = slugFor(input.title, id);
	const values = await requestValues(ctx, input, only);
	return ctx.db.transaction(async (db) => {
		const actorId = profile ? await addProfile({ ...ctx, db }, profile) : await ensureProfile({ ...ctx, db });
		await db.insert(spaceRequests).values({
			...values,
			id,
			slug,
			actorId,
			title: input.title,
			requestKind: input.requestKind ?? 'find_space',
			requestState: 'draft',
			expiresAt: expiryFrom(ctx.now),
			createdAt: ctx.now,
			updatedAt: ctx.now
		});
		return { id, slug };
	});
}
