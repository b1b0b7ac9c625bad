import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { admittedOf, type Panel, type PanelMember } from '../panel.ts';
import { asManager, inState } from '../policy.ts';
import { remindersOn } from '../remind.ts';
import { holderOf, openOf } from '../seat.ts';
import { changingPanel, loadWholePanel } from './internal/load-panel.ts';

/** Who has something open, with how many concepts. */
function whoOwes(panel: Panel): { member: PanelMember; count: number }[] {
	const counts = new Map<string, number>();
	for (const { memberId: chair } of panel.seating.jurors)
		for (const { id } of admittedOf(panel)) {
			const open = openOf(panel.seating, chair, id);
			const holder = open === 'review' || open === 'declaration' ? holderOf(panel.seating, chair, id) : null;
			if (holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
		}
	return panel.members.flatMap((member) => {
		const count = counts.get(member.memberId);
		return count ? [{ member, count }] : [];
	});
}

/** Tells whoever has something open; once for each key. Says how many heard. Without names, numbers or titles of concepts. */
async function tellJury(ctx: Ctx, panel: Panel, key: string): Promise<number> {
	const owing = whoOwes(panel);
	const day = panel.frozen.timeline.jury_on;
	const until = day ? ` Die Jurysitzung ist am ${germanDay(dayOf(new Date(new Date(day).getTime() - 1)))}.` : '';
	let told = 0;
	for (const { member, count } of owing) {
		const { personId } = member;
		const many = count === 1 ? 'Ein Konzept wartet' : `${count} Konzepte warten`;
		const data = { title: `Jury: ${panel.title}`, text: `${many} auf Ihre Bewertung.${until}`, href: '/konto/jury' };
		if (
			personId &&
			(await addNotice(ctx, {
				personId,
				kind: `judging.remind.${key}`,
				subjectId: panel.procedureId,
				topic: 'direct_question',
				minutes: 20 * count,
				data
			}))
		)
			told += 1;
	}
	return told;
}

/** Whoever leads reminds the jury by hand, at most once a day. Returns how many heard. Throws 401, 404, 409. */
export async function remindJury(ctx: Ctx, { id }: { id: string }): Promise<number> {
	return changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'scoring');
		if (!whoOwes(panel).length) throw refused('nothing-open', 'Es ist nichts mehr offen.');
		const told = await tellJury(inside, panel, dayOf(ctx.now));
		if (!told)
			throw refused(
				'told-today',
				'Alle, bei denen noch etwas offen ist und die ein Konto haben, sind heute schon erinnert worden. Morgen geht es wieder.'
			);
		await appendEntry(inside, { recordId: id, kind: 'jury.reminded', facts: { told } });
		return told;
	});
}

/** A job every day: seven and two days before the session whoever has something open hears of it. */
export async function remindJuries(ctx: Ctx): Promise<number> {
	const rows = await ctx.db.select({ id: procedures.id }).from(procedures).where(eq(procedures.state, 'scoring'));
	let told = 0;
	for (const { id } of rows) {
		const panel = await loadWholePanel(ctx, id);
		const before = remindersOn(panel.frozen.timeline.jury_on, ctx.now);
		if (before !== null) told += await tellJury(ctx, panel, `before-${before}`);
	}
	return told;
}
