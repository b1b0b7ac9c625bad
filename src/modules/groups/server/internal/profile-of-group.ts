import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { ProfileInput } from '#modules/requests/forms.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import type { GroupRow } from './group-for.ts';

/** The profile behind the request that was made of the group's needs, where whoever asks made it; with what stays of it. */
export async function profileOfGroup(ctx: Ctx, { requestId }: Pick<GroupRow, 'requestId'>) {
	if (!requestId || !ctx.actor) return null;
	const [row] = await ctx.db
		.select({ profile: actorProfiles })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(and(eq(spaceRequests.id, requestId), eq(actorProfiles.personId, ctx.actor.id)));
	if (!row) return null;
	const { id, tagline, offers, contactEmail, contactPhone } = row.profile;
	const kept: Pick<ProfileInput, 'tagline' | 'offers' | 'contactEmail' | 'contactPhone'> = {
		tagline: tagline ?? undefined,
		offers,
		contactEmail: contactEmail ?? undefined,
		contactPhone: contactPhone ?? undefined
	};
	return { id, kept };
}
