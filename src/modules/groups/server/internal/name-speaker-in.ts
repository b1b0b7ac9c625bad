import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupMembers } from '../tables.ts';
import type { GroupRow } from './group-for.ts';
import { note, tellPerson } from './tell.ts';

/** Lets a member speak for a group whose row is locked, or not any more. Throws 404. */
export async function nameSpeakerIn(ctx: Ctx, row: GroupRow, { memberId, speaks }: { memberId: string; speaks: boolean }): Promise<void> {
	const [member] = await ctx.db
		.update(groupMembers)
		.set({ isSpeaker: speaks })
		.where(and(eq(groupMembers.id, memberId), eq(groupMembers.groupId, row.id)))
		.returning({ personId: groupMembers.personId });
	if (!member) throw notFound('Diese Person gehört nicht mehr zur Gruppe.');
	await note(ctx, row, { kind: speaks ? 'speaker' : 'speaker_ended', personId: member.personId });
	const text = speaks
		? 'Ihr sprecht jetzt für die Gruppe: Ihr könnt sie ändern, zeigen und einladen.'
		: 'Ihr sprecht nicht mehr für die Gruppe.';
	if (member.personId !== ctx.actor?.id)
		await tellPerson(ctx, member.personId, { title: row.name, text, href: `/konto/gruppen/${row.id}` });
}
