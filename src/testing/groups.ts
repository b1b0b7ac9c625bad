import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { foundForm, type FoundInput } from '#modules/groups/forms.ts';
import { acceptGroupInvitation } from '#modules/groups/server/accept-group-invitation.ts';
import { foundGroup } from '#modules/groups/server/found-group.ts';
import { inviteToGroup } from '#modules/groups/server/invite-to-group.ts';
import { groupMembers, groups } from '#modules/groups/server/tables.ts';
import type { Stage } from './access/access.ts';
import { cast, type CastName } from './cast.ts';
import { plantSpace, type PlantedSpace } from './spaces.ts';

export const idea = 'Holz, Räder und Kaffee unter einem Dach, fünf Tage in der Woche offen.';
export const linkTo = (ctx: Ctx, invitation: string): Promise<string> =>
	signLink(ctx, { purpose: 'group-invitation', data: { invitation }, days: 14 });

type Planted = { id: string; slug: string; space: Awaited<ReturnType<typeof plantSpace>> };

/** A group around the inn of Angermünde that Amira founded and speaks for. */
export async function plantGroup({ as, db }: Stage, over: Partial<FoundInput> = {}, house: PlantedSpace = {}): Promise<Planted> {
	const space = await plantSpace(db, house);
	const id = await foundGroup(as('amira'), { ...foundForm.parse({ name: 'Werkhof', idea, raum: space.slug }), ...over });
	const [row] = await db.select({ slug: groups.slug }).from(groups).where(eq(groups.id, id));
	return { id, slug: row?.slug ?? '', space };
}

/** Lets somebody of the cast join by mail. Returns their membership's id. */
export async function joinGroup({ as, db }: Stage, id: string, who: CastName): Promise<string> {
	const invitation = await inviteToGroup(as('amira'), { id, kind: 'mail', email: cast[who].email });
	await acceptGroupInvitation(as(who), { link: await linkTo(as(who), invitation) });
	const members = await db.select().from(groupMembers).where(eq(groupMembers.groupId, id));
	return members.find(({ personId }) => personId === cast[who].id)?.id ?? '';
}
