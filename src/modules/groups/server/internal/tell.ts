import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { TrailKind } from '../../trail.ts';
import { membersOf, type GroupRow } from './group-for.ts';

type Trail = { kind: TrailKind; what?: string; personId?: string; reason?: string };
/** Writes down what happened in a group. `what` or `personId`: whom or what it is about; a name is looked up when it is read, so that it goes with its account. */
export const note = (ctx: Ctx, { id }: Pick<GroupRow, 'id'>, { kind, reason, ...about }: Trail): Promise<void> =>
	recordEvent(ctx, `group.${kind}`, { subjectId: id, reason, data: about });

type Told = { title: string; text: string; tab?: string };

/** Tells all members but whoever did it, or only those who speak for the group. */
export async function tellMembers(
	ctx: Ctx,
	{ id }: Pick<GroupRow, 'id'>,
	{ title, text, tab = '', speakersOnly = false }: Told & { speakersOnly?: boolean }
): Promise<void> {
	const members = (await membersOf(ctx, id)).filter(({ isSpeaker }) => isSpeaker || !speakersOnly);
	const to = members.map(({ personId }) => personId).filter((personId) => personId !== ctx.actor?.id);
	const subjectId = newId();
	const data = { title, text, href: `/konto/gruppen/${id}${tab}` };
	await addNotices(
		ctx,
		to.map((personId) => ({ personId, kind: 'group', subjectId, topic: 'group', data }))
	);
}

/** Tells one person, in whatever place of theirs. */
export const tellPerson = (ctx: Ctx, personId: string, data: { title: string; text: string; href: string }): Promise<void> =>
	addNotices(ctx, [{ personId, kind: 'group', subjectId: newId(), topic: 'group', data }]);
