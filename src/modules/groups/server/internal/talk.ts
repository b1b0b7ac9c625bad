import { and, eq } from 'drizzle-orm';
import { addMember as addTalker } from '#modules/conversations/server/add-member.ts';
import { openConversation } from '#modules/conversations/server/open-conversation.ts';
import { removeMember as removeTalker } from '#modules/conversations/server/remove-member.ts';
import { conversations } from '#modules/conversations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { GroupRow } from './group-for.ts';

const subjectOf = (id: string) => ({ type: 'group', id });

/** Opens the conversation of a group, or gives it the group's new name. Returns its id. */
export async function openTalk(ctx: Ctx, { id, name }: Pick<GroupRow, 'id' | 'name'>, memberIds: readonly string[] = []): Promise<string> {
	const talk = await openConversation(ctx, { subject: subjectOf(id), title: name, address: `/konto/gruppen/${id}`, memberIds });
	return talk.id;
}

/** The conversation of a group; null when the installation has forgotten it after years of silence. */
export async function talkOf({ db }: Pick<Ctx, 'db'>, groupId: string): Promise<string | null> {
	const mine = and(eq(conversations.subjectType, 'group'), eq(conversations.subjectId, groupId));
	const [row] = await db.select({ id: conversations.id }).from(conversations).where(mine);
	return row?.id ?? null;
}

/** Members of a group are members of its conversation, in and out together. */
export async function bringIntoTalk(ctx: Ctx, row: Pick<GroupRow, 'id' | 'name'>, personId: string): Promise<string> {
	const conversationId = (await talkOf(ctx, row.id)) ?? (await openTalk(ctx, row));
	await addTalker(ctx, { conversationId, personId });
	return conversationId;
}

export async function takeOutOfTalk(ctx: Ctx, { id }: Pick<GroupRow, 'id'>, personId: string): Promise<void> {
	const conversationId = await talkOf(ctx, id);
	if (conversationId) await removeTalker(ctx, { conversationId, personId });
}
